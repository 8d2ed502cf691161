/** Places where the words of one annotation may stand now, with what speaks for each. */
import search from 'approx-string-match';
import { distance } from 'fastest-levenshtein';
import { countBelow } from '../../base/ascending.js';
import type { Span } from '../../base/span.js';
import { trimmed } from '../../base/span.js';
import type { Side } from './context.js';
import { fitOf, isInsideWord, likeFrom, likeUpTo, sideAfter, sideBefore, wordEnd, wordStart } from './context.js';
import type { Sought } from './sought.js';

export interface Candidate extends Span {
  /** The words that stand there, as they are compared; and the likeness of the words, of what stands before and after, and of the place. Unknown where the file does not say. */
  readonly found: string;
  readonly q: number;
  readonly p: Side | undefined;
  readonly s: Side | undefined;
  readonly x: number | undefined;
  readonly score: number;
}

const WEIGHTS = { q: 0.5, p: 0.22, s: 0.22, x: 0.06 };

export function valued(sought: Sought, text: string, { start, end }: Span): Candidate {
  const found = text.slice(start, end);
  const q = found === sought.quote ? 1 : 1 - distance(sought.quote, found) / Math.max(sought.quote.length, found.length);
  const p = sought.prefix === undefined ? undefined : sideBefore(sought.prefix, text, start);
  const s = sought.suffix === undefined ? undefined : sideAfter(sought.suffix, text, end);
  const x = sought.place === undefined ? undefined : 1 - Math.min(1, Math.abs(start - sought.place) / Math.max(500, text.length));
  let sum = WEIGHTS.q * q;
  let weights = WEIGHTS.q;
  for (const [value, weight] of [[p && fitOf(p), WEIGHTS.p], [s && fitOf(s), WEIGHTS.s], [x, WEIGHTS.x]] as const) {
    if (value === undefined) continue;
    sum += weight * value;
    weights += weight;
  }
  return { start, end, found, q, p, s, x, score: sum / weights };
}

/** A quotation shorter than this is found to the letter or not at all. */
export const MIN_APPROXIMATE = 20;
const EDGE = 12;
const MIN_EDGE = 8;
const ERRORS = 0.2;
/** Of a text repeated more often than this, only the places nearest to the old one are looked at: cost must not grow with repetition. */
const MANY = 32;
/** Texts longer than this are searched near the old place only. */
const LONG_TEXT = 200_000;
const AROUND = 5_000;

/** The last letters of what stood before, and the first of what stood after; `undefined` where too little is known. */
export function edgesOf({ prefix, suffix }: Sought): { before: string | undefined; after: string | undefined } {
  const before = prefix === undefined || prefix.length < MIN_EDGE ? undefined : prefix.slice(-EDGE);
  const after = suffix === undefined || suffix.length < MIN_EDGE ? undefined : suffix.slice(0, EDGE);
  return { before, after };
}

/** Between what stood before and what stood after the words: whatever stands there now. */
export function frames(sought: Sought, befores: readonly number[], afters: readonly number[]): Span[] {
  const { before, after } = edgesOf(sought);
  if (before === undefined || after === undefined) return [];
  const longest = 1.5 * sought.quote.length + 16;
  return nearest(befores, sought.place).flatMap((at) => {
    const start = at + before.length;
    const end = afters[countBelow(afters, start)];
    return end === undefined || end - start > longest || end === start ? [] : [{ start, end }];
  });
}

/** Longer quotations are compared letter by letter at their frames only. */
const LONG_QUOTE = 600;

/** Words like those that are sought: beside what stood beside them, and in the text. */
export function* lookalikes(sought: Sought, text: string, befores: readonly number[], afters: readonly number[]): Generator<void, Span[]> {
  const { quote } = sought;
  const errors = Math.floor(ERRORS * quote.length);
  const window = Math.ceil(1.3 * quote.length);
  const { before } = edgesOf(sought);
  const found: Span[] = [];
  const look = (from: number, to: number): void => {
    const start = Math.max(0, from);
    for (const match of search(text.slice(start, to), quote, errors).slice(0, MANY)) found.push({ start: start + match.start, end: start + match.end });
  };
  for (const at of nearest(befores, sought.place)) {
    const start = at + (before?.length ?? 0);
    look(start, start + window);
    const end = quote.length > LONG_QUOTE ? undefined : likeFrom(quote, text, start);
    if (end !== undefined) found.push({ start, end });
  }
  yield;
  for (const end of nearest(afters, sought.place)) {
    look(end - window, end);
    const start = quote.length > LONG_QUOTE ? undefined : likeUpTo(quote, text, end);
    if (start !== undefined) found.push({ start, end });
  }
  yield;
  if (text.length <= LONG_TEXT) look(0, text.length);
  else if (sought.place !== undefined) look(sought.place - AROUND, sought.place + quote.length + AROUND);
  return found.flatMap((s) => toWords(sought, text, s));
}

/** Likeness cuts where letters agree; people mark words. Where a border lies inside a word, both of its borders are tried. */
function toWords(sought: Sought, text: string, { start, end }: Span): Span[] {
  const starts = startsWord(sought) && isInsideWord(text, start) ? [wordStart(text, start), wordEnd(text, start)] : [start];
  const ends = endsWord(sought) && isInsideWord(text, end) ? [wordStart(text, end), wordEnd(text, end)] : [end];
  return starts.flatMap((from) => ends.map((to) => trimmed(text, { start: from, end: to }))).filter((s) => s.end > s.start);
}

/** False where the words began or ended a word, and here lie inside one. */
export function isAtWords(sought: Sought, text: string, { start, end }: Span): boolean {
  return !(startsWord(sought) && isInsideWord(text, start)) && !(endsWord(sought) && isInsideWord(text, end));
}

function startsWord({ prefix, quote }: Sought): boolean {
  return prefix !== undefined && !isInsideWord(prefix.slice(-1) + quote.charAt(0), 1);
}

function endsWord({ suffix, quote }: Sought): boolean {
  return suffix !== undefined && !isInsideWord(quote.slice(-1) + suffix.charAt(0), 1);
}

const MAX_DROPPED = 3;

/** Without words put in at its borders: what is written beside a quotation stays outside. */
export function withoutAdditions(quote: string, text: string, whole: Span): Span {
  let { start, end } = whole;
  let difference = distance(quote, text.slice(start, end));
  for (let i = 0; i < MAX_DROPPED; i++) {
    const first = /^\S+\s+/.exec(text.slice(start, end))?.[0] ?? '';
    const next = start + first.length;
    // Its own first word is none that was put in before it.
    if (next === start || quote.startsWith(first) || distance(quote, text.slice(next, end)) !== difference - (next - start)) break;
    difference -= next - start;
    start = next;
  }
  for (let i = 0; i < MAX_DROPPED; i++) {
    const last = /\s+\S+$/.exec(text.slice(start, end))?.[0] ?? '';
    const next = end - last.length;
    if (next === end || quote.endsWith(last) || distance(quote, text.slice(start, next)) !== difference - (end - next)) break;
    difference -= end - next;
    end = next;
  }
  return { start, end };
}

function nearest(ascending: readonly number[], place: number | undefined): readonly number[] {
  if (ascending.length <= MANY) return ascending;
  const middle = place === undefined ? 0 : countBelow(ascending, place);
  const from = Math.max(0, Math.min(middle - MANY / 2, ascending.length - MANY));
  return ascending.slice(from, from + MANY);
}
