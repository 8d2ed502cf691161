/** "According to X, …", "…, according to X", "per X": attribution by preposition. */
import type { Span } from '../../../base/span.js';
import { skipTime } from '../after.js';
import type { Context, Draft, TokenRange } from '../context.js';
import { AUXILIARY, has, isMark, isNameLike, lower, regionOf, spanOf } from '../context.js';
import { contentLeft, contentRight } from '../extent.js';
import { Flag } from '../lexicon/words.js';
import { nameBehindRole, nounPhraseAfter } from '../nounPhrase.js';
import { isPredicate } from '../predicate.js';
import { headOf } from '../sourceKind.js';
import { ROLE_HEADS } from '../sourceWords.js';
import { continuation } from './saying.js';

/** Tokens of the preposition, or 0. */
function prepositionLength(context: Context, i: number): number {
  const word = lower(context, i);
  // Per Dahl.
  if (context.name[i] !== undefined) return 0;
  if (word === 'according') return lower(context, i + 1) === 'to' ? 2 : 0;
  if (word === 'per') return lower(context, i - 1) === 'as' || isNameLike(context, i + 1) || has(context, i + 1, Flag.det | Flag.poss) ? 1 : 0;
  return 0;
}

export function accordingClaim(context: Context, i: number): Draft | null {
  const length = prepositionLength(context, i);
  if (length === 0) return null;
  const region = regionOf(context, i);
  const begin = lower(context, i - 1) === 'as' && lower(context, i) === 'per' ? i - 1 : i;
  const opening = begin === region.first || opensClause(context, begin, region);
  const plain = nounPhraseAfter(context, i + length, region.end, { apposition: false, modifiers: true });
  if (plain === null) return null;
  const { source, cueEnd } = makerOf(context, withApposition(context, plain, region.end, opening), i + length, region.end);
  const next = skipTime(context, source.end, region.end);
  const content = opening ? after(context, i, region, next) : before(context, i, begin, region, next);
  if (content.length === 0) return null;
  return {
    source: [spanOf(context, source.first, source.end)], cue: spanOf(context, begin, cueEnd), content, stance: 'report', negated: false, confidence: 0.95,
    token: i, sourceTokens: source,
  };
}

/** With the name behind a role, or the role behind a name. */
function withApposition(context: Context, plain: TokenRange, hi: number, opening: boolean): TokenRange {
  const named = nameBehindRole(context, plain.first, plain.end, hi);
  if (named !== undefined) return { first: plain.first, end: named };
  const described = endsInPerson(context, plain) ? nounPhraseAfter(context, plain.first, hi, { apposition: true, modifiers: true }) : null;
  return described === null || opening && !isRole(context, plain.end, described.end, hi) ? plain : described;
}

/** Only a person's name takes a description after it here; after a body's name the sentence goes on. */
function endsInPerson(context: Context, phrase: TokenRange): boolean {
  const name = context.name[phrase.end - 1];
  return name === undefined ? isNameLike(context, phrase.end - 1) && isNameLike(context, phrase.end - 2) : name.type === 'PERSON';
}

/** ", head of the union," with more after it: a role between commas, not the clause that the person is cited for. */
function isRole(context: Context, comma: number, end: number, hi: number): boolean {
  if (end <= comma + 1 || end >= hi || !has(context, end - 1, Flag.comma)) return false;
  for (let k = comma + 1; k < end; k++) if (has(context, k, AUXILIARY) || isPredicate(context, k)) return false;
  return ROLE_HEADS.has(lower(context, headOf(context, { first: comma + 1, end: end - 1 })));
}

/** After a connective at the sentence's start, or after "that", "and" and the like: the content follows. */
function opensClause(context: Context, begin: number, region: TokenRange): boolean {
  const before = begin - 1;
  if (before < region.first) return true;
  if (has(context, before, Flag.that | Flag.semi)) return true;
  if (has(context, before, Flag.conj) || lower(context, before) === 'while') return true;
  return has(context, before, Flag.comma) && before - region.first <= 1 && has(context, region.first, Flag.adv | Flag.conj);
}

/** "a tweet on Monday by Keld": the maker is the source, the artifact goes to the cue. */
export function makerOf(context: Context, phrase: TokenRange, first: number, hi: number): { source: TokenRange; cueEnd: number } {
  const plain = { source: phrase, cueEnd: first };
  for (let k = phrase.first; k < phrase.end; k++) {
    if (MAKER_PREPOSITIONS.has(lower(context, k)) && ARTIFACTS.has(lower(context, k - 1)) && k + 1 < phrase.end) {
      return { source: { first: k + 1, end: phrase.end }, cueEnd: k };
    }
  }
  if (!ARTIFACTS.has(lower(context, phrase.end - 1))) return plain;
  let k = skipTime(context, phrase.end, hi);
  if (has(context, k, Flag.comma)) return plain;
  if (PUBLISHED.has(lower(context, k))) k++;
  if (lower(context, k) !== 'by' && lower(context, k) !== 'from') return plain;
  const maker = nounPhraseAfter(context, k + 1, hi, { apposition: false, modifiers: true });
  return maker === null ? plain : { source: maker, cueEnd: phrase.end };
}

const MAKER_PREPOSITIONS = new Set(['by', 'from']);
const PUBLISHED = new Set(['published', 'released', 'issued', 'made', 'posted', 'signed']);
const ARTIFACTS = new Set([
  'tweet', 'statement', 'report', 'study', 'post', 'survey', 'poll', 'data', 'figures', 'letter', 'memo', 'release', 'filing', 'documents', 'document', 'notice', 'numbers',
  'analysis', 'research', 'statistics', 'estimates', 'article', 'published', 'released', 'issued', 'decree', 'signed', 'information',
]);

function after(context: Context, i: number, region: TokenRange, next: number): Span[] {
  let at = has(context, next - 1, Flag.comma) ? next - 1 : next;
  while (at < region.end && at < next + 12 && !isMark(context, at)) at++;
  if (!has(context, at, Flag.comma)) at = has(context, next, Flag.comma) ? next : at < region.end && has(context, at, Flag.colon) ? at : next;
  if (has(context, at, Flag.comma)) at = aroundAside(context, at, region.end);
  if (has(context, at, Flag.comma | Flag.colon)) at++;
  const content = contentRight(context, at, region, i);
  return content === null ? [] : [content];
}

const ASIDES = new Set(['seen', 'obtained', 'reviewed', 'published', 'released', 'issued', 'posted', 'dated', 'shared', 'which']);

/** "According to its estimate, seen by the paper, …": the comma behind what is said of the source, or the one given. */
function aroundAside(context: Context, comma: number, hi: number): number {
  if (!ASIDES.has(lower(context, comma + 1))) return comma;
  for (let k = comma + 2; k < hi && k < comma + 16; k++) if (has(context, k, Flag.comma)) return k;
  return comma;
}

function before(context: Context, i: number, begin: number, region: TokenRange, next: number): Span[] {
  const left = contentLeft(context, begin, region);
  if (left === null) return [];
  const right = continuation(context, i, region, { at: next });
  if (right === null || (has(context, next + 1, Flag.pron) && !has(context, next + 1, Flag.det | Flag.relative))) return [left];
  return [left, right];
}
