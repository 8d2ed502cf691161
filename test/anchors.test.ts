/** Figures that docs/measurements.md promises; `npm run bench -- anchors` gives them by kind of edit. */
import { expect, it } from 'vitest';
import { samples } from './bench/anchors/corpus.js';
import { measure, total } from './bench/anchors/measure.js';

it('annotations find their words after edits of known effect: right at least 98 %, wrong at most 0.2 %', () => {
  const { all, right, wrong, orphaned } = total(measure(samples(), 1).values());
  expect(all).toBeGreaterThan(20_000);
  expect(right + wrong + orphaned).toBe(all);
  expect(right / all).toBeGreaterThanOrEqual(0.98);
  expect(wrong / all).toBeLessThanOrEqual(0.002);
});
