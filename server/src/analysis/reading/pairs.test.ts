import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import { ArticleEngine } from '../engine.js';
import { overlaps } from '../../base/span.js';
import type { Claim } from '../article.js';
import { comparableOf, compare } from './index.js';
import type { Comparable } from './index.js';

interface Said {
  readonly article: number;
  readonly speaker: string;
  readonly claim: Claim;
  readonly facts: Comparable;
}

const repository = new URL('../../../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, repository), 'utf8');

/** Each row: both places and what was found, and how it was judged. */
const judged = new Map(read('docs/judgements/elsewhere.tsv').split('\n').map((row) => row.split('\t')).filter(([set]) => set === 'own').map((cells) => [cells.slice(1, 8).join(' '), cells[9]]));

function pairs(): string[] {
  const gazetteer = loadGazetteer();
  const said = read('test/fixtures/elsewhere/series.txt').split('\n===\n').flatMap((text, i): Said[] => {
    const article = new ArticleEngine(gazetteer).update(text);
    return article.claims().flatMap((claim) => {
      const speaker = claim.entity === undefined ? undefined : article.entity(claim.entity)?.canonical;
      const facts = comparableOf(article, claim);
      return speaker === undefined || facts === undefined ? [] : [{ article: i + 1, speaker, claim, facts }];
    });
  });
  return said.flatMap((one, i) => said.slice(i + 1).flatMap((other) => {
    const by = one.speaker === other.speaker && !isPart(one, other) ? compare(one.facts, other.facts) : undefined;
    return by === undefined ? [] : [`${place(one)} ${place(other)} ${by}`];
  }));
}

function isPart(one: Said, other: Said): boolean {
  return one.article === other.article && one.claim.content.some((a) => other.claim.content.some((b) => overlaps(a, b)));
}

function place({ article, claim: { content } }: Said): string {
  return `${article} ${content[0]?.start ?? 0} ${content.at(-1)?.end ?? 0}`;
}

it('finds in the own series of articles the pairs that were judged by eye, four of five of them right', () => {
  const found = pairs();
  expect(found.filter((pair) => !judged.has(pair)), 'a pair that nobody has judged').toEqual([]);
  const right = found.filter((pair) => judged.get(pair) === 'right').length;
  expect(right).toBeGreaterThanOrEqual(65);
  expect(right / found.length).toBeGreaterThanOrEqual(0.8);
});
