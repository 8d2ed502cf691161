/** All mentions of the entity under the caret, short names and acronyms too. */
import type { Article } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import { entityAt, fullestMention } from './entityAt.js';

/** In order. Without `includeDefinition` the fullest mention, to which "go to definition" leads, is left out. `null` where no entity is. */
export function references(article: Article, offset: number, includeDefinition: boolean): readonly Span[] | null {
  const hit = entityAt(article, offset);
  if (hit === undefined) return null;
  if (includeDefinition) return hit.entity.mentions;
  const fullest = fullestMention(hit.entity);
  return hit.entity.mentions.filter((mention) => mention !== fullest);
}
