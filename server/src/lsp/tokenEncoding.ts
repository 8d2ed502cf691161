/**
 * Semantic tokens in LSP's form: five numbers a token (lines down, characters on, length, type, modifiers), each relative
 * to the token before, none over a line's end. Encoded once a block, so that a keystroke encodes one block, and of the others only
 * looks whether they stand where they stood.
 */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import type { Change } from '../analysis/edits.js';
import type { SameEnds, Version } from '../analysis/history.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import { lastFrom } from '../base/text.js';
import { entityTokens } from '../ide/index.js';

const FIELDS = 5;

/** A block by itself: the first token counts from the block's start. */
export interface EncodedBlock {
  /** What it was made of. */
  readonly mentions: ArticleBlock['mentions'];
  readonly shown: ReadonlySet<EntityType>;
  readonly data: Uint32Array;
  /** How many numbers, and the first two of them. */
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
  readonly version: Version;
  readonly shown: ReadonlySet<EntityType>;
  readonly parts: readonly EncodedBlock[];
  /** Where each block begins. */
  readonly starts: Int32Array;
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
 * the article's text.
 */
export function layOut(article: Article, shown: ReadonlySet<EntityType>, lineStarts: readonly number[], within?: Span): Layout {
  const blocks = within === undefined ? article.blocks : blocksIn(article.blocks, within);
  const layout = emptyLayout(article.version, shown, blocks.length);
  const last = new LastToken(lineStarts);
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i];
    if (block !== undefined) put(layout, i, encodedBlock(article.written, block, shown), block.start, last);
  }
  return layout;
}

/**
 * What `layOut` would give for the next version of a text whose layout was `before`: only in `change` do the texts differ, nowhere without
 * one. Tells, too, how many blocks at both ends have the same numbers. Work: the blocks around the change, where the article knows that the
 * others are what they were; else a glance at each.
 */
export function layOutAgain(before: Layout, article: Article, lineStarts: readonly number[], change: Change | undefined): Layout & SameEnds {
  const { blocks } = article;
  const delta = change === undefined ? 0 : change.newEnd - change.oldEnd;
  const { front, back } = unchangedEnds(before, article, lineStarts, change);
  const layout = { ...emptyLayout(article.version, before.shown, blocks.length, before.parts.slice(0, front)), front, back };
  layout.starts.set(before.starts.subarray(0, front));
  layout.firsts.set(before.firsts.subarray(0, 2 * front));
  const behind = blocks.length - back;
  const last = new LastToken(lineStarts);
  last.find(layout, front - 1);
  for (let i = front; i < behind; i++) {
    const block = blocks[i];
    if (block !== undefined) put(layout, i, encodedBlock(article.written, block, before.shown), block.start, last);
  }
  const shift = before.parts.length - blocks.length;
  for (let i = behind; i < blocks.length; i++) {
    const part = before.parts[i + shift];
    if (part !== undefined) layout.parts.push(part);
    layout.starts[i] = (before.starts[i + shift] ?? 0) + delta;
  }
  layout.firsts.set(before.firsts.subarray(2 * (behind + shift)), 2 * behind);
  // The first token behind counts from the last one before it, which may be another.
  for (let i = behind; i < blocks.length; i++) {
    const part = layout.parts[i];
    if (part === undefined || part.length === 0) continue;
    last.place(layout, i, part, layout.starts[i] ?? 0);
    return { ...layout, back: blocks.length - i - 1 };
  }
  return layout;
}

function unchangedEnds(before: Layout, article: Article, lineStarts: readonly number[], change: Change | undefined): SameEnds {
  const { blocks } = article;
  const limit = Math.min(blocks.length, before.parts.length);
  const delta = change === undefined ? 0 : change.newEnd - change.oldEnd;
  const changedFrom = change?.start ?? Infinity;
  // From the first line that begins behind the edit on, all stands in the columns where it stood.
  const movedFrom = change === undefined ? 0 : (lineStarts[lastFrom(lineStarts, change.newEnd) + 1] ?? Infinity);
  const same = article.sameSince(before.version);
  let front = Math.min(limit, same.front);
  while (front > 0 && (blocks[front - 1]?.end ?? 0) > changedFrom) front--;
  for (; front < limit; front++) {
    const block = blocks[front];
    if (block === undefined || block.mentions !== before.parts[front]?.mentions || block.start !== before.starts[front] || block.end > changedFrom) break;
  }
  let back = Math.min(limit - front, same.back);
  while (back > 0 && (blocks[blocks.length - back]?.start ?? 0) < movedFrom) back--;
  for (; back < limit - front; back++) {
    const was = before.parts.length - 1 - back;
    const block = blocks[blocks.length - 1 - back];
    if (block === undefined || block.mentions !== before.parts[was]?.mentions || block.start !== (before.starts[was] ?? 0) + delta || block.start < movedFrom) break;
  }
  return { front, back };
}

interface Growing extends Layout {
  readonly parts: EncodedBlock[];
}

function emptyLayout(version: Version, shown: ReadonlySet<EntityType>, count: number, parts: EncodedBlock[] = []): Growing {
  return { version, shown, parts, starts: new Int32Array(count), firsts: new Int32Array(2 * count) };
}

function put(layout: Growing, i: number, part: EncodedBlock, start: number, last: LastToken): void {
  layout.parts.push(part);
  layout.starts[i] = start;
  if (part.length > 0) last.place(layout, i, part, start);
}

/** The last token so far, from which the next one is counted. */
class LastToken {
  private line = 0;
  private tokenLine = 0;
  private tokenCharacter = 0;

  constructor(private readonly lineStarts: readonly number[]) {}

  /** That of the last block with tokens up to this one, all of which are in their places. */
  find({ parts, starts }: Layout, upTo: number): void {
    for (let i = upTo; i >= 0; i--) {
      const part = parts[i];
      if (part === undefined || part.length === 0) continue;
      const start = starts[i] ?? 0;
      this.line = lastFrom(this.lineStarts, start);
      this.pass(part, start - (this.lineStarts[this.line] ?? 0));
      return;
    }
  }

  /** Counts a block's first token, and goes on behind its last; `start` lies behind all that came before. */
  place({ firsts }: Layout, i: number, part: EncodedBlock, start: number): void {
    while ((this.lineStarts[this.line + 1] ?? Infinity) <= start) this.line++;
    const column = start - (this.lineStarts[this.line] ?? 0);
    const { down } = part;
    const character = part.character + (down === 0 ? column : 0);
    firsts[2 * i] = this.line + down - this.tokenLine;
    firsts[2 * i + 1] = this.line + down === this.tokenLine ? character - this.tokenCharacter : character;
    this.pass(part, column);
  }

  private pass(part: EncodedBlock, column: number): void {
    this.tokenLine = this.line + part.lastTokenLine;
    this.tokenCharacter = part.lastTokenCharacter + (part.lastTokenLine === 0 ? column : 0);
  }
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

/** The one run of numbers in which two versions differ; undefined if they do not. Work: a look at each block whose numbers are not known to be the same, and the blocks that differ. */
export function difference(before: Layout, after: Layout, known: SameEnds = { front: 0, back: 0 }): TokenEdit | undefined {
  const limit = Math.min(before.parts.length, after.parts.length);
  let { front, back } = known;
  while (front < limit - back && isSame(before, front, after, front)) front++;
  let start = 0;
  for (let i = 0; i < front; i++) start += after.parts[i]?.length ?? 0;
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
  return { mentions: block.mentions, shown, data: Uint32Array.from(data), length: data.length, down: data[0] ?? 0, character: data[1] ?? 0, lastTokenLine: tokenLine, lastTokenCharacter: tokenCharacter };
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
