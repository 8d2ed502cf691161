/** All named entities with what a list shows of each. Linear in mentions. */
import type { Article, Entity } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { oneLine } from './card.js';
import { roleOf } from './roleOf.js';

export interface EntityRow {
  readonly id: string;
  readonly type: EntityType;
  readonly canonical: string;
  /** The first that the article gives; empty if it gives none. */
  readonly role: string;
  /** Other spellings, in order of first use. */
  readonly aliases: readonly string[];
  readonly count: number;
  readonly first: Span;
}

/** In order of first mention. */
export function entityList(article: Article): EntityRow[] {
  return [...article.entities().values()].map(rowOf);
}

/** In order; `null` for an id that this version does not know. */
export function mentionsOfEntity(article: Article, id: string): readonly Span[] | null {
  return article.entities().get(id)?.mentions ?? null;
}

function rowOf(entity: Entity): EntityRow {
  const { id, type, canonical, mentions } = entity;
  const spellings = new Set(mentions.map((m) => oneLine(m.text)));
  spellings.delete(canonical);
  const { start, end } = mentions[0] ?? { start: 0, end: 0 };
  return { id, type, canonical, role: roleOf(entity), aliases: [...spellings], count: mentions.length, first: { start, end } };
}
