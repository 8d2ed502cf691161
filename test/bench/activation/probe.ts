/**
 * Runs in the extension host in place of a test suite: opens an article while the extension is not yet active, and writes down how long
 * the first highlights take. Nothing in it knows which extension it looks at.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { longArticle } from '../../fixtures/articles.js';
import type { Activation } from './activation.js';
import { onServerMessage } from './serverMessages.js';

const WORDS = 600;
/** Until the other extensions of a new window have started: the editor has no event for that. */
const QUIET_MS = 2000;
const BETWEEN_QUESTIONS_MS = 5;
/** After the first start, for what an extension keeps for the next ones. */
const KEEPING_MS = 6000;
const LONGEST_MS = 30_000;

export async function run(): Promise<void> {
  const results = process.env['ARTICLE_ANNOTATOR_ACTIVATIONS'];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const extension = vscode.extensions.all.find(({ id }) => id.startsWith('article-annotator.'));
  if (results === undefined || folder === undefined || extension === undefined) throw new Error('Started without a workspace, an extension or a place for results.');
  const uri = vscode.Uri.joinPath(folder, 'activation.article.txt');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(longArticle(WORDS)));
  await pause(QUIET_MS);
  if (extension.isActive) throw new Error(`${extension.id} is active before an article is open.`);

  const begun = whenRequired(extension.extensionPath);
  const highlighted = whenHighlighted();
  await vscode.commands.executeCommand('vscode.open', uri);
  const start = await begun;
  const { at, tokens } = await askUntil(highlighted, uri);
  const activation: Activation = { extension: extension.id, tokens, milliseconds: at - start };
  const isFirst = !readFileSync(results, 'utf8').includes(`"${extension.id}"`);
  appendFileSync(results, `${JSON.stringify(activation)}\n`);
  if (isFirst) await pause(KEEPING_MS);
}

/** Asks for tokens again and again, because the editor itself lets some time pass before it asks. */
async function askUntil<T>(answered: Promise<T>, uri: vscode.Uri): Promise<T> {
  const asking = { goesOn: true };
  const stop = (): void => {
    asking.goesOn = false;
  };
  answered.then(stop, stop);
  const end = Date.now() + LONGEST_MS;
  while (asking.goesOn) {
    if (Date.now() > end) throw new Error('Nothing was highlighted.');
    await vscode.commands.executeCommand('vscode.provideDocumentSemanticTokens', uri);
    await pause(BETWEEN_QUESTIONS_MS);
  }
  return answered;
}

/** When the first file of the extension is loaded: activation begins with that. */
function whenRequired(folder: string): Promise<number> {
  const loader = createRequire(__filename)('node:module') as { _load: (request: string, ...rest: unknown[]) => unknown };
  return new Promise((resolve) => {
    const load = loader._load;
    loader._load = function (request, ...rest) {
      if (request.startsWith(folder)) {
        resolve(performance.now());
        loader._load = load;
      }
      return load.call(this, request, ...rest);
    };
  });
}

/** When the extension host gets the first answer of a server's process that holds semantic tokens. */
function whenHighlighted(): Promise<{ at: number; tokens: number }> {
  return new Promise((resolve) => {
    onServerMessage(({ result }) => {
      const data = result?.data;
      if (Array.isArray(data) && data.length > 0) resolve({ at: performance.now(), tokens: data.length / 5 });
    });
  });
}
