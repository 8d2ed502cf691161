/**
 * The immutable result for one version of one text, and the questions that features ask of it.
 * Spans inside blocks are relative; every function here answers in document offsets.
 */
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import { indexAt, moved, touches } from '../base/span.js';
import type { BlockLinks, LinkedClaim } from './claims/index.js';
import { resolveDate } from './entities/values/index.js';
import type { NameDecision } from './entities/names/index.js';
import type { BlockAnalysis } from './blockAnalysis.js';
import type { SameEnds, Version } from './history.js';
import type { SeeBlock } from './wordIndex.js';
import type { ArticleDate, Block, BlockClaims, ClaimCandidate, DateExpression, EntityType, NameCandidate, ValueMention } from './types.js';

/** A span with an entity type. What the whole article makes of a candidate is in it already. */
export interface Mention extends Span {
  readonly type: EntityType;
  readonly text: string;
  /** Equal for all mentions of one entity; unique to the mention for amounts and times. */
  readonly entity: string;
  readonly canonical: string;
  /** Confidence below one half. The exact figure moves with every mention elsewhere, so it is asked of the article. */
  readonly uncertain: boolean;
  readonly name?: NameCandidate;
  readonly value?: ValueMention;
}

/** A block with all that is known of it in this version. */
export interface ArticleBlock extends Block {
  readonly analysis: BlockAnalysis;
  /** Ordered, disjoint, relative to the block. */
  readonly mentions: readonly Mention[];
  readonly claims: BlockClaims;
}

/** A claim in document offsets. */
export interface Claim {
  readonly index: number;
  readonly block: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly linked: LinkedClaim;
  /** Index, in the article's list, of the claim around this nested one. */
  readonly parent: number | null;
  /** Who speaks, where the source is, or resolves to, one entity. */
  readonly entity: string | undefined;
  /** The canonical name of that entity. */
  readonly name: string | undefined;
}

/** What the article says of an entity, wherever in it that stands: the same object in later versions as long as that is the same. */
export interface NamedEntity {
  readonly id: string;
  readonly type: EntityType;
  readonly canonical: string;
  /** The mentions, in order, with places relative to their blocks. Never empty. */
  readonly forms: readonly Mention[];
  /** How many they are. Work: none. */
  readonly count: number;
  /** The same object in later versions, too, where the forms have only moved: what is made of their words and roles is kept by it. */
  readonly words: object;
}

export interface Entity extends NamedEntity {
  /** In document offsets, in order. */
  readonly mentions: readonly Mention[];
}

export interface Article {
  /** As one string: made when first asked for in a version, at the price of a copy of all of it. */
  readonly text: string;
  /** The same, of which a part is read at the price of that part. */
  readonly written: Text;
  readonly date: ArticleDate | null;
  readonly blocks: readonly ArticleBlock[];
  readonly version: Version;
  /** Which blocks are what they were in a version before. Work: none. The two ends may overlap. */
  sameSince(version: Version): SameEnds;
  /** What the whole article makes of a name at the moment; undefined for amounts and times. */
  decision(mention: Mention): NameDecision | undefined;
  /** Linked over the whole article, in order of their blocks; made when first asked for. */
  claims(): readonly Claim[];
  /** Those whose own block is the one of this index. Work: that block. */
  claimsOf(block: number): readonly Claim[];
  /** What linking made of each block: the same objects in later versions as long as that is the same, wherever a block moves. */
  links(): readonly BlockLinks[];
  /** All entities of names, in order of first mention. */
  entities(): readonly NamedEntity[];
  /** One of them. Work: its mentions. */
  entity(id: string): Entity | undefined;
  /**
   * The best so many of those in whose names a word begins with these letters: by `rate`, which gives at most an entity's count and 0 for
   * one that is not wanted; of equal ones the first mentioned. Work: a glance at each that begins so.
   */
  bestWith(letters: string, limit: number, rate: (entity: NamedEntity) => number): readonly NamedEntity[];
  /** Its first mention in document offsets. Work: none. */
  firstMention(entity: NamedEntity): Mention | undefined;
  /** Shows the blocks that hold this run of letters and figures, written alike, in order. Work: those. */
  eachBlockWith(run: string, see: SeeBlock): void;
  /** In how many blocks such a run stands. Work: none. */
  spreadOf(run: string): number;
}

/** Index of the last block that starts at or before the offset, or -1. */
export function blockIndexAt(blocks: readonly Span[], offset: number): number {
  return indexAt(blocks, offset);
}

/** Words that are known by their place in a block, in document offsets; undefined where the block is not there. */
export function placeOfWords(article: Article, { block, span }: { readonly block: number; readonly span: Span }): Span | undefined {
  const start = article.blocks[block]?.start;
  return start === undefined ? undefined : moved(span, start);
}

/** The claim of an earlier block whose quotation goes on in this one. */
export function continuedIn(article: Article, block: number): Claim | undefined {
  const continued = article.links()[block]?.continued ?? null;
  return continued === null ? undefined : article.claimsOf(block - continued.back)[continued.claim];
}

/** Claims that a person has marked over the border of their block, in order. Work: all claims of the blocks, none of which is made. */
export function wideClaims(article: Article): Claim[] {
  return article.blocks.flatMap(({ claims }, b) => (claims.claims.some(isWide) ? article.claimsOf(b).filter((claim) => isWide(claim.linked.candidate)) : []));
}

function isWide({ mark }: ClaimCandidate): boolean {
  return mark?.wide === true;
}

/** The mention that the caret touches, in document offsets. */
export function mentionAt(article: Article, offset: number): Mention | undefined {
  const block = article.blocks[blockIndexAt(article.blocks, offset)];
  if (block === undefined || offset > block.end) return undefined;
  const inside = offset - block.start;
  const hits = block.mentions.filter((m) => touches(m, inside));
  const hit = hits.find((m) => inside < m.end) ?? hits[0];
  return hit === undefined ? undefined : moved(hit, block.start);
}

/** All mentions in document offsets, in order. */
export function* mentionsOf(article: Article): Generator<Mention> {
  for (const block of article.blocks) for (const mention of block.mentions) yield moved(mention, block.start);
}

/** Mentions that lie in the span, in document offsets, in order. Work: the blocks that the span touches. */
export function mentionsWithin(article: Article, within: Span): Mention[] {
  const found: Mention[] = [];
  for (let i = Math.max(0, blockIndexAt(article.blocks, within.start)); i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined || block.start >= within.end) break;
    for (const mention of block.mentions) {
      if (block.start + mention.start >= within.start && block.start + mention.end <= within.end) found.push(moved(mention, block.start));
    }
  }
  return found;
}

/** ISO date, month, year or inclusive interval of a DATE or TIME mention; undefined for durations and what the text leaves open. */
export function resolvedDate(article: Article, mention: Mention): string | undefined {
  const expression = mention.value?.date;
  if (expression === undefined) return undefined;
  return resolveDate(expression, article.date?.iso ?? null, contextDay(article, mention)?.iso ?? null);
}

export interface ContextDay {
  readonly iso: string;
  /** The words that name the day; undefined if it is the article's own. */
  readonly mention?: Mention;
}

/**
 * The day from which "two days earlier" counts: the last one named before it in the same paragraph,
 * else the article's own for what lies before it. Undefined for a mention that counts from no other day.
 */
export function contextDay(article: Article, mention: Mention): ContextDay | undefined {
  const expression = mention.value?.date;
  if (expression?.kind !== 'offset' || expression.from !== 'context') return undefined;
  const block = article.blocks[blockIndexAt(article.blocks, mention.start)];
  let named = NOTHING_NAMED;
  for (const { mention: earlier, iso } of block === undefined ? [] : datesIn(article, block)) {
    if (earlier.end > mention.start) break;
    named = withNamed(named, iso, earlier);
  }
  return countedFrom(article, expression, named);
}

export interface DatedMention {
  /** In document offsets. */
  readonly mention: Mention;
  /** As `resolvedDate` gives it. */
  readonly iso: string | undefined;
}

/** Dates and times of a block in order, with their resolutions. One pass: a date may count from the one before it, which counts from another. */
export function* datesIn(article: Article, block: ArticleBlock): Generator<DatedMention> {
  let named = NOTHING_NAMED;
  for (const relative of block.mentions) {
    const expression = relative.value?.date;
    if (expression === undefined) continue;
    const mention = moved(relative, block.start);
    const iso = resolveDate(expression, article.date?.iso ?? null, countedFrom(article, expression, named)?.iso ?? null);
    named = withNamed(named, iso, mention);
    yield { mention, iso };
  }
}

/** What was named last before an expression in its paragraph: a day, and a day, month or year. */
interface Named {
  readonly day?: ContextDay;
  readonly any?: ContextDay;
}

const NOTHING_NAMED: Named = {};

function withNamed(named: Named, iso: string | undefined, mention: Mention): Named {
  if (iso === undefined || iso.length > ISO_DAY_LENGTH) return named;
  const found: ContextDay = { iso, mention };
  return iso.length === ISO_DAY_LENGTH ? { day: found, any: found } : { ...named, any: found };
}

/** "Two years later" counts from a year as well; days and weeks only from a day. */
function countedFrom(article: Article, expression: DateExpression, named: Named): ContextDay | undefined {
  if (expression.kind !== 'offset' || expression.from !== 'context') return undefined;
  const isCoarse = expression.unit === 'year' || expression.unit === 'month' && named.any?.iso.length !== ISO_YEAR_LENGTH;
  const found = (isCoarse ? named.any : undefined) ?? named.day;
  if (found !== undefined) return found;
  return expression.amount < 0 && article.date !== null ? { iso: article.date.iso } : undefined;
}

const ISO_YEAR_LENGTH = '2025'.length;
const ISO_DAY_LENGTH = '2025-03-24'.length;

/** 0–1. */
export function confidenceOf(article: Article, mention: Mention): number {
  return mention.value?.confidence ?? article.decision(mention)?.confidence ?? 0;
}

/** Paragraph number that cards print as ¶n; undefined outside the body. */
export function paragraphAt(article: Article, offset: number): number | undefined {
  const block = article.blocks[blockIndexAt(article.blocks, offset)];
  return block !== undefined && block.paragraph > 0 ? block.paragraph : undefined;
}

/** True if the decision makes the candidate a mention. */
export function isName(decision: NameDecision): decision is NameDecision & { type: NonNullable<NameDecision['type']> } {
  return decision.type !== null;
}
