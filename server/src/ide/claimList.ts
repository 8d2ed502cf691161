/** The ledger of claims: who says what, of what kind they are, with which words. Linear in claims. */
import type { Article, Claim } from '../analysis/article.js';
import { paragraphAt } from '../analysis/article.js';
import type { SourceKind } from '../analysis/types.js';
import { overlaps } from '../base/span.js';
import type { Span } from '../base/span.js';
import { excerpt, placeOf } from './claimPlaces.js';
import { KIND_WORDS } from './words.js';

export interface ClaimRow {
  readonly index: number;
  readonly parent: number | null;
  /** As the article writes it; empty for a claim without a source. */
  readonly source: string;
  /** Canonical name of who speaks, where the source is, or resolves to, one entity. */
  readonly name: string | null;
  readonly entity: string | null;
  readonly kind: SourceKind;
  readonly kindWords: string;
  /** Nobody with a name answers for it. */
  readonly unnamed: boolean;
  readonly cue: string;
  readonly content: string;
  readonly paragraph: number | null;
  /** All of the claim in its own paragraph. */
  readonly span: Span;
  /** Where to jump: inside `span`. */
  readonly selection: Span;
}

/** Characters of what is said. */
const CONTENT_LENGTH = 300;
const SOURCE_LENGTH = 200;

export function claimList(article: Article): ClaimRow[] {
  return article.claims().map((claim) => rowOf(article, claim));
}

/** The first word that attributes the claim, else who says it, else what is said. */
export function jumpOf(article: Article, claim: Claim): Span {
  const place = placeOf(article, claim);
  return [...claim.cue, ...claim.source, ...claim.content].find((s) => overlaps(s, place)) ?? place;
}

function rowOf(article: Article, claim: Claim): ClaimRow {
  const { sourceKind } = claim.linked;
  const selection = jumpOf(article, claim);
  return {
    index: claim.index, parent: claim.parent, source: excerpt(article, claim.source, SOURCE_LENGTH),
    name: claim.entity === undefined ? null : article.entities().get(claim.entity)?.canonical ?? null, entity: claim.entity ?? null,
    kind: sourceKind, kindWords: KIND_WORDS[sourceKind], unnamed: sourceKind.startsWith('unnamed'),
    cue: excerpt(article, claim.cue, SOURCE_LENGTH), content: excerpt(article, claim.content, CONTENT_LENGTH),
    paragraph: paragraphAt(article, selection.start) ?? null, span: placeOf(article, claim), selection,
  };
}
