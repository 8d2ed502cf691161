import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHAPES, shapeOf, wordsIn } from './words.js';

function cut(text: string): string {
  return wordsIn(text).map((word) => word.text).join('|');
}

describe('wordsIn', () => {
  it.each([
    ['He said: “No.”', 'He|said|:|“|No|.|”'],
    ['Jean-Philippe’s U.S. $5.3m', 'Jean|-|Philippe|’|s|U|.|S|.|$|5|.|3m'],
    ['a\r\nb\tc\u00a0d\u2003e', 'a|b|c|d|e'],
    ['🚢 Ship 👩‍🚒!', '🚢|Ship|👩‍🚒|!'],
    ['Zu\u0308rich Zürich', 'Zu\u0308rich|Zürich'],
    ['قال الوزير، أمس', 'قال|الوزير|،|أمس'],
    ['東京は', '東|京|は'],
    ['so\u00adft ze\u200bro \ufeffmark', 'so\u00adft|ze\u200bro|mark'],
    ['\ud83d lone \udc00', 'lone'],
    ['', ''],
  ])('cuts %j as BERT does', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it('loses and doubles nothing but white space and what cannot be seen', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      let end = 0;
      for (const word of wordsIn(text)) {
        expect(word.start).toBeGreaterThanOrEqual(end);
        expect(text.slice(word.start, word.end)).toBe(word.text);
        expect(text.slice(end, word.start)).toMatch(/^[\p{White_Space}\p{Z}\p{C}\ufffd]*$/u);
        end = word.end;
      }
      expect(text.slice(end)).toMatch(/^[\p{White_Space}\p{Z}\p{C}\ufffd]*$/u);
    }), { numRuns: 500 });
  });
});

describe('shapeOf', () => {
  it.each([
    ['said', 'lower'], ['Riga', 'title'], ['NATO', 'capitals'], ['McDonald', 'mixed'], ['iPhone', 'mixed'], ['2025', 'digits'], ['3m', 'mixed'], ['B2', 'mixed'],
    ['“', 'other'], ['🚢', 'other'], ['A', 'singleCapital'], ['a', 'lower'], ['Éva', 'title'], ['ÉVA', 'capitals'], ['قال', 'lower'], ['١٢', 'digits'], ['É', 'singleCapital'],
  ] as const)('%s is %s', (word, shape) => {
    expect(shapeOf(word)).toBe(SHAPES[shape]);
  });
});
