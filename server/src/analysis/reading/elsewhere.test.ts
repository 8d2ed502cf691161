import { describe, expect, it } from 'vitest';
import { longArticle } from '../../../../test/fixtures/articles.js';
import { growth, NOT_QUADRATIC } from '../../../../test/fixtures/work.js';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import { ArticleEngine } from '../engine.js';
import type { Article, Claim } from '../article.js';
import { elsewhere } from './index.js';

const gazetteer = loadGazetteer();

function article(...paragraphs: string[]): Article {
  return new ArticleEngine(gazetteer).update(['date 2026-03-12', ...paragraphs].join('\n\n'));
}

/** What the first claim finds: “again: …” and “figure: …”, by the contents. */
function found(...paragraphs: string[]): string[] {
  const made = article(...paragraphs);
  const words = ({ content }: Claim): string => content.map(({ start, end }) => made.text.slice(start, end)).join(' … ');
  const [first] = made.claims();
  if (first === undefined) throw new RangeError('no claim');
  const { again, otherwise } = elsewhere(made, first);
  return [...again.map((claim) => `again: ${words(claim)}`), ...otherwise.map(({ claim, by }) => `${by}: ${words(claim)}`)];
}

describe('what is said elsewhere', () => {
  it('finds the same again, in other forms of the words', () => {
    expect(found('The mayor said that the council sold the old ferry.', 'A clerk said the old ferries were sold by the council.')).toEqual(['again: the old ferries were sold by the council']);
  });

  it('tells figures apart that cannot both be meant', () => {
    expect(found('The union said that 4,000 workers walked out of the harbour.', 'The operator said 900 workers walked out of the harbour.')).toEqual(['figure: 900 workers walked out of the harbour']);
    expect(found('The union said that about 1,000 workers walked out of the harbour.', 'The operator said 980 workers walked out of the harbour.')).toEqual(['again: 980 workers walked out of the harbour']);
  });

  it('compares lengths, and shares whose intervals only touch', () => {
    expect(found('The mayor said that the school would close for three weeks.', 'A clerk said the school would close for six weeks.')).toEqual(['figure: the school would close for six weeks']);
    expect(found('The mayor said that unemployment will fall to 6 percent.', 'The bank said that unemployment will fall to 5 percent.')).toEqual(['figure: that unemployment will fall to 5 percent']);
  });

  it('takes no count of one thing for that of another', () => {
    expect(found('The minister said that police had arrested 34 people at the march.', 'Police said that 8,000 people had marched.')).toEqual([]);
  });

  it('tells a denial from what it denies', () => {
    expect(found('The mayor said that the council sold the land.', 'A clerk denied that the council had sold the land.')).toEqual(['polarity: that the council had sold the land']);
  });

  it('tells days apart of one event', () => {
    expect(found('The mayor said that the border post will reopen on Monday.', 'The ministry said the border post will reopen on Friday.')).toEqual(['date: the border post will reopen on Friday']);
  });

  it('says nothing of claims that only share a few words, nor of the claims around this one', () => {
    expect(found('The mayor said that the council sold the land.', 'The clerk said that the council was tired.')).toEqual([]);
    expect(found('Reuters reported that the mayor said that the council had sold the old land.')).toEqual([]);
  });

  it('grows with the article for one claim, not with its square', () => {
    const prepare = (words: number): Article => new ArticleEngine(gazetteer).update(longArticle(words));
    const ask = (made: Article): number => made.claims().slice(10, 14).reduce((sum, claim) => sum + elsewhere(made, claim).again.length, 0);
    expect(growth(prepare, ask, 1_500)).toBeLessThan(NOT_QUADRATIC);
  });
});
