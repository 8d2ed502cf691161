/** Dates told from another day: "yesterday", "last week", "early this June", "the past three weeks", "that day", "every year". */
import type { CalendarUnit, DateExpression, DatePart } from '../../types.js';
import type { CalendarRead } from './calendar.js';
import { fromMonth, lastDay, readCalendar } from './calendar.js';
import { DAY_UNITS, RELATIVE_DAYS, SEASONS, W, WEEKDAYS } from './lexicon.js';
import { readNumber, readRange } from './numbers.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';
import { readPeriod } from './years.js';

type Which = 'this' | 'last' | 'next';

const WHICH: ReadonlyMap<string, Which> = new Map<string, Which>([['this', 'this'], ['last', 'last'], ['past', 'last'], ['previous', 'last'], ['next', 'next'], ['coming', 'next'], ['upcoming', 'next']]);
const PARTS: ReadonlyMap<string, DatePart> = new Map<string, DatePart>([['early', 'early'], ['earlier', 'early'], ['beginning', 'early'], ['start', 'early'], ['mid', 'mid'], ['middle', 'mid'], ['late', 'late'], ['later', 'late'], ['end', 'end']]);

/** "today", "yesterday", "tomorrow", "the day after tomorrow". */
export function relativeDay(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  const amount = RELATIVE_DAYS.get(p.lower);
  if (amount === undefined) return p.lower === 'day' ? dayBesideDay(pieces, i) : null;
  if (p.capital && at(pieces, i - 1).capital && at(pieces, i - 1).kind === 'word') return null;
  return { next: i + 1, date: { kind: 'offset', unit: 'day', amount, from: 'article' }, grain: 'other', confidence: 0.96 };
}

function dayBesideDay(pieces: Pieces, i: number): CalendarRead | null {
  const side = at(pieces, i + 1).lower;
  const day = at(pieces, i + 2).lower;
  const amount = side === 'after' && day === 'tomorrow' ? 2 : side === 'before' && day === 'yesterday' ? -2 : 0;
  return amount === 0 ? null : { next: i + 3, date: { kind: 'offset', unit: 'day', amount, from: 'article' }, grain: 'other', confidence: 0.9 };
}

/** A date that begins with a modifier. */
export function modifiedDate(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  if (p.capital && at(pieces, i + 1).capital && (at(pieces, i + 1).classes & (W.month | W.weekday)) === 0) return null;
  if (PARTS.has(p.lower)) return partOfDate(pieces, i);
  return whichDate(pieces, i);
}

/** "early 2019", "mid-August", "late last year", "end of January", "earlier Friday". */
function partOfDate(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  const part = PARTS.get(p.lower);
  if (part === undefined) return null;
  const isNoun = p.lower === 'beginning' || p.lower === 'start' || p.lower === 'end' || p.lower === 'middle';
  if (isNoun && at(pieces, i + 1).lower !== 'of') return null;
  const k = isNoun || at(pieces, i + 1).lower === '-' ? i + 2 : i + 1;
  const target = readTarget(pieces, k);
  if (target === null || isPartOfDay(pieces, target.next)) return null;
  const isComparative = p.lower === 'earlier' || p.lower === 'later';
  if (isComparative && target.grain === 'year') return null;
  if (at(pieces, i + 1).kind !== 'word' && at(pieces, i + 1).kind !== 'number' && at(pieces, i + 1).lower !== '-' && at(pieces, i + 1).lower !== "'" && at(pieces, i + 1).lower !== '’') return null;
  return { ...target, date: isComparative ? target.date : withPart(target.date, part), confidence: Math.min(target.confidence, 0.93) };
}

function isPartOfDay(pieces: Pieces, i: number): boolean {
  return (at(pieces, i).classes & W.partOfDay) !== 0;
}

/** What "early" and its like can stand before. */
function readTarget(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  if ((p.classes & W.relativeDay) !== 0) return p.lower === 'today' ? null : relativeDay(pieces, i);
  if (WHICH.has(p.lower)) return whichDate(pieces, i);
  if (p.capital && (p.classes & W.month) !== 0) return fromMonth(pieces, i, true);
  const skip = p.lower === 'the' ? 1 : 0;
  const season = SEASONS.get(at(pieces, i + skip).lower);
  if (season !== undefined) return seasonAt(pieces, i + skip, 'plain', true);
  return readCalendar(pieces, i) ?? readPeriod(pieces, i + skip, true) ?? unitTarget(pieces, i, skip);
}

/** "the week", "the month", "the year" in "end of the year"; a day has no early part worth a date. */
function unitTarget(pieces: Pieces, i: number, skip: number): CalendarRead | null {
  const unit = DAY_UNITS.get(at(pieces, i + skip).lower);
  if (skip === 0 || unit === undefined || unit === 'day' || at(pieces, i + 1).lower.endsWith('s')) return null;
  return { next: i + 2, date: { kind: 'offset', unit, amount: 0, from: 'article' }, grain: 'other', confidence: 0.75 };
}

function withPart(date: DateExpression, part: DatePart): DateExpression {
  if (date.kind === 'monthDay' && date.day === undefined) return { ...date, part };
  if (date.kind === 'offset' && date.unit !== 'day' && date.unit !== 'week' && date.unit !== 'weekend') return { ...date, part };
  return date.kind === 'absolute' ? { kind: 'absolute', iso: partOfIso(date.iso, part) } : date;
}

/**
 * Thirds of a period: "early 2019" is January to April, "mid-May" the 11th to the 20th, "the late 1990s" 1997 to 1999. The end of a year is its December, that of anything else its last third.
 * The cut is this program's own; English has no rule for it.
 */
export function partOfIso(iso: string, part: DatePart): string {
  const [year = '', month] = iso.split('-', 2);
  if (part === 'end' && iso.length === 4) return `${year}-12`;
  const index = part === 'early' ? 0 : part === 'mid' ? 1 : 2;
  if (iso.length === 4) return `${year}-${['01-01', '05-01', '09-01'][index] ?? '01-01'}/${year}-${['04-30', '08-31', '12-31'][index] ?? '12-31'}`;
  if (iso.length === 7 && month !== undefined) return `${iso}-${['01', '11', '21'][index] ?? '01'}/${iso}-${index === 2 ? lastDay(Number(year), Number(month)) : index === 1 ? '20' : '10'}`;
  if (iso.length !== 21 || iso.slice(4, 10) !== '-01-01') return iso;
  const first = Number(year);
  const length = Number(iso.slice(11, 15)) - first + 1;
  const cuts = length === 10 ? [0, 4, 7, 10] : [0, Math.round(length / 3), Math.round((2 * length) / 3), length];
  return `${String(first + (cuts[index] ?? 0)).padStart(4, '0')}-01-01/${String(first + (cuts[index + 1] ?? length) - 1).padStart(4, '0')}-12-31`;
}

/** "this week", "last Friday", "this past December", "next few weeks", "the past year and a half". */
function whichDate(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  const which = p.lower === 'recent' ? 'last' : WHICH.get(p.lower);
  if (which === undefined || isVerb(pieces, i)) return null;
  const inner = p.lower === 'this' ? WHICH.get(at(pieces, i + 1).lower) : undefined;
  const k = inner === undefined || inner === 'this' ? i + 1 : i + 2;
  return targetOf(pieces, k, inner ?? which, p.lower);
}

/** "to last three weeks" is a verb. */
function isVerb(pieces: Pieces, i: number): boolean {
  const p = at(pieces, i);
  if (p.lower !== 'last') return p.lower === 'past' && (at(pieces, i - 1).classes & W.dayUnit) !== 0;
  const before = at(pieces, i - 1).lower;
  return before === 'to' || before === 'will' || before === 'would' || before === 'could' || before === 'can' || before === 'may' || before === 'might' || before === "n't" || before === 'not' || before === 'at';
}

function targetOf(pieces: Pieces, k: number, which: Which, word: string): CalendarRead | null {
  const p = at(pieces, k);
  if (p.capital && (p.classes & W.weekday) !== 0) {
    const weekday = WEEKDAYS.get(p.lower);
    return weekday === undefined ? null : { next: k + 1, date: { kind: 'weekday', weekday, which, tense: 'unknown' }, grain: 'other', confidence: 0.96 };
  }
  if (p.capital && (p.classes & W.month) !== 0) {
    const read = fromMonth(pieces, k, true);
    return read === null ? null : { ...read, date: read.date.kind === 'monthDay' ? { ...read.date, which } : read.date, grain: 'other' };
  }
  if (SEASONS.has(p.lower)) return seasonAt(pieces, k, which, true);
  const unit = DAY_UNITS.get(p.lower);
  if (unit === undefined) return counted(pieces, k, which);
  if (p.lower.endsWith('s')) return word === 'recent' || word === 'past' || word === 'coming' ? { next: k + 1, date: { kind: 'span' }, grain: 'other', confidence: 0.85 } : null;
  if (word === 'recent') return null;
  return { next: halfEnd(pieces, k + 1), date: unitDate(pieces, k, unit, which, word), grain: 'other', confidence: 0.95 };
}

/** The unit itself; "last day" and "next day" count from a day in the text. */
function unitDate(pieces: Pieces, k: number, unit: CalendarUnit, which: Which, word: string): DateExpression {
  const amount = which === 'this' ? 0 : which === 'last' ? -1 : 1;
  if (halfEnd(pieces, k + 1) > k + 1) return { kind: 'span' };
  if (word === 'past' || word === 'coming') return { kind: 'window', unit, amount };
  const fromContext = word === 'previous' || unit === 'day';
  return { kind: 'offset', unit, amount, from: fromContext ? 'context' : 'article' };
}

function halfEnd(pieces: Pieces, i: number): number {
  return at(pieces, i).lower === 'and' && at(pieces, i + 1).lower === 'a' && at(pieces, i + 2).lower === 'half' ? i + 3 : i;
}

/** "the past three weeks", "next few decades", "last couple of weeks". */
function counted(pieces: Pieces, k: number, which: Which): CalendarRead | null {
  const p = at(pieces, k);
  const isFew = p.lower === 'few' || p.lower === 'several' || p.lower === 'many';
  const isCouple = p.lower === 'couple' && at(pieces, k + 1).lower === 'of';
  const read = isFew || isCouple ? null : readRange(pieces, k);
  const hyphen = read !== null && at(pieces, read.next).lower === '-' ? 1 : 0;
  const end = isFew ? k + 1 : isCouple ? k + 2 : read === null ? 0 : read.next + hyphen;
  const unit = end === 0 ? undefined : DAY_UNITS.get(at(pieces, end).lower);
  if (unit === undefined || which === 'this') return null;
  const exact = read !== null && !read.range && read.value === Math.floor(read.value);
  const date: DateExpression = exact ? { kind: 'window', unit, amount: which === 'last' ? -read.value : read.value } : { kind: 'span' };
  return { next: halfEnd(pieces, end + 1), date, grain: 'other', confidence: 0.95 };
}

const SEASON_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'by', 'since', 'until', 'during', 'through', 'early', 'late', 'mid', 'throughout']);

/** "summer 2019", "winter of 2006–2007"; alone only behind a preposition. */
export function seasonAt(pieces: Pieces, i: number, which: 'plain' | Which, sure: boolean): CalendarRead | null {
  const p = at(pieces, i);
  const season = SEASONS.get(p.lower);
  if (season === undefined) return null;
  const of = at(pieces, i + 1).lower === 'of' ? 1 : 0;
  const year = readPeriod(pieces, i + 1 + of, true);
  if (year !== null && year.date.kind === 'absolute' && year.date.iso.length === 4) return { next: year.next, date: { kind: 'season', season, year: Number(year.date.iso), which: 'plain' }, grain: 'other', confidence: 0.95 };
  if (year !== null && at(pieces, i + 1 + of).kind === 'number') return { next: year.next, date: { kind: 'span' }, grain: 'other', confidence: 0.9 };
  const end = WHICH.has(at(pieces, i + 1 + of).lower) && at(pieces, i + 2 + of).lower === 'year' ? i + 3 + of : i + 1;
  if (!sure && end === i + 1 && !isSeasonAlone(pieces, i)) return null;
  return { next: end, date: { kind: 'season', season, which }, grain: 'other', confidence: sure ? 0.95 : 0.7 };
}

function isSeasonAlone(pieces: Pieces, i: number): boolean {
  const p = at(pieces, i);
  const the = at(pieces, i - 1).lower === 'the' ? 1 : 0;
  const after = at(pieces, i + 1);
  if (p.lower === 'fall' && the === 0 || p.capital && after.capital && after.kind === 'word') return false;
  const isFree = after.kind !== 'word' || after.lower === 'and' || after.lower === 'or' || after.lower === 'when' || after.lower === 'after' || after.lower === 'before' || after.lower === 'to';
  return isFree && SEASON_PREPOSITIONS.has(at(pieces, i - 1 - the).lower);
}

/** "that day", "the same year", "the following week", "the next day": another day of the text is meant. */
export function pointedDate(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  if (p.lower !== 'same' && p.lower !== 'that' && p.lower !== 'following') return null;
  const noun = at(pieces, i + 1);
  const isMonth = noun.capital && (noun.classes & (W.month | W.weekday)) !== 0 && p.lower !== 'same';
  const unit = DAY_UNITS.get(noun.lower);
  const isUnit = unit !== undefined && !noun.lower.endsWith('s') && unit !== 'century';
  if (!isMonth && !isUnit || (p.lower === 'that' && isMonth && at(pieces, i - 1).kind === 'word')) return null;
  if (p.lower === 'following' && at(pieces, i - 1).lower !== 'the') return null;
  if (isUnit && p.lower === 'same' && at(pieces, i + 2).lower === '-') return null;
  const date: DateExpression = isUnit ? { kind: 'offset', unit, amount: p.lower === 'following' ? 1 : 0, from: 'context' } : { kind: 'span' };
  return { next: i + 2, date, grain: 'other', confidence: 0.85 };
}

/** "every year", "each week", "every other year", "every Monday", "every four years". */
export function repeatedDate(pieces: Pieces, i: number): CalendarRead | null {
  const { lower } = at(pieces, i + 1);
  const other = lower === 'other' || lower === 'single' || lower === 'few' || lower === 'couple' ? 1 : 0;
  const read = other === 1 ? null : readNumber(pieces, i + 1);
  const k = read === null ? i + 1 + other : read.next;
  const noun = at(pieces, k);
  const isUnit = (noun.classes & W.dayUnit) !== 0;
  const isNamed = noun.capital && (noun.classes & (W.weekday | W.month)) !== 0;
  if (!isUnit && !isNamed && !(read === null && SEASONS.has(noun.lower))) return null;
  return { next: k + 1, date: { kind: 'span' }, grain: 'other', confidence: 0.85 };
}

/** The last one or the next one, as the verb has it. */
const WEEKEND: DateExpression = { kind: 'range', from: { kind: 'weekday', weekday: 6, which: 'plain', tense: 'unknown' }, to: { kind: 'weekday', weekday: 0, which: 'plain', tense: 'unknown' } };

const IN_UNIT: ReadonlySet<string> = new Set(['during', 'over', 'at', 'on', 'earlier', 'later', 'in', 'for', 'within', 'throughout', 'of']);

/** "over the weekend", "earlier in the month": the unit alone behind "the". */
export function definiteUnit(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  const unit = DAY_UNITS.get(p.lower);
  if (unit === undefined || p.lower.endsWith('s') || p.capital || at(pieces, i - 1).lower !== 'the') return null;
  const before = at(pieces, i - 2).lower;
  const after = at(pieces, i + 1);
  if (!IN_UNIT.has(before) || (before === 'at' || before === 'on') && unit !== 'weekend' || unit === 'day' || unit === 'decade' || unit === 'century') return null;
  const isLate = before === 'in' && (at(pieces, i - 3).lower === 'earlier' || at(pieces, i - 3).lower === 'later' || at(pieces, i - 3).lower === 'early' || at(pieces, i - 3).lower === 'late');
  const isSpanned = before === 'during' || before === 'over' || isLate || (unit === 'weekend' && before !== 'of') || (before === 'in' && after.lower === 'leading') || (before === 'in' && after.lower === 'before');
  if (!isSpanned || (unit !== 'weekend' && !isLate && after.kind === 'word' && after.lower !== 'leading' && after.lower !== 'before' && after.lower !== 'and' && before !== 'over')) return null;
  return { next: i + 1, date: unit === 'weekend' ? WEEKEND : { kind: 'offset', unit, amount: 0, from: 'context' }, grain: 'other', confidence: 0.75 };
}
