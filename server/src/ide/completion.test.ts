import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { completeNames } from './completion.js';
import type { NameSuggestion } from './completion.js';
import { articleOf, readMarked } from './marked.testHelper.js';

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

  it('shows an office before a mere title of address, wherever each stands', () => {
    const offices = 'Mr. Omar Haddad spoke first. The Minister of Transport, Dr. Omar Haddad, said the road would open.';
    expect(suggested(`${offices}\n\nThe talks went on. Hadd$0`)[0]?.role).toBe('Minister of Transport');
    expect(suggested('Mr. Omar Haddad spoke first.\n\nThe talks went on. Hadd$0')[0]?.role).toBe('Mr.');
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

  it('says the same of the article as it was before the letters of the word', () => {
    for (const words of ['It was Ru', 'It was Marta Ru', 'the Workers Fe', 'Riga and Tal', 'in Helsinki and Ta', 'Port Wo', 'a do']) {
      for (const letters of [1, 2, 3]) {
        for (const behind of ['', ', he said.', '\n\nThe Latvian side of Riga met.']) {
          const before = articleOf(`${HARBOUR_TALKS}\n\nThe talks went on. ${words.slice(0, -letters)}${behind}`);
          const { article, caret } = readMarked(`${HARBOUR_TALKS}\n\nThe talks went on. ${words}$0${behind}`);
          const edit = { start: caret - letters, oldEnd: caret - letters, newEnd: caret };
          expect(completeNames(before, caret, 10, { text: article.text, edit })).toEqual(completeNames(article, caret, 10));
        }
      }
    }
  });

  it('knows the paragraph of what was typed by the one that it was typed in', () => {
    const before = HARBOUR_TALKS.replace('Follow our coverage', 'Follow  coverage');
    const start = before.indexOf('Follow ') + 'Follow '.length;
    const text = `${before.slice(0, start)}Ru${before.slice(start)}`;
    expect(completeNames(articleOf(before), start + 2, 10, { text, edit: { start, oldEnd: start, newEnd: start + 2 } })).toEqual([]);
    // What is typed before it moves it.
    expect(completeNames(articleOf(text), start + 2 + 'Ah. '.length, 10, { text: `Ah. ${text}`, edit: { start: 0, oldEnd: 0, newEnd: 'Ah. '.length } })).toEqual([]);
  });
});
