import type { Text } from './text.js';

/** A half-open range `[start, end)` in UTF-16 code units, as LSP counts. The only offset unit inside the program. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A span with just these two fields, whatever else the argument carried. */
export function span(start: number, end: number): Span {
  return { start, end };
}

export function lengthOf(s: Span): number {
  return s.end - s.start;
}

/** True if the two spans share at least one code unit; empty spans overlap nothing. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True if `inner` lies in `outer`, borders included. */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** True if the offset is in the span; its end belongs to it too, as for a caret after the last letter. */
export function touches(s: Span, offset: number): boolean {
  return s.start <= offset && offset <= s.end;
}

/** The span moved by `delta` code units, all other fields kept. */
export function moved<T extends Span>(s: T, delta: number): T {
  return delta === 0 ? s : { ...s, start: s.start + delta, end: s.end + delta };
}

/** The smallest span around all of these; undefined for none. */
export function hull(spans: readonly Span[]): Span | undefined {
  if (spans.length === 0) return undefined;
  let start = Infinity;
  let end = -Infinity;
  for (const s of spans) {
    if (s.start < start) start = s.start;
    if (s.end > end) end = s.end;
  }
  return { start, end };
}

/** Order by start, the longer one first where starts are equal: outer before inner. */
export function byPosition(a: Span, b: Span): number {
  return a.start - b.start || b.end - a.end;
}

export function slice(text: string, s: Span): string {
  return text.slice(s.start, s.end);
}

/** The span without white space at its edges. */
export function trimmed(text: Text, s: Span): Span {
  let { start, end } = s;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029 || code === 0xfeff;
}

/** Index of the last span that starts at or before the offset, or -1. The spans are in order. */
export function indexAt(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const one = spans[middle];
    if (one !== undefined && one.start <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
