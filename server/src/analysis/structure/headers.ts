/** Reads the lines above a story: date, byline, address, labelled fields, headline. */
import type { HeaderKind } from '../types.js';
import type { Span } from '../../base/span.js';
import { datePhraseAt } from './calendar.js';
import type { DatePhrase } from './calendar.js';
import { isSpaceCode } from './characters.js';

/** A header as found; `date` carries the day it gives, where its order of day and month is sure. */
export interface Header extends Span {
  readonly kind: HeaderKind;
  readonly date: DatePhrase | null;
}

const DATE_LABEL = /(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)|(?:publication |release )?date|pub_?date|datetime|timestamp|dated?)(?:[ \t]+(?:on|at))?[ \t]*[:=|–—-]?[ \t]*/iy;
const URL = /(?:(?:url|link|permalink|source)[ \t]*[:=]?[ \t]*)?(?:https?:\/\/|www\.)\S+/iy;
const FIELD = /^(title|headline|sub-?title|deck|standfirst|source|publisher|publication|authors?|by-?line|writer|section|categor(?:y|ies)|tags?|keywords|topics?|language|lang|location|place|country|id|link|url|permalink|slug|edition|credit|words|word ?count|type|site|outlet|summary|description|date|published|updated|editors?|reporters?|copyright|rights|licen[cs]e|contact|from|to|cc|subject|sent|reply-?to|for immediate release|embargo(?:ed)?)[ \t]*[:=][ \t]*(?:\S.*)?$/i;

/**
 * Headers at the beginning of a line, one after another: "date 2025-03-24 The US and …" gives one, and the story starts behind it.
 * A labelled date counts only if a capital, a mark or nothing follows: "Published March 3, 2020, the report …" is prose.
 */
export function inlineHeaders(text: string, from: number, to: number): Header[] {
  const found: Header[] = [];
  let at = from;
  for (let header = labelledAt(text, at, to); header !== null; header = labelledAt(text, at, to)) {
    found.push(header);
    at = skip(text, header.end, to, found.length > 0);
    if (at >= to) break;
  }
  return found;
}

function labelledAt(text: string, at: number, to: number): Header | null {
  URL.lastIndex = at;
  const url = URL.exec(text);
  if (url !== null) return { start: at, end: Math.min(to, at + url[0].length), kind: 'url', date: null };
  DATE_LABEL.lastIndex = at;
  const label = DATE_LABEL.exec(text);
  if (label === null) return bareFieldAt(text, at, to);
  const date = datePhraseAt(text, at + label[0].length);
  if (date === null || date.end > to || !isFreeAfter(text, date.end, to)) return null;
  return { start: at, end: date.end, kind: 'date', date };
}

const BARE_LABELS = 'title|headline|authors?|by-?line|source|publisher|publication|section|category|tags|keywords|site|outlet';
/** "title", "author" and so on as some tools write them out: in small letters, with no colon, the value in words that begin with a capital. */
const BARE_FIELD = new RegExp(String.raw`(${BARE_LABELS})[ \t]*[:=]?[ \t]+(?=[\p{Lu}\p{Lo}\p{Nd}“"‘'«@])`, 'uy');
/** Where its value ends on a line that holds several. */
const NEXT_LABEL = new RegExp(String.raw`[ \t|;]+(?=(?:${BARE_LABELS}|date|published|updated|url|link)[ \t:=])`, 'g');
const LONGEST_VALUE = 250;

/** The field counts if the next one follows it, or if it fills its line as a headline or names would. */
function bareFieldAt(text: string, at: number, to: number): Header | null {
  BARE_FIELD.lastIndex = at;
  const label = BARE_FIELD.exec(text);
  if (label === null) return null;
  const from = at + label[0].length;
  const kind = fieldKind(label[1] ?? '');
  NEXT_LABEL.lastIndex = from;
  for (let next = NEXT_LABEL.exec(text); next !== null && next.index < Math.min(to, from + LONGEST_VALUE); next = NEXT_LABEL.exec(text)) {
    const { lastIndex } = NEXT_LABEL;
    if (labelledAt(text, lastIndex, to) !== null) return { start: at, end: next.index, kind, date: null };
    NEXT_LABEL.lastIndex = lastIndex;
  }
  const value = text.slice(from, to);
  return isHeadlineLike(value) || /[?!]$/.test(value) && value.length <= LONGEST_VALUE ? { start: at, end: to, kind, date: null } : null;
}

function isFreeAfter(text: string, end: number, to: number): boolean {
  const next = skip(text, end, to, false);
  if (next >= to) return true;
  if (next === end && !/[|;,·•)]/.test(text.charAt(end))) return false;
  return !/[\p{Ll},]/u.test(text.charAt(next)) || /^(?:by|at|updated|date|url|source) /.test(text.slice(next, next + 8)) || /^, (?:updated|by) /i.test(text.slice(next, next + 10));
}

/** Behind white space, and behind marks that part one header from the next. */
function skip(text: string, from: number, to: number, marks: boolean): number {
  let at = from;
  while (at < to && (isSpaceCode(text.charCodeAt(at)) || (marks && '|;·•'.includes(text.charAt(at))))) at++;
  return at;
}

/** What the whole line is, or null for a headline or the story itself. Offsets are those of `text`. */
export function headerLine(text: string, line: Span): Header | null {
  const length = line.end - line.start;
  if (length > 300) return null;
  const words = text.slice(line.start, line.end);
  const header = (kind: HeaderKind, date: DatePhrase | null = null): Header => ({ ...line, kind, date });
  const field = FIELD.exec(words);
  if (field !== null) return header(fieldKind(field[1] ?? ''), dateWithin(text, line));
  if (length > 160) return null;
  if (isByline(words)) return header('byline', dateWithin(text, line));
  const pieces = partedKind(words);
  if (pieces !== null) return header(pieces, dateWithin(text, line));
  if (/^\d{1,2}[ -]min(?:ute)?s?(?: read)?$/i.test(words) || /^for immediate release$/i.test(words)) return header('field');
  const date = dateWithin(text, line);
  return date !== null && isDateLine(text, line, date) ? header('date', date) : null;
}

const AGO = /^(?:(?:last )?(?:published|posted|updated|modified)[: ]*)?(?:\d{1,3}|an?) (?:min(?:ute)?|hour|day|week|month)s? ago$/i;
const CLOCK = /^(?:(?:published|posted|updated)[: ]*)?(?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?$/i;

/** "By Jane Roe | Published March 24, 2025, 10:15 am | Updated 3 hours ago": every piece is a header by itself, one of them a byline or a date. */
function partedKind(line: string): HeaderKind | null {
  const pieces = line.split(/ *[|·•] */).filter((piece) => piece !== '');
  if (pieces.length < 2) return null;
  let kind: HeaderKind | null = null;
  for (const piece of pieces) {
    const whole = { start: 0, end: piece.length };
    if (isByline(piece)) kind = 'byline';
    else if (isDated(piece, whole)) kind ??= 'date';
    else if (!AGO.test(piece) && !CLOCK.test(piece) && !/^\d{1,2}[ -]min(?:ute)?s?(?: read)?$/i.test(piece) && !/^(?:\p{Lu}[\p{L}’'-]*(?: (?:and|&) )? ?){1,3}$/u.test(piece)) return null;
  }
  return kind;
}

function isDated(piece: string, whole: Span): boolean {
  const date = dateWithin(piece, whole);
  return date !== null && isDateLine(piece.replace(/,? \d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?$/i, (clock) => ' '.repeat(clock.length)), whole, date);
}

function fieldKind(label: string): HeaderKind {
  const lower = label.toLowerCase();
  if (lower === 'date' || lower === 'published' || lower === 'updated' || lower === 'sent') return 'date';
  if (lower.startsWith('author') || lower.startsWith('by') || lower === 'writer' || lower === 'from') return 'byline';
  return lower === 'url' || lower === 'link' || lower === 'permalink' ? 'url' : 'field';
}

/** The first full date in a line. */
function dateWithin(text: string, line: Span): DatePhrase | null {
  if (!/\d{4}/.test(text.slice(line.start, line.end))) return null;
  for (let at = line.start; at < line.end; at++) {
    if (at > line.start && /[\p{L}\p{Nd}]/u.test(text.charAt(at - 1))) continue;
    const date = datePhraseAt(text, at);
    if (date !== null) return date.end <= line.end ? date : null;
  }
  return null;
}

const DATE_LINE_WORDS: ReadonlySet<string> = new Set(
  'by at on in from of the and for to updated published posted last first originally modified read min mins minute minutes ago edited created date time local gmt utc est edt'.split(' '),
);

/** A date with a few names around it: "The Example Post, March 24, 2025", "Friday, January 4, 2019". */
function isDateLine(text: string, line: Span, date: DatePhrase): boolean {
  const rest = `${text.slice(line.start, date.start)} ${text.slice(date.end, line.end)}`;
  if (rest.trim() === '' || /^[\s.]+$/.test(rest)) return true;
  if (line.end - line.start > 110 || /[.?!”"]$/.test(text.slice(line.start, line.end)) && !/[ap]\.m\.$/.test(text.slice(line.start, line.end))) return false;
  const words = rest.split(/[\s,|·•:;()–—/-]+/).filter((word) => word !== '');
  return words.length <= 7 && words.every((word) => DATE_LINE_WORDS.has(word.toLowerCase()) || /^[\p{Lu}\p{Nd}@]/u.test(word));
}

const BYLINE_WORDS: ReadonlySet<string> = new Set(
  'by and with in at for of the from to special van von de der den da dos di del bin al el la le ter ten y e contributor reporter correspondent staff writer editor'.split(' '),
);
const ROLE = /[,|–—-][ \t]*(?:(?:senior|chief|staff|special|foreign|political|associate|contributing|guest|freelance)[ \t]+)*(?:staff|writer|reporter|correspondent|editor|columnist|contributor|associated press|reuters|afp|bloomberg|news service|ap writer)\b/i;
const NOT_NAMES = /^by (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|early|late|mid|contrast|now|then|any|all|way|far|law|default)\b/i;

/** "By Jane Roe and JOHN DOE, Associated Press", "Jane Roe, Staff Writer": names and joining words, no end mark. */
function isByline(line: string): boolean {
  const by = /^(?:by|words by|story by|text by|reported by|written by)[ \t:]+\S/i.test(line);
  if (!by && !ROLE.test(line)) return false;
  if (NOT_NAMES.test(line) || /[?!”"“]/.test(line) || /[^A-Z.]\.$/.test(line)) return false;
  const words = line.split(/[\s,|·•;()&–—/-]+/).filter((word) => word !== '');
  const joining = words.filter((word) => BYLINE_WORDS.has(word.toLowerCase())).length;
  if (words.length > 16 || words.length - joining < (by ? 1 : 2)) return false;
  if (by && /^(?:the|a|an)$/i.test(words[1] ?? '') && !/(?:press|staff|reporters?|post|news|times|desk|editors?|team|agency|service|editorial board)$/i.test(line)) return false;
  return words.every((word) => BYLINE_WORDS.has(word.toLowerCase()) || /^[\p{Lu}\p{Lo}@\p{Nd}]/u.test(word) || /^d['’]\p{Lu}/u.test(word));
}

/** True for a line without an end mark that may stand over a story: a headline, a deck, a crosshead. */
export function isHeadlineLike(line: string): boolean {
  if (line.length > 220 || !/^[\p{Lu}\p{Lo}\p{Nd}“"‘'«([$€£¿¡#@]/u.test(line)) return false;
  if (/[.,;:…]["”’»)]*$/.test(line) && !/(?:\b\p{Lu}\.){2,}$/u.test(line)) return false;
  // A sentence ends inside: this is a story with something in brackets behind it.
  if (/\p{Ll}{4}[.]\s|[.]["”’]*\s[(“"]/u.test(line)) return false;
  return countWords(line, 31) <= 30;
}

export function countWords(line: string, most: number): number {
  let count = 0;
  let inWord = false;
  for (let i = 0; i < line.length && count < most; i++) {
    const space = isSpaceCode(line.charCodeAt(i));
    if (!space && !inWord) count++;
    inWord = !space;
  }
  return count;
}

/** Most longer words have a capital: "Talks Resume in Exampleton After Long Pause", "TALKS RESUME". */
export function isTitleCase(line: string): boolean {
  const words = line.split(/[^\p{L}\p{M}'’]+/u).filter((word) => word.length > 3);
  const capital = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 2 && capital >= 0.75 * words.length;
}
