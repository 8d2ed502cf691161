/** What re-anchoring says about one annotation. */
import type { Anchoring } from '../../annotatingProtocol.js';
import type { Span } from '../../base/span.js';

/** Number of the rule that decided: 0 for an untouched text, 1–5 as in `docs/sidecar.md`, 6 for none. */
export type Rule = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface AnchorPlacement {
  /** UTF-16 offsets of the document; `null` where its place is not known. */
  readonly span: Span | null;
  /** Its words changed. */
  readonly edited: boolean;
  readonly rule: Rule;
  /** Where it is lost: up to three places, likeliest first. */
  readonly proposals: readonly Span[];
  /** Why it is lost, for the log: `invalid`, `no-candidate`, `not-sure`, `taken` … */
  readonly why: Lost | null;
}

/** `invalid`: it has no words. `crossed`, `taken`: another annotation has the better right to the place. `apart`: the parts of a claim no longer stand together. */
export type Lost = 'invalid' | 'no-candidate' | 'not-sure' | 'taken' | 'crossed' | 'apart';

export interface Placement {
  readonly id: string;
  readonly anchoring: Anchoring;
  /** One for each of the annotation's anchors, in their order; none for what is about the article or about another annotation. */
  readonly anchors: readonly AnchorPlacement[];
}
