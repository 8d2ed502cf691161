/** Dates that name a weekday, a month or a day of a month: "Monday, March 24, 2025", "24 March", "March 10–12", "3/24/2025". */
import type { DateExpression } from '../../types.js';
import { DOUBTFUL_MONTHS, MONTHS, SHORT_WEEKDAYS, W, WEEKDAYS } from './lexicon.js';
import { readWordOrdinal } from './ordinals.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

export interface CalendarRead {
  readonly next: number;
  readonly date: DateExpression;
  /** What can stand at the other end of a range. */
  readonly grain: 'day' | 'weekday' | 'month' | 'year' | 'other';
  readonly confidence: number;
}

export function readCalendar(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  if (p.kind === 'date') return { next: i + 1, date: { kind: 'written', text: pieces.text.slice(p.start, p.end) }, grain: 'day', confidence: 0.9 };
  if (p.kind === 'number') return dayBeforeMonth(pieces, i);
  if (p.kind !== 'word' || !p.capital) return p.kind === 'word' && (p.classes & W.ordinal) !== 0 ? dayBeforeMonth(pieces, i) : null;
  if ((p.classes & W.weekday) !== 0) return fromWeekday(pieces, i);
  return (p.classes & W.month) !== 0 ? fromMonth(pieces, i, false) : null;
}

const PAPERS: ReadonlySet<string> = new Set(['times', 'mail', 'express', 'mirror', 'telegraph', 'herald', 'post', 'star', 'world', 'people', 'newspaper', 'tribune', 'independent', 'mercury', 'punch', 'vanguard', 'sun']);

/** "Super Tuesday" and its like are names of events. */
const NAMED_DAYS: ReadonlySet<string> = new Set(['super', 'bloody', 'fat', 'giving', 'holy', 'shrove', 'maundy', 'whit', 'casual', 'freaky']);

/** "Monday", "Monday, March 24, 2025", "Tues., Oct. 2", "Monday 24 March". */
function fromWeekday(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  const comma = at(pieces, i + 1).lower === ',' ? 1 : 0;
  const next = at(pieces, i + 1 + comma);
  const isDate = (next.capital && (next.classes & W.month) !== 0) || (next.kind === 'number' && next.value <= 31) || next.kind === 'date';
  const dated = isDate ? readMonthDay(pieces, i + 1 + comma) : null;
  if (dated !== null && dated.grain === 'day') {
    const { date } = dated;
    const written: DateExpression = date.kind === 'written' ? { kind: 'written', text: pieces.text.slice(p.start, at(pieces, dated.next - 1).end) } : date;
    return { ...dated, date: written };
  }
  const short = SHORT_WEEKDAYS.get(p.lower);
  if (short !== undefined || PAPERS.has(next.lower) && next.capital && comma === 0) return null;
  const before = at(pieces, i - 1);
  if (before.lower === 'the' && before.capital && next.capital && comma === 0) return null;
  const weekday = WEEKDAYS.get(p.lower);
  if (weekday === undefined || (before.capital && NAMED_DAYS.has(before.lower))) return null;
  return { next: i + 1, date: { kind: 'weekday', weekday, which: 'plain', tense: 'unknown' }, grain: 'weekday', confidence: 0.97 };
}

function readMonthDay(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  if (p.kind === 'date') return readCalendar(pieces, i);
  return p.kind === 'number' ? dayBeforeMonth(pieces, i) : fromMonth(pieces, i, true);
}

/** "March 24, 2025", "March 24", "March 2025", "March". `sure` after a word that makes it a month ("last", a weekday). */
export function fromMonth(pieces: Pieces, i: number, sure: boolean): CalendarRead | null {
  const p = at(pieces, i);
  const month = MONTHS.get(p.lower);
  if (month === undefined || !p.capital) return null;
  const stop = at(pieces, i + 1).lower === '.' && p.lower.length <= 4 && at(pieces, i + 2).kind === 'number' ? 1 : 0;
  const day = readDay(pieces, i + 1 + stop);
  if (day !== null) return withDay(pieces, i, month, day);
  const year = yearAfter(pieces, i + 1 + stop);
  if (year !== null) return { next: year.next, date: { kind: 'absolute', iso: isoMonth(year.value, month) }, grain: 'month', confidence: 0.97 };
  const offset = yearOffsetAfter(pieces, i + 1);
  const known = sure || offset !== null;
  if (!known && DOUBTFUL_MONTHS.has(p.lower) && !isMonthByContext(pieces, i)) return null;
  const date: DateExpression = { kind: 'monthDay', month, tense: 'unknown', which: 'plain', ...(offset === null ? {} : { yearOffset: offset.value }) };
  return { next: offset?.next ?? i + 1, date, grain: 'month', confidence: p.lower === 'may' || p.lower === 'march' ? 0.8 : 0.93 };
}

interface DayRead {
  readonly next: number;
  readonly day: number;
  readonly lastDay?: number;
}

function withDay(pieces: Pieces, i: number, month: number, day: DayRead): CalendarRead {
  const year = yearAfter(pieces, day.next);
  if (year !== null) return { next: year.next, date: { kind: 'written', text: pieces.text.slice(at(pieces, i).start, at(pieces, year.next - 1).end) }, grain: 'day', confidence: 0.98 };
  const offset = yearOffsetAfter(pieces, day.next);
  return { next: offset?.next ?? day.next, date: dayDate(month, day, offset?.value), grain: 'day', confidence: 0.96 };
}

function dayDate(month: number, day: DayRead, yearOffset?: number): DateExpression {
  return {
    kind: 'monthDay', month, day: day.day, tense: 'unknown', which: 'plain',
    ...(day.lastDay === undefined ? {} : { lastDay: day.lastDay }), ...(yearOffset === undefined ? {} : { yearOffset }),
  };
}

/** 1–31 behind a month, with "th" or a second day: "24", "24th", "10–12", "10 to 12". */
function readDay(pieces: Pieces, i: number): DayRead | null {
  const day = dayNumber(pieces, i);
  if (day === null || (!at(pieces, i).space && at(pieces, i - 1).kind === 'word' && at(pieces, i - 1).lower !== '.' && !at(pieces, i - 1).lower.endsWith('.'))) return null;
  const after = at(pieces, day.next);
  if (after.lower === '%' || after.lower === 'percent' || (after.classes & (W.magnitude | W.month)) !== 0) return null;
  const mark = after.lower === '–' || (after.lower === '-' && !after.space) || (after.lower === 'to' && at(pieces, day.next + 1).kind === 'number');
  const last = mark ? dayNumber(pieces, day.next + 1) : null;
  const behind = last === null ? undefined : at(pieces, last.next);
  if (last === null || behind === undefined || (behind.classes & (W.month | W.dayUnit | W.magnitude)) !== 0 || behind.lower === '%') return day;
  return { next: last.next, day: day.day, lastDay: last.day };
}

function dayNumber(pieces: Pieces, i: number): DayRead | null {
  const p = at(pieces, i);
  if (p.kind !== 'number' || p.lower.length > 2 || !(p.value >= 1 && p.value <= 31) || p.value % 1 !== 0) return null;
  const suffix = at(pieces, i + 1);
  const isSuffix = !suffix.space && (suffix.lower === 'th' || suffix.lower === 'st' || suffix.lower === 'nd' || suffix.lower === 'rd');
  if (!isSuffix && suffix.kind === 'word' && !suffix.space) return null;
  return { next: i + (isSuffix ? 2 : 1), day: p.value };
}

/** "the second of May": a rank counts as a day only with "of". */
function dayWord(pieces: Pieces, i: number): DayRead | null {
  const rank = readWordOrdinal(pieces, i);
  return rank !== null && rank.value <= 31 && at(pieces, rank.next).lower === 'of' ? { next: rank.next, day: rank.value } : null;
}

/** "24 March [2025]", "24th of March", "10–12 March". */
function dayBeforeMonth(pieces: Pieces, i: number): CalendarRead | null {
  const first = dayNumber(pieces, i) ?? dayWord(pieces, i);
  if (first === null) return null;
  const mark = at(pieces, first.next).lower;
  const last = mark === '–' || mark === '-' || mark === 'to' ? dayNumber(pieces, first.next + 1) : null;
  const next = last?.next ?? first.next;
  const of = at(pieces, next).lower === 'of' ? 1 : 0;
  const p = at(pieces, next + of);
  const month = p.capital ? MONTHS.get(p.lower) : undefined;
  if (month === undefined || (p.lower === 'mar' || p.lower === 'dec') && of === 0 && at(pieces, next + 1).kind !== 'number') return null;
  if (!p.space && at(pieces, next + of - 1).kind !== 'mark') return null;
  const stop = at(pieces, next + of + 1).lower === '.' && p.lower.length <= 4 && at(pieces, next + of + 2).kind === 'number' ? 1 : 0;
  return withDay(pieces, i, month, { next: next + of + 1 + stop, day: first.day, ...(last === null ? {} : { lastDay: last.day }) });
}

/** A year right behind a month or day, after a comma or "of": "2025", ", 2025", "’98". */
function yearAfter(pieces: Pieces, i: number): { next: number; value: number } | null {
  const skip = at(pieces, i).lower === ',' || at(pieces, i).lower === 'of' ? 1 : 0;
  const p = at(pieces, i + skip);
  if (p.kind !== 'number' || !isYearFigure(p.lower)) return null;
  const after = at(pieces, i + skip + 1);
  if (after.kind === 'word' && !after.space) return null;
  return { next: i + skip + 1, value: p.value };
}

/** Four figures that can be a year of our era: 1000–2199. */
export function isYearFigure(figures: string): boolean {
  return figures.length === 4 && figures >= '1000' && figures < '2200' && !figures.includes('.') && !figures.includes(',');
}

/** "of this year", "of last year", "this year", "last year", "next year" behind a month. */
function yearOffsetAfter(pieces: Pieces, i: number): { next: number; value: number } | null {
  const of = at(pieces, i).lower === 'of' ? 1 : 0;
  const { lower } = at(pieces, i + of);
  if (at(pieces, i + of + 1).lower !== 'year') return null;
  const value = lower === 'this' ? 0 : lower === 'last' ? -1 : lower === 'next' ? 1 : undefined;
  return value === undefined ? null : { next: i + of + 2, value };
}

const MONTH_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'since', 'until', 'till', 'by', 'during', 'from', 'of', 'through', 'to', 'before', 'after', 'for', 'around', 'mid', '(', 'between', 'early', 'late', 'last', 'next', 'this', '-', '–', 'throughout']);
const NAME_VERBS: ReadonlySet<string> = new Set(['said', 'says', 'told', 'was', 'is', 'has', 'had', 'added', 'will', 'who', 'also', 'would', 'did', "'s", 'went']);

/** A month word alone, where it could be a name or a verb: a preposition before it and no name around it. */
function isMonthByContext(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1);
  const after = at(pieces, i + 1);
  const { lower } = at(pieces, i);
  if (after.capital && after.kind === 'word' && (after.classes & W.month) === 0) return false;
  const isListed = (before.lower === 'and' || before.lower === 'or' || before.lower === ',') && (at(pieces, i - 2).classes & W.month) !== 0 && at(pieces, i - 2).capital;
  if (isListed) return true;
  const opensList = (after.lower === 'and' || after.lower === 'or' || after.lower === ',') && (at(pieces, i + 2).classes & W.month) !== 0 && at(pieces, i + 2).capital;
  if (opensList) return true;
  if (MONTH_PREPOSITIONS.has(before.lower)) return isPersonal(before.lower) ? !NAME_VERBS.has(after.lower) && lower !== 'may' : !(lower === 'may' && NAME_VERBS.has(after.lower) && after.lower !== "'s");
  return lower === 'august' && !before.capital && after.kind !== 'word';
}

/** Prepositions that also stand before people. */
function isPersonal(lower: string): boolean {
  return lower === 'by' || lower === 'for' || lower === 'of' || lower === 'from' || lower === 'to' || lower === 'after' || lower === 'before' || lower === 'between';
}

/** ISO month, `2025-03`. */
export function isoMonth(year: number, month: number): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
}

/** From the first day of one month of the year to the last of another. */
export function isoMonths(year: number, from: number, to: number): string {
  return `${isoMonth(year, from)}-01/${isoMonth(year, to)}-${lastDay(year, to)}`;
}

/** Days of a month of the Gregorian calendar. */
export function lastDay(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
