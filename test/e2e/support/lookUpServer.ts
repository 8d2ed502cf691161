/** A source of this machine that a test turns on and off: speaks the Reconciliation API 0.2, and remembers what it was asked. */
import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as vscode from 'vscode';

const NETWORK_FILE = process.env['ARTICLE_ANNOTATOR_E2E_NETWORK'];
const MANIFEST = { versions: ['0.2'], name: 'Test register', identifierSpace: 'https://register.example/id/', schemaSpace: 'https://register.example/' };

export type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export class LookUpServer {
  readonly asked: string[] = [];
  private server: Server | undefined;
  private port = 0;

  constructor(public answer: Answer) {}

  async start(): Promise<void> {
    const server = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => { body += part.toString(); });
      request.on('end', () => {
        this.asked.push(`${request.method ?? ''} ${request.url ?? ''} ${body}`);
        this.answer(request, response, body);
      });
    });
    this.server = server;
    await new Promise<void>((resolve) => { server.listen(this.port, '127.0.0.1', resolve); });
    this.port = (server.address() as AddressInfo).port;
  }

  /** As if the network were gone. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => { if (server === undefined) resolve(); else server.close(() => resolve()); });
  }

  get sources(): readonly { name: string; kind: string; address: string }[] {
    return [{ name: 'Test register', kind: 'reconciliation', address: `http://127.0.0.1:${this.port}/api` }];
  }

  /** From here on the record of the network lets it be asked. */
  async turnOn(): Promise<void> {
    this.mark('turnedOn');
    await lookUpSettings().update('sources', this.sources, vscode.ConfigurationTarget.Global);
    await lookUpSettings().update('on', ['Test register'], vscode.ConfigurationTarget.Global);
  }

  async turnOff(): Promise<void> {
    await lookUpSettings().update('on', undefined, vscode.ConfigurationTarget.Global);
    await lookUpSettings().update('sources', undefined, vscode.ConfigurationTarget.Global);
    this.mark('turnedOff');
  }

  private mark(what: 'turnedOn' | 'turnedOff'): void {
    if (NETWORK_FILE !== undefined) appendFileSync(NETWORK_FILE, `${JSON.stringify({ what, host: '127.0.0.1', port: this.port })}\n`);
  }
}

export function lookUpSettings(): vscode.WorkspaceConfiguration {
  return vscode.workspace.getConfiguration('articleAnnotator.lookUp');
}

/** One record for every name. */
export const register: Answer = (request, response) => {
  const result = { q0: { result: [{ id: 'K1', name: 'Tamme, Ilmar ![x](https://e.example/i.png) [go](command:workbench.action.quit)', score: 91, match: true, description: 'bridge engineer' }] } };
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(request.method === 'POST' ? result : MANIFEST));
};
