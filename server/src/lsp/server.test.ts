/** The server in this process, spoken to over streams in memory: what cannot be seen from outside of it. */
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createConnection, createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { DidOpenTextDocumentNotification, InitializedNotification, InitializeRequest, RegistrationRequest, SemanticTokensRequest } from 'vscode-languageserver-protocol';
import type { ClientCapabilities, ProtocolConnection, ServerCapabilities } from 'vscode-languageserver-protocol';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { analysedNotification, openingNotification, workRequest } from '../protocol.js';
import type { ModelHost } from './secondTier.js';
import { serve } from './server.js';

const TEXT_DOCUMENT = { uri: 'file:///a.article', languageId: 'article', version: 1, text: 'Talks in Riga failed, said Ilze Kalna on Monday.\n\nThey go on in Tallinn.' };
const { uri } = TEXT_DOCUMENT;

const asked: string[] = [];
/** A model that is always still being loaded. */
const host: ModelHost = {
  start: () => {
    asked.push('model');
    return { post: () => undefined, onMessage: () => undefined, onEnd: () => undefined, terminate: () => undefined };
  },
  place: () => ({ model: '', wasm: '', native: false }),
};

let client: ProtocolConnection;
let analysed = 0;
let registered: string[] = [];

beforeEach(() => {
  // The server's own pauses pass when the test says so.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  asked.length = 0;
  analysed = 0;
  registered = [];
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
  serve(connection, () => { asked.push('lists'); return loadGazetteer(); }, host, null);
  connection.listen();
  client = createProtocolConnection(new StreamMessageReader(toClient), new StreamMessageWriter(toServer));
  client.onNotification(analysedNotification, () => { analysed++; });
  client.onRequest(RegistrationRequest.type, ({ registrations }) => { registered.push(...registrations.map(({ method }) => method)); });
  client.listen();
});

afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

async function initialise(capabilities: ClientCapabilities = {}): Promise<ServerCapabilities> {
  const answer = await client.sendRequest(InitializeRequest.type, { processId: null, rootUri: null, capabilities });
  await client.sendNotification(InitializedNotification.type, {});
  return answer.capabilities;
}

/** Every message before it has been worked on when it is answered. */
async function roundTrip(): Promise<void> {
  await client.sendRequest(workRequest, { textDocument: { uri } });
}

describe('the server', () => {
  it('has read the document that is going to be opened before it is', async () => {
    await client.sendNotification(openingNotification, TEXT_DOCUMENT);
    await initialise();
    expect(asked).toEqual(['lists']);
    await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: TEXT_DOCUMENT });
    // Nothing was asked of the document that is open.
    expect(await client.sendRequest(workRequest, { textDocument: { uri } })).toMatchObject({ blocksAnalysed: 2 });
  });

  it('starts the model when the first highlights have gone out', async () => {
    await initialise();
    await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: TEXT_DOCUMENT });
    await roundTrip();
    await vi.advanceTimersByTimeAsync(10);
    await roundTrip();
    expect(analysed).toBe(1);
    expect(asked).not.toContain('model');
    await client.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    await vi.advanceTimersByTimeAsync(10);
    expect(asked).toContain('model');
  });

  it('announces what the editor asks about by itself when the first highlights have gone out, if the client can be told later', async () => {
    const dynamicRegistration = true;
    const { documentSymbolProvider, foldingRangeProvider, inlayHintProvider, hoverProvider } = await initialise({ textDocument: { documentSymbol: { dynamicRegistration }, inlayHint: { dynamicRegistration }, hover: { dynamicRegistration } } });
    expect({ documentSymbolProvider, foldingRangeProvider, inlayHintProvider, hoverProvider }).toEqual({ documentSymbolProvider: undefined, foldingRangeProvider: true, inlayHintProvider: undefined, hoverProvider: true });
    await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: TEXT_DOCUMENT });
    await roundTrip();
    await vi.advanceTimersByTimeAsync(10);
    await roundTrip();
    expect(registered).toEqual([]);
    await client.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } });
    await vi.advanceTimersByTimeAsync(10);
    await roundTrip();
    expect(registered).toEqual(['textDocument/documentSymbol', 'textDocument/inlayHint']);
  });

  it('starts the model for a client that asks for no highlights, a while later', async () => {
    await initialise();
    await client.sendNotification(DidOpenTextDocumentNotification.type, { textDocument: TEXT_DOCUMENT });
    await roundTrip();
    await vi.advanceTimersByTimeAsync(10);
    await roundTrip();
    expect(analysed).toBe(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(asked).toContain('model');
  });
});
