/** Times for which a line of the glossary holds: years, months or days, open at either end. */
import type { GlossaryEntry } from './read.js';

type Period = Pick<GlossaryEntry, 'from' | 'to'>;

export function isDate(written: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(written) ?? [];
  if (year === undefined) return false;
  const made = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(made.getTime()) && made.toISOString().slice(0, 10) === `${year}-${month}-${day}`;
}

/** Of dates of unequal length, as much as both say. */
export function endsBefore(end: string, start: string): boolean {
  const common = Math.min(end.length, start.length);
  return common > 0 && end.slice(0, common) < start.slice(0, common);
}

export function overlap(a: Period, b: Period): boolean {
  return !endsBefore(a.to, b.from) && !endsBefore(b.to, a.from);
}

/** True on a day (ISO) within its time, of an entry that gives none on any. */
export function isValidOn({ from, to }: Period, day: string): boolean {
  return !endsBefore(day, from) && !endsBefore(to, day);
}
