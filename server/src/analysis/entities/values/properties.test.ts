import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokeniseBlock } from '../../structure/index.js';
import { findValues, resolveDate } from './index.js';

const WORDS = [
  'Monday', 'March', 'May', '24', '2025', 'two', 'hundred', 'million', 'and', 'a', 'half', 'percent', '$', '€', 'km', 'to', '–', '-', ',', '.', 'last', 'next', 'week', 'days', 'ago', 'old',
  'year', 'aged', 'first', '3rd', 'one', 'of', 'in', 'about', 'than', '10:30', 'a.m.', 'UTC', "'", 's', '90', '1990s', '½', '3/24/2025', '2025-03-24', 'US', 'early', 'mid', 'thirty-hour', 'the', 'end', 'Q3',
  'dollars', 'square', 'per', 'hour', '–5', '°', 'C', '9999', 'every', 'same', 'will', 'said', '\n', '\u0000', '\ud800', 'ß', 'İ', '00', '1e9', '31', 'February', '30', 'decades', 'century', 'Christmas', 'Eve',
];
const prose = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).chain((words) => fc.array(fc.constantFrom(' ', ' ', '', '-'), { minLength: words.length, maxLength: words.length }).map((gaps) => words.map((w, i) => w + (gaps[i] ?? '')).join('')));
const anyText = fc.oneof(prose, fc.string({ unit: 'binary', maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 80 }));
const RESOLVED = /^\d{4}(-\d\d(-\d\d)?)?$|^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/;

function isRealDay(iso: string): boolean {
  const [year = '', month = '01', day = '01'] = iso.split('-');
  const date = new Date(0);
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  return date.getUTCMonth() + 1 === Number(month) && date.getUTCDate() === Number(day);
}

describe('for any text', () => {
  it('mentions slice to their text, in order and disjoint', () => {
    fc.assert(fc.property(anyText, (text) => {
      let from = 0;
      for (const m of findValues(tokeniseBlock(text, 'body'))) {
        expect(m.start).toBeGreaterThanOrEqual(from);
        expect(m.end).toBeGreaterThan(m.start);
        expect(text.slice(m.start, m.end)).toBe(m.text);
        expect(m.confidence).toBeGreaterThan(0);
        expect(m.confidence).toBeLessThanOrEqual(1);
        if (m.amount !== undefined) expect(m.amount.low).toBeLessThanOrEqual(m.amount.high);
        from = m.end;
      }
    }), { numRuns: 2000 });
  });

  it('dates resolve to days that exist, or to nothing', () => {
    fc.assert(fc.property(anyText, fc.constantFrom(null, '2026-03-12', '2024-02-29', '0001-01-01', '9999-12-31', '2026-02-30', ''), (text, articleDate) => {
      for (const m of findValues(tokeniseBlock(text, 'body'))) {
        const iso = m.date === undefined ? undefined : resolveDate(m.date, articleDate);
        if (iso === undefined) continue;
        expect(iso).toMatch(RESOLVED);
        const [start = '', end = start] = iso.split('/');
        expect(isRealDay(start) && isRealDay(end), iso).toBe(true);
        expect(start <= end, iso).toBe(true);
      }
    }), { numRuns: 1000 });
  });
});
