/** Where words stand in an article, in any case and whatever white space is between them. */
import type { Article } from '../analysis/article.js';
import type { Span } from '../base/span.js';

/** The text in lower case, of equal length: made once for a version, when words are first looked up in it. */
const lowered = new WeakMap<Article, string>();

const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** Whole words only, in order. `words` is on one line with single spaces; an empty text stands nowhere. Work: one search through the text. */
export function occurrencesOf(article: Article, words: string): Span[] {
  const text = lowerOf(article);
  const parts = sameLength(words).split(' ');
  const [first = ''] = parts;
  const found: Span[] = [];
  if (first === '') return found;
  for (let at = text.indexOf(first); at >= 0; at = text.indexOf(first, at + 1)) {
    const end = endOf(text, at, parts);
    if (end !== undefined && isWhole(text, at, end)) found.push({ start: at, end });
  }
  return found;
}

/** Past the last of the words that stand here one after the other; undefined where one of them does not. */
function endOf(text: string, start: number, parts: readonly string[]): number | undefined {
  let at = start;
  for (const [i, part] of parts.entries()) {
    const afterSpace = i === 0 ? at : skipSpace(text, at);
    if ((i > 0 && afterSpace === at) || !text.startsWith(part, afterSpace)) return undefined;
    at = afterSpace + part.length;
  }
  return at;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

/** Not cut out of a longer word; words that begin or end with a mark are whole there anyway. */
function isWhole(text: string, start: number, end: number): boolean {
  return !(isWordAt(text, start - 1) && isWordAt(text, start)) && !(isWordAt(text, end - 1) && isWordAt(text, end));
}

function isWordAt(text: string, at: number): boolean {
  return at >= 0 && at < text.length && WORD_CHARACTER.test(text.charAt(at));
}

function lowerOf(article: Article): string {
  const known = lowered.get(article);
  if (known !== undefined) return known;
  const made = sameLength(article.text);
  lowered.set(article, made);
  return made;
}

/** Only the dotted capital I grows when it is made small. */
function sameLength(text: string): string {
  return text.replaceAll('\u0130', 'i').replaceAll('’', "'").toLowerCase();
}
