/** One block as the steps of name finding share it: its words, the lists, and what the lists say at a word. */
import type { Gazetteer, GazetteerEntry } from '../../gazetteer.js';
import type { NameType, Role, TokenisedBlock, ValueMention } from '../../types.js';
import type { Evidence } from './evidence.js';
import { CALENDAR_WORD, FUNCTION, SPEECH_VERB } from './lexicons/flags.js';
import type { Word } from './word.js';
import { isPossessive, wordsOf } from './word.js';

/** Listed name that begins at a word. */
export interface Match {
  /** Index after its last word. */
  readonly end: number;
  readonly entries: readonly GazetteerEntry[];
}

/** A name found, as a range of words, while its evidence is still being gathered. */
export interface Piece {
  readonly first: number;
  /** Index after its last word. */
  readonly end: number;
  readonly evidence: Evidence;
  readonly entries: readonly GazetteerEntry[];
  readonly roles: Role[];
  expansion?: string;
}

export interface Scan {
  readonly block: TokenisedBlock;
  readonly text: string;
  readonly words: readonly Word[];
  readonly gazetteer: Gazetteer;
  /** Most words have a capital whatever they are: a headline, a line in capitals. */
  readonly titleCase: boolean;
  /** Nearly all letters are capitals. */
  readonly allCaps: boolean;
  /** Longest listed name at each word: computed when asked for. */
  readonly matches: (Match | null | undefined)[];
}

export function makeScan(block: TokenisedBlock, values: readonly ValueMention[], gazetteer: Gazetteer): Scan {
  const words = wordsOf(block, values, gazetteer);
  let capitals = 0;
  let caps = 0;
  let all = 0;
  for (const word of words) {
    if (!word.isWord || word.text.length < 2) continue;
    if (word.caps) caps++;
    if (word.flags & FUNCTION && !word.caps) continue;
    all++;
    if (word.capital) capitals++;
  }
  return {
    block, text: block.text, words, gazetteer,
    titleCase: isTitleCase(block, words.length, capitals, all),
    allCaps: all >= 3 && caps >= 0.8 * all,
    matches: new Array<Match | null | undefined>(words.length),
  };
}

/** A headline by its zone, or a short line without a stop in which hardly a word of weight is in lower case. */
function isTitleCase(block: TokenisedBlock, words: number, capitals: number, all: number): boolean {
  if (block.zone === 'headline') return all >= 4 ? capitals >= 0.7 * all : all >= 2 && capitals === all;
  return all >= 4 && words <= 30 && capitals >= 0.85 * all && !/[.!?:][”"’')]?$/.test(block.text.slice(-3));
}

/** Two words belong to one run: nothing but white space on one line, a hyphen or nothing stands between them. */
export function adjoins(scan: Scan, left: number): boolean {
  const a = scan.words[left];
  const b = scan.words[left + 1];
  if (a === undefined || b === undefined) return false;
  const gap = b.start - a.end;
  if (gap === 0) return true;
  if (gap > 3) return false;
  for (let i = a.end; i < b.start; i++) {
    const code = scan.text.charCodeAt(i);
    if (code === 10 || code === 13 || code === 9) return code !== 9 && scan.block.zone === 'body';
  }
  return true;
}

export function isNameWord(word: Word | undefined): boolean {
  return word !== undefined && word.capital && word.value === null && !(word.flags & CALENDAR_WORD);
}

/** Written form of a range of words as lists know it. */
export function formOf(scan: Scan, first: number, end: number): string {
  let form = '';
  for (let i = first; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined) break;
    if (i > first) form += word.space ? ' ' : word.afterHyphen ? '-' : '';
    form += word.text;
  }
  return form.includes('’') ? form.replaceAll('’', "'") : form;
}

/** The longest listed name that begins at the word; null if none does. A lower-case head is no part of it: "Time magazine". */
export function matchAt(scan: Scan, index: number): Match | null {
  const known = scan.matches[index];
  if (known !== undefined) return known;
  const found = findMatch(scan, index);
  scan.matches[index] = found;
  return found;
}

function findMatch(scan: Scan, index: number): Match | null {
  const word = scan.words[index];
  if (word === undefined || !word.isWord && !word.isNumber) return null;
  let best: Match | null = null;
  const single = lookupForm(scan, formOf(scan, index, index + 1), word);
  if (single.length > 0 && word.value === null) best = { end: index + 1, entries: single };
  if (!scan.gazetteer.startsLonger(word.text) && !(scan.allCaps && word.caps)) return best;
  const limit = Math.min(scan.words.length, index + 2 * scan.gazetteer.maxWords);
  let form = formOf(scan, index, index + 1);
  for (let i = index + 1; i < limit && adjoins(scan, i - 1); i++) {
    const next = scan.words[i];
    if (next === undefined || next.value !== null && !next.capital) break;
    form += (next.space ? ' ' : next.afterHyphen ? '-' : '') + next.text.replace('’', "'");
    if (form.length > 90) break;
    if (isPossessive(next) ? isTheirs(scan, index, i) : next.isWord && !next.capital) continue;
    const entries = lookupForm(scan, form, word);
    if (entries.length > 0) best = { end: i + 1, entries };
  }
  return best !== null && best.end === index + 2 && word.lower === 'the' && isPeopleOf(scan, index + 1) ? null : best;
}

/** "The Australian experts" are no newspaper's. */
function isPeopleOf(scan: Scan, index: number): boolean {
  const people = scan.words[index];
  const next = scan.words[index + 1];
  if (people === undefined || next === undefined || !next.isWord || next.capital || next.flags & (FUNCTION | SPEECH_VERB)) return false;
  return scan.gazetteer.lookup(people.text).some(({ type }) => type === 'NORP');
}

/** "Casey's lawyer": somebody may be called so, and what follows can be theirs. "Casey's said" and "Casey's raised its prices" are the listed name. */
function isTheirs(scan: Scan, owner: number, possessive: number): boolean {
  const name = scan.words[owner]?.text ?? '';
  if (possessive > owner + 1 || !(scan.gazetteer.isSurname(name) || scan.gazetteer.isGivenName(name))) return false;
  const next = scan.words[possessive + 1];
  return canBeOwned(next) && !(next?.lower.endsWith('ed') === true && !canBeOwned(scan.words[possessive + 2]));
}

function canBeOwned(word: Word | undefined): boolean {
  return word !== undefined && word.isWord && (word.flags & (FUNCTION | SPEECH_VERB)) === 0;
}

function lookupForm(scan: Scan, form: string, word: Word): readonly GazetteerEntry[] {
  const exact = scan.gazetteer.lookup(form);
  if (exact.length > 0 || !word.caps) return exact;
  return scan.allCaps || form.length >= 5 ? scan.gazetteer.lookupCaps(form) : exact;
}

export function hasType(entries: readonly GazetteerEntry[], type: NameType): boolean {
  return entries.some((entry) => entry.type === type);
}

export function isSure(entries: readonly GazetteerEntry[], type: NameType): boolean {
  return entries.some((entry) => entry.type === type && !entry.ambiguous);
}
