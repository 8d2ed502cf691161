/** What an article holds of each name: counts and sums that do not depend on the order in which blocks came and went. */
import type { NameCandidate, NameType, Reason } from '../../types.js';
import type { NameReason, Scores } from './evidence.js';

export interface Tally {
  readonly key: string;
  count: number;
  /** Of these, how many stand where a capital proves nothing. */
  atStart: number;
  /** And how many the model has read. */
  heard: number;
  readonly scores: Scores;
  /** Each once, with how often it was given. */
  readonly reasons: CountedReason[];
  readonly expansions: Map<string, number>;
}

interface CountedReason {
  readonly reason: NameReason;
  count: number;
}

export class Ledger {
  readonly tallies = new Map<string, Tally>();

  /** `by` is 1 to add and -1 to take away. A name that is wholly gone leaves nothing behind. */
  count(candidate: NameCandidate, by: 1 | -1): void {
    const tally = this.tallies.get(candidate.key) ?? this.open(candidate.key);
    tally.count += by;
    if (candidate.sentenceStart) tally.atStart += by;
    if (candidate.heard === true) tally.heard += by;
    for (const type of Object.keys(candidate.scores) as NameType[]) {
      tally.scores[type] = (tally.scores[type] ?? 0) + by * (candidate.scores[type] ?? 0);
    }
    for (const reason of candidate.reasons) if (isNameReason(reason)) countReason(tally, reason, by);
    if (candidate.expansion !== undefined) {
      const left = (tally.expansions.get(candidate.expansion) ?? 0) + by;
      if (left === 0) tally.expansions.delete(candidate.expansion);
      else tally.expansions.set(candidate.expansion, left);
    }
    if (tally.count === 0) this.tallies.delete(candidate.key);
  }

  private open(key: string): Tally {
    const tally: Tally = { key, count: 0, atStart: 0, heard: 0, scores: {}, reasons: [], expansions: new Map() };
    this.tallies.set(key, tally);
    return tally;
  }
}

function countReason({ reasons }: Tally, reason: NameReason, by: 1 | -1): void {
  const at = reasons.findIndex((counted) => isSameReason(counted.reason, reason));
  const counted = reasons[at];
  if (counted === undefined) reasons.push({ reason, count: by });
  else if (counted.count + by === 0) reasons.splice(at, 1);
  else counted.count += by;
}

export function isSameReason(a: Reason & { readonly supports?: NameType }, b: (Reason & { readonly supports?: NameType }) | undefined): boolean {
  return a === b || (a.kind === b?.kind && a.text === b.text && a.supports === b.supports);
}

function isNameReason(reason: { kind: string }): reason is NameReason {
  return 'supports' in reason;
}
