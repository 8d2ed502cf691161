/** The named entity that a place in the text is about. */
import type { Article, Entity, Mention } from '../analysis/article.js';
import { mentionAt } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import { oneLine } from './card.js';
import { claimHitsAt } from './claimPlaces.js';

export interface EntityHit {
  readonly entity: Entity;
  /** The words that mean it here. */
  readonly span: Span;
}

/** Of the mention under the caret; undefined for amounts and times, which are no entity of their own. */
export function mentionedEntity(article: Article, offset: number): EntityHit | undefined {
  const mention = mentionAt(article, offset);
  const entity = mention === undefined ? undefined : article.entity(mention.entity);
  return mention === undefined || entity === undefined ? undefined : { entity, span: { start: mention.start, end: mention.end } };
}

/** Of the mention under the caret, else the one that "she" or "the mayor" stands for as the source of a claim. */
export function entityAt(article: Article, offset: number): EntityHit | undefined {
  const mentioned = mentionedEntity(article, offset);
  if (mentioned !== undefined) return mentioned;
  for (const { claim, part, span } of claimHitsAt(article, offset)) {
    const entity = part === 'source' && claim.entity !== undefined ? article.entity(claim.entity) : undefined;
    if (entity !== undefined) return { entity, span };
  }
  return undefined;
}

const fullest = new WeakMap<Entity, Mention | undefined>();

/** The mention whose text is the canonical name, else the longest; the first of these. */
export function fullestMention(entity: Entity): Mention | undefined {
  const known = fullest.get(entity);
  if (known !== undefined) return known;
  const found = entity.mentions[indexOfFullest(entity)];
  fullest.set(entity, found);
  return found;
}

function indexOfFullest({ forms, canonical }: Entity): number {
  let longest = 0;
  for (const [i, { text }] of forms.entries()) {
    if (text.length >= canonical.length && oneLine(text) === canonical) return i;
    if (text.length > (forms[longest]?.text.length ?? 0)) longest = i;
  }
  return longest;
}
