/** How well what stood beside the words stands beside a place. */

import { PARAGRAPH } from './normalised.js';

export interface Fit {
  /** 1 − least edit distance / length: 1 where it stands there to the letter. */
  readonly value: number;
  /** What stands there, to the border of its outermost word. */
  readonly found: string;
}

/** One side of the words: all that stood there, and that which stood in the same paragraph, with the border of the paragraph. */
export interface Side {
  readonly whole: Fit;
  readonly own: Fit;
  /** What was stored of the paragraph. */
  readonly stored: string;
}

/** So much of a paragraph tells something by itself. */
const TELLING = 16;

export function sideBefore(stored: string, text: string, place: number): Side {
  const whole = fitBefore(stored, text, place);
  const border = stored.lastIndexOf(PARAGRAPH);
  const own = border < 0 ? stored : stored.slice(border);
  return { whole, own: border <= 0 ? whole : fitBefore(own, text, place), stored: own };
}

export function sideAfter(stored: string, text: string, place: number): Side {
  const whole = fitAfter(stored, text, place);
  const border = stored.indexOf(PARAGRAPH);
  const own = border < 0 ? stored : stored.slice(0, border + 1);
  return { whole, own: own === stored ? whole : fitAfter(own, text, place), stored: own };
}

/** How well it fits; 0 for not known. */
export function fitOf(side: Side | undefined): number {
  return side === undefined ? 0 : Math.max(side.whole.value, side.own.value);
}

/** The same, of what is long enough to tell anything. */
export function tellingFitOf(side: Side | undefined): number {
  return side === undefined ? 0 : side.stored.length >= TELLING ? fitOf(side) : side.whole.value;
}

/** Against every text that ends exactly at the place, up to one and a half times as long. Nothing stored: the place must be the text's start. */
function fitBefore(stored: string, text: string, place: number): Fit {
  if (stored === '') return { value: place === 0 ? 1 : 0, found: '' };
  if (text.startsWith(stored, place - stored.length)) return { value: 1, found: stored };
  const length = Math.min(place, Math.floor(1.5 * stored.length));
  const { distance, taken } = leastDistance(codesOf(stored, true), codesOf(text.slice(place - length, place), true));
  return { value: 1 - distance / stored.length, found: text.slice(wordStart(text, place - taken), place) };
}

function fitAfter(stored: string, text: string, place: number): Fit {
  if (stored === '') return { value: place === text.length ? 1 : 0, found: '' };
  if (text.startsWith(stored, place)) return { value: 1, found: stored };
  const length = Math.min(text.length - place, Math.floor(1.5 * stored.length));
  const { distance, taken } = leastDistance(codesOf(stored), codesOf(text.slice(place, place + length)));
  return { value: 1 - distance / stored.length, found: text.slice(place, wordEnd(text, place + taken)) };
}

/** The text from a place on that is most like the words; `undefined` where none is. */
export function likeFrom(words: string, text: string, place: number): number | undefined {
  const length = Math.min(text.length - place, Math.floor(1.5 * words.length));
  const { taken } = leastDistance(codesOf(words), codesOf(text.slice(place, place + length)));
  return taken === 0 ? undefined : place + taken;
}

/** The same, of the text before a place. */
export function likeUpTo(words: string, text: string, place: number): number | undefined {
  const length = Math.min(place, Math.floor(1.5 * words.length));
  const { taken } = leastDistance(codesOf(words, true), codesOf(text.slice(place - length, place), true));
  return taken === 0 ? undefined : place - taken;
}

/** Between the whole of one text and any beginning of the other; of several equally near, the one nearest in length. */
function leastDistance(a: Uint16Array, b: Uint16Array): { distance: number; taken: number } {
  const m = a.length;
  // One column is enough: `above` is what stood to the left of the cell above.
  const column = new Uint16Array(m + 1);
  for (let i = 0; i <= m; i++) column[i] = i;
  let distance = m;
  let taken = 0;
  for (let j = 1; j <= b.length; j++) {
    const code = b[j - 1];
    let above = column[0] ?? 0;
    let last = j;
    column[0] = j;
    for (let i = 1; i <= m; i++) {
      const left = column[i] ?? 0;
      let least = a[i - 1] === code ? above : above + 1;
      if (left + 1 < least) least = left + 1;
      if (last + 1 < least) least = last + 1;
      above = left;
      column[i] = least;
      last = least;
    }
    if (last < distance || (last === distance && Math.abs(j - m) < Math.abs(taken - m))) {
      distance = last;
      taken = j;
    }
  }
  return { distance, taken };
}

function codesOf(text: string, isReversed = false): Uint16Array {
  const codes = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) codes[isReversed ? text.length - 1 - i : i] = text.charCodeAt(i);
  return codes;
}

const IN_WORD = /[\p{L}\p{N}\p{M}']/u;

export function isInsideWord(text: string, at: number): boolean {
  return at > 0 && at < text.length && IN_WORD.test(text.charAt(at - 1)) && IN_WORD.test(text.charAt(at));
}

/** The border of the word that a place lies in; the place itself, where it lies in none. */
export function wordStart(text: string, at: number): number {
  let start = at;
  while (isInsideWord(text, start)) start--;
  return start;
}

export function wordEnd(text: string, at: number): number {
  let end = at;
  while (isInsideWord(text, end)) end++;
  return end;
}
