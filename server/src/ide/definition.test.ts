import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import type { Article } from '../analysis/article.js';
import { definition } from './definition.js';
import { caretIn, checkMarked, readMarked } from './marked.testHelper.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';

const target = (article: Article, caret: number) => {
  const jump = definition(article, caret);
  return jump === null ? null : [jump.target];
};

/** The words that the jump starts from and those that it leads to; `null` where there is none. */
function jumpAt(marked: string): [string, string] | null {
  const { article, caret } = readMarked(marked);
  const jump = definition(article, caret);
  return jump === null ? null : [article.text.slice(jump.origin.start, jump.origin.end), article.text.slice(jump.target.start, jump.target.end)];
}

describe('definition', () => {
  it('leads from a surname to the first full name', () => {
    checkMarked('The minister ⟨Marta Ruusmann⟩ spoke in Riga. Ruus$0mann left early, and Marta Ruusmann did not come back.', target);
  });

  it('leads from an acronym to its long form', () => {
    expect(jumpAt(caretIn(HARBOUR_TALKS, 'PWF had'))).toEqual(['PWF', 'Port Workers Federation']);
  });

  it('stays where the fullest mention is', () => {
    expect(jumpAt(caretIn(HARBOUR_TALKS, 'Henrik Dahl'))).toEqual(['Henrik Dahl', 'Henrik Dahl']);
  });

  it('works with the caret behind the last letter', () => {
    expect(jumpAt(caretIn(HARBOUR_TALKS, 'Ruusmann met', 8))).toEqual(['Ruusmann', 'Marta Ruusmann']);
  });

  it('leads from a pronoun or a role that speaks to whom it stands for', () => {
    expect(jumpAt(caretIn(HARBOUR_TALKS, 'he added'))?.[1]).toContain('Henrik Dahl');
    expect(jumpAt(caretIn(PORT_CLOSES, 'the mayor said', 5))).toEqual(['the mayor', 'Ilze Kalna']);
  });

  it('leads nowhere from amounts, dates, plain words and boilerplate', () => {
    for (const words of ['$3.5 million', 'Monday', 'strike', 'TELEGRAM']) expect(jumpAt(caretIn(HARBOUR_TALKS, words))).toBeNull();
  });
});
