import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClaimLine } from '../../../server/src/protocol.js';
import { ClaimLedger } from './claimLedger.js';
import { NO_FILTER } from './row.js';
import type { Choices } from './row.js';
import { drawn } from './rows.testHelper.js';

const SOURCES = ['Ruth Oduya', 'Milo Kant', 'a source', 'officials'];

const line = fc.record({ who: fc.nat(3), content: fc.constantFrom('it rains', 'it snows', 'all is well'), paragraph: fc.integer({ min: 1, max: 9 }) }).map(({ who, content, paragraph }): ClaimLine => {
  const source = SOURCES[who] ?? '';
  const unnamed = who > 1;
  return { source, name: unnamed ? null : source, entity: unnamed ? null : `PERSON/${source}`, kind: unnamed ? 'unnamed-bare' : 'named-person', unnamed, cue: 'said', content, quotation: 'indirect', paragraph };
});
const edit = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(3), insert: fc.array(line, { maxLength: 3 }) });

function choose(change: Partial<Choices> = {}): Choices {
  return { ...NO_FILTER, order: 'place', ...change };
}

function ids(ledger: ClaimLedger, lines: readonly ClaimLine[]): string[] {
  return ledger.rows(lines, choose()).flatMap((row) => [row.id, ...row.rows.map(({ id }) => id)]);
}

describe('ClaimLedger', () => {
  it('shows after any edits what a new ledger shows, with no id twice', () => {
    const choices = fc.constantFrom(choose(), choose({ order: 'name' }), choose({ order: 'count' }), choose({ text: 'rains' }));
    fc.assert(fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.tuple(edit, choices), { minLength: 1, maxLength: 6 }), (first, edits) => {
      const ledger = new ClaimLedger();
      let lines: readonly ClaimLine[] = first;
      ledger.rows(lines, choose());
      for (const [{ at, remove, insert }, choice] of edits) {
        const start = Math.floor(at * lines.length);
        lines = [...lines.slice(0, start), ...insert, ...lines.slice(start + remove)];
        const anew = new ClaimLedger();
        expect(drawn(ledger.rows(lines, choice))).toBe(drawn(anew.rows(lines, choice)));
        expect(ledger.unnamedOf(lines)).toBe(lines.filter(({ unnamed }) => unnamed).length);
        const all = ids(ledger, lines);
        expect(new Set(all).size).toBe(all.length);
      }
    }), { numRuns: 300 });
  });

  it('makes only the rows of one source anew where one of its claims says something else', () => {
    const ledger = new ClaimLedger();
    const lines = fc.sample(line, { numRuns: 40, seed: 7 });
    const before = ledger.rows(lines, choose());
    const changed = lines.map((one, i) => (i === 20 ? { ...one, content: 'it hails' } : one));
    const after = ledger.rows(changed, choose());
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect(after.filter((row, i) => row !== before[i]).length).toBe(1);
    expect(after.flatMap(({ rows }) => rows).filter(({ label }) => label === 'it hails').length).toBe(1);
  });
});
