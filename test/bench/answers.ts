/** Every request and the views at 50,000 words. */
import { longArticle } from '../fixtures/articles.js';
import { LspSession } from '../lsp/harness.js';
import { measuredWith, writeTable } from './document.js';
import { startAsExtension } from './extensionServer.js';
import { ms } from './report.js';
import { measureRequests, placesIn, typistOn } from './requests.js';
import type { RequestRow } from './requests.js';
import { whenQuiet } from './stopwatch.js';
import { measureViews } from './views.js';

interface ViewLine {
  readonly what: string;
  readonly ours: string;
  readonly baseline: string;
  /** At most 1. */
  readonly ratio: number;
}

/** `--only=keystroke|look-up`: the rows with one of these words in their names. */
const only = process.argv.find((option) => option.startsWith('--only='))?.slice('--only='.length);
const requests: RequestRow[] = [];
const views: ViewLine[] = [];

/** A frame of the screen. */
const FRAME_MS = 16;

/** Inside the words of a claim, where the line has one: what is typed there shows in the list. */
function inClaim(line: string): number {
  return Math.max(line.indexOf(' that the ferry') + ' that the '.length, line.indexOf('how many') + 'how '.length, line.indexOf('for an inquiry') + 'for an '.length);
}

/** Every request and the views, in a session of their own: what they need stays out of the figure of memory. */
async function requestsAndViews(): Promise<void> {
  const session = await startAsExtension();
  session.settings = { inlayHints: { dates: true, expansions: true, speakers: true } };
  const idle = await LspSession.start({}, ['dist-test/bench/emptyServer.mjs']);
  const text = longArticle(50_000);
  const uri = 'file:///requests.article';
  const lines = text.split('\n');
  await session.open(uri, text);
  await session.whenAnalysed(uri);
  // The packs of facts are read, which is no part of a request.
  await new Promise((resolve) => { setTimeout(resolve, 2000); });
  await whenQuiet(session.process.pid ?? 0);
  requests.push(...(await measureRequests(session, idle, uri, text, only)));
  for (const { what, first, p95, median, redrawn } of await measureViews(session, uri, typistOn(session, uri, placesIn(text).line, (line) => inClaim(lines[line] ?? '')))) {
    // The claim and, where it is nested or its source is counted anew, what is around it.
    if (!(redrawn <= 10 && (redrawn > 0 || !what.startsWith('Claims')))) throw new Error(`The benchmark's answer is wrong: ${what}: ${redrawn} rows drawn anew for a keystroke`);
    views.push({ what: `${what} after a keystroke (p95; median ${ms(median)}; its first list ${ms(first)})`, ours: ms(p95), baseline: `a frame ${FRAME_MS} ms`, ratio: p95 / FRAME_MS });
  }
  await session.stop();
  await idle.stop();
}

/** Bytes from which on an answer's size counts. */
const LARGE = 10_000;

/** Within the limit of an empty request or, for a large answer, as many times what the same one takes where it lies ready. */
function isWithin({ size, p95, empty, echo, limit }: RequestRow): boolean {
  return p95 <= limit * empty || (size >= LARGE && p95 <= limit * echo);
}

function requestTable(): string {
  const lines = requests.map((r) => {
    const size = r.size < LARGE ? `${r.size} B` : `${(r.size / 1000).toFixed(0)} kB`;
    const within = r.p95 <= r.limit * r.empty ? 'yes' : isWithin(r) ? 'by its size' : '**no**';
    return `| ${r.what} | ${size} | ${r.p95.toFixed(2)} ms | ${r.usual.toFixed(2)} | ${r.usualEcho.toFixed(2)} | ${(r.p95 / r.empty).toFixed(2)} | ${(r.p95 / r.echo).toFixed(2)} | ${r.limit} | ${within} |`;
  });
  return [
    'Each request of an article of 50,000 words: processor time of both processes at p95, by turns with an empty request to the same server, which carries nothing, and with one to a server that does',
    'nothing and has the same answer lying ready. “By its size”: an answer of 10 kB or more that is over the limit against the empty request and within it against the same answer.', '',
    '| request | answer | p95 | median × empty request | median × same answer ready | p95 × empty request | p95 × same answer ready | limit | within |', '|---|---|---|---|---|---|---|---|---|', ...lines,
  ].join('\n');
}

function viewTable(): string {
  const lines = views.map((r) => `| ${r.what} | ${r.ours} | ${r.baseline} | ${r.ratio.toFixed(2)} | ${r.ratio <= 1 ? 'yes' : '**no**'} |`);
  return [
    'Views of the same article, from the server’s report to what the editor is told to draw anew (its own drawing comes after), processor time of both processes:', '',
    '| what | ours | limit | ratio | within |', '|---|---|---|---|---|', ...lines,
  ].join('\n');
}

await requestsAndViews();
const text = [measuredWith('npm run bench -- requests --write'), '', requestTable(), '', viewTable()].join('\n');
process.stdout.write(`${text}\n`);
if (process.argv.includes('--write')) writeTable('requests', text);
process.exitCode = views.every(({ ratio }) => ratio <= 1) && requests.every(isWithin) ? 0 : 1;
