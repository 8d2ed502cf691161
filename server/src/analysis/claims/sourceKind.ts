/** Which kind of source speaks (design document, part B1): decided by the head of its phrase, with the words that decide. */
import type { Span } from '../../base/span.js';
import type { ClaimCandidate, NameType, SourceKind } from '../types.js';
import type { Context, Draft, TokenRange, TypedName } from './context.js';
import { has, isNameLike, isNounLike, lower, spanOf } from './context.js';
import { Flag } from './lexicon/words.js';
import { isDocuments } from './predicate.js';
import { subjectBefore } from './subject.js';
import {
  BARE_HEADS, COMPANY_NAME_WORDS, DOCUMENT_HEADS, FIRST_PERSON, NOT_DESCRIBING, OFFICIAL_HEADS, OFFICIAL_NAME_WORDS, ORGANISATION_HEADS, ROLE_HEADS, THIRD_PERSON,
  UNIONS_OF_STATES,
} from './sourceWords.js';

export interface SourceReading {
  readonly kind: SourceKind;
  readonly reason: string;
  readonly head?: Span;
  readonly pronoun?: ClaimCandidate['pronoun'];
}

export function readSource(context: Context, draft: Draft): SourceReading {
  const range = draft.sourceTokens;
  if (draft.label === true) return { kind: 'author', reason: 'a speaker’s label with a colon', ...(range === undefined ? {} : { head: spanOf(context, range.first, range.end) }) };
  if (range === undefined) return { kind: 'unnamed-bare', reason: `nobody named: “${context.text.slice(draft.cue.start, draft.cue.end)}”` };
  return readRange(context, range, true);
}

/** A phrase that is a source by itself. */
export function readPhrase(context: Context, range: TokenRange): SourceReading {
  return readRange(context, range, true);
}

function readRange(context: Context, range: TokenRange, follow: boolean): SourceReading {
  const person = personIn(context, range);
  if (person !== undefined) return { kind: 'named-person', reason: `“${context.text.slice(person.start, person.end)}” is a person`, head: { start: person.start, end: person.end } };
  const head = headOf(context, range);
  const span = spanOf(context, head, head + 1);
  const name = nameAtHead(context, head);
  if (name !== undefined) return namedReading(context, name);
  const word = lower(context, head);
  if (FIRST_PERSON.has(word)) return { kind: 'author', reason: `first person: “${context.text.slice(span.start, span.end)}”`, head: span, pronoun: 'first' };
  const third = THIRD_PERSON.get(word);
  if (third !== undefined) return { kind: pronounKind(third), reason: `pronoun “${context.tokens[head]?.text ?? ''}”`, head: span, pronoun: third };
  if (follow && has(context, head, Flag.relative)) return relativeReading(context, head, span);
  if (isNameLike(context, head) && !isCommonHead(context, range, head)) return guessedName(context, range, head);
  return commonReading(context, range, head, span);
}

/** The capital may be that of a sentence's first word. */
function isCommonHead(context: Context, range: TokenRange, head: number): boolean {
  const word = lower(context, head);
  if (BARE_HEADS.has(word) || DOCUMENT_HEADS.has(word) || ROLE_HEADS.has(word) || ROLE_HEADS.has(word.replace(/s$/, ''))) return true;
  const opens = head === range.first && context.block.sentences[context.sentence[head] ?? 0]?.firstToken === head;
  return opens && context.tokens[head]?.shape === 'title' && (OFFICIAL_HEADS.has(word) || ORGANISATION_HEADS.has(word) || /[^s]s$/.test(word));
}

/**
 * The person whose name the phrase gives: "US Secretary of State Mike Pompeo", "the bishop, Allan Brix,"; not the one in
 * "a spokesman for President Brix" or "Brix's lawyer".
 */
function personIn(context: Context, range: TokenRange): TypedName | undefined {
  for (let k = range.first; k < range.end; k++) {
    const name = context.name[k];
    if (name === undefined || name.type !== 'PERSON' || context.name[k - 1] === name) continue;
    const after = endOfName(context, k, name);
    const closed = after >= range.end || POST_NOMINALS.has(context.tokens[after]?.text ?? '') || has(context, after, Flag.comma | Flag.bracket | Flag.conj | Flag.prep | Flag.relative | Flag.quote);
    if (closed && !isObject(context, k, range.first)) return name;
  }
  return undefined;
}

const POST_NOMINALS = new Set(['QC', 'KC', 'MP', 'MEP', 'MSP', 'MD', 'PhD', 'OBE', 'CBE', 'MBE', 'Jr.', 'Sr.', 'II', 'III']);

function endOfName(context: Context, from: number, name: TypedName): number {
  let k = from;
  while (context.name[k] === name) k++;
  return k;
}

const OBJECT_PREPOSITIONS = new Set(['for', 'with', 'by', 'from', 'about', 'against', 'under', 'including', 'like']);

/** Hangs on a preposition before it, with or without a title of its own. */
function isObject(context: Context, name: number, first: number): boolean {
  for (let k = name - 1; k >= first; k--) {
    if (has(context, k, Flag.comma) && isTitles(context, k + 1, name)) return false;
    if (has(context, k, Flag.prep | Flag.to)) {
      if (k === name - 1 || OBJECT_PREPOSITIONS.has(lower(context, k))) return true;
      for (let w = k + 1; w < name; w++) if (ROLE_HEADS.has(lower(context, w))) return true;
      return false;
    }
  }
  return false;
}

/** Nothing, or what a person's name has before it: "Pope", "Prime Minister". */
function isTitles(context: Context, first: number, end: number): boolean {
  for (let k = first; k < end; k++) if (context.tokens[k]?.shape !== 'title') return false;
  return true;
}

function pronounKind(pronoun: 'he' | 'she' | 'they' | 'it'): SourceKind {
  if (pronoun === 'it') return 'named-organisation';
  return pronoun === 'they' ? 'unnamed-described' : 'named-person';
}

/** "…, who said": the kind of what stands before it. */
function relativeReading(context: Context, relative: number, span: Span): SourceReading {
  const end = has(context, relative - 1, Flag.comma) ? relative - 1 : relative;
  const antecedent = end > 0 ? subjectBefore(context, end, Math.max(0, end - 12)) : null;
  if (antecedent === null) return { kind: 'unnamed-described', reason: `relative pronoun “${context.text.slice(span.start, span.end)}”`, head: span };
  const reading = readRange(context, antecedent, false);
  return { kind: reading.kind, reason: `“${context.text.slice(span.start, span.end)}” after “${sliceOf(context, antecedent)}”`, head: span };
}

function sliceOf(context: Context, range: TokenRange): string {
  const span = spanOf(context, range.first, range.end);
  return context.text.slice(span.start, span.end);
}

/** Last noun before the first modifier after it. */
export function headOf(context: Context, range: TokenRange): number {
  let head = range.first;
  for (let k = range.first; k < range.end; k++) {
    const stops = k > range.first && (has(context, k, Flag.prep | Flag.wh | Flag.comma | Flag.conj | Flag.bracket | Flag.to | Flag.quote) && !has(context, k, Flag.name));
    if (stops && (isNounLike(context, head) || isDocuments(context, head) || isDocument(context, range.first, head))) break;
    if (stops && has(context, head, Flag.pron | Flag.object | Flag.num | Flag.plural)) break;
    if (isNounLike(context, k) || has(context, k, Flag.name) || (k > range.first && isDocuments(context, k)) || isDocument(context, range.first, k)) {
      if (k > range.first + 1 && isParticiple(context, k)) break;
      head = k;
    } else if (k === range.first || (has(context, k, Flag.pron | Flag.num) && !isNounLike(context, head))) head = k;
  }
  return head;
}

/** "A report seen by the agency": a verb by its form, but not behind an article. */
function isDocument(context: Context, first: number, k: number): boolean {
  return k > first && DOCUMENT_HEADS.has(lower(context, k)) && has(context, k - 1, Flag.det | Flag.poss);
}

const PARTICIPLE_AFTER = new Set(['familiar', 'close', 'briefed', 'involved', 'speaking', 'working', 'living', 'based', 'using', 'released', 'published', 'located', 'present', 'responsible', 'seen', 'obtained', 'reviewed']);

function isParticiple(context: Context, k: number): boolean {
  return PARTICIPLE_AFTER.has(lower(context, k)) && isNounLike(context, k - 1);
}

function nameAtHead(context: Context, head: number): TypedName | undefined {
  const at = context.name[head];
  const token = context.tokens[head];
  return at !== undefined && token !== undefined && at.end >= token.end ? at : undefined;
}

const BY_TYPE: Readonly<Partial<Record<NameType, SourceKind>>> = {
  PERSON: 'named-person', GPE: 'official-body', LOC: 'official-body', FAC: 'official-body', NORP: 'unnamed-described', WORK_OF_ART: 'document', LAW: 'document',
  PRODUCT: 'named-organisation', EVENT: 'named-organisation', LANGUAGE: 'unnamed-described',
};

const REASONS: Readonly<Partial<Record<NameType, string>>> = {
  PERSON: 'is a person', GPE: 'is a place, and stands for those who govern from it', LOC: 'is a region, and stands for those who govern it', FAC: 'is a building, and stands for those who work in it', NORP: 'is a people or group',
  WORK_OF_ART: 'is the title of a work', LAW: 'is a law or treaty', PRODUCT: 'is a product, and stands for its maker', EVENT: 'is an event, and stands for those who hold it', LANGUAGE: 'is a language',
};

function namedReading(context: Context, name: TypedName): SourceReading {
  const text = context.text.slice(name.start, name.end);
  const head = { start: name.start, end: name.end };
  if (name.type === 'ORG') {
    const official = isOfficialName(text);
    return { kind: official ? 'official-body' : 'named-organisation', reason: official ? `“${text}” is a body of state by its name` : `“${text}” is an organisation`, head };
  }
  return { kind: BY_TYPE[name.type] ?? 'named-organisation', reason: `“${text}” ${REASONS[name.type] ?? 'is a name'}`, head };
}

/** Marks and spaces; without Unicode's properties, which are slow in a text that is mostly ASCII. */
const BETWEEN_WORDS = /[^\w'\-\u00aa-\u1fff\u2c00-\uffff]+/;

export function isOfficialName(text: string): boolean {
  let official = UNIONS_OF_STATES.test(text);
  for (const word of text.toLowerCase().split(BETWEEN_WORDS)) {
    if (COMPANY_NAME_WORDS.has(word)) return false;
    if (OFFICIAL_NAME_WORDS.has(word)) official = true;
  }
  return official;
}

/** No name is known here, but the word has a capital. */
function guessedName(context: Context, range: TokenRange, head: number): SourceReading {
  let first = head;
  while (first > range.first && isNameLike(context, first - 1)) first--;
  const span = spanOf(context, first, head + 1);
  const text = context.text.slice(span.start, span.end);
  const reason = `“${text}” is written as a name`;
  if (isOfficialName(text)) return { kind: 'official-body', reason, head: span };
  const person = context.tokens[head]?.shape === 'title' && !has(context, range.first, Flag.det);
  return { kind: person ? 'named-person' : 'named-organisation', reason, head: span };
}

const PARTS = new Set(['one', 'two', 'three', 'four', 'five', 'several', 'some', 'many', 'most', 'both', 'all', 'none', 'each', 'either', 'another', 'half']);

/** Heads of official sources that are no bodies themselves: "the Ukrainian side". */
const ACTS_FOR = new Set(['side', 'delegation', 'mission', 'regime']);

function commonReading(context: Context, range: TokenRange, head: number, span: Span): SourceReading {
  const word = lower(context, head);
  const text = context.text.slice(span.start, span.end);
  const reading = (kind: SourceKind, reason: string): SourceReading => ({ kind, reason, head: span });
  if (PARTS.has(word) && lower(context, head + 1) === 'of' && head + 2 < range.end) return readRange(context, { first: head + 2, end: range.end }, false);
  if (BARE_HEADS.has(word)) {
    return isDescribed(context, range, head) ? reading('unnamed-described', `“${text}” with a description`) : reading('unnamed-bare', `“${text}” without a description`);
  }
  if (DOCUMENT_HEADS.has(word)) {
    const maker = makerIn(context, range, head);
    const made = maker === null ? null : readRange(context, maker, false);
    if (made !== null && made.kind !== 'unnamed-described') return { ...made, head: span };
    return reading('document', `“${text}” stores words or data`);
  }
  if (OFFICIAL_HEADS.has(word)) return reading('official-body', ACTS_FOR.has(word) ? `“${text}” acts for a state` : `“${text}” is a body of state`);
  if (ORGANISATION_HEADS.has(word) && has(context, range.first, Flag.det)) return reading('named-organisation', `“${text}” stands for an organisation`);
  return reading('unnamed-described', `“${text}” describes people`);
}

/** Whoever sees, gets or cites a text has not made it. */
const LOOKED_AT = new Set(['seen', 'obtained', 'reviewed', 'read', 'viewed', 'examined', 'cited', 'quoted', 'heard', 'shared', 'verified']);

/** "a statement by X", "a report from X", "X's letter", "the X survey". */
function makerIn(context: Context, range: TokenRange, head: number): TokenRange | null {
  for (let k = head - 1; k >= range.first; k--) {
    if (has(context, k, Flag.genitive) && k > range.first) return { first: range.first, end: k };
    const name = context.name[k];
    if (name !== undefined && (name.type === 'ORG' || name.type === 'GPE')) return { first: k, end: k + 1 };
  }
  for (let k = head + 1; k + 1 < range.end; k++) {
    const word = lower(context, k);
    if ((word === 'by' || word === 'from') && !LOOKED_AT.has(lower(context, k - 1))) return { first: k + 1, end: range.end };
    if (has(context, k, Flag.comma)) return null;
  }
  return null;
}

function isDescribed(context: Context, range: TokenRange, head: number): boolean {
  for (let k = range.first; k < head; k++) {
    if (!NOT_DESCRIBING.has(lower(context, k)) && !has(context, k, Flag.adv | Flag.num)) return true;
  }
  return head + 1 < range.end && !has(context, head + 1, Flag.comma) && lower(context, head + 1) !== 'of';
}
