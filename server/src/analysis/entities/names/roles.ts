/** Role phrases as the article writes them: before a name ("interior minister") and in apposition after it ("director of policy planning"). */
import { OFFICE, ORG_HEAD, ROLE_MODIFIER, SPEECH_VERB } from './lexicons/flags.js';
import { isRoleNoun } from './lexicons/titles.js';
import type { Role } from '../../types.js';
import type { Scan } from './scan.js';
import { adjoins, matchAt } from './scan.js';
import { isPossessive } from './word.js';

/** Words of a role at most, so that no phrase runs over half a sentence. */
const LONGEST_BEFORE = 7;
const LONGEST_AFTER = 18;

/** The phrase that ends in the role noun at `head`. */
export function roleBefore(scan: Scan, head: number): Role | null {
  let first = head;
  while (first > 0 && head - first < LONGEST_BEFORE && adjoins(scan, first - 1) && belongs(scan, first - 1)) first--;
  const start = scan.words[first]?.start;
  const end = scan.words[head]?.end;
  if (start === undefined || end === undefined) return null;
  return { start, end, text: scan.text.slice(start, end), place: 'before' };
}

function belongs(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  if (word === undefined || !word.isWord || isPossessive(word)) return false;
  if (word.capital) return !word.first || matchAt(scan, index) !== null;
  return (word.flags & ROLE_MODIFIER) !== 0 || isRoleNoun(word.lower);
}

const LEADS = new Set(['a', 'an', 'the', 'its', 'his', 'her', 'their', 'one', 'our']);
const ENDS = new Set(['who', 'which', 'that', 'whose', 'said', 'told', 'says', 'where', 'when', 'is', 'was', 'has', 'had', 'were', 'are', 'have', 'will', 'would']);

/** The apposition that begins at `from`, the word after the comma; null if no role noun is its head. */
export function roleAfter(scan: Scan, from: number): { role: Role; sure: boolean } | null {
  let at = from;
  const article = LEADS.has(scan.words[at]?.lower ?? '');
  if (article) at++;
  const first = at;
  const head = headOf(scan, at);
  if (head < 0) return null;
  let end = head + 1;
  while (end < from + LONGEST_AFTER && !stops(scan, end)) end++;
  const start = scan.words[first]?.start;
  const stop = scan.words[end - 1]?.end;
  if (start === undefined || stop === undefined) return null;
  const closed = closesPhrase(scan, end);
  if (!article && !closed) return null;
  return { role: { start, end: stop, text: scan.text.slice(start, stop), place: 'after' }, sure: article || head > first || closed };
}

/** The first role noun within a few words, with nothing but modifiers before it; -1 for none. */
function headOf(scan: Scan, from: number): number {
  for (let i = from; i < from + 8; i++) {
    const word = scan.words[i];
    if (word === undefined || !word.isWord && !isPossessive(word) && !word.isNumber) return -1;
    if (ENDS.has(word.lower) || word.flags & SPEECH_VERB || /^(?:in|on|at|to|from|for|with|by|and|or|but|of|as)$/.test(word.lower)) return -1;
    const office = word.capital && (word.flags & OFFICE) !== 0;
    if (!office && (word.capital || !isRoleNoun(word.lower))) continue;
    if (office && ((scan.words[i - 1]?.flags ?? 0) & ORG_HEAD) !== 0) return -1;
    const next = scan.words[i + 1];
    if (next !== undefined && next.isWord && adjoins(scan, i) && (isRoleNoun(next.lower) || next.flags & OFFICE)) continue;
    if (next !== undefined && next.capital && adjoins(scan, i) && !next.afterHyphen) return -1;
    return i;
  }
  return -1;
}

function stops(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  if (word === undefined) return true;
  if (!word.isWord && !word.isNumber) return !isPossessive(word) && word.text !== '&';
  if (ENDS.has(word.lower)) return true;
  return word.lower === 'and' && !(scan.words[index + 1]?.capital ?? false);
}

function closesPhrase(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  return word === undefined || /^[,.;:)—–\-”"]$/.test(word.text);
}
