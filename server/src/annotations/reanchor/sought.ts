/** A stored anchor, made comparable: what is sought, and where it stood. */
import type { StoredAnchor } from '../annotation.js';
import type { CanonicalText } from '../canonicalText.js';
import { MAX_CONTEXT } from '../selectors.js';
import type { Normalised } from './normalised.js';
import { normalisedParts } from './normalised.js';

export interface Sought {
  readonly quote: string;
  /** `undefined`: not known. Without white space at their outer ends, where a run of it may have been cut. */
  readonly prefix: string | undefined;
  readonly suffix: string | undefined;
  /** As much was stored as ever is: it may not have been enough to tell the place from others. */
  readonly isCutShort: boolean;
  /** Where the words stood, as an offset of the normalised text of now; beyond its end for a text that was longer. */
  readonly place: number | undefined;
  /** The same in code points. */
  readonly start: number | undefined;
  /** How often the words stood there; 0: not known. */
  readonly count: number;
}

/** `null`: it has no words that could be found. */
export function soughtOf(anchor: StoredAnchor, canonical: CanonicalText, normalised: Normalised): Sought | null {
  const { exact, prefix, suffix, start, count } = anchor;
  if (exact === '' || !isWhole(exact)) return null;
  const [before, after] = [prefix ?? '', suffix ?? ''];
  const [left, quote, right] = normalisedParts(before, exact, after);
  if (quote.trim() === '') return null;
  const known = isPosition(anchor) ? start : undefined;
  const offset = known === undefined ? undefined : canonical.fromCodePoint(known);
  return {
    quote,
    prefix: prefix === undefined ? undefined : left.replace(/^\s+(?=\S)/, ''),
    suffix: suffix === undefined ? undefined : right.replace(/(?<=\S)\s+$/, ''),
    isCutShort: Math.max(before.length, after.length) >= MAX_CONTEXT,
    place: known === undefined ? undefined : offset === undefined ? normalised.text.length + known - canonical.length : normalised.fromOriginal(offset),
    start: known,
    count,
  };
}

function isPosition({ start, end }: StoredAnchor): boolean {
  return start !== undefined && end !== undefined && Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end;
}

function isWhole(text: string): boolean {
  return !/[\ud800-\udfff]/u.test(text);
}
