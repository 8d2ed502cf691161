/** The claim or entity under the caret as one sentence for the ear: no marks that a screen reader spells out, the entity before the claim around it. */
import type { Article, Claim, Entity, Mention } from '../analysis/article.js';
import { blockIndexAt, mentionAt } from '../analysis/article.js';
import { oneLine, plural, shortened } from './card.js';
import { contentText, sourceName } from './sayings.js';
import { claimHitsAt } from './claimPlaces.js';
import { mentionCard } from './entityCard.js';
import { roleOf } from './roleOf.js';
import { KIND_WORDS, NEGATED_STANCE, QUOTATION_WORDS, STANCE_WORDS, TYPE_WORDS } from './words.js';

/** Characters of what is said, about fifteen seconds of speech. */
const CONTENT_LENGTH = 240;

/** `null` where nothing is known of the place. */
export function describe(article: Article, offset: number): string | null {
  const block = article.blocks[blockIndexAt(article.blocks, offset)];
  if (block === undefined || offset > block.end) return null;
  if (block.zone === 'boilerplate') return 'Boilerplate, not part of the story.';
  const mention = mentionAt(article, offset);
  const claim = claimHitsAt(article, offset)[0]?.claim;
  if (mention !== undefined) return [mentionWords(article, mention), ...(claim === undefined ? [] : [claimAround(article, claim)])].join(' ');
  return claim === undefined ? null : claimWords(article, claim);
}

function mentionWords(article: Article, mention: Mention): string {
  const entity = article.entity(mention.entity);
  return sentence(entity === undefined ? valueParts(article, mention) : entityParts(mention, entity));
}

function entityParts(mention: Mention, entity: Entity): (string | undefined)[] {
  const written = oneLine(mention.text);
  return [
    entity.canonical, TYPE_WORDS[mention.type], mention.uncertain ? 'not certain' : undefined, shortened(roleOf(entity), 80),
    written === entity.canonical ? undefined : `here ${written}`, plural(entity.mentions.length, 'mention'),
  ];
}

/** The first line of the card is what the amount or date comes to. */
function valueParts(article: Article, mention: Mention): (string | undefined)[] {
  return [oneLine(mention.text), TYPE_WORDS[mention.type], mentionCard(article, mention).sections[0]?.lines[0]];
}

function claimAround(article: Article, claim: Claim): string {
  return sentence([`In a claim by ${plain(sourceName(article, claim))}`, KIND_WORDS[claim.linked.sourceKind]]);
}

function claimWords(article: Article, claim: Claim): string {
  const { candidate, sourceKind } = claim.linked;
  const stance = candidate.negated ? NEGATED_STANCE : STANCE_WORDS[candidate.stance];
  const content = plain(shortened(contentText(article, claim), CONTENT_LENGTH));
  return sentence([`Claim by ${plain(sourceName(article, claim))}`, KIND_WORDS[sourceKind], `${QUOTATION_WORDS[candidate.quotation]}, ${stance}: ${content}`]);
}

/** Readers say "left double quotation mark" and "left bracket": pieces become a list, a cut is spoken. */
function plain(text: string): string {
  return text.replace(/[“”„«»"]/g, '').replace(/[,;.]? \[…\] /g, ', ').replace(/ ?…/g, ' and so on').trim();
}

function sentence(parts: readonly (string | undefined)[]): string {
  const text = parts.filter((part) => part !== undefined && part !== '').join(', ').replace(/[\s,;:]+$/, '');
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
