/** Claims as the editor draws them, and boilerplate to dim: only what touches the spans asked for. */
import type { Article, Claim } from '../analysis/article.js';
import type { SourceKind } from '../analysis/types.js';
import { overlaps } from '../base/span.js';
import type { Span } from '../base/span.js';
import type { ClaimStyle } from '../protocol.js';

const STYLES: Readonly<Record<SourceKind, ClaimStyle>> = {
  'named-person': 'named', 'named-organisation': 'named', 'official-body': 'official', 'unnamed-described': 'unnamed', 'unnamed-bare': 'unnamed',
  document: 'document', author: 'document', article: 'document',
};

export interface DrawnClaim {
  readonly style: ClaimStyle;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

export function claimsIn(article: Article, visible: readonly Span[]): DrawnClaim[] {
  return article.claims().filter((claim) => isVisible(claim, visible)).map((claim) => ({
    style: STYLES[claim.linked.sourceKind], source: claim.source, cue: claim.cue, content: claim.content,
  }));
}

export function boilerplateIn(article: Article, visible: readonly Span[]): Span[] {
  return article.blocks.filter((block) => block.zone === 'boilerplate' && visible.some((s) => overlaps(s, block)));
}

function isVisible(claim: Claim, visible: readonly Span[]): boolean {
  return visible.some((s) => [claim.content, claim.cue, claim.source].some((part) => part.some((p) => overlaps(p, s))));
}
