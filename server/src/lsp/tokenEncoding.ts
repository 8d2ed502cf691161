/**
 * Semantic tokens in LSP's form: five numbers a token (lines down, characters on, length, type, modifiers), each relative
 * to the token before, none over a line's end. Encoded once a block, so that a keystroke encodes one block, and of the others only
 * looks whether they stand where they stood.
 */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import { entityTokens } from '../ide/index.js';

const FIELDS = 5;

/** A block by itself: the first token counts from the block's start. */
export interface EncodedBlock {
  readonly shown: ReadonlySet<EntityType>;
  readonly data: Uint32Array;
  /** How many numbers, and the first two of them: read of every block at each keystroke. */
  readonly length: number;
  readonly down: number;
  readonly character: number;
  /** Line (counted from the block's) and character (from that line's start in the block) of the last token. */
  readonly lastTokenLine: number;
  readonly lastTokenCharacter: number;
}

const encodedBlocks = new WeakMap<ArticleBlock['mentions'], EncodedBlock>();

/** What an article's blocks give, one after the other: two versions are compared by it, block by block, without writing out the numbers. */
export interface Layout {
  readonly shown: ReadonlySet<EntityType>;
  /** What each part was made of. */
  readonly mentions: readonly ArticleBlock['mentions'][];
  readonly parts: readonly EncodedBlock[];
  /** Two numbers a block: how many lines down and characters on its first token stands from the token before it. */
  readonly firsts: Int32Array;
}

/** A place in the numbers, and what is to stand there. */
export interface TokenEdit {
  readonly start: number;
  readonly deleteCount: number;
  readonly data: number[];
}

/**
 * All blocks, or those that `within` touches. `shown` must be the same object as long as it means the same. `lineStarts` are those of
 * the article's text. Parts are taken from the layout `before` where they are in it.
 */
export function layOut(article: Article, shown: ReadonlySet<EntityType>, lineStarts: readonly number[], within?: Span, before?: Layout): Layout {
  const blocks = within === undefined ? article.blocks : blocksIn(article.blocks, within);
  const known = before?.shown === shown ? before : undefined;
  const mentions: ArticleBlock['mentions'][] = [];
  const parts: EncodedBlock[] = [];
  const firsts = new Int32Array(2 * blocks.length);
  let line = 0;
  let tokenLine = 0;
  let tokenCharacter = 0;
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block === undefined) continue;
    const part = knownPart(known, block.mentions, i, blocks.length) ?? encodedBlock(article.written, block, shown);
    mentions.push(block.mentions);
    parts.push(part);
    if (part.length === 0) continue;
    while ((lineStarts[line + 1] ?? Infinity) <= block.start) line++;
    const column = block.start - (lineStarts[line] ?? 0);
    const { down } = part;
    const character = part.character + (down === 0 ? column : 0);
    firsts[2 * i] = line + down - tokenLine;
    firsts[2 * i + 1] = line + down === tokenLine ? character - tokenCharacter : character;
    tokenLine = line + part.lastTokenLine;
    tokenCharacter = part.lastTokenCharacter + (part.lastTokenLine === 0 ? column : 0);
  }
  return { shown, mentions, parts, firsts };
}

/** The part of the block in the same place, counted from the front or from the back: after an edit in one paragraph that is where all others stand. */
function knownPart(before: Layout | undefined, mentions: ArticleBlock['mentions'], i: number, count: number): EncodedBlock | undefined {
  if (before === undefined) return undefined;
  if (before.mentions[i] === mentions) return before.parts[i];
  const fromBack = i - count + before.parts.length;
  return before.mentions[fromBack] === mentions ? before.parts[fromBack] : undefined;
}

function blocksIn(blocks: readonly ArticleBlock[], within: Span): readonly ArticleBlock[] {
  return blocks.slice(Math.max(0, blockIndexAt(blocks, within.start)), Math.max(0, blockIndexAt(blocks, within.end - 1) + 1));
}

/** The numbers of some blocks, as they stand among those of all. */
export function numbersOf({ parts, firsts }: Layout, from = 0, to = parts.length): number[] {
  const numbers: number[] = [];
  for (let i = from; i < to; i++) {
    const data = parts[i]?.data ?? NO_NUMBERS;
    if (data.length === 0) continue;
    numbers.push(firsts[2 * i] ?? 0, firsts[2 * i + 1] ?? 0);
    for (let k = 2; k < data.length; k++) numbers.push(data[k] ?? 0);
  }
  return numbers;
}

const NO_NUMBERS = new Uint32Array();

/** The one run of numbers in which two versions differ; undefined if they do not. Work: two numbers a block, and the blocks that differ. */
export function difference(before: Layout, after: Layout): TokenEdit | undefined {
  const limit = Math.min(before.parts.length, after.parts.length);
  let front = 0;
  let start = 0;
  for (; front < limit && isSame(before, front, after, front); front++) start += after.parts[front]?.length ?? 0;
  let back = 0;
  while (back < limit - front && isSame(before, before.parts.length - 1 - back, after, after.parts.length - 1 - back)) back++;
  const edit = trimmed(numbersOf(before, front, before.parts.length - back), numbersOf(after, front, after.parts.length - back));
  return edit === undefined ? undefined : { ...edit, start: start + edit.start };
}

function isSame(a: Layout, i: number, b: Layout, k: number): boolean {
  return a.parts[i] === b.parts[k] && a.firsts[2 * i] === b.firsts[2 * k] && a.firsts[2 * i + 1] === b.firsts[2 * k + 1];
}

/** Without what is the same at both ends; cut at whole tokens. */
function trimmed(before: readonly number[], after: readonly number[]): TokenEdit | undefined {
  const limit = Math.min(before.length, after.length);
  let front = 0;
  while (front < limit && before[front] === after[front]) front++;
  if (front === limit && before.length === after.length) return undefined;
  front -= front % FIELDS;
  let back = 0;
  while (back < limit - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  back -= back % FIELDS;
  return { start: front, deleteCount: before.length - front - back, data: after.slice(front, after.length - back) };
}

function encodedBlock(text: Text, block: ArticleBlock, shown: ReadonlySet<EntityType>): EncodedBlock {
  const known = encodedBlocks.get(block.mentions);
  if (known !== undefined && known.shown === shown) return known;
  const made = encodeBlock(text.slice(block.start, block.end), block, shown);
  encodedBlocks.set(block.mentions, made);
  return made;
}

function encodeBlock(text: string, block: ArticleBlock, shown: ReadonlySet<EntityType>): EncodedBlock {
  const data: number[] = [];
  let line = 0;
  let lineStart = 0;
  let at = 0;
  let tokenLine = 0;
  let tokenCharacter = 0;
  const walkTo = (offset: number): void => {
    for (; at < offset; at++) {
      if (!endsLine(text, at)) continue;
      line++;
      lineStart = at + 1;
    }
  };
  for (const token of entityTokens(block, shown)) {
    // A name in hard-wrapped text may run over a line's end, a token may not.
    for (const piece of piecesOf(text, token.start, token.start + token.length)) {
      walkTo(piece.start);
      const character = piece.start - lineStart;
      data.push(line - tokenLine, line === tokenLine ? character - tokenCharacter : character, piece.end - piece.start, token.type, token.modifiers);
      tokenLine = line;
      tokenCharacter = character;
    }
  }
  return { shown, data: Uint32Array.from(data), length: data.length, down: data[0] ?? 0, character: data[1] ?? 0, lastTokenLine: tokenLine, lastTokenCharacter: tokenCharacter };
}

/** LF, CRLF and a lone CR end a line, as in LSP; of CRLF the LF is the one that counts. */
function endsLine(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10);
}

/** The span without line ends, cut at them. */
function piecesOf(text: string, start: number, end: number): Span[] {
  const pieces: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i++) {
    const code = text.charCodeAt(i);
    if (i < end && code !== 10 && code !== 13) continue;
    if (i > from) pieces.push({ start: from, end: i });
    from = i + 1;
  }
  return pieces;
}
