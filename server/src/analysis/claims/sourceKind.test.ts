import { expect, it } from 'vitest';
import type { Names } from './checkClaims.js';
import { claimsOf } from './checkClaims.js';

const NAMES: Names = { 'Ruth Oduya': 'PERSON', 'Keld Ferries': 'ORG', 'Harbour Ministry': 'ORG', Riga: 'GPE', Latvia: 'GPE', US: 'GPE' };

it.each([
  ['Ruth Oduya', 'named-person'],
  ['Mayor Ruth Oduya', 'named-person'],
  ['US Ambassador to Latvia Ruth Oduya', 'named-person'],
  ['The mayor, Ruth Oduya,', 'named-person'],
  ['A spokesman for Ruth Oduya', 'unnamed-described'],
  ['Keld Ferries', 'named-organisation'],
  ['The Harbour Ministry', 'official-body'],
  ['The dockers’ union', 'named-organisation'],
  ['The Dockers’ Union', 'named-organisation'],
  ['The European Union', 'official-body'],
  ['Riga', 'official-body'],
  ['The US', 'official-body'],
  ['Police', 'official-body'],
  ['Authorities', 'official-body'],
  ['The Latvian side', 'official-body'],
  ['A senior official', 'unnamed-described'],
  ['People familiar with the talks', 'unnamed-described'],
  ['Residents', 'unnamed-described'],
  ['Its sources', 'unnamed-described'],
  ['A source', 'unnamed-bare'],
  ['Two anonymous sources', 'unnamed-bare'],
  ['Reports', 'unnamed-bare'],
  ['The study', 'document'],
  ['A report', 'document'],
  ['A report by Keld Ferries', 'named-organisation'],
  ['A report seen by Keld Ferries', 'document'],
  ['A letter obtained by the ministry', 'document'],
  ['Two of the people', 'unnamed-bare'],
  ['We', 'author'],
] as const)('%s: %s', (source, kind) => {
  const [claim] = claimsOf(`${source} said that boats were late.`, NAMES).claims;
  expect(claim?.sourceKind).toBe(kind);
});

it('quotes the words that decide', () => {
  const reasons = ['Police said that boats were late.', 'Boats were reportedly late.'].map((text) => claimsOf(text).claims[0]?.kindReason);
  expect(reasons).toEqual(['“Police” is a body of state', 'nobody named: “reportedly”']);
});
