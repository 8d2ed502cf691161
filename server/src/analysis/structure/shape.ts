/** What one raw paragraph can tell by itself. Pure, so that callers keep it for as long as the paragraph's text stays. */
import type { Span } from '../../base/span.js';
import type { HeaderKind, Zone } from '../types.js';
import type { DatePhrase } from './calendar.js';
import { isSpaceCode } from './characters.js';
import { beginsWithCapsColon, datelineOf } from './dateline.js';
import { furnitureWithin, lineVerdict } from './furniture.js';
import { SECTION } from './furnitureRules.js';
import type { Header } from './headers.js';
import { countWords, headerLine, inlineHeaders, isHeadlineLike, isTitleCase } from './headers.js';
import { linesOf } from './paragraphs.js';

/** A part of the paragraph, relative to it. */
export interface Part extends Span {
  readonly zone: Zone;
  readonly header?: HeaderKind;
  readonly date?: DatePhrase;
}

export interface RawShape {
  /** The parts of the paragraph inside a story. Ordered, disjoint, trimmed, covering all but white space. */
  readonly parts: readonly Part[];
  /** The same above a story, where headers, a headline and a dateline can stand. */
  readonly head: readonly Part[];
  /** One line without an end mark: a headline, a crosshead, a teaser. */
  readonly titleLike: boolean;
  /** Ends with a question or exclamation mark, or behind a closing quotation mark. */
  readonly asks: boolean;
  /** Words, counted up to 60. */
  readonly words: number;
  /** A label whose teaser may be in the next paragraphs. */
  readonly label: boolean;
  /** Heading of the references at an article's end. */
  readonly section: boolean;
  /** An entry of such references. */
  readonly reference: boolean;
  /** Begins as "NEW DELHI:" or "QUESTION:" does. */
  readonly speaker: boolean;
  /** Begins as an item of a list; counts only beside another one. */
  readonly item: boolean;
}

const ITEM = /^(?:[•●▪‣◦*+–-]|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+\S/;

export function rawShape(text: string): RawShape {
  const lines = linesOf(text);
  const only = lines.length === 1 ? lines[0] : undefined;
  const line = only === undefined ? '' : text.slice(only.start, only.end);
  const item = only !== undefined && ITEM.test(line);
  const titleLike = only !== undefined && !item && isHeadlineLike(line);
  const verdict = only === undefined || line.length > 600 ? null : lineVerdict(line);
  const parts = partsOf(text, lines);
  return {
    parts,
    head: headOf(text, lines, parts, titleLike && parts.length === 1 && parts[0]?.zone === 'body'),
    titleLike,
    asks: /[?!”"’]$/.test(line),
    words: countWords(text, 60),
    label: verdict?.label === true,
    section: only !== undefined && line.length < 30 && SECTION.test(line),
    reference: isReference(text, item),
    speaker: beginsWithCapsColon(text),
    item,
  };
}

/** An address, a title in quotation marks with a year, a numbered or dotted entry. */
function isReference(text: string, item: boolean): boolean {
  if (text.length > 400) return false;
  return item || /https?:\/\/|www\.|^\[?\d{1,2}\]|^\^/.test(text) || /["“][^"”]+["”].*\b(?:19|20)\d\d\b/.test(text);
}

/** Prose lines are joined; furniture, captions and list items of their own lines are parted from them. */
function partsOf(text: string, lines: readonly Span[]): Part[] {
  const parts: Part[] = [];
  const isList = lines.length > 1 && lines.filter((line) => isItem(text, line)).length >= 2;
  let prose: Span | null = null;
  let behindLabel = false;
  for (const line of lines) {
    behindLabel &&= prose === null && isTeaserLine(text, line);
    if (behindLabel) {
      parts.push({ ...line, zone: 'boilerplate' });
      continue;
    }
    const verdict = line.end - line.start > 600 ? null : lineVerdict(text.slice(line.start, line.end));
    const begins = isList && isItem(text, line);
    if (verdict === null && !begins) {
      prose = prose === null ? line : { start: prose.start, end: line.end };
      continue;
    }
    pushProse(text, prose, isList, parts);
    prose = begins ? line : null;
    if (!begins && verdict !== null) parts.push({ ...line, zone: verdict.zone });
    behindLabel = !begins && verdict?.label === true;
  }
  pushProse(text, prose, isList, parts);
  return parts;
}

/** A headline, dotted or not, right under "Related" or "More on this story". */
function isTeaserLine(text: string, line: Span): boolean {
  return isHeadlineLike(text.slice(line.start, line.end).replace(/^[•●▪‣◦*+–-][ \t]+/, ''));
}

function isItem(text: string, line: Span): boolean {
  return ITEM.test(text.slice(line.start, line.start + 12));
}

/** A run of prose lines, or a list item with the lines that it runs on over. */
function pushProse(text: string, prose: Span | null, isList: boolean, parts: Part[]): void {
  if (prose === null) return;
  if (isList && isItem(text, prose)) {
    parts.push({ ...prose, zone: 'list' });
    return;
  }
  let at = prose.start;
  for (const furniture of furnitureWithin(text, prose.start, prose.end)) {
    pushTrimmed(text, at, furniture.start, 'body', parts);
    pushTrimmed(text, furniture.start, furniture.end, 'boilerplate', parts);
    at = furniture.end;
  }
  pushTrimmed(text, at, prose.end, 'body', parts);
}

function pushTrimmed(text: string, from: number, to: number, zone: Zone, parts: Part[]): void {
  let start = from;
  let end = to;
  while (start < end && isSpaceCode(text.charCodeAt(start))) start++;
  while (end > start && isSpaceCode(text.charCodeAt(end - 1))) end--;
  if (end > start) parts.push({ start, end, zone });
}

/** Header lines from the top, then a headline or the story. The same list object as `parts` if nothing is different. */
function headOf(text: string, lines: readonly Span[], parts: readonly Part[], titleLike: boolean): readonly Part[] {
  const head: Part[] = [];
  let next = 0;
  let from = 0;
  for (; next < lines.length; next++) {
    const line = lines[next];
    if (line === undefined) break;
    const headers = inlineHeaders(text, line.start, line.end);
    const last = headers[headers.length - 1];
    for (const header of headers) head.push(partOf(header));
    from = afterMarks(text, last === undefined ? line.start : last.end, line.end);
    if (last !== undefined && from >= line.end) continue;
    if (last !== undefined) {
      const rest = headerLine(text, { start: from, end: line.end });
      if (rest === null) break;
      head.push(partOf(rest));
      continue;
    }
    const whole = wholeLine(text, lines, next, titleLike);
    if (whole === null) break;
    head.push(whole);
  }
  const rest = next >= lines.length ? [] : storyParts(text, lines, next, from, parts);
  return head.length === 0 && rest === parts ? parts : [...head, ...rest];
}

/** White space and the marks between a header and what follows belong to the header's end; marks alone stay with the story. */
function afterMarks(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
}

function partOf(header: Header): Part {
  return { start: header.start, end: header.end, zone: 'header', header: header.kind, ...(header.date === null ? {} : { date: header.date }) };
}

/** What a line above the story is as a whole, or null where the story begins. */
function wholeLine(text: string, lines: readonly Span[], index: number, titleLike: boolean): Part | null {
  const line = lines[index];
  if (line === undefined) return null;
  const header = headerLine(text, line);
  if (header !== null) return partOf(header);
  const words = text.slice(line.start, line.end);
  if (words.length <= 600) {
    const verdict = lineVerdict(words);
    if (verdict !== null) return { ...line, zone: verdict.zone };
    const [call] = furnitureWithin(text, line.start, line.end);
    if (call !== undefined && call.start === line.start && call.end === line.end) return { ...line, zone: 'boilerplate' };
  }
  return titleLike || standsOver(text, lines, index) ? { ...line, zone: 'headline' } : null;
}

/** A headline in a paragraph of several lines: over a header line, or in title case over prose, or wrapped and nothing else. */
function standsOver(text: string, lines: readonly Span[], index: number): boolean {
  const line = lines[index];
  const below = lines[index + 1];
  if (line === undefined) return false;
  const words = text.slice(line.start, line.end);
  if (!isHeadlineLike(words)) return false;
  if (below === undefined) return index > 0;
  if (headerLine(text, below) !== null || inlineHeaders(text, below.start, below.end).length > 0) return true;
  const rest = text.slice(below.start, below.end);
  if (lines.length - index <= 3 && lines.slice(index).every((l) => isHeadlineLike(text.slice(l.start, l.end)))) return true;
  return isTitleCase(words) && countWords(words, 4) >= 3 && /^[\p{Lu}“"]/u.test(rest) && !isTitleCase(rest);
}

/** The story from `from` on, its dateline split off. */
function storyParts(text: string, lines: readonly Span[], index: number, from: number, parts: readonly Part[]): readonly Part[] {
  const first = lines[index];
  if (first === undefined) return [];
  const same = index === 0 && from === first.start;
  const dateline = datelineOf(text.slice(from, from + 500));
  if (dateline === null && same) return parts;
  const rest: Part[] = [];
  let start = from;
  if (dateline !== null) {
    const end = from + dateline.end;
    const date = dateline.date;
    rest.push({
      start: from, end, zone: 'header', header: 'dateline',
      ...(date === null ? {} : { date: { start: from + date.start, end: from + date.end, iso: date.iso } }),
    });
    start = afterMarks(text, end, text.length);
  }
  const remaining = lines.slice(index).map((line) => (line === first ? { start, end: line.end } : line)).filter((line) => line.end > line.start);
  return [...rest, ...partsOf(text, remaining)];
}
