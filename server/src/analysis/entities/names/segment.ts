/** Cuts a run of capitalised words into names: titles off, nationalities and places in front apart, heads joined over "of" and "for". */
import { Evidence, MEDIUM, STRONG, SURE, WEAK } from './evidence.js';
import { coreEnd, isModelNumber } from './cores.js';
import { isDroppable } from './droppable.js';
import { joinEnd } from './joins.js';
import { makerEnd } from './makers.js';
import { ANY_HEAD, FAC_HEAD, FUNCTION, GENERIC, ORG_HEAD, ROLE_MODIFIER, SPEECH_VERB, TITLE, TITLE_TOPIC, WEAK_FAC, WEAK_ORG } from './lexicons/flags.js';
import { isRoleNoun } from './lexicons/titles.js';
import { roleOf } from './roles.js';
import type { Match, Piece, Scan } from './scan.js';
import { adjoins, formOf, isNameWord, matchAt } from './scan.js';
import { POSTNOMINALS, isPlainWord, opensNothing, plainEnd } from './split.js';
import type { TitleRun } from './titles.js';
import { findTitle } from './titles.js';
import { isPossessive } from './word.js';

/** Pieces of the run that starts at `first`, in order, and where to go on reading. */
export function segmentAt(scan: Scan, first: number): { pieces: Piece[]; next: number } {
  const pieces: Piece[] = [];
  let at = first;
  const end = coreEnd(scan, first);
  at = stripFront(scan, at, end);
  let next = end;
  if (startsWithListed(scan, first)) {
    const match = matchAt(scan, first);
    if (match !== null) return { pieces: [listed(first, match)], next: match.end };
  }
  while (at < end) {
    const step = takeOne(scan, at, end, pieces);
    at = step;
    if (step > next) next = step;
  }
  return { pieces, next };
}

/** A weekday or a number that opens a listed name: "Sunday Times". */
export function startsWithListed(scan: Scan, at: number): boolean {
  const word = scan.words[at];
  if (word === undefined || isNameWord(word)) return false;
  if (!word.capital && !word.isNumber) return false;
  const match = matchAt(scan, at);
  return match !== null && match.end > at + 1;
}

export function newPiece(first: number, end: number, match: Match | null = null): Piece {
  return { first, end, evidence: new Evidence(), entries: match?.entries ?? [], roles: [] };
}

/** Words in front that a sentence begins with: "In", "Meanwhile", "The". */
function stripFront(scan: Scan, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const word = scan.words[at];
    if (word === undefined) break;
    const match = matchAt(scan, at);
    const longer = match !== null && match.end > at + 1;
    if (isInitialA(scan, at)) break;
    if (longer && !(word.lower === 'the' && !match.entries.some((e) => e.canonical.startsWith('The ')))) break;
    if (!(word.flags & FUNCTION) || word.caps && !scan.allCaps && word.text.length > 1 && match !== null) break;
    at++;
  }
  return at;
}

/** "A G Perarivalan", "A P J Abdul Kalam": no article. */
function isInitialA(scan: Scan, at: number): boolean {
  const next = scan.words[at + 1];
  return scan.words[at]?.text === 'A' && next !== undefined && /^\p{Lu}$/u.test(next.text) && adjoins(scan, at) && adjoins(scan, at + 1) && isNameWord(scan.words[at + 2]);
}

/** Takes the next name from `[at, end)`; gives the index to go on from. */
function takeOne(scan: Scan, at: number, end: number, pieces: Piece[]): number {
  if (!isStart(scan, at)) return at + 1;
  const made = makerEnd(scan, at, end);
  if (made > 0) return takeProduct(scan, at, made, end, pieces);
  const title = findTitle(scan, at, end);
  if (title !== null && !endsInHead(scan, title, end)) return takeTitled(scan, at, end, title, pieces);
  const listedFirst = matchAt(scan, at);
  if (isField(scan, listedFirst !== null && listedFirst.end < end ? listedFirst.end : at, end)) {
    if (listedFirst !== null && listedFirst.end < end) pieces.push(listed(at, listedFirst));
    return end;
  }
  const lead = leadingRole(scan, at, end);
  if (lead > at) return takePlain(scan, lead, end, pieces);
  return takePlain(scan, at, end, pieces);
}

/** "a Keld K9": the maker, then what it made, to the end of the run. */
function takeProduct(scan: Scan, at: number, made: number, end: number, pieces: Piece[]): number {
  const maker = newPiece(at, made, fullMatch(scan, at, made));
  maker.evidence.add('ORG', STRONG, 'rule', 'the maker of what follows').add('PERSON', -MEDIUM);
  const product = newPiece(made, end, fullMatch(scan, made, end));
  product.evidence.add('PRODUCT', SURE + MEDIUM, 'rule', `made by “${formOf(scan, at, made)}”`).add('PERSON', -MEDIUM).add('FAC', -STRONG).add('EVENT', -STRONG);
  pieces.push(maker, product);
  return end;
}

function isStart(scan: Scan, at: number): boolean {
  const word = scan.words[at];
  return word !== undefined && (isNameWord(word) || word.isNumber || isModelNumber(scan, at));
}

/** "King Abdullah University", "Prime Minister's Office": the title belongs to a longer name. */
function endsInHead(scan: Scan, title: TitleRun, end: number): boolean {
  const last = scan.words[end - 1];
  if (last === undefined || end - 1 < title.end) return false;
  if (last.flags & (ORG_HEAD | FAC_HEAD) && !(last.flags & (WEAK_ORG | TITLE)) && !scan.gazetteer.isSurname(last.text)) return true;
  return (last.flags & (WEAK_FAC | WEAK_ORG)) !== 0 && !scan.gazetteer.isSurname(last.text) && end - title.end <= 3 && isOrgHeadAt(scan, title.end, end);
}

function isOrgHeadAt(scan: Scan, from: number, end: number): boolean {
  for (let i = from; i < end; i++) if ((scan.words[i]?.flags ?? 0) & (ORG_HEAD | FAC_HEAD)) return true;
  return false;
}

/** "Singer Ana Teel" at the start of a sentence: an occupation with a sentence's capital. */
function leadingRole(scan: Scan, at: number, end: number): number {
  const word = scan.words[at];
  if (word === undefined || !word.first || at + 1 >= end) return at;
  const match = matchAt(scan, at);
  if (match !== null && match.end > at + 1) return at;
  const next = scan.words[at + 1];
  if (next === undefined || !next.capital) return at;
  if (word.flags & SPEECH_VERB && match === null) return at + 1;
  if (word.flags & ROLE_MODIFIER && /^(?:former|late|then|outgoing|incoming|acting|veteran|previous)$/.test(word.lower)) return at + 1;
  if (isRoleNoun(word.lower) && !scan.gazetteer.isGivenName(word.text)) return at + 1;
  if (scan.titleCase || word.flags & ANY_HEAD || match !== null || !scan.gazetteer.isCommonWord(word.lower) || scan.gazetteer.isGivenName(word.text)) return at;
  const listed = matchAt(scan, at + 1);
  const person = scan.gazetteer.isGivenName(next.text) && end - at >= 3;
  const last = scan.words[end - 1];
  const headless = last !== undefined && !(last.flags & ANY_HEAD);
  return person || listed !== null && listed.end === end && headless && !listed.entries.every((e) => e.ambiguous) ? at + 1 : at;
}

function takeTitled(scan: Scan, at: number, end: number, title: TitleRun, pieces: Piece[]): number {
  if (title.start > at) takeBefore(scan, at, title, end, pieces);
  const after = title.end;
  if (after < end || after > end && isNameWord(scan.words[after])) return takePerson(scan, after, Math.max(end, after > end ? coreEnd(scan, after) : end), title, at, pieces);
  return takeTitleOf(scan, after, title, at, pieces);
}

/** Offices whose field stands before them: "Road Transport Minister". What no list knows there is the field. */
const PORTFOLIOS = new Set(['minister', 'ministers', 'secretary', 'professor', 'judge', 'officer', 'inspector', 'engineer', 'pilot', 'analyst']);

/** "Information and Broadcasting Minister Ana Teel": the run before "and" is a field too. */
function isField(scan: Scan, from: number, end: number): boolean {
  if (scan.words[end]?.lower !== 'and' || !isNameWord(scan.words[end + 1])) return false;
  const run = coreEnd(scan, end + 1);
  const title = findTitle(scan, end + 1, run);
  if (title === null || title.end >= run || title.end - title.head !== 1 || !PORTFOLIOS.has(scan.words[title.head]?.lower ?? '')) return false;
  if (title.start > end + 1 && matchAt(scan, end + 1) !== null) return false;
  for (let i = from; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined || matchAt(scan, i) !== null || scan.gazetteer.isGivenName(word.text) || !scan.gazetteer.isCommonWord(word.lower) && !(word.flags & TITLE_TOPIC)) return false;
  }
  return true;
}

/** What stands before a title: "US [President]", "Supreme Court [Justice]", "Keld [CEO]". */
function takeBefore(scan: Scan, at: number, title: TitleRun, end: number, pieces: Piece[]): void {
  let from = at;
  const portfolio = PORTFOLIOS.has(scan.words[title.end - 1]?.lower ?? '');
  while (from < title.start) {
    const match = matchAt(scan, from);
    if (match === null && portfolio && (/^ministers?$/.test(scan.words[title.end - 1]?.lower ?? '') || !isOrgHeadAt(scan, title.start - 1, title.start))) return;
    if (match === null && from === title.start - 1 && ((scan.words[from]?.flags ?? 0) & (GENERIC | ROLE_MODIFIER) || scan.gazetteer.isCommonWord(scan.words[from]?.lower ?? ''))) return;
    const before = pieces.length;
    const next = takePlain(scan, from, title.start, pieces, false);
    const piece = pieces[before];
    if (piece !== undefined && title.end < end) {
      const { type } = piece.evidence.best();
      if (piece.entries.length === 0 && type !== 'ORG') piece.evidence.add('ORG', MEDIUM, 'context', 'before a title').add('GPE', WEAK);
    }
    from = Math.max(next, from + 1);
  }
}

/** The person whom the title in front names. */
function takePerson(scan: Scan, at: number, end: number, title: TitleRun, roleFrom: number, pieces: Piece[]): number {
  const opening = scan.words[at];
  if (scan.titleCase && opening !== undefined && isPlainWord(scan, opening)) return at;
  const stop = personEnd(scan, at, end);
  const piece = newPiece(at, stop, fullMatch(scan, at, stop));
  const text = scan.text.slice(scan.words[title.start]?.start ?? 0, scan.words[title.end - 1]?.end ?? 0);
  piece.evidence.add('PERSON', SURE, 'title', `after the title “${text}”`);
  if (!title.honorific || title.end - title.head > 1 || title.start < title.head) piece.roles.push(roleOf(scan, roleFrom, title.end, 'before'));
  else piece.roles.push(roleOf(scan, title.start, title.end, 'before'));
  pieces.push(piece);
  return stop;
}

/** A person's name ends before a nationality or a place in a row with it, and after five words. */
function personEnd(scan: Scan, at: number, end: number): number {
  let stop = at + 1;
  while (stop < end && stop < at + 9) {
    const word = scan.words[stop];
    if (word === undefined || word.isNumber || isPossessive(word) || POSTNOMINALS.has(word.text)) break;
    if (word.flags & TITLE && word.flags & ANY_HEAD || scan.titleCase && isPlainWord(scan, word)) break;
    stop++;
  }
  return stop;
}

/** "President of Ukraine Ana Teel": the place after "of", then the person. A bare "President" is no name. */
function takeTitleOf(scan: Scan, after: number, title: TitleRun, roleFrom: number, pieces: Piece[]): number {
  if (scan.words[after]?.lower !== 'of') return after;
  const from = scan.words[after + 1]?.lower === 'the' ? after + 2 : after + 1;
  const match = matchAt(scan, from);
  const opening = scan.words[from];
  if (opening === undefined || !isNameWord(opening)) return after;
  const end = coreEnd(scan, from);
  // "President of the Republic Ana Teel"
  if (/^(?:republic|nation|state|union|federation)$/.test(opening.lower) && end - from > 2 && (match === null || match.end === from + 1)) return takePerson(scan, from + 1, end, { ...title, end: from + 1, honorific: false }, roleFrom, pieces);
  if (match === null) return after;
  if (match.end >= end || end - match.end < 2 || (scan.words[end - 1]?.flags ?? 0) & ANY_HEAD) return after;
  pieces.push(listed(from, match));
  return takePerson(scan, match.end, end, { ...title, end: match.end, honorific: false }, roleFrom, pieces);
}

function fullMatch(scan: Scan, at: number, end: number): Match | null {
  const match = matchAt(scan, at);
  return match !== null && match.end === end ? match : null;
}

function listed(at: number, match: Match): Piece {
  return newPiece(at, match.end, match);
}

/** A name without a title from `[at, end)`; `joins` lets it go on over "of". */
function takePlain(scan: Scan, at: number, end: number, pieces: Piece[], joins = true): number {
  if (!isStart(scan, at) || opensNothing(scan, at, end)) return at + 1;
  const stop = plainEnd(scan, at, end);
  const reach = joins && stop === end ? joinEnd(scan, at, stop) : stop;
  const piece = newPiece(at, reach, fullMatch(scan, at, reach));
  if (isDroppable(scan, piece)) return reach;
  pieces.push(piece);
  return reach;
}
