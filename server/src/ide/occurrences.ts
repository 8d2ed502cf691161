/** Where words stand in an article, in any case and whatever white space is between them. */
import type { Article } from '../analysis/article.js';
import { isSpaceCode } from '../analysis/structure/characters.js';
import type { Span } from '../base/span.js';

interface Searchable {
  /** The article in lower case, of equal length. */
  readonly text: string;
  /** Where each run of letters and figures begins, by the run. */
  readonly runs: ReadonlyMap<string, readonly number[]>;
}

/** Made once for a version, when words are first looked for in it. */
const searchable = new WeakMap<Article, Searchable>();

const RUN = /[\p{L}\p{M}\p{N}]+/gu;
const IN_RUN = /[\p{L}\p{M}\p{N}]/u;

/**
 * Whole words only, in order. `words` is on one line with single spaces; words without a letter or figure are not looked for.
 * Work: the places where the rarest of the words stands.
 */
export function occurrencesOf(article: Article, words: string): Span[] {
  const { text, runs } = searchableOf(article);
  const sought = sameLength(words);
  const parts = sought.split(' ');
  const [first] = sought.matchAll(RUN);
  if (first === undefined || first.index >= (parts[0] ?? '').length) return [];
  const rarest = rarestOf(parts, runs);
  const found: Span[] = [];
  for (const place of rarest.places) {
    const start = startOf(text, place - rarest.index, parts, rarest.part);
    const end = isRunStart(text, start + first.index) ? endOf(text, start, parts) : undefined;
    if (end !== undefined && isWhole(text, end)) found.push({ start, end });
  }
  return found;
}

/** Of the runs that the words hold, the one that stands in the fewest places; where in which word it is. */
function rarestOf(parts: readonly string[], runs: Searchable['runs']): { readonly part: number; readonly index: number; readonly places: readonly number[] } {
  let rarest: { part: number; index: number; places: readonly number[] } | undefined;
  for (const [part, word] of parts.entries()) {
    for (const { 0: run, index } of word.matchAll(RUN)) {
      // The last may be the beginning of a longer one, which is no whole word and drops out later.
      const places = runs.get(run) ?? [];
      if (rarest === undefined || places.length < rarest.places.length) rarest = { part, index, places };
    }
  }
  return rarest ?? { part: 0, index: 0, places: [] };
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

function searchableOf(article: Article): Searchable {
  const known = searchable.get(article);
  if (known !== undefined) return known;
  const text = sameLength(article.text);
  const runs = new Map<string, number[]>();
  for (const { 0: run, index } of text.matchAll(RUN)) {
    const places = runs.get(run);
    if (places === undefined) runs.set(run, [index]);
    else places.push(index);
  }
  const made = { text, runs };
  searchable.set(article, made);
  return made;
}

/** Only the dotted capital I grows when it is made small. */
function sameLength(text: string): string {
  return text.replaceAll('\u0130', 'i').replaceAll('’', "'").toLowerCase();
}
