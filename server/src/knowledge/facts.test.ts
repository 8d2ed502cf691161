import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ENTITY_TYPES } from '../analysis/types.js';
import { Facts, PACKS } from './facts.js';

const texts = PACKS.map((name) => readFileSync(new URL(`packs/${name}.json`, import.meta.url), 'utf8'));
const facts = new Facts(texts);

function told(name: string): string[] {
  return facts.of(name).map(({ kind, country, facts: known }) => `${kind}${country === undefined ? '' : ` (${country})`}: ${known.map(({ label, value }) => `${label} ${value}`).join('; ')}`);
}

describe('offline facts', () => {
  it('know countries with capital, population and leaders', () => {
    expect(told('Latvia')).toEqual([
      'country (Latvia): Capital Riga; Population 1,888,439 (2025 est.); Government parliamentary republic; President Edgars Rinkevics (since 8 July 2023); Prime Minister Evika Silina (since 15 September 2023); '
      + 'Where Eastern Europe, bordering the Baltic Sea, between Estonia and Lithuania; Member of EU, euro area, Schengen area, NATO',
    ]);
  });

  it('give every record that a name fits', () => {
    expect(facts.of('Georgia').map(({ kind }) => kind)).toEqual(['country', 'US state']);
    expect(facts.of('ICC').map(({ names }) => names[0])).toEqual(['International Chamber of Commerce', 'International Criminal Court']);
  });

  it('find a name with and without accents and articles, and keep acronyms apart from words', () => {
    expect(facts.of('Recep Tayyip Erdoğan')).toEqual(facts.of('Recep Tayyip Erdogan'));
    expect(facts.of('the Kremlin')).toEqual([]);
    expect(facts.of('U.N.')).toEqual(facts.of('the United Nations'));
    expect(facts.of('who')).toEqual([]);
    expect(facts.of('WHO').map(({ names }) => names[0])).toEqual(['World Health Organization']);
  });

  it('are the same when they are read in steps', () => {
    const steps = Facts.inSteps(texts);
    let taken = 0;
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) taken++;
    expect(taken).toBeGreaterThan(10);
    for (const name of ['Georgia', 'ICC', 'Latvia', 'U.N.']) expect(step.value.of(name)).toEqual(facts.of(name));
  });

  it('have a source with a date each, and are small', () => {
    const records = texts.flatMap((text) => (JSON.parse(text) as { records: [string[]][] }).records.flatMap(([names]) => facts.of(names[0] ?? '')));
    expect(records.length).toBeGreaterThan(6000);
    for (const { facts: known, type } of records) {
      expect(ENTITY_TYPES).toContain(type);
      expect(known.length).toBeGreaterThan(0);
      for (const { label, value, source } of known) expect([label, value, source.name, source.date].every((part) => part !== '')).toBe(true);
    }
    expect(texts.reduce((sum, text) => sum + text.length, 0)).toBeLessThan(4_000_000);
  });

  it('know what a unit measures and is, for words that are looked up', () => {
    expect(told('knots')).toEqual(['unit: Unit of speed; Is 1.852 km/h, about 1.151 miles per hour']);
    expect(told('hectare')).toEqual(['unit: Unit of area; Is 10,000 m², about 2.471 acres']);
  });

  it('say that a file is no pack', () => {
    expect(() => new Facts(['{"records":3}'])).toThrow(TypeError);
    expect(() => new Facts([''])).toThrow(TypeError);
  });
});
