/** What an abbreviation in brackets stands for, where that is no name: "public-private partnerships (PPPs)", "chief election commissioner (CEC)". */
import { ANY_HEAD, BODY, OFFICE, flagsOf } from './lexicons/flags.js';
import type { Piece, Scan } from './scan.js';
import type { Word } from './word.js';

/** In place of a long form's key: the article spells the letters out, and what it spells out names nothing. */
export const NAMELESS = '';

/** Words that an abbreviation leaves out. */
const LEFT_OUT = new Set(['of', 'the', 'and', 'for', 'in', 'on', 'to', 'at', 'a', 'an', 'by', 'with', '&']);
/** Before them a noun phrase ends. */
const ENDS_HEAD = new Set(['of', 'for', 'in', 'on', 'to', 'at', 'by', 'with']);

/** Whether the words before the bracket spell the piece out and are a thing in lower case, or somebody's office. */
export function standsForNoName(scan: Scan, piece: Piece): boolean {
  const long = longFormOf(scan, piece);
  if (long.length < 2) return false;
  const after = long.findIndex(({ lower }) => ENDS_HEAD.has(lower));
  const head = long[after > 0 ? after - 1 : long.length - 1];
  if (head === undefined) return false;
  if (head.flags & OFFICE && !head.lower.endsWith('s')) return true;
  const isBody = ((head.flags | flagsOf(head.lower.replace(/s$/, ''))) & (ANY_HEAD | BODY)) !== 0;
  return !isBody && long.every((word) => !word.capital || word.first);
}

/** The words before the bracket whose first letters are the abbreviation's, in order; none where they are others. */
function longFormOf({ words }: Scan, piece: Piece): readonly Word[] {
  const letters = (words[piece.first]?.text ?? '').replace(/s$/, '').toUpperCase();
  let left = letters.length;
  let first = piece.first - 1;
  while (left > 0 && first > 0 && piece.first - first <= 2 * letters.length + 2) {
    const word = words[--first];
    if (word === undefined || !word.isWord) return [];
    const parts = word.text.split('-').reverse();
    const fits = parts.every((part, i) => letters[left - 1 - i] === part.charAt(0).toUpperCase());
    if (fits) left -= parts.length;
    else if (!LEFT_OUT.has(word.lower)) return [];
  }
  return left === 0 ? words.slice(first, piece.first - 1) : [];
}
