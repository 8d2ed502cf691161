/** Neighbouring blocks of one zone, taken together: boilerplate that comes in several paragraphs is one thing to a reader. */
import type { Article, ArticleBlock } from '../analysis/article.js';
import type { Span } from '../base/span.js';

/** From the start of the first block to the end of the last one. */
export interface Run extends Span {
  readonly zone: ArticleBlock['zone'];
  /** Half-open range of block indexes. */
  readonly firstBlock: number;
  readonly lastBlock: number;
}

/** Boilerplate and header runs are joined; every other block is a run of its own. All of the article's blocks, in order. */
export function runsOf(article: Article): Run[] {
  const runs: Run[] = [];
  article.blocks.forEach((block, i) => {
    const last = runs.at(-1);
    if (last !== undefined && last.zone === block.zone && isJoined(block)) runs[runs.length - 1] = { start: last.start, end: block.end, zone: last.zone, firstBlock: last.firstBlock, lastBlock: i + 1 };
    else runs.push({ start: block.start, end: block.end, zone: block.zone, firstBlock: i, lastBlock: i + 1 });
  });
  return runs;
}

function isJoined(block: ArticleBlock): boolean {
  return block.zone === 'boilerplate' || block.zone === 'header';
}
