/** Entry in the browser. The host loads one file, so the language client is in this bundle, but runs with the first article. */
import type { ExtensionContext } from 'vscode';
import { createLog, startUp } from './startUp.js';
import type { Started } from './startUp.js';
import type { TestApi } from './testApi.js';

let started: Started | undefined;

export function activate(context: ExtensionContext): TestApi {
  started = startUp(context, createLog(), async (parts) => (await import('./session.browser.js')).createSession(parts));
  return started.api;
}

export async function deactivate(): Promise<void> {
  await started?.stop();
}
