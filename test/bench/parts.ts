/**
 * `npm run bench -- parts [--write] [--show] [--train]`: how often the right source is among the first three that are offered for the
 * words of a claim. Reads marked articles of the shared folder beside the project; `--train` those that the rules were written on.
 */
import { existsSync, readFileSync } from 'node:fs';
import { ArticleEngine } from '../../server/src/analysis/engine.js';
import { dateFromFileName } from '../../server/src/analysis/structure/index.js';
import { likelyParts } from '../../server/src/annotations/live/likelyParts.js';
import type { Span } from '../../server/src/base/span.js';
import { hull } from '../../server/src/base/span.js';
import { loadGazetteer } from '../../server/src/knowledge/gazetteer.js';
import { writeTable } from './document.js';

type Pairs = readonly (readonly [number, number])[];

interface Marked {
  readonly id: string;
  readonly text: string;
  readonly claims: readonly { readonly source: Pairs; readonly cue: Pairs; readonly content: Pairs }[];
}

/** Sources, or cues, of the same kind. */
class Tally {
  all = 0;
  /** Right ones by the place at which they are offered, from 0. */
  readonly at: number[] = [];

  add(rank: number): void {
    this.all++;
    if (rank >= 0) this.at[rank] = (this.at[rank] ?? 0) + 1;
  }

  /** Of those that stand among the first so many. */
  share(first: number): number {
    let sum = 0;
    for (let i = 0; i < first; i++) sum += this.at[i] ?? 0;
    return sum / Math.max(1, this.all);
  }
}

const LIMIT = 0.9;
/** Letters in both, twice, of the letters of each. */
const ALIKE = 0.5;

const train = process.argv.includes('--train');
const file = train ? '../shared/data/train/wikinews/marked.jsonl' : '../shared/data/dev/wikinews.jsonl';

function measure(articles: readonly Marked[]): { readonly rows: ReadonlyMap<string, Tally>; readonly sources: Tally } {
  const gazetteer = loadGazetteer();
  const rows = new Map(['with a source', 'without one', '**sources, all**', 'cues'].map((name) => [name, new Tally()]));
  const sources = rows.get('**sources, all**') ?? new Tally();
  for (const { id, text, claims } of articles) {
    const article = new ArticleEngine(gazetteer).update(text, undefined, { fileName: dateFromFileName(id) });
    for (const claim of claims) {
      const content = hull(spansOf(claim.content));
      if (content === undefined) continue;
      const offered = likelyParts(article, content);
      const rank = offered.sources.findIndex(({ spans }) => isRight(spans, claim.source));
      sources.add(rank);
      rows.get(claim.source.length > 0 ? 'with a source' : 'without one')?.add(rank);
      if (claim.cue.length > 0) rows.get('cues')?.add(offered.cues.findIndex(({ spans }) => isRight(spans, claim.cue)));
      if (process.argv.includes('--show') && (rank < 0 || rank > 2)) {
        const words = (spans: readonly Span[]): string => spans.map((s) => text.slice(s.start, s.end)).join(' … ') || '∅';
        const around = text.slice(Math.max(0, content.start - 200), content.start) + '⟦' + text.slice(content.start, content.end) + '⟧' + text.slice(content.end, content.end + 120);
        process.stdout.write(`${rank} gold: ${words(spansOf(claim.source))} | cue: ${words(spansOf(claim.cue))}\n   offered: ${offered.sources.slice(0, 6).map((s) => `${words(s.spans)} (${s.reason})`).join(' | ')}\n   ${around.replace(/\n/g, '¶')}\n\n`);
      }
    }
  }
  return { rows, sources };
}

function isRight(offered: readonly Span[], marked: Pairs): boolean {
  const right = spansOf(marked);
  if (right.length === 0 || offered.length === 0) return right.length === offered.length;
  let both = 0;
  for (const a of offered) for (const b of right) both += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return 2 * both >= ALIKE * (lengthOf(offered) + lengthOf(right));
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function spansOf(pairs: Pairs): Span[] {
  return pairs.map(([start, end]) => ({ start, end }));
}

function main(): void {
  if (!existsSync(file)) {
    process.stdout.write(`Likely parts are not measured: there is no ${file}.\n`);
    return;
  }
  const articles = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() !== '').map((line) => JSON.parse(line) as Marked);
  const { rows, sources } = measure(articles);
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const table = [
    `Measured ${new Date().toISOString().slice(0, 10)} with \`npm run bench -- parts --write\`: the claims of ${articles.length} ${train ? 'training' : 'development'} articles (wikinews), rules and lists alone. Asked for: sources, all, 90 % among the first three.`, '',
    '| offered for the words of a claim | claims | first | among the first three | among all offered |', '|---|---|---|---|---|',
    ...[...rows].map(([name, tally]) => `| ${name} | ${tally.all} | ${percent(tally.share(1))} | ${percent(tally.share(3))} | ${percent(tally.share(tally.at.length))} |`),
  ].join('\n');
  process.stdout.write(`${table}\n`);
  if (process.argv.includes('--write') && !train) writeTable('parts', table);
  process.exitCode = sources.share(3) >= LIMIT ? 0 : 1;
}

main();
