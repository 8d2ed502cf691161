/** Titles of works: in quotation marks, or written out after "film", "album" and their like. */
import { MEDIUM, NAME_TYPES, STRONG, SURE } from './evidence.js';
import { EVENT_NOUNS, WORK_CUES, WORK_NOUNS } from './lexicons/cues.js';
import { ANY_HEAD, CALENDAR_WORD, EVENT_HEAD, FUNCTION, LAW_HEAD, PARTICLE, SPEECH_VERB, TITLE, WEAK_EVENT, WEAK_FAC, WEAK_LAW, WEAK_ORG } from './lexicons/flags.js';
import type { NameType } from '../../types.js';
import type { Piece, Scan } from './scan.js';
import { adjoins, isSure, matchAt } from './scan.js';
import { newPiece } from './segment.js';
import type { Word } from './word.js';

/** Words in a title at most. */
const LONGEST = 14;

/** A title in quotation marks: all its main words have capitals, and it is no speech, no slogan and no nickname. */
export function quotedTitle(scan: Scan, at: number): Piece | null {
  const open = scan.words[at];
  const close = open?.text === '“' ? '”' : open?.text === '‘' ? '’' : '"';
  if (scan.titleCase && !scan.block.text.includes('“') || (scan.words[at + 1]?.start ?? -1) !== open?.end) return null;
  const end = closingOf(scan, at, close);
  if (end === null) return null;
  const kind = kindByWords(scan, at + 1, end) ?? kindByNoun(scan, at, end);
  const piece = newPiece(at + 1, end);
  if (kind === null && !isLikelyTitle(scan, at, end)) return isPhrase(scan, at, end) ? silenced(piece) : null;
  piece.evidence.add(kind ?? 'WORK_OF_ART', kind === null ? STRONG : SURE + MEDIUM, 'rule', 'a title in quotation marks');
  return piece;
}

/** A slogan, a coined term, a headline: in no list, without a head of its own, and nothing calls it by that name. */
function isPhrase(scan: Scan, at: number, end: number): boolean {
  let capitals = 0;
  for (let i = at + 1; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined || scan.gazetteer.isGivenName(word.text) && !scan.gazetteer.isAmbiguousGivenName(word.text)) return false;
    if (word.capital) capitals++;
    const match = matchAt(scan, i);
    if (match !== null && match.entries.some((e) => !e.ambiguous)) return false;
  }
  return capitals >= 2 && ((scan.words[end - 1]?.flags ?? 0) & ANY_HEAD) === 0 && !NAMING.has(scan.words[at - 1]?.lower ?? '');
}

/** Held together, so that no part of it is taken for a name. */
function silenced(piece: Piece): Piece {
  for (const type of NAME_TYPES) piece.evidence.add(type, -2 * SURE);
  return piece;
}

/** Index of the closing mark if all between is written as a title. */
function closingOf(scan: Scan, at: number, close: string): number | null {
  let end = at + 1;
  let capitals = 0;
  for (; end < at + LONGEST; end++) {
    const word = scan.words[end];
    if (word === undefined) return null;
    if (word.text === close) break;
    if (word.capital) capitals++;
    else if (word.isWord && !(word.flags & (FUNCTION | PARTICLE)) && !word.lower.startsWith("'")) return null;
    else if (!word.isWord && !word.isNumber && !/^[,:'’&!?.-]$/.test(word.text)) return null;
  }
  const last = scan.words[end - 1];
  return end > at + 1 && end < at + LONGEST && capitals > 0 && last !== undefined && !/^[,.]$/.test(last.text) ? end : null;
}

/** "Operation …", "… Act 2019", "… v. …": the words themselves say that it is no work. */
function kindByWords(scan: Scan, first: number, end: number): NameType | null {
  let last = end - 1;
  while (last > first && scan.words[last]?.isNumber === true) last--;
  const head = scan.words[last];
  if (/^(?:operation|hurricane|typhoon|cyclone)$/.test(scan.words[first]?.lower ?? '') && end - first > 1) return 'EVENT';
  if (head !== undefined && head.flags & LAW_HEAD && last > first) return 'LAW';
  for (let i = first + 1; i < end - 1; i++) if (/^(?:v|vs)\.?$/.test(scan.words[i]?.lower ?? '')) return 'LAW';
  return null;
}

const NAMING = new Set(['titled', 'entitled', 'called', 'named', 'dubbed', 'as']);

/** "the song “…”", "a film called “…”", "titled “…”", "“…” tour". */
function kindByNoun(scan: Scan, at: number, end: number): NameType | null {
  const last = scan.words[end - 1];
  const isHappening = last !== undefined && (last.flags & (EVENT_HEAD | WEAK_EVENT)) === EVENT_HEAD && end - at > 2;
  if (isWorkNoun(scan, end + 1)) return 'WORK_OF_ART';
  for (let i = at - 1; i >= 0 && i >= at - 3; i--) {
    const word = scan.words[i];
    if (word === undefined || !word.isWord && word.text !== ',') break;
    if (WORK_NOUNS.has(word.lower) || word.lower === 'titled' || word.lower === 'entitled') return 'WORK_OF_ART';
    if (!NAMING.has(word.lower)) continue;
    for (let k = i - 1; k >= 0 && k >= i - 7; k--) {
      const { lower } = scan.words[k] ?? { lower: '' };
      if (WORK_NOUNS.has(lower)) return 'WORK_OF_ART';
      if (lower === 'event' || EVENT_NOUNS.has(lower)) return 'EVENT';
    }
    break;
  }
  return isHappening && isNamedBefore(scan, at) ? 'EVENT' : null;
}

function isNamedBefore(scan: Scan, at: number): boolean {
  return NAMING.has(scan.words[at - 1]?.lower ?? '');
}

function isWorkNoun(scan: Scan, at: number): boolean {
  return WORK_NOUNS.has(scan.words[at]?.lower ?? '');
}

/** With nothing beside it that calls it a work: several capitals, nothing of a sentence in it, and works are what the sentence is about. */
function isLikelyTitle(scan: Scan, at: number, end: number): boolean {
  let capitals = 0;
  let caps = 0;
  for (let i = at + 1; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined || word.text === 'I' || /^(?:mr|mrs|ms|dr)\.?$/.test(word.lower)) return false;
    if (word.capital) capitals++;
    if (word.caps && word.text.length > 1) caps++;
  }
  if (capitals < 2 || caps > 2 || scan.words[at + 1]?.capital !== true || /^[!?]$/.test(scan.words[end - 1]?.text ?? '')) return false;
  if (((scan.words[end + 1]?.flags ?? 0) & SPEECH_VERB) !== 0 || ((scan.words[end - 1]?.flags ?? 0) & EVENT_HEAD) !== 0) return false;
  const match = matchAt(scan, at + 1);
  return (match === null || match.end < end) && isAboutWorks(scan, at, end);
}

const BEFORE = 16;
const BEHIND = 8;

function isAboutWorks(scan: Scan, at: number, end: number): boolean {
  for (let i = at - 1; i >= 0 && i >= at - BEFORE; i--) {
    if (/^[.?!]$/.test(scan.words[i]?.text ?? '')) break;
    if (WORK_CUES.has(scan.words[i]?.lower ?? '')) return true;
  }
  for (let i = end + 1; i < end + BEHIND; i++) {
    if (/^[.?!]$/.test(scan.words[i]?.text ?? '')) break;
    if (WORK_CUES.has(scan.words[i]?.lower ?? '')) return true;
  }
  return false;
}

const SMALL = new Set(['of', 'the', 'a', 'an', 'or', 'and', 'in', 'on', 'at', 'to', 'from', 'with', "'s", '’s']);

/** "the film Love Me or Leave Me", "album Wheels of Fire", "documentary Beware of Mr. Baker": without marks, from the noun to the last capital. */
export function plainTitle(scan: Scan, at: number): Piece | null {
  const first = scan.words[at];
  const noun = scan.words[at - 1];
  if (first === undefined || noun === undefined || scan.titleCase || !first.capital || !first.space || first.first) return null;
  if (noun.capital || !WORK_NOUNS.has(noun.lower) && noun.lower !== 'titled' && noun.lower !== 'entitled') return null;
  if (first.flags & (TITLE | CALENDAR_WORD) || scan.text.charAt(noun.end) !== ' ') return null;
  const { end, small } = titleEnd(scan, at, first);
  if (end - at < 2 || isOtherName(scan, at, end, small)) return null;
  const piece = newPiece(at, end);
  piece.evidence.add('WORK_OF_ART', SURE + MEDIUM, 'rule', `a title after “${noun.text}”`);
  return piece;
}

/** One past the last word with a capital that small words lead to. */
function titleEnd(scan: Scan, at: number, first: Word): { end: number; small: boolean } {
  const opensSmall = (first.flags & FUNCTION) !== 0;
  let end = at + 1;
  let small = opensSmall;
  for (let i = at + 1; i < at + LONGEST && adjoins(scan, i - 1); i++) {
    const word = scan.words[i];
    if (word === undefined || word.first) break;
    if (word.capital) {
      end = i + 1;
      continue;
    }
    if (word.text === ':' && !word.space && scan.words[i + 1]?.capital === true) {
      small = true;
      continue;
    }
    if (!SMALL.has(word.lower) || !leadsOn(scan, i, opensSmall)) break;
    small ||= !word.lower.endsWith('s');
  }
  return { end, small };
}

/** Whether a small word belongs to the title: "of" and "the" do; "in" and "at" only before what is no place, "and" only before "the". */
function leadsOn(scan: Scan, i: number, opensSmall: boolean): boolean {
  const { lower } = scan.words[i] ?? { lower: '' };
  const article = /^(?:the|a|an)$/.test(scan.words[i + 1]?.lower ?? '') && scan.words[i + 1]?.capital === false;
  const next = scan.words[article ? i + 2 : i + 1];
  if (next === undefined || !next.capital || next.value !== null) return false;
  if (lower === 'and') return article && (matchAt(scan, i + 2)?.entries ?? []).every((e) => e.ambiguous);
  if (!/^(?:in|on|at|to|from|with)$/.test(lower)) return true;
  return opensSmall || article && scan.gazetteer.isCommonWord(next.lower) && matchAt(scan, i + 2) === null;
}

/** A person, a listed name or a body that only happens to stand after the noun: "the film Ana Teel made". */
function isOtherName(scan: Scan, at: number, end: number, small: boolean): boolean {
  const match = matchAt(scan, at);
  if (match !== null && match.end >= end) return true;
  if (small) return false;
  const last = scan.words[end - 1];
  if (last !== undefined && last.flags & ANY_HEAD && !(last.flags & (WEAK_ORG | WEAK_FAC | WEAK_EVENT | WEAK_LAW))) return true;
  if (match !== null && (isSure(match.entries, 'ORG') || isSure(match.entries, 'NORP') || isSure(match.entries, 'GPE'))) return true;
  const first = scan.words[at];
  return first !== undefined && scan.gazetteer.isGivenName(first.text) || last !== undefined && scan.gazetteer.isSurname(last.text) && !scan.gazetteer.isCommonWord(last.lower);
}
