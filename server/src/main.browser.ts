/** Entry of the server as a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { loadGazetteer } from './knowledge/gazetteer.js';
import { serve } from './lsp/server.js';

/** The worker itself: Node's types, which the rest of the server is checked with, do not know it. */
const scope = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
serve(connection, loadGazetteer);
connection.listen();
