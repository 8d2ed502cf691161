/** How far content reaches (design document, part C3): to the end of its clause, without what the writer adds. */
import type { Span } from '../../base/span.js';
import type { Context, TokenRange } from './context.js';
import { AUXILIARY, firstTokenAt, has, isMark, isTime, lower, spanOf, tokenAfterQuotation } from './context.js';
import { answerAt } from './answered.js';
import { clauseFollows, opensQuotation, skipManner } from './after.js';
import { cueVerbAt } from './finders/cueVerb.js';
import { Complement } from './lexicon/index.js';
import { Flag } from './lexicon/words.js';
import { isPredicate } from './predicate.js';

/** Clause openers after a comma that begin the writer's own addition. */
const ASIDE = new Set([
  'while', 'whereas', 'though', 'although', 'despite', 'after', 'following', 'amid', 'according', 'however', 'but', 'also', 'before', 'per',
]);

/** End of content that starts at `at`: one past its last token. `cue` is the token of its cue word. */
export function contentEnd(context: Context, at: number, region: TokenRange, cue: number): number {
  const own = context.quotation[cue] ?? -1;
  let k = at;
  let clause = false;
  while (k < region.end) {
    const q = context.quotation[k] ?? -1;
    if (q >= 0 && q !== own) {
      const end = tokenAfterQuotation(context, q);
      if (closesSentence(context, q, end)) return end;
      k = Math.max(end, k + 1);
      continue;
    }
    if (endsBefore(context, k, at, region.end) || (k > at && !clause && addsClause(context, k, region.end)) || (k > at && !clause && endsPhrase(context, k, region.end))) break;
    clause ||= has(context, k, AUXILIARY | Flag.that | Flag.wh | Flag.to) || isPredicate(context, k);
    k++;
  }
  return trimEnd(context, at, Math.max(k, at));
}

/** A quotation of some length with a stop or comma inside its closing mark ends the content. */
function closesSentence(context: Context, q: number, end: number): boolean {
  const inner = context.block.quotations[q]?.inner;
  if (inner === undefined || inner.end <= inner.start) return false;
  const last = context.text[inner.end - 1] ?? '';
  if (last === ',') return !joinsQuotation(context, end);
  return (last === '.' || last === '!' || last === '?') && !joinsQuotation(context, end) && !(has(context, end, Flag.conj) && !isAttributionAhead(context, end + 1, end + 14));
}

/** `"…" and "…"`: a second quotation joined to the first. */
function joinsQuotation(context: Context, k: number): boolean {
  return has(context, k, Flag.conj) && (opensQuotation(context, k + 1) || (has(context, k + 1, Flag.that) && !isMark(context, k + 2)));
}

/** Content without a predicate ends at "and" with a predicate after it, and at "at a briefing". */
function endsPhrase(context: Context, k: number, hi: number): boolean {
  if (lower(context, k) === 'which' && !has(context, k - 1, Flag.comma | Flag.prep)) return true;
  if (skipManner(context, k, hi) > k && !has(context, k - 1, Flag.bracket) && lower(context, k) !== 'to' && lower(context, k) !== 'with' && lower(context, k) !== 'by') return true;
  if (!has(context, k, Flag.conj)) return false;
  let next = k + 1;
  while (next < hi && has(context, next, Flag.adv)) next++;
  return has(context, next, AUXILIARY) || isPredicate(context, next);
}

/** "denied funds for the wall, and the dispute led to …": after content without a predicate, a clause of its own. */
function addsClause(context: Context, comma: number, hi: number): boolean {
  const subject = comma + 2;
  if (!has(context, comma, Flag.comma) || !has(context, comma + 1, Flag.conj) || !has(context, subject, Flag.det | Flag.pron | Flag.poss)) return false;
  return clauseFollows(context, subject, hi);
}

function endsBefore(context: Context, k: number, at: number, hi: number): boolean {
  if (has(context, k, Flag.semi)) return true;
  if (k === at) return false;
  if (has(context, k, Flag.comma)) return commaEnds(context, k, hi);
  if (has(context, k, Flag.dash)) return answerAt(context, k, hi) !== null;
  if (has(context, k, Flag.colon)) return opensQuotation(context, k + 1) || clauseFollows(context, k + 1, hi);
  const word = lower(context, k);
  if (word === 'according' || word === 'citing') return true;
  if (word === 'without' && isCueVerb(context, k + 1)) return true;
  if (has(context, k, Flag.conj)) return conjunctionEnds(context, k, hi);
  if (word === 'while' || word === 'whereas') return isAttributionAhead(context, k + 1, Math.min(hi, k + 14));
  return false;
}

function commaEnds(context: Context, k: number, hi: number): boolean {
  const next = k + 1;
  if (next >= hi) return true;
  if (answerAt(context, k, hi) !== null) return true;
  const word = lower(context, next);
  if (RELATIVES.has(word) || has(context, next, Flag.relative)) return !isMedial(context, next, hi);
  if (ASIDE.has(word)) return !MEDIAL.has(word) || !isMedial(context, next, hi);
  if (has(context, next, Flag.conj)) return conjunctionEnds(context, next, hi);
  if (word === 'with') return hasIngCue(context, next + 1, Math.min(hi, next + 10));
  if (word.endsWith('ing') && isCueVerb(context, next)) return true;
  if (has(context, next, Flag.adv) && isCueVerb(context, next + 1)) return true;
  return isCodaAhead(context, next, Math.min(hi, next + 14), hi);
}

/** "and wrote …" with the outer subject, or "and Lora said …" with its own. */
function conjunctionEnds(context: Context, k: number, hi: number): boolean {
  let next = k + 1;
  while (next < hi && (has(context, next, Flag.adv) || has(context, next, AUXILIARY))) next++;
  if (isFiniteCue(context, next)) return true;
  if (context.info[next]?.verb?.form === 'base' && (has(context, next + 1, Flag.that) || (has(context, next + 1, Flag.pron) && !has(context, next + 1, Flag.det)))) return true;
  if (has(context, k - 1, Flag.comma) && has(context, k + 1, Flag.be | Flag.modal | Flag.do)) return true;
  return isAttributionAhead(context, k + 1, Math.min(hi, k + 14));
}

const MEDIAL = new Set(['following', 'after', 'despite', 'before', 'amid', 'also']);
const RELATIVES = new Set(['which', 'who', 'whose', 'whom', 'where']);

/** ", which …, was": the clause goes on after the relative clause, so this comma does not end it. */
function isMedial(context: Context, from: number, hi: number): boolean {
  for (let k = from; k < hi && k < from + 30; k++) {
    if (has(context, k, Flag.semi | Flag.colon)) return false;
    if (has(context, k, Flag.comma)) return has(context, k + 1, AUXILIARY) || isPredicate(context, k + 1) || (lower(context, k + 1) === 'and' && has(context, k + 2, Flag.poss));
  }
  return false;
}

function isCueVerb(context: Context, k: number): boolean {
  return context.info[k]?.verb !== undefined;
}

/** A past or third-person form of a verb that can take a quotation. */
function isFiniteCue(context: Context, k: number): boolean {
  const verb = context.info[k]?.verb;
  if (verb === undefined || (verb.sense.complements & (Complement.q | Complement.t)) === 0) return false;
  if (verb.form === 's') return context.info[k]?.noun === undefined && cueVerbAt(context, k) !== null;
  return verb.form === 'past' || verb.form === 'pastOrParticiple';
}

/** A new subject and a verb of saying follow before the next mark. */
function isAttributionAhead(context: Context, from: number, limit: number): boolean {
  for (let k = from; k < limit; k++) {
    if (isMark(context, k)) return false;
    if (k > from && isFiniteCue(context, k) && takesQuotation(context, k) && !has(context, k - 1, Flag.be | Flag.det | Flag.poss)) return true;
    if (has(context, k, AUXILIARY | Flag.verb) && !has(context, k, Flag.have)) return false;
  }
  return false;
}

function takesQuotation(context: Context, k: number): boolean {
  return ((context.info[k]?.verb?.sense.complements ?? 0) & Complement.q) !== 0;
}

function hasIngCue(context: Context, from: number, limit: number): boolean {
  for (let k = from; k < limit; k++) {
    if (isMark(context, k)) return false;
    if (context.info[k]?.verb?.form === 'ing') return true;
  }
  return false;
}

/** ", Lora said", ", the Keld Union (KU) said on Monday": a verb of saying, and nothing but a time between it and a mark or the end. */
function isCodaAhead(context: Context, from: number, limit: number, hi: number): boolean {
  for (let k = from; k < limit; k++) {
    if (context.tokens[k]?.text === '(' && context.tokens[k + 2]?.text === ')') {
      k += 2;
      continue;
    }
    if (isMark(context, k)) return false;
    if (!isFiniteCue(context, k) || !takesQuotation(context, k)) continue;
    let end = k + 1;
    while (end < hi && (isTime(context, end) || (has(context, end, Flag.prep) && isTime(context, end + 1)))) end++;
    return end >= hi || isMark(context, end);
  }
  return false;
}

function trimEnd(context: Context, at: number, end: number): number {
  let e = end;
  while (e > at && has(context, e - 1, Flag.stop | Flag.comma | Flag.dash | Flag.semi | Flag.colon) && !closesQuotation(context, e - 1)) e--;
  return e;
}

function closesQuotation(context: Context, k: number): boolean {
  return has(context, k, Flag.quote) && (context.quotation[k] ?? -1) >= 0;
}

/** Content to the right of its cue, as one span; null for none. A quotation that runs on past the sentence is taken whole. */
export function contentRight(context: Context, at: number, region: TokenRange, cue: number): Span | null {
  if (at >= region.end) return null;
  const end = opensQuotation(context, at) ? quotedEnd(context, at, region, cue) : contentEnd(context, at, region, cue);
  return end <= at ? null : spanOf(context, at, end);
}

/** Content that opens with a quotation: a long one stands alone, a short one is part of a clause. */
function quotedEnd(context: Context, at: number, region: TokenRange, cue: number): number {
  const q = context.quotation[at] ?? -1;
  const end = tokenAfterQuotation(context, q);
  if (end >= region.end) return end;
  if (isMark(context, end) && !has(context, end, Flag.bracket)) {
    if (has(context, end, Flag.comma) && joinsQuotation(context, end + 1)) return contentEnd(context, end + 2, region, cue);
    return end;
  }
  if (joinsQuotation(context, end)) return contentEnd(context, end + 1, region, cue);
  if (end - at >= 9 || closesSentence(context, q, end)) return end;
  return contentEnd(context, end, region, cue);
}

/** Content that ends before token `end`, back to the start of its clause or of its quotation; null for none. */
export function contentLeft(context: Context, end: number, region: TokenRange): Span | null {
  let e = end;
  while (e > region.first && has(context, e - 1, Flag.comma | Flag.dash) && !closesQuotation(context, e - 1)) e--;
  if (e <= region.first) return null;
  const q = context.quotation[e - 1] ?? -1;
  const own = context.quotation[region.first - 1] === q && q >= 0 && !closesQuotation(context, e - 1);
  let first = clauseStart(context, e, region);
  if (q >= 0 && !own) first = Math.min(first, firstTokenAt(context, context.block.quotations[q]?.start ?? Infinity));
  return first >= e ? null : spanOf(context, first, e);
}

const OPENING = new Set(['however', 'meanwhile', 'but', 'and', 'additionally', 'furthermore', 'moreover']);

/** After the last semicolon, or the region's start without its connective. */
function clauseStart(context: Context, e: number, region: TokenRange): number {
  let first = region.first;
  for (let k = e - 1; k > region.first; k--) {
    if (has(context, k, Flag.semi) && (context.quotation[k] ?? -1) < 0) {
      first = k + 1;
      break;
    }
  }
  while (first < e && (OPENING.has(lower(context, first)) || (first > region.first && has(context, first, Flag.comma)))) {
    first++;
    if (has(context, first, Flag.comma)) first++;
  }
  return first;
}
