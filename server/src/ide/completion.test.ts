import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { completeNames } from './completion.js';
import type { NameSuggestion } from './completion.js';
import { readMarked } from './marked.testHelper.js';

function suggested(marked: string): NameSuggestion[] {
  const { article, caret } = readMarked(marked);
  return completeNames(article, caret, 10);
}

/** What is suggested when the words are typed at the end of the harbour article; the words replaced are in brackets. */
function typing(words: string): string[] {
  const marked = `${HARBOUR_TALKS}\n\nThe talks went on. ${words}$0`;
  const { article, caret } = readMarked(marked);
  return completeNames(article, caret, 10).map(({ name, replaces }) => `[${article.text.slice(replaces.start, replaces.end)}] ${name}`);
}

describe('completeNames', () => {
  it('offers the full name for the letters of any of its words, in any case', () => {
    expect(typing('Ma')).toEqual(['[Ma] Marta Ruusmann']);
    expect(typing('Ruus')).toEqual(['[Ruus] Marta Ruusmann']);
    expect(typing('ruus')).toEqual(['[ruus] Marta Ruusmann']);
    expect(typing('Work')).toEqual(['[Work] Port Workers Federation']);
  });

  it('takes the words of the name before the caret along', () => {
    expect(typing('It was Marta Ru')).toEqual(['[Marta Ru] Marta Ruusmann']);
    expect(typing('the Port workers Fe')).toEqual(['[Port workers Fe] Port Workers Federation']);
    expect(typing('the Workers Fe')).toEqual(['[Workers Fe] Port Workers Federation']);
  });

  it('filters by the words that are replaced', () => {
    expect(suggested(`${HARBOUR_TALKS}\n\nThe talks went on. Workers Fe$0`)[0]?.filter).toBe('Workers Federation');
  });

  it('shows type and role', () => {
    expect(suggested(`${HARBOUR_TALKS}\n\nThe talks went on. Ru$0`)[0]).toMatchObject({ type: 'PERSON', role: 'Estonian Transport Minister' });
    expect(suggested(`${HARBOUR_TALKS}\n\nThe talks went on. Ta$0`)[0]).toMatchObject({ type: 'GPE', role: '' });
  });

  it('puts the most frequent name first', () => {
    expect(suggested(`Officials in Riga and in Rimini met. Riga is large, and Riga is old. Rimini is not.\n\nThe talks in Ri$0`).map((s) => s.name)).toEqual(['Riga', 'Rimini']);
  });

  it('keeps to the limit', () => {
    const { article, caret } = readMarked('Officials in Riga and in Rimini met. Riga is large, and Riga is old. Rimini is not.\n\nThe talks in Ri$0');
    expect(completeNames(article, caret, 1).map((s) => s.name)).toEqual(['Riga']);
  });

  it('waits for two letters and stays out of words', () => {
    expect(typing('R')).toEqual([]);
    expect(suggested(`${HARBOUR_TALKS}\n\nThe talks of Ru$0usmann went on.`)).toEqual([]);
    expect(suggested(`${HARBOUR_TALKS}\n\n$0`)).toEqual([]);
  });

  it('does not offer the word that is being typed', () => {
    expect(typing('Helsinki')).toEqual([]);
    expect(typing('In Helsink')).toEqual([]);
    expect(typing('Marta Ruusmann')).toEqual([]);
  });

  it('does not offer small words of a name by themselves', () => {
    expect(suggested('The Bank of Estonia met in Riga. The Bank of Estonia said no.\n\nThe end of$0')).toEqual([]);
  });

  it('is silent in boilerplate', () => {
    expect(suggested(HARBOUR_TALKS.replace('JOIN US ON TELEGRAM Follow our coverage', 'JOIN US ON TELEGRAM Follow Ru$0 coverage'))).toEqual([]);
  });
});
