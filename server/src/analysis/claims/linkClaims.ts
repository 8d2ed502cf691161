import type { Span } from '../../base/span.js';
import type { BlockClaims, ClaimCandidate, EntityType, SourceKind, TokenisedBlock } from '../types.js';

/** What the link pass reads of a block: the article's own blocks have it. */
export interface LinkableBlock {
  readonly claims: BlockClaims;
  readonly mentions: readonly (Span & { readonly type: EntityType; readonly entity: string; readonly canonical: string })[];
  readonly analysis: { readonly tokenised: TokenisedBlock };
}

export interface LinkedClaim {
  /** Index of the block in the list. */
  readonly block: number;
  readonly candidate: ClaimCandidate;
  /** Pieces of the same quotation in later blocks, relative to those blocks. */
  readonly extraContent: readonly { readonly block: number; readonly span: Span }[];
  readonly sourceKind: SourceKind;
  readonly kindReason: string;
  /** What a pronoun or a definite role points back to. */
  readonly antecedent?: { readonly block: number; readonly span: Span; readonly why: string };
}

/** Every claim of every block, in order. */
export function linkClaims(blocks: readonly LinkableBlock[]): LinkedClaim[] {
  const linked: LinkedClaim[] = [];
  blocks.forEach((block, index) => {
    for (const candidate of block.claims.claims) linked.push({ block: index, candidate, extraContent: [], sourceKind: candidate.sourceKind, kindReason: candidate.kindReason });
  });
  return linked;
}
