/**
 * Finds the name-shaped runs of one block and what speaks for each type of each. Reads nothing but the block and the lists,
 * decides nothing: the article as a whole does that in the name table. Never throws for any text; linear in its length.
 */
import type { Gazetteer } from '../../gazetteer.js';
import type { TokenisedBlock, ValueMention } from '../../types.js';
import { judgeAround, judgeLanguage } from './around.js';
import type { FoundName } from './evidence.js';
import { FAINT, MEDIUM, SURE, WEAK } from './evidence.js';
import { judgeInside } from './inside.js';
import { keyOf } from './keys.js';
import { CALENDAR_WORD, LAW_HEAD, PARTICLE } from './lexicons/flags.js';
import { judgeNeighbours, textOf } from './neighbours.js';
import type { Piece, Scan } from './scan.js';
import { adjoins, hasType, isNameWord, makeScan } from './scan.js';
import { segmentAt, startsWithListed } from './segment.js';
import { pandemicEnd, specialAt } from './specials.js';

/**
 * Candidates in order, disjoint. One that touches a value holds it whole ("2018 World Cup"), so that the caller can
 * drop the value with `valuesOutside`.
 */
export function findNames(block: TokenisedBlock, values: readonly ValueMention[], gazetteer: Gazetteer): FoundName[] {
  const scan = makeScan(block, values, gazetteer);
  const pieces = collect(scan).filter((piece) => !cutsValue(scan, piece) && !(block.header !== undefined && isHeaderWord(scan, piece)));
  for (const piece of pieces) {
    judgeInside(scan, piece);
    judgeAround(scan, piece);
    judgeLanguage(scan, piece);
    if (block.header === 'byline' && !isDesk(scan, piece)) piece.evidence.add('PERSON', MEDIUM, 'context', 'in the byline');
    if (block.header === 'dateline') {
      // "KYIV (Reuters) –": the place stands outside the brackets, the agency inside.
      if (scan.words[piece.first - 1]?.text === '(') piece.evidence.add('ORG', MEDIUM, 'context', 'the agency in the dateline');
      else piece.evidence.add('GPE', MEDIUM, 'context', 'in the dateline');
    }
  }
  judgeNeighbours(scan, pieces);
  return pieces.map((piece) => finish(scan, piece));
}

/** "Harbour Desk", "Keld staff": where somebody writes, not who. */
function isDesk(scan: Scan, piece: Piece): boolean {
  return DESKS.has(scan.words[piece.end]?.lower ?? '') || DESKS.has(scan.words[piece.end - 1]?.lower ?? '');
}

const DESKS = new Set(['desk', 'staff', 'bureau', 'newsroom', 'correspondent', 'correspondents', 'reporter', 'reporters', 'editor', 'editors']);

const HEADER_WORDS = new Set(['byline', 'writer', 'reporter', 'section', 'headline', 'published', 'updated', 'posted', 'modified', 'by', 'date', 'source', 'title', 'author', 'read', 'share']);

/** "| Published March 24": the label of a field, not a name. */
function isHeaderWord(scan: Scan, piece: Piece): boolean {
  return piece.end - piece.first === 1 && HEADER_WORDS.has(scan.words[piece.first]?.lower ?? '');
}

/** The values that no name holds. Both lists in order. */
export function valuesOutside(values: readonly ValueMention[], names: readonly { start: number; end: number }[]): ValueMention[] {
  let at = 0;
  return values.filter((value) => {
    while (at < names.length && (names[at]?.end ?? 0) <= value.start) at++;
    const name = names[at];
    return name === undefined || name.start >= value.end;
  });
}

function collect(scan: Scan): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < scan.words.length) {
    const special = specialAt(scan, at);
    if (special !== null) {
      pieces.push(special);
      at = special.end;
      continue;
    }
    // "The COVID-19 pandemic": the article is no part of a run with it.
    if (!isNameWord(scan.words[at]) && !startsWithListed(scan, at) || pandemicEnd(scan, at + 1) > at + 1) {
      at++;
      continue;
    }
    const { pieces: found, next } = segmentAt(scan, at);
    for (const piece of found) pieces.push(widen(scan, piece, pieces[pieces.length - 1]?.end ?? 0));
    at = Math.max(next, at + 1);
  }
  return pieces;
}

const OPENING_PARTICLES = new Set(['de', 'van', 'von', 'der', 'den', 'bin', 'al', 'el', 'da', 'di', 'du', 'della', 'del', 'dos', 'ter', 'ten', 'ibn', 'abu', 'ould']);

/** Takes in a particle in front ("de Blasio said") and a year after a law ("Water Act of 1972"). */
function widen(scan: Scan, piece: Piece, floor: number): Piece {
  let { first, end } = piece;
  while (first > floor && first > piece.first - 3 && adjoins(scan, first - 1)) {
    const word = scan.words[first - 1];
    if (word === undefined || word.capital || !(word.flags & PARTICLE) || !OPENING_PARTICLES.has(word.lower)) break;
    first--;
  }
  if ((scan.words[end - 1]?.flags ?? 0) & LAW_HEAD && piece.end - piece.first > 1) end = lawYear(scan, end);
  end = numbered(scan, piece, end);
  return first === piece.first && end === piece.end ? piece : { ...piece, first, end };
}

/** "Security Council resolution 2259", "Watergate scandal": a small head word that belongs to the name all the same. */
function numbered(scan: Scan, piece: Piece, end: number): number {
  const next = scan.words[end];
  if (next === undefined || !adjoins(scan, end - 1)) return end;
  if (next.lower === 'resolution' && (scan.words[end + 1]?.isNumber ?? false) && hasType(piece.entries, 'ORG')) {
    piece.evidence.add('LAW', SURE + MEDIUM, 'rule', 'a numbered resolution');
    return end + 2;
  }
  if (next.lower !== 'scandal' && next.lower !== 'affair' || end - piece.first > 1) return end;
  piece.evidence.add('EVENT', SURE + MEDIUM, 'rule', `named with “${next.text}”`);
  return end + 1;
}

function lawYear(scan: Scan, end: number): number {
  const at = scan.words[end]?.text === ',' || scan.words[end]?.lower === 'of' ? end + 1 : end;
  return /^(?:1[6789]|20)\d\d$/.test(scan.words[at]?.text ?? '') ? at + 1 : end;
}

/** A name that holds only part of a value is a slip: the value stands. */
function cutsValue(scan: Scan, piece: Piece): boolean {
  const start = scan.words[piece.first]?.start ?? 0;
  const end = scan.words[piece.end - 1]?.end ?? 0;
  for (const index of [piece.first, piece.end - 1]) {
    const word = scan.words[index];
    const value = word?.value;
    if (value !== null && value !== undefined && (value.start < start || value.end > end)) return true;
  }
  return piece.end - piece.first === 1 && scan.words[piece.first]?.value !== null && ((scan.words[piece.first]?.flags ?? 0) & CALENDAR_WORD) !== 0;
}

/** "Bridge Unsafe" in a headline: two words with capitals prove nothing there, and nothing else speaks for a name. */
function saysNothing(scan: Scan, piece: Piece): boolean {
  return scan.titleCase && piece.end - piece.first > 1 && piece.entries.length === 0 && piece.evidence.best().score <= WEAK + FAINT;
}

/** Where the word means the language, the mention gets a key of its own: the nationality is another name. */
function isLanguage(piece: Piece): boolean {
  const points = piece.evidence.get('LANGUAGE');
  return points >= SURE && points >= piece.evidence.get('NORP');
}

/** A listed name keeps its "'s": Moody's is not Moody. */
function keyFor(piece: Piece, text: string): string {
  const straight = text.replaceAll('’', "'");
  return piece.entries.length > 0 && straight.endsWith("'s") ? straight : keyOf(text);
}

function finish(scan: Scan, piece: Piece): FoundName {
  const first = scan.words[piece.first];
  const start = first?.start ?? 0;
  const end = scan.words[piece.end - 1]?.end ?? start;
  const text = textOf(scan, piece);
  const language = isLanguage(piece);
  const { scores, reasons: all } = saysNothing(scan, piece) ? { scores: {}, reasons: [] } : piece.evidence;
  const reasons = language ? all.filter((r) => r.supports === 'LANGUAGE') : all;
  return {
    start, end, text, key: language ? `${keyOf(text)} language` : keyFor(piece, text), scores: language ? { LANGUAGE: SURE } : scores, reasons, roles: [...piece.roles].sort((a, b) => a.start - b.start),
    sentenceStart: (first?.first ?? false) || scan.titleCase,
    ...(piece.expansion === undefined ? {} : { expansion: piece.expansion }),
  };
}
