/** An edit, and what of two lists of spans it leaves as it was. */
import type { Span } from '../base/span.js';

/** The part of a text that an edit replaced: `[start, oldEnd)` became `[start, newEnd)`. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/**
 * How many spans at the front and at the back are the same in both lists, given that the texts differ only in the edit.
 * A span that touches the edit is not kept.
 */
export function keptEnds<T extends Span>(old: readonly T[], now: readonly T[], edit: Change, same: (a: T, b: T) => boolean = () => true): [number, number] {
  const limit = Math.min(old.length, now.length);
  const delta = edit.newEnd - edit.oldEnd;
  let before = 0;
  for (; before < limit; before++) {
    const a = old[before];
    const b = now[before];
    if (a === undefined || b === undefined || a.end >= edit.start || a.start !== b.start || a.end !== b.end || !same(a, b)) break;
  }
  let after = 0;
  for (; after < limit - before; after++) {
    const a = old[old.length - 1 - after];
    const b = now[now.length - 1 - after];
    if (a === undefined || b === undefined || a.start <= edit.oldEnd || a.start + delta !== b.start || a.end + delta !== b.end || !same(a, b)) break;
  }
  return [before, after];
}
