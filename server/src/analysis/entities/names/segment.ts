/** Cuts a run of capitalised words into names: titles off, nationalities and places in front apart, heads joined over "of" and "for". */
import { Evidence, MEDIUM, SURE, WEAK } from './evidence.js';
import { coreEnd, isPossessive } from './cores.js';
import { joinEnd } from './joins.js';
import { ANY_HEAD, BODY, EVENT_HEAD, FUNCTION, GENERIC, LAW_HEAD, NEVER, ORG_HEAD, FAC_HEAD, ROLE_MODIFIER, SPEECH_VERB, TITLE_TOPIC, WEAK_FAC, WEAK_ORG, SUFFIX, TITLE } from './lexicons/flags.js';
import { isRoleNoun } from './lexicons/titles.js';
import type { Match, Piece, Scan } from './scan.js';
import { hasType, isNameWord, isSure, matchAt } from './scan.js';
import type { TitleRun } from './titles.js';
import { ALSO_NAMES, findTitle } from './titles.js';

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
    if (longer && !(word.lower === 'the' && !match.entries.some((e) => e.canonical.startsWith('The ')))) break;
    if (!(word.flags & FUNCTION) || word.caps && !scan.allCaps && word.text.length > 1 && match !== null) break;
    at++;
  }
  return at;
}

/** Takes the next name from `[at, end)`; gives the index to go on from. */
function takeOne(scan: Scan, at: number, end: number, pieces: Piece[]): number {
  if (!isStart(scan, at)) return at + 1;
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

function isStart(scan: Scan, at: number): boolean {
  const word = scan.words[at];
  return word !== undefined && (isNameWord(word) || word.isNumber);
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

function roleOf(scan: Scan, from: number, end: number): { start: number; end: number; text: string; place: 'before' } {
  const start = scan.words[from]?.start ?? 0;
  const stop = scan.words[end - 1]?.end ?? start;
  return { start, end: stop, text: scan.text.slice(start, stop), place: 'before' };
}

/** The person whom the title in front names. */
function takePerson(scan: Scan, at: number, end: number, title: TitleRun, roleFrom: number, pieces: Piece[]): number {
  const stop = personEnd(scan, at, end);
  const piece = newPiece(at, stop, fullMatch(scan, at, stop));
  const text = scan.text.slice(scan.words[title.start]?.start ?? 0, scan.words[title.end - 1]?.end ?? 0);
  piece.evidence.add('PERSON', SURE, 'title', `after the title “${text}”`);
  if (!title.honorific || title.end - title.head > 1 || title.start < title.head) piece.roles.push(roleOf(scan, roleFrom, title.end));
  else piece.roles.push(roleOf(scan, title.start, title.end));
  pieces.push(piece);
  return stop;
}

/** Honours after a name, no part of it. */
const POSTNOMINALS = new Set(['QC', 'KC', 'SC', 'MP', 'MBE', 'OBE', 'CBE', 'PhD', 'MD', 'MEP', 'MSP', 'SAN', 'TD']);

/** A person's name ends before a nationality or a place in a row with it, and after five words. */
function personEnd(scan: Scan, at: number, end: number): number {
  let stop = at + 1;
  while (stop < end && stop < at + 9) {
    const word = scan.words[stop];
    if (word === undefined || word.isNumber || isPossessive(word) || POSTNOMINALS.has(word.text)) break;
    if (word.flags & TITLE && word.flags & ANY_HEAD) break;
    stop++;
  }
  return stop;
}

/** "President of Ukraine Ana Teel": the place after "of", then the person. A bare "President" is no name. */
function takeTitleOf(scan: Scan, after: number, title: TitleRun, roleFrom: number, pieces: Piece[]): number {
  if (scan.words[after]?.lower !== 'of') return after;
  const from = scan.words[after + 1]?.lower === 'the' ? after + 2 : after + 1;
  const match = matchAt(scan, from);
  if (match === null || !isNameWord(scan.words[from])) return after;
  const end = coreEnd(scan, from);
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
  if (!isStart(scan, at)) return at + 1;
  const stop = plainEnd(scan, at, end);
  const reach = joins && stop === end ? joinEnd(scan, at, stop) : stop;
  const piece = newPiece(at, reach, fullMatch(scan, at, reach));
  if (isDroppable(scan, piece)) return reach;
  pieces.push(piece);
  return reach;
}

const DIRECTIONS = new Set(['north', 'south', 'east', 'west', 'northern', 'southern', 'eastern', 'western', 'central']);

function plainEnd(scan: Scan, at: number, end: number): number {
  const match = matchAt(scan, at);
  if (match !== null && match.end >= end) return match.end > end ? overHead(scan, match.end) : end;
  const direction = DIRECTIONS.has(scan.words[at]?.lower ?? '') && (match === null || match.end === at + 1) ? matchAt(scan, at + 1) : null;
  if (direction !== null && direction.end === end && direction.entries.some((e) => e.subtype === 'country' || e.subtype === 'region')) return at + 1;
  if (match === null) return scan.titleCase ? headlineEnd(scan, at, end) : innerEnd(scan, at, end);
  if (splitsAfter(scan, at, match, end)) return match.end;
  return scan.titleCase ? headlineEnd(scan, at, end) : innerEnd(scan, at, end);
}

/** "director of Amnesty International Ana Teel". */
function isHeldOffice(scan: Scan, at: number): boolean {
  return scan.words[at - 1]?.lower === 'of' && isRoleNoun(scan.words[at - 2]?.lower ?? '');
}

/** "House of Commons Library": a head word after a listed name of several runs. */
function overHead(scan: Scan, end: number): number {
  if (!isNameWord(scan.words[end]) || end === 0) return end;
  const run = coreEnd(scan, end);
  const flags = scan.words[run - 1]?.flags ?? 0;
  return run - end <= 2 && flags & (ORG_HEAD | FAC_HEAD) && !(flags & TITLE) && (scan.words[end]?.start ?? 0) - (scan.words[end - 1]?.end ?? 0) === 1 ? run : end;
}

/** Members of parties, who stand before their names. */
const PARTISANS = new Set(['democrat', 'democrats', 'republican', 'republicans', 'conservative', 'socialist', 'communist', 'independent', 'liberal']);

/** Whether a listed name at the front is a name of its own rather than the first part of a longer one. */
function splitsAfter(scan: Scan, first: number, match: Match, end: number): boolean {
  const rest = match.end;
  const next = scan.words[rest];
  const last = scan.words[end - 1];
  if (next === undefined || last === undefined) return true;
  if (isPossessive(next)) return true;
  const group = isSure(match.entries, 'NORP') || isSure(match.entries, 'GPE') || hasType(match.entries, 'NORP');
  if (next.afterHyphen && group) return !(last.flags & (EVENT_HEAD | LAW_HEAD) && end - rest >= 2);
  if (isSure(match.entries, 'ORG') && /\d/.test(next.text)) return true;
  if (next.isNumber) return hasType(match.entries, 'ORG') || hasType(match.entries, 'GPE');
  const later = matchAt(scan, rest);
  const givenNext = scan.gazetteer.isGivenName(next.text) && !(next.flags & ANY_HEAD);
  if (last.flags & ANY_HEAD && !(givenNext && scan.gazetteer.isSurname(last.text))) return later !== null && later.end === end && later.end - rest > 1 && isSure(later.entries, 'ORG') && group && hasType(match.entries, 'NORP');
  if (group && givenNext && end - rest >= 2) return true;
  if (hasType(match.entries, 'NORP') && PARTISANS.has(scan.words[match.end - 1]?.lower ?? '')) return true;
  if (hasType(match.entries, 'NORP')) return later !== null && later.end === end || givenNext;
  if (isSure(match.entries, 'ORG')) {
    if (end - rest >= 2 && (scan.gazetteer.isGivenName(next.text) || isHeldOffice(scan, first))) return true;
    return later !== null && later.end === end && !isSure(later.entries, 'GPE') && !scan.gazetteer.isSurname(next.text);
  }
  if (isSure(match.entries, 'GPE')) return later !== null && hasType(later.entries, 'NORP') && (later.end === end || PARTISANS.has(next.lower));
  return false;
}

/** The end of an unlisted name: before a listed nationality with a person after it, after a suffix. */
function innerEnd(scan: Scan, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined) return i;
    if (POSTNOMINALS.has(word.text)) return i;
    if (word.flags & SUFFIX && i + 1 < end && word.text.endsWith('.')) return i + 1;
    if (word.afterHyphen && !(scan.words[i - 1]?.flags ?? 0) && matchAt(scan, i) !== null) return i;
  }
  return end;
}

/** In a headline every word has a capital: a name ends before the first common word that is no part of a name. */
function headlineEnd(scan: Scan, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined) return i;
    if (word.flags & ANY_HEAD && !(word.flags & GENERIC)) return i + 1;
    const match = matchAt(scan, i);
    if (match !== null && match.end > i + 1) return i;
    if (word.flags & FUNCTION || scan.gazetteer.isCommonWord(word.lower) && !scan.gazetteer.isSurname(word.text) && !scan.gazetteer.isGivenName(word.text)) return i;
    if (match !== null && (isSure(match.entries, 'GPE') || isSure(match.entries, 'NORP'))) return i;
  }
  return end;
}

/** "Category 5", "Phase III": grades, not names. */
const GRADES = new Set(['category', 'level', 'phase', 'stage', 'grade', 'type', 'class', 'group', 'round', 'tier', 'day', 'week', 'year', 'page', 'part', 'no', 'no.', 'number', 'region', 'ward', 'zone', 'division', 'unit', 'gate', 'terminal', 'room', 'form', 'item', 'figure', 'table', 'volume', 'vol', 'step']);

/** Single words with a capital that name nothing: "President", a headline's verbs, weekdays. */
function isDroppable(scan: Scan, piece: Piece): boolean {
  const word = scan.words[piece.first];
  if (word === undefined) return true;
  if (piece.end - piece.first === 2 && GRADES.has(word.lower) && piece.entries.length === 0) return /^(?:\d+[A-Za-z]?|[IVX]+|[A-Z])$/.test(scan.words[piece.first + 1]?.text ?? '');
  if (piece.end - piece.first !== 1) return false;
  if (scan.words[piece.end]?.text === '$' && !scan.words[piece.end]?.space) return true;
  if (/^(?:SARS|MERS|COVID|H\dN\d)/i.test(word.text) || /^[A-FH-Z]\d$/.test(word.text)) return true;
  if (word.lower === 'parliament' && /^Members?$/.test(scan.words[piece.first - 2]?.text ?? '')) return true;
  if (word.flags & NEVER || /^[IVXLC]+$/.test(word.text) || /^\p{Lu}\.?$/u.test(word.text)) return true;
  if (piece.entries.length > 0 && !(piece.entries.every((e) => e.ambiguous) && word.flags & GENERIC)) return scan.titleCase && piece.entries.every((e) => e.ambiguous) && scan.gazetteer.isCommonWord(word.lower);
  if (word.isNumber || word.text.length < 2) return true;
  if (word.flags & (FUNCTION | NEVER)) return true;
  if (word.flags & ROLE_MODIFIER && !(word.flags & (ORG_HEAD | BODY)) && (scan.words[piece.end]?.isWord ?? false)) return true;
  if (word.flags & TITLE && !(ALSO_NAMES.has(word.lower) && !word.text.endsWith('.'))) return true;
  return scan.titleCase && scan.gazetteer.isCommonWord(word.lower);
}
