/** Where words stand in the paragraphs of an article, in any case and whatever white space is between them. */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { isSpaceCode } from '../analysis/structure/characters.js';
import { writtenAlike } from '../analysis/wordIndex.js';

const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const IN_RUN = /[\p{L}\p{M}\p{N}]/u;

/**
 * Shows each place where the words stand whole, in order, in offsets of its block, until `see` wants no more. `words` is on one line with
 * single spaces; words without a letter or figure are not looked for. Work up to there: the places of the run of letters that stands in the
 * fewest blocks, and nothing is made of them: there are hundreds of some words.
 */
export function eachOccurrence(article: Article, words: string, see: (block: ArticleBlock, start: number, end: number) => boolean): void {
  const sought = writtenAlike(words);
  const parts = sought.split(' ');
  const [rarest] = runsOf(parts).sort((a, b) => article.spreadOf(a.run) - article.spreadOf(b.run));
  const beginning = sought.search(IN_RUN);
  if (rarest === undefined || beginning >= (parts[0] ?? '').length) return;
  const before = parts.slice(0, rarest.part).reduce((length, part) => length + part.length + 1, rarest.index);
  const look = (block: ArticleBlock, text: string, place: number): boolean => {
    // Nearly everywhere the words stand with single spaces.
    const isPlain = place >= before && text.startsWith(sought, place - before);
    const start = isPlain ? place - before : startOf(text, place - rarest.index, parts, rarest.part);
    if (!isRunStart(text, start + beginning)) return true;
    const end = isPlain ? start + sought.length : endOf(text, start, parts);
    return end === undefined || !isWhole(text, end) || see(block, start, end);
  };
  // To ask whether a block has the other words, too, would cost as much as to look for them there.
  article.eachBlockWith(rarest.run, (at, text, places) => {
    const block = article.blocks[at];
    if (block === undefined) return true;
    return typeof places === 'number' ? look(block, text, places) : places.every((place) => look(block, text, place));
  });
}

interface Run {
  readonly run: string;
  /** Number of the word that holds it, and where in it. */
  readonly part: number;
  readonly index: number;
}

function runsOf(parts: readonly string[]): Run[] {
  return parts.flatMap((word, part) => Array.from(word.matchAll(RUN), ({ 0: run, index }) => ({ run, part, index })));
}

/** Where the first word begins if the one of this number begins at `at`. What lies between is looked at afterwards. */
function startOf(text: string, at: number, parts: readonly string[], part: number): number {
  let start = at;
  for (let i = part - 1; i >= 0; i--) {
    while (start > 0 && isSpaceCode(text.charCodeAt(start - 1))) start--;
    start -= parts[i]?.length ?? 0;
  }
  return start;
}

function isRunStart(text: string, at: number): boolean {
  return at >= 0 && (at === 0 || !isInRun(text, at - 1));
}

/** Past the last of the words that stand here one after the other; undefined where one of them does not. */
function endOf(text: string, start: number, parts: readonly string[]): number | undefined {
  let at = start;
  for (const [i, part] of parts.entries()) {
    const afterSpace = i === 0 ? at : skipSpace(text, at);
    if (afterSpace < 0 || (i > 0 && afterSpace === at) || !text.startsWith(part, afterSpace)) return undefined;
    at = afterSpace + part.length;
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpaceCode(text.charCodeAt(at))) at++;
  return at;
}

/** Does not end in the middle of a word; it begins with one, since the runs do. */
function isWhole(text: string, end: number): boolean {
  return end >= text.length || !isInRun(text, end) || !isInRun(text, end - 1);
}

/** The text is in small letters. */
function isInRun(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? (code >= 97 && code <= 122) || (code >= 48 && code <= 57) : IN_RUN.test(text.charAt(at));
}
