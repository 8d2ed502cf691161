import { describe, expect, it } from 'vitest';
import { caretIn, checkMarked, readMarked } from './marked.testHelper.js';
import { problemOfName, respellingAt, spellingAt } from './rename.js';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';

/** Draws what is changed: `⟨…⟩` in the writer's words, `⟨quoted|…⟩` in those of others. */
function checkRespelling(marked: string): void {
  checkMarked(marked, (article, caret) => {
    const found = respellingAt(article, caret);
    return found === null ? null : [...found.outside, ...found.quoted.map((s) => ({ ...s, kind: 'quoted' }))];
  });
}

describe('respellingAt', () => {
  it('finds the same spelling everywhere, in fuller forms too, whose other words it leaves alone', () => {
    checkRespelling(`Transport Minister Marta ⟨Ruusmann⟩ said that the talks in Riga went on.

⟨Ru$0usmann⟩ met union leaders in Tallinn. Nobody asked ⟨Ruusmann⟩ about it, and Marta ⟨Ruusmann⟩ did not say.`);
  });

  it('leaves shorter forms, and longer words, alone', () => {
    checkRespelling(`Transport Minister ⟨Marta Ru$0usmann⟩ said that the talks in Riga went on. Ruusmann met union leaders. Nobody asked ⟨Marta Ruusmann⟩ about it.`);
    checkRespelling(`The talks in ⟨R$0iga⟩ went on, and the Rigans saw the ⟨Riga⟩ talks end.`);
  });

  it('keeps a possessive', () => {
    checkRespelling(`Transport Minister Marta ⟨Ruusmann⟩ said that the talks in Riga went on.

⟨Ruusmann⟩'s aides met union leaders, and $0⟨Ruusmann⟩ left. It was ⟨Ruusmann⟩’s day.`);
  });

  it('lists what stands in quotations apart', () => {
    checkRespelling(`Transport Minister Marta ⟨Ruusmann⟩ said that the talks in Riga went on.

“We believe in ⟨quoted|Ruusmann⟩,” Henrik Dahl said of ⟨Ru$0usmann⟩. “We know ⟨quoted|Ruusmann⟩.`);
  });

  it('leaves boilerplate alone', () => {
    const { article, caret } = readMarked(caretIn(`${HARBOUR_TALKS}\n\nJOIN US ON TELEGRAM Follow Ruusmann on the @HarbourDaily.`, 'Ruusmann met'));
    expect(respellingAt(article, caret)?.outside.map((s) => article.text.slice(s.start, s.end + 4))).toEqual(['Ruusmann sai', 'Ruusmann met']);
  });

  it('is silent on amounts, dates and plain words', () => {
    for (const words of ['Monday', '4,000', 'hopes']) {
      const { article, caret } = readMarked(caretIn(HARBOUR_TALKS, words));
      expect(respellingAt(article, caret)).toBeNull();
      expect(spellingAt(article, caret)).toBeNull();
    }
  });
});

describe('spellingAt', () => {
  it('is the name under the caret', () => {
    const { article, caret } = readMarked(caretIn(HARBOUR_TALKS, 'Port Workers', 6));
    const found = spellingAt(article, caret);
    expect(found?.name).toBe('Port Workers Federation');
    expect(article.text.slice(found?.span.start, found?.span.end)).toBe('Port Workers Federation');
  });
});

describe('problemOfName', () => {
  it('takes any name on one line', () => {
    for (const name of ['Ruusman', ' Jean-Luc d’Été ', '李']) expect(problemOfName(name)).toBeUndefined();
  });

  it('says what is wrong', () => {
    expect(problemOfName('  ')).toMatch(/at least one character/);
    for (const name of ['Marta\nRuusmann', 'Marta\u2028Ruusmann', 'Marta\tRuusmann']) expect(problemOfName(name)).toMatch(/single line/);
  });
});
