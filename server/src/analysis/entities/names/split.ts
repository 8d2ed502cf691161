/** Where one name ends and the next begins in a run of capitals without a title. */
import { coreEnd } from './cores.js';
import { ANY_HEAD, BODY, EVENT_HEAD, FAC_HEAD, FUNCTION, GENERIC, GPE_HEAD, LAW_HEAD, LOC_HEAD, ORG_HEAD, SUFFIX, TITLE, TITLE_TOPIC, WEAK_EVENT, WEAK_FAC, WEAK_LAW, WEAK_ORG } from './lexicons/flags.js';
import { DIRECTIONS } from './lexicons/function.js';
import { isRoleNoun } from './lexicons/titles.js';
import type { Match, Scan } from './scan.js';
import { hasType, isNameWord, isSure, matchAt } from './scan.js';
import { isPossessive } from './word.js';
import type { Word } from './word.js';

/** Honours after a name, no part of it. */
export const POSTNOMINALS = new Set(['QC', 'KC', 'SC', 'MP', 'MBE', 'OBE', 'CBE', 'PhD', 'MD', 'MEP', 'MSP', 'SAN', 'TD', 'Saheb', 'Sahab']);

/** The end of the first name in `[at, end)`, a run without a title. May be past `end` for a listed name with small words in it. */
export function plainEnd(scan: Scan, at: number, end: number): number {
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
  // "the Algeria-Venezuela Joint Commission": both states stand by themselves.
  if (group && scan.words[first]?.afterHyphen === true && !(last.flags & (EVENT_HEAD | LAW_HEAD)) && isState(matchAt(scan, first - 1))) return true;
  if (next.afterHyphen && group) return !(last.flags & (EVENT_HEAD | LAW_HEAD) && end - rest >= 2);
  if (isSure(match.entries, 'ORG') && /\d/.test(next.text)) return true;
  if (next.isNumber) return hasType(match.entries, 'ORG') || hasType(match.entries, 'GPE');
  const later = matchAt(scan, rest);
  const givenNext = scan.gazetteer.isGivenName(next.text) && !(next.flags & ANY_HEAD);
  if (last.flags & ANY_HEAD && !(givenNext && scan.gazetteer.isSurname(last.text))) return later !== null && later.end === end && later.end - rest > 1 && isSure(later.entries, 'ORG') && group && hasType(match.entries, 'NORP') && !isKindOfBody(scan, rest, end);
  if (end - rest >= 2 && (group && givenNext || closesChain(scan, first, match))) return true;
  if (hasType(match.entries, 'NORP') && PARTISANS.has(scan.words[match.end - 1]?.lower ?? '')) return true;
  if (hasType(match.entries, 'NORP')) return later !== null && later.end === end || givenNext;
  if (isSure(match.entries, 'ORG')) {
    if (end - rest >= 2 && (scan.gazetteer.isGivenName(next.text) || isHeldOffice(scan, first))) return true;
    return later !== null && later.end === end && !isSure(later.entries, 'GPE') && !scan.gazetteer.isSurname(next.text);
  }
  if (isSure(match.entries, 'GPE')) return later !== null && hasType(later.entries, 'NORP') && (later.end === end || PARTISANS.has(next.lower));
  return false;
}

function isState(match: Match | null): boolean {
  return match !== null && isSure(match.entries, 'GPE');
}

/** "Mayor of Savannah, Georgia Van Johnson": behind a place and a comma the state belongs to the place. */
function closesChain(scan: Scan, first: number, match: Match): boolean {
  if (scan.words[first - 1]?.text !== ',' || !match.entries.some((e) => e.subtype === 'country' || e.subtype === 'region' || e.subtype === 'state')) return false;
  return [first - 2, first - 3].some((at) => {
    const before = at < 0 ? null : matchAt(scan, at);
    return before !== null && before.end === first - 1 && hasType(before.entries, 'GPE');
  });
}

/** Bodies that are chosen, not had: a country has many, so that its name in front is no part of theirs. */
const PARTIES = new Set(['party', 'union', 'league', 'movement', 'front', 'alliance', 'coalition', 'democrats']);

/** Words of such names that the list of common words lacks. */
const OF_BODIES = new Set(['supreme', 'coast', 'crescent', 'constitutional', 'electoral', 'federal']);

/** "[Israeli] Supreme Court", "[Emirati] Red Crescent": words that any country's own body is called by, so that the country belongs to the name (annotation rule C2.5). */
function isKindOfBody(scan: Scan, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined || PARTIES.has(word.lower) || !(scan.gazetteer.isCommonWord(word.lower) || OF_BODIES.has(word.lower) || word.flags & (ORG_HEAD | TITLE_TOPIC | BODY))) return false;
  }
  return true;
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

const WEAK_HEADS = WEAK_ORG | WEAK_FAC | WEAK_EVENT | WEAK_LAW | LOC_HEAD | GPE_HEAD | TITLE | GENERIC;

/** A head word that ends a name even where every word has a capital. */
function isFirmHead(word: Word): boolean {
  return (word.flags & ANY_HEAD) !== 0 && (word.flags & WEAK_HEADS) === 0;
}

/** Common beside names so often that counts of capitals do not show it. */
const HEADLINE_ADJECTIVES = new Set(['new', 'old', 'top', 'local', 'big', 'more', 'key', 'major', 'rival', 'rogue', 'ex', 'former', 'late', 'own', 'full', 'fresh', 'deadly', 'huge', 'rare']);

/** A common word, or a form of one, that is nobody's name. */
export function isPlainWord(scan: Scan, word: Word): boolean {
  const { gazetteer } = scan;
  if (gazetteer.isSurname(word.text) || gazetteer.isGivenName(word.text)) return false;
  const { lower } = word;
  if (HEADLINE_ADJECTIVES.has(lower) || gazetteer.isCommonWord(lower)) return true;
  return stemsOf(lower).some((stem) => formsOf(stem).some((form) => gazetteer.isCommonWord(form)));
}

/** What a form of a verb or noun may be a form of: the lists of common words hold some forms of a word, seldom all. */
function stemsOf(lower: string): string[] {
  if (lower.endsWith('ss') || lower.length < 4) return [];
  if (lower.endsWith('ies')) return [`${lower.slice(0, -3)}y`];
  if (/(?:sh|ch|ss|x|zz)es$/.test(lower)) return [lower.slice(0, -2)];
  if (lower.endsWith('s')) return [lower.slice(0, -1)];
  if (lower.endsWith('ed')) return lower.length > 4 ? [lower.slice(0, -2), lower.slice(0, -1)] : [];
  return lower.endsWith('ing') && lower.length > 5 ? [lower.slice(0, -3), `${lower.slice(0, -3)}e`] : [];
}

function formsOf(stem: string): string[] {
  return stem.endsWith('e') ? [stem, `${stem}d`, `${stem.slice(0, -1)}ing`] : [stem, `${stem}ed`, `${stem}ing`];
}

/** In a headline: a word that opens no name, since no firm head follows in its run. */
export function opensNothing(scan: Scan, at: number, end: number): boolean {
  const word = scan.words[at];
  if (!scan.titleCase || word === undefined || matchAt(scan, at) !== null || !isPlainWord(scan, word)) return false;
  for (let i = at; i < end && i < at + 4; i++) {
    const next = scan.words[i];
    if (next !== undefined && isFirmHead(next)) return i === at || HEADLINE_ADJECTIVES.has(word.lower) || /(?:s|ed|ing)$/.test(word.lower) && !word.lower.endsWith('ss');
    if (i > at && next !== undefined && matchAt(scan, i) !== null) return true;
  }
  return true;
}

/** In a headline every word has a capital: a name ends before the first common word that is no part of a name. */
function headlineEnd(scan: Scan, at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    const word = scan.words[i];
    if (word === undefined) return i;
    if (isFirmHead(word)) return i + 1;
    const match = matchAt(scan, i);
    if (match !== null && match.end > i + 1) return i;
    if (word.flags & FUNCTION || isPlainWord(scan, word)) return i;
    if (match !== null && (isSure(match.entries, 'GPE') || isSure(match.entries, 'NORP'))) return i;
  }
  return end;
}
