/**
 * Semantic tokens in LSP's form: five numbers a token (lines down, characters on, length, type, modifiers), each relative
 * to the token before, none over a line's end. Encoded once a block and copied, so that a keystroke encodes one block.
 */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import { entityTokens } from '../ide/index.js';

const FIELDS = 5;

/** A block by itself: the first token counts from the block's start. */
interface EncodedBlock {
  readonly shown: ReadonlySet<EntityType>;
  readonly data: Uint32Array;
  /** Line ends in the block, and where its last line starts (0 if it has one line only: the block's own start). */
  readonly lines: number;
  readonly lastLineStart: number;
  /** Line (counted from the block's) and character (from that line's start in the block) of the last token. */
  readonly lastTokenLine: number;
  readonly lastTokenCharacter: number;
}

const encodedBlocks = new WeakMap<ArticleBlock['mentions'], EncodedBlock>();

/** All tokens, or those of the blocks that `within` touches. `shown` must be the same object as long as it means the same. */
export function encodeTokens(article: Article, shown: ReadonlySet<EntityType>, within?: Span): Uint32Array {
  const first = within === undefined ? 0 : Math.max(0, blockIndexAt(article.blocks, within.start));
  const parts: EncodedBlock[] = [];
  let size = 0;
  for (let i = 0; i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined || (within !== undefined && block.start >= within.end)) break;
    const part = encodedBlock(article.written, block, shown);
    parts.push(part);
    if (i >= first) size += part.data.length;
  }
  return joinBlocks(article, parts, first, size);
}

function joinBlocks(article: Article, parts: readonly EncodedBlock[], first: number, size: number): Uint32Array {
  const all = new Uint32Array(size);
  let at = 0;
  let line = 0;
  let lineStart = 0;
  let end = 0;
  let tokenLine = 0;
  let tokenCharacter = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    const block = article.blocks[i];
    if (part === undefined || block === undefined) break;
    for (let k = end; k < block.start; k++) {
      if (!endsLine(article.written, k)) continue;
      line++;
      lineStart = k + 1;
    }
    if (i >= first && part.data.length > 0) {
      all.set(part.data, at);
      const down = part.data[0] ?? 0;
      const character = (part.data[1] ?? 0) + (down === 0 ? block.start - lineStart : 0);
      all[at] = line + down - tokenLine;
      all[at + 1] = line + down === tokenLine ? character - tokenCharacter : character;
      at += part.data.length;
      tokenLine = line + part.lastTokenLine;
      tokenCharacter = part.lastTokenCharacter + (part.lastTokenLine === 0 ? block.start - lineStart : 0);
    }
    if (part.lines > 0) {
      line += part.lines;
      lineStart = block.start + part.lastLineStart;
    }
    end = block.end;
  }
  return all;
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
  walkTo(text.length);
  return { shown, data: Uint32Array.from(data), lines: line, lastLineStart: lineStart, lastTokenLine: tokenLine, lastTokenCharacter: tokenCharacter };
}

/** LF, CRLF and a lone CR end a line, as in LSP; of CRLF the LF is the one that counts. */
function endsLine(text: Text, offset: number): boolean {
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

/** The one run of numbers in which two encodings differ; undefined if they do not. Cut at whole tokens. */
export function difference(before: Uint32Array, after: Uint32Array): { start: number; deleteCount: number; data: number[] } | undefined {
  const limit = Math.min(before.length, after.length);
  let front = 0;
  while (front < limit && before[front] === after[front]) front++;
  if (front === limit && before.length === after.length) return undefined;
  front -= front % FIELDS;
  let back = 0;
  while (back < limit - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  back -= back % FIELDS;
  return { start: front, deleteCount: before.length - front - back, data: Array.from(after.subarray(front, after.length - back)) };
}
