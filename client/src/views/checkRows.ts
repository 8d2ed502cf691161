/** The checking log: by how far the checking has come, what is unchecked first. Pure. */
import type { CheckLine, CheckRow } from '../../../server/src/annotatingProtocol.js';
import { CHECK_ORDER, CHECK_WORDS } from '../annotating/checkWords.js';
import type { NumberedLine } from './numberedLines.js';
import { headings, inPages } from './pages.js';
import { inOrder, keptRows, matchesText, plural, shortened } from './row.js';
import type { Choices, Row } from './row.js';

const QUOTE_LENGTH = 50;

export function chosenChecks(lines: readonly NumberedLine<CheckRow>[], { text, kinds, order }: Choices): NumberedLine<CheckRow>[] {
  const seen = lines.filter(({ line }) => isChosen(line, text, kinds));
  return inOrder(seen, order, ({ line }) => line.source, ({ line }) => line.evidence.length);
}

export function checkRows(chosen: readonly NumberedLine<CheckRow>[]): Row[] {
  const paged = inPages(chosen, ({ row }) => row);
  return CHECK_ORDER.flatMap((state) => headings(`state:${state}`, CHECK_WORDS[state], paged.filter(({ thing: { line } }) => line.state === state), ({ line }) => line.quote, checkRow));
}

export function shownChecks(lines: readonly CheckLine[], { text, kinds }: Choices): CheckLine[] {
  return lines.filter((line) => isChosen(line, text, kinds));
}

function isChosen(line: CheckRow, text: string, kinds: Choices['kinds']): boolean {
  return (kinds?.has(line.state) ?? true) && matchesText(text, () => [line.quote, line.source, line.by, ...line.evidence.map(({ value }) => value)]);
}

const checkRow = keptRows(newRow);

export function checkKinds(lines: readonly CheckRow[]): { kind: string; label: string; count: number }[] {
  return CHECK_ORDER.map((state) => ({ kind: state, label: CHECK_WORDS[state], count: lines.filter((line) => line.state === state).length })).filter(({ count }) => count > 0);
}

function newRow({ line, row }: NumberedLine<CheckRow>): Row {
  const { quote, source, evidence, by, when, kind } = line;
  const who = [by, when.slice(0, 10)].filter((part) => part !== '').join(', ');
  const notes = [source, ...(evidence.length === 0 ? [] : [plural(evidence.length, 'piece of evidence', 'pieces of evidence')]), who].filter((part) => part !== '');
  return {
    id: `check:${row}`, kind: 'check', label: shortened(quote, QUOTE_LENGTH), icon: kind === 'claim' ? 'quote' : 'tag', description: notes.join(' · '),
    tooltip: [quote, ...notes, ...evidence.map(({ kind: of, value }) => `${of}: ${value}`)].join('\n'), spoken: [quote, ...notes].join(', '), rows: [],
  };
}
