/** What the selection grows to: word, mention, part of a claim, claim, sentence, paragraph, document. */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { blockIndexAt, mentionAt } from '../analysis/article.js';
import { contains, hull, lengthOf, moved, touches } from '../base/span.js';
import type { Span } from '../base/span.js';
import { claimHitsAt, piecesIn } from './claimPlaces.js';

/** From the smallest to the whole document; each contains the one before and is longer. Never empty. */
export function selectionRanges(article: Article, offset: number): readonly Span[] {
  const chain: Span[] = [];
  // A quotation of several sentences is longer than the sentence in it, so length decides, not the kind.
  for (const next of spansAround(article, offset).sort((a, b) => lengthOf(a) - lengthOf(b))) {
    const last = chain.at(-1);
    if (last === undefined ? touches(next, offset) : contains(next, last) && lengthOf(next) > lengthOf(last)) chain.push({ start: next.start, end: next.end });
  }
  return chain;
}

function spansAround(article: Article, offset: number): Span[] {
  const all = [{ start: 0, end: article.written.length }];
  const block = article.blocks[blockIndexAt(article.blocks, offset)];
  if (block === undefined || offset > block.end) return all;
  const { tokens, sentences } = block.analysis.tokenised;
  const inside = offset - block.start;
  const word = wordAt(tokens, inside);
  const sentence = lastStarting(sentences, inside);
  const placed = [word, sentence].filter((s) => s !== undefined).map((s) => moved({ start: s.start, end: s.end }, block.start));
  const mention = mentionAt(article, offset);
  return [...placed, ...(mention === undefined ? [] : [mention]), ...claimSpans(article, block, offset), block, ...all];
}

function claimSpans(article: Article, block: ArticleBlock, offset: number): Span[] {
  return claimHitsAt(article, offset).flatMap(({ claim, span }) => {
    const whole = hull(piecesIn(claim, block));
    return whole === undefined ? [span] : [span, whole];
  });
}

/** A caret behind the last letter is at that word, not at the mark that follows. */
function wordAt(tokens: readonly (Span & { readonly shape: string })[], offset: number): Span | undefined {
  const index = lastIndexStarting(tokens, offset);
  const token = tokens[index];
  const before = tokens[index - 1];
  if (token !== undefined && token.shape === 'punct' && before !== undefined && before.end === offset && before.shape !== 'punct') return before;
  return token !== undefined && touches(token, offset) ? token : undefined;
}

function lastStarting<T extends Span>(spans: readonly T[], offset: number): T | undefined {
  const found = spans[lastIndexStarting(spans, offset)];
  return found !== undefined && touches(found, offset) ? found : undefined;
}

/** Index of the last span that starts at or before the offset, or -1. */
function lastIndexStarting(spans: readonly Span[], offset: number): number {
  return blockIndexAt(spans, offset);
}
