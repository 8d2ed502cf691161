/** All named entities with what a list shows of each. Linear in mentions. */
import type { Article, NamedEntity } from '../analysis/article.js';
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
  return article.entities().map((entity) => {
    const { start, end } = article.firstMention(entity) ?? { start: 0, end: 0 };
    const { id, type, canonical, role, aliases, count } = entityWords(entity);
    return { id, type, canonical, role, aliases, count, first: { start, end } };
  });
}

/** In order; `null` for an id that this version does not know. */
export function mentionsOfEntity(article: Article, id: string): readonly Span[] | null {
  return article.entity(id)?.mentions ?? null;
}

/** By what stays the same object while the entity's forms read the same. */
const madeWords = new WeakMap<NamedEntity['words'], EntityWords>();

/** What the list says of an entity without its place, which every keystroke moves: the same object in later versions as long as the entity is. */
export function entityWords(entity: NamedEntity): EntityWords {
  const known = madeWords.get(entity.words);
  if (known !== undefined) return known;
  const made = newWords(entity);
  madeWords.set(entity.words, made);
  return made;
}

function newWords(entity: NamedEntity): EntityWords {
  const { id, type, canonical, forms } = entity;
  const spellings = new Set<string>();
  for (const { text } of forms) spellings.add(text);
  const aliases = new Set([...spellings].map(oneLine));
  aliases.delete(canonical);
  return { id, type, canonical, role: roleOf(entity), aliases: [...aliases], count: forms.length };
}
