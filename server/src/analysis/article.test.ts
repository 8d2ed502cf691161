import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { mentionsOf, resolvedDate } from './article.js';
import { ArticleEngine } from './engine.js';

function datesOf(text: string): [words: string, iso: string | undefined][] {
  const article = new ArticleEngine(loadGazetteer()).update(text);
  return [...mentionsOf(article)].filter((m) => m.value?.date !== undefined).map((m) => [m.text, resolvedDate(article, m)]);
}

describe('resolvedDate', () => {
  it('counts a date from the one before it, which counts from another', () => {
    const text = 'date 2026-03-12\n\nThe mayor of Riga resigned on March 4. Two days later the council met. Three days later it had found nobody.';
    expect(datesOf(text).slice(1)).toEqual([['March 4', '2026-03-04'], ['Two days later', '2026-03-06'], ['Three days later', '2026-03-09']]);
  });

  it('takes linear time where each date counts from one that stays open', () => {
    const text = `The mayor of Riga resigned. ${'Two days later the council met again. '.repeat(300)}`;
    const found = datesOf(text);
    expect(found.length).toBe(300);
    expect(found.every(([, iso]) => iso === undefined)).toBe(true);
  });
});
