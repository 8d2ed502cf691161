/** "denied this": what a lone pronoun as content points to. Certain only where the sentence before holds one claim and nothing else does. */
import type { Span } from '../../base/span.js';
import { overlaps } from '../../base/span.js';
import type { ArticleBlock } from '../article.js';
import type { ClaimCandidate } from '../types.js';
import { firstFrom } from './words.js';

export interface Pointed {
  /** What the pronoun stands for, relative to the block; undefined where only the sentence is certain. */
  readonly content: readonly Span[] | undefined;
  /** Where it is to be looked for. */
  readonly where: 'the sentence before' | 'the paragraph before';
}

const POINTING = new Set(['this', 'that', 'it', 'so']);

/** Undefined for content that says itself what it says. */
export function pointedAt(block: ArticleBlock, candidate: ClaimCandidate): Pointed | undefined {
  const [only, second] = candidate.content;
  const { text, sentences } = block.analysis.tokenised;
  if (only === undefined || second !== undefined || only.end - only.start > 4 || !POINTING.has(text.slice(only.start, only.end).toLowerCase())) return undefined;
  const here = firstFrom(sentences, only.start + 1, (sentence) => sentence.end);
  const before = sentences[here - 1];
  if (before === undefined) return { content: undefined, where: 'the paragraph before' };
  const said = block.claims.claims.filter(({ content, cue }) => [...content, ...cue].some((piece) => overlaps(piece, before)));
  const outermost = said.filter(({ parent }) => parent === null);
  const [claim] = outermost;
  return { content: outermost.length === 1 && claim !== undefined && claim !== candidate && pointedContent(claim, text) ? claim.content : undefined, where: 'the sentence before' };
}

/** Itself no pronoun. */
function pointedContent({ content }: ClaimCandidate, text: string): boolean {
  return content.some(({ start, end }) => end - start > 4 && !POINTING.has(text.slice(start, end).toLowerCase()));
}
