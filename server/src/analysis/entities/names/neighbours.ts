/** What the names of one block tell each other: acronyms in brackets, chains of places, lists, datelines. */
import { FAINT, MEDIUM, STRONG, SURE, WEAK } from './evidence.js';
import { abbreviates, keyOf } from './keys.js';
import type { NameType } from '../../types.js';
import type { Piece, Scan } from './scan.js';
import { isSure } from './scan.js';
import { NAMELESS, standsForNoName } from './spelledOut.js';

export function judgeNeighbours(scan: Scan, pieces: readonly Piece[]): void {
  dateline(scan, pieces);
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    const next = pieces[i + 1];
    if (piece === undefined) continue;
    bracketed(scan, piece);
    if (next === undefined) continue;
    acronym(scan, piece, next);
    placeChain(scan, piece, next);
    list(scan, piece, next);
  }
}

export function textOf(scan: Scan, piece: Piece): string {
  return scan.text.slice(scan.words[piece.first]?.start ?? 0, scan.words[piece.end - 1]?.end ?? 0);
}

/** "KYIV (Reuters) –", "ABUJA, Jun 22 –", "Nairobi, Kenya —": a place opens the story. */
function dateline(scan: Scan, pieces: readonly Piece[]): void {
  const piece = pieces[0];
  if (piece === undefined || piece.first > 1 || scan.allCaps) return;
  const next = scan.words[piece.end];
  if (next === undefined) return;
  const dash = /^[—–-]{1,2}$/.test(next.text) && next.space;
  const caps = scan.words[piece.first]?.caps === true;
  if (dash && !caps && piece.entries.length === 0) return;
  // "GOODWYN:" in a transcript, "LOCATION:" in an announcement: only a listed place opens a story with a colon.
  if (next.text === ':' && caps && !scan.gazetteer.lookupCaps(textOf(scan, piece)).some((entry) => entry.type === 'GPE')) return;
  if (dash || caps && (next.text === ',' || next.text === '(' || next.text === '/' || next.text === ':')) piece.evidence.add('GPE', caps ? SURE : MEDIUM, 'context', 'in the dateline').add('ORG', -MEDIUM);
  const agency = pieces[1];
  if (agency !== undefined && scan.words[agency.first - 1]?.text === '(' && scan.words[agency.end]?.text === ')' && agency.first <= piece.end + 6 && caps) agency.evidence.add('ORG', STRONG, 'context', 'in the dateline');
}

/** "(RTLA)" after a phrase that is no name: an acronym all the same. */
function bracketed(scan: Scan, piece: Piece): void {
  if (piece.end - piece.first !== 1 || scan.words[piece.first - 1]?.text !== '(' || scan.words[piece.end]?.text !== ')') return;
  if (piece.entries.length > 0) return;
  if (standsForNoName(scan, piece)) piece.expansion = NAMELESS;
  else if (scan.words[piece.first]?.caps === true) piece.evidence.add('ORG', WEAK, 'shape', 'an acronym in brackets');
}

function acronym(scan: Scan, a: Piece, b: Piece): void {
  if (b.first !== a.end + 1 || scan.words[a.end]?.text !== '(' || scan.words[b.end]?.text !== ')') return;
  const left = keyOf(textOf(scan, a));
  const right = keyOf(textOf(scan, b));
  const links = abbreviates(right, left) || abbreviates(left, right) || b.end - b.first === 1 && scan.words[b.first]?.caps === true && right.charAt(0) === left.charAt(0) && left.includes(' ');
  if (!links) return;
  const [short, long] = right.length <= left.length ? [b, a] : [a, b];
  a.expansion = right;
  b.expansion = left;
  if (long.evidence.best().type === 'PERSON' && right.length >= 3 && abbreviates(right, left) && !isShownToBePerson(scan, long)) long.evidence.add('ORG', SURE, 'acronym', `“${right}” in brackets`);
  const { type, score } = long.evidence.best();
  if (type !== null) short.evidence.add(type, Math.min(SURE, score), 'acronym', `short for “${textOf(scan, long)}”`);
  if (type !== 'PERSON') long.evidence.add('ORG', FAINT);
}

/** By a title, or by a given name in front: some people are known by their initials, too ("JFK"). */
function isShownToBePerson({ gazetteer, words }: Scan, { evidence, first }: Piece): boolean {
  return evidence.reasons.some(({ kind, supports }) => supports === 'PERSON' && kind === 'title') || gazetteer.isGivenName(words[first]?.text ?? '');
}

/** "Skokie, Illinois,": the first is a place within the second. */
function placeChain(scan: Scan, a: Piece, b: Piece): void {
  if (b.first !== a.end + 1 || scan.words[a.end]?.text !== ',' || !isSure(b.entries, 'GPE')) return;
  const after = scan.words[b.end];
  if (after !== undefined && after.isWord && after.flags === 0 && after.lower !== 'said') return;
  if (a.entries.length > 0 && !a.entries.some((e) => e.type === 'GPE' || e.ambiguous)) return;
  const country = b.entries.some((e) => e.subtype === 'country' || e.subtype === 'region' || e.subtype === 'state' || e.country !== undefined);
  if (a.evidence.get('PERSON') < STRONG) a.evidence.add('GPE', country ? MEDIUM + FAINT : WEAK, 'context', `before “, ${textOf(scan, b)}”`);
}

const LISTED: readonly NameType[] = ['GPE', 'ORG', 'PERSON', 'NORP', 'LOC'];

/** "A, B and C": names in a list are of one kind. */
function list(scan: Scan, a: Piece, b: Piece): void {
  const gap = b.first - a.end;
  const mark = scan.words[a.end];
  if (mark === undefined || gap < 1 || gap > 2) return;
  const joined = gap === 1 ? mark.text === ',' || mark.lower === 'and' || mark.lower === 'or' || mark.text === '/' : mark.text === ',' && (scan.words[a.end + 1]?.lower === 'and' || scan.words[a.end + 1]?.lower === 'or');
  if (!joined) return;
  for (const type of LISTED) {
    if (a.evidence.get(type) >= STRONG && b.evidence.get(type) < STRONG) b.evidence.add(type, WEAK);
    else if (b.evidence.get(type) >= STRONG && a.evidence.get(type) < STRONG) a.evidence.add(type, WEAK);
  }
}
