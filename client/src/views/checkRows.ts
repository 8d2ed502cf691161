/** The checking log: by how far the checking has come, what is unchecked first. Pure. */
import type { CheckLine } from '../../../server/src/annotatingProtocol.js';
import { CHECK_ORDER, CHECK_WORDS } from '../annotating/checkWords.js';
import { inOrder, matchesText, plural, shortened } from './row.js';
import type { Choices, Row } from './row.js';

const QUOTE_LENGTH = 50;

export interface NumberedCheck {
  readonly line: CheckLine;
  /** Id of the row: stays while the words are being changed. */
  readonly row: string;
}

export function chosenChecks(lines: readonly NumberedCheck[], { text, kinds, order }: Choices): NumberedCheck[] {
  const seen = lines.filter(({ line }) => (kinds?.has(line.state) ?? true) && matchesText(text, () => [line.quote, line.source, line.by, ...line.evidence.map(({ value }) => value)]));
  return inOrder(seen, order, ({ line }) => line.source, ({ line }) => line.evidence.length);
}

export function checkRows(chosen: readonly NumberedCheck[]): Row[] {
  return CHECK_ORDER.flatMap((state) => {
    const rows = chosen.filter(({ line }) => line.state === state).map(checkRow);
    const words = CHECK_WORDS[state];
    return rows.length === 0 ? [] : [{ id: `state:${state}`, kind: 'group' as const, label: words, description: String(rows.length), tooltip: `${words}: ${rows.length}`, spoken: `${words}, ${rows.length}`, rows }];
  });
}

export function checkKinds(lines: readonly CheckLine[]): { kind: string; label: string; count: number }[] {
  return CHECK_ORDER.map((state) => ({ kind: state, label: CHECK_WORDS[state], count: lines.filter((line) => line.state === state).length })).filter(({ count }) => count > 0);
}

function checkRow({ line, row }: NumberedCheck): Row {
  const { quote, source, evidence, by, when, kind } = line;
  const who = [by, when.slice(0, 10)].filter((part) => part !== '').join(', ');
  const notes = [source, ...(evidence.length === 0 ? [] : [plural(evidence.length, 'piece of evidence', 'pieces of evidence')]), who].filter((part) => part !== '');
  return {
    id: `check:${row}`, kind: 'check', label: shortened(quote, QUOTE_LENGTH), icon: kind === 'claim' ? 'quote' : 'tag', description: notes.join(' · '),
    tooltip: [quote, ...notes, ...evidence.map(({ kind: of, value }) => `${of}: ${value}`)].join('\n'), spoken: [quote, ...notes].join(', '), rows: [],
  };
}
