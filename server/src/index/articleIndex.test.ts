/** Both ways of keeping an index give the same answers, whatever is put in and taken out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleIndex, IndexedArticle, IndexedName, NameKey } from './articleIndex.js';
import { searchOf } from './articleIndex.js';
import { dayOf, isoOf } from './days.js';
import { MemoryIndex } from './memoryIndex.js';
import { openIndex } from './sqlite.node.js';

const NAMES: readonly (readonly [NameKey['type'], string])[] = [['PERSON', 'Henrik Dahl'], ['PERSON', 'Henrike Dahlén'], ['ORG', 'Port Workers Federation'], ['GPE', 'Riga'], ['ORG', 'Riga'], ['DATE', '2026-03-12']];

const nameArbitrary = fc.record({ which: fc.nat(NAMES.length - 1), lines: fc.array(fc.nat(40), { minLength: 1, maxLength: 4 }) });
const articleArbitrary = fc.record({
  day: fc.constantFrom(null, '2026-03-10', '2026-03-12', '2026-03-16'), names: fc.uniqueArray(nameArbitrary, { selector: ({ which }) => which, maxLength: 5 }), claims: fc.array(fc.nat(4), { maxLength: 4 }),
});
const stepArbitrary = fc.record({ file: fc.nat(4), becomes: fc.oneof(fc.constant('gone' as const), fc.constant(null), articleArbitrary), size: fc.nat(9), commit: fc.boolean() });

function nameOf({ which, lines }: { which: number; lines: readonly number[] }): IndexedName {
  const [type, canonical] = NAMES[which] ?? ['ORG', ''];
  const places = [...lines].sort((a, b) => a - b).map((line, i) => ({ line, character: i, endLine: line + (i % 2), endCharacter: i + canonical.length }));
  return { type, canonical, key: canonical.toLowerCase(), places };
}

function articleOf({ day, names, claims }: { day: string | null; names: readonly { which: number; lines: readonly number[] }[]; claims: readonly number[] }): IndexedArticle {
  return {
    day, names: names.map(nameOf),
    claims: claims.filter((speaker) => speaker < names.length).sort((a, b) => a - b).map((speaker, i) => ({ speaker, place: { line: i, character: 2, endLine: i, endCharacter: 9 }, facts: Uint8Array.of(i, 255, 0) })),
  };
}

/** All that can be asked; articles of one day in any order. */
function answers(index: ArticleIndex): unknown {
  const byFile = <T extends { uri: string }>(found: readonly T[]): T[] => [...found].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0));
  return {
    files: [...index.files().values()].map(({ uri, modified, size }) => ({ uri, modified, size })).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    symbols: ['dahl', 'hen dahle', 'ri', 'work port', 'zebra', 'r', '2026'].map((query) => index.symbols(query, 9).map(({ type, canonical, articles }) => `${type} ${canonical} ${articles}`)),
    names: NAMES.map(([type, canonical]) => {
      const name = { type, key: canonical.toLowerCase() };
      const mentions = index.mentions(name, 99);
      const claims = index.claims(name, 99);
      return {
        count: index.count(name, []), but: index.count(name, ['file:///1', 'file:///2', 'file:///none']), days: [mentions.map(({ day }) => day), claims.map(({ day }) => day)],
        mentions: byFile(mentions), claims: byFile(claims).map(({ facts, ...claim }) => ({ ...claim, facts: [...facts] })),
      };
    }),
  };
}

describe('an index of articles', () => {
  it('is the same in SQLite and in maps', () => {
    fc.assert(fc.property(fc.array(stepArbitrary, { maxLength: 12 }), (steps) => {
      const sql = openIndex(undefined, 'test').index;
      const maps = new MemoryIndex();
      for (const { file, becomes, size, commit } of steps) {
        const uri = `file:///${file}`;
        for (const index of [sql, maps]) {
          if (becomes === 'gone') index.remove(uri);
          else index.put({ uri, modified: size * 1_000_000_000_000, size }, becomes === null ? null : articleOf(becomes));
          if (commit) index.commit();
        }
        // After each step: what was asked before must not be the answer.
        expect(answers(sql)).toEqual(answers(maps));
      }
      sql.close();
    }), { numRuns: 25 });
  });

  it('gives the newest articles first, and those without a date last', () => {
    for (const index of [openIndex(undefined, 'test').index, new MemoryIndex()]) {
      const days = ['2026-03-10', null, '2026-03-16', '2026-03-12'];
      days.forEach((day, i) => { index.put({ uri: `file:///${i}`, modified: 1, size: 1 }, articleOf({ day, names: [{ which: 0, lines: [i] }], claims: [0] })); });
      const name = { type: 'PERSON', key: 'henrik dahl' } as const;
      expect(index.mentions(name, 3).map(({ day }) => day)).toEqual(['2026-03-16', '2026-03-12', '2026-03-10']);
      expect(index.mentions(name, 3, ['file:///2']).map(({ day }) => day)).toEqual(['2026-03-12', '2026-03-10']);
      expect(index.mentions(name, 9, ['file:///2'], 2).map(({ day }) => day)).toEqual(['2026-03-12', '2026-03-10']);
      expect(index.claims(name, 9).map(({ day }) => day)).toEqual(['2026-03-16', '2026-03-12', '2026-03-10', null]);
      expect(index.symbols('dahl', 9)[0]).toMatchObject({ uri: 'file:///2', articles: 4 });
      index.close();
    }
  });

  it('reads articles on until there are enough places, also past those that are read together', () => {
    for (const index of [openIndex(undefined, 'test').index, new MemoryIndex()]) {
      for (let i = 0; i < 250; i++) index.put({ uri: `file:///${i}`, modified: 1, size: 1 }, articleOf({ day: '2026-03-10', names: [{ which: 0, lines: [1, 2] }], claims: [] }));
      const name = { type: 'PERSON', key: 'henrik dahl' } as const;
      const [all, some, few] = [index.mentions(name, 240), index.mentions(name, 240, [], 401), index.mentions(name, 7, [], 401)];
      expect([all.length, new Set(all.map(({ uri }) => uri)).size, some.length, few.length]).toEqual([240, 240, 201, 7]);
      index.close();
    }
  });

  it('looks for words by how they begin, in any order, without case and accents', () => {
    expect(searchOf('x')).toBeUndefined();
    expect(searchOf(' - ')).toBeUndefined();
    expect(searchOf('Múl an')?.longest).toBe('mul');
    expect(searchOf('Múl an')?.fits(['anna', 'muller'])).toBe(true);
    expect(searchOf('Múl an')?.fits(['muller'])).toBe(false);
  });

  it('keeps days', () => {
    for (const iso of ['1999-12-31', '2026-02-28', '2026-11-29']) expect(isoOf(dayOf(iso))).toBe(iso);
    expect(isoOf(dayOf(null))).toBeNull();
    expect(isoOf(dayOf('2026-03'))).toBe('2026-03-01');
    expect(isoOf(dayOf('1850-01-01'))).toBeNull();
  });
});
