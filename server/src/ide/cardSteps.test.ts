import { describe, expect, it } from 'vitest';
import { mentionsOf } from '../analysis/article.js';
import { cardSteps } from './cardSteps.js';
import { articleOf } from './marked.testHelper.js';

describe('the parts of all cards', () => {
  const article = articleOf('Ilze Kalna said on March 3, 2026, that 12 ships had sailed.\n\nUnion leaders denied that.');
  const made = cardSteps(article).map((step) => step());

  it('end with a card for each mention and each cue', () => {
    const places = [...mentionsOf(article), ...article.claims().flatMap(({ cue }) => cue)];
    const cards = made.slice(-places.length);
    expect(places.length).toBeGreaterThan(3);
    for (const card of cards) expect(card).toMatchObject({ card: { title: expect.any(String) as string } });
  });

  it('read what answers a claim, and dates as they are written', () => {
    expect(made).toContainEqual([expect.objectContaining({ kind: 'denied' })]);
    expect(made.some((one) => Array.isArray(one) && one.some((result: object) => 'start' in result && 'refDate' in result))).toBe(true);
  });
});
