/** Years, decades, centuries, fiscal years and quarters: "2019", "1967 to 1995", "the 1990s", "Q3 2019", "664 b.c.e.". */
import type { DateExpression } from '../../types.js';
import type { CalendarRead } from './calendar.js';
import { isYearFigure, isoMonths } from './calendar.js';
import { DECADE_WORDS, W } from './lexicon.js';
import { readWordOrdinal } from './ordinals.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

/** A year or a longer period that begins at `i`. `sure` after a word that makes it a date ("early", "mid-"). */
export function readPeriod(pieces: Pieces, i: number, sure: boolean): CalendarRead | null {
  const p = at(pieces, i);
  if (p.kind === 'number') return figurePeriod(pieces, i, sure);
  if (p.lower === "'" || p.lower === '’' || p.lower === '‘') return clippedDecade(pieces, i);
  if (p.kind !== 'word') return null;
  if ((p.classes & W.ordinal) !== 0 || (p.classes & W.digitWord) !== 0) return centuryOrQuarter(pieces, i);
  if ((p.classes & W.decade) !== 0) return decadeWord(pieces, i);
  if ((p.classes & W.geologic) !== 0 && p.capital) return { next: i + 1, date: { kind: 'span' }, grain: 'other', confidence: 0.7 };
  return quarterOrFiscal(pieces, i);
}

function figurePeriod(pieces: Pieces, i: number, sure: boolean): CalendarRead | null {
  const p = at(pieces, i);
  const suffix = at(pieces, i + 1);
  if (!suffix.space && suffix.lower === 's') return decadeFigure(pieces, i);
  if (!suffix.space && (suffix.lower === 'th' || suffix.lower === 'st' || suffix.lower === 'nd' || suffix.lower === 'rd')) return centuryOrQuarter(pieces, i);
  const era = eraEnd(pieces, i + 1);
  if (era > 0 && /^\d+$/.test(p.lower)) return { next: era, date: eraDate(p.value, at(pieces, i + 1).lower), grain: 'year', confidence: 0.9 };
  if (!isYearFigure(p.lower)) return null;
  const range = yearRange(pieces, i);
  if (range !== null) return range;
  const fiscal = fiscalEnd(pieces, i + 1);
  if (fiscal > 0) return { next: fiscal, date: { kind: 'span' }, grain: 'other', confidence: 0.9 };
  const confidence = yearConfidence(pieces, i, sure);
  return confidence === 0 ? null : { next: i + 1, date: { kind: 'absolute', iso: p.lower }, grain: 'year', confidence };
}

/** "1939-45", "2017–2018", "1967 to 1995", "2008 until 2016"; reversed years stay as written. */
function yearRange(pieces: Pieces, i: number): CalendarRead | null {
  const mark = at(pieces, i + 1);
  const second = at(pieces, i + 2);
  const tight = (mark.lower === '-' || mark.lower === '–' || mark.lower === '/') && !mark.space && !second.space;
  const worded = mark.lower === 'to' || mark.lower === 'until' || mark.lower === 'through' || mark.lower === 'till';
  if (second.kind !== 'number' || (!tight && !worded)) return null;
  if (at(pieces, i + 3).kind === 'word' && !at(pieces, i + 3).space) return null;
  const clipped = tight && /^\d\d$/.test(second.lower);
  if (!clipped && !isYearFigure(second.lower)) return null;
  const from = at(pieces, i).lower;
  const to = clipped ? from.slice(0, 2) + second.lower : second.lower;
  if (clipped && to < from) return null;
  const fiscal = fiscalEnd(pieces, i + 3);
  if (worded && isCounted(pieces, i + 3)) return null;
  const date: DateExpression = { kind: 'range', from: { kind: 'absolute', iso: from }, to: { kind: 'absolute', iso: to } };
  return { next: fiscal > 0 ? fiscal : i + 3, date: fiscal > 0 ? { kind: 'span' } : date, grain: 'other', confidence: 0.93 };
}

const YEAR_PREPOSITIONS: ReadonlySet<string> = new Set(['in', 'since', 'until', 'till', 'by', 'during', 'from', 'of', 'through', 'before', 'after', 'early', 'late', 'mid', 'circa', 'c.', 'fiscal', 'year', 'throughout', 'pre', 'post', 'earlier', 'than', 'to', 'beyond', 'into', 'between', 'for', 'and', 'or', 'around', 'about']);
const NAMED_EVENTS: ReadonlySet<string> = new Set(['election', 'elections', 'primary', 'primaries', 'olympics', 'games', 'cup', 'championship', 'championships', 'prize', 'convention', 'summit', 'awards', 'award', 'festival', 'prix', 'open', 'act', 'conference', 'tournament', 'league']);

const ELECTIONS: ReadonlySet<string> = new Set(['presidential', 'general', 'parliamentary', 'midterm', 'federal', 'legislative']);

/** How sure four figures are a year here; 0 if they rather count something. */
function yearConfidence(pieces: Pieces, i: number, sure: boolean): number {
  const p = at(pieces, i);
  const before = at(pieces, i - 1);
  if (sure) return 0.95;
  if (isCounted(pieces, i + 1) || isNamePart(pieces, i)) return 0;
  const strong = YEAR_PREPOSITIONS.has(before.lower);
  if (p.lower < '1500' || p.lower >= '2100') return strong && before.lower !== 'to' && before.lower !== 'about' && before.lower !== 'of' && before.lower !== 'than' && before.lower !== 'and' && before.lower !== 'for' ? 0.7 : 0;
  if (before.lower === 'than' || before.lower === 'about' || before.lower === 'around' || before.lower === 'for') return p.value % 100 === 0 ? 0 : 0.7;
  if (isHedge(before.lower)) return 0;
  return strong ? 0.95 : p.lower >= '1900' && p.lower < '2060' ? 0.85 : 0;
}

function isHedge(lower: string): boolean {
  return lower === 'nearly' || lower === 'over' || lower === 'some' || lower === 'almost' || lower === 'approximately' || lower === 'roughly' || lower === 'least' || lower === 'another' || lower === 'estimated' || lower === '#';
}

/** A plural noun, a unit or a magnitude behind: "2000 people", "1500 metres", "2019 cases of". */
function isCounted(pieces: Pieces, i: number): boolean {
  const p = at(pieces, i);
  if (p.kind === 'sign' || p.lower === '%' || p.lower === 'percent' || p.lower === 'per' && at(pieces, i + 1).lower === 'cent') return true;
  if (p.kind !== 'word' || p.capital) return false;
  if ((p.classes & (W.magnitude | W.hourUnit)) !== 0 || ((p.classes & W.measure) !== 0 && p.lower !== 'in' && p.lower.length > 1)) return true;
  if ((p.classes & W.dayUnit) !== 0) return p.lower.endsWith('s');
  if (p.lower === 'people' || p.lower === 'men' || p.lower === 'women' || p.lower === 'children' || p.lower === 'police' || p.lower === 'troops') return true;
  const isPlural = p.lower.length > 4 && p.lower.endsWith('s') && !p.lower.endsWith('ss') && !p.lower.endsWith('us') && !p.lower.endsWith('is');
  return isPlural && !VERBS_IN_S.has(p.lower) && !NAMED_EVENTS.has(p.lower) && (at(pieces, i - 1).value % 50 === 0 || at(pieces, i - 1).value < 1900);
}

const VERBS_IN_S: ReadonlySet<string> = new Set(['marks', 'marked', 'remains', 'shows', 'always', 'sees', 'brings', 'towards', 'besides', 'perhaps', 'unless', 'began', 'saw']);

/** Four figures that are a year inside a name. */
export function isNamedYear(pieces: Pieces, i: number): boolean {
  return isYearFigure(at(pieces, i).lower) && isNamePart(pieces, i);
}

/** "2020 United States presidential election": the year belongs to the name. "Expo 2020" too. */
function isNamePart(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1);
  if ((before.lower === ',' || before.lower === 'of') && at(pieces, i - 2).capital && at(pieces, i - 2).lower === 'act') return true;
  if (before.capital && before.kind === 'word' && at(pieces, i).space && !YEAR_PREPOSITIONS.has(before.lower) && (before.classes & (W.month | W.weekday | W.season)) === 0 && before.lower !== 'the' && i > 1 && !isSentenceStart(pieces, i - 1)) return true;
  let k = i + 1;
  if (ELECTIONS.has(at(pieces, k).lower) && at(pieces, k + 1).lower.startsWith('election')) return true;
  if (!at(pieces, k).capital) return false;
  for (; k < i + 9; k++) {
    const p = at(pieces, k);
    if (p.kind !== 'word' && p.lower !== '-') return false;
    if (NAMED_EVENTS.has(p.lower)) return true;
    if (!p.capital && p.lower !== 'of' && p.lower !== 'the' && p.lower !== 'in' && p.lower !== 'presidential' && p.lower !== 'general' && p.lower !== 'midterm' && p.lower !== 'parliamentary' && p.lower !== '-') return false;
  }
  return false;
}

export function isSentenceStart(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1);
  return before.kind === 'end' || before.lower === '.' || before.lower === '?' || before.lower === '!' || before.lower === ':' || before.lower === '“' || before.lower === '"' || before.lower.endsWith('\n');
}

function decadeFigure(pieces: Pieces, i: number): CalendarRead | null {
  const { lower, value } = at(pieces, i);
  if (value % 10 !== 0) return null;
  if (isYearFigure(lower)) return { next: i + 2, date: { kind: 'absolute', iso: value % 100 === 0 ? years(value, value + 99) : years(value, value + 9) }, grain: 'year', confidence: 0.97 };
  if (value < 20 || value > 90) return null;
  const before = at(pieces, i - 1).lower;
  const isClipped = before === 'the' || before === 'early' || before === 'late' || before === 'mid' || before === '-';
  const owner = before === '-' || before === 'early' || before === 'late' || before === 'mid' ? at(pieces, i - (before === '-' ? 3 : 2)).lower : before;
  if (OWNERS.has(owner)) return { next: i + 2, date: { kind: 'span' }, grain: 'other', confidence: 0.85 };
  return isClipped ? { next: i + 2, date: { kind: 'absolute', iso: years(1900 + value, 1909 + value) }, grain: 'year', confidence: 0.7 } : null;
}

/** "the ’90s". */
function clippedDecade(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i + 1);
  const suffix = at(pieces, i + 2);
  if (p.kind !== 'number' || p.space || p.lower.length !== 2) return null;
  const century = p.value > 20 ? 1900 : 2000;
  if (suffix.lower === 's' && !suffix.space && p.value % 10 === 0) return { next: i + 3, date: { kind: 'absolute', iso: years(century + p.value, century + p.value + 9) }, grain: 'year', confidence: 0.9 };
  return null;
}

const OWNERS: ReadonlySet<string> = new Set(['his', 'her', 'their', 'my', 'your', 'our', 'its', 'whose']);

/** "the seventies"; "in her forties" and "late teens" are ages. */
function decadeWord(pieces: Pieces, i: number): CalendarRead | null {
  const { lower } = at(pieces, i);
  const value = DECADE_WORDS.get(lower);
  const before = at(pieces, i - 1).lower;
  const owner = before === 'early' || before === 'late' || before === 'mid' ? at(pieces, i - 2).lower : before === '-' ? at(pieces, i - 3).lower : before;
  if (OWNERS.has(owner)) return { next: i + 1, date: { kind: 'span' }, grain: 'other', confidence: 0.85 };
  if (value === undefined || (owner !== 'the' && owner !== 'and')) return null;
  return { next: i + 1, date: { kind: 'absolute', iso: years(1900 + value, 1909 + value) }, grain: 'year', confidence: 0.8 };
}

/** "13th century", "third quarter of 2019". */
function centuryOrQuarter(pieces: Pieces, i: number): CalendarRead | null {
  const rank = readWordOrdinal(pieces, i);
  if (rank === null) return null;
  const hyphen = at(pieces, rank.next).lower === '-' ? 1 : 0;
  const noun = at(pieces, rank.next + hyphen);
  const end = rank.next + hyphen + 1;
  if (noun.lower === 'century' || noun.lower === 'centuries') {
    const first = (rank.value - 1) * 100 + 1;
    const era = eraEnd(pieces, end);
    const isBefore = era > 0 && /^b/.test(at(pieces, end).lower);
    return { next: era > 0 ? era : end, date: rank.value > 0 && rank.value < 22 && !isBefore ? { kind: 'absolute', iso: years(first, first + 99) } : { kind: 'span' }, grain: 'year', confidence: 0.95 };
  }
  if (noun.lower === 'half' && rank.value <= 2) {
    const half = partOfYear(pieces, 6, rank.value, end);
    // "the first half" alone is that of a game, too.
    return half.next > end ? half : null;
  }
  if (noun.lower !== 'quarter' || rank.value > 4) return null;
  return partOfYear(pieces, 3, rank.value, end);
}

/** The n-th of the parts of so many months into which a year falls; without its year the last or the next one, as the verb has it. */
function partOfYear(pieces: Pieces, months: 3 | 6, nth: number, end: number): CalendarRead {
  const from = (nth - 1) * months + 1;
  const to = nth * months;
  const of = at(pieces, end).lower === 'of' ? 1 : 0;
  const p = at(pieces, end + of);
  if (p.kind === 'number' && isYearFigure(p.lower)) {
    return { next: end + of + 1, date: { kind: 'absolute', iso: isoMonths(Number(p.lower), from, to) }, grain: 'other', confidence: 0.95 };
  }
  const yearOffset = at(pieces, end + of + 1).lower === 'year' ? YEARS_NEAR.get(p.lower) : undefined;
  if (yearOffset === undefined) return { next: end, date: { kind: 'months', from, to, tense: 'unknown' }, grain: 'other', confidence: 0.75 };
  return { next: end + of + 2, date: { kind: 'months', from, to, tense: 'unknown', yearOffset }, grain: 'other', confidence: 0.9 };
}

const YEARS_NEAR: ReadonlyMap<string, number> = new Map([['this', 0], ['last', -1], ['next', 1]]);

/** "Q3 2019", "fiscal year 2019", "fiscal 2020", "FY2019". */
function quarterOrFiscal(pieces: Pieces, i: number): CalendarRead | null {
  const p = at(pieces, i);
  if (p.capital && /^q[1-4]$/.test(p.lower)) return partOfYear(pieces, 3, Number(p.lower.slice(1)), i + 1);
  if (p.lower === 'fy' && at(pieces, i + 1).kind === 'number') return { next: i + 2, date: { kind: 'span' }, grain: 'other', confidence: 0.85 };
  if (p.lower !== 'fiscal' && p.lower !== 'financial') return null;
  const year = at(pieces, i + 1).lower === 'year' ? 1 : 0;
  const figure = at(pieces, i + 1 + year);
  if (figure.kind === 'number' && isYearFigure(figure.lower)) {
    const range = yearRange(pieces, i + 1 + year);
    return { next: range?.next ?? i + 2 + year, date: { kind: 'span' }, grain: 'other', confidence: 0.93 };
  }
  if (year === 0) return null;
  const end = at(pieces, i + 2).lower === '-' && at(pieces, i + 3).lower === 'end' ? i + 4 : i + 2;
  return { next: end, date: { kind: 'span' }, grain: 'other', confidence: 0.7 };
}

function fiscalEnd(pieces: Pieces, i: number): number {
  const { lower } = at(pieces, i);
  return (lower === 'fiscal' || lower === 'financial') && at(pieces, i + 1).lower === 'year' ? i + 2 : 0;
}

const ERAS: ReadonlySet<string> = new Set(['bc', 'bce', 'ad', 'ce', 'b.c.', 'b.c', 'b.c.e.', 'b.c.e', 'a.d.', 'c.e.', 'c.e', 'a.d']);

function eraEnd(pieces: Pieces, i: number): number {
  const p = at(pieces, i);
  return ERAS.has(p.lower) && (p.capital || p.lower.includes('.')) ? i + 1 : 0;
}

function eraDate(year: number, era: string): DateExpression {
  return era.startsWith('b') || year < 1 || year > 9999 ? { kind: 'span' } : { kind: 'absolute', iso: String(year).padStart(4, '0') };
}

function years(first: number, last: number): string {
  return `${String(first).padStart(4, '0')}-01-01/${String(last).padStart(4, '0')}-12-31`;
}

