/** Speed and memory, each figure beside a baseline of the same run. Every measured answer is checked, so that nothing fast and wrong is counted. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import nlp from 'compromise';
import { SemanticTokensDeltaRequest } from 'vscode-languageserver-protocol/node';
import { ArticleEngine } from '../../server/src/analysis/engine.js';
import { mentionsOf } from '../../server/src/analysis/article.js';
import { loadGazetteer } from '../../server/src/knowledge/gazetteer.js';
import { workRequest } from '../../server/src/protocol.js';
import { longArticle } from '../fixtures/articles.js';
import { LspSession } from '../lsp/harness.js';
import type { Activation, Busy } from './activation/activation.js';
import { startAsExtension } from './extensionServer.js';
import { check, ms, report } from './report.js';
import type { Row } from './report.js';
import { alternate, alternateAsync, summary, timedAsync } from './stopwatch.js';

/** Of the extension host, which all extensions of a window share. */
const LONGEST_STRETCH_MS = 50;

const rows: Row[] = [];

function firstTier(): void {
  const text = longArticle(600);
  const gazetteer = loadGazetteer();
  const ours = (): unknown => new ArticleEngine(gazetteer).update(text).claims();
  const theirs = (): unknown => nlp(text).json();
  check([...mentionsOf(new ArticleEngine(gazetteer).update(text))].length > 40, 'entities of 600 words');
  alternate(60, ours, theirs);
  const [a, b] = alternate(60, ours, theirs).map(summary);
  if (a === undefined || b === undefined) return;
  rows.push({ what: 'First tier, article of 600 words (median)', ours: ms(a.median), baseline: `compromise ${ms(b.median)}`, ratio: a.median / b.median, limit: 0.2 });
}

async function opened(words: number, start: () => Promise<LspSession> = () => LspSession.start()): Promise<{ session: LspSession; uri: string; resultId: string }> {
  const session = await start();
  const uri = `file:///bench-${words}.article`;
  await session.open(uri, longArticle(words));
  const tokens = await session.tokens(uri);
  check((tokens?.data.length ?? 0) > words / 4, 'tokens after opening');
  await session.whenAnalysed(uri);
  return { session, uri, resultId: tokens?.resultId ?? '' };
}

/** Types one letter in the middle of a paragraph and waits for the edits of the tokens. */
function typist(open: { session: LspSession; uri: string; resultId: string }, line: number): (i: number) => Promise<void> {
  return async (i) => {
    await open.session.change(open.uri, { line, character: 30 + (i % 5), text: 'x' });
    const delta = await open.session.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri: open.uri }, previousResultId: open.resultId });
    check(delta !== null && 'edits' in delta, 'a delta after a keystroke');
    open.resultId = delta?.resultId ?? '';
  };
}

async function keystrokes(small: { session: LspSession; uri: string; resultId: string }, large: typeof small): Promise<void> {
  const typeSmall = typist(small, 20);
  const typeLarge = typist(large, 1000);
  await alternateAsync(150, typeSmall, typeLarge);
  const [a, b] = (await alternateAsync(200, typeSmall, typeLarge)).map(summary);
  if (a === undefined || b === undefined) return;
  rows.push({ what: 'Keystroke to new tokens, 50,000 words (median)', ours: ms(b.median), baseline: `1,000 words ${ms(a.median)}`, ratio: b.median / a.median, limit: 1.5 });
}

async function hovers(large: { session: LspSession; uri: string }): Promise<void> {
  const { session, uri } = large;
  const empty = (): Promise<unknown> => session.connection.sendRequest(workRequest, { textDocument: { uri: 'file:///none' } });
  let cards = 0;
  const ours = async (i: number): Promise<void> => {
    const line = 4 + 2 * ((i * 37) % 900);
    if ((await session.hover(uri, line, 25 + (i % 60))) !== null) cards++;
  };
  await alternateAsync(100, ours, empty);
  const [a, b] = (await alternateAsync(1000, ours, empty)).map(summary);
  check(cards > 500, 'cards under the pointer');
  if (a === undefined || b === undefined) return;
  rows.push({ what: 'Hover, 50,000 words (p99)', ours: ms(a.p99), baseline: `empty request ${ms(b.p99)}`, ratio: a.p99 / b.p99, limit: 3 });
}

async function opening(): Promise<void> {
  const open = async (words: number): Promise<number> => {
    const session = await LspSession.start();
    const warm = 'file:///warm.article';
    await session.open(warm, longArticle(600));
    await session.tokens(warm);
    const text = longArticle(words);
    const time = await timedAsync(async () => {
      await session.open('file:///open.article', text);
      check(((await session.tokens('file:///open.article'))?.data.length ?? 0) > words / 4, 'tokens after opening');
    });
    await session.stop();
    return time;
  };
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < 7; i++) {
    small.push(await open(1000));
    large.push(await open(50_000));
  }
  const a = summary(small).median;
  const b = summary(large).median;
  rows.push({ what: 'Opening 50,000 words (median of 7)', ours: ms(b), baseline: `1,000 words ${ms(a)}`, ratio: b / a, limit: 60 });
}

/** Process start to the answer with the first tokens, against a server that does nothing. */
async function startUp(): Promise<void> {
  const start = (program?: readonly string[]) => async (): Promise<void> => {
    const session = await LspSession.start({}, program);
    await session.open('file:///start.article', longArticle(600));
    const tokens = await session.tokens('file:///start.article');
    check(program !== undefined || (tokens?.data.length ?? 0) > 100, 'first tokens');
    await session.stop();
  };
  const [a, b] = (await alternateAsync(15, start(), start(['dist-test/bench/emptyServer.mjs']))).map(summary);
  if (a === undefined || b === undefined) return;
  rows.push({ what: 'Server’s process alone, cold: start to first highlights, 600 words (median)', ours: ms(a.median), baseline: `empty server ${ms(b.median)}`, ratio: a.median / b.median });
}

/** What test/bench/activation saw in the real editor, where the client is loaded while the server starts. Activation to the first tokens. */
function activation(): void {
  const all = readFileSync('dist-test/bench/activations.jsonl', 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Activation);
  const ours = all.filter(({ extension }) => extension === 'article-annotator.article-annotator');
  const minimal = all.filter(({ extension }) => extension === 'article-annotator.minimal-client');
  check(ours.length === minimal.length && ours.length >= 8, 'as many starts of both');
  check(ours.every(({ tokens }) => tokens > 100) && minimal.every(({ tokens }) => tokens === 1), 'first highlights in the editor');
  const [a, b] = [ours, minimal].map((starts) => summary(starts.slice(1).map(({ milliseconds }) => milliseconds)));
  const [firstOfOurs, firstOfMinimal] = [ours[0]?.milliseconds ?? NaN, minimal[0]?.milliseconds ?? NaN];
  if (a === undefined || b === undefined) return;
  rows.push(
    { what: `In the editor: activation to first highlights, 600 words (median of ${ours.length - 1})`, ours: ms(a.median), baseline: `minimal language client, empty server ${ms(b.median)}`, ratio: a.median / b.median, limit: 1.5 },
    { what: 'The same, first start after installation (one start)', ours: ms(firstOfOurs), baseline: `minimal language client, empty server ${ms(firstOfMinimal)}`, ratio: firstOfOurs / firstOfMinimal },
  );
}

/** In the same editor, while the server's model reads; the server itself is in the table of the model. */
function extensionHost(): void {
  const { work, late, refreshes, seconds } = JSON.parse(readFileSync('dist-test/bench/busy.json', 'utf8')) as Busy;
  check(refreshes > 10, 'an article that the model reads');
  rows.push({
    what: `In the editor: longest that the extension host worked at a stretch while the model read 50,000 words (its main thread; ${seconds.toFixed(0)} s; by the clock ${late.toFixed(0)} ms)`,
    ours: ms(work), baseline: `limit ${LONGEST_STRETCH_MS} ms`, ratio: work / LONGEST_STRETCH_MS, limit: 1,
  });
}

/** The first start fills the code cache. The same work as that of the rows above. */
async function memoryInExtension(): Promise<void> {
  const start = (): Promise<LspSession> => startAsExtension('--code-cache=dist-test/bench/code-cache');
  const first = await opened(1000, start);
  await setTimeout(5000);
  await first.session.stop();
  const large = await opened(50_000, start);
  const type = typist(large, 1000);
  for (let i = 0; i < 350; i++) await type(i);
  for (let i = 0; i < 1100; i++) await large.session.hover(large.uri, 4 + 2 * ((i * 37) % 900), 25 + (i % 60));
  memory('extension', large.session.process.pid ?? 0);
  await large.session.stop();
}

function memory(starter: string, pid: number): void {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024;
  const idle = process.execPath;
  const bare = Number(execFileSync(idle, ['-e', 'console.log(process.memoryUsage().rss)'], { encoding: 'utf8' })) / 1024 / 1024;
  rows.push({ what: `Server memory with 50,000 words open (resident), started by the ${starter}`, ours: `${megabytes.toFixed(0)} MB`, baseline: `bare Node ${bare.toFixed(0)} MB; limit 150 MB`, ratio: megabytes / 150, limit: 1 });
}

function packageSize(): void {
  const file = readdirSync('.').find((name) => name.endsWith('.vsix'));
  if (file === undefined) return;
  const megabytes = statSync(file).size / 1e6;
  rows.push({ what: 'VSIX', ours: `${megabytes.toFixed(2)} MB`, baseline: 'limit 40 MB', ratio: megabytes / 40, limit: 1 });
}

firstTier();
const small = await opened(1000);
const large = await opened(50_000);
await keystrokes(small, large);
await hovers(large);
memory('command line', large.session.process.pid ?? 0);
await small.session.stop();
await large.session.stop();
await memoryInExtension();
await opening();
await startUp();
activation();
extensionHost();
packageSize();
report('bench', 'npm run bench -- --write', rows);
