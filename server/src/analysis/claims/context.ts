/** A block made ready for the finders: one pass gives every token its flags, its quotation and its cue senses. */
import type { NameType, Role, Stance, TokenisedBlock, ValueMention, Token } from '../types.js';
import type { Span } from '../../base/span.js';
import { infoOfLexeme } from './lexicon/index.js';
import type { WordInfo } from './lexicon/index.js';
import { Flag, NOT_ADVERB } from './lexicon/words.js';

/** A name in the block with the type that the article as a whole gives it. */
export interface TypedName extends Span {
  readonly type: NameType;
  readonly key: string;
  readonly entity?: string;
  readonly roles?: readonly Role[];
}

export interface Context {
  readonly block: TokenisedBlock;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Bits of `Flag`, by token. */
  readonly flags: readonly number[];
  readonly info: readonly (WordInfo | undefined)[];
  /** Index of the quotation that holds the token, its marks included, or -1. */
  readonly quotation: readonly number[];
  /** Index of the sentence of the token. */
  readonly sentence: readonly number[];
  /** Name that covers the token. */
  readonly name: readonly (TypedName | undefined)[];
  /** The token is part of a date or a time of day. */
  readonly dated: readonly boolean[];
}

/** A claim as a finder makes it, before nesting and kinds. */
export interface Draft {
  source: Span[];
  cue: Span;
  content: Span[];
  readonly stance: Stance;
  readonly negated: boolean;
  readonly confidence: number;
  /** Token of the word that signals. */
  readonly token: number;
  /** Tokens of the source, `[first, end)`; absent for none. */
  readonly sourceTokens?: TokenRange;
  /** Another claim before it has the same source span, which counts as that one's own. */
  shared?: boolean;
  /** Token of the claim that passes this one on: "Reuters reported" for "citing police". */
  readonly within?: number;
  /** An interviewer's or a speaker's label. */
  readonly label?: boolean;
}

export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

export function makeContext(block: TokenisedBlock, names: readonly TypedName[], values: readonly ValueMention[]): Context {
  const count = block.tokens.length;
  const flags = new Array<number>(count).fill(0);
  const info = new Array<WordInfo | undefined>(count).fill(undefined);
  const sentence = sentenceOfTokens(block);
  for (let i = 0; i < count; i++) {
    const token = block.tokens[i];
    if (token === undefined) continue;
    const known = isDisguised(token, i) ? undefined : infoOfLexeme(token.lexeme);
    info[i] = known;
    flags[i] = flagsOf(token, known);
    if (token.lower === "'s" && CONTRACTS.has(block.tokens[i - 1]?.lower ?? '')) flags[i] = Flag.be;
  }
  const name = coverage(block.tokens, names);
  for (let i = 0; i < count; i++) if (name[i] !== undefined) flags[i] = Flag.name | ((flags[i] ?? 0) & KEPT_IN_NAME);
  const quotation = quotationOfTokens(block);
  for (let i = 0; i < count; i++) if (quotation[i] === -1 && isApostrophe(block.tokens[i]?.text)) flags[i] = Flag.genitive;
  const dates = values.filter((v) => v.type === 'DATE' || v.type === 'TIME');
  const dated = coverage(block.tokens, dates).map((v) => v !== undefined);
  return { block, text: block.text, tokens: block.tokens, flags, info, quotation, sentence, name, dated };
}

/** Of a name's own words only these flags matter: "The" may open a phrase, "of" and marks may end one. */
const KEPT_IN_NAME = Flag.comma | Flag.quote | Flag.bracket | Flag.genitive;

/** "US", "WHO" and "IT" are no pronouns, "Will" and "May" inside a sentence no modals. */
function isDisguised(token: Token, i: number): boolean {
  if (token.shape === 'caps') return DISGUISED_CAPS.has(token.lower);
  return token.shape === 'title' && i > 0 && (token.lower === 'will' || token.lower === 'may');
}

const DISGUISED_CAPS = new Set(['us', 'who', 'it']);

/** Pronouns after which "'s" is a verb. */
const CONTRACTS = new Set(['he', 'she', 'it', 'that', 'who', 'there', 'what', 'here', 'where']);

const LY = /ly$/;

function flagsOf(token: Token, known: WordInfo | undefined): number {
  if (token.shape === 'punct' || token.shape === 'symbol') return markFlags(token.text) | (known?.flags ?? 0);
  let flags = known?.flags ?? 0;
  if (token.shape === 'number') flags |= Flag.num;
  if (flags === 0 && token.shape !== 'caps') {
    if (token.lower === "'s" || token.lower === "'") flags = Flag.genitive;
    else if (token.shape === 'lower' && LY.test(token.lower) && !NOT_ADVERB.has(token.lower)) flags = Flag.adv;
  }
  if (token.shape === 'title' && (flags & Flag.time) === 0 && (token.text === 'March' || token.text === 'May')) flags |= Flag.time;
  return flags;
}

/** A lone apostrophe outside any quotation closes a plural possessor. */
function isApostrophe(text: string | undefined): boolean {
  return text === "'" || text === '’';
}

const MARKS: ReadonlyMap<string, number> = new Map<string, number>([
  [',', Flag.comma], [':', Flag.colon], [';', Flag.semi], ['—', Flag.dash], ['–', Flag.dash], ['―', Flag.dash], ['--', Flag.dash], ['-', Flag.dash],
  ['"', Flag.quote], ['“', Flag.quote], ['”', Flag.quote], ['«', Flag.quote], ['»', Flag.quote], ['‘', Flag.quote], ['’', Flag.quote], ["'", Flag.quote],
  ['„', Flag.quote], ['``', Flag.quote], ["''", Flag.quote],
  ['.', Flag.stop], ['!', Flag.stop], ['?', Flag.stop], ['…', Flag.stop], ['...', 0],
  ['(', Flag.bracket], [')', Flag.bracket], ['[', 0], [']', 0],
]);

function markFlags(text: string): number {
  return MARKS.get(text) ?? 0;
}

function sentenceOfTokens(block: TokenisedBlock): number[] {
  const result = new Array<number>(block.tokens.length).fill(0);
  block.sentences.forEach((s, index) => result.fill(index, s.firstToken, s.lastToken));
  return result;
}

/** Quotations inside quotations keep the outer one. */
function quotationOfTokens(block: TokenisedBlock): number[] {
  const result = new Array<number>(block.tokens.length).fill(-1);
  let q = 0;
  for (let i = 0; i < block.tokens.length; i++) {
    const token = block.tokens[i];
    if (token === undefined) continue;
    for (let quotation = block.quotations[q]; quotation !== undefined && quotation.end <= token.start; quotation = block.quotations[q]) q++;
    const quotation = block.quotations[q];
    if (quotation !== undefined && quotation.start <= token.start && token.end <= quotation.end) result[i] = q;
  }
  return result;
}

/** The span over each token, for ordered spans. */
function coverage<T extends Span>(tokens: readonly Token[], spans: readonly T[]): (T | undefined)[] {
  const result = new Array<T | undefined>(tokens.length).fill(undefined);
  const ordered = isOrdered(spans) ? spans : [...spans].sort((a, b) => a.start - b.start);
  let i = 0;
  for (const s of ordered) {
    for (let token = tokens[i]; token !== undefined && token.end <= s.start; token = tokens[i]) i++;
    for (let k = i; k < tokens.length; k++) {
      const token = tokens[k];
      if (token === undefined || token.start >= s.end) break;
      result[k] = s;
    }
  }
  return result;
}

function isOrdered(spans: readonly Span[]): boolean {
  for (let i = 1; i < spans.length; i++) if ((spans[i - 1]?.start ?? 0) > (spans[i]?.start ?? 0)) return false;
  return true;
}

/* ---------- what finders ask of a token ---------- */

export function has(context: Context, i: number, flag: number): boolean {
  return ((context.flags[i] ?? 0) & flag) !== 0;
}

export function lower(context: Context, i: number): string {
  return context.tokens[i]?.lower ?? '';
}

export const MARK = Flag.comma | Flag.colon | Flag.semi | Flag.dash | Flag.quote | Flag.stop | Flag.bracket;
/** Words that no noun phrase holds inside. */
export const AUXILIARY = Flag.be | Flag.have | Flag.do | Flag.modal;

export function isMark(context: Context, i: number): boolean {
  return has(context, i, MARK);
}

export function isTime(context: Context, i: number): boolean {
  return context.dated[i] === true || has(context, i, Flag.time);
}

/** A word with a capital that is not just the first of its sentence, or part of a known name. */
export function isNameLike(context: Context, i: number): boolean {
  const token = context.tokens[i];
  if (token === undefined) return false;
  if (has(context, i, Flag.name)) return true;
  if (token.shape !== 'title' && token.shape !== 'caps' && token.shape !== 'mixed') return false;
  return (context.flags[i] ?? 0) === 0;
}

/** Looks like a content word that can head a noun phrase. */
export function isNounLike(context: Context, i: number): boolean {
  const token = context.tokens[i];
  if (token === undefined || token.shape === 'punct' || token.shape === 'symbol') return false;
  return ((context.flags[i] ?? 0) & ~(Flag.name | Flag.time | Flag.num | Flag.plural)) === 0;
}

/** No claim reaches further than this many tokens from its cue, so that the work on a line without end stays linear. */
const REACH = 300;

/** The stretch that a cue at `i` may reach: its sentence, within the quotation around it. */
export function regionOf(context: Context, i: number): TokenRange {
  const sentence = context.block.sentences[context.sentence[i] ?? 0];
  let first = sentence?.firstToken ?? 0;
  let end = sentence?.lastToken ?? context.tokens.length;
  if (i - first > REACH) first = i - REACH;
  if (end - i > REACH) end = i + REACH;
  const q = context.quotation[i] ?? -1;
  if (q < 0) return { first, end };
  const inner = context.block.quotations[q]?.inner;
  if (inner === undefined) return { first, end };
  first = Math.min(i, Math.max(first, firstTokenAt(context, inner.start)));
  end = Math.max(i + 1, Math.min(end, firstTokenAt(context, inner.end)));
  return { first, end };
}

/** Offsets from the first token to the last. */
export function spanOf(context: Context, first: number, end: number): Span {
  return { start: context.tokens[first]?.start ?? 0, end: context.tokens[end - 1]?.end ?? 0 };
}

/** Index of the first token after the quotation. */
export function tokenAfterQuotation(context: Context, q: number): number {
  return firstTokenAt(context, context.block.quotations[q]?.end ?? 0);
}

/** Index of the first token that starts at or after the offset. */
export function firstTokenAt(context: Context, offset: number): number {
  let low = 0;
  let high = context.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((context.tokens[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
