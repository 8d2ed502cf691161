import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkTokens } from './checkTokens.js';
import { tokenise } from './tokenise.js';

describe('tokenise', () => {
  test('possessives are tokens of their own, contractions are not', () => {
    checkTokens(`Roe|'s boats|, the workers|’ rights and what didn't work|: it|'s late`);
    checkTokens('KYIV|’S mayor');
  });

  test('hyphenated words and names with apostrophes stay whole', () => {
    checkTokens('US-Russia talks and Al-Sham|’s 40-year-old O’Brien');
    checkTokens('ten|–|fifteen|—|or more|--|he left');
  });

  test('abbreviations keep their stop', () => {
    checkTokens('Sen. J. R. Roe of the U.S. met St. Mary|, Inc. at 9 a.m. on Dec. 5');
    checkTokens('He said no|. He sat|. See No. 5 and p. 12|.');
    checkTokens('The end|.|The start|. At 5 p.m.|The');
  });

  test('numbers keep their inner marks, currency marks stand apart', () => {
    checkTokens('$|1,234.5 and €|3bn|, 24/7 at 14:30|, 12|%|, US|$|5 in 2019|,|300 people');
    checkTokens('the ’90s and 1,00,000 rupees');
  });

  test('addresses, handles and tags are one token', () => {
    checkTokens('Mail jane.roe@mail.example.org|, see https://a.example/b?c=d|. On example.com|: @Kyiv_desk #strike #|1');
  });

  test('emoji, combining marks and other scripts', () => {
    checkTokens('👨‍👩‍👧 🇺🇦|🇩🇪 👍🏽|! cafe\u0301 naïve');
    checkTokens('«|Ура|»|, שלום עולם|. 東京|、|大阪');
    expect(tokenise('Київ שלום 東京').map((token) => token.shape)).toEqual(['title', 'other', 'other']);
  });

  test('shapes', () => {
    const shapes = (text: string): string[] => tokenise(text).map((token) => token.shape);
    expect(shapes('the The NATO U.S. McDonald US-led Ritz-Carlton G20 A 40-year . € ’s')).toEqual(
      ['lower', 'title', 'caps', 'caps', 'mixed', 'mixed', 'title', 'caps', 'title', 'number', 'punct', 'symbol', 'punct', 'lower'],
    );
  });

  test('lower case straightens apostrophes; the text keeps them', () => {
    const [word, possessive] = tokenise('Didn’t’s');
    expect([word?.text, word?.lower, possessive?.lower]).toEqual(['Didn’t', "didn't", "'s"]);
  });

  test('for any text tokens are ordered slices that cover all but white space', () => {
    fc.assert(fc.property(anyText, (text) => {
      let at = 0;
      for (const token of tokenise(text)) {
        const gap = text.slice(at, token.start);
        expect(gap.trim()).toBe('');
        expect(token.spaceBefore).toBe(gap !== '' || token.start === 0);
        expect(token.text).toBe(text.slice(token.start, token.end));
        expect(token.end).toBeGreaterThan(token.start);
        at = token.end;
      }
      expect(text.slice(at).trim()).toBe('');
    }), { numRuns: 500 });
  });
});

const pieces = ['.', ',', "'s", '’', '“', '”', '"', ' ', '\r\n', '\ufeff', 'U.S.', 'Roe', '@', 'a@b.co', '#', 'https://', '1,', '\u0301', '\u200d', '👨', '\ud83d', '\udc68', 'שלום', '\u200f', '🇺', '-', '...', '\0'];
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 40 }).map((parts) => parts.join('')),
);
