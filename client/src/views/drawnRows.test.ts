import { describe, expect, it } from 'vitest';
import { DrawnRows } from './drawnRows.js';
import type { Row } from './row.js';
import { drawn } from './rows.testHelper.js';

/** "People: Oduya=4 Tamme=1": a group and its rows, each with an id and a description. */
function list(...groups: string[]): Row[] {
  return groups.map((note) => {
    const [, id = '', rows = ''] = /^(\w+): ?(.*)$/.exec(note) ?? [];
    return row(id, '', rows.split(' ').filter((one) => one !== '').map((one) => row(one.split('=')[0] ?? '', one.split('=')[1] ?? '')));
  });
}

function row(id: string, description: string, rows: Row[] = []): Row {
  return { id, kind: 'entity', label: id, description, tooltip: id, spoken: id, rows };
}

/** Ids of what is drawn anew for each list after the first. */
function redrawn(...lists: Row[][]): string[] {
  const rows = new DrawnRows();
  return lists.map((one) => rows.update(one)?.map(({ id }) => id).join(' ') ?? 'all').slice(1);
}

describe('what is drawn anew', () => {
  it('is nothing where nothing has changed', () => {
    expect(redrawn(list('People: a=1 b=2'), list('People: a=1 b=2'))).toEqual(['']);
  });

  it('is a row whose words have changed, and no other', () => {
    expect(redrawn(list('People: a=1 b=2', 'Places: c=1'), list('People: a=1 b=3', 'Places: c=1'))).toEqual(['b']);
  });

  it('is a group whose rows come, go or move', () => {
    const before = list('People: a=1 b=2', 'Places: c=1');
    expect(redrawn(before, list('People: a=1 x=1 b=2', 'Places: c=1'))).toEqual(['People']);
    expect(redrawn(before, list('People: b=2', 'Places: c=1'))).toEqual(['People']);
    expect(redrawn(before, list('People: b=2 a=1', 'Places: c=1'))).toEqual(['People']);
  });

  it('is a group of which many rows have changed', () => {
    const group = (count: number): Row[] => list(`People: ${Array.from({ length: 50 }, (_, i) => `p${i}=${count}`).join(' ')}`);
    expect(redrawn(group(1), group(2))).toEqual(['People']);
  });

  it('is everything where groups come, go or move', () => {
    const before = list('People: a=1', 'Places: c=1');
    expect(redrawn(before, list('People: a=1'), list('Places: c=1', 'People: a=1'))).toEqual(['all', 'all']);
  });

  it('is the same object for the same id, which says what the last list says', () => {
    const rows = new DrawnRows();
    rows.update(list('People: a=1 b=2'));
    const [group] = rows.roots;
    const second = group?.rows[1];
    rows.update(list('Places: c=1', 'People: b=5'));
    expect(rows.roots[1]).toBe(group);
    expect(group?.rows[0]).toBe(second);
    expect(second === undefined ? undefined : rows.parentOf(second)).toBe(group);
    expect(drawn(rows.roots)).toBe('Places ()\n  c (1)\nPeople ()\n  b (5)\n');
  });
});
