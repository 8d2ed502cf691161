import { describe, expect, it } from 'vitest';
import type { AnnotationItem, AnnotationLine, CheckLine } from '../../../server/src/annotatingProtocol.js';
import { items } from '../annotating/items.testHelper.js';
import { annotationKinds, annotationRows, annotationTable, chosenLines } from './annotationRows.js';
import { checkKinds, checkRows, chosenChecks } from './checkRows.js';
import { DrawnRows } from './drawnRows.js';
import { NumberedItems } from './numberedItems.js';
import type { Row } from './row.js';
import { choose, drawn } from './rows.testHelper.js';

const LIST = items('PERSON? Ruth Oduya 1:0-10 90%', 'named-person? the bridge is shut 1:20-40 60%', 'GPE+ Riga 2:0-4', 'ORG- Monday 3:0-6', 'PERSON~ Tamme 4:0-5', 'PERSON! Gone -');
const PLACE = { start: { line: 1, character: 0 }, end: { line: 1, character: 4 } };
const LISTED = LIST.map((item) => lineOf(item, item.quote === 'Gone' ? 1 : 0));

function lineOf({ id, kind, review, anchoring, type, quote, confidence, check, comments }: AnnotationItem, proposals = 0): AnnotationLine {
  return { id, kind, review, anchoring, type, quote, confidence, check, comments, proposals, by: null };
}

function groups(numbers: NumberedItems, list: readonly AnnotationLine[]): Row[] {
  return annotationRows(chosenLines(numbers.of(list), choose()));
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
    expect(numbers.proposalOf(`mention:${id}:0`, LISTED)).toMatchObject({ line: { quote: 'Gone' }, nth: 0 });
    expect(numbers.proposalOf(`mention:${id}:1`, LISTED)).toBeUndefined();
    expect(numbers.lineOf(id, LISTED)?.quote).toBe('Gone');
    expect(numbers.proposalOf(id, LISTED)).toBeUndefined();
  });

  it('lists what stands in files of other people after one’s own, by whose it is, without buttons', () => {
    const theirs = items('GPE+ Riga 2:0-4 #r', 'PERSON! Gone - #g').map((item) => ({ ...lineOf(item), by: 'J. Roos' }));
    const rows = groups(new NumberedItems(), [...LISTED.slice(2, 3), ...theirs, { ...LISTED[3]!, by: 'everybody' }]);
    expect(drawn(rows)).toBe(['Decided (1)', '  Riga (place · accepted)', 'In the file of J. Roos (2)', '  Riga (place · accepted)', '  Gone (person · accepted · not in this text)', 'In the file of everybody (1)', '  Monday (organisation · rejected)', ''].join('\n'));
    expect(rows.slice(1).flatMap((group) => group.rows).map(({ context }) => context)).toEqual(['others', 'others', 'others']);
  });

  it('keeps the rows of what has not changed, though the answer is another', () => {
    const numbers = new NumberedItems();
    const before = groups(numbers, LISTED).flatMap((group) => group.rows);
    const now = LISTED.map((line) => (line.quote === 'Riga' ? { ...line, review: 'rejected' as const } : line));
    const after = groups(numbers, now).flatMap((group) => group.rows);
    expect(after.map((row, i) => row === before[i])).toEqual([true, true, true, false, true, true]);
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it('gives a long list by pages, of which a decision changes two', () => {
    const numbers = new NumberedItems();
    const long = items(...Array.from({ length: 2_000 }, (_, i) => `PERSON${i % 2 === 0 ? '?' : '+'} Ruth Oduya ${i}:0-10 #x${i}`)).map((item) => lineOf(item));
    const before = groups(numbers, long);
    expect(drawn(before).split('\n').filter((line) => !line.startsWith(' ')).slice(0, 2)).toEqual(['Undecided (75)', 'Undecided, from “Ruth Oduya” (75)']);
    expect(before.flatMap(({ rows }) => rows)).toHaveLength(2_000);
    const after = groups(numbers, long.map((line, i) => (i === 600 ? { ...line, review: 'accepted' as const } : line)));
    const pages = new DrawnRows();
    pages.update(before);
    expect(pages.update(after)?.map(({ id, rows }) => `${id}: ${rows.length}`)).toEqual(['group:undecided:600: 74', 'group:decided:600: 76']);
  });

  it('is filtered by words and by type, and sorted by what is least sure', () => {
    const numbered = LISTED.map((line, i) => ({ line, row: i }));
    const quotes = (change: object): string[] => chosenLines(numbered, choose(change)).map(({ line }) => line.quote);
    expect(quotes({ text: 'claim bridge' })).toEqual(['the bridge is shut']);
    expect(quotes({ kinds: new Set(['entity PERSON']) })).toEqual(['Ruth Oduya', 'Tamme', 'Gone']);
    expect(quotes({ order: 'count' })[0]).toBe('the bridge is shut');
    expect(annotationKinds(LISTED)[0]).toEqual({ kind: 'entity PERSON', label: 'person', count: 3 });
  });

  it('becomes a table', () => {
    expect(annotationTable([{ ...items('PERSON+ Ruth Oduya 1:0-10')[0]!, check: 'asked' }], choose())[1]).toEqual(['Ruth Oduya', 'entity', 'person', 'accepted', 'anchored', 'Asked', '0', '2']);
  });
});

describe('the view of the checking log', () => {
  const line = (quote: string, state: CheckLine['state'], by = ''): CheckLine => ({ on: quote, kind: 'claim', type: 'named-person', quote, source: 'Ruth Oduya', state, evidence: by === '' ? [] : [{ kind: 'link', value: 'https://example.org' }], by, when: by === '' ? '' : '2026-03-24T09:20:00Z', range: PLACE });
  const lines = [line('it is shut', 'checked', 'M. Kask'), line('it stays shut', 'unchecked')];
  const numbered = lines.map((one, i) => ({ line: one, row: i }));

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
