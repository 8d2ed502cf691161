import type { Structure } from '../types.js';
import { classify } from './classify.js';
import { splitRaw } from './paragraphs.js';
import { rawShape } from './shape.js';

/** Blocks and date of a whole text, nothing kept from an earlier version. */
export function analyseStructure(text: string): Structure {
  const raw = splitRaw(text);
  const shapes = raw.map((paragraph) => rawShape(text.slice(paragraph.start, paragraph.end)));
  return classify(text, raw, (i) => shapes[i] ?? rawShape(''));
}
