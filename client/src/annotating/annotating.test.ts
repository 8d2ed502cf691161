import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { CheckLine } from '../../../server/src/annotatingProtocol.js';
import { checkTable } from './checkTable.js';
import { items } from './items.testHelper.js';
import { KIND_LETTERS, TYPE_LETTERS, keySections, silentKeys, typeOfLetter, typeWords } from './keys.js';
import { actionsFor, lensesFor } from './offered.js';
import { reviewText } from './reviewText.js';
import { scopes } from './several.js';
import { decided, itemAt, itemOn, onwards } from './walk.js';

const at = (line: number, character: number): { line: number; character: number } => ({ line, character });

/** A claim with two names in it, a name after it, one decided, one rejected. */
const LIST = items('named-person? all of it 1:0-40', 'PERSON? Oduya 1:0-5', 'GPE? Riga 1:10-14', 'ORG+ Federation 2:0-10', 'PERSON- Monday 3:0-6', 'PERSON~ Tamme 4:0-5', 'PERSON! Gone -');

describe('what the cursor stands in', () => {
  const meant = (line: number, character: number, known?: string): string | undefined => itemAt(LIST, at(line, character), known)?.quote;

  it('is the shortest that waits, or the one the cursor was taken to', () => {
    expect(meant(1, 0)).toBe('Oduya');
    expect(meant(1, 0, 'all of it')).toBe('all of it');
    expect(meant(1, 20)).toBe('all of it');
    expect(meant(1, 12)).toBe('Riga');
  });

  it('is what ends at the cursor if nothing else is there, and nothing that was rejected', () => {
    expect(meant(2, 10)).toBe('Federation');
    expect(meant(1, 5)).toBe('all of it');
    expect(meant(3, 2)).toBeUndefined();
    expect(meant(9, 0)).toBeUndefined();
  });

  it('is one that waits before a shorter one that is decided', () => {
    const list = items('ORG? Port Workers 1:0-12', 'GPE+ Port 1:0-4');
    expect(itemAt(list, at(1, 2))?.quote).toBe('Port Workers');
  });
});

describe('what a link on a card names', () => {
  const claim = (id: string, cue: number, content: number) => items(`named-person? ${id} 1:0-60 #${id}`).map((item) => ({ ...item, parts: { source: [range(0, 5)], cue: cue < 0 ? [] : [range(cue, cue + 4)], content: [range(content, 60)] } }));
  const range = (start: number, end: number) => ({ start: at(1, start), end: at(1, end) });
  const all = [...claim('outer', 6, 11), ...claim('inner', 20, 25), ...claim('cueless', -1, 40), ...items('PERSON? Oduya 1:0-5', 'PERSON- Tamme 1:6-10', 'GPE? Riga 1:40-44')];
  const named = (start: number, end: number) => itemOn(all, range(start, end))?.id;

  it('is the entity of just these words, or the claim that they attribute', () => {
    expect([named(0, 5), named(6, 10), named(20, 24), named(40, 60), named(40, 44)]).toEqual(['Oduya', 'outer', 'inner', 'cueless', 'Riga']);
  });

  it('is nothing where the text has changed since', () => {
    expect([named(1, 5), named(7, 11)]).toEqual([undefined, undefined]);
  });
});

describe('the next that waits', () => {
  const walk = (direction: 'next' | 'previous', line: number, character: number, known?: string): string | undefined => onwards(LIST, at(line, character), direction, known).next().value?.quote;

  it('comes after the one the cursor was taken to, also where several begin at one place', () => {
    expect(walk('next', 1, 0, 'all of it')).toBe('Oduya');
    expect(walk('next', 1, 0, 'Oduya')).toBe('Riga');
    expect(walk('previous', 1, 0, 'Oduya')).toBe('all of it');
  });

  it('passes over what is decided, comes to changed words, and goes around the end', () => {
    expect(walk('next', 1, 10, 'Riga')).toBe('Tamme');
    expect(walk('next', 4, 0, 'Tamme')).toBe('all of it');
    expect(walk('previous', 1, 0, 'all of it')).toBe('Tamme');
  });

  it('is found from a place in which nothing stands', () => {
    expect(walk('next', 0, 0)).toBe('all of it');
    expect(walk('next', 3, 9)).toBe('Tamme');
    expect(walk('previous', 3, 9)).toBe('Riga');
  });

  it('is none where only the known one waits, or none', () => {
    expect([...onwards(items('PERSON? A 1:0-1', 'ORG+ B 1:2-3'), at(1, 0), 'next', 'A')]).toEqual([]);
    expect([...onwards([], at(1, 0), 'next')]).toEqual([]);
  });

  it('after a decision is the one that came next when it was taken', () => {
    const now = decided(LIST, ['Oduya'], 'accepted', ['urn:1']);
    expect(now.find(({ id }) => id === 'urn:1')?.review).toBe('accepted');
    expect([...onwards(now, at(1, 0), 'next', 'urn:1')].map(({ quote }) => quote)).toEqual(['Riga', 'Tamme', 'all of it']);
  });
});

describe('deciding on several', () => {
  const list = items('PERSON? Oduya 1:0-5 95% #1', 'PERSON? Oduya 2:0-5 60% #2', 'PERSON? Tamme 3:0-5 40%', 'named-person? it is shut 4:0-9', 'GPE+ Riga 5:0-4');

  it('offers one entity, types by confidence, and all that are left', () => {
    expect(scopes(list, list[1]).map(({ label, items: of }) => `${label}: ${of.length}`)).toEqual([
      'All of “Oduya”: 2', 'All of type person, 90 % sure or more: 1', 'All of type person, 50 % sure or more: 2', 'All of type person: 3',
      'All of type claim of named person: 1', 'All that are left: 4',
    ].map((line) => line.replace('All of type claim of named person: 1', 'All of type claim of named person, 90 % sure or more: 1')));
  });

  it('offers the mentions of one entity without its claims, and its claims without the mentions', () => {
    const both = items('PERSON? Oduya 1:0-5 95% #1', 'PERSON? Oduya 2:0-5 60% #2', 'named-person? it is shut 4:0-9 #3').map((item) => ({ ...item, entity: 'PERSON/Oduya' }));
    expect(scopes(both, both[1])[0]).toEqual({ label: 'All of “Oduya”', items: both.slice(0, 2) });
    expect(scopes(both, both[2])[0]).toEqual({ label: 'All claims of the same source', items: both.slice(2) });
  });

  it('offers nothing where nothing is left', () => {
    expect(scopes(items('GPE+ Riga 5:0-4', 'GPE! Gone -'), undefined)).toEqual([]);
  });
});

describe('the keys', () => {
  it('have a letter of its own for each type and each kind of source', () => {
    for (const letters of [Object.values(TYPE_LETTERS), Object.values(KIND_LETTERS)]) expect(new Set(letters).size).toBe(letters.length);
    expect(typeOfLetter('entity', 'p')).toBe('PERSON');
    expect(typeOfLetter('claim', 'p')).toBe('named-person');
    expect(typeOfLetter('claim', 'g')).toBeUndefined();
    expect(typeWords('claim', 'official-body')).toBe('official body');
  });

  it('are told in words, and the silent ones are not among them', () => {
    const told = keySections().flatMap(({ keys }) => keys.map(([key, words]) => `${key}: ${words}`));
    expect(told).toContain('A or Enter: Accept');
    expect(told).toContain('Shift+,: Begin one word earlier');
    expect(told).toContain('P: person');
    expect(silentKeys()).not.toContain('a');
    expect(silentKeys()).toContain('shift+a');
  });
});

describe('what is offered', () => {
  const titles = (note: string, isSelection = false): string[] => actionsFor(items(note), isSelection).map(({ title }) => title);

  it('depends on what was decided', () => {
    expect(titles('PERSON? Ruth Oduya 1:0-10').slice(0, 2)).toEqual(['Accept “Ruth Oduya” as person', 'Reject “Ruth Oduya” as person']);
    expect(titles('PERSON+ Ruth Oduya 1:0-10')).toContain('Open the decision on “Ruth Oduya” again');
    expect(titles('PERSON+ Ruth Oduya 1:0-10')).not.toContain('Accept “Ruth Oduya” as person');
    expect(titles('PERSON~ Ruth Oduya 1:0-10')[0]).toBe('Confirm the changed words of “Ruth Oduya” as person');
    expect(titles('named-person? it is shut 1:0-10')[0]).toBe('Accept the claim “it is shut”');
  });

  it('is adding only where words are selected', () => {
    expect(actionsFor([], false)).toEqual([]);
    expect(actionsFor([], true).map(({ command }) => command)).toEqual(['addEntity', 'addClaim', 'annotateEveryOccurrence']);
  });

  it('above a paragraph is all of it', () => {
    expect(lensesFor(LIST).map(({ line, offers }) => `${line}: ${offers.map(({ title }) => title).join(' | ')}`)).toEqual(['1: 3 undecided: accept all | reject all']);
  });
});

describe('the status bar in review mode', () => {
  it('tells what is left and the keys, and nothing of that outside', () => {
    expect(reviewText(false, undefined, undefined).text).toBe('$(tasklist) Review');
    expect(reviewText(true, 12, undefined).text).toBe('$(tasklist) REVIEW 12 left · A accept · R reject · J next · U undo · H keys · Esc leave');
    expect(reviewText(true, 0, undefined).label).toBe('Review mode. nothing left. A accept · R reject · J next · U undo · H keys · Esc leave');
  });

  it('warns in one line when annotations are not kept', () => {
    const problem = { message: 'a.txt.annotations.jsonld:3: the file ends in the middle', uri: null, line: null };
    const { text, tooltip, isWarning } = reviewText(false, undefined, { problem, others: [{ uri: 'file:///a', name: 'J. Roos', annotations: 3, problem: null }] });
    expect([text, tooltip.split('\n').slice(1), isWarning]).toEqual(['$(tasklist) Review $(warning)', [problem.message, 'Also annotated, in files of their own: J. Roos (3)'], true]);
  });
});

describe('the checking log as CSV', () => {
  const LINE: CheckLine = {
    on: '1', kind: 'claim', type: 'named-person', quote: 'the bridge is “shut”, for now', source: 'Ruth Oduya', state: 'asked', evidence: [{ kind: 'link', value: 'https://example.org/a,b' }, { kind: 'note', value: 'called twice' }],
    by: 'M. Kask', when: '2026-03-24T09:20:00Z', range: { start: at(2, 4), end: at(2, 9) },
  };
  const read = (text: string): string[][] => Papa.parse<string[]>(text.replace(/\r\n$/, ''), { newline: '\r\n' }).data;

  it('can be read again, cell by cell', () => {
    expect(read(checkTable([LINE], 'a.txt'))).toEqual([
      ['state', 'kind', 'type', 'words', 'source', 'evidence', 'by', 'when', 'line', 'file'],
      ['Asked', 'claim', 'named person', 'the bridge is “shut”, for now', 'Ruth Oduya', 'link: https://example.org/a,b; note: called twice', 'M. Kask', '2026-03-24T09:20:00Z', '3', 'a.txt'],
    ]);
  });

  it('ends every line with CR LF and quotes what needs it', () => {
    const text = checkTable([{ ...LINE, quote: 'says "€2m"\nor so', range: null }], 'a.txt');
    expect(text).toContain('"says ""€2m""\nor so"');
    expect(text.endsWith(',,a.txt\r\n')).toBe(true);
  });

  it('holds nothing that a spreadsheet would run, and the marks can be taken away again', () => {
    for (const value of ['=1+1', '+49', '-2', '@x', '＝1', '\t=1', "'=1", "''=1"]) {
      const cell = read(checkTable([{ ...LINE, quote: value }], '=file'))[1];
      expect(cell?.[3]).toBe(`'${value}`);
      expect(cell?.[9]).toBe("'=file");
    }
    for (const value of ["it's", "'tis", 'a=b']) expect(read(checkTable([{ ...LINE, quote: value }], 'a'))[1]?.[3]).toBe(value);
  });
});
