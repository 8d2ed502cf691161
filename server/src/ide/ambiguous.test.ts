import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { scoreAmbiguous } from '../../../test/fixtures/ambiguous.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { Facts, PACKS } from '../knowledge/index.js';

const gazetteer = loadGazetteer();
const facts = new Facts(PACKS.map((name) => readFileSync(new URL(`../knowledge/packs/${name}.json`, import.meta.url), 'utf8')));

it('puts the right record first for nine of ten ambiguous names of the sentences that the rules were written with', () => {
  const { all, right, wrong } = scoreAmbiguous('writtenWith', gazetteer, facts);
  expect(right / all, `${right} of ${all}:\n${wrong.join('\n')}`).toBeGreaterThanOrEqual(0.9);
});

/** Without the sentences: who reads them while writing rules writes for them. */
it('puts the right record first for nine of ten of those that were held out', () => {
  const { all, right } = scoreAmbiguous('heldOut', gazetteer, facts);
  expect(right / all, `${right} of ${all}`).toBeGreaterThanOrEqual(0.9);
});
