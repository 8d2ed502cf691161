/**
 * What an article as a whole makes of its names. Blocks come and go as the text is edited; the decisions depend only on
 * which candidates are there, never on the order in which they came.
 */
import type { Gazetteer } from '../../gazetteer.js';
import type { NameCandidate, NameType } from '../../types.js';
import type { NameDecision } from './decide.js';
import { NO_NAME, decideAll, isShownAlike } from './decide.js';
import type { Tally } from './ledger.js';
import { Ledger, isSameReason } from './ledger.js';
import { Linkage } from './linkage.js';
import { NAMELESS } from './spelledOut.js';

export class NameTable {
  private readonly ledger = new Ledger();
  private readonly linkage = new Linkage(this.ledger.tallies);
  private readonly decisions = new Map<string, NameDecision>();
  /** Names whose counts changed since the last decision, and all that hung together with them before that. */
  private readonly touched = new Set<string>();
  private readonly changed = new Set<string>();

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Cost: proportional to the candidates given and the names that hang together with them. */
  add(candidates: readonly NameCandidate[]): void {
    for (const candidate of candidates) this.count(candidate, 1);
  }

  /** Takes back what `add` was given before. */
  remove(candidates: readonly NameCandidate[]): void {
    for (const candidate of candidates) this.count(candidate, -1);
  }

  /** Both at once: what is taken and given back in the same words and with the same evidence touches nothing. */
  replace(removed: readonly NameCandidate[], added: readonly NameCandidate[]): void {
    if (removed.length === 0) {
      this.add(added);
      return;
    }
    const gone = new Map<string, NameCandidate[]>();
    for (const candidate of removed) {
      const list = gone.get(candidate.key);
      if (list === undefined) gone.set(candidate.key, [candidate]);
      else list.push(candidate);
    }
    const come: NameCandidate[] = [];
    for (const candidate of added) {
      const list = gone.get(candidate.key);
      const same = list?.findIndex((other) => isSameEvidence(other, candidate)) ?? -1;
      if (same < 0) come.push(candidate);
      else list?.splice(same, 1);
    }
    this.add(come);
    for (const list of gone.values()) this.remove(list);
  }

  /** The keys that are shown otherwise than at the last call: new ones, gone ones, changed ones. */
  takeChanged(): Set<string> {
    this.refresh();
    const changed = new Set(this.changed);
    this.changed.clear();
    return changed;
  }

  /** A name that no block holds is no name. */
  decide(key: string): NameDecision {
    this.refresh();
    return this.decisions.get(key) ?? NO_NAME;
  }

  private count(candidate: NameCandidate, by: 1 | -1): void {
    const { key, expansion } = candidate;
    this.touch(key);
    if (expansion !== undefined && expansion !== NAMELESS) {
      this.touch(expansion);
      this.linkage.expand(key, expansion, by);
    }
    const before = this.ledger.tallies.has(key);
    this.ledger.count(candidate, by);
    const after = this.ledger.tallies.has(key);
    if (!before && after) this.linkage.open(key);
    if (before && !after) this.linkage.close(key);
  }

  /** What hangs together with a name now may not do so after the change, and must be decided anew all the same. */
  private touch(key: string): void {
    if (this.touched.has(key)) return;
    const group = new Set([key]);
    this.linkage.closeOver(group);
    for (const member of group) this.touched.add(member);
  }

  private refresh(): void {
    if (this.touched.size === 0) return;
    this.linkage.closeOver(this.touched);
    const group = new Map<string, Tally>();
    for (const key of this.touched) {
      const tally = this.ledger.tallies.get(key);
      if (tally !== undefined) group.set(key, tally);
    }
    const decided = decideAll(group, this.gazetteer);
    for (const key of this.touched) {
      const old = this.decisions.get(key);
      const decision = decided.get(key);
      if (decision === undefined) this.decisions.delete(key);
      else this.decisions.set(key, decision);
      if (!isShownAlike(old ?? NO_NAME, decision ?? NO_NAME)) this.changed.add(key);
    }
    this.touched.clear();
  }
}

/** The ledger and the linkage would count the two alike. */
function isSameEvidence(a: NameCandidate, b: NameCandidate): boolean {
  if (a === b) return true;
  const types = Object.keys(a.scores) as NameType[];
  return a.key === b.key && a.sentenceStart === b.sentenceStart && a.heard === b.heard && a.expansion === b.expansion && types.length === Object.keys(b.scores).length
    && types.every((type) => a.scores[type] === b.scores[type]) && a.reasons.length === b.reasons.length
    && a.reasons.every((reason, i) => isSameReason(reason, b.reasons[i]));
}
