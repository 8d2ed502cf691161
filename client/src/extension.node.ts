/** Entry on the desktop and on a remote machine. */
import { join } from 'node:path';
import { Disposable } from 'vscode';
import type { ExtensionContext } from 'vscode';
import { runWithCodeCache } from '../../server/src/base/codeCache.node.js';
import type { Run } from '../../server/src/base/codeCache.node.js';
import { ServerProcess } from './serverProcess.node.js';
import type { Session, SessionParts } from './session.js';
import type * as ClientBundle from './session.node.js';
import { startUp } from './startUp.js';
import type { Started } from './startUp.js';
import type { TestApi } from './testApi.js';

/** By then the client has been at work, and what that took is compiled. */
const KEEP_AFTER_MS = 3_000;

let started: Started | undefined;
let server: ServerProcess | undefined;

export function activate(context: ExtensionContext): TestApi {
  started = startUp(context, (parts) => Promise.resolve(load(parts)));
  return started.api;
}

export async function deactivate(): Promise<void> {
  await started?.stop();
  server?.end();
}

/** The server's process starts while the language client is still being read. */
function load(parts: SessionParts): Session {
  const { context, log } = parts;
  const cache = join(context.globalStorageUri.fsPath, 'code');
  server = new ServerProcess(context.asAbsolutePath('dist/server.js'), cache, log);
  server.startAhead();
  const client = runWithCodeCache(context.asAbsolutePath('dist/session.node.js'), cache);
  context.subscriptions.push(keepLater(client));
  return (client.exports as typeof ClientBundle).createSession(parts, server);
}

function keepLater(run: Run): Disposable {
  const timer = setTimeout(() => run.keep(), KEEP_AFTER_MS);
  return new Disposable(() => clearTimeout(timer));
}
