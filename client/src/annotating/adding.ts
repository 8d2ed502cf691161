/** What people add: an entity at the selected words, at every place where they stand, and claims. */
import { QuickPickItemKind, Range, window } from 'vscode';
import type { QuickPickItem, TextEditor } from 'vscode';
import type { Decision, LikelyPart, Occurrence } from '../../../server/src/annotatingProtocol.js';
import { fromLsp, toLsp } from '../ranges.js';
import { TYPES } from '../views/entityTypes.js';
import { say } from '../telling.js';
import type { Deciding } from './deciding.js';
import { KIND_LETTERS, TYPE_LETTERS, typeWords } from './keys.js';
import type { EntityType } from './keys.js';
import type { PickInText } from './pickInText.js';
import { inLines } from './ranges.js';
import type { AnnotatingRequests } from './requests.js';
import { wordsAt } from './review.js';

const NO_WORDS = 'Select some words first.';
const QUOTE_LENGTH = 60;

export interface AddingParts {
  readonly requests: AnnotatingRequests;
  readonly deciding: Deciding;
  readonly picking: PickInText;
  /** Review mode lets keys through while words are being chosen. */
  readonly suspend: (isSuspended: boolean) => void;
}

interface TypeItem extends QuickPickItem {
  readonly type: string;
}

/** Types with their letters, the likeliest first; undefined if none was chosen. */
export async function askType(title: string, kind: 'entity' | 'claim', likeliest: string | null): Promise<string | undefined> {
  const types = Object.entries(kind === 'entity' ? TYPE_LETTERS : KIND_LETTERS);
  const items: TypeItem[] = types.map(([type, letter]) => ({
    type, label: kind === 'entity' ? `$(${TYPES[type as EntityType].icon}) ${typeWords(kind, type)}` : typeWords(kind, type),
    description: `${letter.toUpperCase()}${type === likeliest ? ' · likeliest' : ''}`,
  }));
  items.sort((a, b) => Number(b.type === likeliest) - Number(a.type === likeliest));
  return (await window.showQuickPick(items, { title, placeHolder: 'Which type?' }))?.type;
}

export async function addEntity({ requests, deciding }: AddingParts, editor: TextEditor, type?: string): Promise<void> {
  const { document } = editor;
  const words = wordsAt(editor);
  const ranges = words === undefined ? [] : inLines(document, [words]);
  const [first] = ranges;
  if (first === undefined) { say(NO_WORDS); return; }
  const { version } = document;
  const chosen = type ?? (await askType(`Add ${quoted(document.getText(first))}`, 'entity', (await requests.occurrences(document, first))?.suggestedType ?? null));
  if (chosen === undefined) return;
  const ids = await deciding.decide(document, version, [{ do: 'addEntities', ranges: ranges.map(toLsp), type: chosen }]);
  if (ids !== undefined) say(`Added ${quoted(document.getText(first))}: ${typeWords('entity', chosen)}`);
}

/** One list, in which single places can be unticked; one step of the history. */
export async function annotateEveryOccurrence({ requests, deciding }: AddingParts, editor: TextEditor): Promise<void> {
  const { document } = editor;
  const words = wordsAt(editor);
  const [range] = words === undefined ? [] : inLines(document, [words]);
  if (range === undefined) { say(NO_WORDS); return; }
  const found = await requests.occurrences(document, range);
  if (found === null || found.occurrences.length === 0) { say('These words stand in nothing that can be annotated.'); return; }
  const text = document.getText(range);
  const type = await askType(`Annotate every ${quoted(text)}`, 'entity', found.suggestedType);
  if (type === undefined) return;
  const items = found.occurrences.map((one) => occurrenceItem(one, type));
  const title = `Annotate ${quoted(text)} as ${typeWords('entity', type)} in ${items.length === 1 ? 'one place' : `${items.length} places`}`;
  const picked = await window.showQuickPick(items, { canPickMany: true, title, placeHolder: 'Untick what is something else' });
  if (picked === undefined || picked.length === 0) return;
  const ids = await deciding.decide(document, found.version, [{ do: 'addEntities', ranges: picked.map(({ occurrence }) => occurrence.range), type }]);
  if (ids !== undefined) say(`Annotated ${quoted(text)} ${picked.length === 1 ? 'once' : `${picked.length} times`}: ${typeWords('entity', type)}`);
}

function occurrenceItem(occurrence: Occurrence, type: string): QuickPickItem & { readonly occurrence: Occurrence } {
  const { before, words, after, acceptedAs, range } = occurrence;
  const already = acceptedAs === null ? '' : ` · ${acceptedAs === type ? 'already' : `now ${typeWords('entity', acceptedAs)}`}`;
  return { label: plain(`…${before}${words}${after}…`), description: `line ${range.start.line + 1}${already}`, picked: acceptedAs !== type, occurrence };
}

/** From the selected words, which are what is claimed: then who answers for them, then by which words. */
export async function addClaim(parts: AddingParts, editor: TextEditor): Promise<void> {
  const { document } = editor;
  const { version } = document;
  const content = inLines(document, editor.selections);
  const [first] = content;
  const last = content.at(-1);
  if (first === undefined || last === undefined) { say('Select the words that are claimed first.'); return; }
  const likely = await parts.requests.likelyParts(document, new Range(first.start, last.end));
  const source = await askPart(parts, editor, 'Who answers for it?', 'source', likely?.sources ?? []);
  if (source === undefined) return;
  const cue = await askPart(parts, editor, 'By which words is it said?', 'cue', likely?.cues ?? []);
  if (cue === undefined) return;
  const decision: Decision = { do: 'addClaim', parts: { source: source.map(toLsp), cue: cue.map(toLsp), content: content.map(toLsp) }, attributes: {} };
  if ((await parts.deciding.decide(document, version, [decision])) !== undefined) say(`Added the claim ${quoted(document.getText(first))}`);
}

interface PartItem extends QuickPickItem {
  readonly choice?: readonly Range[] | 'text';
}

/** Empty for none; undefined if the person left. */
async function askPart({ picking, suspend }: AddingParts, editor: TextEditor, title: string, part: 'source' | 'cue', likely: readonly LikelyPart[]): Promise<readonly Range[] | undefined> {
  const none = `$(circle-slash) No ${part}`;
  const items: PartItem[] = [
    ...likely.map(({ text, reason, ranges }) => ({ label: ranges.length === 0 ? none : plain(text), description: plain(reason), choice: ranges.map(fromLsp) })),
    ...(likely.length === 0 ? [] : [{ label: '', kind: QuickPickItemKind.Separator }]),
    // Where it is likely it stands among the likely ones.
    ...(likely.some(({ ranges }) => ranges.length === 0) ? [] : [{ label: none, description: part === 'source' ? 'Nobody is named for it' : '', choice: [] }]),
    { label: '$(selection) Select in the text…', choice: 'text' },
  ];
  const picked = await window.showQuickPick(items, { title, placeHolder: 'Likeliest first', matchOnDescription: true });
  if (picked?.choice === undefined) return undefined;
  if (picked.choice !== 'text') return picked.choice;
  suspend(true);
  try {
    const selected = await picking.ask(`Select the ${part}`);
    return selected === undefined ? undefined : inLines(editor.document, selected);
  } finally {
    suspend(false);
  }
}

function quoted(text: string): string {
  return `“${text.length > QUOTE_LENGTH ? `${text.slice(0, QUOTE_LENGTH)}…` : text}”`;
}

/** The editor would draw an icon for what the article happens to write as one. */
export function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}

