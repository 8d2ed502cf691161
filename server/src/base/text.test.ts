import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EditedText } from './text.js';

/** Texts that are cut into many pieces, and ones that are not; edits at and over the pieces' borders. */
const LONG = 'Ferry talks go on.\n'.repeat(3000);
const inserted = fc.oneof(fc.constantFrom('', 'x', '\n', '😀', 'Tallinn'), fc.integer({ min: 0, max: 3 }).map((n) => 'many words '.repeat(n * 1000)));
const place = fc.double({ min: 0, max: 1, noNaN: true });
const edits = fc.array(fc.record({ at: place, length: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 30_000 })), inserted }), { maxLength: 12 });

describe('EditedText', () => {
  it('reads as the string that the same edits give', () => {
    fc.assert(fc.property(fc.constantFrom('', 'Riga', LONG), edits, place, place, (text, steps, one, other) => {
      let plain = text;
      let edited = EditedText.of(text);
      for (const step of steps) {
        const start = Math.floor(step.at * plain.length);
        const end = Math.min(plain.length, start + step.length);
        plain = plain.slice(0, start) + step.inserted + plain.slice(end);
        edited = edited.edited(start, end, step.inserted);
        expect(edited.length).toBe(plain.length);
        const [from, to] = [Math.floor(one * plain.length), Math.floor(other * plain.length)];
        for (const at of [from, to, start, start - 1, plain.length]) {
          expect(edited.charCodeAt(at)).toBe(plain.charCodeAt(at));
          expect(edited.charAt(at)).toBe(plain.charAt(at));
          expect(edited.indexOf('\n', at)).toBe(plain.indexOf('\n', at));
          expect(edited.lastIndexOf('\n', at)).toBe(plain.lastIndexOf('\n', at));
        }
        expect(edited.slice(from, to) === plain.slice(from, to)).toBe(true);
        expect(edited.slice(Math.max(0, start - 9), end + 9) === plain.slice(Math.max(0, start - 9), end + 9)).toBe(true);
      }
      expect(edited.toString() === plain).toBe(true);
    }));
  });

  it('leaves former versions as they were', () => {
    const before = EditedText.of(LONG).edited(100, 100, 'x');
    const after = before.edited(20_000, 30_000, 'y');
    expect(before.toString() === `${LONG.slice(0, 100)}x${LONG.slice(100)}`).toBe(true);
    expect(after.length).toBe(before.length - 10_000 + 1);
  });
});
