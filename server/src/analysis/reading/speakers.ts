/** Who speaks where, over the whole article: found without making a single claim. */
import type { Article, Claim } from '../article.js';

/** A claim by its place: the `nth` of its block. */
export interface ClaimPlace {
  readonly block: number;
  readonly nth: number;
}

/** Questions of one version that are answered by looking through the claims: a card asks two or three, a list hundreds. */
const LOOKED_THROUGH = 4;

interface Asked {
  times: number;
  index: ReadonlyMap<string, readonly ClaimPlace[]> | null;
}

const asked = new WeakMap<Article, Asked>();

/** Claims for which the entity answers, in order. Work: one look at each claim, and none from the fifth question of a version on. */
export function spokenBy(article: Article, entity: string): readonly ClaimPlace[] {
  const known = asked.get(article) ?? { times: 0, index: null };
  asked.set(article, known);
  if (known.index === null && known.times++ < LOOKED_THROUGH) return placesOf(article, entity);
  known.index ??= indexOf(article);
  return known.index.get(entity) ?? [];
}

function placesOf(article: Article, entity: string): ClaimPlace[] {
  const places: ClaimPlace[] = [];
  const blocks = article.links();
  for (let block = 0; block < blocks.length; block++) {
    const links = blocks[block]?.links ?? [];
    for (let nth = 0; nth < links.length; nth++) if (links[nth]?.speaker?.entity === entity) places.push({ block, nth });
  }
  return places;
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
