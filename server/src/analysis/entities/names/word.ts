/** The words that name finding reads: tokens, with hyphenated ones cut where a name may begin or end inside. */
import type { Gazetteer, GazetteerEntry } from '../../gazetteer.js';
import type { Token, TokenisedBlock, ValueMention } from '../../types.js';
import type { Lexeme } from '../../lexeme.js';
import { hasCapital, isUpperAt, lexemeOf } from '../../lexeme.js';
import { flagsOfLexeme } from './lexicons/flags.js';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly lower: string;
  /** Bits of lexicons/flags.ts. */
  readonly flags: number;
  /** Begins with a capital letter, or has one after a lower-case beginning ("eBay", "al-Assad"). */
  readonly capital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly caps: boolean;
  readonly isWord: boolean;
  readonly isNumber: boolean;
  /** White space or the block's start stands before it. */
  readonly space: boolean;
  /** It is the later part of a hyphenated token. */
  readonly afterHyphen: boolean;
  /** Where a capital proves nothing: the start of a sentence, of a quotation, of what follows a colon. */
  readonly first: boolean;
  readonly value: ValueMention | null;
}

/** Prefixes that stay outside a name: "pro-Russian". */
const PREFIXES = new Set(['pro', 'anti', 'ex', 'non', 'post', 'pre', 'mid', 'trans', 'inter', 'intra', 'sub', 'un', 'counter', 'semi', 'then', 'former', 'late', 'all', 'early', 'self', 'new', 'one', 'two', 'multi', 'cross', 'co', 'vice', 'near', 'quasi', 'pseudo', 'super', 'ultra', 'the', 'big', 'far']);

/** Second halves of compounds that stay outside a name: "Paris-based". */
const TAILS = new Set(`based led backed occupied born style era controlled run owned wide like speaking area made held funded sponsored trained educated linked aligned allied affiliated ruled
  registered listed installed supported brokered mediated appointed language only themed related inspired built supplied administered dominated majority flagged bound free type class level
  friendly phobia mania gate ism first elect designate focused centric and area side rich heavy plus approved sanctioned hosted produced operated bred trip certified turned domiciled headquartered
  annexed besieged wide-ranging winning facing nominated leaning imposed initiated proposed driven oriented branded dubbed ready loving hating brokered mandated`.split(/\s+/));

const OPENING = new Set(['"', '“', '‘', "'", '(', '[', '«', '„', '-', '–', '—', '•', '*', '·', '‹', '…', '...']);

/** Cuts a block into words. Linear in its length. */
export function wordsOf(block: TokenisedBlock, values: readonly ValueMention[], gazetteer: Gazetteer): Word[] {
  const words: Word[] = [];
  const starts = sentenceStarts(block);
  let nextValue = 0;
  let open = true;
  block.tokens.forEach((raw, index) => {
    const token = withoutJoiners(raw);
    while (nextValue < values.length && (values[nextValue]?.end ?? 0) <= token.start) nextValue++;
    const candidate = values[nextValue];
    const value = candidate !== undefined && candidate.start < token.end ? candidate : null;
    if (starts.has(index)) open = true;
    const mark = token.shape === 'punct' || token.shape === 'symbol';
    pushToken(words, token, value, open && !mark, gazetteer);
    open = mark ? open && OPENING.has(token.text) || opensAfter(token.text) : false;
  });
  return words;
}

/** Zero-width characters at the edges belong to no name. */
function withoutJoiners(token: Token): Token {
  if (!isJoiner(token.text.charCodeAt(0)) && !isJoiner(token.text.charCodeAt(token.text.length - 1))) return token;
  let start = 0;
  let end = token.text.length;
  while (start < end - 1 && isJoiner(token.text.charCodeAt(start))) start++;
  while (end > start + 1 && isJoiner(token.text.charCodeAt(end - 1))) end--;
  const text = token.text.slice(start, end);
  const lexeme = lexemeOf(text);
  return { ...token, start: token.start + start, end: token.start + end, text, lower: lexeme.lower, lexeme };
}

function isJoiner(code: number): boolean {
  return code >= 0x200b && code <= 0x200f || code === 0xfeff || code === 0x2060;
}

/** A capital after these marks may be that of a sentence. */
function opensAfter(mark: string): boolean {
  return mark === ':' || mark === '“' || mark === '"' || mark === '•' || mark === '—' || mark === '…';
}

function sentenceStarts(block: TokenisedBlock): Set<number> {
  const starts = new Set<number>();
  for (const sentence of block.sentences) starts.add(sentence.firstToken);
  return starts;
}

function pushToken(words: Word[], token: Token, value: ValueMention | null, first: boolean, gazetteer: Gazetteer): void {
  const cuts = token.text.includes('-') && token.text.length < 60 && (token.shape === 'title' || token.shape === 'caps' || token.shape === 'mixed' || token.shape === 'lower' || token.shape === 'other') ? cutsOf(token.text, gazetteer) : null;
  if (cuts === null) {
    words.push(makeWord(token.lexeme, token.start, token.shape, token.spaceBefore, false, first, value));
    return;
  }
  let from = 0;
  for (const cut of [...cuts, token.text.length]) {
    const text = token.text.slice(from, cut);
    words.push(makeWord(lexemeOf(text), token.start + from, token.shape, from === 0 && token.spaceBefore, from > 0, from === 0 && first, value));
    from = cut + 1;
  }
}

function makeWord(lexeme: Lexeme, start: number, shape: Token['shape'], space: boolean, afterHyphen: boolean, first: boolean, value: ValueMention | null): Word {
  const isMark = shape === 'punct' || shape === 'symbol';
  const isNumber = shape === 'number';
  const isWord = !isMark && !isNumber;
  const { written, lower } = lexeme;
  return {
    start, end: start + written.length, text: written, lower, flags: isWord ? flagsOfLexeme(lexeme) : 0, capital: isWord && lexeme.capital, caps: !isMark && lexeme.caps,
    isWord, isNumber, space, afterHyphen, first, value,
  };
}

/** Where to cut a hyphenated word: offsets of the hyphens that end one part and begin another. Null for a word that is one. */
function cutsOf(text: string, gazetteer: Gazetteer): number[] | null {
  // "sub-Saharan Africa": the prefix of a listed name.
  if (gazetteer.lookup(text).length > 0 || (!isUpperAt(text, 0) && gazetteer.startsLonger(text))) return null;
  const parts = text.split('-');
  if (parts.some((part) => part === '')) return null;
  const cuts: number[] = [];
  let at = 0;
  for (let i = 0; i + 1 < parts.length; i++) {
    const left = parts[i] ?? '';
    const right = parts[i + 1] ?? '';
    at += left.length;
    if (cutsBetween(left, right, i === 0, i + 2 === parts.length, gazetteer)) cuts.push(at);
    at += 1;
  }
  return cuts.length === 0 ? null : cuts;
}

function cutsBetween(left: string, right: string, isFirst: boolean, isLast: boolean, gazetteer: Gazetteer): boolean {
  const rightCapital = isUpperAt(right, 0);
  if (isFirst && rightCapital && PREFIXES.has(left.toLowerCase())) return true;
  // "R-Iowa": a senator's party and state.
  if (isFirst && /^[RDI]$/.test(left)) return groupKind(gazetteer.lookup(right)) === 'GPE';
  if (!rightCapital) return isLast && hasCapital(left) && isTail(right, gazetteer);
  if (!isUpperAt(left, 0)) return false;
  const a = groupKind(gazetteer.lookup(left));
  const b = groupKind(gazetteer.lookup(right));
  if (a === 'NORP' && b === 'NORP') return !/^(American|Canadian|Australian|British|Israeli)s?$/.test(right);
  return a !== null && b !== null;
}

function isTail(right: string, gazetteer: Gazetteer): boolean {
  const lower = right.toLowerCase();
  if (TAILS.has(lower)) return true;
  if (lower.length > 4 && (lower.endsWith('ed') || lower.endsWith('ing'))) return true;
  return lower.length >= 5 && gazetteer.isCommonWord(lower);
}

/** What a list says of a word that may be half of "US-Russia": a place, an organisation or a people; null if it is no such thing for sure. */
function groupKind(entries: readonly GazetteerEntry[]): 'GPE' | 'ORG' | 'NORP' | null {
  for (const { type, ambiguous } of entries) {
    if (!ambiguous && (type === 'GPE' || type === 'ORG' || type === 'NORP')) return type;
  }
  return null;
}

/** "'s", and the mark alone behind "workers". */
export function isPossessive(word: Word | undefined): boolean {
  return word !== undefined && (word.lower === "'s" || word.lower === '’s' || (word.text === "'" || word.text === '’') && !word.space);
}
