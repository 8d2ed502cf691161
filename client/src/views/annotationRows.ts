/** The view of annotations: what is undecided, what is decided, and what has lost its place. Pure. */
import type { AnnotationItem, AnnotationLine } from '../../../server/src/annotatingProtocol.js';
import { CHECK_WORDS } from '../annotating/checkWords.js';
import { typeWords } from '../annotating/keys.js';
import { waits } from '../annotating/walk.js';
import { TYPES } from './entityTypes.js';
import { headings, inPages } from './pages.js';
import type { Paged } from './pages.js';
import type { NumberedLine } from './numberedLines.js';
import { inOrder, keptRows, matchesText, plural, shortened } from './row.js';
import type { Choices, Row } from './row.js';
import { KINDS } from './sourceKinds.js';

/** Characters of the words, after which there is room for what they are. */
const QUOTE_LENGTH = 40;

const GROUPS = ['undecided', 'decided', 'orphaned'] as const;
type Group = (typeof GROUPS)[number];
const GROUP_WORDS: Readonly<Record<Group, string>> = { undecided: 'Undecided', decided: 'Decided', orphaned: 'Orphaned' };
/** Of a row that stands in another person's file, and has no buttons. */
export const OTHERS = 'others';

const annotationRow = keptRows(newRow);

export function chosenLines(lines: readonly NumberedLine<AnnotationLine>[], { text, kinds, order }: Choices): NumberedLine<AnnotationLine>[] {
  const seen = lines.filter(({ line }) => isChosen(line, text, kinds));
  return inOrder(seen, order, ({ line }) => line.quote, ({ line }) => 1 - (line.confidence ?? 1));
}

function isChosen(line: Pick<AnnotationItem, 'quote' | 'kind' | 'type'>, text: string, kinds: Choices['kinds']): boolean {
  return (kinds?.has(kindOf(line)) ?? true) && matchesText(text, () => [line.quote, wordsOf(line)]);
}

export function annotationRows(chosen: readonly NumberedLine<AnnotationLine>[]): Row[] {
  const groups: Record<Group, Paged<NumberedLine<AnnotationLine>>[]> = { undecided: [], decided: [], orphaned: [] };
  const others = new Map<string, Paged<NumberedLine<AnnotationLine>>[]>();
  for (const one of inPages(chosen, ({ row }) => row)) {
    const { by } = one.thing.line;
    const group = by === null ? groups[groupOf(one.thing.line)] : others.get(by) ?? [];
    group.push(one);
    if (by !== null) others.set(by, group);
  }
  const under = (id: string, words: string, paged: readonly Paged<NumberedLine<AnnotationLine>>[]): Row[] => headings(`group:${id}`, words, paged, ({ line }) => line.quote, annotationRow);
  return [...GROUPS.flatMap((group) => under(group, GROUP_WORDS[group], groups[group])), ...[...others].flatMap(([by, paged]) => under(`${OTHERS}:${by}`, `In the file of ${by}`, paged))];
}

/** Types of which there is one, with how many. */
export function annotationKinds(lines: readonly AnnotationLine[]): { kind: string; label: string; count: number }[] {
  const counts = new Map<string, { kind: string; label: string; count: number }>();
  for (const line of lines) {
    const kind = kindOf(line);
    counts.set(kind, { kind, label: wordsOf(line), count: (counts.get(kind)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}

export function annotationTable(items: readonly AnnotationItem[], { text, kinds, order }: Choices): string[][] {
  const chosen = inOrder(items.filter((item) => isChosen(item, text, kinds)), order, ({ quote }) => quote, ({ confidence }) => 1 - (confidence ?? 1));
  return [
    ['Words', 'Kind', 'Type', 'Decision', 'Place', 'Checked', 'Notes', 'Line'],
    ...chosen.map((item) => [
      item.quote, item.kind, typeWords(item.kind, item.type), item.review, item.anchoring, item.check === null ? '' : CHECK_WORDS[item.check], String(item.comments),
      item.range === null ? '' : String(item.range.start.line + 1),
    ]),
  ];
}

export function groupOf(line: AnnotationLine): Group {
  if (line.anchoring === 'orphaned') return 'orphaned';
  return waits(line) ? 'undecided' : 'decided';
}

function newRow({ line, row }: NumberedLine<AnnotationLine>): Row {
  const { kind, type, quote, review, anchoring, check, comments, proposals } = line;
  const notes = [
    wordsOf(line),
    ...(review === 'undecided' ? [] : [review]),
    ...(anchoring === 'edited' ? ['words changed'] : anchoring === 'incomplete' ? ['a part is lost'] : []),
    ...(line.by !== null && anchoring === 'orphaned' ? ['not in this text'] : anchoring === 'orphaned' ? [proposals === 0 ? 'no likely place' : plural(proposals, 'likely place')] : []),
    ...(check === null || check === 'unchecked' ? [] : [CHECK_WORDS[check].toLowerCase()]),
    ...(comments === 0 ? [] : [plural(comments, 'note')]),
  ];
  return {
    id: `annotation:${row}`, kind: 'annotation', context: contextOf(line), label: shortened(quote, QUOTE_LENGTH), icon: iconOf(kind, type), description: notes.join(' · '),
    tooltip: `${quote}\n${notes.join(', ')}`, spoken: [quote, ...notes].join(', '), rows: [],
  };
}

/** For the buttons of a row. */
function contextOf(line: AnnotationLine): string {
  if (line.by !== null) return OTHERS;
  const group = groupOf(line);
  if (group === 'orphaned') return line.proposals === 0 ? 'lostOrphan' : 'orphan';
  return group === 'undecided' && line.review === 'accepted' ? 'changed' : line.review;
}

function iconOf(kind: 'entity' | 'claim', type: string): string {
  if (kind === 'claim') return type in KINDS ? KINDS[type as keyof typeof KINDS].icon : 'quote';
  return type in TYPES ? TYPES[type as keyof typeof TYPES].icon : 'tag';
}

function kindOf({ kind, type }: Pick<AnnotationItem, 'kind' | 'type'>): string {
  return `${kind} ${type}`;
}

function wordsOf({ kind, type }: Pick<AnnotationItem, 'kind' | 'type'>): string {
  return kind === 'claim' ? `claim, ${typeWords(kind, type)}` : typeWords(kind, type);
}
