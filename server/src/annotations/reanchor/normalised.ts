/** A text for comparing only: typography does not count, letters do. With the way back. */
import { countBelow } from '../../base/ascending.js';
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

/**
 * The text as it compares, and where each of its code units stands in the original: of white space, its first and last. The two lists must
 * have room for all of the original; what lies in them behind the length means nothing.
 */
function comparableText(original: string, starts: Int32Array, ends: Int32Array): { readonly text: string; readonly length: number } {
  const parts: string[] = [];
  let copied = 0;
  let length = 0;
  let i = 0;
  const put = (from: number, to: number, words: string): void => {
    parts.push(original.slice(copied, from), words);
    copied = to;
  };
  while (i < original.length) {
    const from = i;
    const raw = original.charCodeAt(i++);
    const code = comparable(raw);
    let end = i;
    if (code === SPACE) {
      let lineFeeds = raw === LINE_FEED ? 1 : 0;
      for (; i < original.length; i++) {
        const next = original.charCodeAt(i);
        const as = comparable(next);
        if (as !== SPACE && as !== 0) break;
        if (as === SPACE) end = i + 1;
        if (next === LINE_FEED) lineFeeds++;
      }
      if (raw !== SPACE || i > from + 1) put(from, i, lineFeeds > 1 ? PARAGRAPH : ' ');
    } else if (code !== raw) put(from, i, code === 0 ? '' : String.fromCharCode(code));
    if (code === 0) continue;
    starts[length] = from;
    ends[length] = end;
    length++;
  }
  if (parts.length === 0) return { text: original, length };
  parts.push(original.slice(copied));
  return { text: parts.join(''), length };
}

export class Normalised {
  readonly text: string;
  private readonly starts: Int32Array;
  private readonly ends: Int32Array;

  constructor(private readonly original: string) {
    const starts = new Int32Array(original.length);
    const ends = new Int32Array(original.length);
    const { text, length } = comparableText(original, starts, ends);
    this.text = text;
    this.starts = starts.subarray(0, length);
    this.ends = ends.subarray(0, length);
  }

  /** A span here as one of the original, which never cuts a character in half. */
  toOriginal({ start, end }: Span): Span {
    const from = this.starts[start] ?? this.original.length;
    const to = end > start ? this.ends[end - 1] ?? this.original.length : from;
    return { start: isInside(this.original, from) ? from - 1 : from, end: isInside(this.original, to) ? to + 1 : to };
  }

  /** How many code units here stand before an offset of the original. */
  fromOriginal(offset: number): number {
    return countBelow(this.starts, offset);
  }
}

function isInside(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** Thousands of short texts are made comparable one after the other: they share the room for it. */
let room = { starts: new Int32Array(1024), ends: new Int32Array(1024) };

/** A text in parts, made comparable as one, so that white space over a border is one space. Gives the parts. */
export function normalisedParts(before: string, words: string, after: string): readonly [before: string, words: string, after: string] {
  const original = before + words + after;
  if (original.length > room.starts.length) room = { starts: new Int32Array(2 * original.length), ends: new Int32Array(2 * original.length) };
  const { text, length } = comparableText(original, room.starts, room.ends);
  const from = countBelow(room.starts, before.length, length);
  const to = countBelow(room.starts, before.length + words.length, length);
  return [text.slice(0, from), text.slice(from, to), text.slice(to)];
}
