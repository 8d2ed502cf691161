import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { articleOf } from './marked.testHelper.js';
import { REPEATED_FROM, repeatsOf } from './repeats.js';

const NOUNS = ['harbour', 'ferries', 'cranes', 'dockers', 'wages', 'nights', 'storms', 'tariffs'];

function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return (2 * [...a].filter((word) => b.has(word)).length) / (a.size + b.size);
}

describe('repeatsOf', () => {
  it('finds all claims that share three words of five, those of the same source first and the most alike first', () => {
    const said = fc.record({ dahl: fc.boolean(), nouns: fc.array(fc.constantFrom(...NOUNS), { minLength: 1, maxLength: 7 }) });
    fc.assert(fc.property(fc.array(said, { minLength: 2, maxLength: 12 }), (list) => {
      const article = articleOf(list.map(({ dahl, nouns }) => `${dahl ? 'Henrik Dahl' : 'Marta Ruusmann'} said that they need ${nouns.join(' ')}.`).join('\n\n'));
      const sets = list.map(({ nouns }) => new Set(['need', ...nouns]));
      expect(article.claims().length).toBe(list.length);
      for (const claim of article.claims()) {
        const own = sets[claim.index] ?? new Set();
        const all = article.claims().filter(({ index }) => index !== claim.index).map((other) => ({ other, alike: likeness(own, sets[other.index] ?? new Set()) })).filter(({ alike }) => alike >= REPEATED_FROM);
        const isOurs = ({ other }: (typeof all)[number]): number => (other.entity === claim.entity ? 0 : 1);
        const expected = all.sort((a, b) => isOurs(a) - isOurs(b) || b.alike - a.alike || a.other.index - b.other.index).map(({ other }) => other.index);
        expect(repeatsOf(article, claim)).toEqual({ count: expected.length, first: expected.map((index) => article.claims()[index]) });
        expect(repeatsOf(article, claim, 2)).toEqual({ count: expected.length, first: expected.slice(0, 2).map((index) => article.claims()[index]) });
      }
    }), { numRuns: 100 });
  });

  it('takes no claim for a repeat of the one around it', () => {
    const article = articleOf(HARBOUR_TALKS);
    const nested = article.claims().find((claim) => claim.parent !== null);
    expect(nested).toBeDefined();
    expect(nested === undefined ? null : repeatsOf(article, nested)).toEqual({ count: 0, first: [] });
  });
});
