import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleBlock } from './article.js';
import { WordIndex, writtenAlike } from './wordIndex.js';

/** The same object for the same text, as an engine gives it. */
const kept = new Map<string, ArticleBlock['analysis']>();

function placed(texts: readonly string[]): ArticleBlock[] {
  let at = 0;
  return texts.map((text) => {
    const analysis = kept.get(text) ?? { tokenised: { text, zone: 'body', tokens: [], sentences: [], quotations: [] }, values: [], names: [] };
    kept.set(text, analysis);
    const start = at;
    at += text.length + 2;
    return { zone: 'body', paragraph: 1, start, end: start + text.length, mentions: [], claims: { claims: [], openAtEnd: null, continues: null }, analysis };
  });
}

function placesIn(text: string, run: string): number[] {
  return Array.from(writtenAlike(text).matchAll(/[\p{L}\p{M}\p{N}]+/gu)).flatMap(({ 0: found, index }) => (found === run ? [index] : []));
}

function counted(blocks: readonly ArticleBlock[], run: string): [at: number, text: string, places: readonly number[]][] {
  return blocks.flatMap(({ analysis: { tokenised } }, at): [number, string, number[]][] => {
    const places = placesIn(tokenised.text, run);
    return places.length > 0 ? [[at, writtenAlike(tokenised.text), places]] : [];
  });
}

function shown(index: WordIndex, blocks: readonly ArticleBlock[], run: string): ReturnType<typeof counted> {
  const found: ReturnType<typeof counted> = [];
  index.each(blocks, run, (at, words, places) => found.push([at, words, typeof places === 'number' ? [places] : places]) > 0);
  return found;
}

const text = fc.array(fc.constantFrom('the', 'The', 'port', 'PORT', 'İzmir', 'port-side', "men’s", '12', '.', '“'), { maxLength: 5 }).map((words) => words.join(' '));
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(3), insert: fc.array(text, { maxLength: 3 }) }), { minLength: 1, maxLength: 8 });
const SOUGHT = ['the', 'port', 'side', 'izmir', 'men', 's', '12', 'none'];

describe('WordIndex', () => {
  it('knows after any edits what counting anew gives', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 12 }), edits, (first, list) => {
      const index = new WordIndex();
      let texts: readonly string[] = first;
      for (const { at, remove, insert } of list) {
        const start = Math.floor(at * texts.length);
        texts = [...texts.slice(0, start), ...insert, ...texts.slice(start + remove)];
        const blocks = placed(texts);
        for (const run of SOUGHT) {
          expect(shown(index, blocks, run)).toEqual(counted(blocks, run));
          expect(index.spreadOf(blocks, run)).toBe(counted(blocks, run).length);
        }
      }
    }), { numRuns: 300 });
  });

  it('counts the words of one block after a keystroke, however many there are', () => {
    const texts = Array.from({ length: 500 }, (_, i) => `Entry ${i} of the log`);
    const index = new WordIndex();
    expect(shown(index, placed(texts), 'log').length).toBe(500);
    const before = index.blocksRead;
    expect(shown(index, placed(texts.map((words, i) => (i === 250 ? 'Entrx 250 of the log' : words))), '250')).toEqual([[250, 'entrx 250 of the log', [6]]]);
    expect(index.blocksRead - before).toBe(1);
  });
});
