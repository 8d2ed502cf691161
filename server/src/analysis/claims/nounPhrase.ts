/** The noun phrase after a preposition, an inverted verb or a cue, without a parser: read forward to what cannot belong to it. */
import type { Context, TokenRange } from './context.js';
import { AUXILIARY, has, isMark, isNameLike, isNounLike, isTime, lower } from './context.js';
import { Flag } from './lexicon/words.js';
import { isDocuments, isPredicate } from './predicate.js';
import { ROLE_HEADS } from './sourceWords.js';

/** Tokens that a phrase may have at most. */
const REACH = 40;

/** Which parts a phrase read forward may have. */
export interface ForwardOptions {
  /** ", head of the union," after the noun. */
  readonly apposition: boolean;
  /** Prepositional phrases and relative clauses. */
  readonly modifiers: boolean;
}

/** The noun phrase that begins at `i`, or null. Stops before marks, verbs, clause openers and dates. */
export function nounPhraseAfter(context: Context, i: number, hi: number, options: ForwardOptions): TokenRange | null {
  const limit = Math.min(hi, i + REACH);
  if (has(context, i, Flag.pron | Flag.object) && !has(context, i, Flag.det)) return { first: i, end: i + 1 };
  let k = i;
  while (k < limit) {
    const next = stepForward(context, k, i, limit, options);
    if (next < 0) break;
    k = next;
  }
  while (k > i && has(context, k - 1, Flag.prep | Flag.conj | Flag.det | Flag.adv)) k--;
  if (k <= i || !holdsNoun(context, i, k)) return null;
  return { first: i, end: options.apposition ? nameBehindRole(context, i, k, hi) ?? apposition(context, k, hi) : k };
}

/** Whoever is cited is a source of its own. */
const CITING = new Set(['citing', 'quoting']);

/** Next token to read, or -1 where the phrase ends before this one. */
function stepForward(context: Context, k: number, first: number, hi: number, options: ForwardOptions): number {
  if (isMark(context, k)) return stepForwardMark(context, k, first, hi);
  if (k === first) return k + 1;
  if (CITING.has(lower(context, k))) return -1;
  if (has(context, k, AUXILIARY | Flag.that | Flag.to) && !(options.modifiers && isAmbassadorTo(context, k))) return -1;
  if (has(context, k, Flag.relative)) return options.modifiers ? relativeEnd(context, k, hi) : -1;
  if (has(context, k, Flag.sub | Flag.wh)) return options.modifiers && lower(context, k) === 'as' && has(context, k + 1, Flag.name) ? k + 1 : -1;
  if (has(context, k, Flag.prep)) return options.modifiers && !timeFollows(context, k + 1, hi) ? k + 1 : -1;
  if (isTime(context, k) && !has(context, k + 1, Flag.genitive)) {
    const end = endOfDate(context, k, hi);
    return has(context, k - 1, Flag.det) && isNounLike(context, end) && !isTime(context, end) ? end + 1 : -1;
  }
  if (has(context, k, Flag.conj)) return joinsPhrase(context, k) ? k + 1 : -1;
  if (has(context, k, Flag.det | Flag.poss)) return has(context, k - 1, Flag.prep | Flag.conj | Flag.det | Flag.to) || k === first ? k + 1 : -1;
  if (has(context, k, Flag.pron | Flag.object)) return has(context, k - 1, Flag.prep | Flag.det) ? k + 1 : -1;
  if (isPredicate(context, k) && !isDocuments(context, k)) return options.modifiers && isParticipleOf(context, k) ? k + 1 : -1;
  if (isNameLike(context, k) && isPluralCommon(context, k - 1) && !options.modifiers) return -1;
  return k + 1;
}

/** "a [March 14, 2019] press release". */
function endOfDate(context: Context, k: number, hi: number): number {
  let end = k;
  while (end < hi && (context.dated[end] === true || isTime(context, end))) end++;
  return end;
}

function isPluralCommon(context: Context, k: number): boolean {
  return isNounLike(context, k) && !isNameLike(context, k) && /s$/.test(lower(context, k));
}

function isAmbassadorTo(context: Context, k: number): boolean {
  return has(context, k, Flag.to) && (has(context, k + 1, Flag.det | Flag.poss) || isNameLike(context, k + 1));
}

function isParticipleOf(context: Context, k: number): boolean {
  return context.info[k]?.verb?.form === 'pastOrParticiple' && has(context, k + 1, Flag.prep);
}

function stepForwardMark(context: Context, k: number, first: number, hi: number): number {
  const text = context.tokens[k]?.text;
  if (text === '(') {
    for (let r = k + 1; r < hi && r < k + 8; r++) if (context.tokens[r]?.text === ')') return r + 1;
    return -1;
  }
  if (has(context, k, Flag.comma)) return k > first && isNameLike(context, k - 1) && isNameLike(context, k + 1) && isListAhead(context, k + 1, hi) ? k + 1 : -1;
  const q = context.quotation[k] ?? -1;
  if (!has(context, k, Flag.quote) || q < 0) return -1;
  let end = k;
  while (end < hi && context.quotation[end] === q) end++;
  return end - k <= 6 && k > first && isNameLike(context, k - 1) ? end : -1;
}

/** "A, B and C": an "and" follows within a few names. */
function isListAhead(context: Context, from: number, hi: number): boolean {
  for (let k = from; k < hi && k < from + 12; k++) {
    if (lower(context, k) === 'and') return isNameLike(context, k + 1) || has(context, k + 1, Flag.det);
    if (!isNounLike(context, k) && !has(context, k, Flag.comma | Flag.prep | Flag.det)) return false;
  }
  return false;
}

function joinsPhrase(context: Context, k: number): boolean {
  if (lower(context, k) !== 'and' && lower(context, k) !== '&' && lower(context, k) !== 'or') return false;
  const next = context.info[k + 1];
  return next?.verb === undefined || next.noun !== undefined || isNameLike(context, k + 1);
}

function timeFollows(context: Context, k: number, hi: number): boolean {
  return k < hi && isTime(context, k) && !isNounLike(context, k + 1);
}

/** A relative clause without a comma runs to the next mark. */
function relativeEnd(context: Context, k: number, hi: number): number {
  let r = k + 1;
  while (r < hi && !has(context, r, Flag.comma | Flag.semi | Flag.colon | Flag.stop | Flag.quote | Flag.dash)) r++;
  return r;
}

/** "The minister of health, Ana Ruiz,": past the name of the person whose role ends at `comma`, and past the comma that closes it; undefined where none is. */
export function nameBehindRole(context: Context, first: number, comma: number, hi: number): number | undefined {
  if (!has(context, comma, Flag.comma) || !beginsWithRole(context, first, comma)) return undefined;
  let k = comma + 1;
  while (k < hi && k <= comma + MOST_TITLES && context.name[k] === undefined && context.tokens[k]?.shape === 'title') k++;
  const name = context.name[k];
  if (name?.type !== 'PERSON') return undefined;
  while (k < hi && context.name[k] === name) k++;
  if (k < hi && has(context, k, Flag.comma)) return k + 1;
  return k >= hi || has(context, k, Flag.stop | Flag.semi) ? k : undefined;
}

/** "Pope", "Dr.", "Prime Minister". */
const MOST_TITLES = 3;

/** The last word before the first preposition or bracket is that of a role. */
function beginsWithRole(context: Context, first: number, end: number): boolean {
  let k = first;
  while (k < end && !has(context, k, Flag.prep | Flag.bracket | Flag.comma)) k++;
  return ROLE_HEADS.has(lower(context, k - 1));
}

/** ", head of the union," after a name: in, with its closing comma, if it has the form of a description. */
function apposition(context: Context, k: number, hi: number): number {
  if (!has(context, k, Flag.comma) || k + 1 >= hi || !describes(context, k + 1) || isOneOfWhom(context, k + 1)) return k;
  for (let r = k + 1; r < hi && r < k + REACH; r++) {
    if (has(context, r, Flag.semi | Flag.colon | Flag.quote | Flag.dash)) return r;
    if (has(context, r, Flag.stop) || r === hi - 1) return has(context, r, Flag.stop) ? r : r + 1;
    if (has(context, r, Flag.comma)) return r + 1;
    if (r > k + 2 && has(context, r, Flag.modal | Flag.do)) return k;
    // "Jim Osei, the goal is …": a subject with its verb, no description.
    if (r > k + 2 && has(context, r, Flag.be) && !has(context, r, Flag.pron) && !holdsRelative(context, k + 1, r)) return k;
  }
  return k;
}

/** ", one of whom said …": a clause of its own. */
function isOneOfWhom(context: Context, k: number): boolean {
  return lower(context, k + 1) === 'of' && (lower(context, k + 2) === 'whom' || lower(context, k + 2) === 'which');
}

function holdsRelative(context: Context, from: number, end: number): boolean {
  for (let k = from; k < end; k++) if (has(context, k, Flag.relative | Flag.that | Flag.wh)) return true;
  return false;
}

const DESCRIBING = new Set(['who', 'head', 'director', 'president', 'chairman', 'chief', 'leader', 'professor', 'spokesman', 'spokeswoman', 'spokesperson',
  'minister', 'secretary', 'editor', 'founder', 'author', 'member', 'mayor', 'lawyer', 'owner', 'manager', 'analyst', 'chair', 'aged', 'citing', 'co-author',
  'then', 'former', 'senior', 'deputy', 'executive', 'vice', 'ceo', 'commander', 'governor', 'senator', 'coach', 'captain', 'a', 'an', 'the', 'one', 'whose', 'themselves']);

function describes(context: Context, k: number): boolean {
  return (DESCRIBING.has(lower(context, k)) && lower(context, k) !== 'citing') || (context.tokens[k]?.shape === 'number' && has(context, k + 1, Flag.comma));
}

export function holdsNoun(context: Context, first: number, end: number): boolean {
  for (let k = first; k < end; k++) {
    if (isNounLike(context, k) || has(context, k, Flag.pron | Flag.relative | Flag.num | Flag.name)) return true;
  }
  return false;
}
