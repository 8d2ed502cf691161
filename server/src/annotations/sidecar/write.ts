/** A sidecar as text: one annotation a line, one target a line where there are several, so that differences show what people did. */
import type { Annotation } from '../annotation.js';
import { itemText } from './item.js';
import { inOrder, jsonText } from './json.js';
import type { Sidecar, SidecarHead } from './sidecar.js';
import { OUR_CONTEXT } from './sidecar.js';

const ROOT_KEYS = ['@context', 'id', 'type', 'aa:formatVersion', 'aa:textSha256'];

/** What stands before the annotations. */
export function headText({ id, formatVersion, textSha256, unknown }: SidecarHead): string {
  const ours = { '@context': OUR_CONTEXT, id, type: 'AnnotationPage', 'aa:formatVersion': formatVersion, 'aa:textSha256': textSha256 };
  const head = Object.entries(inOrder({ ...ours, ...unknown }, ROOT_KEYS)).map(([key, value]) => `${jsonText(key)}:${jsonText(value)},\n`);
  return `{\n${head.join('')}"items":[\n`;
}

/** What stands between two annotations, and behind the last: of a file without any, `TAIL_OF_NONE`. */
export const BETWEEN = ',\n';
export const TAIL = '\n]\n}\n';
export const TAIL_OF_NONE = ']\n}\n';

export function writeSidecar(sidecar: Sidecar): string {
  const items = [...sidecar.annotations].sort(orderInFile).map((annotation) => itemText(annotation, sidecar.article));
  return `${headText(sidecar)}${items.join(BETWEEN)}${items.length > 0 ? TAIL : TAIL_OF_NONE}`;
}

/** By first start, the longer one first, then by id; what has no place in the text comes last. */
export function orderInFile(a: Annotation, b: Annotation): number {
  const [one, other] = [extentOf(a), extentOf(b)];
  return compared(one.start, other.start) || compared(other.end, one.end) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Differences of two infinities are not numbers. */
function compared(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

interface Extent {
  readonly start: number;
  readonly end: number;
}

/** By anchors, which are replaced and never changed: a file is written after every decision. */
const extents = new WeakMap<Annotation['anchors'], Extent>();

function extentOf({ anchors }: Annotation): Extent {
  const known = extents.get(anchors);
  if (known !== undefined) return known;
  let start = Infinity;
  let end = -Infinity;
  for (const anchor of anchors) {
    if (anchor.start === undefined || anchor.end === undefined) continue;
    start = Math.min(start, anchor.start);
    end = Math.max(end, anchor.end);
  }
  const extent = { start, end };
  extents.set(anchors, extent);
  return extent;
}
