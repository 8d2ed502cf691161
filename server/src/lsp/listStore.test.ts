import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListChanges } from '../protocol.js';
import { ListStore } from './listStore.js';
import type { RowKind } from './listStore.js';

interface Line {
  readonly words: string;
  readonly paragraph: number | null;
}

const KIND: RowKind<Line> = { same: (a, b) => a.words === b.words, paragraphOf: ({ paragraph }) => paragraph };

/** What a client makes of it. */
function applied(held: readonly Line[], { start, deleteCount, rows, shift }: ListChanges<Line>): Line[] {
  if (deleteCount === null) return [...rows];
  const after = held.slice(start + deleteCount).map((line) => ({ ...line, paragraph: line.paragraph === null ? null : line.paragraph + shift }));
  return [...held.slice(0, start), ...rows, ...after];
}

/** "a1 b1 c- d2": words and paragraphs. */
function lines(text: string): Line[] {
  return text.split(' ').filter((word) => word !== '').map((word) => ({ words: word.charAt(0), paragraph: word.endsWith('-') ? null : Number(word.slice(1)) }));
}

const DOCUMENT = { uri: 'file:///a', version: 1 };

describe('ListStore', () => {
  it('gives all rows to who holds none, or another list', () => {
    const store = new ListStore(KIND);
    expect(store.changes(DOCUMENT, lines('a1 b2'), null)).toEqual({ version: 1, id: '1', start: 0, deleteCount: null, rows: lines('a1 b2'), shift: 0 });
    expect(store.changes(DOCUMENT, lines('a1'), 'other').deleteCount).toBeNull();
    store.forget(DOCUMENT.uri);
    expect(store.changes(DOCUMENT, lines('a1'), '2').deleteCount).toBeNull();
  });

  it('gives nothing where nothing has changed', () => {
    const store = new ListStore(KIND);
    const { id } = store.changes(DOCUMENT, lines('a1 b2 c3'), null);
    expect(store.changes(DOCUMENT, lines('a1 b2 c3'), id)).toMatchObject({ deleteCount: 0, rows: [], shift: 0 });
  });

  it('gives one row for a changed one, and only a number for rows that a new paragraph moved', () => {
    const store = new ListStore(KIND);
    const { id } = store.changes(DOCUMENT, lines('a1 b2 c3 d- e4'), null);
    const changed = store.changes(DOCUMENT, lines('a1 x2 c3 d- e4'), id);
    expect(changed).toMatchObject({ start: 1, deleteCount: 1, rows: lines('x2'), shift: 0 });
    expect(store.changes(DOCUMENT, lines('a1 n2 x3 c4 d- e5'), changed.id)).toMatchObject({ start: 1, deleteCount: 0, rows: lines('n2'), shift: 1 });
  });

  it('leads any client that takes every change to the same list', () => {
    const line = fc.record({ words: fc.constantFrom('a', 'b', 'c'), paragraph: fc.option(fc.integer({ min: 1, max: 3 })) });
    fc.assert(fc.property(fc.array(fc.array(line, { maxLength: 8 }), { minLength: 1, maxLength: 5 }), (versions) => {
      const store = new ListStore(KIND);
      let held: Line[] = [];
      let since: string | null = null;
      for (const rows of versions) {
        const changes = store.changes(DOCUMENT, rows, since);
        held = applied(held, changes);
        since = changes.id;
        expect(held).toEqual(rows);
      }
    }));
  });
});
