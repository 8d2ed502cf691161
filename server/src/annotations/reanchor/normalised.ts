/** A text for comparing only: typography does not count, letters do. With the way back. */
import type { Span } from '../../base/span.js';

const SPACE = 32;
const LINE_FEED = 10;
/** What a run of white space with an empty line in it compares as. */
export const PARAGRAPH = '\n';

/** What a code unit compares as: 0 for nothing, 32 for white space. */
function comparable(code: number): number {
  if (code < 128) return code === SPACE || (code >= 9 && code <= 13) ? SPACE : code;
  switch (code) {
    case 0x2018: case 0x2019: case 0x2bc:
      return 39;
    case 0x201c: case 0x201d:
      return 34;
    case 0xad: case 0x200b: case 0x200c: case 0x200d: case 0x2060: case 0xfeff:
      return 0;
    default:
      if (code >= 0x2010 && code <= 0x2015) return 45;
      return code === 0xa0 || code === 0x1680 || (code >= 0x2000 && code <= 0x200a) || code === 0x2028 || code === 0x2029 || code === 0x202f || code === 0x205f || code === 0x3000 ? SPACE : code;
  }
}

export class Normalised {
  readonly text: string;
  /** Where each code unit stands in the original; of white space, its first. */
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;

  constructor(private readonly original: string) {
    const codes = new Uint16Array(original.length);
    const starts = new Int32Array(original.length);
    const ends = new Int32Array(original.length);
    let length = 0;
    let inSpace = false;
    let afterLineFeed = false;
    for (let i = 0; i < original.length; i++) {
      const code = comparable(original.charCodeAt(i));
      if (code === 0) continue;
      const isLineFeed = original.charCodeAt(i) === LINE_FEED;
      if (code === SPACE && inSpace) {
        ends[length - 1] = i + 1;
        if (isLineFeed && afterLineFeed) codes[length - 1] = LINE_FEED;
        afterLineFeed ||= isLineFeed;
        continue;
      }
      inSpace = code === SPACE;
      afterLineFeed = isLineFeed;
      codes[length] = code;
      starts[length] = i;
      ends[length] = i + 1;
      length++;
    }
    this.starts = starts.subarray(0, length);
    this.ends = ends.subarray(0, length);
    this.text = textOf(codes.subarray(0, length));
  }

  /** A span here as one of the original, which never cuts a character in half. */
  toOriginal({ start, end }: Span): Span {
    const from = this.starts[start] ?? this.original.length;
    const to = end > start ? this.ends[end - 1] ?? this.original.length : from;
    return { start: isInside(this.original, from) ? from - 1 : from, end: isInside(this.original, to) ? to + 1 : to };
  }

  /** How many code units here stand before an offset of the original. */
  fromOriginal(offset: number): number {
    let low = 0;
    let high = this.starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? Infinity) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isInside(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** In pieces: a call with a million arguments is refused. */
function textOf(codes: Uint16Array): string {
  const PIECE = 8192;
  let text = '';
  for (let at = 0; at < codes.length; at += PIECE) text += String.fromCharCode(...codes.subarray(at, at + PIECE));
  return text;
}
