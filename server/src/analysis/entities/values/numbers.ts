/**
 * Reads a number that begins at a piece: figures, words ("forty-two", "half a million", "two-thirds"), magnitudes and ranges.
 * Intervals follow the newsroom rule for written numbers: half a unit of the last digit that is sure.
 */
import { DIGIT_WORDS, FRACTIONS, FRACTION_SIGNS, MAGNITUDES, SHORT_MAGNITUDES, W } from './lexicon.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';
import { CURRENCY_WORDS } from './units.js';

export interface NumberRead {
  /** Index of the piece behind the number. */
  readonly next: number;
  /** The value as written; NaN for words without one ("dozens"). For a range, its first number. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Begins with a figure, as against a word. */
  readonly figures: boolean;
  /** A thousands comma, a decimal point, a magnitude or a fraction: cannot be a year or a time of day. */
  readonly plain: boolean;
  readonly range: boolean;
  /** "half", "two-thirds", "¼": a share by itself. */
  readonly fraction: boolean;
  /** The magnitude that ended it ("million"), or 1: a range's first number may share it. */
  readonly magnitude: number;
}

/** Which abbreviations of magnitudes count: "5m" is five million only behind a currency sign. */
type Shorts = 'money' | 'count';

/** One number without range. */
export function readNumber(pieces: Pieces, i: number, shorts: Shorts = 'count'): NumberRead | null {
  const first = at(pieces, i);
  if (first.kind === 'number') return readFigures(pieces, i, shorts);
  if (first.kind !== 'word') return null;
  if ((first.classes & (W.digitWord | W.magnitude)) !== 0) return readWords(pieces, i);
  if ((first.classes & W.fraction) !== 0) return readHalf(pieces, i);
  if ((first.classes & W.vague) !== 0) return readVague(pieces, i);
  if ((first.classes & W.pointer) !== 0) return readFew(pieces, i);
  return null;
}

/** A number or a range of two: "10–15", "ten to 15", "two or three", "230-to-198". */
export function readRange(pieces: Pieces, i: number, shorts: Shorts = 'count'): NumberRead | null {
  const low = readNumber(pieces, i, shorts);
  if (low === null || low.value !== low.value) return low;
  const from = rangeMark(pieces, low.next, low.figures);
  if (from === 0) return low;
  const high = readNumber(pieces, from, shorts);
  if (high === null || high.value !== high.value) return low;
  return join(low, high, at(pieces, low.next).lower === 'or') ?? low;
}

function join(low: NumberRead, high: NumberRead, either: boolean): NumberRead | null {
  if (low.fraction !== high.fraction) return null;
  const shared = low.magnitude === 1 && high.magnitude > 1 && low.value < high.value / high.magnitude ? high.magnitude : 1;
  if (either && low.value * shared >= high.value) return null;
  return {
    next: high.next, value: low.value * shared, low: low.value * shared, high: high.value, figures: low.figures, plain: low.plain && high.plain,
    range: true, fraction: low.fraction, magnitude: high.magnitude,
  };
}

/** Index behind the words or mark that join two numbers into a range; 0 if there are none. */
function rangeMark(pieces: Pieces, i: number, figures: boolean): number {
  const mark = at(pieces, i);
  const next = at(pieces, i + 1);
  if (mark.kind === 'word') return (mark.lower === 'to' || mark.lower === 'or') && mark.space ? i + 1 : 0;
  if (mark.lower === '-' && next.lower === 'to' && at(pieces, i + 2).lower === '-') return i + 3;
  if (mark.lower === '–' || mark.lower === '~' || mark.lower === '-') {
    const tight = !mark.space && !next.space;
    const loose = mark.space && next.space && figures && next.kind === 'number' && mark.lower !== '~';
    return tight || loose ? i + 1 : 0;
  }
  return 0;
}

function readFigures(pieces: Pieces, i: number, shorts: Shorts): NumberRead | null {
  const first = at(pieces, i);
  let value = first.value;
  if (value !== value) return null;
  const fraction = FRACTION_SIGNS.has(first.lower) || first.lower.includes('/');
  let next = i + 1;
  const sign = FRACTION_SIGNS.get(at(pieces, next).lower);
  if (sign !== undefined && !at(pieces, next).space) {
    value += sign;
    next++;
  }
  const { next: end, scale } = readMagnitude(pieces, next, shorts);
  const half = fraction || sign !== undefined ? 0 : slack(first.lower, value, scale);
  return {
    next: end, value: value * scale, low: value * scale - half, high: value * scale + half, figures: true,
    plain: scale === 1 && sign === undefined && /^\d+$/.test(first.lower), range: false, fraction, magnitude: scale,
  };
}

/** Half a unit of the last sure digit: of the last decimal, or of the last digit before trailing zeros, two digits always being sure. */
function slack(written: string, value: number, scale: number): number {
  const point = written.indexOf('.');
  if (point >= 0) return 0.5 * scale * 10 ** -(written.length - point - 1);
  const whole = value * scale;
  let unit = 1;
  while (unit < 1e15 && whole % (unit * 10) === 0 && whole / (unit * 10) >= 10) unit *= 10;
  return unit / 2;
}

/** "million", "-million", "m", "bn" and chains such as "hundred thousand". */
function readMagnitude(pieces: Pieces, i: number, shorts: Shorts): { next: number; scale: number } {
  let next = i;
  let scale = 1;
  for (;;) {
    const hyphen = at(pieces, next).lower === '-' && !at(pieces, next).space && !at(pieces, next + 1).space ? 1 : 0;
    const p = at(pieces, next + hyphen);
    const factor = p.kind === 'word' ? MAGNITUDES.get(p.lower) ?? shortMagnitude(pieces, next + hyphen, shorts) : 1;
    if (factor === 1) return { next, scale };
    scale *= factor;
    next += hyphen + 1;
    if (next - i > 4) return { next, scale };
  }
}

/** Nouns that are counted by the million: "1.5m people" has no metres in it. */
const COUNTED: ReadonlySet<string> = new Set(['people', 'users', 'customers', 'jobs', 'votes', 'voters', 'views', 'viewers', 'downloads', 'followers', 'passengers', 'tonnes', 'tons', 'barrels', 'doses', 'copies', 'homes', 'households', 'children', 'cases', 'litres', 'liters', 'workers', 'visitors', 'tourists', 'subscribers', 'shares', 'patients', 'refugees']);

function isCounted(lower: string): boolean {
  return COUNTED.has(lower) || CURRENCY_WORDS.has(lower);
}

function shortMagnitude(pieces: Pieces, i: number, shorts: Shorts): number {
  const { lower, space } = at(pieces, i);
  const scale = SHORT_MAGNITUDES.get(lower);
  if (scale === undefined || shorts === 'money') return scale ?? 1;
  const isSure = lower.length > 1 && lower !== 'mil' && lower !== 'cr' || (lower === 'k' && !space);
  return isSure || (lower.length === 1 && !space && isCounted(at(pieces, i + 1).lower)) ? scale : 1;
}

/** Pieces in the longest number in words that is read; longer runs are no number, and reading them again and again would take too long. */
const LONGEST = 24;

/** "forty-two", "two hundred and six", "a million and a half", "one and a half million", "two-thirds". */
function readWords(pieces: Pieces, i: number): NumberRead | null {
  let next = i;
  let total = 0;
  let current = 0;
  let last = 0;
  let magnitude = 1;
  while (next - i < LONGEST) {
    const joined = next > i ? joiner(pieces, next, last) : next;
    const p = joined < 0 ? undefined : at(pieces, joined);
    const digit = p !== undefined && (p.classes & W.digitWord) !== 0 ? DIGIT_WORDS.get(p.lower) : undefined;
    const scale = p !== undefined && digit === undefined ? MAGNITUDES.get(p.lower) : undefined;
    if (digit !== undefined && fits(last, digit)) {
      current += digit;
      last = digit === 0 ? -1 : digit;
      magnitude = 1;
    } else if (scale !== undefined && (last !== 0 || next === i) && last !== -1 && !(scale === 100 && current >= 100)) {
      magnitude = magnitude > 1 && last > 1 ? magnitude * scale : scale;
      if (scale === 100) current = Math.max(current, 1) * 100;
      else {
        total += Math.max(current, 1) * scale;
        current = 0;
      }
      last = scale;
    } else break;
    next = joined + 1;
  }
  const value = total + current;
  return withFraction(pieces, wordNumber(next, value, magnitude));
}

function wordNumber(next: number, value: number, magnitude: number): NumberRead {
  const half = slack('', value, 1);
  return { next, value, low: value - half, high: value + half, figures: false, plain: magnitude === 1, range: false, fraction: false, magnitude };
}

/** Whether a number word can follow one of value `last`: "forty" + "two", "hundred" + "six". */
function fits(last: number, digit: number): boolean {
  if (last === 0) return true;
  if (last >= 20 && last < 100) return digit > 0 && digit < 10;
  return last >= 100 && digit > 0;
}

/** Index of the next number word behind a hyphen, a space or "and"; -1 if something else stands there. */
function joiner(pieces: Pieces, i: number, last: number): number {
  const p = at(pieces, i);
  if (p.lower === '-') return !p.space && !at(pieces, i + 1).space ? i + 1 : -1;
  if (p.lower === 'and' && last >= 100) return (at(pieces, i + 1).classes & W.digitWord) !== 0 && last !== 1e6 ? i + 1 : -1;
  return p.kind === 'word' ? i : -1;
}

/** "two-thirds"; "one and a half [million]"; "one and two thirds". */
function withFraction(pieces: Pieces, read: NumberRead): NumberRead {
  const share = readShare(pieces, read);
  if (share !== null) return share;
  const hyphen = at(pieces, read.next).lower === '-' ? 1 : 0;
  const and = read.next + hyphen;
  if (at(pieces, and).lower !== 'and' || (hyphen === 1 && at(pieces, and + 1).lower !== '-')) return read;
  const article = and + 1 + hyphen;
  const isArticle = at(pieces, article).lower === 'a';
  const part = isArticle ? article + 1 + hyphen : article;
  const count = isArticle ? { next: part, value: 1 } : readWords(pieces, part);
  if (count === null) return read;
  const fraction = isArticle ? FRACTIONS.get(at(pieces, part).lower) : count.value > 0 && count.value < 1 ? count.value : undefined;
  if (fraction === undefined) return read;
  const end = isArticle ? part + 1 : count.next;
  const more = readMagnitude(pieces, end, 'count');
  const value = (read.value + fraction * read.magnitude) * more.scale;
  return { ...wordNumber(more.next, value, Math.max(read.magnitude, more.scale)), low: value, high: value, plain: false };
}

function readShare(pieces: Pieces, read: NumberRead): NumberRead | null {
  if (read.value < 1 || read.value > 20) return null;
  const hyphen = at(pieces, read.next).lower === '-' ? 1 : 0;
  const name = at(pieces, read.next + hyphen);
  const fraction = FRACTIONS.get(name.lower);
  if (fraction === undefined || (read.value > 1 && !name.lower.endsWith('s')) || (name.lower === 'half' && read.value === 1)) return null;
  if (read.value === 1 && name.lower.endsWith('s')) return null;
  const value = read.value * fraction;
  return { next: read.next + hyphen + 1, value, low: value, high: value, figures: false, plain: false, range: false, fraction: true, magnitude: 1 };
}

/** "half", "half a million", "half a dozen", "quarter million"; "a third" is known by the article before and "of" behind it. */
function readHalf(pieces: Pieces, i: number): NumberRead | null {
  const p = at(pieces, i);
  const share = FRACTIONS.get(p.lower);
  if (share === undefined) return null;
  const skip = at(pieces, i + 1).lower === 'a' ? 2 : at(pieces, i + 1).lower === 'of' && at(pieces, i + 2).lower === 'a' ? 3 : 1;
  const big = at(pieces, i + skip);
  const scale = big.lower === 'dozen' ? 12 : MAGNITUDES.get(big.lower);
  if (scale !== undefined && scale !== 100 && (p.lower === 'half' || p.lower === 'quarter')) {
    return { ...wordNumber(i + skip + 1, share * scale, scale), plain: false };
  }
  if ((p.classes & W.ordinal) !== 0 && !(at(pieces, i - 1).lower === 'a' && at(pieces, i + 1).lower === 'of')) return null;
  if (p.lower !== 'half' && p.lower !== 'halves' && at(pieces, i - 1).lower !== 'a') return null;
  return { next: i + 1, value: share, low: share, high: share, figures: false, plain: false, range: false, fraction: true, magnitude: 1 };
}

const NO_VALUE = { value: NaN, low: NaN, high: NaN, figures: false, plain: false, range: false, fraction: false, magnitude: 1 } as const;

/** "dozens", "tens of thousands", "hundreds of thousands"; "dozen" counts twelve. */
function readVague(pieces: Pieces, i: number): NumberRead | null {
  const p = at(pieces, i);
  if (p.lower === 'dozen') return { ...wordNumber(i + 1, 12, 12), plain: false };
  if (p.lower === 'tens' && at(pieces, i + 1).lower !== 'of') return null;
  let next = i + 1;
  while (next - i < 5 && at(pieces, next).lower === 'of' && (at(pieces, next + 1).classes & W.vague) !== 0) next += 2;
  if (p.lower === 'tens' && next === i + 1) return null;
  return { next, ...NO_VALUE };
}

/** "several thousand", "a few hundred". */
function readFew(pieces: Pieces, i: number): NumberRead | null {
  const { lower } = at(pieces, i);
  if (lower !== 'few' && lower !== 'several' && lower !== 'many') return null;
  const big = at(pieces, i + 1);
  if ((big.classes & W.magnitude) === 0 && big.lower !== 'dozen') return null;
  let next = i + 2;
  if ((at(pieces, next).classes & W.magnitude) !== 0) next++;
  return { next, ...NO_VALUE };
}
