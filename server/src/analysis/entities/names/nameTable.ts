/**
 * What an article as a whole makes of its names. Blocks come and go as the text is edited; the decisions depend only on
 * which candidates are there, never on the order in which they came.
 */
import type { Gazetteer } from '../../gazetteer.js';
import type { NameCandidate } from '../../types.js';
import type { NameDecision } from './decide.js';
import { NO_NAME, decideAll } from './decide.js';
import { Ledger } from './ledger.js';

export class NameTable {
  private readonly ledger = new Ledger();
  private decisions = new Map<string, NameDecision>();
  private reported = new Map<string, NameDecision>();
  private stale = false;

  constructor(private readonly gazetteer: Gazetteer) {}

  /** Cost: proportional to the candidates given. */
  add(candidates: readonly NameCandidate[]): void {
    for (const candidate of candidates) this.ledger.count(candidate, 1);
    if (candidates.length > 0) this.stale = true;
  }

  /** Takes back what `add` was given before. */
  remove(candidates: readonly NameCandidate[]): void {
    for (const candidate of candidates) this.ledger.count(candidate, -1);
    if (candidates.length > 0) this.stale = true;
  }

  /** The keys whose decision is another than at the last call: new ones, gone ones, changed ones. */
  takeChanged(): Set<string> {
    this.refresh();
    const changed = new Set<string>();
    for (const [key, decision] of this.decisions) {
      const old = this.reported.get(key);
      if (old === undefined || !sameDecision(old, decision)) changed.add(key);
    }
    for (const key of this.reported.keys()) if (!this.decisions.has(key)) changed.add(key);
    this.reported = this.decisions;
    return changed;
  }

  /** A name that no block holds is no name. */
  decide(key: string): NameDecision {
    this.refresh();
    return this.decisions.get(key) ?? NO_NAME;
  }

  private refresh(): void {
    if (!this.stale) return;
    this.decisions = decideAll(this.ledger.tallies, this.gazetteer);
    this.stale = false;
  }
}

function sameDecision(a: NameDecision, b: NameDecision): boolean {
  return a.type === b.type && a.entity === b.entity && a.canonical === b.canonical && a.confidence === b.confidence && sameWords(a.ambiguousWith, b.ambiguousWith)
    && a.reasons.length === b.reasons.length && a.reasons.every((reason, i) => reason.text === b.reasons[i]?.text);
}

function sameWords(a: readonly string[] | undefined, b: readonly string[] | undefined): boolean {
  return (a ?? []).join('\n') === (b ?? []).join('\n');
}
