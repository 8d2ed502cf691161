/** The subject before a verb, without a parser: read backward to the boundary of its clause. */
import type { Context, TokenRange } from './context.js';
import { AUXILIARY, MARK, has, isMark, isNameLike, isNounLike, isTime, lower } from './context.js';
import { Flag } from './lexicon/words.js';
import { holdsNoun } from './nounPhrase.js';
import { isPredicate } from './predicate.js';

/** How far back a subject may start: longer stretches are no source. */
const REACH = 40;
const RELATIVE_REACH = 12;

interface Walk {
  readonly first: number;
  /** Ended at a boundary at which a subject may begin, not at a predicate. */
  readonly clean: boolean;
}

/** The subject that ends right before token `end`, adverbials of time between left out. Null if there is none. */
export function subjectBefore(context: Context, end: number, lo: number): TokenRange | null {
  const e = skipTimeBack(context, end, lo);
  if (e <= lo) return null;
  if (has(context, e - 1, Flag.comma)) return appositionBefore(context, e, lo);
  if (has(context, e - 1, Flag.dash)) return betweenDashes(context, e, lo);
  if (e - 2 >= lo && isCounterpart(context, e)) return { first: e - 2, end: e };
  const walk = walkBack(context, e, lo);
  return rangeOf(context, walk.first, e);
}

/** "on Monday" or ", on Monday," between a subject and its verb. */
function skipTimeBack(context: Context, end: number, lo: number): number {
  let e = end;
  const closing = has(context, e - 1, Flag.comma) && e - 1 > lo;
  let k = closing ? e - 1 : e;
  while (k > lo && isTime(context, k - 1)) k--;
  if (k === (closing ? e - 1 : e)) return end;
  if (k > lo && (has(context, k - 1, Flag.prep) || lower(context, k - 1) === 'early' || lower(context, k - 1) === 'late')) k--;
  if (closing) return k > lo && has(context, k - 1, Flag.comma) ? k - 1 : end;
  e = k;
  return e;
}

/** ", in a statement on Wednesday,": how it was said, not who says it. */
const WHERE_AND_WHEN = new Set(['however', 'meanwhile', 'though', 'instead', 'in', 'on', 'at', 'during', 'via', 'through', 'after', 'before', 'when', 'while']);

/** "Jan Brix, head of the union, said": the name, its apposition and both commas. */
function appositionBefore(context: Context, e: number, lo: number): TokenRange | null {
  const close = e - 1;
  const limit = Math.max(lo, close - REACH);
  for (let comma = close - 1; comma > limit; comma--) {
    if (has(context, comma, Flag.semi | Flag.colon | Flag.stop | Flag.quote)) return null;
    if (!has(context, comma, Flag.comma)) continue;
    const walk = walkBack(context, comma, lo);
    const range = walk.clean ? rangeOf(context, walk.first, comma) : null;
    if (range === null) continue;
    if (lower(context, comma + 1) === 'and' || startsClause(context, comma + 1)) return null;
    // ", citing its own figures," is an attribution of its own.
    if (context.info[comma + 1]?.verb?.form === 'ing' || WHERE_AND_WHEN.has(lower(context, comma + 1))) return range;
    return extendOverCommas(context, { first: range.first, end: e }, lo);
  }
  return null;
}

/** "Her counterpart — Jan Brix — said": with both dashes. */
function betweenDashes(context: Context, e: number, lo: number): TokenRange | null {
  const limit = Math.max(lo, e - 1 - REACH);
  for (let dash = e - 2; dash > limit; dash--) {
    if (has(context, dash, Flag.semi | Flag.colon | Flag.stop | Flag.quote)) return null;
    if (!has(context, dash, Flag.dash)) continue;
    const walk = walkBack(context, dash, lo);
    const range = walk.clean ? rangeOf(context, walk.first, dash) : null;
    return range === null ? null : { first: range.first, end: e };
  }
  return null;
}

/** "Brix, a lawyer from Riga, Latvia, said": go on while a name with its own comma stands before. */
function extendOverCommas(context: Context, range: TokenRange, lo: number): TokenRange {
  let { first } = range;
  for (let round = 0; round < 3; round++) {
    const comma = has(context, first - 1, Flag.prep) ? first - 2 : first - 1;
    if (comma <= lo || !has(context, comma, Flag.comma) || (comma === first - 1 && isNameLike(context, first))) break;
    const walk = walkBack(context, comma, lo);
    const before = walk.clean ? rangeOf(context, walk.first, comma) : null;
    if (before === null || !isNameLike(context, before.end - 1)) break;
    first = before.first;
  }
  return { first, end: range.end };
}

/** A personal pronoun or an auxiliary right here: no apposition begins so. */
function startsClause(context: Context, i: number): boolean {
  return has(context, i, Flag.pron) && !has(context, i, Flag.relative | Flag.det);
}

const PARTS = new Set(['one', 'two', 'three', 'four', 'five', 'some', 'many', 'most', 'all', 'none', 'each', 'both', 'several', 'few', 'half', 'another', 'neither', 'either']);

/** "one of them", "most of us". */
function isPartOf(context: Context, e: number, lo: number): boolean {
  return e - 3 >= lo && has(context, e - 1, Flag.object | Flag.pron) && lower(context, e - 2) === 'of' && PARTS.has(lower(context, e - 3));
}

const COUNTERPARTS = new Set(['other', 'others', 'latter', 'former']);

/** "One said …; the other (said) …": all of a phrase that ends before token `e`. */
export function isCounterpart(context: Context, e: number): boolean {
  return COUNTERPARTS.has(lower(context, e - 1)) && lower(context, e - 2) === 'the';
}

function walkBack(context: Context, e: number, lo: number): Walk {
  if (isPartOf(context, e, lo)) return { first: e - 3, clean: true };
  const limit = Math.max(lo, e - REACH);
  if (has(context, e - 1, Flag.pron | Flag.relative) && !isNounLike(context, e - 1) && !isMark(context, e - 1)) return { first: e - 1, clean: true };
  let k = e - 1;
  while (k >= limit) {
    const step = stepBack(context, k, e, limit);
    if (step === 'clean') return { first: k + 1, clean: true };
    if (step === 'dirty') return { first: k + 1, clean: false };
    if (step === 'here') return { first: k, clean: true };
    k = step;
  }
  return { first: k + 1, clean: true };
}

/** The next token to look at, or why the phrase ends: before this token, at a predicate, or with this token. */
function stepBack(context: Context, k: number, e: number, lo: number): number | 'clean' | 'dirty' | 'here' {
  if (isMark(context, k)) return stepOverMark(context, k, lo);
  if (has(context, k, AUXILIARY) || isPredicate(context, k)) return beforeRelative(context, k, lo);
  if (has(context, k, Flag.conj)) return stepOverConjunction(context, k, e, lo);
  if (has(context, k, Flag.prep) && !has(context, k, Flag.sub)) return k - 1;
  if (has(context, k, Flag.sub | Flag.wh | Flag.that)) return 'clean';
  if (has(context, k, Flag.det | Flag.poss)) return beginsPhrase(context, k, lo) ? 'here' : k - 1;
  if (has(context, k, Flag.pron | Flag.object)) return 'clean';
  if (isTime(context, k) && k + 1 < e && isNameLike(context, k + 1) && !has(context, k + 1, Flag.genitive)) return 'clean';
  return k - 1;
}

/** A determiner after a noun or a date opens a new phrase: "In Riga [the mayor …". */
function beginsPhrase(context: Context, k: number, lo: number): boolean {
  if (k - 1 < lo) return true;
  if (has(context, k - 1, Flag.prep | Flag.conj | Flag.det | Flag.to)) return false;
  return isNounLike(context, k - 1) || isTime(context, k - 1) || isMark(context, k - 1);
}

function stepOverMark(context: Context, k: number, lo: number): number | 'clean' {
  const word = context.tokens[k]?.text;
  if (word === ')') return openingBracket(context, k, lo) ?? 'clean';
  const q = context.quotation[k] ?? -1;
  if (!has(context, k, Flag.quote) || q < 0) return has(context, k, Flag.dash) && word === '-' ? k - 1 : 'clean';
  const first = firstOfQuotation(context, q, k, lo);
  return first !== null && k - first <= 5 && first > lo && !isMark(context, first - 1) && !isMark(context, k - 1) && !has(context, k - 1, Flag.stop) ? first - 1 : 'clean';
}

function openingBracket(context: Context, close: number, lo: number): number | null {
  for (let k = close - 1; k >= lo && k > close - 8; k--) if (context.tokens[k]?.text === '(') return k - 1;
  return null;
}

function firstOfQuotation(context: Context, q: number, from: number, lo: number): number | null {
  for (let k = from; k >= lo && k > from - 8; k--) if (context.quotation[k] !== q) return k + 1;
  return null;
}

/** A finite verb ends the phrase, unless a relative pronoun before it makes it part of one: "the man who was hurt said". */
function beforeRelative(context: Context, k: number, lo: number): number | 'dirty' {
  const limit = Math.max(lo + 1, k - RELATIVE_REACH);
  for (let r = k - 1; r >= limit; r--) {
    if (has(context, r, MARK)) return 'dirty';
    if (has(context, r, Flag.relative) && isNounLike(context, r - 1)) return r - 1;
  }
  return 'dirty';
}

/** "Keld and Lora": joined sources; "… visited Riga and Lora said": a new clause. Tried by walking on. */
function stepOverConjunction(context: Context, k: number, e: number, lo: number): number | 'clean' {
  if (lower(context, k) !== 'and' && lower(context, k) !== 'or' && lower(context, k) !== '&') return 'clean';
  if (k + 1 >= e || k - 1 < lo) return 'clean';
  if (has(context, k - 1, Flag.comma)) return 'clean';
  for (let left = k - 1; left >= lo; left--) {
    if (has(context, left, AUXILIARY) || isPredicate(context, left)) return 'clean';
    if (has(context, left, Flag.sub | Flag.wh | Flag.that | Flag.semi | Flag.colon | Flag.quote)) break;
    if (has(context, left, Flag.comma)) {
      if (isListBefore(context, left, lo)) continue;
      break;
    }
    if (has(context, left, Flag.pron | Flag.object) && !has(context, left, Flag.det)) return 'clean';
  }
  return k - 1;
}

function isListBefore(context: Context, comma: number, lo: number): boolean {
  return comma - 1 >= lo && isNameLike(context, comma - 1) && isNameLike(context, comma + 1);
}

/** Cuts what opens a sentence before its subject; null if nothing fit for a subject is left. */
function rangeOf(context: Context, from: number, end: number): TokenRange | null {
  let first = from;
  while (first < end && has(context, first, Flag.adv | Flag.conj) && !has(context, first, Flag.det | Flag.pron)) first++;
  if (lower(context, first) === 'at' && (lower(context, first + 1) === 'least' || lower(context, first + 1) === 'most')) return { first, end };
  if (first < end && has(context, first, Flag.prep) && !has(context, first, Flag.det)) first = afterOpeningPhrase(context, first, end);
  while (first < end && (has(context, first, Flag.prep) || lower(context, first) === "'s") && !isNounLike(context, first)) first++;
  if (first >= end || !holdsNoun(context, first, end)) return null;
  return { first, end };
}

/** "In addition to the inspections | Brudzinski": the subject begins where a plural meets a name. */
function afterOpeningPhrase(context: Context, from: number, end: number): number {
  for (let k = end - 1; k > from + 1; k--) {
    if (!isNounLike(context, k)) continue;
    const left = k - 1;
    if (isTime(context, left) && !isTime(context, k)) return k;
    if (isNameLike(context, k) && isNounLike(context, left) && !isNameLike(context, left) && /s$/.test(lower(context, left))) return k;
  }
  return from;
}

/**
 * ", which is not accused of a crime, said": behind a comma the relative clause ends at the one before the main verb.
 * `at` is where its own words go on; a comma in another quotation than theirs ends nothing.
 */
export function withinRelative(context: Context, relative: number, at: number, region: TokenRange): TokenRange {
  if (!has(context, relative, Flag.relative) || !has(context, relative - 1, Flag.comma)) return region;
  for (let k = at + 1; k < region.end; k++) {
    if (context.quotation[k] === context.quotation[at] && has(context, k, Flag.comma) && (has(context, k + 1, AUXILIARY) || isPredicate(context, k + 1))) return { first: region.first, end: k };
  }
  return region;
}
