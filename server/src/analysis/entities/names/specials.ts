/** Names that a pattern gives away: "9/11", "Article 5 of the … Treaty", "2018 World Cup", titles in quotation marks. */
import { SURE, MEDIUM } from './evidence.js';
import { coreEnd, startsLawPart } from './cores.js';
import { joinEnd } from './joins.js';
import { EVENT_HEAD, LAW_HEAD, WORK_HEAD } from './lexicons/flags.js';
import { wordSet } from './lexicons/words.js';
import type { Piece, Scan } from './scan.js';
import { adjoins, hasType, isNameWord, matchAt } from './scan.js';
import { newPiece } from './segment.js';
import { plainTitle, quotedTitle } from './works.js';

const ELECTION_WORDS = wordSet('presidential general parliamentary legislative local municipal gubernatorial midterm federal national regional mayoral congressional senate european primary snap runoff');
const ELECTIONS = new Set(['election', 'elections', 'referendum', 'primaries', 'polls', 'Election', 'Elections', 'Referendum']);

/** The name of a special form that starts at the word; null for none. Its end is past the word, so that reading goes on. */
export function specialAt(scan: Scan, at: number): Piece | null {
  const word = scan.words[at];
  if (word === undefined) return null;
  const pandemic = pandemicEnd(scan, at);
  if (pandemic > at) return made(at, pandemic, 'EVENT', 'a pandemic by the name of its disease');
  if (isAirliner(scan, at)) return airliner(at);
  if (word.isNumber || word.value !== null) return word.text === '9/11' ? attacks(at) : yearEvent(scan, at) ?? amendment(scan, at);
  if (startsLawPart(scan, at)) return lawPart(scan, at);
  if (word.text === 'Executive' && scan.words[at + 1]?.text === 'Order' && adjoins(scan, at) && /^(?:\d{4,6}|No\.)$/.test(scan.words[at + 2]?.text ?? '')) return executiveOrder(scan, at);
  return word.text === '“' || word.text === '"' || word.text === '‘' ? quotedTitle(scan, at) : plainTitle(scan, at);
}

/** "COVID-19 pandemic" is an event, the disease alone is not marked (annotation rules C4). */
export function pandemicEnd(scan: Scan, at: number): number {
  const disease = scan.words[at]?.lower;
  if (disease !== 'covid' && disease !== 'covid-19') return at;
  const next = scan.words[at + 1];
  const end = next !== undefined && /^-?19$/.test(next.text) && adjoins(scan, at) ? at + 2 : at + 1;
  return scan.words[end]?.lower === 'pandemic' && adjoins(scan, end - 1) ? end + 1 : at;
}

const AIRLINER = /^7[0-8]7s?$/;

/** "It is a Boeing, and the 707 was old": the number alone, in a paragraph that names its maker elsewhere. */
function isAirliner(scan: Scan, at: number): boolean {
  const text = scan.words[at]?.text ?? '';
  if (text.charAt(0) !== '7' || !AIRLINER.test(text) || !scan.text.includes('Boeing')) return false;
  const before = scan.words[at - 1];
  const next = scan.words[at + 1];
  return before !== undefined && /^(?:a|an|the|any|its|old|new|and|or|both)$/.test(before.lower) && (next === undefined || !next.isWord || !/s$/.test(next.lower) || next.flags !== 0);
}

function airliner(at: number): Piece {
  const piece = newPiece(at, at + 1);
  piece.evidence.add('PRODUCT', SURE + MEDIUM, 'rule', 'an airliner by its number');
  return piece;
}

function attacks(at: number): Piece {
  const piece = newPiece(at, at + 1);
  piece.evidence.add('EVENT', SURE, 'rule', 'the attacks of 11 September 2001');
  return piece;
}

/** "2020 United States presidential election", "2018 World Cup", "1965 Voting Rights Act". */
function yearEvent(scan: Scan, at: number): Piece | null {
  const year = scan.words[at];
  if (year === undefined || !/^(?:1[89]|20)\d\d$/.test(year.text) || !adjoins(scan, at)) return null;
  let end = at + 1;
  if (isNameWord(scan.words[end])) end = joinEnd(scan, end, coreEnd(scan, end));
  const last = scan.words[end - 1];
  const listed = matchAt(scan, at + 1);
  const kind = end === at + 1 || last === undefined ? null
    : last.flags & EVENT_HEAD || listed !== null && listed.end === end && hasType(listed.entries, 'EVENT') ? 'EVENT'
      : last.flags & WORK_HEAD ? 'WORK_OF_ART' : last.flags & LAW_HEAD && !(last.lower === 'agreement') ? 'LAW' : null;
  if (kind !== null) return made(at, end, kind, `named with its year, ${year.text}`);
  return election(scan, at, end);
}

function election(scan: Scan, at: number, from: number): Piece | null {
  let end = from;
  let adjectives = 0;
  while (adjectives < 3 && adjoins(scan, end - 1) && ELECTION_WORDS.has(scan.words[end]?.lower ?? '')) {
    end++;
    adjectives++;
  }
  if (adjectives === 0 && end === at + 1 || !adjoins(scan, end - 1) || !ELECTIONS.has(scan.words[end]?.text ?? '')) return null;
  return made(at, end + 1, 'EVENT', 'an election with its year');
}

function made(at: number, end: number, type: 'EVENT' | 'LAW' | 'WORK_OF_ART', text: string): Piece {
  const piece = newPiece(at, end);
  piece.evidence.add(type, SURE + MEDIUM, 'rule', text);
  return piece;
}

/** "First Amendment", "25th Amendment of the US Constitution". */
function amendment(scan: Scan, at: number): Piece | null {
  const next = scan.words[at + 1];
  if (next === undefined || next.text !== 'Amendment' || !adjoins(scan, at)) return null;
  return made(at, ofLaw(scan, at + 2), 'LAW', 'a numbered amendment');
}

/** "Article 5", "Section 230 of the Communications Act". */
function lawPart(scan: Scan, at: number): Piece | null {
  const number = scan.words[at + 1];
  if (number === undefined) return null;
  const end = number.text === 'No.' && adjoins(scan, at + 1) && (scan.words[at + 2]?.isNumber ?? false) ? at + 3 : at + 2;
  return made(at, ofLaw(scan, end), 'LAW', 'a numbered part of a law');
}

/** "Executive Order 13769", "Executive Order No. 13769". */
function executiveOrder(scan: Scan, at: number): Piece | null {
  const end = scan.words[at + 2]?.text === 'No.' ? at + 4 : at + 3;
  return scan.words[end - 1]?.isNumber === true ? made(at, end, 'LAW', 'a numbered order') : null;
}

/** "of the NATO treaty": the law that a part belongs to, its head in either case. */
function ofLaw(scan: Scan, end: number): number {
  const connector = scan.words[end];
  if (connector === undefined || connector.lower !== 'of' && connector.lower !== 'to' || !adjoins(scan, end - 1)) return end;
  const at = scan.words[end + 1]?.lower === 'the' ? end + 2 : end + 1;
  if (!isNameWord(scan.words[at])) return end;
  const run = joinEnd(scan, at, coreEnd(scan, at));
  const last = scan.words[run - 1];
  if (last !== undefined && last.flags & LAW_HEAD) return run;
  const next = scan.words[run];
  return next !== undefined && adjoins(scan, run - 1) && /^(?:treaty|constitution|charter|convention|code|act)$/.test(next.lower) ? run + 1 : end;
}
