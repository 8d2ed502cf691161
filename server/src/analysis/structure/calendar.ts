/** Reads the full dates that headers and file names carry. Never guesses: an ambiguous order gives no date. */
import type { Span } from '../../base/span.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const WEEKDAY = String.raw`(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?[ \t]+)?`;
const MONTH = String.raw`(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?`;
const ZONES = 'GMT|UTC|BST|E[SD]?T|C[SD]?T|M[SD]?T|P[SD]?T|CES?T|EES?T|MSK|WAT|EAT|CAT|SAST|IST|JST|KST|AE[SD]T|SGT|HKT|PKT|local time';
const TIME = String.raw`\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?(?:[ \t]*[ap]\.?m\b\.?)?|[ \t]*[ap]\.?m\b\.?)(?:[ \t]*(?:Z\b|[+-]\d{2}:?\d{2}|(?:${ZONES})\b)(?:[+-]\d{1,2}\b)?)?`;

const FORMS = [
  String.raw`(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)`,
  String.raw`(\d{1,2})(?:st|nd|rd|th)?(?:[ \t]+of)?[ \t-]+${MONTH},?[ \t-]+(\d{4})(?!\d)`,
  String.raw`${MONTH}[ \t]+(\d{1,2})(?:st|nd|rd|th)?,?[ \t]+(\d{4})(?!\d)`,
  String.raw`(\d{1,2})([./-])(\d{1,2})\12(\d{4})(?!\d)`,
];

/** A full date with the weekday before it and the time of day on either side. */
const DATE = new RegExp(
  String.raw`(?:${TIME},?[ \t]+(?:on[ \t]+)?)?${WEEKDAY}(?:${FORMS.join('|')})(?:T${TIME}|(?:,?[ \t]*(?:at|\||-|–|—|•|·)?[ \t]*|[ \t]*\()${TIME}\)?)?`,
  'iy',
);

/** A date found in a text: the whole phrase with weekday and time, the day itself, and its ISO form, null where the order is open. */
export interface DatePhrase extends Span {
  readonly iso: string | null;
}

/** The full date that starts at the offset, or null. */
export function datePhraseAt(text: string, at: number): DatePhrase | null {
  DATE.lastIndex = at;
  const found = DATE.exec(text);
  return found === null ? null : { start: at, end: at + found[0].length, iso: isoOf(found) };
}

/** The groups of the four forms, in their order in `DATE`. */
function isoOf(m: RegExpExecArray): string | null {
  if (m[1] !== undefined) return isoDay(Number(m[1]), Number(m[3]), Number(m[4]));
  if (m[5] !== undefined) return isoDay(Number(m[7]), monthOf(m[6]), Number(m[5]));
  if (m[8] !== undefined) return isoDay(Number(m[10]), monthOf(m[8]), Number(m[9]));
  return isoOfNumbers(Number(m[11]), Number(m[13]), Number(m[14]), m[12] === '.');
}

/** Dots are day first; other marks only tell where one number is no month. */
function isoOfNumbers(first: number, second: number, year: number, dayFirst: boolean): string | null {
  if (dayFirst || first > 12 || first === second) return isoDay(year, second, first);
  return second > 12 ? isoDay(year, first, second) : null;
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function isoDay(year: number, month: number, day: number): string | null {
  if (year < 1600 || year > 2200 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const NAME_DATE = /(?<!\d)(\d{4})([-_.]?)(\d{2})\2(\d{2})(?!\d)/g;

/** ISO day of a full date in a file's name: "kyiv-2025-03-24.txt", "20250324_talks.txt", "24 March 2025.txt". Null without one. */
export function dateFromFileName(name: string): string | null {
  for (const found of name.matchAll(NAME_DATE)) {
    const iso = isoDay(Number(found[1]), Number(found[3]), Number(found[4]));
    if (iso !== null) return iso;
  }
  return firstIso(name.replaceAll('_', ' ')) ?? firstIso(name.replaceAll(/[-_.]/g, ' '));
}

function firstIso(text: string): string | null {
  // Every full date has a year of four digits, and names without one are spared the first use of the pattern.
  if (!/\d{4}/.test(text)) return null;
  for (const found of text.matchAll(/(?<![\p{L}\d])[\p{L}\d]/gu)) {
    const phrase = datePhraseAt(text, found.index);
    if (phrase !== null && phrase.iso !== null) return phrase.iso;
  }
  return null;
}
