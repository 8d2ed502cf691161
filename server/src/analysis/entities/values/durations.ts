/** Lengths of time: "three weeks", "two days ago", "11-month", "thirty-hour", "1 hour 59 minutes", "hours". */
import type { CalendarUnit, DateExpression } from '../../types.js';
import { DAY_UNITS, W } from './lexicon.js';
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import { amountOf } from './amounts.js';
import type { NumberRead } from './numbers.js';
import { readNumber } from './numbers.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

const BEFORE_NOW: ReadonlySet<string> = new Set(['ago', 'back']);
const AFTERWARDS: ReadonlySet<string> = new Set(['later', 'on', 'hence']);

/** A number and a unit of time behind it. Ages are read elsewhere, before this. */
export function durationFromNumber(pieces: Pieces, i: number, read: NumberRead): Match | null {
  const k = unitIndex(pieces, read);
  const p = at(pieces, k);
  if ((p.classes & W.dayUnit) !== 0 && !isOtherUse(pieces, k)) return days(pieces, i, read, k);
  return (p.classes & W.hourUnit) !== 0 ? hours(pieces, i, read, k) : null;
}

/** Where the unit stands: behind a hyphen, "of" ("millions of years"), an article ("half an hour") or an adjective ("ten long years"). */
function unitIndex(pieces: Pieces, read: NumberRead): number {
  const p = at(pieces, read.next);
  if (p.lower === '-' && !p.space) return read.next + 1;
  if (p.lower === '+') return read.next + 1;
  if (p.lower === 'of' && read.value !== read.value) return read.next + 1;
  if (read.fraction && (p.lower === 'a' || p.lower === 'an')) return read.next + 1;
  const isAdjective = p.lower === 'long' || p.lower === 'more' || p.lower === 'consecutive' || p.lower === 'full' || p.lower === 'calendar' || p.lower === 'whole' || p.lower === 'straight' || p.lower === 'working' || p.lower === 'business';
  return isAdjective && (at(pieces, read.next + 1).classes & (W.dayUnit | W.hourUnit)) !== 0 ? read.next + 1 : read.next;
}

/** "four-day week" is marked at "four-day"; "5 Day Street" is a name. */
function isOtherUse(pieces: Pieces, k: number): boolean {
  const p = at(pieces, k);
  return p.capital && at(pieces, k + 1).capital && at(pieces, k + 1).kind === 'word';
}

function days(pieces: Pieces, i: number, read: NumberRead, k: number): Match {
  const unit = DAY_UNITS.get(at(pieces, k).lower) ?? 'day';
  const half = at(pieces, k + 1).lower === 'and' && at(pieces, k + 2).lower === 'a' && at(pieces, k + 3).lower === 'half' ? k + 4 : k + 1;
  const end = directionEnd(pieces, half);
  const direction = end > half ? at(pieces, half).lower : '';
  const amount = amountOf(pieces, i, read, 'count', end, unit);
  const isAhead = direction === '' && isBehindIn(pieces, i) && read.value === Math.floor(read.value) && !read.range;
  return valueMatch('DATE', i, end, 0.93, { amount, date: isAhead ? { kind: 'span', ahead: { unit, amount: read.value } } : offsetDate(unit, read, direction) });
}

const BACK = 5;

/** "in three weeks", but not "the second strike in three weeks". */
function isBehindIn(pieces: Pieces, i: number): boolean {
  if (at(pieces, i - 1).lower !== 'in') return false;
  for (let k = i - 2; k >= i - BACK && at(pieces, k).kind === 'word'; k--) if ((at(pieces, k).classes & W.ordinal) !== 0 || at(pieces, k).lower === 'time') return false;
  return true;
}

/** Index behind "ago", "later", "earlier", "back". */
function directionEnd(pieces: Pieces, i: number): number {
  const { lower } = at(pieces, i);
  if (lower === 'ago' || lower === 'later' || lower === 'earlier') return i + 1;
  return lower === 'back' && at(pieces, i + 1).kind !== 'word' ? i + 1 : i;
}

function offsetDate(unit: CalendarUnit, read: NumberRead | null, direction: string): DateExpression {
  // "Two decades ago" counts from this year: it is not the decade before the last.
  if (unit === 'decade') return offsetOf('year', 10 * (read?.value ?? 1), read, direction);
  return offsetOf(unit, read?.value ?? 1, read, direction);
}

function offsetOf(unit: CalendarUnit, amount: number, read: NumberRead | null, direction: string): DateExpression {
  if (direction === '' || amount !== Math.floor(amount) || (read !== null && read.range)) return { kind: 'span' };
  if (BEFORE_NOW.has(direction)) return { kind: 'offset', unit, amount: -amount, from: 'article' };
  return { kind: 'offset', unit, amount: AFTERWARDS.has(direction) ? amount : -amount, from: 'context' };
}

function hours(pieces: Pieces, i: number, read: NumberRead, k: number): Match | null {
  const unit = at(pieces, k).lower;
  if (at(pieces, k).capital && read.figures) return null;
  if (unit === 'second' && !read.figures && read.value === 1 && at(pieces, k - 1).kind === 'word') return null;
  let end = k + 1;
  for (let more = readNumber(pieces, joined(pieces, end)); more !== null; more = readNumber(pieces, joined(pieces, end))) {
    if ((at(pieces, more.next).classes & W.hourUnit) === 0 || at(pieces, more.next).capital) break;
    end = more.next + 1;
  }
  if (at(pieces, end).lower === 'and' && at(pieces, end + 1).lower === 'a' && at(pieces, end + 2).lower === 'half') end += 3;
  end = directionEnd(pieces, end);
  return valueMatch('TIME', i, end, 0.93, { amount: end === k + 1 ? amountOf(pieces, i, read, 'count', end, unit.endsWith('s') ? unit.slice(0, -1) : unit) : undefined });
}

function joined(pieces: Pieces, i: number): number {
  const { lower } = at(pieces, i);
  return lower === ',' || lower === 'and' ? i + 1 : i;
}

const LASTING: ReadonlySet<string> = new Set(['for', 'in', 'within', 'over', 'of', 'after', 'through', 'took', 'take', 'takes', 'taken', 'lasted', 'lasting', 'spent', 'than', 'mere', 'about', 'almost', 'nearly', 'just', 'until', 'spend', 'spending', 'only', 'recent']);
const BEFORE_ARTICLE: ReadonlySet<string> = new Set(['in', 'within', 'for', 'over', 'after', 'about', 'almost', 'nearly', 'than', 'under', 'lasted', 'took', 'takes', 'take', 'comes', 'came', 'around', 'only', 'just', 'of', 'held', 'observed', 'spent', 'approximately', 'an', 'by', 'until', 'drive']);
const FOLLOWING: ReadonlySet<string> = new Set(['ago', 'later', 'earlier', 'before', 'after', 'into', 'from']);

/** A unit without a number: "hours later", "for years", "a year ago", "in a month", "week-long". */
export function bareDuration(pieces: Pieces, i: number): Match | null {
  const p = at(pieces, i);
  const isDay = (p.classes & W.dayUnit) !== 0;
  if (!isDay && (p.classes & W.hourUnit) === 0 || p.capital && !isPluralOpening(pieces, i)) return null;
  const type = isDay ? 'DATE' : 'TIME';
  const after = at(pieces, i + 1);
  if (after.lower === '-' && at(pieces, i + 2).lower === 'long') return valueMatch(type, i, i + 3, 0.85, isDay ? { date: { kind: 'span' } } : {});
  const next = directionEnd(pieces, i + 1);
  const before = at(pieces, i - 1);
  if (before.lower === 'a' || before.lower === 'an') return single(pieces, i, next, isDay);
  const isPlural = p.lower.endsWith('s') && p.lower.length > 3;
  if (!isPlural || before.lower === 'the' || before.lower === '-' || before.lower === 'two') return null;
  const isLasting = LASTING.has(before.lower) && !(before.lower === 'of' && at(pieces, i - 2).kind !== 'word') && !(after.lower === 'as' && before.lower !== 'for');
  const isFilled = after.lower === 'of' && isDay && p.lower !== 'days' && at(pieces, i + 2).lower !== 'the';
  const isFree = after.kind !== 'word' || !after.capital || before.lower === 'for';
  if (next === i + 1 && !FOLLOWING.has(after.lower) && !isFilled && !(isLasting && isFree)) return null;
  if (before.lower === 'recent') return valueMatch(type, i - 1, next, 0.9, isDay ? { date: { kind: 'span' } } : {});
  return valueMatch(type, i, next, 0.75, isDay ? { date: { kind: 'span' } } : {});
}

function isPluralOpening(pieces: Pieces, i: number): boolean {
  return at(pieces, i).lower.endsWith('s') && FOLLOWING.has(at(pieces, i + 1).lower);
}

/** The unit behind "a" or "an": a length ("in a year", "a year ago"), not a rate ("once a year"). */
function single(pieces: Pieces, i: number, next: number, isDay: boolean): Match | null {
  const p = at(pieces, i);
  const unit = DAY_UNITS.get(p.lower);
  if (!isDay && p.lower !== 'hour' && p.lower !== 'minute') return null;
  const before = at(pieces, i - 2);
  const after = at(pieces, i + 1);
  const hasHalf = after.lower === 'and' && at(pieces, i + 2).lower === 'a' && at(pieces, i + 3).lower === 'half';
  const end = hasHalf ? directionEnd(pieces, i + 4) : next;
  const moved = end > i + 1 || FOLLOWING.has(after.lower);
  if (before.kind === 'number' || before.lower === 'once' || before.lower === 'twice' || before.lower === 'times' || before.kind === 'mark' && !moved) return null;
  if (!moved && !BEFORE_ARTICLE.has(before.lower)) return null;
  const isAdjective = !moved && after.kind === 'word' && !after.capital && (p.lower === 'day' && after.lower !== 'of' && after.lower !== 'due');
  if (isAdjective) return null;
  const direction = end > i + 1 ? at(pieces, end - 1).lower : '';
  return valueMatch(isDay ? 'DATE' : 'TIME', i, end, 0.75, isDay && unit !== undefined ? { date: hasHalf ? { kind: 'span' } : offsetDate(unit, null, direction) } : {});
}

const FEW: ReadonlySet<string> = new Set(['few', 'several', 'many', 'some']);

/** "several weeks", "a few days later", "some years ago", "a couple of hours ago". */
export function fewDuration(pieces: Pieces, i: number): Match | null {
  const { lower } = at(pieces, i);
  const isCouple = lower === 'couple' && at(pieces, i + 1).lower === 'of';
  const more = at(pieces, i + 1).lower === 'more' ? 1 : 0;
  const k = isCouple ? i + 2 : i + 1 + more;
  const p = at(pieces, k);
  const isDay = (p.classes & W.dayUnit) !== 0;
  if ((!isCouple && !FEW.has(lower)) || (!isDay && (p.classes & W.hourUnit) === 0) || !p.lower.endsWith('s')) return null;
  const next = directionEnd(pieces, k + 1);
  if (isCouple && next === k + 1) return null;
  return valueMatch(isDay ? 'DATE' : 'TIME', i, next, 0.88, isDay ? { date: { kind: 'span' } } : {});
}
