import { statSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Bytes. With the protocol library in it, of which one constant is enough, it has 140,000. */
const LARGEST = 40_000;

it('what is loaded with the extension stays small', () => {
  expect(statSync('dist/extension.js').size).toBeLessThan(LARGEST);
});
