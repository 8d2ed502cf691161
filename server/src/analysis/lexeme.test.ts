import { describe, expect, test } from 'vitest';
import { lexemeOf } from './lexeme.js';

describe('A written word', () => {
  test('is one object for all its places, with its lower case and straight apostrophes', () => {
    expect(lexemeOf('O’Brien')).toBe(lexemeOf('O’Brien'));
    expect(lexemeOf('O’Brien').lower).toBe("o'brien");
    expect(lexemeOf('Obrien')).not.toBe(lexemeOf('obrien'));
  });

  test.each([
    ['Riga', true, false], ['riga', false, false], ['eBay', true, false], ['al-Assad', true, false], ['NATO', true, true], ['U.S.', true, true], ['A', true, false],
    ['G20', true, false], ['ΕΕ', true, true], ['Ёлка', true, false], ['中国', false, false], ['🙂', false, false], ['’s', false, false],
  ])('%s: begins as a name does %s, all in capitals %s', (written, capital, caps) => {
    expect(lexemeOf(written)).toMatchObject({ written, capital, caps });
  });

  test('is not kept when it is long: V8 would keep the whole text with it', () => {
    const long = 'counterclaims';
    expect(lexemeOf(long)).not.toBe(lexemeOf(long));
    expect(lexemeOf(long)).toEqual(lexemeOf(long));
  });

  test('is the same after more words than are kept', () => {
    const before = lexemeOf('Keld');
    for (let i = 0; i < 50_000; i++) lexemeOf(`w${i}`);
    expect(lexemeOf('Keld')).not.toBe(before);
    expect(lexemeOf('Keld')).toEqual(before);
  });
});
