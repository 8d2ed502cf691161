/** The server as a process of its own, spoken to over Node's IPC. A bundle of its own, loaded with the first article. */
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { Session } from './session.js';
import type { SessionParts } from './session.js';

/** Where a debugger may attach to the server while the extension is being debugged. */
const DEBUG_ARGUMENTS = ['--nolazy', '--inspect=6009'];

export function createSession(parts: SessionParts): Session {
  const module = parts.context.asAbsolutePath('dist/server.js');
  return new Session(parts, (options) => {
    const client = new LanguageClient(
      'articleAnnotator',
      'Article Annotator',
      {
        run: { module, transport: TransportKind.ipc },
        debug: { module, transport: TransportKind.ipc, options: { execArgv: DEBUG_ARGUMENTS } },
      },
      options,
    );
    return { client, serverPid: () => client.serverProcess?.pid };
  });
}
