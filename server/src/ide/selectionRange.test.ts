import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, lengthOf } from '../base/span.js';
import { articleOf, caretIn, readMarked } from './marked.testHelper.js';
import { selectionRanges } from './selectionRange.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';

function grown(marked: string): string[] {
  const { article, caret } = readMarked(marked);
  return selectionRanges(article, caret).map((s) => article.text.slice(s.start, s.end));
}

describe('selection', () => {
  it('grows from word to mention, claim part, claim, sentence, paragraph, document', () => {
    const text = 'The talks failed, and Marta Ruus$0mann of the union said that the port would close. Riga is calm.\n\nThe council met on Sunday and went home.';
    expect(grown(text)).toEqual([
      'Ruusmann', 'Marta Ruusmann', 'Marta Ruusmann of the union', 'Marta Ruusmann of the union said that the port would close',
      'The talks failed, and Marta Ruusmann of the union said that the port would close.',
      'The talks failed, and Marta Ruusmann of the union said that the port would close. Riga is calm.', text.replace('$0', ''),
    ]);
  });

  it('takes the sentence before a quotation of several sentences', () => {
    expect(grown('“Nobody ca$0me. Nobody called,” a source said. The council met.')).toEqual([
      'came', '“Nobody came.', '“Nobody came. Nobody called,”', '“Nobody came. Nobody called,” a source said', '“Nobody came. Nobody called,” a source said. The council met.',
    ]);
  });

  it('takes the word before the caret, not the mark behind it', () => {
    expect(grown('The council met$0, and the port closed.')[0]).toBe('met');
  });

  it('starts with the paragraph in boilerplate and with the document between paragraphs', () => {
    expect(grown(caretIn(PORT_CLOSES, 'TELEGRAM'))[0]).toMatch(/^JOIN US .* @HarbourDaily\.$/);
    expect(grown(PORT_CLOSES.replace('\n\nMoney', '\n$0\nMoney'))).toEqual([PORT_CLOSES]);
  });

  it('grows strictly around every place of articles put together at random', () => {
    const pieces = PORT_CLOSES.split(/(?<=[.”\n]) ?/);
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces, '\n\n', '“', '🚢', '\ud800'), { maxLength: 12 }), fc.nat(), (parts, at) => {
      const text = parts.join(' ');
      const chain = selectionRanges(articleOf(text), at % (text.length + 1));
      expect(chain.at(-1)).toEqual({ start: 0, end: text.length });
      chain.forEach((s, i) => {
        const before = chain[i - 1] ?? { start: at % (text.length + 1), end: at % (text.length + 1) };
        expect(contains(s, before)).toBe(true);
        if (i > 0) expect(lengthOf(s)).toBeGreaterThan(lengthOf(before));
      });
    }), { numRuns: 200 });
  });
});
