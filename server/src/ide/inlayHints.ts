/** What the writer's own words leave out, set beside them: the calendar date, the long form of an acronym, who goes on speaking. */
import type { Article, ArticleBlock, Mention } from '../analysis/article.js';
import { blockIndexAt, continuedIn, datesIn } from '../analysis/article.js';
import type { DateExpression } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { touches } from '../base/span.js';
import { oneLine, shortened } from './card.js';
import { sourceName } from './sayings.js';
import { inWords } from './isoDates.js';
import { isAcronym, longForm } from './longForm.js';

export interface HintSettings {
  readonly dates: boolean;
  readonly expansions: boolean;
  readonly speakers: boolean;
}

export interface Hint {
  readonly offset: number;
  readonly label: string;
  readonly place: 'before' | 'after';
  /** Plain text; empty for none. */
  readonly tooltip: string;
}

/** Longest name that stands in the text as a hint, in characters. */
const LONGEST = 60;

/** Hints at offsets in the span, its borders included, in order. Work: the blocks that the span touches. */
export function inlayHints(article: Article, within: Span, shown: HintSettings): Hint[] {
  const hints: Hint[] = [];
  for (const [i, block] of blocksIn(article, within)) {
    if (shown.speakers) hints.push(...speaker(article, block, i));
    if (shown.dates) hints.push(...dates(article, block));
    if (shown.expansions) hints.push(...expansions(article, block));
  }
  return hints.filter(({ offset }) => touches(within, offset)).sort((a, b) => a.offset - b.offset);
}

function* blocksIn(article: Article, within: Span): Generator<[number, ArticleBlock]> {
  for (let i = Math.max(0, blockIndexAt(article.blocks, within.start)); i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined || block.start > within.end) return;
    yield [i, block];
  }
}

interface DateHints {
  /** The article's date, from which others count. */
  readonly counted: string | undefined;
  /** Relative to the block. */
  readonly hints: readonly Hint[];
}

/** By the mentions of a block, which stay the same object while nothing in it changes. */
const madeDates = new WeakMap<readonly Mention[], DateHints>();

function dates(article: Article, block: ArticleBlock): Hint[] {
  const counted = article.date?.iso;
  let known = madeDates.get(block.mentions);
  if (known === undefined || known.counted !== counted) {
    known = { counted, hints: [...datesOf(article, block)] };
    madeDates.set(block.mentions, known);
  }
  return known.hints.map((hint) => ({ ...hint, offset: hint.offset + block.start }));
}

function* datesOf(article: Article, block: ArticleBlock): Generator<Hint> {
  for (const { mention, iso } of datesIn(article, block)) {
    if (iso === undefined || !isRelative(mention.value?.date)) continue;
    yield { offset: mention.end - block.start, label: iso.replace('/', ' to '), place: 'after', tooltip: inWords(iso) };
  }
}

/** Says its day only together with the article's date or another one. */
function isRelative(date: DateExpression | undefined): boolean {
  if (date === undefined || date.kind === 'absolute' || date.kind === 'written' || date.kind === 'span') return false;
  return date.kind !== 'range' || isRelative(date.from) || isRelative(date.to);
}

/** One hint for an acronym in a paragraph, none where the paragraph has the long form before it. */
function* expansions(article: Article, block: ArticleBlock): Generator<Hint> {
  const settled = new Set<string>();
  // Another mention in the same words has no other long form: looking again would cost all mentions each time.
  const asked = new Set<string>();
  for (const relative of block.mentions) {
    const { entity: id, text } = relative;
    if (id === '' || settled.has(id)) continue;
    if (text.includes(' ')) settled.add(id);
    if (!isAcronym(text) || asked.has(`${id} ${text}`)) continue;
    asked.add(`${id} ${text}`);
    const entity = article.entity(id);
    const long = entity === undefined ? undefined : longForm(entity, text);
    if (long !== undefined) settled.add(id);
    if (long === undefined || long.start > block.start + relative.start) continue;
    yield { offset: block.start + relative.end, label: `(${shortened(oneLine(long.text), LONGEST)})`, place: 'after', tooltip: '' };
  }
}

/** Where the quotation of a known speaker goes on from an earlier paragraph. */
function* speaker(article: Article, block: ArticleBlock, index: number): Generator<Hint> {
  const claim = continuedIn(article, index);
  const { continues } = block.claims;
  if (claim === undefined || continues === null || (claim.source.length === 0 && claim.entity === undefined)) return;
  const label = `${shortened(sourceName(article, claim), LONGEST)}:`;
  yield { offset: block.start + continues.start, label, place: 'before', tooltip: 'Goes on speaking from an earlier paragraph' };
}
