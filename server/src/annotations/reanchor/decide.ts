/** Which of the candidates it is, if that is sure. The first rule that holds decides; the numbers stand in `docs/sidecar.md`. */
import { overlaps } from '../../base/span.js';
import type { Candidate } from './candidates.js';
import type { Rule } from './placement.js';
import { sameSalient, sameSalientBeside } from './salient.js';
import type { Sought } from './sought.js';

export interface Verdict {
  readonly rule: Rule;
  /** `undefined` for rule 6. */
  readonly best: Candidate | undefined;
  /** Likeliest first, no two of them overlapping. */
  readonly proposals: readonly Candidate[];
}

const PROPOSALS = 3;
const MIN_PROPOSAL = 0.5;
export const NO_VERDICT: Verdict = { rule: 6, best: undefined, proposals: [] };

/** `exact`: how often the words stand in the text to the letter. */
export function decide(sought: Sought, candidates: readonly Candidate[], exact: number): Verdict {
  const ranked = [...candidates].sort((a, b) => b.score - a.score || a.start - b.start);
  const best = ranked[0];
  if (best === undefined) return NO_VERDICT;
  const second = ranked.find((other) => !overlaps(other, best));
  const margin = second === undefined ? 1 : best.score - second.score;
  const [p, s] = [best.p?.value ?? 0, best.s?.value ?? 0];
  const [hi, lo] = [Math.max(p, s), Math.min(p, s)];
  const rule = ((): Rule => {
    if (best.q === 1) {
      if (hi >= 0.5 && best.start === sought.place) return 1;
      if (isPerfect(best) && !ranked.some((other) => other !== best && isPerfect(other))) return 2;
      if (exact === 1 && sought.count === 1 && hi >= 0.5) return 3;
      return hi >= 0.85 && lo >= 0.6 && margin >= 0.08 && hasSameContext(sought, best) ? 4 : 6;
    }
    return best.q >= 0.8 && p >= 0.7 && s >= 0.7 && margin >= 0.1 && sameSalient(sought.quote, best.found) ? 5 : 6;
  })();
  if (rule < 6) return { rule, best, proposals: [] };
  const proposals: Candidate[] = [];
  for (const candidate of ranked) {
    if (candidate.score < MIN_PROPOSAL || proposals.length === PROPOSALS) break;
    if (!proposals.some((other) => overlaps(other, candidate))) proposals.push(candidate);
  }
  return { rule, best: undefined, proposals };
}

function isPerfect({ q, p, s }: Candidate): boolean {
  return q === 1 && p?.value === 1 && s?.value === 1;
}

function hasSameContext({ prefix = '', suffix = '' }: Sought, { p, s }: Candidate): boolean {
  return (p === undefined || p.value === 1 || sameSalientBeside(prefix, p.found, 'first')) && (s === undefined || s.value === 1 || sameSalientBeside(suffix, s.found, 'last'));
}
