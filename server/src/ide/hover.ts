/** The card under the pointer. Over an entity inside a claim the entity comes first and the claim takes one line under it. */
import type { Article } from '../analysis/article.js';
import { mentionAt } from '../analysis/article.js';
import { ownClaimAt } from '../analysis/reading/index.js';
import type { Span } from '../base/span.js';
import { touches } from '../base/span.js';
import type { Card, CardLink } from './card.js';
import { lines, noteLink } from './card.js';
import { claimHitsAt } from './claimPlaces.js';
import { claimCard, claimLine } from './claimCard.js';
import { mentionCard } from './entityCard.js';
import type { FactSource } from './factsSection.js';
import type { OnlineSource } from './mapLink.js';
import { canAsk, mapLinks } from './mapLink.js';
import type { OthersOf, WordingsOf } from './otherArticles.js';

export interface HoverCard {
  /** The words that the card is about. */
  readonly span: Span;
  readonly card: Card;
}

export interface HoverOptions {
  /** Whether what the article says in its own voice has cards, too. */
  readonly ownClaims: boolean;
  /** Undefined while the packs are not read. */
  readonly facts?: FactSource | undefined;
  /** Undefined without an index of the workspace. */
  readonly others?: OthersOf | undefined;
  /** The same for claims. */
  readonly wordings?: WordingsOf | undefined;
  /** Online sources that are turned on: what is asked is for the client to do. */
  readonly online?: readonly OnlineSource[];
}

/** `null` where nothing is known of the place. */
export function hover(article: Article, offset: number, { ownClaims, facts, others, wordings, online = [] }: HoverOptions = { ownClaims: true }): HoverCard | null {
  const mention = mentionAt(article, offset);
  const claim = claimHitsAt(article, offset)[0]?.claim ?? (ownClaims ? ownClaimAt(article, offset) : undefined);
  if (mention !== undefined) {
    const known = mentionCard(article, mention, facts, others);
    const entity = article.entity(mention.entity);
    const outside = entity === undefined ? [] : [...(canAsk(entity.type, online) ? [lookUpLink(mention)] : []), ...mapLinks(entity.type, entity.canonical, online)];
    const card = { ...known, links: [...known.links ?? [], ...outside, noteLink(mention)] };
    const around = claim === undefined ? card : { ...card, sections: [...card.sections, lines(claimLine(article, claim))] };
    return { span: { start: mention.start, end: mention.end }, card: around };
  }
  if (claim === undefined) return null;
  const part = [...claim.cue, ...claim.source, ...claim.content].find((s) => touches(s, offset));
  return part === undefined ? null : { span: part, card: claimCard(article, claim, wordings?.(article, claim)) };
}

function lookUpLink({ start, end }: Span): CardLink {
  return { label: 'Look up…', places: [{ start, end }], asks: 'lookUpOnline' };
}
