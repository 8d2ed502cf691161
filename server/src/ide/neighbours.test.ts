import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../analysis/types.js';
import type { EntityType } from '../analysis/types.js';
import type { Direction, NeighbourKind } from '../protocol.js';
import { articleOf, checkMarked } from './marked.testHelper.js';
import { neighbour } from './neighbours.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';

const ALL = new Set<EntityType>(ENTITY_TYPES);

function check(marked: string, kind: NeighbourKind, direction: Direction): void {
  checkMarked(marked, (article, caret) => {
    const found = neighbour(article, caret, kind, direction, ALL);
    return found === null ? [] : [found];
  });
}

/** Where one gets from the start (or the end) of the article, until a place comes again. */
function walk(kind: NeighbourKind, direction: Direction, shown: ReadonlySet<EntityType> = ALL): string[] {
  const article = articleOf(PORT_CLOSES);
  const stops: string[] = [];
  const seen = new Set<number>();
  let at = direction === 'next' ? 0 : PORT_CLOSES.length;
  for (;;) {
    const found = neighbour(article, at, kind, direction, shown);
    if (found === null || seen.has(found.start)) return stops;
    seen.add(found.start);
    stops.push(PORT_CLOSES.slice(found.start, found.end));
    at = found.start;
  }
}

describe('neighbours', () => {
  it('are the next and the previous entity, past amounts and dates', () => {
    check('Officials in R$0iga met on Sunday in ⟨Tallinn⟩ and in Oslo.', 'entity', 'next');
    check('Officials in ⟨Riga⟩ met on Sunday in $0Tallinn and in Oslo.', 'entity', 'previous');
  });

  it('go to the start of the one that the caret is in', () => {
    check('Officials in Riga met on Sunday in ⟨Tall$0inn⟩ and in Oslo.', 'entity', 'previous');
  });

  it('go round at both ends', () => {
    check('Officials in ⟨Riga⟩ met on Sunday in Tallinn.\n\nThe council of O$0slo met as well.', 'entity', 'next');
    check('Officials in $0Riga met on Sunday in Tallinn.\n\nThe council of ⟨Oslo⟩ met as well.', 'entity', 'previous');
    check('Officials in $0⟨Riga⟩ met on Sunday.', 'entity', 'next');
  });

  it('are whole claims', () => {
    check('The council m$0et. ⟨A source said that the port would close⟩. Nobody came.', 'claim', 'next');
  });

  it('visit every entity of a type that is shown, forwards as backwards', () => {
    const people = walk('entity', 'next', new Set(['PERSON']));
    expect(people).toEqual(expect.arrayContaining(['Jan Poska', 'Ilze Kalna', 'Kalna']));
    expect(people).not.toContain('Riga');
    expect(walk('entity', 'previous', new Set(['PERSON']))).toEqual([...people].reverse());
  });

  it('say which they are of how many, in the order of the text', () => {
    const article = articleOf('Officials said the port would close. A source said that Riga knew.\n\nAna Ruiz said nobody knew.\n\nA lawyer said “it closes”.');
    const counts = (kind: NeighbourKind, direction: Direction, from: number): unknown => neighbour(article, from, kind, direction, ALL)?.count;
    expect(counts('unnamedSource', 'next', 0)).toEqual({ nth: 2, of: 3 });
    expect(counts('unnamedSource', 'previous', 0)).toEqual({ nth: 3, of: 3 });
    expect(counts('unnamedSource', 'next', article.text.length)).toEqual({ nth: 1, of: 3 });
    expect(counts('claim', 'next', article.text.indexOf('knew'))).toEqual({ nth: 3, of: 4 });
    expect(counts('entity', 'next', 0)).toBeNull();
  });

  it('visit the unnamed sources', () => {
    expect(walk('unnamedSource', 'next')).toEqual(['a person with knowledge of the matter', 'Two officials']);
    expect(walk('unnamedSource', 'previous')).toEqual(['Two officials', 'a person with knowledge of the matter']);
  });

  it('visit claims in the order of the text', () => {
    const starts = walk('claim', 'next').map((words) => PORT_CLOSES.indexOf(words));
    expect(starts.length).toBeGreaterThan(5);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('are none in an article without any', () => {
    check('The council m$0et and went home.', 'unnamedSource', 'next');
    expect(neighbour(articleOf(''), 0, 'entity', 'next', ALL)).toBeNull();
  });
});
