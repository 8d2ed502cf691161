/** "Reuters reported, citing a police source": whoever is cited answers for the words that the citing claim reports. */
import type { Span } from '../../../base/span.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { firstTokenAt, has, isNameLike, lower, regionOf, spanOf } from '../context.js';
import { Flag } from '../lexicon/words.js';
import { nounPhraseAfter } from '../nounPhrase.js';
import { headOf } from '../sourceKind.js';
import { BARE_HEADS, DOCUMENT_HEADS, OFFICIAL_HEADS, ORGANISATION_HEADS, ROLE_HEADS } from '../sourceWords.js';
import { makerOf } from './accordingTo.js';
import { sourceSpan } from './draft.js';

const CITES = new Set(['citing', 'quoting', 'cited', 'cites']);
/** Claims looked at on either side of the word: others are of other sentences or far off. */
const REACH = 8;

/** Who is cited at the token, or null. */
function citationAt(context: Context, i: number, hi: number): TokenRange | null {
  const word = lower(context, i);
  if (!CITES.has(word)) return null;
  if (!word.endsWith('ing') && !has(context, i - 1, Flag.relative)) return null;
  const phrase = nounPhraseAfter(context, i + 1, hi, { apposition: false, modifiers: true });
  if (phrase === null || lower(context, phrase.end) === 'as' || !canAnswer(context, phrase)) return null;
  return phrase;
}

/** Somebody, a body, or a text; not a reason, as in "citing fears of rain". */
function canAnswer(context: Context, phrase: TokenRange): boolean {
  const head = headOf(context, phrase);
  const name = context.name[head];
  if (name !== undefined) return name.type === 'PERSON' || name.type === 'ORG' || name.type === 'GPE';
  const word = lower(context, head);
  const singular = word.replace(/s$/, '');
  return BARE_HEADS.has(word) || OFFICIAL_HEADS.has(word) || DOCUMENT_HEADS.has(word) || ROLE_HEADS.has(singular) || ORGANISATION_HEADS.has(singular)
    || CITED_GROUPS.has(word) || isNameLike(context, head) && !has(context, phrase.first, Flag.poss);
}

const CITED_GROUPS = new Set(['witnesses', 'residents', 'experts', 'analysts', 'scientists', 'critics', 'relatives', 'neighbours', 'neighbors', 'figures', 'aides', 'medics']);

/** Gives each citation beside a report the words of that report, and takes the citation out of them. Drafts are in the order of their tokens. */
export function settleCitations(context: Context, drafts: Draft[]): Draft[] {
  const made = new Map<number, Draft>();
  for (let i = 0; i < context.tokens.length; i++) {
    if (!CITES.has(lower(context, i))) continue;
    const region = regionOf(context, i);
    const cited = citationAt(context, i, region.end);
    const host = cited === null ? null : hostOf(context, drafts, i, region);
    if (cited === null || host === null) continue;
    const content = withoutRange(context, host.content, openingOf(context, i), cited.end);
    if (content.length === 0) continue;
    host.content = content;
    const { source } = makerOf(context, cited, i + 1, region.end);
    made.set(i, {
      source: [sourceSpan(context, source)], cue: spanOf(context, i, i + 1), content: [...content], stance: 'report', negated: false, confidence: 0.8, token: i,
      sourceTokens: source, within: host.token,
    });
  }
  return made.size === 0 ? drafts : [...drafts.filter((draft) => !made.has(draft.token)), ...made.values()];
}

/** ", which cited": from the comma on. */
function openingOf(context: Context, i: number): number {
  const first = has(context, i - 1, Flag.relative) ? i - 1 : i;
  return has(context, first - 1, Flag.comma) ? first - 1 : first;
}

/** The report of the same sentence that the citation hangs on: the latest one before the word, or else the first after it. */
function hostOf(context: Context, drafts: readonly Draft[], i: number, region: TokenRange): Draft | null {
  let after: Draft | null = null;
  let before: Draft | null = null;
  for (const draft of nearby(drafts, i)) {
    if (draft.token === i || draft.token < region.first || draft.token >= region.end || context.quotation[draft.token] !== context.quotation[i]) continue;
    if (draft.stance !== 'report' || draft.source.length === 0 || CITES.has(lower(context, draft.token)) || draft.label === true) continue;
    if (draft.token < i && (before === null || draft.token > before.token)) before = draft;
    if (draft.token > i && (after === null || draft.token < after.token)) after = draft;
  }
  return before ?? after;
}

function nearby(drafts: readonly Draft[], i: number): readonly Draft[] {
  let low = 0;
  let high = drafts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((drafts[middle]?.token ?? 0) < i) low = middle + 1;
    else high = middle;
  }
  return drafts.slice(Math.max(0, low - REACH), low + REACH);
}

/** Pieces without the tokens `[from, end)`. */
function withoutRange(context: Context, pieces: readonly Span[], from: number, end: number): Span[] {
  const start = context.tokens[from]?.start ?? 0;
  const stop = context.tokens[end - 1]?.end ?? start;
  return pieces.flatMap((piece) => {
    if (piece.end <= start || piece.start >= stop) return [piece];
    const next = has(context, end, Flag.comma) ? end + 1 : end;
    const parts = [spanOf(context, firstTokenAt(context, piece.start), from), spanOf(context, next, firstTokenAt(context, piece.end))];
    return parts.filter((part) => part.start >= piece.start && part.end <= piece.end && part.start < part.end);
  });
}
