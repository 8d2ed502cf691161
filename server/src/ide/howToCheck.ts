/** How a claim could be checked (design document, part B6): all steps for each of its types, with the labels that a card leaves out. Suggestions; no verdict. */
import type { Article, Claim } from '../analysis/article.js';
import { ownClaimAt } from '../analysis/reading/index.js';
import type { Certainty } from '../analysis/reading/index.js';
import type { CardSection } from './card.js';
import { lines, list, quoted } from './card.js';
import { claimHitsAt, jumpOf } from './claimPlaces.js';
import { readWords } from './claimReading.js';
import type { HoverCard } from './hover.js';
import { saidText, textOf } from './sayings.js';
import { CHECKS, CLAIM_TYPE_WORDS } from './words.js';

const CONTENT_LETTERS = 200;

/** Of the innermost claim at the place; null where there is none. */
export function howToCheck(article: Article, offset: number, ownClaims: boolean): HoverCard | null {
  const claim = claimHitsAt(article, offset)[0]?.claim ?? (ownClaims ? ownClaimAt(article, offset) : undefined);
  if (claim === undefined) return null;
  const { types, certainty } = readWords(article, claim);
  return {
    span: jumpOf(article, claim),
    card: {
      title: 'How to check', subtitle: types.map(({ type }) => CLAIM_TYPE_WORDS[type]).join(', '),
      sections: [
        lines(quoted(saidText(article, claim), CONTENT_LETTERS)),
        ...types.map(({ type, by }): CardSection => list(`As ${CLAIM_TYPE_WORDS[type]}, by ${quoted(textOf(article, [by]), 60)}:`, CHECKS[type])),
        lines(labelsLine(article, claim, certainty)),
      ],
    },
  };
}

/** As in files: source kind, stance, quotation, certainty. */
function labelsLine(article: Article, { linked: { candidate, sourceKind } }: Claim, { value, decided }: Certainty): string {
  const by = decided.length === 0 ? '' : ` by ${decided.slice(0, 3).map((span) => quoted(textOf(article, [span]), 60)).join(', ')}`;
  const stance = sourceKind === 'article' ? [] : [`${candidate.negated ? 'negated ' : ''}${candidate.stance}`, candidate.quotation];
  return `Labels: ${[sourceKind, ...stance, `${value}${by}`].join(' · ')}`;
}
