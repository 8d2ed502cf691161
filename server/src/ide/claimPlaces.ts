/** Where the parts of claims stand, block by block: a claim lies in the block of its cue, and a continued quotation in later ones too. */
import type { Article, Claim } from '../analysis/article.js';
import { blockIndexAt, continuedIn, wideClaims } from '../analysis/article.js';
import { hull, overlaps, touches } from '../base/span.js';
import type { Span } from '../base/span.js';
import { oneLine, shortened } from './card.js';

export type ClaimPart = 'source' | 'cue' | 'content';

export interface ClaimHit {
  readonly claim: Claim;
  readonly part: ClaimPart;
  /** The piece of the part that the caret touches. */
  readonly span: Span;
}

/** Pieces of claims that the caret touches, innermost claim first; a cue goes before a source, a source before content. */
export function claimHitsAt(article: Article, offset: number): ClaimHit[] {
  const index = blockIndexAt(article.blocks, offset);
  const block = article.blocks[index];
  if (block === undefined || offset > block.end) return [];
  const own = article.claimsOf(index);
  const reaching = reachingInto(article, index);
  const hits: ClaimHit[] = [];
  for (const claim of reaching === undefined ? own : [...own, reaching]) {
    const hit = hitOn(claim, offset);
    if (hit !== undefined) hits.push(hit);
  }
  return hits.sort((a, b) => contentSize(a.claim) - contentSize(b.claim));
}

/** Indexes of the blocks that share a letter with one of the spans, in order, each once. */
export function blocksIn({ blocks }: Article, spans: readonly Span[]): number[] {
  const found = new Set<number>();
  for (const within of spans) {
    for (let i = Math.max(0, blockIndexAt(blocks, within.start)); (blocks[i]?.start ?? Infinity) < within.end; i++) {
      if ((blocks[i]?.end ?? 0) > within.start) found.add(i);
    }
  }
  return spans.length > 1 ? [...found].sort((a, b) => a - b) : [...found];
}

/** Claims of which a part may lie in the spans: those of the blocks there, and those that reach into them; each once. Work: these blocks, and once all claims if a wide one reaches in. */
export function claimsReaching(article: Article, spans: readonly Span[]): Claim[] {
  const found = new Set<Claim>();
  const blocks = blocksIn(article, spans);
  for (const i of blocks) {
    const continued = continuedIn(article, i);
    if (continued !== undefined) found.add(continued);
    for (const claim of article.claimsOf(i)) found.add(claim);
  }
  if (blocks.some((i) => article.blocks[i]?.claims.reached === true)) for (const claim of wideClaims(article)) found.add(claim);
  return [...found];
}

/** From the first letter to the last of what lies in the claim's own block: later pieces of a continued quotation are left out. */
export function placeOf(article: Article, claim: Claim): Span {
  const block = article.blocks[claim.block] ?? { start: 0, end: article.written.length };
  return hull(piecesIn(claim, block)) ?? { start: block.start, end: block.start };
}

/** The first word that attributes the claim, else who says it, else what is said. */
export function jumpOf(article: Article, claim: Claim): Span {
  const place = placeOf(article, claim);
  return [...claim.cue, ...claim.source, ...claim.content].find((s) => overlaps(s, place)) ?? place;
}

export function piecesIn(claim: Claim, within: Span): Span[] {
  const found: Span[] = [];
  for (const part of [claim.source, claim.cue, claim.content]) for (const piece of part) if (overlaps(piece, within)) found.push(piece);
  return found;
}

/** The words of the spans on one line, cut at about `limit` characters. Reads no more of a long text than it shows. */
export function excerpt(article: Article, spans: readonly Span[], limit: number): string {
  let words = '';
  for (const { start, end } of spans) {
    if (words.length > limit) break;
    const piece = oneLine(article.written.slice(start, Math.min(end, start + 2 * limit)));
    if (piece !== '') words += words === '' ? piece : ` […] ${piece}`;
  }
  return shortened(words, limit);
}

/** The claim of another block whose quotation goes on here, or that a person has marked as far as this. */
function reachingInto(article: Article, block: number): Claim | undefined {
  const here = article.blocks[block];
  const continued = continuedIn(article, block);
  if (here?.claims.reached !== true) return continued;
  const wide = wideClaims(article).filter((claim) => claim.block !== block && piecesIn(claim, here).length > 0);
  const before = [...wide.filter((claim) => claim.block < block), ...(continued === undefined ? [] : [continued])].sort((a, b) => b.index - a.index);
  // The cue may stand behind the words.
  return before[0] ?? wide[0];
}

function hitOn(claim: Claim, offset: number): ClaimHit | undefined {
  for (const part of ['cue', 'source', 'content'] as const) {
    const found = claim[part].find((s) => touches(s, offset));
    if (found !== undefined) return { claim, part, span: found };
  }
  return undefined;
}

function contentSize(claim: Claim): number {
  return claim.content.reduce((sum, s) => sum + s.end - s.start, 0);
}
