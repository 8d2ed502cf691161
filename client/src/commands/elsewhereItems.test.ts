import { describe, expect, it } from 'vitest';
import { nameOf, pairItem, saidItem } from './elsewhereItems.js';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
const there = { uri: 'file:///news/harbour%20%281%29.txt', day: '2026-03-12', range, text: 'Dahl said $(x) 2,500 would strike' };

describe('lists of what other articles say', () => {
  it('show the words, the day and the file', () => {
    expect(saidItem(there)).toEqual({ label: 'Dahl said $\u200b(x) 2,500 would strike', description: '2026-03-12, harbour (1).txt' });
    expect(saidItem({ ...there, day: null }).description).toBe('harbour (1).txt');
    expect(nameOf('file:///100%.txt')).toBe('100%.txt');
  });

  it('say how two claims differ, without a verdict', () => {
    const item = pairItem({ by: 'figure', source: 'Henrik Dahl', here: { range, text: '4,000 would strike' }, there });
    expect(item.description).toBe('another figure · 2026-03-12, harbour (1).txt');
    expect(item.detail).toBe('Henrik Dahl, here: 4,000 would strike');
  });
});
