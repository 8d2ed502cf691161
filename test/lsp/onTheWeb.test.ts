/** The server's bundle for the web, as a browser runs it: no file system, no Node, one end of a message channel as `self`. The files are the editor's. */
import { readFileSync } from 'node:fs';
import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import type { DataCallback, Disposable, MarkupContent, Message, ProtocolConnection } from 'vscode-languageserver-protocol/node';
import {
  AbstractMessageReader, AbstractMessageWriter, createProtocolConnection, ConfigurationRequest, DidChangeWatchedFilesNotification, DidOpenTextDocumentNotification, FileChangeType, HoverRequest, InitializedNotification, InitializeRequest, LogMessageNotification,
  ReferencesRequest, RegistrationRequest, SemanticTokensRefreshRequest, SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { fileRequest } from '../../server/src/annotatingProtocol.js';
import type { FileAnswer, FileRequest } from '../../server/src/annotatingProtocol.js';
import { indexAgainRequest } from '../../server/src/protocol.js';

const FOLDER = 'memfs:/news room';
const ROOT = 'memfs:/news%20room';
const TUESDAY = 'date 2026-03-10\n\nUnion Says 4,000 Dockers May Strike\n\nHenrik Dahl said that 4,000 dock workers would walk out of the harbour on Friday.';
const THURSDAY = TUESDAY.replace('2026-03-10', '2026-03-12').replaceAll('4,000', '2,500');

const ports: MessagePort[] = [];
afterEach(() => { for (const port of ports.splice(0)) port.close(); });

/** As a browser's: Node has none of its own for such a channel. */
class PortReader extends AbstractMessageReader {
  constructor(private readonly port: MessagePort) {
    super();
  }

  listen(heard: DataCallback): Disposable {
    this.port.on('message', heard);
    return { dispose: () => { this.port.off('message', heard); } };
  }
}

class PortWriter extends AbstractMessageWriter {
  constructor(private readonly port: MessagePort) {
    super();
  }

  write(message: Message): Promise<void> {
    this.port.postMessage(message);
    return Promise.resolve();
  }

  end(): void {
    // The port is closed by the test.
  }
}

/** An editor on the web with these files, by their URIs. */
class Editor {
  readonly logs: string[] = [];
  readonly asked: string[] = [];
  private changes = 0;

  private constructor(readonly files: Map<string, string>, private readonly connection: ProtocolConnection) {}

  static async with(files: Readonly<Record<string, string>>, answers = true): Promise<Editor> {
    const { port1, port2 } = new MessageChannel();
    ports.push(port1, port2);
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is our own bundle, run as the client runs it
    const run = new Function('self', readFileSync('dist/server.web.js', 'utf8')) as (self: MessagePort) => void;
    run(port2);
    const connection = createProtocolConnection(new PortReader(port1), new PortWriter(port1));
    const editor = new Editor(new Map(Object.entries(files).map(([path, text]) => [`${ROOT}/${path}`, text])), connection);
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(({ section }) => (section === 'files.exclude' ? { '**/old': true } : { model: { enabled: false } })));
    connection.onRequest(RegistrationRequest.type, () => undefined);
    connection.onRequest(SemanticTokensRefreshRequest.type, () => undefined);
    connection.onNotification(LogMessageNotification.type, ({ message }) => { editor.logs.push(message); });
    if (answers) connection.onRequest(fileRequest, (request) => editor.answer(request));
    connection.listen();
    await connection.sendRequest(InitializeRequest.type, {
      processId: null, rootUri: null, workspaceFolders: [{ uri: ROOT, name: FOLDER }], initializationOptions: { articleAnnotatorExtension: 'memfs:/none' },
      capabilities: { textDocument: { hover: { contentFormat: ['markdown'] } }, workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } } },
    });
    await connection.sendNotification(InitializedNotification.type, {});
    return editor;
  }

  async open(path: string): Promise<void> {
    const uri = `${ROOT}/${path}`;
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: { uri, languageId: 'article', version: 1, text: this.files.get(uri) ?? '' } });
    await this.connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
  }

  async write(path: string, text: string): Promise<void> {
    const uri = `${ROOT}/${path}`;
    this.changes++;
    this.files.set(uri, text);
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type: FileChangeType.Changed }] });
  }

  async references(path: string): Promise<string[]> {
    const found = await this.connection.sendRequest(ReferencesRequest.type, { textDocument: { uri: `${ROOT}/${path}` }, position: { line: 4, character: 2 }, context: { includeDeclaration: true } });
    return (found ?? []).map(({ uri, range }) => `${uri.slice(ROOT.length + 1)}:${range.start.line + 1}`);
  }

  async card(path: string, character: number): Promise<string> {
    const found = await this.connection.sendRequest(HoverRequest.type, { textDocument: { uri: `${ROOT}/${path}` }, position: { line: 4, character } });
    return (found?.contents as MarkupContent | undefined)?.value.replace(/\\/g, '') ?? '';
  }

  known(): Promise<number | null> {
    return this.connection.sendRequest(indexAgainRequest);
  }

  /** The test's own time limit ends what never comes true. */
  async until(condition: () => boolean | Promise<boolean>): Promise<void> {
    while (!(await condition())) await new Promise((resolve) => { setTimeout(resolve, 20); });
  }

  private answer(request: FileRequest): FileAnswer {
    this.asked.push(request.do);
    if (request.do === 'read') return { ok: true, content: this.files.get(request.uri) ?? null };
    if (request.do === 'marks') return { ok: true, marks: request.uris.map((uri) => (this.files.has(uri) ? { modified: this.changes, size: this.files.get(uri)?.length ?? 0 } : null)) };
    if (request.do !== 'entries') return { ok: false, reason: 'read-only', message: 'nothing is written in this test' };
    const inside = [...this.files.keys()].filter((uri) => uri.startsWith(`${request.folder}/`)).map((uri) => uri.slice(request.folder.length + 1).split('/'));
    const names = new Map(inside.map(([name = '', ...rest]) => [name, rest.length > 0]));
    return { ok: true, entries: [...names].map(([name, isFolder]) => ({ uri: `${request.folder}/${name}`, isFolder })) };
  }
}

describe('on the web', () => {
  it('the articles of a workspace are known, in memory, and followed', async () => {
    const editor = await Editor.with({ 'tuesday.article': TUESDAY, 'copy/more%20news/thursday.article': THURSDAY, 'old/monday.article': THURSDAY, 'notes.md': TUESDAY, 'code.txt': 'const a = { b: [1, 2] };\n' });
    await editor.open('tuesday.article');
    await editor.until(() => editor.logs.some((line) => line.includes('articles of the workspace are indexed')));
    expect(await editor.known()).toBe(3);
    expect(await editor.references('tuesday.article')).toEqual(['tuesday.article:5', 'copy/more%20news/thursday.article:5']);
    expect(await editor.card('tuesday.article', 2)).toContain('Also in 1 other article, of 2026-03-12');
    await editor.until(async () => (await editor.card('tuesday.article', 13)).includes('Differs in thursday.article, 2026-03-12: another figure, “Henrik Dahl said that 2,500'));
    await editor.write('copy/more%20news/thursday.article', THURSDAY.replaceAll('Henrik Dahl', 'Ilmar Tamme'));
    await editor.until(async () => (await editor.references('tuesday.article')).length === 1);
  });

  it('an editor that reads no files for us has its articles all the same', async () => {
    const editor = await Editor.with({ 'tuesday.article': TUESDAY }, false);
    await editor.open('tuesday.article');
    await editor.until(() => editor.logs.some((line) => line.includes('cannot be read')));
    expect(await editor.references('tuesday.article')).toEqual(['tuesday.article:5']);
    expect(await editor.card('tuesday.article', 2)).toContain('Henrik Dahl');
  });
});
