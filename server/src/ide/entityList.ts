/** All named entities with what a list shows of each. Linear in mentions. */
import type { Article, Entity } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { oneLine } from './card.js';
import { roleOf } from './roleOf.js';

/** What a list says of an entity, wherever in the text it stands. */
export interface EntityWords {
  readonly id: string;
  readonly type: EntityType;
  readonly canonical: string;
  /** The first that the article gives; empty if it gives none. */
  readonly role: string;
  /** Other spellings, in order of first use. */
  readonly aliases: readonly string[];
  readonly count: number;
}

export interface EntityRow extends EntityWords {
  readonly first: Span;
}

/** In order of first mention. */
export function entityList(article: Article): EntityRow[] {
  return [...article.entities().values()].map((entity) => {
    const { start, end } = entity.mentions[0] ?? { start: 0, end: 0 };
    const { id, type, canonical, role, aliases, count } = wordsOf(entity);
    return { id, type, canonical, role, aliases, count, first: { start, end } };
  });
}

/** The same list without places, of which every keystroke moves most. */
export function entityWords(article: Article): EntityWords[] {
  return [...article.entities().values()].map(wordsOf);
}

/** In order; `null` for an id that this version does not know. */
export function mentionsOfEntity(article: Article, id: string): readonly Span[] | null {
  return article.entities().get(id)?.mentions ?? null;
}

function wordsOf(entity: Entity): EntityWords {
  const { id, type, canonical, forms } = entity;
  const spellings = new Set<string>();
  for (const { text } of forms) if (text !== canonical) spellings.add(oneLine(text));
  spellings.delete(canonical);
  return { id, type, canonical, role: roleOf(entity), aliases: [...spellings], count: forms.length };
}
