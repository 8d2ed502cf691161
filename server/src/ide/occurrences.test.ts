import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../analysis/article.js';
import { ArticleEngine } from '../analysis/engine.js';
import type { Span } from '../base/span.js';
import { moved } from '../base/span.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { eachOccurrence } from './occurrences.js';

const gazetteer = loadGazetteer();
const RUN = /[\p{L}\p{M}\p{N}]/u;

function placesOf(article: Article, sought: string): Span[] {
  const found: Span[] = [];
  eachOccurrence(article, sought, (block, start, end) => found.push(moved({ start, end }, block.start)) > 0);
  return found;
}

/** The same by trying every place. */
function tried(text: string, words: string): { start: number; end: number }[] {
  const pattern = new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').split(' ').join('\\s+'), 'iuy');
  return Array.from(text).flatMap((_, start) => {
    pattern.lastIndex = start;
    const end = start + (pattern.exec(text)?.[0].length ?? 0);
    const isWhole = (at: number): boolean => !(RUN.test(text.charAt(at - 1)) && RUN.test(text.charAt(at)));
    return end > start && isWhole(start) && isWhole(end) ? [{ start, end }] : [];
  });
}

describe('words elsewhere in the article', () => {
  it('are found wherever they stand whole, whichever of them is the rarest', () => {
    const piece = fc.constantFrom('the', 'harbour', 'The', 'port', 'ports', 'port-side', ' ', '  ', '\n', '\n\n', ',', '.', '“', ' ', ' ');
    const words = fc.array(fc.constantFrom('the', 'harbour', 'port', 'port-side', 'port.', 'ports'), { minLength: 1, maxLength: 3 }).map((list) => list.join(' '));
    fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), words, (pieces, sought) => {
      const article = new ArticleEngine(gazetteer).update(pieces.join(''));
      expect(placesOf(article, sought)).toEqual(article.blocks.flatMap((block) => tried(article.text.slice(block.start, block.end), sought).map((span) => moved(span, block.start))));
    }), { numRuns: 500 });
  });

  it('are told in order, also where a paragraph was written since', () => {
    const engine = new ArticleEngine(gazetteer);
    const text = 'The port of Riga is a port.\n\nThe mayor did not say more.\n\nA PORT it stays.';
    placesOf(engine.update(text), 'port');
    const article = engine.update(text.replace('The', 'Each'), { start: 0, oldEnd: 3, newEnd: 4 });
    const found: [number, number][] = [];
    eachOccurrence(article, 'port', (block, start) => found.push([block.paragraph, start]) > 0);
    expect(found).toEqual([[1, 5], [1, 23], [3, 2]]);
  });
});
