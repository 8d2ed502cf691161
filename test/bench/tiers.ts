/**
 * `npm run tiers -- GOLD.jsonl… [--model FOLDER] [--types18] [--outermost] [--tune]`: the first tier alone, the model alone, and both,
 * scored by the shared scorer. `--without lists`: as if no list of names were there; `--without article`: each paragraph by itself,
 * so that no name hears of its other mentions. The model reads each block once; what it says is kept outside the repository, by the model's checksum,
 * so that a change of the weights is scored in seconds. `--tune` tries other weights, one after another, and prints the best.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ArticleEngine } from '../../server/src/analysis/engine.js';
import { MODEL_WEIGHTS } from '../../server/src/analysis/entities/names/index.js';
import type { ModelWeights } from '../../server/src/analysis/entities/names/index.js';
import type { Gazetteer } from '../../server/src/analysis/gazetteer.js';
import type { Opinion } from '../../server/src/analysis/opinion.js';
import { dateFromFileName } from '../../server/src/analysis/structure/index.js';
import { recordOf } from '../../server/src/cli/record.js';
import { loadGazetteer } from '../../server/src/knowledge/gazetteer.js';
import { loadReader } from '../../server/src/model/load.js';
import { nativeRuntime, nativeSession } from '../../server/src/model/nativeSession.node.js';

interface Gold {
  readonly id: string;
  readonly text: string;
  /** Not in sets that mark claims alone. */
  readonly entities?: readonly { type: string }[];
}
type Scores = Record<string, { p: number; r: number; f1: number }>;
type Claim = Record<'source' | 'cue' | 'content', readonly (readonly [number, number])[]>;
interface Predicted {
  readonly id: string;
  readonly entities: readonly { start: number; end: number; type: string }[];
  readonly claims: readonly Claim[];
}

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { model: { type: 'string', default: 'models' }, types18: { type: 'boolean', default: false }, outermost: { type: 'boolean', default: false }, tune: { type: 'boolean', default: false }, only: { type: 'string' }, without: { type: 'string' } },
});
const shared = resolve('../shared');
const work = join(tmpdir(), 'article-annotator-tiers');
if (options.without !== undefined && options.without !== 'lists' && options.without !== 'article') throw new Error('--without lists, or --without article');
const gazetteer = options.without === 'lists' ? withoutNames(loadGazetteer()) : loadGazetteer();

/** Common words stay: they are words, not names. */
function withoutNames(full: Gazetteer): Gazetteer {
  const nothing = (): never[] => [];
  const no = (): boolean => false;
  return { lookup: nothing, lookupCaps: nothing, startsLonger: no, maxWords: 0, isGivenName: no, isAmbiguousGivenName: no, isSurname: no, isCommonWord: (lower) => full.isCommonWord(lower), nicknamesOf: nothing, sourceNote: (source) => full.sourceNote(source) };
}

interface Part {
  readonly start: number;
  readonly text: string;
}

/** What is read as one article. */
function partsOf({ id, text }: Gold): Part[] {
  if (options.without !== 'article') return [{ start: 0, text }];
  const engine = new ArticleEngine(gazetteer);
  return engine.update(text, undefined, { fileName: dateFromFileName(id) }).blocks.map(({ start, end }) => ({ start, text: text.slice(start, end) }));
}

/** Opinions of every block of the file, by its id. */
async function opinionsOf(file: string, articles: readonly Gold[]): Promise<Map<string, Opinion>> {
  const labels = readFileSync(join(options.model, 'labels.json'));
  const key = createHash('sha256').update(labels).update(readFileSync(file)).digest('hex').slice(0, 16);
  const cache = join(work, `${basename(file)}-${key}.json`);
  const known = new Map(existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) as [string, Opinion][] : []);
  const waiting = articles.flatMap((article) => partsOf(article).flatMap(({ text }) => {
    const engine = new ArticleEngine(gazetteer);
    engine.update(text, undefined, { fileName: dateFromFileName(article.id) });
    return engine.unread().filter((block) => !known.has(block.id));
  }));
  if (waiting.length === 0) return known;
  const runtime = nativeRuntime(import.meta.url);
  if (runtime === undefined) throw new Error('onnxruntime-node is not installed');
  const reader = await loadReader({
    file: (name) => Promise.resolve(readFileSync(join(options.model, name))),
    session: (model, read) => nativeSession(runtime, model, read),
  });
  for (const block of waiting) {
    const opinion = await reader.read(block.text, block.sentenceEnds);
    if (opinion !== null) known.set(block.id, opinion);
  }
  mkdirSync(work, { recursive: true });
  writeFileSync(cache, JSON.stringify([...known]));
  return known;
}

function predict(article: Gold, opinions: ReadonlyMap<string, Opinion>, tier: 'rules' | 'model' | 'both', weights: ModelWeights): Predicted {
  const predicted = partsOf(article).map((part) => ({ start: part.start, ...predictPart(article.id, part.text, opinions, tier, weights) }));
  const by = (start: number) => ([from, to]: readonly [number, number]): [number, number] => [from + start, to + start];
  return {
    id: article.id,
    entities: predicted.flatMap(({ start, entities }) => entities.map((one) => ({ ...one, start: one.start + start, end: one.end + start }))),
    claims: predicted.flatMap(({ start, claims }) => claims.map((one) => ({ ...one, source: one.source.map(by(start)), cue: one.cue.map(by(start)), content: one.content.map(by(start)) }))),
  };
}

function predictPart(id: string, text: string, opinions: ReadonlyMap<string, Opinion>, tier: 'rules' | 'model' | 'both', weights: ModelWeights): Predicted {
  const engine = new ArticleEngine(gazetteer, weights);
  let article = engine.update(text, undefined, { fileName: dateFromFileName(id) });
  if (tier === 'model') return modelAlone(id, engine, opinions);
  if (tier === 'both') article = engine.addOpinions(opinions) ?? article;
  return recordOf(id, article);
}

function modelAlone(id: string, engine: ArticleEngine, opinions: ReadonlyMap<string, Opinion>): Predicted {
  const entities: { start: number; end: number; type: string }[] = [];
  const claims: Claim[] = [];
  for (const { id: block, start } of engine.unread()) {
    const opinion = opinions.get(block);
    const pair = (span: { start: number; end: number }): [number, number] => [span.start + start, span.end + start];
    for (const m of opinion?.mentions ?? []) entities.push({ start: m.start + start, end: m.end + start, type: m.type });
    for (const c of opinion?.claims ?? []) if (c.confidence >= 0.5) claims.push({ source: c.source.map(pair), cue: [pair(c.cue)], content: c.content.map(pair) });
  }
  return { id, entities, claims };
}

function score(file: string, predicted: readonly Predicted[]): Scores {
  mkdirSync(work, { recursive: true });
  const output = join(work, 'predicted.jsonl');
  writeFileSync(output, predicted.map((one) => JSON.stringify(one)).join('\n'));
  const gold = options.only === undefined ? file : join(work, 'gold.jsonl');
  if (options.only !== undefined) writeFileSync(gold, read(file).map((one) => JSON.stringify(one)).join('\n'));
  const types18 = options.types18 || read(file).some((one) => one.entities?.some(({ type }) => type === 'CARDINAL'));
  const flags = [...(types18 ? ['--types18'] : []), ...(options.outermost ? ['--outermost'] : [])];
  return JSON.parse(execFileSync('python3', [join(shared, 'tools/score.py'), gold, output, '--json', ...flags], { encoding: 'utf8' })) as Scores;
}

/** With `--only LIST` only the articles whose ids stand in that file, one a line: those that trained nothing. A corpus of which none stands there counts whole. */
function read(file: string): Gold[] {
  const all = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Gold);
  const only = options.only === undefined ? null : new Set(readFileSync(options.only, 'utf8').split('\n').map((line) => line.trim()));
  const chosen = only === null ? [] : all.filter(({ id }) => only.has(id));
  return chosen.length === 0 ? all : chosen;
}

const corpora = await Promise.all(files.map(async (file) => {
  const articles = read(file);
  return { file, articles, opinions: await opinionsOf(file, articles) };
}));

function scored(corpus: (typeof corpora)[number], tier: 'rules' | 'model' | 'both', weights = MODEL_WEIGHTS): Scores {
  return score(corpus.file, corpus.articles.map((article) => predict(article, corpus.opinions, tier, weights)));
}

function show(): void {
  for (const corpus of corpora) {
    const [rules, model, both] = [scored(corpus, 'rules'), scored(corpus, 'model'), scored(corpus, 'both')];
    console.log(`\n${basename(corpus.file)}, ${corpus.articles.length} articles (P / R / F1)\n${''.padEnd(16)}${'rules'.padEnd(22)}${'model'.padEnd(22)}both`);
    for (const row of Object.keys({ ...rules, ...both })) {
      const cell = (s: Scores): string => (s[row] === undefined ? '–' : `${s[row].p} / ${s[row].r} / ${s[row].f1}`).padEnd(22);
      console.log(`${row.padEnd(16)}${cell(rules)}${cell(model)}${cell(both)}`);
    }
  }
}

/** Mean over the corpora of what counts: names, and claims where there are some. */
function worth(weights: ModelWeights): number {
  const all = corpora.flatMap((corpus) => {
    const s = scored(corpus, 'both', weights);
    return [s.ALL18?.f1 ?? s['PER+ORG+LOC']?.f1, s['content+source']?.f1].filter((f1): f1 is number => f1 !== undefined);
  });
  return all.reduce((sum, f1) => sum + f1, 0) / all.length;
}

const STEPS: Readonly<Record<keyof ModelWeights, readonly number[]>> = {
  evidence: [4, 6, 8, 10, 13, 16, 20], against: [0, 2, 4, 6, 9, 12], rare: [0, 0.25, 0.5, 0.75, 1], unsaid: [0.25, 0.5, 0.75, 1], againstRare: [0, 0.1, 0.25, 0.5, 1], lowerTail: [0.3, 0.5, 0.7, 0.9, 1.01], parting: [0.5, 0.6, 0.7, 0.8, 0.9, 1.01], rareUnseen: [0.6, 0.7, 0.8, 0.9, 0.95, 1.01], unseen: [0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01], wider: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01],
  narrower: [0.4, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01], across: [0.5, 0.7, 0.8, 0.9, 0.95, 1.01], value: [0.5, 0.6, 0.7, 0.8, 0.9, 1.01], claim: [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01],
};

function tune(): void {
  let best: ModelWeights = MODEL_WEIGHTS;
  let value = worth(best);
  for (let round = 0; round < 2; round++) {
    for (const key of Object.keys(STEPS) as (keyof ModelWeights)[]) {
      for (const step of STEPS[key]) {
        if (step === best[key]) continue;
        const tried = { ...best, [key]: step };
        const its = worth(tried);
        if (its > value + 0.02) {
          best = tried;
          value = its;
        }
      }
      console.log(`${key.padEnd(12)} ${best[key]}  → ${value.toFixed(2)}`);
    }
  }
  console.log(JSON.stringify(best));
}

if (options.tune) tune();
show();
