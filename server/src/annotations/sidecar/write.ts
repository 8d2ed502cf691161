/** A sidecar as text: one annotation a line, one target a line where there are several, so that differences show what people did. */
import type { Annotation } from '../annotation.js';
import { itemText } from './item.js';
import { inOrder, jsonText } from './json.js';
import type { Sidecar } from './sidecar.js';
import { OUR_CONTEXT } from './sidecar.js';

const ROOT_KEYS = ['@context', 'id', 'type', 'aa:formatVersion', 'aa:textSha256'];

/** `textOf`: an annotation's lines, for who has them already. */
export function writeSidecar(sidecar: Sidecar, textOf: (annotation: Annotation) => string = (annotation) => itemText(annotation, sidecar.article)): string {
  const { id, formatVersion, textSha256, unknown } = sidecar;
  const ours = { '@context': OUR_CONTEXT, id, type: 'AnnotationPage', 'aa:formatVersion': formatVersion, 'aa:textSha256': textSha256 };
  const head = Object.entries(inOrder({ ...ours, ...unknown }, ROOT_KEYS)).map(([key, value]) => `${jsonText(key)}:${jsonText(value)},\n`);
  const items = inFileOrder(sidecar.annotations).map(textOf);
  return `{\n${head.join('')}"items":[\n${items.join(',\n')}${items.length > 0 ? '\n' : ''}]\n}\n`;
}

/** By first start, the longer one first, then by id; what has no place in the text comes last. */
export function inFileOrder(annotations: readonly Annotation[]): readonly Annotation[] {
  const keyed = annotations.map((annotation) => ({ annotation, ...extentOf(annotation) }));
  // Differences of two infinities are not numbers: compared one by one.
  const order = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);
  return keyed
    .sort((a, b) => order(a.start, b.start) || order(b.end, a.end) || (a.annotation.id < b.annotation.id ? -1 : a.annotation.id > b.annotation.id ? 1 : 0))
    .map(({ annotation }) => annotation);
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
