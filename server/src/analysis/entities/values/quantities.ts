/** Numbers with a unit of measure: "100 km", "6ft 2in", "2,000 sq km", "5.8 magnitude"; percentages beside them. */
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import { amountOf } from './amounts.js';
import type { NumberRead } from './numbers.js';
import { readNumber } from './numbers.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';
import { AFTER_DIGITS, PER, RATED, TWO_WORD_UNITS, UNITS, UNIT_PREFIXES } from './units.js';

interface UnitRead {
  readonly next: number;
  readonly unit: string;
  /** What a smaller unit behind adds, in units of the first. */
  readonly smaller?: { readonly value: number; readonly step: number };
}

/** "12 percent", "per cent", "pct", "%", "percentage points". */
export function percentFromNumber(pieces: Pieces, i: number, read: NumberRead): Match | null {
  const next = percentEnd(pieces, read);
  if (next === 0) return null;
  const points = /points?$/.test(at(pieces, next - 1).lower);
  return valueMatch('PERCENT', i, next, 0.98, { amount: amountOf(pieces, i, read, 'percent', next, points ? 'points' : '%') });
}

function percentEnd(pieces: Pieces, read: NumberRead): number {
  const article = read.fraction && (at(pieces, read.next).lower === 'a' || at(pieces, read.next).lower === 'of') ? (at(pieces, read.next + 1).lower === 'a' ? 2 : 1) : 0;
  const hyphen = at(pieces, read.next).lower === '-' && !at(pieces, read.next).space ? 1 : 0;
  const k = read.next + article + hyphen;
  const p = at(pieces, k);
  if (p.lower === '%') return k + 1 + (isPoint(pieces, k + 1) ? 1 : 0);
  if (p.lower === 'percent' || p.lower === 'pct' || p.lower === 'pc' && !p.space) return k + 1 + (isPoint(pieces, k + 1) ? 1 : 0);
  if (p.lower === 'per' && at(pieces, k + 1).lower === 'cent') return k + 2;
  if (p.lower === 'percentage-point' || p.lower === 'percentage-points') return k + 1;
  if (p.lower === 'percentage') return isPoint(pieces, k + 1) ? k + 2 : at(pieces, k + 1).lower === '-' && isPoint(pieces, k + 2) ? k + 3 : 0;
  return 0;
}

function isPoint(pieces: Pieces, i: number): boolean {
  const { lower } = at(pieces, i);
  return lower === 'point' || lower === 'points';
}

/** A number and its unit, with a smaller unit behind it ("6ft 2in", "six feet five inches"). */
export function quantityFromNumber(pieces: Pieces, i: number, read: NumberRead): Match | null {
  const k = read.next;
  const hyphen = at(pieces, k).lower === '-' && !at(pieces, k).space ? 1 : 0;
  if (hyphen > 0 && at(pieces, k + 1).lower === 'magnitude') return null;
  const article = read.fraction && (at(pieces, k).lower === 'a' || at(pieces, k).lower === 'an') ? 1 : 0;
  const ofUnits = read.value !== read.value && at(pieces, k).lower === 'of' ? 1 : 0;
  const unit = readUnit(pieces, k + hyphen + article + ofUnits, read, hyphen > 0);
  if (unit === null || !isUnitHere(pieces, unit, read)) return null;
  const whole = unit.smaller === undefined ? withSmallerUnit(pieces, unit) : unit;
  return valueMatch('QUANTITY', i, whole.next, 0.93, { amount: amountOf(pieces, i, whole.smaller === undefined ? read : sum(read, whole.smaller), 'measure', whole.next, unit.unit) });
}

/** "a hectare" is one only with the article; it is marked without. */
export function bareUnit(pieces: Pieces, i: number): Match | null {
  const before = at(pieces, i - 1).lower;
  if (before !== 'a' && before !== 'an' && before !== 'several') return null;
  const p = at(pieces, i);
  if (p.lower.length < 4 || BARE_EXCLUDED.has(p.lower)) return null;
  const next = at(pieces, i + 1);
  if (next.kind === 'word' && next.lower !== 'of' && !AFTER_BARE_UNIT.has(next.lower)) return null;
  if (!AFTER_BARE_UNIT.has(next.lower) && !(before === 'several') && at(pieces, i - 2).lower !== 'than' && at(pieces, i - 2).lower !== 'under') return null;
  const first = before === 'several' ? i - 1 : i;
  return valueMatch('QUANTITY', first, i + 1, 0.6);
}

const BARE_EXCLUDED: ReadonlySet<string> = new Set(['magnitude', 'degree', 'degrees', 'pound', 'pounds', 'stone', 'yard', 'yards', 'foot', 'pint', 'gram', 'byte', 'knot', 'carat', 'barrel', 'barrels', 'cups', 'volt', 'teaspoon', 'tablespoon']);
const AFTER_BARE_UNIT: ReadonlySet<string> = new Set(['from', 'away', 'north', 'south', 'east', 'west', 'long', 'wide', 'high', 'deep', 'off', 'outside', ')']);

function readUnit(pieces: Pieces, i: number, read: NumberRead, hyphened: boolean): UnitRead | null {
  const p = at(pieces, i);
  if (p.lower === '°') {
    const scale = at(pieces, i + 1);
    return scale.lower === 'c' || scale.lower === 'f' ? { next: i + 2, unit: scale.lower === 'c' ? '°C' : '°F' } : { next: i + 1, unit: '°' };
  }
  if (p.kind !== 'word') return read.figures ? primeUnit(pieces, i) : null;
  const prefixed = UNIT_PREFIXES.has(p.lower) ? readPrefixed(pieces, i) : null;
  if (prefixed !== null) return prefixed;
  const unit = UNITS.get(p.lower);
  if (unit === undefined) return null;
  const isAmbiguous = AFTER_DIGITS.has(p.lower) && !read.figures;
  if (p.capital && p.lower.length === 1 && p.lower !== 'c' && p.lower !== 'f' && p.lower !== 'l') return null;
  if (isAmbiguous || (hyphened && p.lower.length === 1 && p.lower !== 'm')) return null;
  if (unit === '°') return readDegrees(pieces, i);
  return readRate(pieces, i + 1, unit);
}

/** 5′10″ in its typewriter form: digits, a quote, digits, a double quote. */
function primeUnit(pieces: Pieces, i: number): UnitRead | null {
  const isFoot = at(pieces, i).lower === "'" || at(pieces, i).lower === '′';
  const isInch = at(pieces, i + 2).lower === '"' || at(pieces, i + 2).lower === '″';
  const inches = at(pieces, i + 1);
  if (!isFoot || !isInch || at(pieces, i).space || inches.kind !== 'number') return null;
  return { next: i + 3, unit: 'ft', smaller: { value: inches.value / 12, step: 1 / 12 } };
}

function readPrefixed(pieces: Pieces, i: number): UnitRead | null {
  const prefix = at(pieces, i).lower;
  const hyphen = at(pieces, i + 1).lower === '-' || at(pieces, i + 1).lower === '.' ? 1 : 0;
  const noun = at(pieces, i + 1 + hyphen);
  const two = TWO_WORD_UNITS.get(`${prefix} ${noun.lower}`);
  if (two !== undefined) return { next: i + 2 + hyphen, unit: two };
  const unit = UNITS.get(noun.lower);
  if (unit === undefined || prefix === 'light' || prefix === 'astronomical') return null;
  const power = prefix.startsWith('sq') ? '²' : prefix.startsWith('cu') ? '³' : '';
  const name = power === '' ? (prefix === 'nautical' ? 'nmi' : unit) : `${unit}${power}`;
  return readRate(pieces, i + 2 + hyphen, name);
}

/** "degrees Celsius", "degrees C", "degrees". */
function readDegrees(pieces: Pieces, i: number): UnitRead {
  const scale = at(pieces, i + 1).lower;
  if (scale === 'celsius' || scale === 'c' || scale === 'centigrade') return { next: i + 2, unit: '°C' };
  if (scale === 'fahrenheit' || scale === 'f') return { next: i + 2, unit: '°F' };
  return { next: i + 1, unit: '°' };
}

/** "miles per hour", "km/h", "miles an hour"; the unit alone where no rate follows. */
function readRate(pieces: Pieces, next: number, unit: string): UnitRead {
  if (!RATED.has(unit)) return { next, unit };
  const mark = at(pieces, next);
  const per = at(pieces, next + 1);
  const isPer = mark.lower === 'per' || mark.lower === '/' || ((mark.lower === 'an' || mark.lower === 'a') && (per.lower === 'hour' || per.lower === 'second'));
  return isPer && PER.has(per.lower) ? { next: next + 2, unit: `${unit}/${rateName(per.lower)}` } : { next, unit };
}

function rateName(lower: string): string {
  if (lower === 'hour' || lower === 'hr') return 'h';
  return lower === 'second' || lower === 'sec' ? 's' : lower;
}

/** One letter that may be an initial or a preposition: "30 C", never "5 in". */
function isUnitHere(pieces: Pieces, unit: UnitRead, read: NumberRead): boolean {
  const last = at(pieces, unit.next - 1);
  const after = at(pieces, unit.next);
  if (last.lower === 'in') return !last.space && after.kind !== 'word' || (!last.space && !read.range);
  if (last.lower === 'm' && !last.space) return !(after.lower === 'people');
  if (last.lower === 'c' || last.lower === 'f') return last.capital && (after.kind !== 'word' || !after.capital);
  if (last.lower === 'l' || last.lower === 'mb') return read.figures;
  if (last.lower === 'stone') return read.value >= 5 && read.value <= 40;
  return true;
}

/** The smaller unit of each unit, and how many of it make one. */
const SMALLER: ReadonlyMap<string, readonly [unit: string, count: number]> = new Map<string, readonly [string, number]>([['ft', ['in', 12]], ['lb', ['oz', 16]], ['st', ['lb', 14]], ['m', ['cm', 100]]]);

function withSmallerUnit(pieces: Pieces, unit: UnitRead): UnitRead {
  const smaller = SMALLER.get(unit.unit);
  if (smaller === undefined) return unit;
  const start = at(pieces, unit.next).lower === ',' ? unit.next + 1 : unit.next;
  const more = readNumber(pieces, start);
  const p = more === null ? undefined : at(pieces, more.next);
  if (more === null || p === undefined || UNITS.get(p.lower) !== smaller[0]) return unit;
  return { next: more.next + 1, unit: unit.unit, smaller: { value: more.value / smaller[1], step: 1 / smaller[1] } };
}

function sum(read: NumberRead, smaller: { readonly value: number; readonly step: number }): NumberRead {
  const value = read.value + smaller.value;
  return { ...read, value, low: value - smaller.step / 2, high: value + smaller.step / 2 };
}
