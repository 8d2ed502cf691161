/**
 * A stored annotation finds its words again in a text that has changed: placed right, or orphaned with proposals; never on a wrong
 * place. Runs on opening and after changes from outside; while somebody types, spans move with the edits and none of this runs.
 */
import type { Annotation } from '../annotation.js';
import type { CanonicalText } from '../canonicalText.js';
import { finished } from './occurrences.js';
import type { Placement } from './placement.js';
import { placing } from './place.js';

/** All at once. `storedHash`: the sidecar's `textSha256`. In the order of the annotations. */
export function reanchor(canonical: CanonicalText, annotations: readonly Annotation[], storedHash: string | undefined): Placement[] {
  return finished(placing(canonical, annotations, storedHash));
}

export interface Pace {
  /** Milliseconds of any clock. */
  readonly now: () => number;
  /** Lets others work; resolves when it is our turn again. */
  readonly rest: () => Promise<void>;
  /** Asked after each rest: whether the answer is no longer wanted. */
  readonly isCancelled?: () => boolean;
}

const SLICE_MS = 10;

/** The same in slices of ten milliseconds; `null` where it was cancelled. */
export async function reanchorInSlices(canonical: CanonicalText, annotations: readonly Annotation[], storedHash: string | undefined, pace: Pace): Promise<Placement[] | null> {
  const work = placing(canonical, annotations, storedHash);
  let since = pace.now();
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
    if (pace.now() - since < SLICE_MS) continue;
    await pace.rest();
    if (pace.isCancelled?.() === true) return null;
    since = pace.now();
  }
}
