/**
 * Amounts and times in a block: dates, times of day, money, percentages, quantities, ranks and counts, by closed word
 * classes and rules of shape. Does no I/O, reads no clock, never throws for any text, and takes linear time.
 */
import type { DateExpression, Tense, TokenisedBlock, ValueMention } from '../../types.js';
import { ageFromNumber, ageFromWord } from './ages.js';
import type { CalendarRead } from './calendar.js';
import { readCalendar } from './calendar.js';
import { countFromNumber } from './counts.js';
import { bareDuration, durationFromNumber, fewDuration } from './durations.js';
import { holidayAt } from './holidays.js';
import { W } from './lexicon.js';
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import { moneyFromNumber, moneyFromSign } from './money.js';
import type { NumberRead } from './numbers.js';
import { readNumber, readRange } from './numbers.js';
import { ordinalAt } from './ordinals.js';
import type { Pieces } from './pieces.js';
import { at, cutPieces } from './pieces.js';
import { bareUnit, percentFromNumber, quantityFromNumber } from './quantities.js';
import { definiteUnit, modifiedDate, pointedDate, relativeDay, repeatedDate, seasonAt } from './relative.js';
import { tenseAt } from './tense.js';
import { clockSpan, clockTime, clockWord, partOfDayTime, spokenTime } from './times.js';
import { modifiedHours } from './modifiedHours.js';
import { readPeriod } from './years.js';

export { finalDay, firstDay, resolveDate, writtenDateSteps } from './resolveDate.js';
export { tenseAt } from './tense.js';

/** All amounts and times of the block, in order, disjoint. Offsets are relative to the block; each `text` is the slice. */
export function findValues(block: TokenisedBlock): ValueMention[] {
  const pieces = cutPieces(block);
  const mentions: ValueMention[] = [];
  const { length } = pieces.list;
  for (let i = 0; i < length;) {
    const match = matchAt(pieces, i);
    if (match === null || match.next <= i) {
      i++;
      continue;
    }
    mentions.push(mentionOf(block, pieces, match));
    i = match.next;
  }
  return mentions;
}

function mentionOf(block: TokenisedBlock, pieces: Pieces, match: Match): ValueMention {
  const first = at(pieces, match.first);
  const { start } = first;
  const { end } = at(pieces, match.next - 1);
  const date = match.date === undefined ? undefined : needsTense(match.date) ? withTense(match.date, tenseAt(block, first.token)) : match.date;
  return {
    start, end, type: match.type, text: block.text.slice(start, end), confidence: match.confidence,
    ...(date === undefined ? {} : { date }), ...(match.amount === undefined ? {} : { amount: match.amount }),
  };
}

function needsTense(date: DateExpression): boolean {
  if (date.kind === 'range') return needsTense(date.from) || needsTense(date.to);
  if (date.kind === 'months') return date.yearOffset === undefined;
  if (date.kind === 'span') return date.ahead !== undefined;
  return (date.kind === 'weekday' || date.kind === 'monthDay') && (date.which === 'plain' || date.which === 'this');
}

function withTense(date: DateExpression, tense: Tense): DateExpression {
  if (date.kind === 'span') return tense === 'future' && date.ahead !== undefined ? { kind: 'offset', ...date.ahead, from: 'article' } : SPAN;
  if (tense === 'unknown') return date;
  if (date.kind === 'range') return { kind: 'range', from: withTense(date.from, tense), to: withTense(date.to, tense) };
  return date.kind === 'weekday' || date.kind === 'monthDay' || date.kind === 'months' ? { ...date, tense } : date;
}

const SPAN: DateExpression = { kind: 'span' };

const NUMBER_WORD = W.digitWord | W.magnitude | W.vague | W.fraction;

function matchAt(pieces: Pieces, i: number): Match | null {
  const p = at(pieces, i);
  switch (p.kind) {
    case 'number': return fromFigures(pieces, i);
    case 'clock': return clockTime(pieces, i);
    case 'date': return fromCalendar(pieces, i, readCalendar(pieces, i));
    case 'sign': return moneyFromSign(pieces, i);
    case 'mark': return p.lower === "'" || p.lower === '’' || p.lower === '‘' ? fromCalendar(pieces, i, readPeriod(pieces, i, false)) : p.lower === '.' ? pointFigure(pieces, i) : null;
    case 'word': return (p.capital ? moneyFromSign(pieces, i) : null) ?? (p.classes === 0 ? null : fromWord(pieces, i, p.classes));
    default: return null;
  }
}

/** ".0605": a decimal without its zero, written after white space. */
function pointFigure(pieces: Pieces, i: number): Match | null {
  const figure = at(pieces, i + 1);
  if (figure.kind !== 'number' || figure.space || !at(pieces, i).space || figure.value !== figure.value) return null;
  const inner = fromFigures(pieces, i + 1);
  if (inner === null || inner.amount === undefined) return null;
  const scale = 10 ** -figure.lower.length;
  return { ...inner, first: i, amount: { ...inner.amount, low: inner.amount.low * scale, high: inner.amount.high * scale } };
}

function fromFigures(pieces: Pieces, i: number): Match | null {
  return isPath(pieces, i) ? null : clockSpan(pieces, i) ?? clockTime(pieces, i) ?? fromCalendar(pieces, i, readCalendar(pieces, i)) ?? fromNumber(pieces, i);
}

/** "example.com/2019": a figure written onto a slash that no figure stands before. */
function isPath(pieces: Pieces, i: number): boolean {
  const slash = at(pieces, i - 1);
  return slash.lower === '/' && !slash.space && !at(pieces, i).space && at(pieces, i - 2).kind !== 'number';
}

/** A word of some class: the readers in order of how much they take. */
function fromWord(pieces: Pieces, i: number, classes: number): Match | null {
  return dateWord(pieces, i, classes) ?? timeWord(pieces, i, classes) ?? numberWord(pieces, i, classes) ?? lastWord(pieces, i, classes);
}

function dateWord(pieces: Pieces, i: number, classes: number): Match | null {
  let read: CalendarRead | null = null;
  if ((classes & W.holiday) !== 0) read = holidayAt(pieces, i);
  if (read === null && (classes & (W.weekday | W.month)) !== 0) read = readCalendar(pieces, i);
  if (read === null && (classes & W.relativeDay) !== 0) read = relativeDay(pieces, i);
  if (read === null && (classes & W.modifier) !== 0) read = modifiedDate(pieces, i);
  if (read === null && (classes & W.repeat) !== 0) read = repeatedDate(pieces, i);
  if (read === null && (classes & W.pointer) !== 0) read = pointedDate(pieces, i);
  if (read === null && (classes & W.season) !== 0) read = seasonAt(pieces, i, 'plain', false);
  if (read === null && (classes & (W.decade | W.geologic | W.quarterOrFiscal | W.ordinal)) !== 0) read = readCalendar(pieces, i) ?? readPeriod(pieces, i, false) ?? relativeDay(pieces, i);
  return read === null ? null : fromCalendar(pieces, i, read);
}

function timeWord(pieces: Pieces, i: number, classes: number): Match | null {
  if ((classes & W.clockWord) !== 0) return clockWord(pieces, i);
  if ((classes & W.fraction) !== 0) return spokenTime(pieces, i);
  if ((classes & (W.modifier | W.pointer)) !== 0) return partOfDayTime(pieces, i) ?? ((classes & W.modifier) !== 0 ? modifiedHours(pieces, i) : null);
  return (classes & W.digitWord) !== 0 ? clockTime(pieces, i) : null;
}

function numberWord(pieces: Pieces, i: number, classes: number): Match | null {
  if ((classes & W.age) !== 0) return ageFromWord(pieces, i);
  if ((classes & W.pointer) !== 0) {
    const few = fewDuration(pieces, i);
    if (few !== null) return few;
  }
  if ((classes & W.digitWord) !== 0 && (classes & W.ordinal) === 0) {
    const period = readPeriod(pieces, i, false);
    if (period !== null) return fromCalendar(pieces, i, period);
    return ordinalAt(pieces, i) ?? fromNumber(pieces, i);
  }
  return (classes & (NUMBER_WORD | W.pointer)) !== 0 ? fromNumber(pieces, i) : null;
}

function lastWord(pieces: Pieces, i: number, classes: number): Match | null {
  if ((classes & W.ordinal) !== 0) return ordinalAt(pieces, i);
  if ((classes & W.dayUnit) !== 0) {
    const definite = definiteUnit(pieces, i);
    if (definite !== null) return fromCalendar(pieces, i, definite);
  }
  if ((classes & (W.dayUnit | W.hourUnit)) !== 0) return bareDuration(pieces, i);
  return (classes & W.measure) !== 0 ? bareUnit(pieces, i) : null;
}

/** What the unit behind a number makes of it; a count if there is none. */
function fromNumber(pieces: Pieces, i: number): Match | null {
  const range = readRange(pieces, i);
  if (range === null) return null;
  const typed = withUnit(pieces, i, range);
  if (typed !== null) return typed;
  const single = range.range ? readNumber(pieces, i) ?? range : range;
  const first = range.range ? withUnit(pieces, i, single) : null;
  if (first !== null) return first;
  const period = readPeriod(pieces, i, false);
  if (period !== null) return fromCalendar(pieces, i, period);
  return (at(pieces, i).kind === 'number' ? ordinalAt(pieces, i) : null) ?? countFromNumber(pieces, i, single, range);
}

function withUnit(pieces: Pieces, i: number, read: NumberRead): Match | null {
  return percentFromNumber(pieces, i, read) ?? moneyFromNumber(pieces, i, read) ?? ageFromNumber(pieces, i, read)
    ?? durationFromNumber(pieces, i, read) ?? quantityFromNumber(pieces, i, read);
}

const RANGE_WORDS: ReadonlySet<string> = new Set(['to', 'through', 'until', '–', '-']);

/** The date as a match, with the other end of its range: "Monday to Friday", "March 10 to April 2, 2025". */
function fromCalendar(pieces: Pieces, i: number, read: CalendarRead | null): Match | null {
  if (read === null) return null;
  const second = read.grain === 'other' || !RANGE_WORDS.has(at(pieces, read.next).lower) ? null : readCalendar(pieces, read.next + 1) ?? readPeriod(pieces, read.next + 1, true);
  if (second === null || second.grain !== read.grain) return valueMatch('DATE', i, read.next, read.confidence, { date: read.date });
  return valueMatch('DATE', i, second.next, Math.min(read.confidence, second.confidence), { date: { kind: 'range', from: read.date, to: second.date } });
}
