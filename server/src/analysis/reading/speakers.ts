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
  known.index ??= groupedBy(article, (block, nth) => article.links()[block]?.links[nth]?.speaker?.entity);
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

/** Claims of the same source as this one, itself among them: of the entity that answers, or of the unnamed source to which "the source" goes back. */
export function ofSameSource(article: Article, claim: Claim): readonly ClaimPlace[] {
  if (claim.entity !== undefined) return spokenBy(article, claim.entity);
  const key = sourceKey(article, claim.block, article.claimsOf(claim.block).findIndex(({ index }) => index === claim.index));
  return key === undefined ? [] : unnamedBy(article).get(key) ?? [];
}

const unnamed = new WeakMap<Article, ReadonlyMap<string, readonly ClaimPlace[]>>();

function unnamedBy(article: Article): ReadonlyMap<string, readonly ClaimPlace[]> {
  const known = unnamed.get(article) ?? groupedBy(article, (block, nth) => sourceKey(article, block, nth));
  unnamed.set(article, known);
  return known;
}

/** A source that goes back to one that goes back to one … is followed as far as this. */
const MOST_STEPS = 50;

/** Where the words stand to which the unnamed source goes back; undefined for a claim without a source, and for one with a name. */
function sourceKey(article: Article, block: number, nth: number): string | undefined {
  let [b, n] = [block, nth];
  for (let step = 0; step < MOST_STEPS; step++) {
    const link = article.links()[b]?.links[n];
    const source = article.blocks[b]?.claims.claims[n]?.source[0];
    if (link === undefined || source === undefined || link.speaker !== undefined || !link.sourceKind.startsWith('unnamed')) return undefined;
    const { antecedent } = link;
    if (antecedent === undefined) return `${b}:${source.start}`;
    const at = b - antecedent.back;
    const earlier = article.blocks[at]?.claims.claims.findIndex((one) => one.source[0]?.start === antecedent.span.start) ?? -1;
    if (earlier < 0 || (at === b && earlier === n)) return `${at}:${antecedent.span.start}`;
    [b, n] = [at, earlier];
  }
  return undefined;
}

export function claimIn(article: Article, { block, nth }: ClaimPlace): Claim | undefined {
  return article.claimsOf(block)[nth];
}

/** The claims of all blocks by a key; those without one are left out. */
function groupedBy(article: Article, keyOf: (block: number, nth: number) => string | undefined): Map<string, ClaimPlace[]> {
  const places = new Map<string, ClaimPlace[]>();
  const blocks = article.links();
  for (let block = 0; block < blocks.length; block++) {
    const count = blocks[block]?.links.length ?? 0;
    for (let nth = 0; nth < count; nth++) {
      const key = keyOf(block, nth);
      if (key === undefined) continue;
      const known = places.get(key);
      if (known === undefined) places.set(key, [{ block, nth }]);
      else known.push({ block, nth });
    }
  }
  return places;
}
