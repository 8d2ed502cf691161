/** Cuts a block's tokens into sentences. Linear in the tokens. */
import type { Quotation, Sentence, Token } from '../types.js';
import { abbreviationKind, isStarter } from './abbreviations.js';

const ENDERS: ReadonlySet<string> = new Set(['.', '?', '!', '…', '...', '....', '。', '？', '！', '؟', '।', '۔', '‽']);
const CLOSERS: ReadonlySet<string> = new Set([')', ']', '}', '”', '’', '»', "''", '›']);
const OPENERS: ReadonlySet<string> = new Set(['“', '‘', '„', '«', '(', '[', '"', "'", '``', '—', '–', '--', '-', '•', '*', '¿', '¡']);

/** Verbs that tie a finished quotation to its speaker: "“Why?” Roe asked." */
const CUES: ReadonlySet<string> = new Set(
  'said says say asked asks added adds wrote writes told tells replied shouted cried called read tweeted posted continued explained noted recalled joked warned insisted exclaimed wondered yelled answered'.split(' '),
);

/**
 * Sentences that partition the tokens. A stop inside a quotation ends one too; closing marks stay with what they close;
 * `,”`, and `?”` or `!”` before a small letter or a speaker with a cue, do not end one.
 */
export function splitSentences(text: string, tokens: readonly Token[], quotations: readonly Quotation[]): Sentence[] {
  const sentences: Sentence[] = [];
  const closing = closingMarks(text, quotations);
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || !mayEnd(token)) continue;
    const last = withClosers(tokens, i, closing);
    if (last < tokens.length - 1 && !isBoundary(tokens, first, i, last)) continue;
    push(sentences, tokens, first, last + 1);
    first = last + 1;
    i = last;
  }
  if (first < tokens.length) push(sentences, tokens, first, tokens.length);
  return sentences;
}

function push(sentences: Sentence[], tokens: readonly Token[], firstToken: number, lastToken: number): void {
  const from = tokens[firstToken];
  const to = tokens[lastToken - 1];
  if (from !== undefined && to !== undefined) sentences.push({ start: from.start, end: to.end, firstToken, lastToken });
}

/** Offsets of straight marks that close a quotation; curly ones tell by themselves. */
function closingMarks(text: string, quotations: readonly Quotation[]): ReadonlySet<number> {
  const marks = new Set<number>();
  for (const q of quotations) if (!q.open && !CLOSERS.has(text.slice(q.inner.end, q.end))) marks.add(q.inner.end);
  return marks;
}

function mayEnd(token: Token): boolean {
  if (token.shape === 'punct' || token.shape === 'symbol') return ENDERS.has(token.text);
  return token.text.length > 1 && token.text.charCodeAt(token.text.length - 1) === 0x2e;
}

/** The last of the end marks, brackets and quotation marks that are written right after the stop. */
function withClosers(tokens: readonly Token[], at: number, closing: ReadonlySet<number>): number {
  let last = at;
  for (let next = tokens[last + 1]; next !== undefined; next = tokens[last + 1]) {
    const closes = closing.has(next.start) || (!next.spaceBefore && (CLOSERS.has(next.text) || ENDERS.has(next.text) || isLooseCloser(tokens, last + 1)));
    if (closes) last++;
    else if (isFootnote(tokens, last + 1)) last += 3;
    else break;
  }
  return last;
}

/** A straight mark that closes what an earlier paragraph opened: written onto the stop, with white space behind it. */
function isLooseCloser(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at]?.text;
  return (mark === '"' || mark === "'") && tokens[at + 1]?.spaceBefore !== false;
}

/** "[12]" behind a stop belongs to the sentence before it. */
function isFootnote(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === '[' && tokens[at + 1]?.shape === 'number' && tokens[at + 2]?.text === ']';
}

function isBoundary(tokens: readonly Token[], first: number, stop: number, last: number): boolean {
  const ender = tokens[stop];
  const after = tokens[last + 1];
  if (ender === undefined || after === undefined) return true;
  const next = firstWord(tokens, last + 1) ?? after;
  if (next.shape === 'lower' && !isCjkStop(ender.text)) return false;
  if (ender.shape !== 'punct' && ender.shape !== 'symbol') return abbreviationEnds(ender, next) || (isQuoteMark(tokens[stop + 1]) && next.shape === 'title' && after.spaceBefore);
  if (!after.spaceBefore && !startsFresh(after, next, ender)) return false;
  if (isListNumber(tokens, first, stop)) return false;
  if (after.shape === 'punct' && !OPENERS.has(after.text)) return false;
  return last === stop || ender.text === '.' || !isSpeaker(tokens, last + 1);
}

function isQuoteMark(token: Token | undefined): boolean {
  return token !== undefined && !token.spaceBefore && (token.text === '”' || token.text === '"' || token.text === '»');
}

/** The first word behind opening marks. */
function firstWord(tokens: readonly Token[], at: number): Token | undefined {
  let i = at;
  while (i < at + 4 && OPENERS.has(tokens[i]?.text ?? '')) i++;
  return tokens[i];
}

/** "end.The next": the space is missing, a capital word or an opening mark starts the next sentence. */
function startsFresh(after: Token, next: Token, ender: Token): boolean {
  return isCjkStop(ender.text) || after.text === '“' || (after.shape === 'title' && next.text.length > 1);
}

function isCjkStop(mark: string): boolean {
  return mark === '。' || mark === '？' || mark === '！';
}

function abbreviationEnds(abbreviation: Token, next: Token): boolean {
  if (next.shape !== 'title' || !isStarter(next.lower)) return false;
  const bare = abbreviation.text.slice(0, -1);
  if (bare.length === 1) return next.text.length > 2;
  return bare.includes('.') || abbreviationKind(bare, false) === 'may-end';
}

/** "1." or "b." at the start of a sentence counts items. */
function isListNumber(tokens: readonly Token[], first: number, stop: number): boolean {
  if (stop !== first + 1) return false;
  const item = tokens[first];
  return item !== undefined && item.shape === 'number' && item.text.length <= 2;
}

/** A name of at most five words, then a cue. */
function isSpeaker(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 6; i++) {
    const token = tokens[i];
    if (token === undefined) return false;
    if (i > at && CUES.has(token.lower)) return true;
    if (token.shape !== 'title' && token.shape !== 'caps' && token.shape !== 'mixed') return false;
  }
  return false;
}
