/** Entities as flat spans: ordered, disjoint, typed by index. Lines and deltas are the edge's. */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import { ENTITY_TYPES } from '../analysis/types.js';
import type { EntityType } from '../analysis/types.js';
import { contains } from '../base/span.js';
import type { Span } from '../base/span.js';
import { TOKEN_MODIFIERS } from '../protocol.js';

const TYPE_INDEX = new Map<EntityType, number>(ENTITY_TYPES.map((type, i) => [type, i]));
const UNCERTAIN = 1 << TOKEN_MODIFIERS.indexOf('uncertain');
const SPEAKER = 1 << TOKEN_MODIFIERS.indexOf('speaker');

/** Four numbers a token: start (relative to the block), length, type index, modifier bits. Kept with the block's mentions, so an unchanged block costs nothing. */
const tokensOfBlock = new WeakMap<ArticleBlock['mentions'], Int32Array>();
const FIELDS = 4;

/** Calls `push` with each token of the article, or of the part that touches `within`, in order, in document offsets. */
export function entityTokens(
  article: Article,
  shown: ReadonlySet<EntityType>,
  push: (start: number, length: number, type: number, modifiers: number) => void,
  within?: Span,
): void {
  const first = within === undefined ? 0 : Math.max(0, blockIndexAt(article.blocks, within.start));
  const hidden = ENTITY_TYPES.map((type) => !shown.has(type));
  for (let i = first; i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined || (within !== undefined && block.start >= within.end)) break;
    const tokens = encoded(block);
    for (let at = 0; at < tokens.length; at += FIELDS) {
      const type = tokens[at + 2] ?? 0;
      if (hidden[type] === true) continue;
      const start = block.start + (tokens[at] ?? 0);
      const length = tokens[at + 1] ?? 0;
      if (within === undefined || (start < within.end && within.start < start + length)) push(start, length, type, tokens[at + 3] ?? 0);
    }
  }
}

function encoded(block: ArticleBlock): Int32Array {
  const known = tokensOfBlock.get(block.mentions);
  if (known !== undefined) return known;
  const tokens = new Int32Array(block.mentions.length * FIELDS);
  const speakers = block.claims.claims.flatMap((claim) => claim.source);
  block.mentions.forEach((mention, i) => {
    const speaks = speakers.some((source) => contains(source, mention));
    const modifiers = (mention.uncertain ? UNCERTAIN : 0) | (speaks ? SPEAKER : 0);
    tokens.set([mention.start, mention.end - mention.start, TYPE_INDEX.get(mention.type) ?? 0, modifiers], i * FIELDS);
  });
  tokensOfBlock.set(block.mentions, tokens);
  return tokens;
}
