/** Entry of the server as a web worker. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { loadGazetteer } from './knowledge/gazetteer.js';
import { indexOnTheWeb } from './indexHost.browser.js';
import { serve } from './lsp/server.js';
import { modelOnTheWeb } from './modelHost.browser.js';
import { packsOnTheWeb } from './packHost.browser.js';

/**
 * The worker's scope, which Node's types do not know. Not `globalThis`: where no worker can be made, the client runs this script
 * in its own thread, with one end of a message channel as `self`.
 */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];
const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
serve(connection, loadGazetteer, modelOnTheWeb(), packsOnTheWeb(), { eager: true, index: indexOnTheWeb(connection) });
connection.listen();
