/** Which of the candidates it is, if that is sure. The first rule that holds decides; the numbers stand in `docs/sidecar.md`. */
import { overlaps } from '../../base/span.js';
import type { Candidate } from './candidates.js';
import { MIN_APPROXIMATE } from './candidates.js';
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
  const found = placed(sought, ranked, exact) ?? sameStatement(sought, ranked, exact);
  if (found !== null) return { ...found, proposals: [] };
  const proposals: Candidate[] = [];
  for (const candidate of ranked) {
    if (candidate.score < MIN_PROPOSAL || proposals.length === PROPOSALS) break;
    if (!proposals.some((other) => overlaps(other, candidate))) proposals.push(candidate);
  }
  return { rule: 6, best: undefined, proposals };
}

type Found = { readonly rule: Rule; readonly best: Candidate } | null;

/** Rules 1–3: the words to the letter, where nothing else can be meant. */
function placed(sought: Sought, ranked: readonly Candidate[], exact: number): Found {
  const [best] = ranked;
  if (best?.q === 1) {
    const hi = tellingOf(best);
    if (hi >= 0.5 && best.start === sought.place) return { rule: 1, best };
    if (isOnly(best, ranked, isPerfect) || (sought.count > 0 && !sought.isCutShort && hi === 1 && isOnly(best, ranked, isPerfectInParagraph))) return { rule: 2, best };
  }
  // What is only like it, with what stood beside it, is another one where the words themselves are there.
  const words = exact === 1 && sought.count === 1 ? ranked.find(({ q }) => q === 1) : undefined;
  return words !== undefined && tellingOf(words) >= 0.5 ? { rule: 3, best: words } : null;
}

/** Rules 4 and 5: the best of those that make the same statement. A place about other names or numbers cannot be meant, however alike it is. */
function sameStatement(sought: Sought, ranked: readonly Candidate[], exact: number): Found {
  const saysTheSame = ({ found }: Candidate): boolean => sameSalient(sought.quote, found);
  const likeliest = ranked.find((one) => (one.q === 1 ? hasSameContext(one) : saysTheSame(one)));
  if (likeliest === undefined) return null;
  if (likeliest.q === 1) {
    const [lo, hi] = [loOf(likeliest), tellingOf(likeliest)];
    const margin = marginOf(likeliest, ranked, hasSameContext);
    // Where as many such words stand as then, none has gone and none has come: less of what stood beside them is enough.
    const isSure = (hi >= 0.85 && lo >= 0.6 && margin >= 0.08) || (exact === sought.count && hi >= 0.7 && lo >= 0.3 && margin >= 0.15);
    return isSure ? { rule: 4, best: likeliest } : null;
  }
  // The words there now say something else, though a part of them does not.
  if (ranked.some((other) => other.score > likeliest.score && overlaps(other, likeliest))) return null;
  const best = ranked.find((one) => isBetweenBoth(one) && one.q >= 0.6 && overlaps(one, likeliest) && saysTheSame(one)) ?? likeliest;
  if (best.found.length < MIN_APPROXIMATE) return null;
  const lo = loOf(best);
  const margin = marginOf(best, ranked, saysTheSame);
  // Where both sides stand as they stood, more of the words may be others.
  const isSure = (best.q >= 0.8 && lo >= 0.7 && margin >= 0.1) || (best.q >= 0.6 && best.q * sought.quote.length >= MIN_APPROXIMATE && lo >= 0.9 && margin >= 0.15);
  return isSure ? { rule: 5, best } : null;
}

function loOf({ p, s }: Candidate): number {
  return Math.min(fitOf(p), fitOf(s));
}

/** What stood before the words and what stood after them stand around it to the letter: between them is what the words have become. */
function isBetweenBoth({ p, s }: Candidate): boolean {
  return fitOf(p) === 1 && fitOf(s) === 1;
}
function tellingOf({ p, s }: Candidate): number {
  return Math.max(tellingFitOf(p), tellingFitOf(s));
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
