/** What speaks for each type of one candidate, and in which words a card may say so. */
import type { NameCandidate, NameType, Reason } from '../../types.js';

/** A reason with the type that it speaks for, so that a decision can show only the reasons of its own type. */
export interface NameReason extends Reason {
  readonly supports: NameType;
}

export interface FoundName extends NameCandidate {
  readonly reasons: readonly NameReason[];
}

/** In the order that settles a tie. */
export const NAME_TYPES: readonly NameType[] = ['PERSON', 'GPE', 'ORG', 'NORP', 'LOC', 'FAC', 'EVENT', 'PRODUCT', 'LAW', 'WORK_OF_ART', 'LANGUAGE'];

export type Scores = Partial<Record<NameType, number>>;

/** Points, in tenths of a nat or so. One place for the sizes that recur. */
/** Of the newsroom's own list: more than all other evidence adds up to. */
export const HOUSE = 120;
export const SURE = 50;
export const STRONG = 35;
export const MEDIUM = 20;
export const WEAK = 10;
export const FAINT = 5;

export class Evidence {
  readonly scores: Scores = {};
  readonly reasons: NameReason[] = [];

  /** Adds whole points, so that sums over an article do not depend on their order. */
  add(type: NameType, points: number, kind?: Reason['kind'], text?: string): this {
    this.scores[type] = (this.scores[type] ?? 0) + Math.round(points);
    if (points > 0 && kind !== undefined && text !== undefined) this.reasons.push({ kind, text, supports: type });
    return this;
  }

  get(type: NameType): number {
    return this.scores[type] ?? 0;
  }

  best(): { type: NameType | null; score: number } {
    let type: NameType | null = null;
    let score = 0;
    for (const candidate of NAME_TYPES) {
      const points = this.scores[candidate] ?? 0;
      if (points > score) {
        type = candidate;
        score = points;
      }
    }
    return { type, score };
  }
}
