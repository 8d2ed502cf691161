import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likeFrom, likeUpTo, sideAfter, sideBefore } from './context.js';
import { ContextIndex, hashesOfPieces } from './contextIndex.js';
import { Normalised, normalisedParts } from './normalised.js';
import type { Sought } from './sought.js';

/** By the whole table of edit distances: the least between the words and a beginning of the text, and how long that is. */
function byTable(words: string, text: string): { distance: number; taken: number } {
  let column = Array.from({ length: words.length + 1 }, (_, i) => i);
  let best = { distance: words.length, taken: 0 };
  for (let j = 1; j <= text.length; j++) {
    const next = [j];
    for (let i = 1; i <= words.length; i++) next.push(Math.min((column[i - 1] ?? 0) + (words[i - 1] === text[j - 1] ? 0 : 1), (column[i] ?? 0) + 1, (next[i - 1] ?? 0) + 1));
    column = next;
    const distance = column[words.length] ?? 0;
    if (distance < best.distance || (distance === best.distance && Math.abs(j - words.length) < Math.abs(best.taken - words.length))) best = { distance, taken: j };
  }
  return best;
}

const reversed = (text: string): string => Array.from({ length: text.length }, (_, i) => text.charAt(text.length - 1 - i)).join('');
const letters = (maxLength: number): fc.Arbitrary<string> => fc.array(fc.constantFrom('a', 'b', 'c', ' ', '“', '\ud83d', '\udea2'), { maxLength }).map((list) => list.join(''));

it('measures how well a context fits as a table of edit distances does, however long it is', () => {
  fc.assert(fc.property(letters(100), letters(160), fc.nat(160), (stored, text, at) => {
    const place = Math.min(at, text.length);
    const after = byTable(stored, text.slice(place, place + Math.floor(1.5 * stored.length)));
    const before = byTable(reversed(stored), reversed(text.slice(Math.max(0, place - Math.floor(1.5 * stored.length)), place)));
    if (stored !== '') {
      expect(sideAfter(stored, text, place).whole.value).toBeCloseTo(1 - after.distance / stored.length, 10);
      expect(sideBefore(stored, text, place).whole.value).toBeCloseTo(1 - before.distance / stored.length, 10);
    }
    expect(likeFrom(stored, text, place)).toBe(after.taken === 0 ? undefined : place + after.taken);
    expect(likeUpTo(stored, text, place)).toBe(before.taken === 0 ? undefined : place - before.taken);
  }), { numRuns: 2000 });
});

it('finds among the places of some words those that have the context', () => {
  const text = Array.from({ length: 400 }, (_, i) => `Case ${i * 7919} came to the court of ${i * 104729} and was heard.`).join(' ');
  const places = Array.from(text.matchAll(/court/g), ({ index }) => index);
  const index = new ContextIndex(hashesOfPieces(text), places, 'court'.length);
  places.forEach((place, i) => {
    const sought: Sought = { quote: 'court', prefix: text.slice(place - 32, place), suffix: text.slice(place + 5, place + 37), isCutShort: false, place: undefined, start: undefined, count: 400 };
    expect(index.likely(sought)[0], `case ${i}`).toBe(place);
  });
});

it('makes parts comparable as their whole is, white space over a border too', () => {
  const part = fc.array(fc.constantFrom('a', 'B', ' ', '\n', '“', '’', '–', '\u00a0', '\u200b', '🚢'), { maxLength: 8 }).map((list) => list.join(''));
  fc.assert(fc.property(part, part.filter((words) => words.trim() !== ''), part, (before, words, after) => {
    const whole = new Normalised(before + words + after);
    const parts = normalisedParts(before, words, after);
    expect(parts.join('')).toBe(whole.text);
    expect(parts[0].length).toBe(whole.fromOriginal(before.length));
    expect(parts[0].length + parts[1].length).toBe(whole.fromOriginal(before.length + words.length));
  }));
});
