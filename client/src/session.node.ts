/** The session with the server in a process of its own. A bundle of its own, loaded with the first article. */
import { IPCMessageReader, IPCMessageWriter, LanguageClient } from 'vscode-languageclient/node';
import type { MessageTransports } from 'vscode-languageclient/node';
import { CARD_LINKS, INDEX_FOLDER } from '../../server/src/protocol.js';
import type { HighlightsAhead } from './highlightsAhead.js';
import type { ServerProcess } from './serverProcess.node.js';
import { Session } from './session.js';
import type { SessionParts } from './session.js';

export function createSession(parts: SessionParts, server: ServerProcess, highlights: HighlightsAhead): Session {
  // A function may give any transport, but must promise it.
  const open = (): Promise<MessageTransports> => {
    const child = server.open();
    return Promise.resolve({ reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) });
  };
  // None while no folder is open; then there is no workspace to index.
  const folder = parts.context.storageUri?.fsPath;
  return new Session(parts, highlights, (options) => {
    const initializationOptions = { [CARD_LINKS]: true, ...(folder === undefined ? {} : { [INDEX_FOLDER]: folder }) };
    const client = new LanguageClient('articleAnnotator', 'Article Annotator', open, { ...options, initializationOptions });
    return { client, serverPid: () => server.pid };
  });
}
