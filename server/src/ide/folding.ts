/** What can be folded away: boilerplate, and the lines above the story. Runs of one line fold nothing. */
import type { Article } from '../analysis/article.js';
import { runsOf } from './runs.js';

export interface Fold {
  readonly kind: 'boilerplate' | 'header';
  /** Inclusive, `lastLine` greater than `firstLine`. */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** @param lineAt the line of an offset, counted from 0 as the editor counts */
export function folds(article: Article, lineAt: (offset: number) => number): Fold[] {
  const found: Fold[] = [];
  for (const { zone, start, end, lastBlock } of runsOf(article)) {
    if (zone !== 'boilerplate' && zone !== 'header') continue;
    const firstLine = lineAt(start);
    const next = article.blocks[lastBlock];
    const endLine = lineAt(end);
    // A line that the story shares must stay in sight.
    const lastLine = next !== undefined && lineAt(next.start) === endLine ? endLine - 1 : endLine;
    if (lastLine > firstLine) found.push({ kind: zone, firstLine, lastLine });
  }
  return found;
}
