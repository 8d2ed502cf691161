/** Who speaks where, over the whole article: found once a version, without making a single claim. */
import type { Article, Claim } from '../article.js';

/** A claim by its place: the `nth` of its block. */
export interface ClaimPlace {
  readonly block: number;
  readonly nth: number;
}

const indexes = new WeakMap<Article, ReadonlyMap<string, readonly ClaimPlace[]>>();

/** Claims for which the entity answers, in order. Work: none but the first time in a version, which takes one look at each claim. */
export function spokenBy(article: Article, entity: string): readonly ClaimPlace[] {
  let index = indexes.get(article);
  if (index === undefined) {
    index = indexOf(article);
    indexes.set(article, index);
  }
  return index.get(entity) ?? [];
}

export function claimIn(article: Article, { block, nth }: ClaimPlace): Claim | undefined {
  return article.claimsOf(block)[nth];
}

function indexOf(article: Article): Map<string, ClaimPlace[]> {
  const places = new Map<string, ClaimPlace[]>();
  const blocks = article.links();
  for (let block = 0; block < blocks.length; block++) {
    const links = blocks[block]?.links ?? [];
    for (let nth = 0; nth < links.length; nth++) {
      const entity = links[nth]?.speaker?.entity;
      if (entity === undefined) continue;
      const known = places.get(entity);
      if (known === undefined) places.set(entity, [{ block, nth }]);
      else known.push({ block, nth });
    }
  }
  return places;
}
