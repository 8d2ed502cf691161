/** The ledger of claims: who says what, of what kind they are, with which words. Linear in claims. */
import type { Article, Claim } from '../analysis/article.js';
import type { BlockLinks } from '../analysis/claims/index.js';
import type { BlockClaims, ClaimCandidate, SourceKind } from '../analysis/types.js';
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
    cue: ownWords(article, claim.cue, SOURCE_LENGTH), content: contentWords(article, claim),
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

/** Made once for a version, when a list is first asked for: its places are asked for one by one. */
const placed = new WeakMap<Article, readonly PlacedWords[]>();

/** Of all claims, in order: the same objects in later versions as long as nothing in them changes. */
export function placedClaims(article: Article): readonly PlacedWords[] {
  const known = placed.get(article);
  if (known !== undefined) return known;
  const made = placeClaims(article);
  placed.set(article, made);
  return made;
}

function placeClaims(article: Article): PlacedWords[] {
  const all: PlacedWords[] = [];
  const links = article.links();
  for (const [i, { claims, paragraph }] of article.blocks.entries()) {
    if (claims.claims.length === 0) continue;
    const known = madeRows.get(claims);
    const isKnown = known !== undefined && known.links === links[i]?.links && known.paragraph === paragraph;
    const rows = isKnown ? known.rows : article.claimsOf(i).map((claim) => ({ words: claimWords(article, claim), paragraph: paragraph > 0 ? paragraph : null }));
    // Where a quotation goes on in other paragraphs, those may have changed.
    if (!isKnown && claims.openAtEnd === null && !claims.claims.some(({ mark }) => mark?.wide === true)) madeRows.set(claims, { links: links[i]?.links, paragraph, rows });
    for (const row of rows) all.push(row);
  }
  return all;
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

