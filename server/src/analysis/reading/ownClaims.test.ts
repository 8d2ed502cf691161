import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import { ArticleEngine } from '../engine.js';
import { allOwnClaims, ownClaimAt } from './index.js';
import { SEEN_WHILE_WRITING, ownArticles, score } from './ownClaims.testHelper.js';

const gazetteer = loadGazetteer();

function own(text: string): string[] {
  return allOwnClaims(new ArticleEngine(gazetteer).update(text)).flatMap(({ content }) => content).map(({ start, end }) => text.slice(start, end));
}

describe('the article’s own claims', () => {
  it('are found in ten articles marked by hand', () => {
    const held = ownArticles().filter((name) => !SEEN_WHILE_WRITING.includes(name));
    const [seen, measured] = [score(SEEN_WHILE_WRITING), score(held)];
    expect(measured.right / measured.found).toBeGreaterThanOrEqual(0.7);
    // The figures of docs/measurements.md.
    expect([seen, measured].map(({ marked, found, right, wrong }) => ({ marked, found, right, wrong }))).toMatchInlineSnapshot(`
      [
        {
          "found": 30,
          "marked": 35,
          "right": 30,
          "wrong": [],
        },
        {
          "found": 32,
          "marked": 41,
          "right": 32,
          "wrong": [],
        },
      ]
    `);
  });

  it.each([
    'The plant is Europe’s largest coal-fired power station.',
    'Keld employs 2,300 people, a third fewer than in 2015.',
    'The bridge was built in 1911.',
    'Owners must register their boats by law.',
    'The fire spread because the sprinklers had been turned off.',
    'Nobody has ever sailed there in winter for less than 900 euros.',
  ])('are claimed: %s', (sentence) => {
    expect(own(`date 2026-03-12\n\nThe harbour was quiet on Monday. ${sentence} Boats lay at the pier.`)).toEqual([sentence.slice(0, -1)]);
  });

  it.each([
    'The council met on Monday.',
    'Two men in coats were waiting at the gate.',
    'Is it Europe’s largest plant?',
    'We have the largest harbour in the country.',
    'It is a shame that the harbour lost 40 percent of its ships.',
    'The plant may be the largest in Europe.',
    'The plant is Europe’s largest, the operator says.',
    'According to the ministry, 2,300 people work there.',
    '“It is Europe’s largest plant, and we are proud of it.”',
    'Marta Lind, 43, opened the door at six.',
  ])('are not claimed: %s', (sentence) => {
    expect(own(`date 2026-03-12\n\nThe harbour was quiet on Monday. ${sentence} Boats lay at the pier.`)).toEqual([]);
  });

  it('are in the body only, and have neither source nor cue', () => {
    const article = new ArticleEngine(gazetteer).update('Keld is Europe’s largest plant\n\ndate 2026-03-12\n\nThe plant is Europe’s largest power station. It was quiet on Monday.');
    const [only] = allOwnClaims(article);
    expect(only).toMatchObject({ source: [], cue: [], parent: null, entity: undefined, linked: { sourceKind: 'article' } });
    expect(ownClaimAt(article, 3)).toBeUndefined();
    expect(ownClaimAt(article, article.text.indexOf('largest power'))?.content).toEqual(only?.content);
  });

  it('are the same after edits as in a fresh reading', () => {
    const text = 'date 2026-03-12\n\nThe plant is Europe’s largest power station.\n\nKeld employs 2,300 people, a third fewer than in 2015.';
    const engine = new ArticleEngine(gazetteer);
    engine.update(text);
    const at = text.indexOf('2,300');
    const edited = `${text.slice(0, at)}2,400${text.slice(at + 5)}`;
    const after = engine.update(edited, { start: at, oldEnd: at + 5, newEnd: at + 5 });
    expect(allOwnClaims(after)).toEqual(allOwnClaims(new ArticleEngine(gazetteer).update(edited)));
  });
});
