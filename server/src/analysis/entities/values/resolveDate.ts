/** From a date as written to its place on the calendar, once the article's date is known. */
import * as chrono from 'chrono-node/en';
import type { CalendarUnit, DateExpression, Tense } from '../../types.js';
import { isoMonth, isoMonths, lastDay } from './calendar.js';
import { partOfIso } from './relative.js';

const DAY = 86_400_000;

/**
 * ISO day `2025-03-24`, month `2025-03`, year `2025`, or an inclusive interval of days `A/B`. Undefined for what has no
 * place (durations, ages, "two days later" than something else), for what needs an article date that is null or no ISO
 * day, for days that do not exist and for ranges that end before they begin: nothing is moved to fit.
 * Weeks begin on Monday (ISO 8601).
 * `contextDay` is the day, month or year from which "two days earlier" counts: the caller finds it in the text.
 */
export function resolveDate(expression: DateExpression, articleDate: string | null, contextDay: string | null = null): string | undefined {
  if (expression.kind === 'offset' && expression.from === 'context') {
    return contextDay === null ? undefined : resolveDate({ ...expression, from: 'article' }, dayWithin(contextDay));
  }
  const now = articleDate === null ? undefined : parseDay(articleDate);
  switch (expression.kind) {
    case 'absolute': return expression.iso;
    case 'written': return readWritten(expression.text);
    case 'span': case 'season': return undefined;
    case 'range': return resolveRange(expression.from, expression.to, articleDate);
    default: return now === undefined ? undefined : resolveAgainst(expression, now);
  }
}

/** Of a month or a year its first day: what counts from one counts months or years. */
function dayWithin(iso: string): string {
  return `${iso}${'-01-01'.slice(iso.length - 4)}`;
}

type Anchored = Extract<DateExpression, { kind: 'weekday' | 'offset' | 'window' | 'monthDay' | 'months' }>;

function resolveAgainst(expression: Anchored, now: number): string | undefined {
  if (expression.kind === 'weekday') return weekday(expression.weekday, expression.which, expression.tense, now);
  if (expression.kind === 'monthDay') return monthDay(expression, now);
  if (expression.kind === 'months') return monthsAt(expression, now);
  if (expression.kind === 'window') return window(expression.unit, expression.amount, now);
  const iso = unitAt(expression.unit, expression.amount, now);
  return expression.part === undefined || iso === undefined ? iso : partOfIso(iso, expression.part);
}

/** Milliseconds of a day at midnight, zone 0; undefined if there is no such day. */
function parseDay(iso: string): number | undefined {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(iso);
  if (match === null) return undefined;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

function dayOf(year: number, month: number, day: number): number | undefined {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > lastDay(year, month)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function isoDay(time: number): string | undefined {
  const date = new Date(time);
  const year = date.getUTCFullYear();
  return year >= 1 && year <= 9999 ? `${isoMonth(year, date.getUTCMonth() + 1)}-${String(date.getUTCDate()).padStart(2, '0')}` : undefined;
}

/**
 * Reads a complete calendar date with chrono-node. Only a reading of the whole text counts, with day, month and year all
 * written; figures that could be day-month or month-day are left open, since papers differ.
 */
function readWritten(text: string): string | undefined {
  const numeric = /^(\d{1,4})[-/.](\d{1,2})[-/.]\d{1,4}$/.exec(text);
  if (numeric !== null && isAmbiguous(text, Number(numeric[1]), Number(numeric[2]))) return undefined;
  const [result] = chrono.strict.parse(text.replace(/\s+/g, ' '), { instant: new Date(0), timezone: 0 });
  if (result === undefined || result.index !== 0 || result.text.length < text.replace(/\s+/g, ' ').trimEnd().length) return undefined;
  const from = certainDay(result.start);
  if (from === undefined) return undefined;
  if (!result.end) return isoDay(from);
  const to = certainDay(result.end);
  return to === undefined || to < from ? undefined : interval(from, to);
}

/**
 * The library's readers of dates, each by itself, for who wants them to have run: the first time each compiles its pattern, and the second
 * time anew for speed; for text with marks like “ otherwise than for plain letters, and news mostly has some.
 */
export function writtenDateSteps(): readonly (() => unknown)[] {
  return chrono.strict.parsers.map((parser) => () => new chrono.Chrono({ parsers: [parser], refiners: [] }).parse('“March 3, 2026”', { instant: new Date(0), timezone: 0 }));
}

function isAmbiguous(text: string, first: number, second: number): boolean {
  if (/^\d{4}-/.test(text)) return second > 12;
  return first <= 12 && second <= 12 && first !== second;
}

/** The part of chrono's components that is read here. */
interface Components {
  isCertain(component: 'day' | 'month' | 'year'): boolean;
  get(component: 'day' | 'month' | 'year'): number | null;
}

function certainDay(parsed: Components): number | undefined {
  if (!parsed.isCertain('day') || !parsed.isCertain('month') || !parsed.isCertain('year')) return undefined;
  return dayOf(parsed.get('year') ?? 0, parsed.get('month') ?? 0, parsed.get('day') ?? 0);
}

/** The article's own day counts for both directions; without tense the last such day. */
function weekday(target: number, which: 'plain' | 'last' | 'next' | 'this', tense: Tense, now: number): string | undefined {
  const today = new Date(now).getUTCDay();
  if (which === 'last') return isoDay(now - DAY * ((today - target + 6) % 7 + 1));
  if (which === 'next') return isoDay(now + DAY * ((target - today + 6) % 7 + 1));
  if (which === 'this' && tense === 'unknown') return isoDay(startOfWeek(now) + DAY * ((target + 6) % 7));
  return tense === 'future' ? isoDay(now + DAY * ((target - today + 7) % 7)) : isoDay(now - DAY * ((today - target + 7) % 7));
}

function startOfWeek(time: number): number {
  return time - DAY * ((new Date(time).getUTCDay() + 6) % 7);
}

/** The calendar unit so many units away. */
function unitAt(unit: CalendarUnit, amount: number, now: number): string | undefined {
  const date = new Date(now);
  const year = date.getUTCFullYear();
  if (unit === 'day') return isoDay(now + amount * DAY);
  if (unit === 'week') return interval(startOfWeek(now) + amount * 7 * DAY, startOfWeek(now) + (amount * 7 + 6) * DAY);
  if (unit === 'weekend') return interval(startOfWeek(now) + (amount * 7 + 5) * DAY, startOfWeek(now) + (amount * 7 + 6) * DAY);
  if (unit === 'month') return monthAt(year, date.getUTCMonth() + amount);
  if (unit === 'year') return isYear(year + amount) ? String(year + amount).padStart(4, '0') : undefined;
  const length = unit === 'decade' ? 10 : 100;
  const first = unit === 'decade' ? Math.floor(year / 10) * 10 + amount * 10 : Math.floor((year - 1) / 100) * 100 + 1 + amount * 100;
  return isYear(first) && isYear(first + length - 1) ? `${pad(first)}-01-01/${pad(first + length - 1)}-12-31` : undefined;
}

function monthAt(year: number, index: number): string | undefined {
  const y = year + Math.floor(index / 12);
  return isYear(y) ? isoMonth(y, (((index % 12) + 12) % 12) + 1) : undefined;
}

function isYear(year: number): boolean {
  return year >= 1 && year <= 9999;
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}

/** From so many units back to the article's day, or from it so many ahead. */
function window(unit: CalendarUnit, amount: number, now: number): string | undefined {
  const other = shifted(unit, amount, now);
  if (other === undefined) return undefined;
  return amount < 0 ? interval(other, now) : interval(now, other);
}

function shifted(unit: CalendarUnit, amount: number, now: number): number | undefined {
  if (unit === 'day' || unit === 'week' || unit === 'weekend') return now + amount * DAY * (unit === 'day' ? 1 : 7);
  const date = new Date(now);
  const months = unit === 'month' ? amount : amount * 12 * (unit === 'year' ? 1 : unit === 'decade' ? 10 : 100);
  const index = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const year = Math.floor(index / 12);
  if (!isYear(year)) return undefined;
  const month = index - year * 12 + 1;
  return dayOf(year, month, Math.min(date.getUTCDate(), lastDay(year, month)));
}

function interval(from: number, to: number): string | undefined {
  const start = isoDay(from);
  const end = isoDay(to);
  return start === undefined || end === undefined || to < from ? undefined : `${start}/${end}`;
}

/** A month or a day of one without its year: the last one for the past, the next one for the future, the present one for both. */
function monthDay(expression: Extract<DateExpression, { kind: 'monthDay' }>, now: number): string | undefined {
  const date = new Date(now);
  const { month, day, part } = expression;
  const year = yearOf(expression, date);
  if (!isYear(year)) return undefined;
  if (day === undefined) return part === undefined ? isoMonth(year, month) : partOfIso(isoMonth(year, month), part);
  const first = dayOf(year, month, day);
  if (first === undefined || expression.lastDay === undefined) return first === undefined ? undefined : isoDay(first);
  const last = dayOf(year, month, expression.lastDay);
  return last === undefined ? undefined : interval(first, last);
}

/** The last such months that have begun, or the next that have not ended. */
function monthsAt({ from, to, tense, yearOffset }: Extract<DateExpression, { kind: 'months' }>, now: number): string | undefined {
  const date = new Date(now);
  const present = date.getUTCMonth() + 1;
  const move = yearOffset ?? (tense === 'future' ? (to >= present ? 0 : 1) : from <= present ? 0 : -1);
  const year = date.getUTCFullYear() + move;
  return isYear(year) ? isoMonths(year, from, to) : undefined;
}

function yearOf(expression: Extract<DateExpression, { kind: 'monthDay' }>, date: Date): number {
  const { month, day, which, tense, yearOffset } = expression;
  const year = date.getUTCFullYear();
  if (yearOffset !== undefined) return year + yearOffset;
  if (which === 'this') return year;
  const present = date.getUTCMonth() + 1;
  const order = Math.sign(month - present) || (day === undefined ? 0 : Math.sign(day - date.getUTCDate()));
  if (which === 'last') return order < 0 ? year : year - 1;
  if (which === 'next') return order > 0 ? year : year + 1;
  if (tense === 'future') return order >= 0 ? year : year + 1;
  return order <= 0 ? year : year - 1;
}

/** First day of the one to last day of the other; undefined for one without a place and for reversed ranges. */
function resolveRange(from: DateExpression, to: DateExpression, articleDate: string | null): string | undefined {
  const start = resolveDate(from, articleDate);
  const end = resolveDate(to, articleDate);
  if (start === undefined || end === undefined) return undefined;
  const first = firstDay(start);
  const last = finalDay(end);
  return first > last ? aroundNow(from, to, articleDate) : `${first}/${last}`;
}

/** "from Monday until Friday" on a Thursday: each read by itself they fall into two weeks. What is over ends first, what is to come begins first. */
function aroundNow(from: DateExpression, to: DateExpression, articleDate: string | null): string | undefined {
  if (!isRecurring(from) || !isRecurring(to) || from.kind !== to.kind || from.tense !== to.tense || from.tense === 'unknown') return undefined;
  const isPast = from.tense === 'past';
  const fixed = resolveDate(isPast ? to : from, articleDate);
  if (fixed === undefined) return undefined;
  const moved = resolveDate(isPast ? from : to, isPast ? firstDay(fixed) : finalDay(fixed));
  if (moved === undefined) return undefined;
  return isPast ? `${firstDay(moved)}/${finalDay(fixed)}` : `${firstDay(fixed)}/${finalDay(moved)}`;
}

/** A weekday or a month that comes again and again, nothing else said. */
function isRecurring(date: DateExpression): date is Extract<DateExpression, { kind: 'weekday' | 'monthDay' }> {
  if (date.kind === 'weekday') return date.which === 'plain';
  return date.kind === 'monthDay' && date.which === 'plain' && date.day === undefined && date.yearOffset === undefined;
}

/** Of a day, a month, a year or an interval. */
export function firstDay(iso: string): string {
  const start = iso.split('/', 1)[0] ?? iso;
  return start.length === 4 ? `${start}-01-01` : start.length === 7 ? `${start}-01` : start;
}

/** The same for its last day. */
export function finalDay(iso: string): string {
  const end = iso.slice(iso.indexOf('/') + 1);
  if (end.length === 4) return `${end}-12-31`;
  return end.length === 7 ? `${end}-${lastDay(Number(end.slice(0, 4)), Number(end.slice(5)))}` : end;
}
