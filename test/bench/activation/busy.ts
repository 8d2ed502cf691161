/**
 * Runs in the extension host in place of a test suite: opens an article of 50,000 words, and writes down how long that host works at a
 * stretch while the model reads it in the server.
 */
import { appendFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { longArticle } from '../../fixtures/articles.js';
import { mainThreadTime } from '../stopwatch.js';
import { onServerMessage } from './serverMessages.js';
import type { Busy } from './activation.js';

const WORDS = 50_000;
/** Shorter than what is looked for by far. */
const TICK_MS = 5;
/** New highlights of what is out of sight come once a second while the model reads. */
const AFTER_LAST_MS = 10_000;
const LONGEST_MS = 240_000;

export async function run(): Promise<void> {
  const results = process.env['ARTICLE_ANNOTATOR_BUSY'];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  if (results === undefined || folder === undefined) throw new Error('Started without a workspace or a place for results.');
  const uri = vscode.Uri.joinPath(folder, 'busy.article.txt');
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(longArticle(WORDS)));

  let ready: number | undefined;
  const refreshed: number[] = [];
  onServerMessage(({ method, params }) => {
    if (method === 'window/logMessage' && params?.message?.endsWith('is ready.') === true) ready = performance.now();
    if (method === 'workspace/semanticTokens/refresh' && ready !== undefined) refreshed.push(performance.now());
  });
  await vscode.commands.executeCommand('vscode.open', uri);
  const end = performance.now() + LONGEST_MS;
  while (ready === undefined) await stillWaiting(end);
  const watched = watchMainThread();
  while (performance.now() - (refreshed.at(-1) ?? ready) < AFTER_LAST_MS) await stillWaiting(end);
  const busy: Busy = { ...watched(), refreshes: refreshed.length, seconds: ((refreshed.at(-1) ?? NaN) - ready) / 1000 };
  appendFileSync(results, `${JSON.stringify(busy)}\n`);
}

async function stillWaiting(end: number): Promise<void> {
  if (performance.now() > end) throw new Error('The model does not come to the end of the article.');
  await pause(50);
}

/** The function that it returns ends it, and gives the longest between two ticks: what of it the thread worked, and how late the tick was. */
function watchMainThread(): () => Pick<Busy, 'work' | 'late'> {
  let [at, worked] = [performance.now(), mainThreadTime(process.pid)];
  const longest = { work: 0, late: 0 };
  const timer = setInterval(() => {
    const [now, work] = [performance.now(), mainThreadTime(process.pid)];
    longest.work = Math.max(longest.work, work - worked);
    longest.late = Math.max(longest.late, now - at - TICK_MS);
    [at, worked] = [now, work];
  }, TICK_MS);
  return () => {
    clearInterval(timer);
    return longest;
  };
}
