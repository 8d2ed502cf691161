/** The reminders of an article as rows of the Annotations view: those that are due first. Pure. */
import type { ReminderLine } from '../../../server/src/annotatingProtocol.js';
import { isDue, whenDue } from '../annotating/reminderWords.js';
import { matchesText, shortened } from './row.js';
import type { Choices, Row } from './row.js';

/** Characters of the words, after which there is room for the day. */
const QUOTE_LENGTH = 40;
export const REMINDER = 'reminder';
const ID = 'reminder:';

/** `reminders` come by their days; `day` is today. None without any. */
export function reminderRows(reminders: readonly ReminderLine[], day: string, { text, kinds }: Choices): Row[] {
  const shown = (kinds?.has(REMINDER) ?? true) ? reminders.filter(({ quote, note, date }) => matchesText(text, () => [quote, note, date, 'reminder'])) : [];
  if (shown.length === 0) return [];
  const due = shown.filter(({ date }) => isDue(date, day)).length;
  const words = due === 0 ? String(shown.length) : `${shown.length}, ${due} due`;
  return [{ id: 'group:reminders', kind: 'group', label: 'Reminders', description: words, tooltip: `Reminders: ${words}`, spoken: `Reminders, ${words}`, rows: shown.map((one) => rowOf(one, day)) }];
}

export function reminderOfRow(rowId: string, reminders: readonly ReminderLine[]): ReminderLine | undefined {
  return rowId.startsWith(ID) ? reminders.find(({ id }) => `${ID}${id}` === rowId) : undefined;
}

export function dueCount(reminders: readonly ReminderLine[], day: string): number {
  return reminders.filter(({ date }) => isDue(date, day)).length;
}

function rowOf({ id, date, note, quote, range, by }: ReminderLine, day: string): Row {
  const parts = [whenDue(date, day), date, ...(note === '' ? [] : [note]), ...(range === null ? ['its words are gone'] : [])];
  const set = by === '' ? [] : [`set by ${by}`];
  return {
    id: `${ID}${id}`, kind: 'reminder', label: shortened(quote, QUOTE_LENGTH), icon: isDue(date, day) ? 'bell-dot' : 'bell', description: parts.join(' · '), tooltip: `${quote}\n${[...parts, ...set].join(', ')}`,
    spoken: [`Reminder of ${quote}`, ...parts].join(', '), rows: [],
  };
}
