import { describe, expect, it } from 'vitest';
import { StableIds } from './stableIds.js';

/** Ids that the words of each list get, one list after the other; "a b" is a list of two. */
function ids(...lists: string[]): string[] {
  const stable = new StableIds();
  return lists.map((list) => stable.assign(list === '' ? [] : list.split(' ')).join(' '));
}

describe('ids of things in an edited list', () => {
  it('stay while something is added before, between or after', () => {
    expect(ids('a b', 'x a b', 'x a y b', 'x a y b z')).toEqual(['0 1', '2 0 1', '2 0 3 1', '2 0 3 1 4']);
  });

  it('stay while something is taken out', () => {
    expect(ids('a b c', 'a c', 'c', '', 'a')).toEqual(['0 1 2', '0 2', '2', '', '3']);
  });

  it('stay with what is changed in its place', () => {
    expect(ids('a b c', 'a bb c', 'a bbb c')).toEqual(['0 1 2', '0 1 2', '0 1 2']);
  });

  it('stay with what has moved', () => {
    expect(ids('a b c d', 'a c b d')).toEqual(['0 1 2 3', '0 2 1 3']);
  });

  it('are never given twice, also for equal things', () => {
    expect(ids('a a a', 'a a', 'a a a a')).toEqual(['0 1 2', '0 1', '0 1 3 4']);
  });
});
