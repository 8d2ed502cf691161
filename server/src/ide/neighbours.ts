/** The next and the previous entity, claim or unnamed source, going round at the ends of the article. */
import type { Article } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { moved } from '../base/span.js';
import type { Direction, NeighbourKind } from '../protocol.js';
import { placeOf } from './claimPlaces.js';

export interface Neighbour extends Span {
  /** Which claim, or which claim of an unnamed source, of how many in the article, counted from 1 in the order of the text; null for an entity. */
  readonly count: { readonly nth: number; readonly of: number } | null;
}

/**
 * The nearest that starts after the offset, or before it; `null` if the article has none.
 * @param shown the types of entity to stop at; amounts and times are passed over always
 */
export function neighbour(article: Article, offset: number, kind: NeighbourKind, direction: Direction, shown: ReadonlySet<EntityType>): Neighbour | null {
  const count = article.blocks.length;
  if (count === 0) return null;
  const step = direction === 'next' ? 1 : -1;
  const here = Math.max(0, blockIndexAt(article.blocks, offset));
  // The block of the caret comes twice: first what lies ahead in it, last what lies behind.
  for (let walked = 0; walked <= count; walked++) {
    const block = (((here + step * walked) % count) + count) % count;
    const targets = targetsIn(article, block, kind, shown);
    const ahead = walked > 0 ? targets : targets.filter((s) => (step > 0 ? s.start > offset : s.start < offset));
    const found = nearest(ahead, step);
    if (found !== undefined) return { start: found.start, end: found.end, count: countOf(article, kind, block, targets.filter((s) => s.start <= found.start).length) };
  }
  return null;
}

/** `nth` in its own block. Work: a look at each claim of the article, without making any. */
function countOf(article: Article, kind: NeighbourKind, block: number, nth: number): Neighbour['count'] {
  if (kind === 'entity') return null;
  let [before, of] = [0, 0];
  for (const [b, { links, unnamed }] of article.links().entries()) {
    if (b === block) before = of;
    of += kind === 'claim' ? links.length : unnamed;
  }
  return { nth: before + nth, of };
}

function targetsIn(article: Article, index: number, kind: NeighbourKind, shown: ReadonlySet<EntityType>): readonly Span[] {
  const block = article.blocks[index];
  if (block === undefined) return [];
  switch (kind) {
    case 'entity': return block.mentions.filter((m) => m.entity !== '' && shown.has(m.type)).map((m) => moved({ start: m.start, end: m.end }, block.start));
    case 'claim': return article.claimsOf(index).map((claim) => placeOf(article, claim));
    case 'unnamedSource': return article.claimsOf(index).filter(({ linked }) => linked.sourceKind.startsWith('unnamed')).map((claim) => claim.source[0] ?? claim.cue[0] ?? placeOf(article, claim));
  }
}

/** The first of the list to start for a step forward, the last for one back; the longest of those that start together. */
function nearest(spans: readonly Span[], step: 1 | -1): Span | undefined {
  let best: Span | undefined;
  for (const s of spans) {
    if (best === undefined || (s.start - best.start) * step < 0 || (s.start === best.start && s.end > best.end)) best = s;
  }
  return best;
}
