import type { NamedEntity } from '../analysis/article.js';
import { oneLine } from './card.js';

/** The first role that the article gives the entity, as written; empty if it gives none. */
export function roleOf(entity: NamedEntity): string {
  for (const mention of entity.forms) {
    const role = mention.name?.roles[0];
    if (role !== undefined) return oneLine(role.text);
  }
  return '';
}
