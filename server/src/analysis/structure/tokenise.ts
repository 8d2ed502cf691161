/** Cuts a text into words, numbers and marks. One pass, linear in the text; never throws. */
import { lexemeOf } from '../lexeme.js';
import type { Token, TokenShape } from '../types.js';
import { abbreviationKind } from './abbreviations.js';
import { Kind, isApostrophe, isHyphen, isLetterKind, isSpaceCode, isWordKind, kindOf } from './characters.js';
import { addressEnd, emailDomainEnd, handleEnd, isTopLevelDomain, joinLocalPart } from './addresses.js';
import { symbolEnd } from './symbols.js';

const AMPERSAND = 0x26;
const COMMA = 0x2c;
const STOP = 0x2e;
const SLASH = 0x2f;
const COLON = 0x3a;
const AT = 0x40;
const HASH = 0x23;
const UNDERSCORE = 0x5f;

/**
 * Tokens in order, disjoint, covering every character that is not white space; each `text` is the slice.
 * Shapes: `number` begins with a digit; `title` has a capital first in every part that has one ("Ritz-Carlton", "Russian-led", "A");
 * `caps` has two letters or more and no lower case ("U.S.", "COVID-19"), or one with digits ("G20"); `mixed` is any other mixture
 * ("US-led", "McDonald", "pro-Russian"); `other` is a word of a script without case.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaceBefore = true;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (isSpaceCode(code)) {
      at++;
      spaceBefore = true;
      continue;
    }
    at = pushToken(text, at, spaceBefore, tokens);
    spaceBefore = false;
  }
  return tokens;
}

/** Adds the token at `start` and returns where it ends. */
function pushToken(text: string, start: number, spaceBefore: boolean, tokens: Token[]): number {
  const code = text.charCodeAt(start);
  const kind = kindAt(text, start);
  if (isWordKind(kind)) {
    const end = isAddressStart(code) ? addressEnd(text, start) : start;
    return end > start ? push(tokens, text, start, end, 'other', spaceBefore) : pushWord(text, start, spaceBefore, tokens);
  }
  if (isApostrophe(code)) {
    const end = apostropheEnd(text, start, spaceBefore);
    return push(tokens, text, start, end, end === start + 1 ? 'punct' : kindAt(text, end - 2) === Kind.Digit ? 'number' : 'lower', spaceBefore);
  }
  if (code === AT || code === HASH) {
    const email = code === AT && !spaceBefore ? emailDomainEnd(text, start + 1) : 0;
    const local = email > 0 ? joinLocalPart(tokens) : null;
    if (local !== null) return push(tokens, text, local.start, email, 'other', local.spaceBefore);
    const end = handleEnd(text, start);
    if (end > start) return push(tokens, text, start, end, 'other', spaceBefore);
  }
  return push(tokens, text, start, symbolEnd(text, start), kind === Kind.Punct ? 'punct' : 'symbol', spaceBefore);
}

function push(tokens: Token[], text: string, start: number, end: number, shape: TokenShape, spaceBefore: boolean): number {
  const lexeme = lexemeOf(text.slice(start, end));
  tokens.push({ start, end, text: lexeme.written, lower: lexeme.lower, shape, spaceBefore, lexeme });
  return end;
}

/** "http", "www" and so on begin with one of these; nothing else is looked at twice. */
function isAddressStart(code: number): boolean {
  const lower = code | 0x20;
  return lower === 0x68 || lower === 0x77 || lower === 0x66;
}

/** The possessive and clipped "'s", or a decade as in "’90s", or the mark alone. */
function apostropheEnd(text: string, start: number, spaceBefore: boolean): number {
  const next = text.charCodeAt(start + 1);
  if (!spaceBefore && (next | 0x20) === 0x73 && !isWordKind(kindAt(text, start + 2))) return start + 2;
  const decade = isDigitAt(text, start + 1) && isDigitAt(text, start + 2) && text.charCodeAt(start + 3) === 0x73;
  if (decade && !isWordKind(kindAt(text, start + 4))) return start + 4;
  return start + 1;
}

function pushWord(text: string, start: number, spaceBefore: boolean, tokens: Token[]): number {
  const state: WordState = { uppers: 0, lowers: 0, letters: 0, digits: 0, broken: false, dots: 0 };
  let end = start;
  let partStart = true;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    const kind = kindAt(text, end);
    if (isWordKind(kind) || code === UNDERSCORE) {
      note(state, kind, partStart);
      partStart = false;
      end += code >= 0xd800 && code <= 0xdbff ? 2 : 1;
      continue;
    }
    const joined = joinerEnd(text, start, end, code);
    if (joined === end) break;
    if (code === STOP) state.dots++;
    partStart = true;
    end = joined;
  }
  end = withStop(text, start, end, state);
  return push(tokens, text, start, end, shapeOf(state, kindAt(text, start)), spaceBefore);
}

interface WordState {
  uppers: number;
  lowers: number;
  letters: number;
  digits: number;
  /** A capital follows a small letter in one part, or a later part has a capital though the first has none. */
  broken: boolean;
  dots: number;
}

function note(state: WordState, kind: Kind, partStart: boolean): void {
  if (kind === Kind.Upper) {
    if (!partStart || (state.letters > 0 && state.uppers === 0)) state.broken = true;
    state.uppers++;
    state.letters++;
  } else if (kind === Kind.Lower) {
    state.lowers++;
    state.letters++;
  } else if (kind === Kind.Letter) state.letters++;
  else if (kind === Kind.Digit) state.digits++;
}

function shapeOf(state: WordState, first: Kind): TokenShape {
  if (first === Kind.Digit) return 'number';
  if (state.uppers > 0) {
    if (state.lowers > 0) return state.broken || first !== Kind.Upper ? 'mixed' : 'title';
    return state.letters > 1 || state.digits > 0 ? 'caps' : 'title';
  }
  return state.lowers > 0 ? 'lower' : 'other';
}

/** Where the word goes on after the mark at `end`, or `end` if the mark is no part of it. */
function joinerEnd(text: string, start: number, end: number, code: number): number {
  const after = kindAt(text, end + 1);
  if (isApostrophe(code)) return isLetterKind(after) && !isPossessive(text, end) && isLetterKind(kindAt(text, end - 1)) ? end + 1 : end;
  if (isHyphen(code)) return isWordKind(after) && after !== Kind.Mark ? end + 1 : end;
  if (code === AMPERSAND) return isLetterKind(after) && kindAt(text, end - 1) === Kind.Upper ? end + 1 : end;
  const digits = after === Kind.Digit && kindAt(text, end - 1) === Kind.Digit;
  if (code === STOP) return digits || isInitial(text, start, end, after) || continuesDomain(text, end, after) ? end + 1 : end;
  if (!digits) return end;
  if (code === COMMA) return isThousands(text, start, end) ? end + 1 : end;
  return code === COLON || code === SLASH ? end + 1 : end;
}

function isPossessive(text: string, at: number): boolean {
  return (text.charCodeAt(at + 1) | 0x20) === 0x73 && !isWordKind(kindAt(text, at + 2));
}

/** The stop in "U.S.", "a.m.", "J.R.": one letter before it and one, or "D" of "Ph.D.", behind it. */
function isInitial(text: string, start: number, end: number, after: Kind): boolean {
  if (!isLetterKind(after)) return false;
  const single = isLetterKind(kindAt(text, end - 1)) && (end - 1 === start || text.charCodeAt(end - 2) === STOP);
  if (single) return !isLetterKind(kindAt(text, end + 2)) || text.charCodeAt(start + 1) !== STOP;
  return end === start + 2 && text.slice(start, end) === 'Ph' && text.charCodeAt(end + 1) === 0x44;
}

function continuesDomain(text: string, end: number, after: Kind): boolean {
  if (after !== Kind.Lower) return false;
  let stop = end + 1;
  while (stop < text.length && stop - end <= 7 && kindAt(text, stop) === Kind.Lower) stop++;
  return !isWordKind(kindAt(text, stop)) && isTopLevelDomain(text.slice(end + 1, stop));
}

/** Three digits behind the comma, or two of the Indian grouping "1,00,000"; at most three before the first one. */
function isThousands(text: string, start: number, end: number): boolean {
  let stop = end + 1;
  while (stop - end <= 4 && isDigitAt(text, stop)) stop++;
  const group = stop - end - 1;
  if (group !== 3 && !(group === 2 && text.charCodeAt(stop) === COMMA)) return false;
  const earlier = isDigitAt(text, end - 4) && isDigitAt(text, end - 3) && isDigitAt(text, end - 2) && end - 4 >= start;
  return !earlier;
}

/** The end with the stop of an abbreviation, if one follows. */
function withStop(text: string, start: number, end: number, state: WordState): number {
  if (end >= text.length || text.charCodeAt(end) !== STOP || state.digits > 0) return end;
  if (end + 1 < text.length && text.charCodeAt(end + 1) === STOP) return end;
  if (state.dots > 0) return isLetterKind(kindAt(text, end - 1)) && text.charCodeAt(end - 2) === STOP ? end + 1 : end;
  if (end - start === 1) return singleStop(text, start, end, state);
  if (end - start > 6) return end;
  return abbreviationKind(text.slice(start, end), isNumberNext(text, end + 1)) === 'none' ? end : end + 1;
}

/** "J." is an initial, "I." hardly ever; "p.", "c." and the like only before a number. */
function singleStop(text: string, start: number, end: number, state: WordState): number {
  if (state.lowers > 0) return 'cpbdnv'.includes(text.charAt(start)) && isNumberNext(text, end + 1) ? end + 1 : end;
  if (state.uppers === 0 || isNetworkX(text, start)) return end;
  return text.charCodeAt(start) === 0x49 && kindAt(text, end + 1) !== Kind.Space ? end : end + 1;
}

/** "wrote on X. Her office …": the network, and no initial. */
function isNetworkX(text: string, start: number): boolean {
  return text.charCodeAt(start) === 0x58 && /(?:^|\s)(?:on|to|via|from|over|at|platform|network|site|account)\s$/.test(text.slice(Math.max(0, start - 10), start));
}

function isNumberNext(text: string, at: number): boolean {
  let next = at;
  while (next < at + 3 && next < text.length && isSpaceCode(text.charCodeAt(next))) next++;
  return isDigitAt(text, next);
}

function isDigitAt(text: string, at: number): boolean {
  return kindAt(text, at) === Kind.Digit;
}

/** Past the text stands a space. */
function kindAt(text: string, at: number): Kind {
  if (at < 0 || at >= text.length) return Kind.Space;
  const code = text.charCodeAt(at);
  return kindOf(code >= 0xd800 && code <= 0xdbff ? text.codePointAt(at) ?? code : code);
}
