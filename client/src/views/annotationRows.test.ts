import { describe, expect, it } from 'vitest';
import type { AnnotationItem, CheckLine } from '../../../server/src/annotatingProtocol.js';
import { items } from '../annotating/items.testHelper.js';
import { annotationKinds, annotationRows, annotationTable, chosenItems } from './annotationRows.js';
import { checkKinds, checkRows, chosenChecks } from './checkRows.js';
import { NumberedItems } from './numberedItems.js';
import type { Row } from './row.js';
import { choose, drawn } from './rows.testHelper.js';

const LIST = items('PERSON? Ruth Oduya 1:0-10 90%', 'named-person? the bridge is shut 1:20-40 60%', 'GPE+ Riga 2:0-4', 'ORG- Monday 3:0-6', 'PERSON~ Tamme 4:0-5', 'PERSON! Gone -');
const PLACE = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
const LISTED = LIST.map((item) => (item.quote === 'Gone' ? { ...item, proposals: [PLACE] } : item));

function groups(numbers: NumberedItems, list: readonly AnnotationItem[]): Row[] {
  return annotationRows(chosenItems(numbers.of(list), choose()));
}

describe('the view of annotations', () => {
  it('goes by what is undecided, decided and orphaned', () => {
    expect(drawn(groups(new NumberedItems(), LISTED))).toBe([
      'Undecided (3)', '  Ruth Oduya (person)', '  the bridge is shut (claim, named person)', '  Tamme (person · accepted · words changed)',
      'Decided (2)', '  Riga (place · accepted)', '  Monday (organisation · rejected)', 'Orphaned (1)', '  Gone (person · accepted · 1 likely place)', '',
    ].join('\n'));
  });

  it('has buttons by what was decided, and offers an orphan its likely places', () => {
    const numbers = new NumberedItems();
    const rows = groups(numbers, LISTED).flatMap((group) => group.rows);
    expect(rows.map(({ context }) => context)).toEqual(['undecided', 'undecided', 'changed', 'accepted', 'rejected', 'orphan']);
    const id = rows.at(-1)?.id ?? '';
    expect(numbers.proposalOf(`mention:${id}:0`, LISTED)?.range).toEqual(PLACE);
    expect(numbers.itemOf(id, LISTED)?.quote).toBe('Gone');
    expect(numbers.proposalOf(id, LISTED)).toBeUndefined();
  });

  it('keeps the rows of what has not changed, though the answer is another', () => {
    const numbers = new NumberedItems();
    const before = groups(numbers, LISTED).flatMap((group) => group.rows);
    const moved = LISTED.map((item) => ({ ...item, range: item.range === null ? null : { start: { ...item.range.start, line: 9 }, end: item.range.end } }));
    const after = groups(numbers, moved).flatMap((group) => group.rows);
    expect(after.every((row, i) => row === before[i])).toBe(true);
    expect(numbers.itemOf(after[0]?.id ?? '', moved)?.range?.start.line).toBe(9);
  });

  it('is filtered by words and by type, and sorted by what is least sure', () => {
    const numbered = LIST.map((item, i) => ({ item, row: String(i) }));
    const quotes = (change: object): string[] => chosenItems(numbered, choose(change)).map(({ item }) => item.quote);
    expect(quotes({ text: 'claim bridge' })).toEqual(['the bridge is shut']);
    expect(quotes({ kinds: new Set(['entity PERSON']) })).toEqual(['Ruth Oduya', 'Tamme', 'Gone']);
    expect(quotes({ order: 'count' })[0]).toBe('the bridge is shut');
    expect(annotationKinds(LIST)[0]).toEqual({ kind: 'entity PERSON', label: 'person', count: 3 });
  });

  it('becomes a table', () => {
    expect(annotationTable([{ item: { ...items('PERSON+ Ruth Oduya 1:0-10')[0]!, check: 'asked' }, row: '0' }])[1]).toEqual(['Ruth Oduya', 'entity', 'person', 'accepted', 'anchored', 'Asked', '0', '2']);
  });
});

describe('the view of the checking log', () => {
  const line = (quote: string, state: CheckLine['state'], by = ''): CheckLine => ({ on: quote, kind: 'claim', type: 'named-person', quote, source: 'Ruth Oduya', state, evidence: by === '' ? [] : [{ kind: 'link', value: 'https://example.org' }], by, when: by === '' ? '' : '2026-03-24T09:20:00Z', range: PLACE });
  const lines = [line('it is shut', 'checked', 'M. Kask'), line('it stays shut', 'unchecked')];
  const numbered = lines.map((one, i) => ({ line: one, row: String(i) }));

  it('has what is unchecked first, and says who and when', () => {
    expect(drawn(checkRows(chosenChecks(numbered, choose())))).toBe([
      'Unchecked (1)', '  it stays shut (Ruth Oduya)', 'Checked (1)', '  it is shut (Ruth Oduya · 1 piece of evidence · M. Kask, 2026-03-24)', '',
    ].join('\n'));
  });

  it('shows only what is unchecked, if that is wanted', () => {
    expect(checkKinds(lines)).toEqual([{ kind: 'unchecked', label: 'Unchecked', count: 1 }, { kind: 'checked', label: 'Checked', count: 1 }]);
    expect(chosenChecks(numbered, choose({ kinds: new Set(['unchecked']) })).map((one) => one.line.quote)).toEqual(['it stays shut']);
  });
});
