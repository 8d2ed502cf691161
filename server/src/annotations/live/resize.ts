/** The span with one word more or less at one edge. */
import type { Article } from '../../analysis/article.js';
import { blockIndexAt } from '../../analysis/article.js';
import type { Span } from '../../base/span.js';

/** A word with what belongs to it: "Jean-Philippe", "U.S.", "€2m", "don't". */
const WORD = /[\p{L}\p{N}\p{M}$€£¥%#@&]+(?:[-–’'.,&/][\p{L}\p{N}\p{M}]+)*/gu;

/** `null` where there is no such word in its paragraph. Marks between words come along with the word behind them. */
export function resizedEdge(article: Article, span: Span, edge: 'start' | 'end', change: 'extend' | 'shrink'): Span | null {
  const block = article.blocks[blockIndexAt(article.blocks, span.start)];
  if (block === undefined) return null;
  const words = [...article.text.slice(block.start, block.end).matchAll(WORD)].map((m) => ({ start: block.start + m.index, end: block.start + m.index + m[0].length }));
  if (edge === 'end') {
    if (change === 'extend') {
      const next = words.find((word) => word.end > span.end);
      return next === undefined ? null : { start: span.start, end: next.end };
    }
    const inside = words.filter((word) => word.start >= span.start && word.end < span.end);
    const last = words.some((word) => word.start < span.end && word.end >= span.end) ? inside[inside.length - 1] : inside[inside.length - 2] ?? inside[inside.length - 1];
    return last === undefined ? null : { start: span.start, end: last.end };
  }
  if (change === 'extend') {
    const before = words.filter((word) => word.start < span.start);
    const next = before[before.length - 1];
    return next === undefined ? null : { start: next.start, end: span.end };
  }
  const next = words.find((word) => word.start > span.start && word.end <= span.end);
  return next === undefined ? null : { start: next.start, end: span.end };
}
