/**
 * Role phrases as the article writes them: before a name ("interior minister"), before it and a comma ("the mayor of Riga, Ana Ruiz,"), in
 * apposition after it ("director of policy planning"), and what somebody does by office (", who chairs the board").
 */
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
export function roleBefore(scan: Scan, head: number): Role {
  let first = head;
  while (first > 0 && head - first < LONGEST_BEFORE && adjoins(scan, first - 1) && belongs(scan, first - 1)) first--;
  return roleOf(scan, first, head + 1, 'before');
}

function belongs(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  if (word === undefined || !word.isWord || isPossessive(word)) return false;
  if (word.capital) return !word.first || matchAt(scan, index) !== null;
  return (word.flags & ROLE_MODIFIER) !== 0 || isRoleNoun(word.lower);
}

/** The role that the words from `first` up to `end` are. */
export function roleOf(scan: Scan, first: number, end: number, place: Role['place']): Role {
  const start = scan.words[first]?.start ?? 0;
  const stop = scan.words[end - 1]?.end ?? start;
  return { start, end: stop, text: scan.text.slice(start, stop), place };
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
  const closed = closesPhrase(scan, end);
  // "Ana Ruiz, the minister said, would go": who speaks is somebody else.
  if ((!article && !closed) || isSpeaking(scan, end)) return null;
  return { role: roleOf(scan, first, end, 'after'), sure: article || head > first || closed };
}

function isSpeaking(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  return word !== undefined && !word.capital && (word.flags & SPEECH_VERB) !== 0;
}

/** What stands behind the noun of a role if the phrase goes on. */
const GOES_ON = new Set(['of', 'for', 'at', 'in', 'on', 'to', 'from', 'with', 'under', 'and', '(']);
/** "The son of the president, Ana Ruiz,": the name may be that of either. */
const OF_WHOM = new Set(['of', 'for', 'to']);
const KIN = new Set(['son', 'daughter', 'wife', 'husband', 'brother', 'sister', 'father', 'mother', 'widow', 'cousin', 'nephew', 'niece', 'friend', 'ally', 'partner', 'victim', 'supporter']);
const LONGEST_ACROSS = 14;

/** "The mayor of Riga, Ana Ruiz, said": the phrase that ends at the comma before a name which itself ends at `end`, before another mark. */
export function roleAcross(scan: Scan, comma: number, end: number): Role | null {
  if (!closesPhrase(scan, end)) return null;
  for (let at = comma - 1; at >= 0 && at > comma - LONGEST_ACROSS; at--) {
    const word = scan.words[at];
    if (word === undefined || ENDS.has(word.lower) || isSpeaking(scan, at)) return null;
    if (!LEADS.has(word.lower) && !isPossessive(word)) {
      if (!word.isWord && !word.isNumber && word.text !== '(' && word.text !== ')') return null;
      continue;
    }
    const head = headOf(scan, at + 1);
    if (head < 0 || head >= comma || (head + 1 < comma && !GOES_ON.has(scan.words[head + 1]?.lower ?? ''))) continue;
    const of = OF_WHOM.has(scan.words[at - 1]?.lower ?? '') ? scan.words[at - 2]?.lower ?? '' : '';
    if (KIN.has(of)) return null;
    if (!isRoleNoun(of)) return roleOf(scan, at + 1, comma, 'before');
  }
  return null;
}

/** What an office is, said with a verb. */
const HOLDS = new Set(`leads heads chairs runs directs represents coaches manages oversees commands owns edits teaches presides co-leads co-chairs led headed chaired ran directed represented coached
  managed commanded founded co-founded edited`.split(/\s+/));

/** "Ana Ruiz, who chairs the board", "who is director of the mine"; `who` is the index of that word. */
export function roleWithin(scan: Scan, who: number): Role | null {
  const verb = scan.words[who + 1];
  if (verb === undefined || scan.words[who]?.lower !== 'who') return null;
  if (verb.lower === 'is') return roleAfter(scan, who + 2)?.role ?? null;
  const what = scan.words[who + 2];
  if (!HOLDS.has(verb.lower) || what === undefined || !what.isWord) return null;
  let end = who + 3;
  while (end < who + LONGEST_AFTER && !stops(scan, end)) end++;
  return roleOf(scan, who + 1, end, 'within');
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
