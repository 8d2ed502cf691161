/**
 * Tokens cut once more, at the seams that matter for amounts: "34-year-old", "139km", "US$3.6bn". A name with a figure in
 * it ("COVID-19", "G20", "B-17s") stays in one opaque piece, so that no rule looks inside.
 */
import type { Token, TokenisedBlock } from '../../types.js';
import { classesOf, classesOfLexeme } from './classes.js';
import { FRACTION_SIGNS, SHORT_MAGNITUDES, W } from './lexicon.js';
import { CODES_AGAINST_FIGURE, CURRENCY_CODES, CURRENCY_SIGNS, UNITS } from './units.js';

export type PieceKind = 'word' | 'number' | 'clock' | 'date' | 'mark' | 'sign' | 'opaque' | 'end';

export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  /** Bits of `W`. */
  readonly classes: number;
  /** Value of a figure, NaN for all else. */
  readonly value: number;
  /** White space before. */
  readonly space: boolean;
  readonly capital: boolean;
  /** Index of the token that it is cut from. */
  readonly token: number;
}

export const NOTHING: Piece = { kind: 'end', start: -1, end: -1, lower: '', classes: 0, value: NaN, space: true, capital: false, token: -1 };

/** A block as the readers of this folder see it. */
export interface Pieces {
  readonly text: string;
  readonly list: readonly Piece[];
}

/** The piece at `i`, or `NOTHING` outside the block. */
export function at(pieces: Pieces, i: number): Piece {
  return pieces.list[i] ?? NOTHING;
}

export function cutPieces(block: TokenisedBlock): Pieces {
  const list: Piece[] = [];
  const { tokens } = block;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token !== undefined) cutToken(token, i, list);
  }
  return { text: block.text, list };
}

function cutToken(token: Token, index: number, list: Piece[]): void {
  const { shape, text } = token;
  if (shape === 'punct' || shape === 'symbol') {
    list.push(piece(markKind(text), token, 0, text.length, index));
    return;
  }
  if (shape === 'other') {
    list.push(piece('opaque', token, 0, text.length, index));
    return;
  }
  if (text.startsWith("'") || text.startsWith('’')) cutPrefixed(token, index, list);
  else if (shape === 'number') cutFigure(token, index, list);
  else if (isPrefixed(text)) cutPrefixed(token, index, list);
  else if (text.length > 4 && text.includes('-')) cutHyphenated(token, index, list);
  else list.push(word(token, 0, text.length, index));
}

/** Letters, then figures: at the end, or behind the first few letters as in "N1.5bn". */
function isPrefixed(text: string): boolean {
  if (isDigit(text.charCodeAt(text.length - 1)) || (text.length > 5 && text.endsWith('0s'))) return true;
  const stop = Math.min(text.length, 6);
  for (let i = 1; i < stop; i++) if (isDigit(text.charCodeAt(i))) return true;
  return false;
}

function markKind(text: string): PieceKind {
  return FRACTION_SIGNS.has(text) ? 'number' : CURRENCY_SIGNS.has(text) ? 'sign' : 'mark';
}

function piece(kind: PieceKind, token: Token, from: number, to: number, index: number): Piece {
  const lower = token.lower.length === token.text.length ? token.lower.slice(from, to) : token.text.slice(from, to).toLowerCase();
  const value = kind !== 'number' ? NaN : FRACTION_SIGNS.get(lower) ?? figureValue(lower);
  return { kind, start: token.start + from, end: token.start + to, lower, classes: 0, value, space: from === 0 && token.spaceBefore, capital: false, token: index };
}

function word(token: Token, from: number, to: number, index: number): Piece {
  const whole = to - from === token.text.length;
  const lower = whole ? token.lower : token.lower.length === token.text.length ? token.lower.slice(from, to) : token.text.slice(from, to).toLowerCase();
  const first = token.text.charCodeAt(from);
  const capital = whole ? token.shape !== 'lower' : first >= 65 && first <= 90;
  return { kind: 'word', start: token.start + from, end: token.start + to, lower, classes: whole ? classesOfLexeme(token.lexeme) : classesOf(lower), value: NaN, space: from === 0 && token.spaceBefore, capital, token: index };
}

/** "1,000" and "1,00,000" are whole numbers, "10.5" has decimals; "1.2.3" has no value. */
function figureValue(lower: string): number {
  const plain = lower.includes(',') ? lower.replaceAll(',', '') : lower;
  return Number(plain);
}

const ISO_DATE = /^\d{4}-\d\d-\d\d$/;
const SLASH_DATE = /^\d{1,2}[/.]\d{1,2}[/.](?:19|20)?\d\d$/;
const CLOCK = /^\d{1,2}:\d\d(?::\d\d(?:\.\d+)?)?$/;
const SEGMENT = /^(\d[\d.,]*|\d{1,2}:\d\d(?::\d\d)?)([a-z²'°]*)$/i;

/** A token that begins with a digit. */
function cutFigure(token: Token, index: number, list: Piece[]): void {
  const { text } = token;
  if (ISO_DATE.test(text) || SLASH_DATE.test(text)) {
    list.push(piece('date', token, 0, text.length, index));
    return;
  }
  const before = list.length;
  let from = 0;
  while (from <= text.length) {
    const hyphen = text.indexOf('-', from);
    const to = hyphen < 0 ? text.length : hyphen;
    if (!cutSegment(token, from, to, index, list)) {
      opaque(token, index, list, before);
      return;
    }
    if (hyphen < 0) break;
    list.push(piece('mark', token, hyphen, hyphen + 1, index));
    from = hyphen + 1;
  }
  if (isSerial(list, before)) opaque(token, index, list, before);
}

function cutSegment(token: Token, from: number, to: number, index: number, list: Piece[]): boolean {
  const text = token.text.slice(from, to);
  if (text === '') return false;
  if (!isDigit(text.charCodeAt(0))) {
    list.push(word(token, from, to, index));
    return from > 0 && /^[a-z']+$/.test(text);
  }
  if (text.includes('/')) return cutSlashed(token, from, to, index, list);
  const match = SEGMENT.exec(text);
  if (match === null) return false;
  const figure = match[1] ?? '';
  const suffix = match[2] ?? '';
  const seam = from + figure.length;
  const kind = CLOCK.test(figure) ? 'clock' : figure.includes(':') ? 'opaque' : 'number';
  list.push(piece(kind, token, from, seam, index));
  if (suffix === '') return true;
  list.push(word(token, seam, to, index));
  return isFigureSuffix(suffix.toLowerCase());
}

/** "1/2" and "2019/20"; "24/7" and "9/11" are no numbers. */
function cutSlashed(token: Token, from: number, to: number, index: number, list: Piece[]): boolean {
  const text = token.text.slice(from, to);
  if (!/^(?:\d{4}\/\d{2,4}|\d{1,2}\/\d{1,2})$/.test(text)) return false;
  const slash = text.indexOf('/');
  const left = Number(text.slice(0, slash));
  const right = Number(text.slice(slash + 1));
  const fraction = slash === 1 && left < right && right <= 10 && right !== 7 && right !== 9;
  if (slash < 4 && !fraction) return false;
  if (fraction) {
    list.push({ ...piece('number', token, from, to, index), value: left / right });
    return true;
  }
  list.push(piece('number', token, from, from + slash, index), piece('mark', token, from + slash, from + slash + 1, index), piece('number', token, from + slash + 1, to, index));
  return true;
}

function isFigureSuffix(lower: string): boolean {
  return lower === 's' || lower === 'am' || lower === 'pm' || lower === 'p' || lower === 'th' || lower === 'st' || lower === 'nd' || lower === 'rd' || lower === 'h' || lower === "'s"
    || SHORT_MAGNITUDES.has(lower) || UNITS.has(lower) || classesOf(lower) !== 0;
}

/** Serial, telephone and account numbers: more than two figures, or a leading zero, or two figures of unlike length as in "555-0100". */
function isSerial(list: readonly Piece[], from: number): boolean {
  let figures = 0;
  let last = '';
  for (let i = from; i < list.length; i++) {
    const p = list[i];
    if (p === undefined || p.kind !== 'number') continue;
    figures++;
    if (figures > 1 && /^0\d/.test(p.lower)) return p.lower.length !== 2 || last.length !== 4;
    if (figures === 2 && last.length === 3 && p.lower.length === 4) return true;
    if (p.lower.length > 12 && !p.lower.includes(',')) return true;
    if (p.value !== p.value) return true;
    last = p.lower;
  }
  return figures > 2;
}

function opaque(token: Token, index: number, list: Piece[], before: number): void {
  list.length = before;
  list.push(piece('opaque', token, 0, token.text.length, index));
}

const PREFIXED = /^([A-Za-z]{1,5}-?|')(\d[\d.,/]*)(s|m|b|k|M|B|K|bn|mn|mln|tn|trn|cr|-(?:million|billion|trillion|m|bn))?$/;
const DATE_PREFIXES: ReadonlySet<string> = new Set(['mid-', 'early-', 'late-', 'pre-', 'post-', "'", 'fy', 'q']);

/** "SEK9", "Rs500", "mid-2019", "Q3", "'90s"; all other words that end in a digit are names. */
function cutPrefixed(token: Token, index: number, list: Piece[]): void {
  const match = PREFIXED.exec(token.text.replace('’', "'"));
  const prefix = match?.[1] ?? '';
  const figure = match?.[2] ?? '';
  const lower = prefix.toLowerCase();
  const isCode = match !== null && CURRENCY_CODES.has(prefix) && !(CODES_AGAINST_FIGURE.has(prefix) && figure.length < 3 && !figure.includes(',') && match[3] === undefined);
  const isKnown = isCode || (match !== null && DATE_PREFIXES.has(lower));
  if (!isKnown || (figure.includes('/') && lower !== 'fy')) {
    list.push(token.text.includes('-') && isLowerAscii(token.text.charCodeAt(0)) ? word(token, 0, token.text.length, index) : piece('opaque', token, 0, token.text.length, index));
    return;
  }
  if (lower === 'q') {
    list.push({ ...word(token, 0, token.text.length, index), kind: /^[1-4]$/.test(figure) ? 'word' : 'opaque' });
    return;
  }
  const seam = prefix.length;
  const letters = prefix.endsWith('-') ? seam - 1 : seam;
  list.push(lower === "'" ? piece('mark', token, 0, 1, index) : word(token, 0, letters, index));
  if (letters < seam) list.push(piece('mark', token, letters, seam, index));
  const end = seam + figure.length;
  list.push(piece('number', token, seam, end, index));
  const suffix = end + (token.text.charAt(end) === '-' ? 1 : 0);
  if (suffix > end) list.push(piece('mark', token, end, suffix, index));
  if (suffix < token.text.length) list.push(word(token, suffix, token.text.length, index));
}

/** Cut only if the first part is a word of amounts or times and the rest is lower case: "two-thirds", "week-long", "mid-August". */
function cutHyphenated(token: Token, index: number, list: Piece[]): void {
  const { text, lower } = token;
  const hyphen = text.indexOf('-');
  if (lower.length !== text.length || !isCutAt(lower.slice(0, hyphen), text, hyphen)) {
    list.push(word(token, 0, text.length, index));
    return;
  }
  let from = 0;
  for (;;) {
    const next = text.indexOf('-', from);
    const to = next < 0 ? text.length : next;
    if (to > from) list.push(word(token, from, to, index));
    if (next < 0) return;
    list.push(piece('mark', token, next, next + 1, index));
    from = next + 1;
  }
}

const CUT = W.digitWord | W.magnitude | W.ordinal | W.month | W.dayUnit | W.hourUnit | W.fraction | W.vague | W.decade | W.weekday | W.modifier | W.measure | W.geologic;

function isCutAt(first: string, text: string, hyphen: number): boolean {
  const bits = classesOf(first);
  if ((bits & CUT) === 0) return false;
  const next = text.charCodeAt(hyphen + 1);
  if ((bits & (W.month | W.weekday)) !== 0) return true;
  return isLowerAscii(next) || isDigit(next) || (bits & W.modifier) !== 0;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isLowerAscii(code: number): boolean {
  return code >= 97 && code <= 122;
}
