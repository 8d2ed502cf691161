import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import type { Gazetteer } from '../analysis/gazetteer.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { toMarkdown, toPlainText } from './card.js';
import { lookUp } from './lookUp.js';
import { articleOf } from './marked.testHelper.js';

const gazetteer = loadGazetteer();

/** The card for what stands between the brackets ⟦…⟧, as plain text. */
function cardFor(marked: string, lists: Gazetteer = gazetteer): string | null {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const article = articleOf(marked.replace(/[⟦⟧]/g, ''));
  const found = lookUp(article, lists, { start, end });
  return found === null ? null : toPlainText(found.card);
}

const selecting = (words: string, text = HARBOUR_TALKS): string => text.replace(words, () => `⟦${words}⟧`);

describe('lookUp', () => {
  it('shows the card of an entity and what the lists say', () => {
    expect(cardFor(selecting('Tallinn'))).toMatchInlineSnapshot(`
      "Tallinn · place

      1 mention, first in ¶1

      Why place: after “in”; listed as a capital (Article Annotator lists, 2026-11)

      - In a claim by “officials familiar with the plans” (unnamed, described): The Baltic ferry dispute will go to a second round of talks in Tallinn on Monday

      1 record fits:
      - Tallinn: capital, Estonia (Article Annotator lists, 2026-11)

      Nowhere else in the article"
    `);
  });

  it('says of which name the words are a part', () => {
    expect(cardFor(selecting('Workers'))).toMatchInlineSnapshot(`
      "“Workers”

      - Part of “Port Workers Federation”: organisation

      - The source of a claim by Henrik Dahl (named person): that 4,000 workers could strike within two weeks

      1 more time in the article: ¶4"
    `);
  });

  it('knows words in the middle of a claim, and where else they stand', () => {
    expect(cardFor(selecting('talks were'))).toMatchInlineSnapshot(`
      "“talks were”

      - In a claim by Marta Ruusmann (named person): that the talks were “slow but honest.”

      Nowhere else in the article"
    `);
    expect(cardFor(selecting('talks'))).toMatchInlineSnapshot(`
      "“talks”

      - In a claim by “officials familiar with the plans” (unnamed, described): The Baltic ferry dispute will go to a second round of talks in Tallinn on Monday

      1 more time in the article: ¶2"
    `);
  });

  it('names the entities in a longer selection', () => {
    expect(cardFor(selecting('union leaders in Riga on Sunday'))).toMatchInlineSnapshot(`
      "“union leaders in Riga on Sunday”

      - Holds “Riga”: place
      - Holds “Sunday”: date, Sunday, March 8, 2026

      Nowhere else in the article"
    `);
  });

  it('gives the long form of an acronym', () => {
    expect(cardFor(HARBOUR_TALKS.replace('the PWF', 'the ⟦PWF⟧'))).toContain('Stands for “Port Workers Federation” in this article (¶4)');
    expect(cardFor(`${HARBOUR_TALKS}\n\nJOIN US ON TELEGRAM Follow the ⟦PWF⟧ on the @HarbourDaily.`)).toMatchInlineSnapshot(`
      "“PWF”

      Elsewhere in this article: organisation, “Port Workers Federation” (¶4)

      Stands for “Port Workers Federation” in this article (¶4)

      2 more times in the article: ¶4, ¶5"
    `);
  });

  it('counts words that stand everywhere up to a few hundred', () => {
    const paragraphs = (count: number): string => Array.from({ length: count }, () => 'They said that the crane had stood there since the spring.').join('\n\n');
    const card = (count: number): string | null => cardFor(`The ⟦crane⟧ stands.\n\n${paragraphs(count)}`);
    expect(card(200)).toContain('200 more times in the article: ¶2, ¶3, ¶4, ¶5, ¶6, ¶7, ¶8, ¶9 and in 192 more places');
    expect(card(201)).toContain('Over 200 more times in the article, first in ¶2, ¶3, ¶4, ¶5, ¶6, ¶7, ¶8, ¶9');
  });

  it('reads numbers and dates in words that were read otherwise', () => {
    expect(cardFor('date 2026-03-12\n\nThe council of Riga met on March ⟦3⟧, and the ferries sailed all the same.')).toMatchInlineSnapshot(`
      "“3”

      - Part of “March 3”: date, Tuesday, March 3, 2026

      - “3” read by itself: number

      Nowhere else in the article"
    `);
    expect(cardFor('date 2026-03-12\n\nThe mayor of Riga spoke at noon.\n\nAdvertisement\n\nJOIN US ON TELEGRAM Read our news of ⟦last week⟧ on the @HarbourDaily.')).toMatchInlineSnapshot(`
      "last week · date

      Monday, March 2, 2026 to Sunday, March 8, 2026
      From “last week” and the article's date, Thursday, March 12, 2026 (“2026-03-12” in the header)

      Nowhere else in the article"
    `);
  });

  it('lists all records that fit', () => {
    const entry = { type: 'GPE', canonical: 'Ruhnu', ambiguous: false, subtype: 'city', source: 'a', country: 'Estonia' } as const;
    const lists = { ...gazetteer, lookup: (form: string) => (form === 'slow' ? [entry, { ...entry, country: 'Latvia', ambiguous: true }] : []), sourceNote: () => 'Test list, 2026-01' };
    expect(cardFor(selecting('slow'), lists)).toContain(`2 records fit; which of them is meant, the lists cannot say:
- Ruhnu: city, Estonia (Test list, 2026-01)
- Ruhnu: city, Latvia; also a common word or another name (Test list, 2026-01)`);
  });

  it('says plainly when nothing is known', () => {
    expect(cardFor('The mayor of Riga resigned on Monday, and the ⟦caretaker⟧ swept the hall for hours.')).toMatchInlineSnapshot(`
      "“caretaker”

      Nothing is known of these words: they are in no entity and no claim here, no list has them, and they stand nowhere else in the article."
    `);
    expect(cardFor(selecting('Follow our coverage'))).toMatchInlineSnapshot(`
      "“Follow our coverage”

      Boilerplate: nothing is read in what is not part of the story, and no list has these words."
    `);
  });

  it('takes the word at an empty selection, and says nothing of white space', () => {
    expect(cardFor('The mayor of Riga resigned on Monday, and the care⟦⟧taker swept the hall for hours.')).toMatch(/^“caretaker”/);
    expect(cardFor(HARBOUR_TALKS.replace('Ruusmann met', 'Ruus⟦⟧mann met'))).toMatch(/^Marta Ruusmann · person/);
    expect(cardFor(HARBOUR_TALKS.replace('\n\nJOIN', '⟦\n\n⟧JOIN'))).toBeNull();
  });

  it('takes the whole article, and says what it leaves out', () => {
    const card = cardFor(`⟦${HARBOUR_TALKS}⟧`);
    expect(card).toContain('Holds “2026-03-12”: date, Thursday, March 12, 2026');
    expect(card).toContain('more');
    expect(card).toContain('Select fewer words');
  });

  it('lets no markup out of the article', () => {
    const text = 'The mayor of Riga resigned on Monday, and [the](command:x) ![hall](http://h/p.png) stood empty for hours.';
    const start = text.indexOf('[the');
    const card = lookUp(articleOf(text), gazetteer, { start, end: text.indexOf(' stood') })?.card;
    expect(card === undefined ? '' : toMarkdown(card)).not.toMatch(/(?<!\\)\[|(?<!\\)!/);
  });
});
