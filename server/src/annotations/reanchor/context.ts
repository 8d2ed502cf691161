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
  if (place >= stored.length && text.startsWith(stored, place - stored.length)) return { value: 1, found: stored };
  const length = Math.min(place, Math.floor(1.5 * stored.length));
  const { distance, taken } = leastDistance(stored, text, place, -1, length);
  return { value: 1 - distance / stored.length, found: text.slice(wordStart(text, place - taken), place) };
}

function fitAfter(stored: string, text: string, place: number): Fit {
  if (stored === '') return { value: place === text.length ? 1 : 0, found: '' };
  if (text.startsWith(stored, place)) return { value: 1, found: stored };
  const length = Math.min(text.length - place, Math.floor(1.5 * stored.length));
  const { distance, taken } = leastDistance(stored, text, place, 1, length);
  return { value: 1 - distance / stored.length, found: text.slice(place, wordEnd(text, place + taken)) };
}

/** The text from a place on that is most like the words; `undefined` where none is. */
export function likeFrom(words: string, text: string, place: number): number | undefined {
  const length = Math.min(text.length - place, Math.floor(1.5 * words.length));
  const { taken } = leastDistance(words, text, place, 1, length);
  return taken === 0 ? undefined : place + taken;
}

/** The same, of the text before a place. */
export function likeUpTo(words: string, text: string, place: number): number | undefined {
  const length = Math.min(place, Math.floor(1.5 * words.length));
  const { taken } = leastDistance(words, text, place, -1, length);
  return taken === 0 ? undefined : place - taken;
}

/** Bits of a number that are counted in at a time. */
const WORD = 32;
/** For each code unit, where it stands in the part of the words that is compared. All zeros between two comparisons. */
const places = new Int32Array(0x10000);

/**
 * Between the whole of the words and any beginning of the text at a place, read forwards or backwards, up to so long; of several equally
 * near, the one nearest in length. Column by column of the table of edit distances, 32 of its rows at a time: Myers, "A fast bit-vector
 * algorithm for approximate string matching", 1999, with Hyyrö's blocks (2003).
 */
function leastDistance(words: string, text: string, place: number, step: 1 | -1, length: number): { distance: number; taken: number } {
  const m = words.length;
  let distance = m;
  let taken = 0;
  // How each cell differs from the one to its left, in the lowest row of the blocks above: one more, or one less.
  const more = new Uint8Array(length).fill(1);
  const less = new Uint8Array(length);
  for (let top = 0; top < m; top += WORD) {
    const rows = Math.min(WORD, m - top);
    const isLast = top + rows === m;
    const wordAt = (row: number): number => words.charCodeAt(step === 1 ? top + row : m - 1 - top - row);
    for (let row = 0; row < rows; row++) {
      const code = wordAt(row);
      places[code] = (places[code] ?? 0) | (1 << row);
    }
    let rises = -1;
    let falls = 0;
    let last = m;
    for (let j = 0; j < length; j++) {
      const lessAbove = less[j] ?? 0;
      const here = places[text.charCodeAt(step === 1 ? place + j : place - 1 - j)] ?? 0;
      const vertical = here | falls;
      const same = here | lessAbove;
      const across = (((same & rises) + rises) ^ rises) | same;
      let up = falls | ~(across | rises);
      let down = rises & across;
      const upOut = (up >>> (rows - 1)) & 1;
      const downOut = (down >>> (rows - 1)) & 1;
      up = (up << 1) | (more[j] ?? 0);
      down = (down << 1) | lessAbove;
      rises = down | ~(vertical | up);
      falls = up & vertical;
      more[j] = upOut;
      less[j] = downOut;
      if (!isLast) continue;
      last += upOut - downOut;
      if (last < distance || (last === distance && Math.abs(j + 1 - m) < Math.abs(taken - m))) {
        distance = last;
        taken = j + 1;
      }
    }
    for (let row = 0; row < rows; row++) places[wordAt(row)] = 0;
  }
  return { distance, taken };
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
