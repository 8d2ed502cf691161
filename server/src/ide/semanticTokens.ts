/** Entities of a block as flat spans: ordered, disjoint, typed by index. Lines and deltas are the edge's. */
import type { ArticleBlock } from '../analysis/article.js';
import { ENTITY_TYPES } from '../analysis/types.js';
import type { EntityType } from '../analysis/types.js';
import { contains } from '../base/span.js';
import { TOKEN_MODIFIERS } from '../protocol.js';

const TYPE_INDEX = new Map<EntityType, number>(ENTITY_TYPES.map((type, i) => [type, i]));
const UNCERTAIN = 1 << TOKEN_MODIFIERS.indexOf('uncertain');
const SPEAKER = 1 << TOKEN_MODIFIERS.indexOf('speaker');

/** A highlighted mention, relative to its block; the type as index into the legend, the modifiers as bits. */
export interface EntityToken {
  readonly start: number;
  readonly length: number;
  readonly type: number;
  readonly modifiers: number;
}

/** The mentions of the types that are shown. */
export function entityTokens(block: Pick<ArticleBlock, 'mentions' | 'claims'>, shown: ReadonlySet<EntityType>): EntityToken[] {
  const speakers = block.claims.claims.flatMap((claim) => claim.source);
  return block.mentions.filter((mention) => shown.has(mention.type)).map((mention) => ({
    start: mention.start,
    length: mention.end - mention.start,
    type: TYPE_INDEX.get(mention.type) ?? 0,
    modifiers: (mention.uncertain ? UNCERTAIN : 0) | (speakers.some((source) => contains(source, mention)) ? SPEAKER : 0),
  }));
}
