/** Cuts a whole text into raw paragraphs. Runs on all of it at each keystroke, so it only looks for line ends. */
import { indexAt } from '../../base/span.js';
import type { Span } from '../../base/span.js';
import type { Text } from '../../base/text.js';
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

/** The one paragraph that an edit has changed: which it is, and where it lies now. Those behind it have only moved. */
export interface TypedIn {
  readonly index: number;
  readonly paragraph: Span;
}

/**
 * What `splitRaw` would give again after an edit inside one line: `[start, oldEnd)` of `before`, whose paragraphs are `raw`, is
 * `[start, newEnd)` of `after`. Undefined where the edit may have moved the bounds of other paragraphs. Reads one paragraph.
 */
export function typedIn(raw: readonly Span[], before: Text, after: Text, edit: { readonly start: number; readonly oldEnd: number; readonly newEnd: number }): TypedIn | undefined {
  const { start, oldEnd, newEnd } = edit;
  if (oldEnd > before.length || hasLineEnd(before, start, oldEnd) || hasLineEnd(after, start, newEnd) || after.indexOf('\n') < 0) return undefined;
  const lineStart = start === 0 ? 0 : after.lastIndexOf('\n', start - 1) + 1;
  const newline = after.indexOf('\n', newEnd);
  const lineEnd = newline < 0 ? after.length : newline;
  const delta = newEnd - oldEnd;
  const was = trim(before, lineStart, lineEnd - delta);
  const is = trim(after, lineStart, lineEnd);
  if (was === null || is === null) return undefined;
  const index = indexAt(raw, was.start);
  const paragraph = raw[index];
  if (paragraph === undefined || paragraph.end < was.end) return undefined;
  const isLine = paragraph.start === was.start && paragraph.end === was.end;
  // A line beside others makes them paragraphs of their own when it grows too long, and alone in its text it may be one of many.
  const holds = isLine ? isApart(before, raw[index - 1], paragraph) && isApart(before, paragraph, raw[index + 1]) : raw.length > 1 && is.end - is.start <= LONGEST_WRAPPED_LINE;
  if (!holds) return undefined;
  return { index, paragraph: { start: paragraph.start === was.start ? is.start : paragraph.start, end: paragraph.end === was.end ? is.end : paragraph.end + delta } };
}

/** A blank line lies between the two, or one of them is not there. */
function isApart(text: Text, first: Span | undefined, second: Span | undefined): boolean {
  if (first === undefined || second === undefined) return true;
  const blank = text.indexOf('\n', text.indexOf('\n', first.end) + 1);
  return blank >= 0 && blank < second.start;
}

function hasLineEnd(text: Text, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13) return true;
  return false;
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

function trim(text: Text, from: number, to: number): Span | null {
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
