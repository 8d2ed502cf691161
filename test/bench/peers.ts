/**
 * `npm run bench -- peers --python=PYTHON [--write]`: rules and model together, natively and in WebAssembly, beside spaCy's `md`
 * pipeline (spacy.py says what PYTHON needs), by turns and each on one thread. Times are of the processor too, which other work on
 * the machine changes less.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { ArticleEngine } from '../../server/src/analysis/engine.js';
import type { Opinion } from '../../server/src/analysis/opinion.js';
import { loadGazetteer } from '../../server/src/knowledge/gazetteer.js';
import { loadReader } from '../../server/src/model/load.js';
import type { Runtime } from '../../server/src/model/load.js';
import { nativeRuntime, nativeSession } from '../../server/src/model/nativeSession.node.js';
import type { Reader } from '../../server/src/model/reader.js';
import { wasmSession } from '../../server/src/model/wasmSession.js';
import { longArticle } from '../fixtures/articles.js';
import { measuredWith, writeTable } from './document.js';
import { summary } from './stopwatch.js';

/** Milliseconds. */
interface Took {
  readonly wall: number;
  readonly processor: number;
  /** Names and amounts: a pipeline that finds nothing has not run. */
  readonly found: number;
}
type Peer = (text: string) => Promise<Took>;

const PARAGRAPH_ROUNDS = 30;
const ARTICLE_ROUNDS = 9;
/** Rounds that count for nothing: V8 compiles until then, and what both are asked for is what they can keep up. */
const UNCOUNTED_ROUNDS = 10;
const ARTICLE_WORDS = 3000;
const WASM = 'node_modules/onnxruntime-web/dist/ort-wasm-simd-threaded.wasm';

const python = process.argv.find((option) => option.startsWith('--python='))?.slice('--python='.length);
if (python === undefined) throw new Error('--python=PYTHON is needed: the one that has spaCy (test/bench/spacy.py)');

function reader(session: Runtime['session']): Promise<Reader> {
  return loadReader({ file: (name) => Promise.resolve(new Uint8Array(readFileSync(`models/${name}`))), session });
}

/** What the command line does with an article, from its text to all names and claims. */
function ours(model: Reader): Peer {
  return async (text) => {
    const start = performance.now();
    const before = process.cpuUsage();
    const engine = new ArticleEngine(loadGazetteer());
    const read = engine.update(text);
    const opinions: [id: string, opinion: Opinion][] = [];
    for (const block of engine.unread()) {
      const opinion = await model.read(block.text, block.sentenceEnds);
      if (opinion !== null) opinions.push([block.id, opinion]);
    }
    const article = engine.addOpinions(opinions) ?? read;
    article.claims();
    const { user, system } = process.cpuUsage(before);
    return { wall: performance.now() - start, processor: (user + system) / 1000, found: article.blocks.reduce((sum, { mentions }) => sum + mentions.length, 0) };
  };
}

/** Paragraph by paragraph, in batches of its own choice, as its documentation says for speed. */
function spacy(executable: string): { peer: Peer; stop: () => void } {
  const child = spawn(executable, ['test/bench/spacy.py'], { stdio: ['pipe', 'pipe', 'inherit'], env: { ...process.env, OMP_NUM_THREADS: '1', BLIS_NUM_THREADS: '1' } });
  const answers = createInterface(child.stdout)[Symbol.asyncIterator]();
  return {
    peer: async (text) => {
      child.stdin.write(`${JSON.stringify(text.split('\n\n'))}\n`);
      const { value, done } = await answers.next();
      if (done === true) throw new Error('spaCy does not run');
      return JSON.parse(value) as Took;
    },
    stop: () => child.stdin.end(),
  };
}

const WORDS = 'The harbour master of Quellby told reporters that Zorbatec would not sail before the talks in Riga had ended and the crews were paid';
/** 60 words, another letter in it each time. */
function paragraph(i: number): string {
  return `${WORDS} ${String.fromCharCode(97 + (i % 26))}, said Marta Ruusmann, who leads the Port Workers Federation. ${WORDS.replace('Zorbatec', 'Orlin Dahl')}.`;
}

/** Medians. */
async function byTurns(rounds: number, peers: readonly Peer[], text: (i: number) => string): Promise<Took[]> {
  const all = peers.map((): Took[] => []);
  for (let i = 0; i < UNCOUNTED_ROUNDS + rounds; i++) {
    for (const [k, peer] of peers.entries()) {
      const took = await peer(text(i));
      if (took.found === 0) throw new Error('One of them found nothing');
      if (i >= UNCOUNTED_ROUNDS) all[k]?.push(took);
    }
  }
  const median = (times: readonly Took[], of: (took: Took) => number): number => summary(times.map(of)).median;
  return all.map((times) => ({ wall: median(times, (t) => t.wall), processor: median(times, (t) => t.processor), found: median(times, (t) => t.found) }));
}

const runtime = nativeRuntime(import.meta.url);
if (runtime === undefined) throw new Error('onnxruntime-node is not installed');
const native = await reader((model, labels) => nativeSession(runtime, model, labels));
const wasm = await reader((model, labels) => wasmSession(model, labels, new Uint8Array(readFileSync(WASM)).buffer));
const other = spacy(python);
const peers = [ours(native), ours(wasm), other.peer];
const short = await byTurns(PARAGRAPH_ROUNDS, peers, paragraph);
const long = await byTurns(ARTICLE_ROUNDS, peers, () => longArticle(ARTICLE_WORDS));
other.stop();

const perSecond = ({ processor }: Took): number => ARTICLE_WORDS / processor * 1000;
const spacys = perSecond(long[2] ?? { wall: NaN, processor: NaN, found: 0 });
const cells = (took: readonly Took[], cell: (one: Took) => string): string => took.map(cell).join(' | ');
const text = [
  measuredWith('npm run bench -- peers --python=PYTHON --write'), '',
  '| | ours, native | ours, in WebAssembly | spaCy `md` |', '|---|---|---|---|',
  `| a paragraph of 60 words, ms of the processor (median of ${PARAGRAPH_ROUNDS}) | ${cells(short, (t) => t.processor.toFixed(0))} |`,
  `| the same, ms of the clock | ${cells(short, (t) => t.wall.toFixed(0))} |`,
  `| words a second of the processor, ${ARTICLE_WORDS} words (median of ${ARTICLE_ROUNDS}) | ${cells(long, (t) => perSecond(t).toFixed(0))} |`,
  `| that ÷ spaCy’s (asked for: 1.2, native) | ${cells(long, (t) => (perSecond(t) / spacys).toFixed(2))} |`,
].join('\n');
process.stdout.write(`${text}\n`);
if (process.argv.includes('--write')) writeTable('peers', text);
