import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Encoding } from './encoding.js';

const rest = (): Promise<void> => Promise.resolve();
const LINE = 'A line of “words” in the file 🚢, as long as one of an annotation may be when it is short.\n';
/** Three slices and a bit. */
const LONG = LINE.repeat(2_400);

it('gives what encoding the whole gives, whatever is changed, halves of characters too', async () => {
  const step = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.oneof(fc.nat(3), fc.nat(100_000)), insert: fc.oneof(fc.constantFrom('', 'x', '🚢', '\ud83d', '\udea2', LINE), fc.nat(3).map((times) => LINE.repeat(800 * times))) });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
    const encoding = new Encoding();
    let text = LONG;
    for (const { at, remove, insert } of steps) {
      expect(Buffer.compare(await encoding.of(text, rest), Buffer.from(text, 'utf8'))).toBe(0);
      const start = Math.floor(at * text.length);
      text = text.slice(0, start) + insert + text.slice(start + remove);
    }
    expect(Buffer.compare(await encoding.of(text, rest), Buffer.from(text, 'utf8'))).toBe(0);
  }), { numRuns: 100 });
});

it('encodes anew what is changed, however long the file', async () => {
  const work = async (times: number): Promise<number> => {
    const text = LONG.repeat(times);
    const encoding = new Encoding();
    await encoding.of(text, rest);
    const { encoded } = encoding;
    expect(encoded).toBe(text.length);
    for (const at of [0.2, 0.5, 0.9]) {
      const start = text.indexOf('\n', at * text.length) + 1;
      await encoding.of(text.slice(0, start) + LINE + text.slice(start), rest);
      await encoding.of(text, rest);
    }
    return encoding.encoded - encoded;
  };
  const few = await work(1);
  expect(few).toBeLessThan(6 * 2.1 * 65_536);
  expect(await work(8)).toBeLessThan(6 * 2.1 * 65_536);
});
