import { describe, expect, it } from 'vitest';
import { chosenClaims, claimKinds, claimRows, claimTable } from './claimRows.js';
import { chosenEntities, entityKinds, entityRows, entityTable } from './entityRows.js';
import { mentionRows } from './mentionRows.js';
import { shortened } from './row.js';
import { choose, claims, drawn, entities } from './rows.testHelper.js';
import { toTable } from './table.js';

const PEOPLE = entities('GPE Riga ×2', 'PERSON Ruth Oduya, mayor of Riga ×4', 'PERSON Ilmar Tamme', 'ORG Keld Ferries ×9');
const SAID = claims(
  'named-person Ruth Oduya: the bridge is shut', 'unnamed-described a senior official,: there is no money', 'named-person Ilmar Tamme: no', 'named-person Ruth Oduya: and it stays shut',
  'unnamed-bare -: it may be so', 'author -: nobody knows',
);

describe('the view of entities', () => {
  it('goes by type, people first, with counts and roles', () => {
    expect(drawn(entityRows(chosenEntities(PEOPLE, choose())))).toBe(
      'People (2)\n  Ruth Oduya (4 · mayor of Riga)\n  Ilmar Tamme (1)\nOrganisations (1)\n  Keld Ferries (9)\nPlaces (1)\n  Riga (2)\n');
  });

  it('is sorted inside its types', () => {
    const names = (order: 'name' | 'count'): string[] => chosenEntities(PEOPLE, choose({ order })).map(({ canonical }) => canonical);
    expect(names('name')).toEqual(['Ilmar Tamme', 'Ruth Oduya', 'Keld Ferries', 'Riga']);
    expect(names('count')).toEqual(['Ruth Oduya', 'Ilmar Tamme', 'Keld Ferries', 'Riga']);
  });

  it('is filtered by words in any case, of names and roles, and by type', () => {
    const names = (change: object): string[] => chosenEntities(PEOPLE, choose(change)).map(({ canonical }) => canonical);
    expect(names({ text: 'riga MAYOR' })).toEqual(['Ruth Oduya']);
    expect(names({ kinds: new Set(['ORG', 'GPE']) })).toEqual(['Keld Ferries', 'Riga']);
    expect(names({ text: 'nobody' })).toEqual([]);
  });

  it('offers the types that there are', () => {
    expect(entityKinds(PEOPLE).map(({ label, count }) => `${label} ${count}`)).toEqual(['People 2', 'Organisations 1', 'Places 1']);
  });

  it('becomes a table', () => {
    expect(toTable(entityTable(PEOPLE.slice(1, 2)))).toBe('Type\tName\tRole\tAlso written\tMentions\tFirst on line\nperson\tRuth Oduya\tmayor of Riga\t\t4\t2\n');
  });
});

describe('the view of claims', () => {
  it('goes by source, those without a name first', () => {
    expect(drawn(claimRows(chosenClaims(SAID, choose())))).toBe([
      'A senior official (1 · unnamed, described)', '  there is no money (said · ¶2)', 'Nobody named (1 · unnamed, not described)', '  it may be so (said · ¶5)',
      'Ruth Oduya (2 · named person)', '  the bridge is shut (said · ¶1)', '  and it stays shut (said · ¶4)', 'Ilmar Tamme (1 · named person)', '  no (said · ¶3)',
      'The writer (1)', '  nobody knows (said · ¶6)', '',
    ].join('\n'));
  });

  it('keeps unnamed sources first however it is sorted', () => {
    const sources = (order: 'name' | 'count'): string[] => claimRows(chosenClaims(SAID, choose({ order }))).map(({ label }) => label);
    expect(sources('name')).toEqual(['A senior official', 'Nobody named', 'Ilmar Tamme', 'Ruth Oduya', 'The writer']);
    expect(sources('count')).toEqual(['A senior official', 'Nobody named', 'Ruth Oduya', 'Ilmar Tamme', 'The writer']);
  });

  it('is filtered by words of source, kind and claim', () => {
    const contents = (change: object): string[] => chosenClaims(SAID, choose(change)).map(({ content }) => content);
    expect(contents({ text: 'oduya stays' })).toEqual(['and it stays shut']);
    expect(contents({ text: 'unnamed' })).toEqual(['there is no money', 'it may be so']);
    expect(contents({ kinds: new Set(['author']) })).toEqual(['nobody knows']);
  });

  it('offers the kinds that there are', () => {
    expect(claimKinds(SAID).map(({ label, count }) => `${label} ${count}`)).toEqual(
      ['Unnamed, not described 1', 'Unnamed, described 1', 'Named person 3', 'The writer 1']);
  });

  it('becomes a table in which nothing is a formula', () => {
    const table = toTable(claimTable(claims('document a\treport: =HYPERLINK("x")\nor so'.replace('\n', ' '))));
    expect(table.split('\n')[1]).toBe('A report\tDocument\tyes\ta report\tsaid\t\'=HYPERLINK("x") or so\tindirect\t1\t1');
  });
});

describe('mentions', () => {
  /** The mention's words in brackets, in the line before and as it is shown. */
  function shown(line: string): string {
    const [before = '', words = '', after = ''] = line.split(/[[\]]/);
    const range = { start: { line: 0, character: before.length }, end: { line: 0, character: before.length + words.length } };
    const [row] = mentionRows('entity:1', [range], () => before + words + after);
    const [start = 0, end = 0] = row?.strong ?? [];
    return `${row?.label.slice(0, start) ?? ''}[${row?.label.slice(start, end) ?? ''}]${row?.label.slice(end) ?? ''}`;
  }

  it('stand in the words around them', () => {
    expect(shown('[Osei] said so.')).toBe('[Osei] said so.');
    expect(shown('It was shut, said [Osei], who knew.')).toBe('…shut, said [Osei], who knew.');
    expect(shown('Aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa[Osei]')).toBe('…aaaaaaaaaaaaaa[Osei]');
  });
});

describe('a label', () => {
  it('is cut at the end of a word', () => {
    expect(shortened('A senior official, who asked', 20)).toBe('A senior official…');
    expect(shortened('short', 20)).toBe('short');
    expect(shortened('Donaudampfschifffahrtsgesellschaft', 10)).toBe('Donaudampf…');
  });
});
