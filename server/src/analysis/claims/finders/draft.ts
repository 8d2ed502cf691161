/** Small builders that the finders share. */
import type { Span } from '../../../base/span.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { AUXILIARY, has, lower, spanOf } from '../context.js';
import { INTENTION_WITH_INFINITIVE } from '../lexicon/verbs.js';
import type { CueSense } from '../lexicon/index.js';
import { Flag } from '../lexicon/words.js';
import { subjectBefore } from '../subject.js';
import { isPredicate } from '../predicate.js';
import type { Stance } from '../../types.js';

/** Offsets of a source; "I've" gives only "I". */
export function sourceSpan(context: Context, range: TokenRange): Span {
  const span = spanOf(context, range.first, range.end);
  const last = context.tokens[range.end - 1];
  if (last === undefined || !has(context, range.end - 1, Flag.pron) || !has(context, range.end - 1, AUXILIARY)) return span;
  const apostrophe = last.lower.indexOf("'");
  return apostrophe < 0 ? span : { start: span.start, end: last.start + apostrophe };
}

export function stanceOf(sense: CueSense, infinitive: boolean): Stance {
  return infinitive && INTENTION_WITH_INFINITIVE.has(sense.lemma) ? 'intention' : sense.stance;
}

/** How many earlier claims are looked at for a shared source. */
const SHARED_REACH = 12;

/** The first earlier claim of the region that has a source: a participle or a joined verb shares it. */
export function sharedSource(context: Context, drafts: readonly Draft[], region: TokenRange, before: number): TokenRange | null {
  const q = context.quotation[before];
  for (const draft of drafts.slice(-SHARED_REACH)) {
    if (draft.token < region.first || draft.token >= before || draft.sourceTokens === undefined || draft.label === true) continue;
    if (context.quotation[draft.token] !== q || isInner(context, drafts, draft)) continue;
    if (has(context, draft.sourceTokens.first, Flag.relative) && lower(context, draft.sourceTokens.first) !== 'who') continue;
    return draft.sourceTokens;
  }
  return mainSubject(context, region, before);
}

/** The latest one: "… and wrote" after "X called". */
export function latestSource(context: Context, drafts: readonly Draft[], region: TokenRange, before: number): TokenRange | null {
  const q = context.quotation[before];
  for (let k = drafts.length - 1; k >= Math.max(0, drafts.length - SHARED_REACH); k--) {
    const draft = drafts[k];
    if (draft === undefined || draft.token < region.first) break;
    if (draft.token >= before || draft.sourceTokens === undefined || context.quotation[draft.token] !== q || draft.sourceTokens.first >= before) continue;
    if (isInner(context, drafts, draft)) continue;
    return draft.sourceTokens;
  }
  return mainSubject(context, region, before);
}

/** Lies in the content of another claim: its subject is not that of the sentence. */
function isInner(context: Context, drafts: readonly Draft[], draft: Draft): boolean {
  const start = context.tokens[draft.token]?.start ?? 0;
  for (let k = drafts.length - 1; k >= Math.max(0, drafts.length - 2 * SHARED_REACH); k--) {
    const other = drafts[k];
    if (other === undefined || context.sentence[other.token] !== context.sentence[draft.token]) break;
    if (other !== draft && other.content.some((c) => c.start <= start && start < c.end)) return true;
  }
  return false;
}

/** The subject of the region's first predicate. */
export function mainSubject(context: Context, region: TokenRange, before: number): TokenRange | null {
  for (let k = region.first; k < before && k < region.first + 40; k++) {
    if (!has(context, k, AUXILIARY) && !isPredicate(context, k) && !isPlainPast(context, k)) continue;
    return subjectBefore(context, k, region.first);
  }
  return null;
}

const ED = /[^e]ed$/;

function isPlainPast(context: Context, k: number): boolean {
  return context.tokens[k]?.shape === 'lower' && context.flags[k] === 0 && ED.test(lower(context, k)) && !has(context, k - 1, Flag.det | Flag.poss);
}
