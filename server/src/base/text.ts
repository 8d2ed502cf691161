import { detached } from './detached.js';

/**
 * What is read of a text, whether it is one string or kept in pieces. A string is one. Offsets are UTF-16 code units and lie in the text;
 * beyond its end there is nothing, as in a string.
 */
export interface Text {
  readonly length: number;
  slice(start: number, end?: number): string;
  charAt(index: number): string;
  /** NaN outside the text. */
  charCodeAt(index: number): number;
  /** Of one character. */
  indexOf(character: string, from?: number): number;
  /** Of one character. */
  lastIndexOf(character: string, from?: number): number;
  /** All of it as one string. */
  toString(): string;
}

/** Code units of a piece when it is cut. */
const PIECE = 8192;

/**
 * A text that is being edited: it never changes, and gives the next version. An engine's own string is copied whole by the first look at
 * it after each edit (600 kB at 50,000 words, which costs more than reading the paragraph that has changed); here an edit copies the piece
 * that it touches, and the whole is made for those who ask for it.
 */
export class EditedText implements Text {
  private constructor(private readonly pieces: readonly string[], private readonly starts: readonly number[], readonly length: number, private whole: string | null) {}

  static of(text: string): EditedText {
    return new EditedText([text], [0], text.length, text);
  }

  /** `[start, oldEnd)` replaced. */
  edited(start: number, oldEnd: number, inserted: string): EditedText {
    if (this.pieces.length === 1 && this.length > 2 * PIECE) return inPieces(this.pieces[0] ?? '').edited(start, oldEnd, inserted);
    const first = lastFrom(this.starts, start);
    const last = Math.max(first, lastFrom(this.starts, oldEnd));
    const head = (this.pieces[first] ?? '').slice(0, start - (this.starts[first] ?? 0));
    const tail = (this.pieces[last] ?? '').slice(oldEnd - (this.starts[last] ?? 0));
    return EditedText.joining([...this.pieces.slice(0, first), ...cut(head + inserted + tail), ...this.pieces.slice(last + 1)]);
  }

  /** The pieces must be strings of their own, not views into longer ones. */
  static joining(pieces: readonly string[]): EditedText {
    const starts: number[] = [];
    let length = 0;
    for (const piece of pieces) {
      starts.push(length);
      length += piece.length;
    }
    return pieces.length === 0 ? EditedText.of('') : new EditedText(pieces, starts, length, pieces.length === 1 ? pieces[0] ?? '' : null);
  }

  slice(start: number, end: number = this.length): string {
    if (this.whole !== null) return this.whole.slice(start, end);
    const from = start < 0 ? Math.max(0, this.length + start) : start;
    const to = Math.min(this.length, end < 0 ? this.length + end : end);
    if (from >= to) return '';
    let i = lastFrom(this.starts, from);
    let found = '';
    for (; i < this.pieces.length; i++) {
      const at = this.starts[i] ?? 0;
      if (at >= to) break;
      found += (this.pieces[i] ?? '').slice(Math.max(0, from - at), to - at);
    }
    return found;
  }

  charAt(index: number): string {
    const i = lastFrom(this.starts, index);
    return (this.pieces[i] ?? '').charAt(index - (this.starts[i] ?? 0));
  }

  charCodeAt(index: number): number {
    const i = lastFrom(this.starts, index);
    return (this.pieces[i] ?? '').charCodeAt(index - (this.starts[i] ?? 0));
  }

  indexOf(character: string, from = 0): number {
    for (let i = lastFrom(this.starts, from); i < this.pieces.length; i++) {
      const at = this.starts[i] ?? 0;
      const found = (this.pieces[i] ?? '').indexOf(character, from - at);
      if (found >= 0) return at + found;
    }
    return -1;
  }

  lastIndexOf(character: string, from: number = this.length): number {
    for (let i = lastFrom(this.starts, from); i >= 0; i--) {
      const at = this.starts[i] ?? 0;
      const found = (this.pieces[i] ?? '').lastIndexOf(character, from - at);
      if (found >= 0) return at + found;
    }
    return -1;
  }

  toString(): string {
    this.whole ??= this.pieces.join('');
    return this.whole;
  }

}

/** Of what starts at these offsets, in order, the last that starts at or before `offset`; the first for what lies before them all. Logarithmic. */
export function lastFrom(starts: readonly number[], offset: number): number {
  let low = 1;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function inPieces(text: string): EditedText {
  return EditedText.joining(cut(text));
}

/** None for no text; one for a text that has not grown long. */
function cut(text: string): string[] {
  if (text.length === 0) return [];
  if (text.length <= 2 * PIECE) return [detached(text, 0, text.length)];
  const count = Math.ceil(text.length / PIECE);
  const size = Math.ceil(text.length / count);
  return Array.from({ length: count }, (_, i) => detached(text, i * size, Math.min(text.length, (i + 1) * size)));
}
