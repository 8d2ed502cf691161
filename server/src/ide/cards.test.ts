import { describe, expect, it } from 'vitest';
import { paragraphAt } from '../analysis/article.js';
import type { LinkAddress } from './card.js';
import { toMarkdown } from './card.js';
import { PLACES, cardArticle, cardAtPlace } from './cards.testHelper.js';
import { misquoted, untraced } from './traced.testHelper.js';

/** Figures and words on cards that are reckoned from the article's, with how. */
const RECKONED: ReadonlyMap<string, readonly string[]> = new Map([
  ['|could reopen', ['11', '16', '5']], // Wednesday before, and Monday after, Thursday, March 12; words between marks
  ['40|,000', ['38,000', '42,000']], // “about”: five in a hundred to either side
  ['40,000| lorries cross', ['38,000', '42,000']],
  ['|rejected the offer', ['10']], // Tuesday before March 12
  ['Monday|,', ['16', '4']],
  ['|rose from 4', ['2025']], // the year before 2026
  ['2.5| million', ['2,500,000', 'eur']],
  ['26| miles of', ['41.8', 'km']], // 26 × 1.609344
  ['14| degrees', ['10', 'c']], // (14 − 32) ÷ 1.8
  ['300| acres', ['121', 'ha']], // 300 × 0.40468564224
  ['20| knots', ['37', '23', 'km', 'h', 'mph']], // 20 × 1.852, and that ÷ 1.609344
  ['is |unlikely to', ['15']],
  ['staff |have left', ['1']], // the first day of January
  ['|criticised the plan', ['3']], // words between marks
  ['Riga| rejected', ['11']], // the month of the list, which the card names
]);

/** Where a link goes, for a reader of the snapshots: the paragraph of each place. */
const shownPlaces: LinkAddress = ({ places }) => `to:${places.map(({ start }) => `¶${paragraphAt(cardArticle(), start) ?? 0}`).join(',')}`;

describe('cards', () => {
  it('are written so', async () => {
    const written = PLACES.map((place) => `<!-- ${place} -->\n\n${toMarkdown(cardAtPlace(place), shownPlaces)}\n`).join('\n');
    await expect(written).toMatchFileSnapshot('../../../test/fixtures/cards/border-post.cards.md');
  });

  it.each(PLACES)('says nothing that cannot be traced to the article: %s', (place) => {
    const card = cardAtPlace(place);
    expect({ untraced: untraced(cardArticle(), card, RECKONED.get(place) ?? []), misquoted: misquoted(cardArticle(), card) }).toEqual({ untraced: [], misquoted: [] });
  });

  it.each(PLACES)('has at most 14 lines, links included: %s', (place) => {
    expect(toMarkdown(cardAtPlace(place), () => 'command:x').split('\n').length).toBeLessThanOrEqual(14);
  });
});
