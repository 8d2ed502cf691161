/** Claims that only the model has seen: drafts of their own, where no rule knows the cue. The rules' own claims stand as they are. */
import type { Span } from '../../base/span.js';
import { overlaps } from '../../base/span.js';
import type { OpinedClaim } from '../opinion.js';
import type { Stance } from '../types.js';
import type { Context, Draft, TokenRange } from './context.js';
import { firstTokenAt, has, spanOf } from './context.js';
import { Flag } from './lexicon/words.js';

/** `claims` in order; each has a confidence that counts. Linear: both lists are ordered by cue, or nearly so. */
export function opinedDrafts(context: Context, found: readonly Draft[], claims: readonly OpinedClaim[]): Draft[] {
  const taken = [...found].map((draft) => draft.cue).sort((a, b) => a.start - b.start);
  const drafts: Draft[] = [];
  let at = 0;
  for (const claim of claims) {
    const range = tokensOf(context, claim.cue);
    if (range === null || isPut(context, range)) continue;
    const cue = spanOf(context, range.first, range.end);
    while (at < taken.length && (taken[at]?.end ?? 0) <= cue.start) at++;
    const next = taken[at];
    if (next !== undefined && overlaps(next, cue)) continue;
    const draft = draftOf(context, claim, range, cue);
    if (draft !== null) drafts.push(draft);
  }
  return drafts;
}

/** "Asked whether …, he said": a question put to who speaks. */
function isPut(context: Context, { first }: TokenRange): boolean {
  return context.tokens[first]?.lower === 'asked' && context.sentence[first] !== context.sentence[first - 1];
}

/** Without content there is nothing claimed; without a source nobody is said to claim it, and the model alone is not sure enough of that. */
function draftOf(context: Context, claim: OpinedClaim, range: TokenRange, cue: Span): Draft | null {
  const content = claim.content.flatMap((piece) => wholeTokens(context, piece)).filter((piece) => !overlaps(piece, cue) && isInReach(context, piece, range));
  const source = nearest(claim.source.flatMap((piece) => wholeTokens(context, piece)).filter((piece) => !overlaps(piece, cue)), cue);
  if (content.length === 0 || source === undefined || content.some((piece) => overlaps(piece, source))) return null;
  const sourceTokens = tokensOf(context, source);
  return {
    source: [source], cue, content, stance: stanceOf(context, range), negated: isNegated(context, range), confidence: claim.confidence, token: headOf(context, range),
    ...(sourceTokens === null ? {} : { sourceTokens }),
  };
}

/** What is said in another sentence than the word for it is a quotation from its start: "to comment" is no part of what the sentence before calls unaffordable. */
function isInReach(context: Context, piece: Span, cue: TokenRange): boolean {
  const first = firstTokenAt(context, piece.start);
  return context.sentence[first] === context.sentence[cue.first] || has(context, first, Flag.quote) || has(context, first - 1, Flag.quote);
}

function nearest(spans: readonly Span[], cue: Span): Span | undefined {
  const distance = (span: Span): number => (span.end <= cue.start ? cue.start - span.end : span.start - cue.end);
  return [...spans].sort((a, b) => distance(a) - distance(b) || a.start - b.start)[0];
}

/** The tokens that the span touches. */
function tokensOf(context: Context, span: Span): TokenRange | null {
  let first = firstTokenAt(context, span.start);
  if (first > 0 && (context.tokens[first - 1]?.end ?? 0) > span.start) first--;
  const end = firstTokenAt(context, span.end);
  return first < end ? { first, end } : null;
}

function wholeTokens(context: Context, span: Span): Span[] {
  const range = tokensOf(context, span);
  return range === null ? [] : [spanOf(context, range.first, range.end)];
}

/** The word of the cue that the lexicon knows, else its last: auxiliaries stand before it. */
function headOf(context: Context, { first, end }: TokenRange): number {
  for (let k = first; k < end; k++) if (senseOf(context, k) !== undefined) return k;
  return end - 1;
}

function senseOf(context: Context, k: number): Stance | undefined {
  const info = context.info[k];
  return info?.verb?.sense.stance ?? info?.noun?.sense.stance ?? info?.adjective?.stance;
}

function stanceOf(context: Context, range: TokenRange): Stance {
  return senseOf(context, headOf(context, range)) ?? 'report';
}

function isNegated(context: Context, { first, end }: TokenRange): boolean {
  for (let k = first; k < end; k++) if (has(context, k, Flag.neg)) return true;
  return false;
}
