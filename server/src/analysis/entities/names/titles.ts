/** Titles in front of a name: "Ukrainian Defense Minister", "Sen.", "Secretary of State". */
import { HONORIFIC, OFFICE, ROLE_MODIFIER, TITLE, TITLE_TOPIC } from './lexicons/flags.js';
import type { Scan } from './scan.js';
import { adjoins, isNameWord, matchAt } from './scan.js';
import type { Word } from './word.js';

/** A run of title words: `start` is the first modifier, `end` the index after the last word; `head` the first office or honorific. */
export interface TitleRun {
  readonly start: number;
  readonly head: number;
  readonly end: number;
  readonly honorific: boolean;
}

/** Surnames and given names that are spelled like offices: only what follows shows which is meant. */
export const ALSO_NAMES = new Set(['king', 'prince', 'major', 'judge', 'bishop', 'pope', 'marshal', 'chancellor', 'earl', 'baron', 'duke', 'dean', 'sheikh', 'justice', 'pastor', 'khan', 'shah', 'coach', 'lord', 'lama', 'lady', 'guru', 'tan', 'begum', 'father', 'rector', 'count', 'don', 'parson', 'deacon', 'brother', 'tun', 'abbot', 'imam', 'miss', 'ms', 'marquess', 'md', 'det', 'sr', 'sen', 'const', 'rep', 'dame', 'evangelist', 'raja', 'ladies', 'malik', 'chief', 'emir', 'speaker', 'mayor', 'sergeant', 'constable', 'sheriff', 'head']);

/** The first title run within `[from, to)`. Modifiers count only in front of an office. */
export function findTitle(scan: Scan, from: number, to: number): TitleRun | null {
  for (let i = from; i < to; i++) {
    const word = scan.words[i];
    if (word === undefined) return null;
    if (!(word.flags & TITLE) || !word.capital) continue;
    if (word.caps && word.text.length > 3 && !scan.allCaps || isMuhammad(word)) continue;
    if (isPartOfLongerMatch(scan, from, i)) continue;
    if (word.lower === 'general' && i > from && /(?:ate|ariat)$/.test(scan.words[i - 1]?.lower ?? '')) continue;
    const alone = i + 1 >= to || !isNameWord(scan.words[i + 1]);
    if (alone && (i > from ? (word.flags & TITLE) === HONORIFIC : ALSO_NAMES.has(word.lower) && isBare(scan, i))) continue;
    if (ALSO_NAMES.has(word.lower) && i > from && givenBefore(scan, i) && (i + 1 >= to || !isNameWord(scan.words[i + 1]))) continue;
    if (isGivenName(scan, i, to) || i > from && NAME_PARTS.has(word.lower) && scan.gazetteer.isGivenName(scan.words[i - 1]?.text ?? '') && isNameWord(scan.words[i + 1])) continue;
    return extend(scan, from, i, to);
  }
  return null;
}

/** What stands in the middle of names in many languages: "Khalid Shaikh Mohammed". */
const NAME_PARTS = new Set(['sheikh', 'shaikh', 'sheik', 'khan', 'shah', 'malik', 'raja', 'begum']);
/** Offices that are oftener given names in the news. */
const GIVEN_OFFICES = new Set(['dean', 'earl', 'don', 'duke']);

/** "Md Salauddin": short for Muhammad, not for a doctor or a director. */
function isMuhammad({ text }: Word): boolean {
  return text === 'Md' || text === 'Md.';
}

/** "Dean Rusk", as against "Dean Anna Rusk": one name word behind it that is no given name. */
function isGivenName(scan: Scan, index: number, to: number): boolean {
  const next = scan.words[index + 1];
  if (!GIVEN_OFFICES.has(scan.words[index]?.lower ?? '') || index + 2 !== to || next === undefined || !isNameWord(next)) return false;
  return !scan.gazetteer.isGivenName(next.text) || scan.gazetteer.isSurname(next.text);
}

/** "Khan was seen": a surname, since no article or owner stands before it. */
function isBare(scan: Scan, index: number): boolean {
  const before = scan.words[index - 1]?.lower ?? '';
  return !/^(?:the|a|an|his|her|their|our|my|its|this|that|'s|’s)$/.test(before) && !(scan.words[index]?.text.endsWith('.') ?? false);
}

function givenBefore(scan: Scan, index: number): boolean {
  const before = scan.words[index - 1];
  return before !== undefined && (scan.gazetteer.isGivenName(before.text) || /^\p{Lu}\.$/u.test(before.text) || (before.flags & ROLE_MODIFIER) === 0 && scan.gazetteer.isSurname(before.text));
}

/** The word is inside a listed name of several words that does not begin with a title: "Supreme Leader Council" but not "Queen Elizabeth". */
function isPartOfLongerMatch(scan: Scan, from: number, index: number): boolean {
  for (let i = Math.max(from, index - 4); i <= index; i++) {
    const match = matchAt(scan, i);
    if (match !== null && match.end > index + 1 && (match.entries.some((e) => e.type !== 'PERSON'))) return true;
    if (match !== null && i < index && match.end > index && match.end - i > 1 && match.entries.some((e) => e.type !== 'PERSON')) return true;
  }
  return false;
}

function extend(scan: Scan, from: number, head: number, to: number): TitleRun {
  let start = head;
  while (start > from && isModifier(scan, start - 1) && !isTaken(scan, from, start - 1)) start--;
  // "Chief Executive" is an office by itself, "Chief" with "Executive" before another office is not.
  let end = scan.words[head]?.lower === 'chief' && scan.words[head + 1]?.lower === 'executive' && head + 1 < to ? head + 2 : head + 1;
  let honorific = ((scan.words[head]?.flags ?? 0) & HONORIFIC) !== 0;
  for (;;) {
    let next = end;
    while (next < to && ((scan.words[next]?.flags ?? 0) & (ROLE_MODIFIER | TITLE)) === ROLE_MODIFIER) next++;
    const word = scan.words[next];
    if (next < to && word !== undefined && word.flags & TITLE && !isMuhammad(word) && !isGivenName(scan, next, to) && !(ALSO_NAMES.has(word.lower) && word.flags & HONORIFIC && !isNameWord(scan.words[next + 1]))) {
      if (word.flags & HONORIFIC) honorific = true;
      end = next + 1;
      continue;
    }
    const topic = topicEnd(scan, end);
    if (topic === end) return { start, head, end, honorific };
    end = topic;
  }
}

/** With a capital these are bodies or places of their own: "Senate President", "US Ambassador". */
const NAMING_MODIFIERS = new Set(['us', 'uk', 'un', 'eu', 'u.s.', 'u.k.', 'u.n.', 'house', 'senate', 'supreme', 'court', 'party', 'union', 'bank', 'club', 'team', 'army', 'navy', 'cabinet', 'twitter', 'parliamentary']);

/** "Coos County Attorney": the county is a name, not a kind of office. */
function isOwnName(before: Word | undefined): boolean {
  return before !== undefined && before.capital && !before.first && !(before.flags & (ROLE_MODIFIER | TITLE));
}

function isModifier(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  if (word === undefined || !(word.flags & ROLE_MODIFIER)) return false;
  if (word.capital && /^(?:county|city|district|state|province|regional)$/.test(word.lower) && isOwnName(scan.words[index - 1])) return false;
  return !(word.capital && NAMING_MODIFIERS.has(word.lower) && !(word.lower === 'supreme' && scan.words[index + 1]?.lower !== 'court')) && matchAt(scan, index) === null;
}

/** The modifier ends a listed name ("White House Chief", "US Treasury Secretary"): then it is no modifier. */
function isTaken(scan: Scan, from: number, index: number): boolean {
  for (let i = Math.max(from, index - 4); i < index; i++) {
    const match = matchAt(scan, i);
    if (match !== null && match.end === index + 1) return true;
  }
  return false;
}

/** "of State", "for Foreign Affairs", "of Health and Sports" after an office. */
function topicEnd(scan: Scan, end: number): number {
  const connector = scan.words[end];
  if (connector === undefined || !adjoins(scan, end - 1) || ((scan.words[end - 1]?.flags ?? 0) & OFFICE) === 0) return end;
  if (connector.lower !== 'of' && connector.lower !== 'for') return end;
  let at = end + 1;
  if (scan.words[at]?.lower === 'the') at++;
  let reached = end;
  while (adjoins(scan, at - 1) && isTopic(scan, at)) {
    reached = ++at;
    const mark = scan.words[at];
    if (mark !== undefined && (mark.lower === 'and' || mark.text === '&' || mark.text === ',') && isTopic(scan, at + 1)) at++;
  }
  return reached;
}

function isTopic(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  return word !== undefined && word.capital && (word.flags & TITLE_TOPIC) !== 0;
}
