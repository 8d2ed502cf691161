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

function counted(blocks: readonly ArticleBlock[], runs: readonly string[]): unknown[] {
  return blocks.flatMap(({ analysis: { tokenised } }, at) => {
    const places = runs.map((run) => placesIn(tokenised.text, run));
    return places.every((some) => some.length > 0) ? [[at, writtenAlike(tokenised.text), places[0]]] : [];
  });
}

const text = fc.array(fc.constantFrom('the', 'The', 'port', 'PORT', 'İzmir', 'port-side', "men’s", '12', '.', '“'), { maxLength: 5 }).map((words) => words.join(' '));
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(3), insert: fc.array(text, { maxLength: 3 }) }), { minLength: 1, maxLength: 8 });
const SOUGHT = [['the'], ['port'], ['the', 'port'], ['port', 'side', 'the'], ['izmir'], ['men', 's'], ['12'], ['port', 'port'], ['none'], ['none', 'the']];

describe('WordIndex', () => {
  it('knows after any edits what counting anew gives', () => {
    fc.assert(fc.property(fc.array(text, { maxLength: 12 }), edits, (first, list) => {
      const index = new WordIndex();
      let texts: readonly string[] = first;
      for (const { at, remove, insert } of list) {
        const start = Math.floor(at * texts.length);
        texts = [...texts.slice(0, start), ...insert, ...texts.slice(start + remove)];
        const blocks = placed(texts);
        for (const runs of SOUGHT) {
          expect(index.with(blocks, runs).map((found) => [found.at, found.text, typeof found.places === 'number' ? [found.places] : found.places])).toEqual(counted(blocks, runs));
          expect(index.spreadOf(blocks, runs[0] ?? '')).toBe(counted(blocks, runs.slice(0, 1)).length);
        }
      }
    }), { numRuns: 300 });
  });

  it('counts the words of one block after a keystroke, however many there are', () => {
    const texts = Array.from({ length: 500 }, (_, i) => `Entry ${i} of the log`);
    const index = new WordIndex();
    expect(index.with(placed(texts), ['log']).length).toBe(500);
    const before = index.blocksRead;
    expect(index.with(placed(texts.map((words, i) => (i === 250 ? 'Entrx 250 of the log' : words))), ['250']).map(({ at, text: words }) => [at, words])).toEqual([[250, 'entrx 250 of the log']]);
    expect(index.blocksRead - before).toBe(1);
  });
});
