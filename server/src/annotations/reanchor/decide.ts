/** Which of the candidates it is, if that is sure. The first rule that holds decides; the numbers stand in `docs/sidecar.md`. */
import { overlaps } from '../../base/span.js';
import type { Candidate } from './candidates.js';
import type { Side } from './context.js';
import { fitOf, tellingFitOf } from './context.js';
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
  const [p, s] = [fitOf(best.p), fitOf(best.s)];
  const lo = Math.min(p, s);
  const hi = Math.max(tellingFitOf(best.p), tellingFitOf(best.s));
  const rule = ((): Rule => {
    if (best.q === 1) {
      if (hi >= 0.5 && best.start === sought.place) return 1;
      if (isOnly(best, ranked, isPerfect) || (sought.count > 0 && !sought.isCutShort && hi === 1 && isOnly(best, ranked, isPerfectInParagraph))) return 2;
      if (exact === 1 && sought.count === 1 && hi >= 0.5) return 3;
      return hi >= 0.85 && lo >= 0.6 && hasSameContext(best) && marginOf(best, ranked, hasSameContext) >= 0.08 ? 4 : 6;
    }
    const saysTheSame = ({ found }: Candidate): boolean => sameSalient(sought.quote, found);
    return best.q >= 0.8 && p >= 0.7 && s >= 0.7 && saysTheSame(best) && marginOf(best, ranked, saysTheSame) >= 0.1 ? 5 : 6;
  })();
  if (rule < 6) return { rule, best, proposals: [] };
  const proposals: Candidate[] = [];
  for (const candidate of ranked) {
    if (candidate.score < MIN_PROPOSAL || proposals.length === PROPOSALS) break;
    if (!proposals.some((other) => overlaps(other, candidate))) proposals.push(candidate);
  }
  return { rule, best: undefined, proposals };
}

/** To the best of those that do not overlap it and could be meant: one about other names or numbers could not. */
function marginOf(best: Candidate, ranked: readonly Candidate[], couldBe: (candidate: Candidate) => boolean): number {
  const second = ranked.find((other) => !overlaps(other, best) && couldBe(other));
  return second === undefined ? 1 : best.score - second.score;
}

function isOnly(best: Candidate, all: readonly Candidate[], is: (candidate: Candidate) => boolean): boolean {
  return is(best) && !all.some((other) => other !== best && is(other));
}

function isPerfect({ q, p, s }: Candidate): boolean {
  return q === 1 && p?.whole.value === 1 && s?.whole.value === 1;
}

/** What stood in the paragraph was stored so long that it was the only such place, whatever stands in the paragraphs around it. */
function isPerfectInParagraph({ q, p, s }: Candidate): boolean {
  return q === 1 && fitOf(p) === 1 && fitOf(s) === 1;
}

/** Of the own paragraph: what the next one is about makes no other statement of this one. */
function hasSameContext({ p, s }: Candidate): boolean {
  return isSame(p, 'first') && isSame(s, 'last');
}

function isSame(side: Side | undefined, outermost: 'first' | 'last'): boolean {
  return side === undefined || side.own.value === 1 || sameSalientBeside(side.stored, side.own.found, outermost);
}
