import { describe, expect, it } from 'vitest';
import type { ReminderElsewhere, ReminderLine } from '../../../server/src/annotatingProtocol.js';
import { isDue, problemOfReminder, readReminder, today, whenDue, writtenReminder } from '../annotating/reminderWords.js';
import { ELSEWHERE, dueCount, dueElsewhereRows, dueOfRow, reminderOfRow, reminderRows } from './reminderRows.js';
import { choose, drawn } from './rows.testHelper.js';

const RANGE = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
const LIST: readonly ReminderLine[] = [
  { id: 'a', date: '2026-03-10', note: '', quote: 'the bridge will reopen', range: RANGE, by: 'M. Kask' },
  { id: 'b', date: '2026-03-12', note: 'ask the union', quote: 'wages will rise', range: RANGE, by: '' },
  { id: 'c', date: '2026-03-13', note: '', quote: 'rents will fall', range: null, by: '' },
  { id: 'd', date: '2026-04-01', note: '', quote: 'it will rain', range: RANGE, by: '' },
];
const DAY = '2026-03-12';

describe('the reminders of an article', () => {
  it('are listed by their days, those that are due first, and compared with today', () => {
    expect(drawn(reminderRows(LIST, DAY, choose()))).toBe([
      'Reminders (4, 2 due)', '  the bridge will reopen (due for 2 days · 2026-03-10)', '  wages will rise (due today · 2026-03-12 · ask the union)',
      '  rents will fall (tomorrow · 2026-03-13 · its words are gone)', '  it will rain (in 20 days · 2026-04-01)', '',
    ].join('\n'));
    expect(dueCount(LIST, DAY)).toBe(2);
    expect(reminderRows([], DAY, choose())).toEqual([]);
  });

  it('are filtered by their words and by their kind', () => {
    expect(reminderRows(LIST, DAY, choose({ text: 'union' })).flatMap(({ rows }) => rows.map(({ label }) => label))).toEqual(['wages will rise']);
    expect(reminderRows(LIST, DAY, choose({ kinds: new Set(['entity PERSON']) }))).toEqual([]);
    expect(reminderRows(LIST, DAY, choose({ kinds: new Set(['reminder']) }))[0]?.rows).toHaveLength(4);
  });

  it('are known again by their rows', () => {
    const rows = reminderRows(LIST, DAY, choose()).flatMap((group) => group.rows);
    expect(rows.map(({ id }) => reminderOfRow(id, LIST)?.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(reminderOfRow('annotation:3', LIST)).toBeUndefined();
  });
});

describe('what is due in other articles', () => {
  const due = (id: string, change: Partial<ReminderElsewhere> = {}): ReminderElsewhere => ({ id, date: '2026-03-10', note: '', quote: 'the bridge will reopen', by: '', uri: `file:///${id}.article`, article: `${id}.article`, ...change });
  const two = { count: 2, reminders: [due('one'), due('two', { date: '2026-03-12', note: 'ask', by: 'M. Kask' })] };

  it('is listed with the name of the file, under a heading of its own', () => {
    expect(drawn(dueElsewhereRows(two, DAY, choose()))).toBe([
      'Due in other articles (2)', '  the bridge will reopen (due for 2 days · 2026-03-10 · in one.article)', '  the bridge will reopen (due today · 2026-03-12 · ask · in two.article)', '',
    ].join('\n'));
    expect(dueElsewhereRows({ count: 0, reminders: [] }, DAY, choose())).toEqual([]);
    expect(drawn(dueElsewhereRows({ ...two, count: 300 }, DAY, choose()))).toMatch(/^Due in other articles \(the last 2 of 300\)/);
  });

  it('is filtered by its words, its file and its kind', () => {
    const shown = (choices: Parameters<typeof choose>[0]): number => dueElsewhereRows(two, DAY, choose(choices)).flatMap(({ rows }) => rows).length;
    expect([{ text: 'two.article' }, { text: 'reopen' }, { text: 'elsewhere' }, { kinds: new Set(['reminder']) }, { kinds: new Set(['check']) }].map(shown)).toEqual([1, 2, 0, 2, 0]);
  });

  it('is known again by its row, and is no reminder of this article', () => {
    const rows = dueElsewhereRows(two, DAY, choose()).flatMap((group) => group.rows);
    expect(rows.map(({ id }) => dueOfRow(id, two.reminders)?.id)).toEqual(['one', 'two']);
    expect(rows.map(({ id, context }) => [reminderOfRow(id, LIST), context])).toEqual([[undefined, ELSEWHERE], [undefined, ELSEWHERE]]);
    // The same annotation, copied along with an article.
    expect(new Set(dueElsewhereRows({ count: 2, reminders: [due('one'), due('one', { uri: 'file:///copy.article' })] }, DAY, choose()).flatMap((group) => group.rows.map(({ id }) => id))).size).toBe(2);
  });
});

describe('a reminder as it is typed', () => {
  it('is a day, and what to look for', () => {
    expect(readReminder(' 2026-03-16 ')).toEqual({ date: '2026-03-16', note: '' });
    expect(readReminder('2026-03-16 is it open?')).toEqual({ date: '2026-03-16', note: 'is it open?' });
    expect(writtenReminder({ date: '2026-03-16', note: 'is it open?' })).toBe('2026-03-16 is it open?');
    expect([readReminder(''), readReminder('tomorrow'), readReminder('2026-02-30')]).toEqual([undefined, undefined, undefined]);
    expect([problemOfReminder('2026-02-30') === undefined, problemOfReminder('2026-02-28') === undefined]).toEqual([false, true]);
  });

  it('is due from its day on', () => {
    expect(['2026-03-11', '2026-03-12', '2026-03-13'].map((date) => isDue(date, DAY))).toEqual([true, true, false]);
    expect(['2026-03-11', '2026-02-28', '2026-03-14'].map((date) => whenDue(date, DAY))).toEqual(['due since yesterday', 'due for 12 days', 'in 2 days']);
    expect(whenDue('1 May', DAY)).toBe('due');
    expect(today(new Date(2026, 2, 5, 23, 59))).toBe('2026-03-05');
  });
});
