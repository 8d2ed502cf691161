/** Finds page furniture (boilerplate, captions) in a paragraph. Precision first: what is not sure is prose. */
import type { Span } from '../../base/span.js';
import { isStarter } from './abbreviations.js';
import { isSpaceCode } from './characters.js';
import {
  BARE_TEASER_LABEL, CALL, CAPTION_END, CAPTION_START, CONTRIBUTED, CREDIT, LINE_RULES, NUMBERED_LINE, SHOUTED_CALL, TEASER_LABEL, TRIGGER,
} from './furnitureRules.js';

export interface LineVerdict {
  readonly zone: 'boilerplate' | 'caption';
  /** A label of a teaser with nothing behind it: the next paragraphs may be the teaser. */
  readonly label: boolean;
}

const BOILERPLATE: LineVerdict = { zone: 'boilerplate', label: false };
const LABEL: LineVerdict = { zone: 'boilerplate', label: true };
const CAPTION: LineVerdict = { zone: 'caption', label: false };

/** Longest line that can be furniture as a whole; a summary after a label is the longest kind. */
const LONGEST = 600;

/** What the whole line is, if it is no prose. */
export function lineVerdict(line: string): LineVerdict | null {
  if (line.length > LONGEST) return null;
  if (isCaption(line)) return CAPTION;
  const label = labelVerdict(line);
  if (label !== null) return label;
  if (line.length > 250) return null;
  const first = firstWord(line);
  if (LINE_RULES.get(first)?.some((rule) => rule.test(line)) === true) return BOILERPLATE;
  if (NUMBERED_LINE.test(line) || isSeparator(line) || isCredit(line)) return BOILERPLATE;
  return null;
}

function labelVerdict(line: string): LineVerdict | null {
  const label = TEASER_LABEL.exec(line);
  if (label !== null) return label[1] === undefined || label[1] === '' ? LABEL : BOILERPLATE;
  return BARE_TEASER_LABEL.test(line) && teaserEnd(line, 0) === line.length ? BOILERPLATE : null;
}

function isCaption(line: string): boolean {
  if (line.length > 450) return false;
  return CAPTION_START.test(line) || ((line.includes('/') || line.endsWith(')') || line.endsWith(').')) && CAPTION_END.test(line));
}

function firstWord(line: string): string {
  let end = 0;
  while (end < line.length && end < 16 && /[A-Za-z-]/.test(line.charAt(end))) end++;
  return line.slice(0, end).toLowerCase();
}

/** A line of stars, dashes or dots. */
function isSeparator(line: string): boolean {
  for (const c of line) if (!'*-–—_=~#•·.+ \t'.includes(c)) return false;
  return true;
}

const JOINING: ReadonlySet<string> = new Set(
  'and in at for by with from the of additional editing writing reporting edited written translated production graphics research compiled to van von de der da al bin di le la'.split(' '),
);

/** "Reporting by Jane Roe in Kyiv; editing by John Doe", and no verb: "Reporting by the Post found" is the story. */
function isCredit(line: string): boolean {
  if (line.length < 200 && CONTRIBUTED.test(line)) return !/[“"]/.test(line);
  const credit = CREDIT.exec(line);
  if (credit === null) return false;
  const words = (credit[1] ?? '').split(/[\s,;:()&/.]+/);
  return words.every((word) => word === '' || JOINING.has(word.toLowerCase()) || /^[\p{Lu}@]/u.test(word));
}

/**
 * Furniture inside a run of prose: calls to the reader where a sentence begins, an "Advertisement" between sentences,
 * a teaser behind its label. In order, disjoint.
 */
export function furnitureWithin(text: string, from: number, to: number): Span[] {
  const found: Span[] = [];
  for (let start = from; start < to; ) {
    TRIGGER.lastIndex = start;
    const end = TRIGGER.test(text) ? furnitureEnd(text, start, to) : start;
    if (end > start) addMerged(found, text, { start, end });
    // The furniture's own end mark may be what the next sentence stands behind.
    SENTENCE_START.lastIndex = end > start ? end - 1 : start;
    if (!SENTENCE_START.test(text)) break;
    start = SENTENCE_START.lastIndex;
  }
  const credit = creditAtEnd(text, from, to);
  if (credit !== null && (found[found.length - 1]?.end ?? from) <= credit.start) addMerged(found, text, credit);
  return found;
}

/** "… he said. (Reporting by Jane Roe)": the credit in brackets behind the last sentence. */
function creditAtEnd(text: string, from: number, to: number): Span | null {
  if (text.charAt(to - 1) !== ')') return null;
  const start = Math.max(from, to - 300) + text.slice(Math.max(from, to - 300), to).lastIndexOf('(');
  return start > from && isCredit(text.slice(start, to)) && beginsSentence(text, start, from) ? { start, end: to } : null;
}

function addMerged(found: Span[], text: string, span: Span): void {
  const last = found[found.length - 1];
  if (last !== undefined && text.slice(last.end, span.start).trim() === '') found[found.length - 1] = { start: last.start, end: span.end };
  else found.push(span);
}

/** End of the furniture that starts here, or `start`. */
function furnitureEnd(text: string, start: number, to: number): number {
  if (text.startsWith('Other Topics of Interest', start)) return Math.min(to, teaserEnd(text, start));
  if (text.startsWith('Advertisement', start) || text.startsWith('ADVERTISEMENT', start)) return advertisementEnd(text, start, to);
  SHOUTED_CALL.lastIndex = start;
  const shouted = SHOUTED_CALL.exec(text);
  if (shouted !== null && / (?:ON|TO|FOR|US|OUR)\b/.test(shouted[0])) return shoutedEnd(text, start + shouted[0].length, to);
  CALL.lastIndex = start;
  return CALL.test(text) ? sentenceEnd(text, start, to) : start;
}

/** The call in capitals takes the sentence behind it with it only if that is a call itself. */
function shoutedEnd(text: string, at: number, to: number): number {
  let next = at;
  while (next < to && isSpaceCode(text.charCodeAt(next))) next++;
  CALL.lastIndex = next;
  return CALL.test(text) ? sentenceEnd(text, next, to) : Math.min(at, to);
}

/** The bare word, if a sentence starts behind it with a word that no name starts with. */
function advertisementEnd(text: string, start: number, to: number): number {
  const end = start + 'Advertisement'.length;
  const next = /^\s+(\p{Lu}\p{L}*) /u.exec(text.slice(end, Math.min(to, end + 30)));
  return end === to || (next !== null && isStarter((next[1] ?? '').toLowerCase())) ? end : start;
}

/** A teaser in one line: a headline and its summary. More than two sentences behind the label are the story again. */
function teaserEnd(text: string, start: number): number {
  const near = text.slice(start, start + LONGEST);
  const newline = near.indexOf('\n');
  const lineEnd = start + (newline < 0 ? near.length : newline);
  const first = sentenceEnd(text, start, lineEnd);
  const second = sentenceEnd(text, first + 1, lineEnd);
  const startsLine = start === 0 || text.charAt(start - 1) === '\n';
  return startsLine && second >= lineEnd - 1 ? lineEnd : first;
}

/** Offset behind the first end mark that white space and no small letter follows, with its closing marks. */
function sentenceEnd(text: string, start: number, to: number): number {
  for (let at = start; at < to; at++) {
    const c = text.charAt(at);
    if (c !== '.' && c !== '!' && c !== '?' && c !== '…') continue;
    let end = at + 1;
    while (end < to && '.!?…)”’"\''.includes(text.charAt(end))) end++;
    if (end >= to) return to;
    if (!isSpaceCode(text.charCodeAt(end))) continue;
    if (c === '.' && isShortWord(text, at)) continue;
    let next = end;
    while (next < to && isSpaceCode(text.charCodeAt(next))) next++;
    if (next >= to || !/\p{Ll}/u.test(text.charAt(next))) return end;
  }
  return to;
}

/** "U.S.", "J.", "No.", "Sen.": a capital and at most two small letters before the stop. */
function isShortWord(text: string, stop: number): boolean {
  return /(?:^|[\s.(“"])(?:\p{Lu}|\p{Lu}\p{Ll}|Sen|Gen|Gov|Rep|Lt|Col)$/u.test(text.slice(Math.max(0, stop - 5), stop));
}

/** Up to the first letter of a line, or behind an end mark and white space. */
const SENTENCE_START = /(?:[.!?…”"’)|]\s|\n)\s*/g;

/** True at the start of the run, of a line, or behind an end mark and white space. */
function beginsSentence(text: string, at: number, from: number): boolean {
  let before = at - 1;
  if (before >= from && !isSpaceCode(text.charCodeAt(before))) return false;
  while (before >= from && isSpaceCode(text.charCodeAt(before))) {
    if (text.charCodeAt(before) === 10) return true;
    before--;
  }
  return before < from || '.!?…”"’)|'.includes(text.charAt(before));
}
