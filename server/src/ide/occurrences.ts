/** Where words stand in the paragraphs of an article, in any case and whatever white space is between them. */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { isSpaceCode } from '../analysis/structure/characters.js';
import { runsOf, writtenAlike } from '../analysis/wordIndex.js';
import type { Span } from '../base/span.js';

const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const IN_RUN = /[\p{L}\p{M}\p{N}]/u;

export interface BlockOccurrences {
  readonly block: ArticleBlock;
  /** In document offsets, in order; at least one. */
  readonly spans: readonly Span[];
}

/**
 * Whole words only, in order, those of one block together. `words` is on one line with single spaces; words without a letter or figure are
 * not looked for. Work: the blocks that hold the rarest word, and in those that hold all the places of the longest.
 */
export function* occurrencesIn(article: Article, words: string): Generator<BlockOccurrences> {
  const sought = writtenAlike(words);
  const parts = sought.split(' ');
  const [first] = sought.matchAll(RUN);
  if (first === undefined || first.index >= (parts[0] ?? '').length) return;
  const anchor = anchorOf(parts);
  for (const { at, text } of article.blocksWith(runsOf(sought))) {
    const block = article.blocks[at];
    const spans: Span[] = [];
    for (let place = text.indexOf(anchor.run); place >= 0; place = text.indexOf(anchor.run, place + 1)) {
      const start = startOf(text, place - anchor.index, parts, anchor.part);
      const end = isRunStart(text, start + first.index) ? endOf(text, start, parts) : undefined;
      if (block !== undefined && end !== undefined && isWhole(text, end)) spans.push({ start: block.start + start, end: block.start + end });
    }
    if (block !== undefined && spans.length > 0) yield { block, spans };
  }
}

/** The longest run of the words, which rarely stands where they do not; where in which word it is. */
function anchorOf(parts: readonly string[]): { readonly run: string; readonly part: number; readonly index: number } {
  let longest = { run: '', part: 0, index: 0 };
  for (const [part, word] of parts.entries()) {
    for (const { 0: run, index } of word.matchAll(RUN)) if (run.length > longest.run.length) longest = { run, part, index };
  }
  return longest;
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
  return at >= 0 && (at === 0 || !IN_RUN.test(text.charAt(at - 1)));
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
  return end >= text.length || !IN_RUN.test(text.charAt(end)) || !IN_RUN.test(text.charAt(end - 1));
}
