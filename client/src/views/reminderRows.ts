/** Reminders as rows of the Annotations view: those of the article, and what is due in others; what is due comes first. Pure. */
import type { DueElsewhere, ReminderElsewhere, ReminderLine } from '../../../server/src/annotatingProtocol.js';
import { isDue, whenDue } from '../annotating/reminderWords.js';
import { matchesText, shortened } from './row.js';
import type { Choices, Row } from './row.js';

/** Characters of the words, after which there is room for the day. */
const QUOTE_LENGTH = 40;
export const REMINDER = 'reminder';
/** Context of a row that belongs to another article: it is changed there. */
export const ELSEWHERE = 'reminderElsewhere';
const ID = 'reminder:';

/** `reminders` come by their days; `day` is today. None without any. */
export function reminderRows(reminders: readonly ReminderLine[], day: string, { text, kinds }: Choices): Row[] {
  const shown = (kinds?.has(REMINDER) ?? true) ? reminders.filter(({ quote, note, date }) => matchesText(text, () => [quote, note, date, REMINDER])) : [];
  const due = dueCount(shown, day);
  return groupOf('group:reminders', 'Reminders', due === 0 ? String(shown.length) : `${shown.length}, ${due} due`, shown.map((one) => rowOf(one, day)));
}

/** Of the other articles what is due. */
export function dueElsewhereRows({ count, reminders }: DueElsewhere, day: string, { text, kinds }: Choices): Row[] {
  const shown = (kinds?.has(REMINDER) ?? true) ? reminders.filter((one) => matchesText(text, () => [one.quote, one.note, one.date, one.article, REMINDER])) : [];
  const words = count === reminders.length ? String(shown.length) : `the last ${shown.length} of ${count}`;
  return groupOf('group:remindersElsewhere', 'Due in other articles', words, shown.map((one) => rowElsewhere(one, day)));
}

export function reminderOfRow(rowId: string, reminders: readonly ReminderLine[]): ReminderLine | undefined {
  return rowId.startsWith(ID) ? reminders.find(({ id }) => `${ID}${id}` === rowId) : undefined;
}

export function dueOfRow(rowId: string, reminders: readonly ReminderElsewhere[]): ReminderElsewhere | undefined {
  return reminders.find((one) => idElsewhere(one) === rowId);
}

export function dueCount(reminders: readonly ReminderLine[], day: string): number {
  return reminders.filter(({ date }) => isDue(date, day)).length;
}

function groupOf(id: string, label: string, words: string, rows: readonly Row[]): Row[] {
  return rows.length === 0 ? [] : [{ id, kind: 'group', label, description: words, tooltip: `${label}: ${words}`, spoken: `${label}, ${words}`, rows }];
}

function rowOf(reminder: ReminderLine, day: string): Row {
  return { id: `${ID}${reminder.id}`, ...wordsOf(reminder, day, reminder.range === null ? ['its words are gone'] : []) };
}

function rowElsewhere(reminder: ReminderElsewhere, day: string): Row {
  return { id: idElsewhere(reminder), context: ELSEWHERE, ...wordsOf(reminder, day, [`in ${reminder.article}`]) };
}

function idElsewhere({ uri, id }: ReminderElsewhere): string {
  return `${ELSEWHERE}:${uri}#${id}`;
}

function wordsOf({ date, note, quote, by }: Omit<ReminderLine, 'range'>, day: string, about: readonly string[]): Omit<Row, 'id'> {
  const parts = [whenDue(date, day), date, ...(note === '' ? [] : [note]), ...about];
  const set = by === '' ? [] : [`set by ${by}`];
  return {
    kind: REMINDER, label: shortened(quote, QUOTE_LENGTH), icon: isDue(date, day) ? 'bell-dot' : 'bell', description: parts.join(' · '), tooltip: `${quote}\n${[...parts, ...set].join(', ')}`,
    spoken: [`Reminder of ${quote}`, ...parts].join(', '), rows: [],
  };
}
