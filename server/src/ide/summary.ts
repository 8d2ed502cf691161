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
  let claims = 0;
  let unnamed = 0;
  for (const made of article.links()) {
    claims += made.links.length;
    unnamed += made.unnamed;
  }
  return { entities: article.entities().length, claims, unnamed };
}
