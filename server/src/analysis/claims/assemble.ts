/** Drafts → the claims of a block: artifacts moved to their makers' cues, quotations continued, claims nested. */
import type { Span } from '../../base/span.js';
import { hull } from '../../base/span.js';
import type { BlockClaims, ClaimCandidate } from '../types.js';
import type { Context, Draft } from './context.js';
import { has } from './context.js';
import { Flag } from './lexicon/words.js';
import { quotationKindOf } from './quotationKind.js';
import { headOf, readSource } from './sourceKind.js';
import { DOCUMENT_HEADS } from './sourceWords.js';

export function assemble(context: Context, found: readonly Draft[]): BlockClaims {
  const drafts = found.map((draft) => withMaker(context, draft)).filter((draft) => draft.cue.end > draft.cue.start);
  const continues = continueQuotations(context, drafts);
  drafts.sort((a, b) => startOf(a) - startOf(b) || a.cue.start - b.cue.start);
  const parents = parentsOf(drafts);
  const claims = drafts.map((draft, index) => candidateOf(context, draft, parents[index] ?? null));
  return { claims, openAtEnd: openClaim(context, drafts), continues };
}

function startOf(draft: Draft): number {
  return Math.min(draft.cue.start, draft.source[0]?.start ?? Infinity, draft.content[0]?.start ?? Infinity);
}

function candidateOf(context: Context, draft: Draft, parent: number | null): ClaimCandidate {
  const reading = readSource(context, draft);
  return {
    source: draft.source, cue: [draft.cue], content: draft.content, stance: draft.stance, negated: draft.negated,
    quotation: quotationKindOf(context, draft.content, draft.token), sourceKind: reading.kind, kindReason: reading.reason,
    ...(reading.head === undefined ? {} : { head: reading.head }), ...(reading.pronoun === undefined ? {} : { pronoun: reading.pronoun }),
    parent, confidence: draft.confidence,
  };
}

/** "[the ministry]'s **report says**": the maker is the source, the artifact belongs to the cue (part C3). */
function withMaker(context: Context, draft: Draft): Draft {
  const range = draft.sourceTokens;
  const source = draft.source[0];
  if (range === undefined || source === undefined || draft.label === true || source.end > draft.cue.start) return draft;
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

/**
 * A quotation in no claim belongs to the claim before it in the paragraph, if that one quotes too.
 * Gives the leading quotation that has no claim to hang on: it may continue one from the paragraph before.
 */
function continueQuotations(context: Context, drafts: Draft[]): Span | null {
  let continues: Span | null = null;
  const { quotations } = context.block;
  const ordered = [...drafts].sort((a, b) => a.cue.start - b.cue.start);
  let next = 0;
  let before: Draft | null = null;
  for (const quotation of quotations) {
    for (let draft = ordered[next]; draft !== undefined && draft.cue.start < quotation.start; draft = ordered[++next]) {
      if (draft.content.some((c) => quotes(context, c))) before = draft;
    }
    if (!standsAlone(context, quotation) || isCovered(drafts, quotation)) continue;
    if (before !== null) before.content.push({ start: quotation.start, end: quotation.end });
    else if (quotation.start === context.tokens[0]?.start) continues = { start: quotation.start, end: quotation.end };
  }
  return continues;
}

function quotes(context: Context, content: Span): boolean {
  return context.block.quotations.some((q) => q.start < content.end && content.start < q.end && q.end - q.start > 12);
}

function isCovered(drafts: readonly Draft[], quotation: Span): boolean {
  return drafts.some((draft) => draft.content.some((c) => c.start < quotation.end && quotation.start < c.end && !(quotation.start < c.start && c.end < quotation.end)));
}

/** Starts its sentence and is longer than a coined term. */
function standsAlone(context: Context, quotation: Span): boolean {
  if (quotation.end - quotation.start < 15) return false;
  const before = context.text.slice(0, quotation.start).trimEnd();
  return before === '' || /[.!?”"’')]$/.test(before);
}

/** The smallest claim whose content holds the whole of another is its parent. Drafts are in order of their start. */
function parentsOf(drafts: readonly Draft[]): (number | null)[] {
  const hulls = drafts.map((d) => hull([...d.source.filter((s) => !isShared(d, s)), d.cue, ...d.content]) ?? d.cue);
  return drafts.map((_, index) => {
    const own = hulls[index];
    let best: number | null = null;
    let size = Infinity;
    drafts.forEach((other, k) => {
      if (k === index || own === undefined) return;
      for (const piece of other.content) {
        const length = piece.end - piece.start;
        if (piece.start <= own.start && own.end <= piece.end && length < size && !(length === own.end - own.start && k > index)) {
          best = k;
          size = length;
        }
      }
    });
    return best;
  });
}

/** A source that stands far before its cue is shared with another claim. */
function isShared(draft: Draft, source: Span): boolean {
  return source.end < draft.cue.start - 60;
}

function openClaim(context: Context, drafts: readonly Draft[]): number | null {
  const open = context.block.quotations.find((q) => q.open && q.end === (context.tokens[context.tokens.length - 1]?.end ?? -1));
  if (open === undefined) return null;
  let best: number | null = null;
  let size = Infinity;
  drafts.forEach((draft, index) => {
    for (const c of draft.content) {
      if (c.start <= open.inner.start && c.end >= open.inner.end && c.end - c.start < size) {
        best = index;
        size = c.end - c.start;
      }
    }
  });
  return best;
}
