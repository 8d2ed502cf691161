import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { ArticleEngine } from '../analysis/engine.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { toPlainText } from './card.js';
import { hover } from './hover.js';

const gazetteer = loadGazetteer();

/** The card at `$0` of the text, as plain text; `null` where there is none. */
function cardAt(marked: string): string | null {
  const offset = marked.indexOf('$0');
  expect(offset).toBeGreaterThanOrEqual(0);
  const text = marked.slice(0, offset) + marked.slice(offset + 2);
  const found = hover(new ArticleEngine(gazetteer).update(text), offset);
  return found === null ? null : toPlainText(found.card);
}

const at = (words: string, inside = 1): string => HARBOUR_TALKS.replace(words, `${words.slice(0, inside)}$0${words.slice(inside)}`);

describe('hover', () => {
  it('shows a person by the fullest name, with the role, other spellings and what they say', () => {
    expect(cardAt(at('Ruusmann met'))).toMatchInlineSnapshot(`
      "Marta Ruusmann · person

      In this article: “Estonian Transport Minister” (¶2)
      Also written: “Ruusmann” · 2 mentions, first in ¶2

      Says here, 1 claim:
      - the talks were “slow but honest.” (¶2)

      Why person: a part of the name “Marta Ruusmann”"
    `);
  });

  it('puts the entity first and the claim in one line under it', () => {
    expect(cardAt(at('Tallinn on Monday'))).toMatchInlineSnapshot(`
      "Tallinn · place

      1 mention, first in ¶1

      Why place: after “in”; listed as a capital (Article Annotator lists, 2026-11)

      In a claim by “officials familiar with the plans” (unnamed, described): The Baltic ferry dispute will go to a second round of talks in Tallinn on Monday"
    `);
  });

  it('resolves a weekday and says from what', () => {
    expect(cardAt(at('Sunday.'))).toMatchInlineSnapshot(`
      "Sunday · date

      Sunday, March 8, 2026
      4 days before the article's date
      From “Sunday” and the article's date, Thursday, March 12, 2026 (“2026-03-12” in the header)"
    `);
  });

  it('counts “two days earlier” from the day named before it', () => {
    expect(cardAt('date 2026-03-12 The mayor was arrested in Riga on March 4. [] The police had searched her office two days$0 earlier.')).toMatchInlineSnapshot(`
      "two days earlier · date

      Monday, March 2, 2026
      From “two days earlier” and “March 4” before it
      10 days before the article's date"
    `);
  });

  it('says that a date stays open without an article date', () => {
    expect(cardAt('The mayor of Riga resigned on Mon$0day, and the council met for hours to find another.')).toMatchInlineSnapshot(`
      "Monday · date

      Not resolved: this article's date is not known"
    `);
  });

  it('explains an unnamed source', () => {
    expect(cardAt(at('a source said', 12))).toMatchInlineSnapshot(`
      "“a source” · unnamed, not described

      says, as certain: The Latvian side hopes the operator will accept the deal

      - Cue: “said” · indirect
      - Why unnamed, not described: “source” without a description
      - When: at the time of speaking (“hopes”); no date given
      - About: Latvian · no other source found for it here"
    `);
  });

  it('explains a named source with its cue', () => {
    expect(cardAt(at('told reporters', 2))).toMatchInlineSnapshot(`
      "Henrik Dahl · named person

      says it is possible: “could strike”

      - Cue: “told” · indirect
      - Quantity: “4,000 workers”
      - Type: quantity, prediction
      - Says more here: 1 other claim, next in ¶4

      To check: the first publisher of the count: its table and date · same definition, place and period?"
    `);
  });

  it('links an acronym to its long form', () => {
    expect(cardAt(at('PWF had'))).toMatchInlineSnapshot(`
      "Port Workers Federation · organisation

      Also written: “PWF” (spelled out in ¶4) · 3 mentions, first in ¶4

      Says here, 1 claim:
      - asks or demands: $3.5 million in back pay (¶5)

      Said about it: the PWF had asked for $3.5 million in back pay (¶5), Reuters
      Why organisation: short for “Port Workers Federation” in this article; an acronym

      In a claim by Port Workers Federation (named organisation): asks or demands: $3.5 million in back pay"
    `);
  });

  it('shows an amount with its hedge as an interval', () => {
    expect(cardAt('The minister said that about 40,0$0 00 people had come to the harbour.'.replace(' 00 ', '00 '))).toMatchInlineSnapshot(`
      "40,000 · number

      “about” in the text: 38,000 to 42,000

      In a claim by “The minister” (unnamed, described): that about 40,000 people had come to the harbour"
    `);
  });

  it('is silent in boilerplate and between words', () => {
    expect(cardAt(at('TELEGRAM'))).toBeNull();
    expect(cardAt(`${HARBOUR_TALKS}\n\n$0`)).toBeNull();
  });
});
