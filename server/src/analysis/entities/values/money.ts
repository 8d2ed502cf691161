/** Amounts with a currency: "$3.5 million", "Rs 500 crore", "995 million dollars", "5 cents", "$1m-$2m". */
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import { amountOf } from './amounts.js';
import type { NumberRead } from './numbers.js';
import { readNumber, readRange } from './numbers.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';
import { MAGNITUDES, SHORT_MAGNITUDES } from './lexicon.js';
import { CODES_AGAINST_FIGURE, CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, MINOR_UNITS, NATIONAL, SIGN_PREFIXES } from './units.js';

interface Opening {
  /** Index of the first figure. */
  readonly figure: number;
  readonly code: string;
}

/** Money that begins with its currency. */
export function moneyFromSign(pieces: Pieces, i: number): Match | null {
  const opening = readOpening(pieces, i);
  if (opening === null) return null;
  const first = readRange(pieces, opening.figure, 'money');
  if (first === null || first.value !== first.value) return null;
  const read = first.range ? first : sharedMagnitude(pieces, i, first) ?? withSecondSign(pieces, first);
  let next = read.next;
  if (at(pieces, next).lower === '-' && at(pieces, next + 1).lower === 'plus') next += 2;
  const code = opening.code;
  const hyphen = at(pieces, next).lower === '-' ? 1 : 0;
  const word = CURRENCY_WORDS.get(at(pieces, next + hyphen).lower);
  const named = word !== undefined && (code === '' || word === '' || word === code) ? next + hyphen + 1 : next;
  return valueMatch('MONEY', i, named, 0.97, { amount: amountOf(pieces, i, read, 'measure', named, code === '' ? word : code) });
}

/** "$", "US$", "USD", "Rs", "Rs."; nothing else between it and the figure. */
function readOpening(pieces: Pieces, i: number): Opening | null {
  const p = at(pieces, i);
  if (p.kind === 'sign') return p.lower === '¢' ? null : opening(pieces, i + 1, CURRENCY_SIGNS.get(p.lower) ?? '');
  if (p.kind !== 'word' || !p.capital) return null;
  const next = at(pieces, i + 1);
  if (next.kind === 'sign') {
    const isCode = p.lower.length === 3 && CURRENCY_CODES.has(pieces.text.slice(p.start, p.end));
    const prefix = next.space && !isCode ? undefined : SIGN_PREFIXES.get(p.lower);
    const isOwn = next.lower === '$' || prefix === 'GHS';
    const code = prefix === undefined || !isOwn ? CURRENCY_SIGNS.get(next.lower) : prefix;
    return prefix === undefined ? null : opening(pieces, i + 2, code ?? '');
  }
  const written = pieces.text.slice(p.start, p.end);
  const code = CURRENCY_CODES.get(written);
  if (code === undefined) return null;
  const stop = next.lower === '.' && !next.space && written !== written.toUpperCase() ? 1 : 0;
  const figure = at(pieces, i + 1 + stop);
  if (figure.kind !== 'number' || (CODES_AGAINST_FIGURE.has(written) && !isLargeAgainst(pieces, i + 1))) return null;
  return { figure: i + 1 + stop, code };
}

/** "R500" and "N2bn" are money, "R0", "K9" and "N95" are not. */
function isLargeAgainst(pieces: Pieces, figure: number): boolean {
  const p = at(pieces, figure);
  const { lower } = at(pieces, at(pieces, figure + 1).lower === '-' ? figure + 2 : figure + 1);
  return !p.space && (p.value >= 100 || SHORT_MAGNITUDES.has(lower) || MAGNITUDES.has(lower));
}

function opening(pieces: Pieces, figure: number, code: string): Opening | null {
  return at(pieces, figure).kind === 'number' ? { figure, code } : null;
}

/** "$1m-$2m", "$5 to $10". */
function withSecondSign(pieces: Pieces, low: NumberRead): NumberRead {
  const mark = at(pieces, low.next);
  const isDash = (mark.lower === '-' || mark.lower === '–') && !mark.space;
  if (!isDash && mark.lower !== 'to') return low;
  if (mark.lower === 'to' && comesFrom(pieces, low.next)) return low;
  const second = readOpening(pieces, low.next + 1);
  const high = second === null ? null : readNumber(pieces, second.figure, 'money');
  if (high === null || high.value !== high.value) return low;
  const scale = low.magnitude === 1 && high.magnitude > 1 && low.value < high.value / high.magnitude ? high.magnitude : 1;
  return { ...high, value: low.value * scale, low: low.value * scale, high: high.value, range: true };
}

/** "between $5 and $7 billion", "between $5 and 7 billion": the first figure says nothing without the magnitude behind the second. */
function sharedMagnitude(pieces: Pieces, i: number, low: NumberRead): NumberRead | null {
  if (low.magnitude !== 1 || at(pieces, i - 1).lower !== 'between' || at(pieces, low.next).lower !== 'and') return null;
  const second = readOpening(pieces, low.next + 1)?.figure ?? low.next + 1;
  const high = at(pieces, second).kind === 'number' ? readNumber(pieces, second, 'money') : null;
  if (high === null || !(high.magnitude > 1) || !(low.value < high.value / high.magnitude)) return null;
  const least = low.value * high.magnitude;
  return { ...high, value: least, low: least, high: high.value, range: true };
}

/** "from $5 to $10" is two amounts: a change. */
function comesFrom(pieces: Pieces, to: number): boolean {
  for (let k = to - 1; k >= 0 && k > to - 8; k--) {
    const { lower } = at(pieces, k);
    if (lower === 'from') return true;
    if (lower === ',' || lower === '.') return false;
  }
  return false;
}

const CURRENCY_STARTERS: ReadonlySet<string> = new Set([...NATIONAL.keys()].map((key) => key.split(' ')[0] ?? ''));

/** Money with its currency behind the number; `read` begins at `i`. */
export function moneyFromNumber(pieces: Pieces, i: number, read: NumberRead): Match | null {
  const link = at(pieces, read.next);
  const hyphen = (link.lower === '-' && !link.space) || (link.lower === 'of' && read.value !== read.value) ? 1 : 0;
  const p = at(pieces, read.next + hyphen);
  if (p.kind === 'sign') return signBehind(pieces, i, read, p.space, p.lower);
  if (p.kind !== 'word' || read.fraction && read.value !== read.value) return null;
  if (p.lower === 'p' && !p.space && read.figures) return valueMatch('MONEY', i, read.next + 1, 0.8, { amount: amountOf(pieces, i, read, 'measure', read.next + 1, 'GBP', 100) });
  const sign = at(pieces, read.next + 1);
  const prefix = sign.kind === 'sign' && !sign.space && p.capital && at(pieces, read.next + 2).kind !== 'number' ? SIGN_PREFIXES.get(p.lower) : undefined;
  if (prefix !== undefined) return valueMatch('MONEY', i, read.next + 2, 0.9, { amount: amountOf(pieces, i, read, 'measure', read.next + 2, prefix) });
  const national = readNational(pieces, read.next + hyphen);
  if (national !== null) return valueMatch('MONEY', i, national.next, 0.95, { amount: amountOf(pieces, i, read, 'measure', national.next, national.code) });
  const code = CURRENCY_WORDS.get(p.lower);
  if (code === undefined || !isCurrencyHere(pieces, i, read, read.next + hyphen)) return null;
  const next = read.next + hyphen + 1 + (at(pieces, read.next + hyphen + 1).lower === 'sterling' ? 1 : 0);
  return valueMatch('MONEY', i, next, 0.93, { amount: amountOf(pieces, i, read, 'measure', next, code, MINOR_UNITS.has(p.lower) ? 100 : 1) });
}

function signBehind(pieces: Pieces, i: number, read: NumberRead, space: boolean, lower: string): Match | null {
  const isFree = at(pieces, read.next + 1).kind !== 'number';
  if (!read.figures || !isFree || (space && lower === '$')) return null;
  return valueMatch('MONEY', i, read.next + 1, 0.9, { amount: amountOf(pieces, i, read, 'measure', read.next + 1, CURRENCY_SIGNS.get(lower) ?? '', lower === '¢' ? 100 : 1) });
}

/** "US dollars", "Hong Kong dollars", "Swiss francs". */
function readNational(pieces: Pieces, i: number): { next: number; code: string } | null {
  const first = at(pieces, i);
  const start = first.lower === 'hong' || first.lower === 'new' || first.lower === 'sri' ? i + 1 : i;
  const p = at(pieces, start);
  if (!CURRENCY_STARTERS.has(p.lower)) return null;
  const noun = at(pieces, start + 1).lower;
  const code = NATIONAL.get(`${p.lower} ${noun}`) ?? NATIONAL.get(`${p.lower} ${noun}s`);
  return code === undefined ? null : { next: start + 2, code };
}

/** Nouns that are also weights, verbs or adjectives: "pounds of flour", "won", "real", "crown". */
function isCurrencyHere(pieces: Pieces, i: number, read: NumberRead, noun: number): boolean {
  const { lower } = at(pieces, noun);
  const next = at(pieces, noun + 1);
  if (lower === 'pound' || lower === 'pounds') {
    if (next.lower === 'sterling') return true;
    const isWeighed = next.lower === 'of' || next.lower === 'heavier' || next.lower === 'per' || next.lower === 'lighter';
    return (read.magnitude >= 1e3 || (read.value !== read.value && at(pieces, i).lower !== 'hundreds')) && !isWeighed && !isWeight(pieces, i);
  }
  if (lower === 'won') return read.value >= 1000;
  if (lower === 'real' || lower === 'sol' || lower === 'sterling' || lower === 'som' || lower === 'ether' || lower === 'crown' || lower === 'crowns' || lower === 'lev' || lower === 'lei') return read.magnitude > 1 || read.value >= 100;
  return lower !== 'penny' || read.value === 1;
}

function isWeight(pieces: Pieces, i: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 6; k--) {
    const { lower } = at(pieces, k);
    if (lower === 'weighing' || lower === 'weighs' || lower === 'weighed' || lower === 'weigh' || lower === 'weight') return true;
  }
  return false;
}

