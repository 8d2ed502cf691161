/** Which annotations may be decided on together. Pure. */
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import { typeWords } from './keys.js';

/** Confidences from which all of a type are offered; a step is left out that holds the same ones as the step before. */
const STEPS = [0.9, 0.75, 0.5, 0];

export interface Scope {
  readonly label: string;
  readonly items: readonly AnnotationItem[];
}

/** @param here what the cursor stands in, if it is something */
export function scopes(all: readonly AnnotationItem[], here: AnnotationItem | undefined): Scope[] {
  const left = all.filter(({ review, range }) => review === 'undecided' && range !== null);
  const found: Scope[] = [];
  if (here !== undefined && here.entity !== null) found.push({ label: here.kind === 'entity' ? `All of “${here.quote}”` : 'All claims of the same source', items: left.filter(({ entity, kind }) => entity === here.entity && kind === here.kind) });
  const types = new Map<string, AnnotationItem[]>();
  for (const item of left) types.set(key(item), [...(types.get(key(item)) ?? []), item]);
  const first = here === undefined ? undefined : key(here);
  const inOrder = [...types].sort(([a, x], [b, y]) => Number(b === first) - Number(a === first) || y.length - x.length);
  for (const [, items] of inOrder) found.push(...steps(items));
  found.push({ label: 'All that are left', items: left });
  return found.filter(({ items }) => items.length > 0);
}

/** All of one type that are as sure as that, from the surest step on. */
function steps(items: readonly AnnotationItem[]): Scope[] {
  const [first] = items;
  if (first === undefined) return [];
  const words = first.kind === 'entity' ? typeWords('entity', first.type) : `claim of ${typeWords('claim', first.type)}`;
  const made: Scope[] = [];
  for (const step of STEPS) {
    const sure = items.filter(({ confidence }) => (confidence ?? 1) >= step);
    if (sure.length === (made.at(-1)?.items.length ?? 0)) continue;
    made.push({ label: step === 0 ? `All of type ${words}` : `All of type ${words}, ${step * 100} % sure or more`, items: sure });
  }
  return made;
}

function key({ kind, type }: AnnotationItem): string {
  return `${kind} ${type}`;
}
