import type { NamedEntity } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import { oneLine } from './card.js';

/** The first role that the article gives the entity, as written; empty if it gives none. */
export function roleOf(entity: NamedEntity): string {
  for (const mention of entity.forms) {
    const role = mention.name?.roles.find(({ text }) => fitsRole(entity.type, text));
    if (role !== undefined) return oneLine(role.text);
  }
  return '';
}

const OF_A_PERSON = /\b(?:spokes(?:man|woman|person)|minister|official|officer|president|chairman|chairwoman|lawyer|ambassador|aide|adviser|advisor|analyst|professor|director)$/i;

/** "In Washington, a State Department spokesman": what stands behind a place may be somebody who speaks there. */
export function fitsRole(type: EntityType, role: string): boolean {
  return type === 'PERSON' || !OF_A_PERSON.test(role.trim());
}
