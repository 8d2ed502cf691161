/**
 * The text that files count on: the document without a leading byte order mark, each CRLF and lone CR as one LF. Nothing else is
 * changed. Three ways of counting meet here: offsets of the document (UTF-16, what the editor counts), offsets of the canonical
 * text (UTF-16), and code points of the canonical text (what the sidecar counts).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { countBelow } from '../base/ascending.js';
import type { Span } from '../base/span.js';

const BOM = 0xfeff;

/** An offset lies between the two halves of a character outside the basic plane: whoever gave it counts otherwise than we do. */
export class SplitSurrogate extends Error {
  constructor(readonly offset: number) {
    super(`split-surrogate: offset ${offset} lies inside a character`);
    this.name = 'SplitSurrogate';
  }
}

export class CanonicalText {
  readonly text: string;
  /** Number of code points; a lone surrogate counts as one. */
  readonly length: number;
  /** Offsets in the document of the code units that the canonical text leaves out: the mark, and the CR of each CRLF. */
  private readonly removed: readonly number[];
  /** Offsets in the canonical text of the second halves of surrogate pairs. */
  private readonly lows: readonly number[];
  private digest: string | undefined;

  constructor(readonly document: string) {
    this.removed = removedFrom(document);
    this.text = this.removed.length === 0 && !document.includes('\r') ? document : (document.charCodeAt(0) === BOM ? document.slice(1) : document).replace(/\r\n?/g, '\n');
    this.lows = lowSurrogates(this.text);
    this.length = this.text.length - this.lows.length;
  }

  /** SHA-256 of the text as UTF-8, in hexadecimal. */
  get sha256(): string {
    this.digest ??= bytesToHex(sha256(new TextEncoder().encode(this.text)));
    return this.digest;
  }

  /** Document offset → offset of the canonical text. One between CR and LF is that of the LF. */
  fromDocument(offset: number): number {
    return offset - countBelow(this.removed, offset);
  }

  /** Offset of the canonical text → document offset; before the CR where one was left out. */
  toDocument(offset: number): number {
    // The k-th code unit left out stood before canonical offset removed[k] − k.
    let low = 0;
    let high = this.removed.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.removed[middle] ?? Infinity) - middle < offset) low = middle + 1;
      else high = middle;
    }
    return offset + low + (offset + low === 0 && this.document.charCodeAt(0) === BOM ? 1 : 0);
  }

  /** Offset of the canonical text → code points before it. Throws {@link SplitSurrogate}. */
  toCodePoint(offset: number): number {
    if (this.splits(offset)) throw new SplitSurrogate(offset);
    return offset - countBelow(this.lows, offset);
  }

  /** Code points → offset of the canonical text; `undefined` outside it. */
  fromCodePoint(codePoint: number): number | undefined {
    if (!Number.isInteger(codePoint) || codePoint < 0 || codePoint > this.length) return undefined;
    // The k-th pair ends after code point lows[k] − k.
    let low = 0;
    let high = this.lows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.lows[middle] ?? Infinity) - middle <= codePoint) low = middle + 1;
      else high = middle;
    }
    return codePoint + low;
  }

  /** Whether an offset of the canonical text lies inside a surrogate pair. */
  splits(offset: number): boolean {
    return this.lows[countBelow(this.lows, offset)] === offset;
  }

  /** A span of the canonical text as one of the document. */
  spanToDocument({ start, end }: Span): Span {
    return { start: this.toDocument(start), end: this.toDocument(end) };
  }
}

function removedFrom(document: string): number[] {
  const removed = document.charCodeAt(0) === BOM ? [0] : [];
  for (let at = document.indexOf('\r\n'); at >= 0; at = document.indexOf('\r\n', at + 2)) removed.push(at);
  return removed;
}

function lowSurrogates(text: string): number[] {
  const lows: number[] = [];
  for (let i = 1; i < text.length; i++) {
    if ((text.charCodeAt(i) & 0xfc00) === 0xdc00 && (text.charCodeAt(i - 1) & 0xfc00) === 0xd800) lows.push(i);
  }
  return lows;
}
