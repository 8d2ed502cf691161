/** From a short name to the fullest mention of the entity; from "she" or "the mayor" as a source to whom it stands for. */
import type { Article } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import { moved } from '../base/span.js';
import { claimHitsAt } from './claimPlaces.js';
import { fullestMention, mentionedEntity } from './entityAt.js';

export interface Jump {
  /** The words under the caret that the jump starts from. */
  readonly origin: Span;
  readonly target: Span;
}

/** `null` where nothing is mentioned, and for amounts and times: they say all of themselves. */
export function definition(article: Article, offset: number): Jump | null {
  const hit = mentionedEntity(article, offset);
  if (hit === undefined) return antecedent(article, offset);
  const target = fullestMention(hit.entity);
  return target === undefined ? null : { origin: hit.span, target: { start: target.start, end: target.end } };
}

function antecedent(article: Article, offset: number): Jump | null {
  for (const { claim, part, span } of claimHitsAt(article, offset)) {
    const back = claim.linked.antecedent;
    const block = back === undefined ? undefined : article.blocks[back.block];
    if (part === 'source' && back !== undefined && block !== undefined) return { origin: span, target: moved({ start: back.span.start, end: back.span.end }, block.start) };
  }
  return null;
}
