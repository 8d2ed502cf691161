/** The ledger of claims: who says what, of what kind they are, with which words. Linear in claims. */
import type { Article, Claim } from '../analysis/article.js';
import type { BlockLinks } from '../analysis/claims/index.js';
import type { History, SameEnds, Version } from '../analysis/history.js';
import type { BlockClaims, ClaimCandidate, QuotationKind, SourceKind } from '../analysis/types.js';
import { detached } from '../base/detached.js';
import type { Span } from '../base/span.js';
import { excerpt, jumpOf } from './claimPlaces.js';
import { pointedText } from './sayings.js';

/** What a list says of a claim, wherever in the text it stands. */
export interface ClaimWords {
  /** As the article writes it; empty for a claim without a source. */
  readonly source: string;
  /** Canonical name of who speaks, where the source is, or resolves to, one entity. */
  readonly name: string | null;
  readonly entity: string | null;
  readonly kind: SourceKind;
  /** Nobody with a name answers for it. */
  readonly unnamed: boolean;
  readonly cue: string;
  readonly content: string;
  readonly quotation: QuotationKind;
}

/** Characters of what is said. */
const CONTENT_LENGTH = 300;
const SOURCE_LENGTH = 200;

/** By what was found in a block, which stays the same object while nothing in the block changes. */
const madeWords = new WeakMap<ClaimCandidate, ClaimWords>();

/** Words of a claim: the same object in later versions as long as nothing in them changes. They hold on to no version's text. */
export function claimWords(article: Article, claim: Claim): ClaimWords {
  const { candidate, sourceKind, extraContent } = claim.linked;
  const name = claim.name ?? null;
  const entity = claim.entity ?? null;
  const known = madeWords.get(candidate);
  // Where a quotation goes on in other paragraphs, those may have changed.
  const isWhole = extraContent.length === 0 && candidate.mark?.wide !== true;
  const isKnown = known !== undefined && isWhole && known.kind === sourceKind && known.name === name && known.entity === entity;
  if (isKnown) return known;
  const made = {
    source: ownWords(article, claim.source, SOURCE_LENGTH), name, entity, kind: sourceKind, unnamed: sourceKind.startsWith('unnamed'),
    cue: ownWords(article, claim.cue, SOURCE_LENGTH), content: contentWords(article, claim), quotation: candidate.quotation,
  };
  if (isWhole) madeWords.set(candidate, made);
  return made;
}

/** What a list says of a claim, and where the text has it. */
export interface PlacedWords {
  readonly words: ClaimWords;
  /** Counted from 1; `null` outside the body. */
  readonly paragraph: number | null;
}

interface MadeRows {
  readonly links: BlockLinks['links'] | undefined;
  readonly paragraph: number;
  readonly rows: readonly PlacedWords[];
}

/** By what was found in a block. */
const madeRows = new WeakMap<BlockClaims, MadeRows>();

/** The rows of a version, and what they were made of. */
interface Placed {
  readonly version: Version;
  readonly links: readonly BlockLinks[];
  readonly rows: readonly PlacedWords[];
  /** Number of each block's first row, and of all rows. */
  readonly firsts: Int32Array;
  /** Blocks whose rows hang on other blocks, too. */
  readonly wide: readonly number[];
}

/** The last rows that were made of an article that is being edited: of most blocks they still hold. */
const latest = new WeakMap<History, Placed>();

/** Made once for a version, when a list is first asked for: its places are asked for one by one. */
const placed = new WeakMap<Article, readonly PlacedWords[]>();

/** Of all claims, in order: the same objects in later versions as long as nothing in them changes. */
export function placedClaims(article: Article): readonly PlacedWords[] {
  const known = placed.get(article);
  if (known !== undefined) return known;
  const { history } = article.version;
  const made = placeClaims(article, latest.get(history));
  latest.set(history, made);
  placed.set(article, made.rows);
  return made.rows;
}

/** Work: the blocks that the article does not know to be what they were, or whose claims are linked otherwise; of the others their rows are copied together. */
function placeClaims(article: Article, before: Placed | undefined): Placed {
  const links = article.links();
  const count = article.blocks.length;
  const { front, back } = before === undefined ? { front: 0, back: 0 } : keptEnds(article, links, before);
  const behind = count - back;
  const shift = before === undefined ? 0 : before.links.length - count;
  const start = before?.firsts[front] ?? 0;
  const end = before?.firsts[behind + shift] ?? 0;
  const middle: PlacedWords[] = [];
  const middleFirsts: number[] = [];
  const middleWide: number[] = [];
  for (let b = front; b < behind; b++) {
    middleFirsts.push(start + middle.length);
    for (const row of rowsOf(article, links, b)) middle.push(row);
    if (isWide(article.blocks[b]?.claims)) middleWide.push(b);
  }
  const rows = before === undefined ? middle : spliced(before.rows, start, end, middle);
  const firsts = new Int32Array(count + 1);
  if (before !== undefined) firsts.set(before.firsts.subarray(0, front));
  firsts.set(middleFirsts, front);
  for (let b = behind; b <= count; b++) firsts[b] = start + middle.length + (before?.firsts[b + shift] ?? 0) - end;
  // Those that were carried over may hang on blocks that are others now; those between are just made.
  const carried = (before?.wide ?? []).flatMap((was) => (was < front ? [was] : was - shift >= behind ? [was - shift] : []));
  for (const b of carried) for (const [i, row] of rowsOf(article, links, b).entries()) rows[(firsts[b] ?? 0) + i] = row;
  return { version: article.version, links, rows, firsts, wide: [...carried, ...middleWide] };
}

/** The rows with others between two numbers. An article has thousands: what a key makes of them is to be one copy. */
function spliced(rows: readonly PlacedWords[], start: number, end: number, middle: readonly PlacedWords[]): PlacedWords[] {
  if (middle.length !== end - start) return rows.slice(0, start).concat(middle, rows.slice(end));
  const copy = rows.slice();
  for (const [i, row] of middle.entries()) copy[start + i] = row;
  return copy;
}

/** So many blocks at both ends have the claims that they had, linked as they were. */
function keptEnds(article: Article, links: readonly BlockLinks[], before: Placed): SameEnds {
  const same = article.sameSince(before.version);
  const limit = Math.min(links.length, before.links.length);
  let front = 0;
  while (front < Math.min(limit, same.front) && isSameLinks(links[front], before.links[front])) front++;
  let back = 0;
  while (back < Math.min(limit - front, same.back) && isSameLinks(links[links.length - 1 - back], before.links[before.links.length - 1 - back])) back++;
  return { front, back };
}

function isSameLinks(a: BlockLinks | undefined, b: BlockLinks | undefined): boolean {
  return a === b || a?.links === b?.links;
}

function rowsOf(article: Article, links: readonly BlockLinks[], b: number): readonly PlacedWords[] {
  const block = article.blocks[b];
  if (block === undefined || block.claims.claims.length === 0) return [];
  const { claims, paragraph } = block;
  const known = madeRows.get(claims);
  if (known !== undefined && known.links === links[b]?.links && known.paragraph === paragraph) return known.rows;
  const rows = article.claimsOf(b).map((claim) => ({ words: claimWords(article, claim), paragraph: paragraph > 0 ? paragraph : null }));
  if (!isWide(claims)) madeRows.set(claims, { links: links[b]?.links, paragraph, rows });
  return rows;
}

/** Where a quotation goes on in other paragraphs, those may have changed. */
function isWide(claims: BlockClaims | undefined): boolean {
  return claims !== undefined && (claims.openAtEnd !== null || claims.claims.some(({ mark }) => mark?.wide === true));
}

/** Where to jump for the claims of these numbers in the list, or for all; undefined for a number that it does not have. Work: their blocks. */
export function claimJumps(article: Article, numbers: readonly number[] | null): (Span | undefined)[] {
  if (numbers === null) return article.claims().map((claim) => jumpOf(article, claim));
  return numbers.map((number) => {
    const claim = claimNumbered(article, number);
    return claim === undefined ? undefined : jumpOf(article, claim);
  });
}

function claimNumbered(article: Article, number: number): Claim | undefined {
  let first = 0;
  for (const [block, { links }] of article.links().entries()) {
    if (number < first + links.length) return article.claimsOf(block)[number - first];
    first += links.length;
  }
  return undefined;
}

function ownWords(article: Article, spans: readonly Span[], limit: number): string {
  const words = excerpt(article, spans, limit);
  return detached(words, 0, words.length);
}

/** A lone "this" with what it points to. */
function contentWords(article: Article, claim: Claim): string {
  const words = `${excerpt(article, claim.content, CONTENT_LENGTH)}${pointedText(article, claim, (spans) => excerpt(article, spans, CONTENT_LENGTH / 2))}`;
  return detached(words, 0, words.length);
}

