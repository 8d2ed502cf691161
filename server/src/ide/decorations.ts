/** Claims as the editor draws them, and boilerplate to dim: only what touches the spans asked for. Work: the blocks that these touch. */
import type { Article, Claim } from '../analysis/article.js';
import { ownClaimsOf } from '../analysis/reading/index.js';
import type { SourceKind } from '../analysis/types.js';
import { overlaps } from '../base/span.js';
import type { Span } from '../base/span.js';
import type { ClaimStyle } from '../protocol.js';
import { blocksIn, claimsReaching } from './claimPlaces.js';

const STYLES: Readonly<Record<SourceKind, ClaimStyle>> = {
  'named-person': 'named', 'named-organisation': 'named', 'official-body': 'official', 'unnamed-described': 'unnamed', 'unnamed-bare': 'unnamed',
  document: 'document', author: 'document', article: 'article',
};

export interface DrawnClaim {
  readonly style: ClaimStyle;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export function claimsIn(article: Article, visible: readonly Span[]): DrawnClaim[] {
  const found = claimsReaching(article, visible).filter((claim) => isVisible(claim, visible));
  return found.sort((a, b) => a.index - b.index).map((claim) => ({
    style: STYLES[claim.linked.sourceKind], source: claim.source, cue: claim.cue, content: claim.content,
  }));
}

/** What the article says in its own voice. Work: the blocks in sight. */
export function ownClaimsIn(article: Article, visible: readonly Span[]): DrawnClaim[] {
  return blocksIn(article, visible).flatMap((index) => ownClaimsOf(article, index)).map((span) => ({ style: 'article', source: [], cue: [], content: [span] }));
}

export function boilerplateIn(article: Article, visible: readonly Span[]): Span[] {
  return blocksIn(article, visible).flatMap((index) => article.blocks[index] ?? []).filter(({ zone }) => zone === 'boilerplate');
}

function isVisible(claim: Claim, visible: readonly Span[]): boolean {
  return visible.some((s) => [claim.content, claim.cue, claim.source].some((part) => part.some((p) => overlaps(p, s))));
}
