/** The index of a workspace (2,000 articles, or as many as `--articles` says): how large it is, how long an article takes, and what is asked of it, beside an empty request. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { HoverRequest, ReferencesRequest, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol/node';
import type { Position } from 'vscode-languageserver-protocol/node';
import { ArticleEngine } from '../../server/src/analysis/engine.js';
import type * as Articles from '../../server/src/index/articles.node.js';
import { entryOf } from '../../server/src/index/entries.js';
import { packPlaces } from '../../server/src/index/packing.js';
import { uriOfPath } from '../../server/src/index/uris.js';
import { loadGazetteer } from '../../server/src/knowledge/gazetteer.js';
import { saidElsewhereRequest, saidOtherwiseRequest, workRequest } from '../../server/src/protocol.js';
import { LspSession } from '../lsp/harness.js';
import { generatedArticle } from './articles.js';
import { measuredWith, writeTable } from './document.js';
import { echoRequest, keepRequest } from './echo.js';
import { processorTimes, summary } from './stopwatch.js';

const COUNT = Number(process.argv.find((option) => option.startsWith('--articles='))?.slice('--articles='.length) ?? '2000');
const ROUNDS = 300;
/** Until the compilers of both languages have seen what is asked often enough: after 15 the first rows held mostly their work. */
const WARM_UP = 60;
const LIMIT = 5;
const LARGEST_BYTES = 2_048;
/** Bytes from which on an answer's size counts: what it costs to send is no query. */
const LARGE = 10_000;

interface Row {
  readonly what: string;
  readonly size: number;
  readonly p95: number;
  readonly usual: number;
  readonly ratio: number;
  /** p95 against the same answer lying ready in a server that does nothing. */
  readonly echo: number;
}

/** Within the limit of an empty request or, for a large answer, as many times what the same one takes where it lies ready. */
function isWithin({ ratio, size, echo }: Row): boolean {
  return ratio <= LIMIT || (size >= LARGE && echo <= LIMIT);
}

const folder = mkdtempSync(join(tmpdir(), 'bench-index-'));
try {
  await measure();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function measure(): Promise<void> {
  const news = join(folder, 'news');
  const storage = join(folder, 'storage');
  mkdirSync(news);
  const texts = Array.from({ length: COUNT }, (_, i) => generatedArticle(i));
  const files = texts.map((text, i) => {
    const path = join(news, `${i}.article`);
    writeFileSync(path, text);
    const { mtimeMs, size } = statSync(path);
    return { uri: uriOfPath(path), modified: Math.floor(mtimeMs), size };
  });
  const built = build(texts, files, join(storage, 'articles.sqlite'));
  const session = await LspSession.start({ folders: [uriOfPath(news)], storage });
  const idle = await LspSession.start({}, ['dist-test/bench/emptyServer.mjs']);
  const rows = await ask(session, idle, files[0]?.uri ?? '', texts[0] ?? '');
  await session.stop();
  await idle.stop();
  const words = texts.slice(0, 100).reduce((sum, text) => sum + text.split(/\s+/).length, 0) / Math.min(100, COUNT);
  const perArticle = built.bytes / COUNT;
  const lines = rows.map((row) => `| ${row.what} | ${row.size < LARGE ? `${row.size} B` : `${(row.size / 1000).toFixed(0)} kB`} | ${row.p95.toFixed(2)} ms | ${row.usual.toFixed(2)} | ${row.ratio.toFixed(2)} | ${row.echo.toFixed(2)} | ${row.ratio <= LIMIT ? 'yes' : isWithin(row) ? 'by its size' : '**no**'} |`);
  const out = [
    measuredWith(`npm run bench -- index --articles=${COUNT}`), '',
    `${COUNT.toLocaleString('en-US')} generated articles of ${words.toFixed(0)} words on average, with people whose names come back as often as the n-th most frequent word of a language does.`,
    `The index takes ${perArticle.toFixed(0)} bytes an article, of which ${(built.places / COUNT).toFixed(0)} are positions; without them ${(perArticle - built.places / COUNT).toFixed(0)} (limit ${LARGEST_BYTES}).`,
    `Reading and storing one article took ${(built.milliseconds / COUNT).toFixed(1)} ms of processor time (in the editor as much time again is left to others).`, '',
    `Processor time of both processes, by turns with an empty request to the same server, and with one to a server that does nothing and has the same answer lying ready. The limit is ${LIMIT} times the former at p95; “by its size”: an answer of 10 kB or more that is over it, and within ${LIMIT} times the latter. Words of other articles are read from their files once, and kept until these change; the claims of the sources that were asked for last are kept until the index changes: here they are.`, '',
    '| request | answer | p95 | median × empty | p95 × empty | p95 × same answer ready | within |', '|---|---|---|---|---|---|---|', ...lines,
  ].join('\n');
  process.stdout.write(`${out}\n`);
  if (process.argv.includes('--write')) writeTable('index', out);
  process.exitCode = perArticle - built.places / COUNT <= LARGEST_BYTES && rows.every(isWithin) ? 0 : 1;
}

function build(texts: readonly string[], files: readonly { uri: string; modified: number; size: number }[], path: string): { bytes: number; places: number; milliseconds: number } {
  const { openIndex } = createRequire(resolve('dist/articles.js'))('./articles.js') as typeof Articles;
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
  const { index } = openIndex(path, version);
  const gazetteer = loadGazetteer();
  const before = process.cpuUsage();
  let places = 0;
  texts.forEach((text, i) => {
    const file = files[i];
    const entry = entryOf(new ArticleEngine(gazetteer).update(text));
    for (const name of entry.names) places += packPlaces(name.places).length;
    for (const claim of entry.claims) places += packPlaces([claim.place]).length;
    if (file !== undefined) index.put(file, entry);
    if (i % 50 === 49) index.commit();
  });
  index.close();
  const { user, system } = process.cpuUsage(before);
  return { bytes: statSync(path).size, places, milliseconds: (user + system) / 1000 };
}

async function ask(session: LspSession, idle: LspSession, uri: string, text: string): Promise<Row[]> {
  await session.open(uri, text);
  await session.tokens(uri);
  await session.until(() => session.logs.some((line) => line.includes('articles of the workspace are indexed')));
  if (!session.logs.some((line) => line.includes(`(0 read, ${COUNT} known)`))) throw new Error(`The index was not taken up: ${session.logs.join('\n')}`);
  const { connection } = session;
  const textDocument = { uri };
  const at = (words: string): Position => {
    const lines = text.split('\n');
    const line = lines.findIndex((one) => one.includes(words));
    if (line < 0) throw new Error(`The article has no “${words}”`);
    return { line, character: (lines[line] ?? '').indexOf(words) + 1 };
  };
  const [speaker = ''] = /(?<=Transport Minister )\p{Lu}\p{L}+ \p{Lu}\p{L}+/u.exec(text) ?? [];
  const [rare = ''] = /(?<=engineer )\p{Lu}\p{L}+ \p{Lu}\p{L}+/u.exec(text) ?? [];
  const asked: readonly (readonly [what: string, least: number, ask: () => Promise<unknown>])[] = [
    ['workspace symbols, a surname', 100, () => connection.sendRequest(WorkspaceSymbolRequest.type, { query: speaker.split(' ')[1] ?? '' })],
    ['workspace symbols, two letters', 1_000, () => connection.sendRequest(WorkspaceSymbolRequest.type, { query: speaker.slice(0, 2) })],
    ['references of a name in few articles', 100, () => connection.sendRequest(ReferencesRequest.type, { textDocument, position: at(rare), context: { includeDeclaration: true } })],
    ['references of a name in hundreds of articles', 10_000, () => connection.sendRequest(ReferencesRequest.type, { textDocument, position: at('Tallinn'), context: { includeDeclaration: true } })],
    ['card with “Also in …”', 100, () => connection.sendRequest(HoverRequest.type, { textDocument, position: at(speaker) })],
    ['card of a claim, compared with 200 elsewhere', 100, () => connection.sendRequest(HoverRequest.type, { textDocument, position: at('would walk out') })],
    ['what a source says elsewhere, 50 claims', 1_000, () => connection.sendRequest(saidElsewhereRequest, { textDocument, position: at(speaker) })],
    ['a claim repeated or changed elsewhere', 100, () => connection.sendRequest(saidOtherwiseRequest, { textDocument, position: at('would walk out') })],
  ];
  const pid = session.process.pid ?? 0;
  const rows: Row[] = [];
  for (const [what, least, action] of asked) {
    const answer = await action();
    const size = JSON.stringify(answer).length;
    if (size < least) throw new Error(`The benchmark's answer is wrong: ${what} gave ${JSON.stringify(answer).slice(0, 300)}`);
    await idle.connection.sendRequest(keepRequest, { name: what, answer });
    const turns = [{ action, pid }, { action: () => connection.sendRequest(workRequest, { textDocument: { uri: 'file:///none' } }), pid }, { action: () => idle.connection.sendRequest(echoRequest, { name: what }), pid: idle.process.pid ?? 0 }];
    await processorTimes(WARM_UP, turns);
    const [a, b, c] = (await processorTimes(ROUNDS, turns)).map(summary);
    if (a === undefined || b === undefined || c === undefined) throw new Error('three times were asked for');
    rows.push({ what, size, p95: a.p95, usual: a.median / b.median, ratio: a.p95 / b.p95, echo: a.p95 / c.p95 });
  }
  return rows;
}
