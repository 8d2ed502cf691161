/** Finite verbs with a subject: "X said that …", "…, X said", "…," said X, and verbs that share a subject. */
import type { Span } from '../../../base/span.js';
import { clauseFollows, infinitiveFollows, opensQuotation, readAfter } from '../after.js';
import type { After } from '../after.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { AUXILIARY, MARK, has, isMark, isTime, lower, regionOf, spanOf } from '../context.js';
import { contentLeft, contentRight } from '../extent.js';
import { Complement } from '../lexicon/index.js';
import type { CueSense } from '../lexicon/index.js';
import { Flag } from '../lexicon/words.js';
import { nounPhraseAfter } from '../nounPhrase.js';
import { subjectBefore, withinRelative } from '../subject.js';
import { isPredicate } from '../predicate.js';
import type { VerbGroup } from '../verbGroup.js';
import type { CueVerb } from './cueVerb.js';
import { latestSource, mainSubject, sourceSpan, stanceOf } from './draft.js';

export function sayingClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup, drafts: readonly Draft[]): Draft | null {
  const region = regionOf(context, i);
  const inverted = invertedClaim(context, i, cue, group, region);
  if (inverted !== null) return inverted;
  const after = readAfter(context, cue.end, region.end, cue.sense);
  const subject = subjectBefore(context, group.first, region.first);
  if (subject !== null) {
    const around = afterContent(context, i, cue, group, region, subject, after);
    if (around !== null) return around;
  }
  if (!isLicensed(context, cue.sense, after, region.end)) return null;
  const content = contentRight(context, after.at, relativeRegion(context, subject, region, after), i);
  if (content === null) return null;
  if (cue.sense.lemma === 'call' && after.kind === 'phrase' && !namesSomething(context, after.at, content)) return null;
  const source = subject ?? (isJoined(context, group.first) ? latestSource(context, drafts, region, i) : null);
  if (source === null && !opensQuotation(context, after.at) && after.kind !== 'that') return null;
  return draftOf(context, i, cue, group, after, source, [content], after.kind === 'phrase' ? 0.75 : 0.9);
}

/** ", who said …, left": the relative clause ends at the comma before the main verb; "who wanted to stay said": at the main verb. */
function relativeRegion(context: Context, subject: TokenRange | null, region: TokenRange, after: After): TokenRange {
  if (subject === null || !has(context, subject.first, Flag.relative)) return region;
  if (has(context, subject.first - 1, Flag.comma)) return withinRelative(context, subject.first, after.at, region);
  for (let k = after.at + 1; k < region.end; k++) {
    if (context.quotation[k] !== context.quotation[after.at]) continue;
    if (after.kind === 'to' && isMainSaying(context, k)) return { first: region.first, end: k };
    if (has(context, k, MARK | Flag.sub | Flag.wh | Flag.that)) break;
  }
  return region;
}

/** "said", "told": with no subject of its own right before it. */
function isMainSaying(context: Context, k: number): boolean {
  const verb = context.info[k]?.verb;
  return verb !== undefined && (verb.form === 'past' || verb.form === 'pastOrParticiple') && verb.sense.stance === 'report' && (verb.sense.complements & Complement.q) !== 0
    && !has(context, k - 1, Flag.pron | AUXILIARY | Flag.det);
}

/** "called it a day of shame", "called the law “absurd”", as against "called the sevengill shark". */
function namesSomething(context: Context, at: number, content: Span): boolean {
  if (has(context, at, Flag.object)) return true;
  for (let k = at + 1; k < context.tokens.length; k++) {
    const token = context.tokens[k];
    if (token === undefined || token.start >= content.end) return false;
    if (has(context, k, Flag.quote) || (has(context, k, Flag.det) && !has(context, k - 1, Flag.prep))) return true;
    if (has(context, k, Flag.prep | Flag.comma)) return false;
  }
  return false;
}

/** Preceded by "and", "but", a comma: a second predicate of the subject before. */
function isJoined(context: Context, first: number): boolean {
  return has(context, first - 1, Flag.conj | Flag.comma | Flag.adv) || !isMark(context, first - 1);
}

export function draftOf(
  context: Context, i: number, cue: CueVerb, group: VerbGroup, after: After, source: TokenRange | null, content: Span[], confidence: number,
): Draft {
  return {
    source: source === null ? [] : [sourceSpan(context, source)],
    cue: { start: group.start, end: context.tokens[Math.max(after.cueEnd, cue.end) - 1]?.end ?? group.start },
    content, stance: stanceOf(cue.sense, after.kind === 'to'), negated: group.negated, confidence, token: i,
    ...(source === null ? {} : { sourceTokens: source }),
  };
}

/** True if what follows is content for this verb. */
export function isLicensed(context: Context, sense: CueSense, after: After, hi: number): boolean {
  const can = (bits: number): boolean => (sense.complements & bits) !== 0;
  switch (after.kind) {
    case 'none': return false;
    case 'preposition': return true;
    case 'quote': return can(Complement.q | Complement.t | Complement.c | Complement.n);
    case 'that': return can(Complement.t | Complement.n);
    case 'to': return can(Complement.i);
    case 'ing': return can(Complement.g | Complement.n | Complement.c);
    case 'as': return false;
    case 'phrase':
      if (after.colon) return can(Complement.q | Complement.t | Complement.n);
      if (can(Complement.n)) return true;
      if (can(Complement.a) && asFollows(context, after.at, hi)) return true;
      if (can(Complement.o) && infinitiveFollows(context, after.at, hi)) return true;
      return can(Complement.c) && (clauseFollows(context, after.at, hi) || (SAYING.has(sense.lemma) && has(context, after.at, Flag.det | Flag.poss | Flag.pron) && hi - after.at > 3));
  }
}

function asFollows(context: Context, at: number, hi: number): boolean {
  for (let k = at + 1; k < hi && k < at + 20; k++) {
    if (lower(context, k) === 'as') return true;
    if (has(context, k, Flag.semi | Flag.colon | Flag.stop | AUXILIARY)) return false;
  }
  return false;
}

/** Verbs that hardly take a thing as their object: what follows is a clause, though its verb may be in no list. */
const SAYING = new Set(['say', 'think', 'hope', 'insist', 'argue', 'warn', 'contend', 'believe']);

/** The content stands before, or on both sides: "…, X said", "… ," X said, "…". */
function afterContent(
  context: Context, i: number, cue: CueVerb, group: VerbGroup, region: TokenRange, subject: TokenRange, after: After,
): Draft | null {
  if ((cue.sense.complements & (Complement.q | Complement.c)) === 0) return null;
  const before = subject.first - 1;
  if (before < region.first || !has(context, before, Flag.comma | Flag.quote | Flag.dash)) return null;
  const closes = has(context, before, Flag.quote) || has(context, before - 1, Flag.quote);
  if (after.kind !== 'none' && !(after.kind === 'quote' && closes)) return null;
  if (after.recipient !== undefined && cue.sense.lemma !== 'tell') return null;
  const left = contentLeft(context, before + 1, region);
  if (left === null || !closes && !holdsClause(context, region.first, before)) return null;
  const content = [left];
  const right = after.kind === 'quote' ? contentRight(context, after.at, region, i) : continuation(context, i, region, after);
  if (right !== null) content.push(right);
  return draftOf(context, i, cue, group, after, subject, content, 0.92);
}

/** "During the visit" is no content; "the road is closed" is. */
function holdsClause(context: Context, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (has(context, k, AUXILIARY | Flag.quote) || isPredicate(context, k) || /[^e]ed$/.test(lower(context, k)) || /[a-z]s$/.test(lower(context, k))) return true;
  }
  return false;
}

const WHO = new Set(['who', 'whom', 'whose']);

/** "…, X said, to find out whether …": the sentence goes on after the attribution. */
export function continuation(context: Context, i: number, region: TokenRange, after: { readonly at: number }): Span | null {
  const { at } = after;
  if (!has(context, at, Flag.comma) || at + 1 >= region.end) return null;
  const next = at + 1;
  if (has(context, next, Flag.conj) && !opensQuotation(context, next + 1)) return null;
  if (context.info[next]?.verb?.form === 'ing' || lower(context, next) === 'according') return null;
  // ", who asked not to be named" is about who speaks.
  if (WHO.has(lower(context, next))) return null;
  if (opensQuotation(context, next)) return contentRight(context, next, region, i);
  return contentRight(context, next, region, i);
}

/** `"…," said X, the mayor.` */
function invertedClaim(context: Context, i: number, cue: CueVerb, group: VerbGroup, region: TokenRange): Draft | null {
  // Who follows "told" is told.
  if (cue.sense.lemma === 'tell' || (cue.sense.complements & Complement.q) === 0 || group.first - 1 < region.first) return null;
  const before = group.first - 1;
  const quote = has(context, before, Flag.quote) || (has(context, before, Flag.comma) && has(context, before - 1, Flag.quote));
  if (!quote && !has(context, before, Flag.comma | Flag.dash)) return null;
  if (opensQuotation(context, before)) return null;
  const start = cue.end;
  if (has(context, start, Flag.prep | Flag.to)) return null;
  const source = nounPhraseAfter(context, start, region.end, { apposition: true, modifiers: true });
  if (source === null) return null;
  if (!quote && !(isClosed(context, source.end, region.end) && (cue.sense.complements & Complement.c) !== 0 && mainSubject(context, region, before) !== null && !closesRelative(context, region.first, before))) return null;
  if (isTime(context, source.first) || has(context, source.first, Flag.num)) return null;
  if (quote && has(context, start, Flag.that | Flag.to)) return null;
  const left = contentLeft(context, before + 1, region);
  if (left === null) return null;
  const at = skipToMark(context, source.end, region.end);
  const content = [left];
  const right = rightOfInverted(context, i, region, at, source);
  if (right !== null) content.push(right);
  return {
    source: [sourceSpan(context, source)], cue: spanFromGroup(context, group, cue.end), content, stance: cue.sense.stance, negated: group.negated,
    confidence: 0.92, token: i, sourceTokens: source,
  };
}

/** "The pilot, who …, said": the comma closes a relative clause, and the verb's subject stands before that. */
function closesRelative(context: Context, first: number, comma: number): boolean {
  for (let k = comma - 1; k > first; k--) {
    if (!has(context, k, Flag.comma)) continue;
    if (!has(context, k + 1, Flag.relative)) return false;
    for (let r = first; r < k; r++) if (has(context, r, AUXILIARY) || isPredicate(context, r)) return false;
    return true;
  }
  return false;
}

function spanFromGroup(context: Context, group: VerbGroup, end: number): Span {
  return { start: group.start, end: spanOf(context, end - 1, end).end };
}

function isClosed(context: Context, k: number, hi: number): boolean {
  return k >= hi || isMark(context, k) || has(context, k - 1, Flag.comma) || has(context, k, Flag.prep);
}

/** Past "in a statement on Monday" to the mark after the source. */
function skipToMark(context: Context, from: number, hi: number): number {
  let k = from;
  while (k < hi && k < from + 14 && !isMark(context, k)) k++;
  return k;
}

function rightOfInverted(context: Context, i: number, region: TokenRange, at: number, source: TokenRange): Span | null {
  if (at >= region.end) return null;
  if (opensQuotation(context, at) || (has(context, at, Flag.colon | Flag.comma) && opensQuotation(context, at + 1))) {
    return contentRight(context, opensQuotation(context, at) ? at : at + 1, region, i);
  }
  if (has(context, at - 1, Flag.comma) && source.end === at) return null;
  return continuation(context, i, region, { at });
}
