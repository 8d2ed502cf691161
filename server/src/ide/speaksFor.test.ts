import { describe, expect, it } from 'vitest';
import { speaksFor } from './speaksFor.js';

describe('whose mouth a spokesperson is', () => {
  it.each([
    ['a ministry spokesman', 'ministry'],
    ['A spokeswoman for the company', 'the company'],
    ['a spokesman of the port authority, who asked not to be named', 'the port authority'],
    ['the Foreign Ministry’s spokesperson', 'Foreign Ministry'],
    ['Keld Ferries spokeswoman Ana Ruiz', 'Keld Ferries'],
    ['a former White House spokesman', 'White House'],
  ])('%s: %s', (words, body) => { expect(speaksFor(words)).toBe(body); });

  it.each(['a spokesman', 'her spokeswoman', 'the chief spokesperson', 'Ana Ruiz', 'a ministry official', 'Spoke Ltd', ''])('is not said by “%s”', (words) => { expect(speaksFor(words)).toBeUndefined(); });
});
