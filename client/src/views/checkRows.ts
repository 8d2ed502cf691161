/** The checking log: by how far the checking has come, what is unchecked first. Pure. */
import type { CheckLine, CheckRow, CheckState } from '../../../server/src/annotatingProtocol.js';
import { CHECK_ORDER, CHECK_WORDS } from '../annotating/checkWords.js';
import { inPages, pagesOf } from './pages.js';
import type { Page } from './pages.js';
import { inOrder, matchesText, plural, shortened } from './row.js';
import type { Choices, Row } from './row.js';

const QUOTE_LENGTH = 50;
const PAGE_QUOTE_LENGTH = 20;

export interface NumberedCheck {
  readonly line: CheckRow;
  /** Number of the row: stays while the words are being changed. */
  readonly row: number;
}

export function chosenChecks(lines: readonly NumberedCheck[], { text, kinds, order }: Choices): NumberedCheck[] {
  const seen = lines.filter(({ line }) => isChosen(line, text, kinds));
  return inOrder(seen, order, ({ line }) => line.source, ({ line }) => line.evidence.length);
}

export function checkRows(chosen: readonly NumberedCheck[]): Row[] {
  const paged = inPages(chosen, ({ row }) => row);
  return CHECK_ORDER.flatMap((state) => pagesOf(paged.filter(({ thing: { line } }) => line.state === state)).map((page, nth) => pageRow(state, page, nth)));
}

/** A heading; the pages after the first of a long list say with which words they begin. */
function pageRow(state: CheckState, { number, things }: Page<NumberedCheck>, nth: number): Row {
  const [first] = things;
  const words = nth === 0 || first === undefined ? CHECK_WORDS[state] : `${CHECK_WORDS[state]}, from “${shortened(first.line.quote, PAGE_QUOTE_LENGTH)}”`;
  const count = String(things.length);
  return { id: number === undefined ? `state:${state}` : `state:${state}:${number}`, kind: 'group', label: words, description: count, tooltip: `${words}: ${count}`, spoken: `${words}, ${count}`, rows: things.map(checkRow) };
}

export function shownChecks(lines: readonly CheckLine[], { text, kinds }: Choices): CheckLine[] {
  return lines.filter((line) => isChosen(line, text, kinds));
}

function isChosen(line: CheckRow, text: string, kinds: Choices['kinds']): boolean {
  return (kinds?.has(line.state) ?? true) && matchesText(text, () => [line.quote, line.source, line.by, ...line.evidence.map(({ value }) => value)]);
}

/** Rows by what they show, which is the same object as long as nothing in it changes. */
const made = new WeakMap<NumberedCheck, Row>();

export function checkKinds(lines: readonly CheckRow[]): { kind: string; label: string; count: number }[] {
  return CHECK_ORDER.map((state) => ({ kind: state, label: CHECK_WORDS[state], count: lines.filter((line) => line.state === state).length })).filter(({ count }) => count > 0);
}

function checkRow(numbered: NumberedCheck): Row {
  const known = made.get(numbered);
  if (known !== undefined) return known;
  const row = newRow(numbered);
  made.set(numbered, row);
  return row;
}

function newRow({ line, row }: NumberedCheck): Row {
  const { quote, source, evidence, by, when, kind } = line;
  const who = [by, when.slice(0, 10)].filter((part) => part !== '').join(', ');
  const notes = [source, ...(evidence.length === 0 ? [] : [plural(evidence.length, 'piece of evidence', 'pieces of evidence')]), who].filter((part) => part !== '');
  return {
    id: `check:${row}`, kind: 'check', label: shortened(quote, QUOTE_LENGTH), icon: kind === 'claim' ? 'quote' : 'tag', description: notes.join(' · '),
    tooltip: [quote, ...notes, ...evidence.map(({ kind: of, value }) => `${of}: ${value}`)].join('\n'), spoken: [quote, ...notes].join(', '), rows: [],
  };
}
