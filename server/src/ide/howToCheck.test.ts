import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { ArticleEngine } from '../analysis/engine.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { toMarkdown, toPlainText } from './card.js';
import { claimCard } from './claimCard.js';
import { howToCheck } from './howToCheck.js';
import { hover } from './hover.js';
import type { WordingElsewhere } from './otherArticles.js';
import { CHECKS } from './words.js';

const gazetteer = loadGazetteer();

function at(marked: string) {
  const offset = marked.indexOf('$0');
  return { article: new ArticleEngine(gazetteer).update(marked.replace('$0', '')), offset };
}

const REOPEN = 'date 2026-03-12\n\nThe border post co$0uld reopen on Monday, Interior Minister Petra Osei told reporters.';

describe('how a claim could be checked', () => {
  it('gives all steps of each type, with the words that show it and the labels', () => {
    const { article, offset } = at(REOPEN);
    const found = howToCheck(article, offset, true);
    expect(found === null ? '' : toPlainText(found.card)).toMatchInlineSnapshot(`
      "How to check · prediction

      “The border post could reopen on Monday”

      As prediction, by “could reopen”:
      - nothing settles it yet: ask for the assumptions
      - what the same forecaster said before
      - other forecasts
      - the date to look again

      Labels: named-person · report · indirect · PS+ by “could reopen”"
    `);
    expect(found === null ? '' : article.text.slice(found.span.start, found.span.end)).toBe('told');
  });

  it('says nothing where there is no claim, and nothing of the article’s own where that is switched off', () => {
    const own = at('The plant is Europe’s larg$0est, with 4,000 workers.');
    expect(howToCheck(own.article, own.offset, true)?.card.title).toBe('How to check');
    expect(howToCheck(own.article, own.offset, false)).toBeNull();
    const none = at('The weather was fin$0e.');
    expect(howToCheck(none.article, none.offset, true)).toBeNull();
  });

  it('is behind a link on the card, whose first screen has two steps', () => {
    const { article, offset } = at(REOPEN);
    const card = hover(article, offset)?.card;
    expect(card?.links?.find(({ asks }) => asks === 'howToCheck')?.label).toBe('How to check');
    expect(card === undefined ? '' : toPlainText(card)).toContain(`To check: ${CHECKS.prediction.slice(0, 2).join(' · ')}\n`.trimEnd());
  });
});

describe('the card of a claim that is made elsewhere', () => {
  const { article } = at(HARBOUR_TALKS.replace('slow but', 'slow$0 but'));
  const [claim] = article.claims();
  const wording = (by: WordingElsewhere['by'], n: number, text?: string): WordingElsewhere => ({ by, name: `day-${n}.txt`, day: `2026-03-0${n}`, text });
  const card = (wordings: readonly WordingElsewhere[], isCut = false) => {
    if (claim === undefined) throw new Error('the article has a claim');
    return claimCard(article, claim, { wordings, isCut });
  };

  it('shows three places at most, the others as a number, within 14 lines', () => {
    const shown = card([1, 2, 3, 4, 5].map((n) => wording(n === 1 ? 'polarity' : 'again', n, `words ${n}`)));
    expect(toPlainText(shown)).toContain('- Differs in day-1.txt, 2026-03-01: affirmed in one and denied in the other, “words 1”\n');
    expect(toPlainText(shown)).toMatch(/- Said again in day-\d\.txt, 2026-03-0\d: “words \d” and [2-4] more\n/);
    expect(toMarkdown(shown, () => 'command:x').split('\n').length).toBeLessThanOrEqual(14);
    expect(toPlainText(card([1, 2, 3, 4, 5].map((n) => wording('again', n)), true))).toMatch(/ and at least [23] more\n/);
  });

  it('does without words that have not been read, and escapes those of others', () => {
    expect(toPlainText(card([wording('figure', 1)]))).toContain('- Differs in day-1.txt, 2026-03-01: another figure\n');
    expect(toMarkdown(card([wording('again', 1, '![x](http://x.example/y.png) [go](command:evil)')]))).not.toMatch(/(?<!\\)\]\(/);
  });

  it('has links to what the source says there, and to a comparison only where there is something to compare', () => {
    const asks = (wordings: readonly WordingElsewhere[]) => card(wordings).links?.flatMap((link) => link.asks ?? []).filter((one) => one !== 'howToCheck');
    expect(asks([])).toEqual(['saidElsewhere', 'remindMe', 'addNote']);
    expect(asks([wording('date', 1)])).toEqual(['compareElsewhere', 'saidElsewhere', 'remindMe', 'addNote']);
  });
});
