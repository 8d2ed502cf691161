/** How near mentions of two entities stand to each other, by sentences. */
import type { Article, Mention } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import { indexAt } from '../base/span.js';

export type Near = 'same sentence' | 'next sentence';

/** The nearest of all pairs; undefined where no two stand in one sentence or in two that follow each other. */
export function nearness(article: Article, some: readonly Mention[], others: readonly Mention[]): Near | undefined {
  const there = new Set(others.map(({ start }) => sentenceNumber(article, start)));
  const here = some.map(({ start }) => sentenceNumber(article, start));
  if (here.some((sentence) => there.has(sentence))) return 'same sentence';
  return here.some((sentence) => there.has(sentence + 1) || there.has(sentence - 1)) ? 'next sentence' : undefined;
}

const firsts = new WeakMap<Article, readonly number[]>();

/** Counted through the article: once in a version, however many names are weighed. */
function sentenceNumber(article: Article, offset: number): number {
  const index = blockIndexAt(article.blocks, offset);
  const block = article.blocks[index];
  return block === undefined ? -1 : (firstsOf(article)[index] ?? 0) + Math.max(0, indexAt(block.analysis.tokenised.sentences, offset - block.start));
}

function firstsOf(article: Article): readonly number[] {
  const known = firsts.get(article);
  if (known !== undefined) return known;
  let count = 0;
  const made = article.blocks.map(({ analysis }) => {
    const first = count;
    count += analysis.tokenised.sentences.length;
    return first;
  });
  firsts.set(article, made);
  return made;
}
