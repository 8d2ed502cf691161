/** The view of annotations: what is undecided, what is decided, and what has lost its place. Pure. */
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import { CHECK_WORDS } from '../annotating/checkWords.js';
import { typeWords } from '../annotating/keys.js';
import { waits } from '../annotating/walk.js';
import { TYPES } from './entityTypes.js';
import { inOrder, matchesText, plural, shortened } from './row.js';
import type { Choices, Row } from './row.js';
import { KINDS } from './sourceKinds.js';

/** Characters of the words, after which there is room for what they are. */
const QUOTE_LENGTH = 40;

export interface NumberedItem {
  readonly item: AnnotationItem;
  /** Id of the row: stays while the words are being changed. */
  readonly row: string;
}

const GROUPS = ['undecided', 'decided', 'orphaned'] as const;
type Group = (typeof GROUPS)[number];
const GROUP_WORDS: Readonly<Record<Group, string>> = { undecided: 'Undecided', decided: 'Decided', orphaned: 'Orphaned' };

/** Rows by what they show, which is the same object as long as nothing in it changes. */
const made = new WeakMap<NumberedItem, Row>();

export function chosenItems(items: readonly NumberedItem[], { text, kinds, order }: Choices): NumberedItem[] {
  const seen = items.filter(({ item }) => (kinds?.has(kindOf(item)) ?? true) && matchesText(text, () => [item.quote, wordsOf(item)]));
  return inOrder(seen, order, ({ item }) => item.quote, ({ item }) => 1 - (item.confidence ?? 1));
}

export function annotationRows(chosen: readonly NumberedItem[]): Row[] {
  return GROUPS.flatMap((group) => {
    const rows = chosen.filter(({ item }) => groupOf(item) === group).map(annotationRow);
    const words = GROUP_WORDS[group];
    return rows.length === 0 ? [] : [{ id: `group:${group}`, kind: 'group' as const, label: words, description: String(rows.length), tooltip: `${words}: ${rows.length}`, spoken: `${words}, ${rows.length}`, rows }];
  });
}

/** Types of which there is one, with how many. */
export function annotationKinds(items: readonly AnnotationItem[]): { kind: string; label: string; count: number }[] {
  const counts = new Map<string, { kind: string; label: string; count: number }>();
  for (const item of items) {
    const kind = kindOf(item);
    counts.set(kind, { kind, label: wordsOf(item), count: (counts.get(kind)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

export function annotationTable(chosen: readonly NumberedItem[]): string[][] {
  return [
    ['Words', 'Kind', 'Type', 'Decision', 'Place', 'Checked', 'Notes', 'Line'],
    ...chosen.map(({ item }) => [
      item.quote, item.kind, typeWords(item.kind, item.type), item.review, item.anchoring, item.check === null ? '' : CHECK_WORDS[item.check], String(item.comments),
      item.range === null ? '' : String(item.range.start.line + 1),
    ]),
  ];
}

export function groupOf(item: AnnotationItem): Group {
  if (item.anchoring === 'orphaned') return 'orphaned';
  return waits(item) ? 'undecided' : 'decided';
}

function annotationRow(numbered: NumberedItem): Row {
  const known = made.get(numbered);
  if (known !== undefined) return known;
  const row = newRow(numbered);
  made.set(numbered, row);
  return row;
}

function newRow({ item, row }: NumberedItem): Row {
  const { kind, type, quote, review, anchoring, check, comments, proposals } = item;
  const notes = [
    wordsOf(item),
    ...(review === 'undecided' ? [] : [review]),
    ...(anchoring === 'edited' ? ['words changed'] : anchoring === 'incomplete' ? ['a part is lost'] : []),
    ...(anchoring === 'orphaned' ? [proposals.length === 0 ? 'no likely place' : plural(proposals.length, 'likely place')] : []),
    ...(check === null || check === 'unchecked' ? [] : [CHECK_WORDS[check].toLowerCase()]),
    ...(comments === 0 ? [] : [plural(comments, 'note')]),
  ];
  return {
    id: `annotation:${row}`, kind: 'annotation', context: contextOf(item), label: shortened(quote, QUOTE_LENGTH), icon: iconOf(kind, type), description: notes.join(' · '),
    tooltip: `${quote}\n${notes.join(', ')}`, spoken: [quote, ...notes].join(', '), rows: [],
  };
}

/** For the buttons of a row. */
function contextOf(item: AnnotationItem): string {
  const group = groupOf(item);
  if (group === 'orphaned') return item.proposals.length === 0 ? 'lostOrphan' : 'orphan';
  return group === 'undecided' && item.review === 'accepted' ? 'changed' : item.review;
}

function iconOf(kind: 'entity' | 'claim', type: string): string {
  if (kind === 'claim') return type in KINDS ? KINDS[type as keyof typeof KINDS].icon : 'quote';
  return type in TYPES ? TYPES[type as keyof typeof TYPES].icon : 'tag';
}

function kindOf({ kind, type }: AnnotationItem): string {
  return `${kind} ${type}`;
}

function wordsOf({ kind, type }: AnnotationItem): string {
  return kind === 'claim' ? `claim, ${typeWords(kind, type)}` : typeWords(kind, type);
}
