/** Runs of capitals that name nothing, whatever the rest of the article says. */
import { isModelNumber } from './cores.js';
import { DIRECTIONS } from './lexicons/function.js';
import { BODY, FUNCTION, GENERIC, NEVER, ORG_HEAD, PLACE_PREPOSITION, ROLE_MODIFIER, TITLE, WEAK_PLACE } from './lexicons/flags.js';
import { isCode, isRoadNumber } from './makers.js';
import { namesNothing } from './noNames.js';
import type { Piece, Scan } from './scan.js';
import { adjoins, hasType, matchAt } from './scan.js';
import { ALSO_NAMES } from './titles.js';

/** "Category 5", "Phase III": grades, not names. */
const GRADES = new Set(['category', 'level', 'phase', 'stage', 'grade', 'type', 'class', 'group', 'round', 'tier', 'day', 'week', 'year', 'page', 'part', 'no', 'no.', 'number', 'region', 'ward', 'zone', 'division', 'unit', 'gate', 'terminal', 'room', 'form', 'item', 'figure', 'table', 'volume', 'vol', 'step']);

/** "North Latvia": only the country is a name, and the rest a direction. */
function isDirectionOf(scan: Scan, at: number): boolean {
  const word = scan.words[at];
  if (word === undefined || !DIRECTIONS.has(word.lower) || !adjoins(scan, at)) return false;
  const match = matchAt(scan, at + 1);
  return match !== null && match.entries.some((e) => e.type === 'GPE' && !e.ambiguous);
}

/** Single words with a capital that name nothing: "President", a headline's verbs, weekdays. */
export function isDroppable(scan: Scan, piece: Piece): boolean {
  const word = scan.words[piece.first];
  const last = scan.words[piece.end - 1];
  if (word === undefined || last === undefined || namesNothing(scan.text, { start: word.start, end: last.end }, scan.gazetteer)) return true;
  if (piece.end - piece.first === 2 && GRADES.has(word.lower) && piece.entries.length === 0) return /^(?:\d+[A-Za-z]?|[IVX]+|[A-Z])$/.test(scan.words[piece.first + 1]?.text ?? '');
  if (piece.end - piece.first !== 1) return false;
  if (isRoadNumber(scan, piece.first)) return false;
  const hasFigure = /\d/.test(word.text);
  if (word.text.startsWith('#') || (hasFigure && /^(?:CO2|H2O|O[23]|NO2|N2O?|CH4|SO2|PM10)$/.test(word.text))) return true;
  if (piece.entries.length === 0 && hasFigure && isCode(scan, piece.first)) return true;
  if (isDirectionOf(scan, piece.first) || /^cocktails?$/.test(scan.words[piece.end]?.lower ?? '') && piece.entries.every((e) => e.ambiguous)) return true;
  if (isModelNumber(scan, piece.first)) return false;
  if (scan.words[piece.end]?.text === '$' && !scan.words[piece.end]?.space) return true;
  if (/^(?:SARS|MERS|COVID|H\dN\d)/i.test(word.text) || (hasFigure && /^[A-FH-Z]\d$/.test(word.text))) return true;
  if (word.lower === 'independence' && isOfACountry(scan, piece.first)) return true;
  if (word.lower === 'parliament' && /^Members?$/.test(scan.words[piece.first - 2]?.text ?? '')) return true;
  if (word.flags & NEVER || isRomanNumeral(word.text) || /^\p{Lu}\.?$/u.test(word.text)) return true;
  if (piece.entries.length > 0 && !(piece.entries.every((e) => e.ambiguous) && word.flags & GENERIC)) return scan.titleCase && piece.entries.every((e) => e.ambiguous) && scan.gazetteer.isCommonWord(word.lower);
  if (word.isNumber || word.text.length < 2) return true;
  if (word.flags & (FUNCTION | NEVER)) return true;
  if (word.flags & ROLE_MODIFIER && !(word.flags & (ORG_HEAD | BODY)) && (scan.words[piece.end]?.isWord ?? false)) return true;
  if (word.flags & TITLE && !(ALSO_NAMES.has(word.lower) && !word.text.endsWith('.'))) return true;
  return scan.titleCase && scan.gazetteer.isCommonWord(word.lower);
}

/** "after Independence", "the seeds of Independence": a country's, not the town. */
function isOfACountry(scan: Scan, at: number): boolean {
  const before = scan.words[at - 1];
  const place = scan.words[at + 1]?.text === ',' ? matchAt(scan, at + 2) : null;
  return (place === null || !hasType(place.entries, 'GPE')) && (before === undefined || !(before.flags & (PLACE_PREPOSITION | WEAK_PLACE)));
}

/** As it is written: "XIV", and not "ICC". */
function isRomanNumeral(text: string): boolean {
  return /^(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text);
}
