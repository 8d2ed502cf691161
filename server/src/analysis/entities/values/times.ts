/** Times of day: "6 a.m.", "15:00", "2100 UTC", "noon", "half past nine", "this morning", "last night". */
import { DIGIT_WORDS, TIME_ZONES, W } from './lexicon.js';
import type { DateExpression } from '../../types.js';
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

const HALVES: ReadonlySet<string> = new Set(['am', 'pm', 'a.m.', 'p.m.', 'a.m', 'p.m']);

/** A clock time that begins with a figure. */
export function clockTime(pieces: Pieces, i: number): Match | null {
  const end = clockEnd(pieces, i);
  if (end === 0) return null;
  const range = clockRange(pieces, end);
  return valueMatch('TIME', i, range > 0 ? range : end, 0.95);
}

/** Index behind "6 a.m.", "6:30 pm IST", "15:00 local time", "2100 UTC", "6 o'clock"; 0 if `i` is no clock time. */
function clockEnd(pieces: Pieces, i: number): number {
  const p = at(pieces, i);
  if (p.kind === 'clock') {
    const half = halfEnd(pieces, i + 1);
    const end = zoneEnd(pieces, half);
    return end > i + 1 || isTimeOfDay(pieces, i) ? end : 0;
  }
  if (p.kind !== 'number' && (p.classes & W.digitWord) === 0) return 0;
  if (at(pieces, i + 1).lower === "o'clock") return zoneEnd(pieces, i + 2);
  if (p.kind !== 'number') return DIGIT_WORDS.has(p.lower) && halfEnd(pieces, i + 1) > i + 1 ? zoneEnd(pieces, i + 2) : 0;
  const half = halfEnd(pieces, i + 1);
  if (half > i + 1 && isHourFigure(p.lower)) return zoneEnd(pieces, half);
  const compact = /^[0-2]\d[0-5]\d$/.test(p.lower) && p.value < 2400;
  const zone = zoneEnd(pieces, i + 1);
  if (compact && zone > i + 1) return zone;
  if (compact && at(pieces, i + 1).lower === 'hours' && (p.lower.startsWith('0') || at(pieces, i - 1).lower === 'at')) return zoneEnd(pieces, i + 2);
  return zone > i + 1 && isHourFigure(p.lower) && p.lower.includes('.') ? zone : 0;
}

function isHourFigure(figures: string): boolean {
  return /^\d{1,2}(?:\.[0-5]\d)?$/.test(figures) && Number(figures) < 24;
}

function halfEnd(pieces: Pieces, i: number): number {
  return HALVES.has(at(pieces, i).lower) ? i + 1 : i;
}

/** Behind the zone: "UTC", "local time", "Tongan time", "Eastern time", "US east coast time", "GMT+3". */
function zoneEnd(pieces: Pieces, i: number): number {
  const p = at(pieces, i);
  if (p.kind !== 'word') return i;
  if (TIME_ZONES.has(p.lower) && p.capital) return offsetEnd(pieces, i + 1);
  if (p.lower === 'local' && at(pieces, i + 1).lower === 'time') return i + 2;
  if (!p.capital) return i;
  for (let k = i + 1; k < i + 5; k++) {
    const word = at(pieces, k);
    if (word.lower === 'time') return k + 1;
    if (word.kind !== 'word' || (word.lower !== 'east' && word.lower !== 'west' && word.lower !== 'coast' && word.lower !== 'standard' && word.lower !== 'daylight' && word.lower !== 'summer' && word.lower !== 'mean' && word.lower !== 'local' && !word.capital)) return i;
  }
  return i;
}

function offsetEnd(pieces: Pieces, i: number): number {
  const mark = at(pieces, i).lower;
  const hasOffset = (mark === '+' || mark === '-' || mark === '−') && at(pieces, i + 1).kind === 'number' && !at(pieces, i).space;
  return hasOffset ? i + 2 : i;
}

/** "15:00" by itself may be a result or a verse: a preposition, a hedge or a range must make it a time. */
function isTimeOfDay(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1).lower;
  const hours = Number(at(pieces, i).lower.split(':', 1)[0]);
  if (hours > 24) return false;
  return before === 'at' || before === 'by' || before === 'around' || before === 'about' || before === 'from' || before === 'until' || before === 'till' || before === 'before' || before === 'after' || before === 'between' || before === 'since' || before === 'approximately' || before === 'and' || before === 'to' || before === 'roughly' || before === '(' || before === 'past' || before === 'shortly';
}

function clockRange(pieces: Pieces, i: number): number {
  const mark = at(pieces, i);
  if (mark.lower !== '–' && mark.lower !== '-' && mark.lower !== 'to') return 0;
  if (mark.lower === 'to' && at(pieces, i - 1).kind === 'number') return 0;
  return clockEnd(pieces, i + 1);
}

/** "5–7pm", "9 to 11 a.m.": the first figure borrows the half of the day. */
export function clockSpan(pieces: Pieces, i: number): Match | null {
  const p = at(pieces, i);
  const mark = at(pieces, i + 1).lower;
  if (p.kind !== 'number' || !isHourFigure(p.lower) || (mark !== '–' && mark !== '-' && mark !== 'to')) return null;
  const second = at(pieces, i + 2);
  if ((second.kind !== 'number' || !isHourFigure(second.lower)) && second.kind !== 'clock') return null;
  const half = halfEnd(pieces, i + 3);
  return half > i + 3 ? valueMatch('TIME', i, zoneEnd(pieces, half), 0.9) : null;
}

/** "noon", "midnight local time", "midday", "tonight". */
export function clockWord(pieces: Pieces, i: number): Match | null {
  const p = at(pieces, i);
  if (p.capital && at(pieces, i + 1).capital && at(pieces, i + 1).kind === 'word') return null;
  if (p.lower === 'tonight') return valueMatch('TIME', i, i + 1, 0.9, { date: day(0) });
  if ((p.lower === 'midday' || p.lower === 'midnight') && isNounBehind(pieces, i + 1)) return null;
  return valueMatch('TIME', i, zoneEnd(pieces, i + 1), 0.9);
}

function isNounBehind(pieces: Pieces, i: number): boolean {
  const p = at(pieces, i);
  return p.kind === 'word' && (p.lower === 'prayers' || p.lower === 'meal' || p.lower === 'sun' || p.lower === 'heat');
}

function day(amount: number): DateExpression {
  return { kind: 'offset', unit: 'day', amount, from: 'article' };
}

/** "this morning", "last night", "that evening"; "Monday morning" is its day alone, so it is not read here. */
export function partOfDayTime(pieces: Pieces, i: number): Match | null {
  const p = at(pieces, i);
  const noun = at(pieces, i + 1);
  if ((noun.classes & W.partOfDay) === 0 || noun.capital && !p.capital) return null;
  if (p.lower === 'this') return valueMatch('TIME', i, i + 2, 0.93, { date: day(0) });
  if (p.lower === 'last' && at(pieces, i - 1).lower !== 'the' && (noun.lower === 'night' || noun.lower === 'evening')) return valueMatch('TIME', i, i + 2, 0.93, { date: day(-1) });
  if (p.lower === 'that' || p.lower === 'same') return valueMatch('TIME', i, i + 2, 0.8, { date: { kind: 'offset', unit: 'day', amount: 0, from: 'context' } });
  return null;
}

/** "half past nine", "quarter to 11 a.m.", "ten minutes past six". */
export function spokenTime(pieces: Pieces, i: number): Match | null {
  const p = at(pieces, i);
  if (p.lower !== 'half' && p.lower !== 'quarter') return null;
  const link = at(pieces, i + 1).lower;
  if (link !== 'past' && (p.lower === 'half' || (link !== 'to' && link !== 'before' && link !== 'after'))) return null;
  const clock = clockEnd(pieces, i + 2);
  if (clock > 0) return valueMatch('TIME', i, clock, 0.9);
  const hour = at(pieces, i + 2);
  const value = hour.kind === 'number' ? hour.value : DIGIT_WORDS.get(hour.lower);
  return value !== undefined && value >= 1 && value <= 12 && link === 'past' ? valueMatch('TIME', i, i + 3, 0.85) : null;
}
