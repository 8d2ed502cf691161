/** Drafts → the claims of a block: artifacts moved to their makers' cues, quotations continued, claims nested. */
import type { Span } from '../../base/span.js';
import { hull } from '../../base/span.js';
import type { BlockClaims, ClaimCandidate, JointCandidate, Quotation } from '../types.js';
import type { Context, Draft } from './context.js';
import { firstTokenAt, has } from './context.js';
import { Flag } from './lexicon/words.js';
import { jointSources } from './jointSources.js';
import { parentsOf } from './nesting.js';
import { quotationKindOf } from './quotationKind.js';
import { headOf, readSource } from './sourceKind.js';
import { DOCUMENT_HEADS } from './sourceWords.js';

export function assemble(context: Context, found: readonly Draft[]): BlockClaims {
  const drafts = found.filter((draft) => !isNobody(context, draft)).map((draft) => withMaker(context, draft)).filter((draft) => draft.cue.end > draft.cue.start);
  drafts.sort((a, b) => a.cue.start - b.cue.start);
  markShared(drafts);
  const continues = continueQuotations(context, drafts);
  drafts.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a) || a.cue.start - b.cue.start);
  const parents = parentsOf(drafts);
  setGivenParents(drafts, parents);
  const claims = drafts.map((draft, index) => candidateOf(context, draft, parents[index] ?? null));
  return { claims, openAtEnd: openClaim(context, drafts), continues };
}

const NOBODY = new Set(['nobody', 'no-one', 'nothing']);

/** "Nobody has shown us that …": nobody does, so nobody is cited. */
function isNobody(context: Context, { sourceTokens }: Draft): boolean {
  if (sourceTokens === undefined) return false;
  const word = context.tokens[sourceTokens.first]?.lower ?? '';
  return NOBODY.has(word) || (word === 'one' && context.tokens[sourceTokens.first - 1]?.lower === 'no') || (word === 'no' && context.tokens[sourceTokens.first + 1]?.lower === 'one');
}

/** The claim that passes another one on is its parent, though it does not hold its cue. */
function setGivenParents(drafts: readonly Draft[], parents: (number | null)[]): void {
  if (drafts.every((draft) => draft.within === undefined)) return;
  const byToken = new Map(drafts.map((draft, index) => [draft.token, index]));
  drafts.forEach((draft, index) => {
    const parent = draft.within === undefined ? undefined : byToken.get(draft.within);
    if (parent !== undefined && parent !== index) parents[index] = parent;
  });
}

/** Of the claims with one source span, in the order of their cues, all but the first share it. */
function markShared(drafts: readonly Draft[]): void {
  const seen = new Set<number>();
  for (const draft of drafts) {
    const start = draft.source[0]?.start;
    if (start === undefined) continue;
    draft.shared = seen.has(start);
    seen.add(start);
  }
}

function startOf(draft: Draft): number {
  const source = draft.shared === true ? undefined : draft.source[0]?.start;
  // A claim passed on comes after the one that passes it on, whose content it shares.
  return Math.min(draft.cue.start, source ?? Infinity, (draft.within === undefined ? draft.content[0]?.start : undefined) ?? Infinity);
}

/** Of two that start together the larger comes first: outer before inner. */
function endOf(draft: Draft): number {
  return Math.max(draft.cue.end, draft.content[draft.content.length - 1]?.end ?? 0);
}

function candidateOf(context: Context, draft: Draft, parent: number | null): ClaimCandidate {
  const reading = readSource(context, draft);
  const joint = draft.sourceTokens === undefined || draft.label === true ? [] : jointSources(context, draft.sourceTokens);
  return {
    source: draft.source, cue: [draft.cue], content: draft.content, stance: draft.stance, negated: draft.negated,
    quotation: draft.label === true ? 'direct' : quotationKindOf(context, draft.content, draft.token), sourceKind: reading.kind, kindReason: reading.reason,
    ...(reading.head === undefined ? {} : { head: reading.head }), ...(reading.pronoun === undefined ? {} : { pronoun: reading.pronoun }),
    ...(joint.length === 0 ? {} : { joint: joint.map(({ span, head, kind, reason }): JointCandidate => ({ span, ...(head === undefined ? {} : { head }), sourceKind: kind, kindReason: reason })) }),
    parent, confidence: draft.confidence,
  };
}

/** "[the ministry]'s **report says**": the maker is the source, the artifact belongs to the cue (part C3). */
function withMaker(context: Context, draft: Draft): Draft {
  const range = draft.sourceTokens;
  const source = draft.source[0];
  if (range === undefined || source === undefined || draft.label === true || source.end > draft.cue.start || draft.cue.start - source.end > 2) return draft;
  const head = headOf(context, range);
  if (!DOCUMENT_HEADS.has(context.tokens[head]?.lower ?? '')) return draft;
  for (let k = range.first; k < head; k++) {
    const possessive = has(context, k, Flag.genitive);
    if (!possessive && !has(context, k, Flag.poss)) continue;
    const end = possessive ? k : k + 1;
    if (end <= range.first) return draft;
    const start = context.tokens[range.first]?.start ?? 0;
    const cueStart = context.tokens[k + 1]?.start ?? draft.cue.start;
    return {
      ...draft, source: [{ start, end: context.tokens[end - 1]?.end ?? start }], sourceTokens: { first: range.first, end },
      cue: { start: Math.min(cueStart, draft.cue.start), end: draft.cue.end },
    };
  }
  return draft;
}

/** Marks with fewer characters between them than this coin a term or cite a title. */
const SHORTEST = 10;

/**
 * A quotation in no claim belongs to the claim before it in the paragraph, if that one quotes too.
 * Gives the leading quotation that has no claim to hang on: it may continue one from the paragraph before.
 */
function continueQuotations(context: Context, drafts: readonly Draft[]): Span | null {
  if (context.block.quotations.length === 0) return null;
  let continues: Span | null = null;
  const claimed = claimedTokens(context, drafts);
  const quoting = drafts.filter((draft) => quotes(context, draft));
  let next = 0;
  let before: Draft | null = null;
  for (const quotation of context.block.quotations) {
    for (let draft = quoting[next]; draft !== undefined && draft.cue.start < quotation.start; draft = quoting[++next]) before = draft;
    const first = firstTokenAt(context, quotation.start);
    if (!standsAlone(context, quotation, first) || claimed[first] === true) continue;
    if (before !== null) before.content.push({ start: quotation.start, end: quotation.end });
    else if (first === 0) continues = { start: quotation.start, end: quotation.end };
  }
  return continues;
}

/** Tokens in the content of a claim whose cue is outside the quotation of the token. Linear: each piece only marks its ends first. */
function claimedTokens(context: Context, drafts: readonly Draft[]): boolean[] {
  const change = new Array<number>(context.tokens.length + 1).fill(0);
  for (const draft of drafts) {
    for (const piece of draft.content) {
      const first = firstTokenAt(context, piece.start);
      const end = firstTokenAt(context, piece.end);
      if (context.quotation[draft.token] === context.quotation[first] && (context.quotation[first] ?? -1) >= 0) continue;
      change[first] = (change[first] ?? 0) + 1;
      change[end] = (change[end] ?? 0) - 1;
    }
  }
  let depth = 0;
  return change.map((step) => (depth += step) > 0);
}

/** Some of its content is a quotation of more than a few words. */
function quotes(context: Context, draft: Draft): boolean {
  const around = context.quotation[draft.token] ?? -1;
  return draft.content.some((piece) => {
    for (const at of [firstTokenAt(context, piece.start), firstTokenAt(context, piece.end) - 1]) {
      const q = context.quotation[at] ?? -1;
      const quotation = q < 0 || q === around ? undefined : context.block.quotations[q];
      if (quotation !== undefined && quotation.end - quotation.start > SHORTEST) return true;
    }
    return false;
  });
}

/** Starts its sentence, or follows one that ends in marks, and is longer than a coined term. */
function standsAlone(context: Context, quotation: Quotation, first: number): boolean {
  if (quotation.end - quotation.start < SHORTEST) return false;
  return first === 0 || /[.!?”"’')]$/.test(context.tokens[first - 1]?.text ?? '.');
}

/** The smallest claim that holds the quotation which has no closing mark in this block. */
function openClaim(context: Context, drafts: readonly Draft[]): number | null {
  const last = context.tokens[context.tokens.length - 1];
  const open = context.block.quotations.find((q) => q.open && q.end === last?.end);
  if (open === undefined) return null;
  let best: number | null = null;
  let size = Infinity;
  drafts.forEach((draft, index) => {
    const whole = hull(draft.content);
    if (whole === undefined || whole.end < open.inner.end || whole.end - whole.start >= size) return;
    if (draft.content.some((c) => c.start <= open.inner.start && c.end >= open.inner.end)) {
      best = index;
      size = whole.end - whole.start;
    }
  });
  return best;
}
