/** Reminders as they are typed and as lists tell of their days. No VS Code in here. */
import { dayNumber, isDay } from '../../../server/src/base/day.js';

/** "2026-03-16 is the bridge open?"; undefined where it does not begin with a day of the calendar. */
export function readReminder(text: string): { readonly date: string; readonly note: string } | undefined {
  const [, date = '', note = ''] = /^(\S+)(?:\s+(.*))?$/s.exec(text.trim()) ?? [];
  return isDay(date) ? { date, note: note.trim() } : undefined;
}

export function writtenReminder({ date, note }: { readonly date: string; readonly note: string }): string {
  return note === '' ? date : `${date} ${note}`;
}

/** What is shown while it is typed. */
export function problemOfReminder(text: string): string | undefined {
  return readReminder(text) === undefined ? 'First a day of the calendar, as 2026-03-12' : undefined;
}

/** Here, by the clock of this machine. */
export function today(now = new Date()): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function isDue(date: string, day: string): boolean {
  return date <= day;
}

/** "due today", "due for 3 days", "in 12 days". */
export function whenDue(date: string, day: string): string {
  const days = (dayNumber(date) ?? NaN) - (dayNumber(day) ?? NaN);
  // A file that others have written may say anything.
  if (Number.isNaN(days)) return isDue(date, day) ? 'due' : 'not due';
  if (days === 0) return 'due today';
  if (days === 1) return 'tomorrow';
  if (days > 0) return `in ${days} days`;
  return days === -1 ? 'due since yesterday' : `due for ${-days} days`;
}
