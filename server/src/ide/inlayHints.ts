/** What the writer's own words leave out, set beside them: the calendar date, the long form of an acronym, who goes on speaking. */
import type { Article, ArticleBlock, Claim } from '../analysis/article.js';
import { blockIndexAt, datesIn } from '../analysis/article.js';
import type { DateExpression } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { touches } from '../base/span.js';
import { oneLine, shortened } from './card.js';
import { sourceName } from './claimCard.js';
import { inWords } from './isoDates.js';
import { longForm } from './longForm.js';

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
  const hints = shown.speakers ? speakers(article) : [];
  for (const block of blocksIn(article, within)) {
    if (shown.dates) hints.push(...dates(article, block));
    if (shown.expansions) hints.push(...expansions(article, block));
  }
  return hints.filter(({ offset }) => touches(within, offset)).sort((a, b) => a.offset - b.offset);
}

function* blocksIn(article: Article, within: Span): Generator<ArticleBlock> {
  for (let i = Math.max(0, blockIndexAt(article.blocks, within.start)); i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined || block.start > within.end) return;
    yield block;
  }
}

function* dates(article: Article, block: ArticleBlock): Generator<Hint> {
  for (const { mention, iso } of datesIn(article, block)) {
    if (iso === undefined || !isRelative(mention.value?.date)) continue;
    yield { offset: mention.end, label: iso.replace('/', ' to '), place: 'after', tooltip: inWords(iso) };
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
    if (id === '' || settled.has(id) || asked.has(`${id} ${text}`)) continue;
    asked.add(`${id} ${text}`);
    const entity = article.entities().get(id);
    const long = entity === undefined ? undefined : longForm(entity, text);
    if (long !== undefined || text.includes(' ')) settled.add(id);
    if (long === undefined || long.start > block.start + relative.start) continue;
    yield { offset: block.start + relative.end, label: `(${shortened(oneLine(long.text), LONGEST)})`, place: 'after', tooltip: '' };
  }
}

const continued = new WeakMap<readonly Claim[], readonly Claim[]>();

/** Those of a known speaker that go on in later paragraphs. Picked out once for a version. */
function continuedClaims(claims: readonly Claim[]): readonly Claim[] {
  const known = continued.get(claims);
  if (known !== undefined) return known;
  const made = claims.filter((claim) => claim.linked.extraContent.length > 0 && (claim.source.length > 0 || claim.entity !== undefined));
  continued.set(claims, made);
  return made;
}

/** At each later paragraph of a quotation. */
function speakers(article: Article): Hint[] {
  const hints: Hint[] = [];
  for (const claim of continuedClaims(article.claims())) {
    const label = `${shortened(sourceName(article, claim), LONGEST)}:`;
    for (const { block, span } of claim.linked.extraContent) {
      hints.push({ offset: (article.blocks[block]?.start ?? 0) + span.start, label, place: 'before', tooltip: 'Goes on speaking from an earlier paragraph' });
    }
  }
  return hints;
}
