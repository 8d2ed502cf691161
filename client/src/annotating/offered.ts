/** What can be done with annotations, in words. Pure. */
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import type { AnnotatingCommand } from '../commands/annotatingCommands.js';
import { typeWords } from './keys.js';
import { waits } from './walk.js';

export interface Offer {
  readonly title: string;
  readonly command: AnnotatingCommand;
  /** What it is about; without it what is selected. */
  readonly id?: string;
  readonly argument?: string;
}

const QUOTE_LENGTH = 40;

/** For what stands at one place, shorter before longer; for selected words besides. */
export function actionsFor(items: readonly AnnotationItem[], isSelection: boolean): Offer[] {
  const shortFirst = items.filter(({ range }) => range !== null).sort((a, b) => a.quote.length - b.quote.length);
  const added: Offer[] = isSelection
    ? [{ title: 'Add the selected words…', command: 'addEntity' }, { title: 'Make a claim of the selected words…', command: 'addClaim' }, { title: 'Annotate every occurrence…', command: 'annotateEveryOccurrence' }]
    : [];
  return [...shortFirst.flatMap(actionsOn), ...added];
}

function actionsOn(item: AnnotationItem): Offer[] {
  const { id, kind, type, quote, review } = item;
  const words = `“${quote.length > QUOTE_LENGTH ? `${quote.slice(0, QUOTE_LENGTH)}…` : quote}”`;
  const what = kind === 'claim' ? `the claim ${words}` : `${words} as ${typeWords(kind, type)}`;
  const accept: Offer = { title: review === 'accepted' ? `Confirm the changed words of ${what}` : `Accept ${what}`, command: 'accept', id };
  const further: Offer[] = [
    { title: `Change the type of ${words}…`, command: 'changeType', id },
    { title: `Write a note on ${words}…`, command: 'addNote', id },
    { title: `Note a check of ${words}…`, command: 'noteCheck', id },
  ];
  if (review === 'rejected') return [accept, { title: `Open the decision on ${words} again`, command: 'reopen', id }];
  const reject: Offer = { title: `Reject ${what}`, command: 'reject', id };
  if (waits(item)) return [accept, reject, ...further];
  return [reject, ...further, { title: `Open the decision on ${words} again`, command: 'reopen', id }];
}

/** Above each paragraph that has undecided ones in it. */
export function lensesFor(items: readonly AnnotationItem[]): { readonly line: number; readonly offers: readonly Offer[] }[] {
  const lines = new Map<number, number>();
  for (const { review, range } of items) {
    if (review === 'undecided' && range !== null) lines.set(range.start.line, (lines.get(range.start.line) ?? 0) + 1);
  }
  return [...lines].map(([line, count]) => ({
    line,
    offers: [
      { title: `${count} undecided: accept all`, command: 'decideParagraph', id: String(line), argument: 'accept' },
      { title: 'reject all', command: 'decideParagraph', id: String(line), argument: 'reject' },
    ],
  }));
}
