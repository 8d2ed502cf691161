/** Entry on the desktop and on a remote machine. */
import { join } from 'node:path';
import { Disposable } from 'vscode';
import type { ExtensionContext, LogOutputChannel } from 'vscode';
import { runWithCodeCache } from '../../server/src/base/codeCache.node.js';
import type { Run } from '../../server/src/base/codeCache.node.js';
import { HighlightsAhead } from './highlightsAhead.js';
import { servedInSight } from './languages.js';
import { ServerProcess } from './serverProcess.node.js';
import type { Session, SessionParts } from './session.js';
import type * as ClientBundle from './session.node.js';
import { createLog, startUp } from './startUp.js';
import type { Started } from './startUp.js';
import type { TestApi } from './testApi.js';

/** Beside the code that it is compiled from, so that whoever may write the one may write the other, and both go together. */
const CACHE = join(__dirname, 'code');

/** By then the client has been at work, and what that took is compiled. */
const KEEP_AFTER_MS = 3_000;

interface Begun {
  readonly log: LogOutputChannel;
  readonly server: ServerProcess;
  readonly client: Run;
  readonly highlights: HighlightsAhead;
}

/**
 * The editor loads this file while it fetches what it has stored for the extension, and calls `activate` when it has both: with an
 * article in sight that is time in which the server and the client get ready.
 */
let early = servedInSight() === undefined ? undefined : begin(createLog());
let started: Started | undefined;
let server: ServerProcess | undefined;

export function activate(context: ExtensionContext): TestApi {
  const log = early?.log ?? createLog();
  started = startUp(context, log, (parts) => Promise.resolve(load(parts)));
  // The article has gone in the meantime.
  early?.server.end();
  early?.highlights.giveWay();
  early = undefined;
  return started.api;
}

export async function deactivate(): Promise<void> {
  await started?.stop();
  server?.end();
}

/** The server's process starts while the language client is still being read. */
function begin(log: LogOutputChannel): Begun {
  const highlights = new HighlightsAhead();
  const server = new ServerProcess(join(__dirname, 'server.js'), CACHE, log);
  server.startAhead(servedInSight());
  return { log, highlights, server, client: runWithCodeCache(join(__dirname, 'session.node.js'), CACHE) };
}

function load(parts: SessionParts): Session {
  const begun = early ?? begin(parts.log);
  early = undefined;
  ({ server } = begun);
  parts.context.subscriptions.push(keepLater(begun.client));
  return (begun.client.exports as typeof ClientBundle).createSession(parts, begun.server, begun.highlights);
}

function keepLater(run: Run): Disposable {
  const timer = setTimeout(() => run.keep(), KEEP_AFTER_MS);
  return new Disposable(() => clearTimeout(timer));
}
