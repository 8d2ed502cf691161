/** Cuts a whole text into raw paragraphs. Runs on all of it at each keystroke, so it only looks for line ends. */
import type { Span } from '../../base/span.js';
import { isSpaceCode } from './characters.js';

/**
 * A chunk with a line longer than this was not hard-wrapped: its line ends are paragraph ends. Wrapping tools stop at 72 to 100;
 * the rest is a margin.
 */
const LONGEST_WRAPPED_LINE = 160;

/** Above this share of lines without an end mark a text without blank lines is hard-wrapped (A0, "Text zones"). */
const UNFINISHED_SHARE = 0.3;

const END_MARKS: ReadonlySet<number> = new Set(['.', '?', '!', ':', '”', '"', '’', ')'].map((c) => c.charCodeAt(0)));

/**
 * Raw paragraphs in order, trimmed, never empty. They end at blank lines; at single line ends only in a text without blank lines
 * that is not hard-wrapped, and in a chunk whose lines are too long to have been wrapped. Linear in the text.
 */
export function splitRaw(text: string): Span[] {
  const separator = text.includes('\n') ? '\n' : '\r';
  const chunks: Span[] = [];
  const lines: Span[] = [];
  let blank = false;
  let at = 0;
  let unfinished = 0;
  while (at <= text.length) {
    const newline = text.indexOf(separator, at);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = trim(text, at, lineEnd);
    if (line === null) {
      if (lines.length > 0) {
        blank = true;
        flush(chunks, lines);
      }
    } else {
      if (!END_MARKS.has(text.charCodeAt(line.end - 1))) unfinished++;
      lines.push(line);
    }
    at = lineEnd + 1;
  }
  const isLast = !blank || chunks.length === 0;
  if (isLast && lines.length > 1 && unfinished < UNFINISHED_SHARE * lines.length) return lines;
  flush(chunks, lines);
  return chunks;
}

/** Moves a chunk's lines to the list: as one paragraph, or as one a line. */
function flush(chunks: Span[], lines: Span[]): void {
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (first === undefined || last === undefined) return;
  if (lines.length > 1 && lines.some((line) => line.end - line.start > LONGEST_WRAPPED_LINE)) {
    for (const line of lines) chunks.push(line);
  } else chunks.push(first === last ? first : { start: first.start, end: last.end });
  lines.length = 0;
}

function trim(text: string, from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (start < end && isSpaceCode(text.charCodeAt(start))) start++;
  if (start === end) return null;
  while (isSpaceCode(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

/** The lines of a paragraph, trimmed, without blank ones. */
export function linesOf(text: string): Span[] {
  const lines: Span[] = [];
  let at = 0;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const lineEnd = newline < 0 ? text.length : newline;
    const line = trim(text, at, lineEnd);
    if (line !== null) lines.push(line);
    at = lineEnd + 1;
  }
  return lines;
}
