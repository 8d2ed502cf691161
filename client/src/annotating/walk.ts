/** Which annotation is meant, and which comes next. Pure. */
import type { Position, Range } from 'vscode-languageserver-protocol';
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';

export interface Placed extends AnnotationItem {
  readonly range: Range;
}

export function isPlaced(item: AnnotationItem): item is Placed {
  return item.range !== null;
}

/** A person has yet to say something: a suggestion, or an annotation whose words were changed. */
export function waits({ review, anchoring }: Pick<AnnotationItem, 'review' | 'anchoring'>): boolean {
  return review === 'undecided' || (review === 'accepted' && (anchoring === 'edited' || anchoring === 'incomplete'));
}

/**
 * The annotation at a place: the known one if it is there, else one that waits before one that is decided, the shorter before the longer.
 * One that only ends there is meant if none holds the place.
 */
export function itemAt(items: readonly AnnotationItem[], at: Position, known?: string): Placed | undefined {
  const there = items.filter(isPlaced).filter(({ range, review }) => review !== 'rejected' && compare(range.start, at) <= 0 && compare(at, range.end) <= 0);
  const inside = there.filter(({ range }) => compare(at, range.end) < 0);
  const candidates = inside.length > 0 ? inside : there;
  return candidates.find(({ id }) => id === known) ?? [...candidates].sort((a, b) => Number(waits(b)) - Number(waits(a)) || bySize(a, b))[0];
}

/** The annotation that a link on a card means by its place: an entity of just these words, else the claim whose first cue (or first words) they begin. */
export function itemOn(items: readonly AnnotationItem[], { start, end }: Range): Placed | undefined {
  const placed = items.filter(isPlaced).filter(({ review }) => review !== 'rejected');
  const entity = placed.find(({ kind, range }) => kind === 'entity' && compare(range.start, start) === 0 && compare(range.end, end) === 0);
  const claims = placed.filter(({ parts }) => {
    const first = parts?.cue[0] ?? parts?.content[0];
    return first !== undefined && compare(first.start, start) === 0;
  });
  return entity ?? claims.sort(bySize)[0];
}

/**
 * What waits, from one of the list on (or from a place, for one that is not in it), around the end, in the order in which to look at it.
 * The one itself is not among them.
 */
export function* onwards(items: readonly AnnotationItem[], at: Position, direction: 'next' | 'previous', from?: string): Generator<Placed, undefined> {
  const placed = items.filter(isPlaced);
  const index = placed.findIndex(({ id }) => id === from);
  const start = index >= 0 ? index : placed.filter(({ range }) => compare(range.start, at) < 0).length - (direction === 'next' ? 1 : 0);
  for (let step = 1; step <= placed.length; step++) {
    const offset = direction === 'next' ? step : -step;
    const item = placed[(((start + offset) % placed.length) + placed.length) % placed.length];
    if (item !== undefined && waits(item) && item.id !== from) yield item;
  }
}

/** The list as it is after a decision of ours, until it is asked for again. */
export function decided(items: readonly AnnotationItem[], ids: readonly string[], review: 'accepted' | 'rejected', newIds: readonly string[]): AnnotationItem[] {
  return items.map((item) => {
    const index = ids.indexOf(item.id);
    if (index < 0) return item;
    return { ...item, review, id: newIds[index] ?? item.id, anchoring: item.anchoring === 'edited' ? 'anchored' : item.anchoring };
  });
}

export function compare(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

/** Lines weigh more than any line is long. */
function bySize(a: Placed, b: Placed): number {
  return size(a.range) - size(b.range);
}

function size({ start, end }: Range): number {
  return (end.line - start.line) * 1e6 + end.character - start.character;
}
