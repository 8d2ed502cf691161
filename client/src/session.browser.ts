/** The server in a web worker, or in the extension host itself where it may not make one. */
import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { CARD_LINKS, EXTENSION_ADDRESS } from '../../server/src/protocol.js';
import { HighlightsAhead } from './highlightsAhead.js';
import { ServerInBrowser } from './serverInBrowser.js';
import { Session } from './session.js';
import type { SessionParts } from './session.js';

export function createSession(parts: SessionParts): Session {
  const server = new ServerInBrowser(Uri.joinPath(parts.context.extensionUri, 'dist', 'server.web.js'), parts.log);
  return new Session(parts, new HighlightsAhead(), (options) => {
    const initializationOptions = { [CARD_LINKS]: true, [EXTENSION_ADDRESS]: parts.context.extensionUri.toString(true).replace(/\/$/, '') };
    const client = new LanguageClient('articleAnnotator', 'Article Annotator', () => server.open(), { ...options, initializationOptions });
    return { client, serverPid: () => undefined };
  });
}
