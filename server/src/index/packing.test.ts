import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { ArticleEngine } from '../analysis/engine.js';
import { comparableOf, compare } from '../analysis/reading/index.js';
import { entryOf } from './entries.js';
import { textAt } from './excerpts.js';
import { packFacts, packNumbers, packPlaces, unpackClaims, unpackFacts, unpackNumbers, unpackPlaces } from './packing.js';

const gazetteer = loadGazetteer();
const words = fc.array(fc.constantFrom('ferry', 'harbour', 'strike', 'worker', 'talk', 'council'), { maxLength: 6 }).map((all) => new Set(all));
const quantity = fc.record({ unit: fc.constantFrom(undefined, 'USD', '%'), countedNoun: fc.constantFrom(undefined, 'worker'), low: fc.constantFrom(undefined, 900, 4_000, 0.1), high: fc.constantFrom(900, 4_500, 0.1) });
const comparable = fc.record({
  lemmas: words, subject: words, entities: words, predicate: fc.constantFrom(undefined, 'strike', 'end'), value: fc.constantFrom('CT+', 'CT-', 'PR+', 'Uu', 'of another kind'),
  quantities: fc.array(quantity, { maxLength: 3 }), days: fc.array(fc.constantFrom('2026-03-12', '2026-03', '2026-03-12/2026-03-16'), { maxLength: 2 }),
});

describe('what is packed', () => {
  it('places come back', () => {
    const place = fc.tuple(fc.nat(500), fc.nat(5_000), fc.nat(3), fc.nat(5_000));
    fc.assert(fc.property(fc.array(place), (places) => {
      let line = 0;
      const given = places.map(([down, character, lines, length]) => {
        line += down;
        return { line, character, endLine: line + lines, endCharacter: lines === 0 ? character + length : length };
      });
      expect(unpackPlaces(packPlaces(given))).toEqual(given);
    }));
  });

  it('numbers come back', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.nat()), (numbers) => {
      const sorted = [...numbers].sort((a, b) => a - b);
      expect(unpackNumbers(packNumbers(sorted))).toEqual(sorted);
    }));
  });

  it('claims compare as they did before', () => {
    fc.assert(fc.property(comparable, comparable, (a, b) => {
      const [one, two] = [unpackFacts(packFacts(a)), unpackFacts(packFacts(b))];
      expect(one).toBeDefined();
      expect(compare(one!, two!)).toBe(compare(a, b));
    }), { numRuns: 2_000 });
  });

  it('no bytes make it throw', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      unpackFacts(bytes);
      unpackClaims(bytes);
      expect(unpackPlaces(bytes).length).toBeLessThanOrEqual(bytes.length);
    }));
  });
});

describe('the entry of an article', () => {
  const text = 'date 2026-03-12\r\n\r\nHenrik Dahl, director of the Port Workers Federation (PWF), said that 4,000 dock workers would walk out on Monday.\r\n\r\nThe PWF\nand Dahl were “calm,” he said. A source said little.';
  const article = new ArticleEngine(gazetteer).update(text);
  const entry = entryOf(article);

  it('has its names with their places, and its days as names', () => {
    const found = entry.names.map(({ type, key, places }) => `${type} ${key}: ${places.map((place) => textAt(text, place, 80)).join(', ')}`);
    expect(found).toEqual(['PERSON henrik dahl: Henrik Dahl, Dahl', 'ORG port workers federation: Port Workers Federation, PWF, PWF', 'DATE 2026-03-12: 2026-03-12', 'DATE 2026-03-16: Monday']);
    expect(entry.day).toBe('2026-03-12');
  });

  it('has the claims of sources with a name', () => {
    expect(entry.claims.map(({ speaker, place }) => `${entry.names[speaker]?.key ?? ''}: ${textAt(text, place, 40)}`)).toEqual([
      'henrik dahl: Henrik Dahl, director of the Port …', 'henrik dahl: The PWF and Dahl were “calm,” he said',
    ]);
  });

  it('says of a place that is not there any more nothing wrong', () => {
    expect(textAt('short', { line: 7, character: 3, endLine: 8, endCharacter: 1 }, 40)).toBe('');
  });

  it('keeps what its claims are compared by', () => {
    const [claim] = article.claims();
    const facts = comparableOf(article, claim!);
    const kept = unpackFacts(entry.claims[0]?.facts ?? new Uint8Array());
    expect(kept?.lemmas.size).toBe(facts?.lemmas.size);
    expect(kept?.quantities.map(({ low, high }) => [low, high])).toEqual([[3_950, 4_050]]);
    expect(kept?.days).toEqual(['2026-03-16']);
  });
});
