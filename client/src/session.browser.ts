/** The server in a web worker, or in the extension host itself where it may not make one. */
import { Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { openServer } from './serverInBrowser.js';
import { Session } from './session.js';
import type { SessionParts } from './session.js';

export function createSession(parts: SessionParts): Session {
  const script = Uri.joinPath(parts.context.extensionUri, 'dist', 'server.web.js');
  return new Session(parts, (options) => {
    const client = new LanguageClient('articleAnnotator', 'Article Annotator', () => openServer(script, parts.log), options);
    return { client, serverPid: () => undefined };
  });
}
