/** The counts that the status bar shows. */
import type { Article } from '../analysis/article.js';

export interface Summary {
  /** Distinct named entities; amounts and dates are not counted. */
  readonly entities: number;
  readonly claims: number;
  /** Claims whose source has no name. */
  readonly unnamed: number;
}

export function summarise(article: Article): Summary {
  const ids = new Set<string>();
  for (const block of article.blocks) for (const mention of block.mentions) if (mention.entity !== '') ids.add(mention.entity);
  let unnamed = 0;
  for (const claim of article.claims()) if (claim.linked.sourceKind.startsWith('unnamed')) unnamed++;
  return { entities: ids.size, claims: article.claims().length, unnamed };
}
