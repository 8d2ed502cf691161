/** The dateline at the head of a story: "KYIV, March 24 (Reuters) –". */
import type { DatePhrase } from './calendar.js';
import { datePhraseAt } from './calendar.js';

export interface Dateline {
  readonly end: number;
  readonly date: DatePhrase | null;
}

const LONGEST = 100;

const MONTH_DAY = String.raw`(?:\d{1,2}(?:st|nd|rd|th)?[ ]+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?[ ]+\d{1,2})(?:,?[ ]+(?:19|20)\d\d)?`;
const WEEKDAY = String.raw`(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?`;
const PLACE = String.raw`\p{Lu}[\p{L}\p{M}.'’-]*(?:[ ]\p{Lu}[\p{L}\p{M}.'’-]*){0,3}`;
const NAME = String.raw`[\p{L}.'’/-]+(?:[ ]\p{Lu}[\p{L}\p{M}.'’-]*){0,3}`;
const AGENCY = String.raw`\((?:[\p{L}.&][\p{L}\p{M} .&'’,/-]{1,40})\)|/\p{Lu}[\p{L} .-]{2,30}/`;
const DASH = String.raw`(?:[—–]|--|-(?=\s))`;

/** Place and agency, or place and date, or a place in capitals; then a dash. Groups: place, date, agency. */
const FULL = new RegExp(String.raw`^(${NAME}(?:,[ ]?${PLACE})*)(?:,?[ ]+(?:${WEEKDAY},?[ ]+)?(${MONTH_DAY}))?(?:[ ]*(${AGENCY}))?[ ]*${DASH}`, 'u');
const HAS_DASH = new RegExp(DASH);
const AGENCY_ONLY = new RegExp(String.raw`^\((?:CNN|AP|AFP|Reuters|UPI|IPS|IANS|PTI|ANI|Bloomberg|Xinhua|TASS)\)[ ]*(?:[—–]|--|-(?=\s))?`);
const CAPS_COLON = /^\p{Lu}{3,}(?:[ ]\p{Lu}{2,}){0,2}:(?=\s+\p{Lu}\p{Ll}|\s+\p{Lu}\s)/u;
const CAPS_PLACE = /^(?:\p{Lu}{2,3}\.[ ])?\p{Lu}[\p{Lu}.'’-]{2,}/u;
const SMALL_PLACE = new RegExp(String.raw`^${PLACE}[ ][—–-][ ]$`, 'u');

/** The dateline at the start of a story's first paragraph, with its dash, or null. */
export function datelineOf(paragraph: string): Dateline | null {
  const head = paragraph.slice(0, LONGEST + 2);
  const short = AGENCY_ONLY.exec(head) ?? CAPS_COLON.exec(head);
  if (short !== null) return { end: short[0].length, date: null };
  // Most heads have no dash, and the first use of this pattern costs more than reading a paragraph.
  const full = HAS_DASH.test(head) ? FULL.exec(head) : null;
  if (full === null || !opensSentence(head, full[0].length)) return null;
  const [matched, place = '', date, agency] = full;
  const known = date !== undefined || agency !== undefined || CAPS_PLACE.test(place);
  if (!known && !isSmallPlace(paragraph, matched.length)) return null;
  return { end: matched.length, date: date === undefined ? null : datePhraseAt(head, matched.indexOf(date)) };
}

/** "NEW DELHI: The …", which may as well be a speaker in a transcript: the paragraphs around it tell. */
export function beginsWithCapsColon(paragraph: string): boolean {
  return /^\p{Lu}[\p{Lu}.'’-]*(?:[ ]\p{Lu}[\p{Lu}.'’-]*){0,3}:\s/u.test(paragraph.slice(0, 60));
}

/** What follows the dash is the beginning of a sentence. */
function opensSentence(head: string, at: number): boolean {
  return /^\s*[\p{Lu}\p{Lo}\p{Nd}“"‘'$€£(]/u.test(head.slice(at, at + 4));
}

/** "Pretoria – The former …": not the first of a pair of dashes, not a score or a range. */
function isSmallPlace(paragraph: string, end: number): boolean {
  if (!SMALL_PLACE.test(paragraph.slice(0, end + 1))) return false;
  const sentence = /^[^.!?]{0,400}/.exec(paragraph.slice(end))?.[0] ?? '';
  return !/\s[—–-]\s|—/.test(sentence);
}
