import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Facts, PACKS } from '../knowledge/index.js';
import { factsAbout } from './factsAbout.js';
import { articleOf } from './marked.testHelper.js';

const facts = new Facts(PACKS.map((name) => readFileSync(new URL(`../knowledge/packs/${name}.json`, import.meta.url), 'utf8')));

/** What fits the name, first to last, with what speaks for it. */
function fitting(text: string, name: string): string[] {
  const article = articleOf(text);
  const entity = [...article.entities()].find(({ canonical }) => canonical === name);
  expect(entity, name).toBeDefined();
  return entity === undefined ? [] : factsAbout(article, entity, facts).map(({ record, because }) => [`${record.kind}${record.country === undefined || record.country === name ? '' : ` of ${record.country}`}`, ...because].join(', '));
}

describe('records that fit a name', () => {
  it('are ordered by what the article names beside it, and say so', () => {
    expect(fitting('Officials in Georgia met on Monday. The talks in Tbilisi ended early, and Russia did not attend.', 'Georgia')).toEqual(['country, Tbilisi (next sentence)', 'US state of United States']);
    expect(fitting('Officials in Georgia met on Monday. The count in Atlanta ended early, and voters in Florida waited.', 'Georgia')).toEqual(['US state of United States, Atlanta (next sentence), Florida (next sentence)', 'country']);
  });

  it('are ordered by what is near and of just that place, however many names of the country around it there are', () => {
    const far = 'The United States and Washington voiced concern. Chicago and Boston did, too.\n\nTexas said nothing.\n\n';
    expect(fitting(`${far}Officials in Georgia met on Monday. The crowd in Tbilisi went home.`, 'Georgia')[0]).toBe('country, Tbilisi (next sentence)');
    expect(fitting(`${far}The parliament met in Georgia and a Georgian left.`, 'Georgia')[0]).toMatch(/^country/);
    expect(fitting(`${far}Officials in Georgia met on Monday. The count in Atlanta ended.`, 'Georgia')[0]).toMatch(/^US state of United States, Atlanta \(next sentence\)/);
  });

  it('come in the usual order where nothing tells', () => {
    expect(fitting('Officials in Georgia met on Monday.', 'Georgia')).toEqual(['country', 'US state of United States']);
  });

  it('know the provinces of Canada beside towns of their names', () => {
    expect(fitting('Officials in Ontario met on Monday.', 'Ontario')[0]).toBe('province of Canada of Canada');
    expect(fitting('Officials in Ontario met on Monday. The count in Toronto ended.', 'Ontario')).toEqual(['province of Canada of Canada, Toronto (next sentence)', 'city of United States']);
    expect(fitting('Officials in Nunavut met on Monday.', 'Nunavut')).toEqual(['territory of Canada of Canada']);
  });

  it('are none for a family name', () => {
    expect(fitting('Ms. Sheinbaum spoke on Monday. Sheinbaum left early.', 'Sheinbaum')).toEqual([]);
    expect(fitting('President Claudia Sheinbaum spoke on Monday.', 'Claudia Sheinbaum')).toEqual(['leader of Mexico']);
  });
});
