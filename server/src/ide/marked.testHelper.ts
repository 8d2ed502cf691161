/** Test helper: articles with a caret `$0` and with spans drawn in as `⟨…⟩`, or `⟨label|…⟩` where they differ in kind. */
import { expect } from 'vitest';
import type { Article } from '../analysis/article.js';
import { ArticleEngine } from '../analysis/engine.js';
import type { Span } from '../base/span.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';

const gazetteer = loadGazetteer();

export function articleOf(text: string): Article {
  return new ArticleEngine(gazetteer).update(text);
}

/** The article without any marks, and where `$0` stood. */
export function readMarked(marked: string): { article: Article; caret: number } {
  const text = marked.replace(/⟨[^|⟩⟨]*\||[⟨⟩]/gu, '');
  const caret = text.indexOf('$0');
  expect(caret, 'the text has a caret').toBeGreaterThanOrEqual(0);
  return { article: articleOf(text.replace('$0', '')), caret };
}

/** The text with the caret and the spans drawn in. Spans may nest; they do not cross. */
export function drawn(text: string, caret: number, spans: readonly (Span & { readonly kind?: string })[]): string {
  let result = '';
  for (let i = 0; i <= text.length; i++) {
    result += '⟩'.repeat(spans.filter((s) => s.end === i).length);
    if (i === caret) result += '$0';
    for (const s of spans.filter((other) => other.start === i)) result += s.kind === undefined ? '⟨' : `⟨${s.kind}|`;
    result += text.charAt(i);
  }
  return result;
}

/** Holds what a feature finds at the caret to what is drawn in the text. */
export function checkMarked(marked: string, feature: (article: Article, caret: number) => readonly (Span & { readonly kind?: string })[] | null): void {
  const { article, caret } = readMarked(marked);
  expect(drawn(article.text, caret, feature(article, caret) ?? [])).toBe(marked);
}

/** The text with the caret inside the words: after their first `inside` characters. */
export function caretIn(text: string, words: string, inside = 1): string {
  expect(text, 'the words stand in the article').toContain(words);
  return text.replace(words, () => `${words.slice(0, inside)}$0${words.slice(inside)}`);
}
