/** Small texts with marks in them: `[[words]]` are annotated before, and expected after. */
import { expect } from 'vitest';
import type { Annotation, Body } from '../annotation.js';
import { newAnnotation } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import { anchorsFor } from '../selectors.js';
import { reanchor } from './index.js';
import type { Placement } from './placement.js';

export const PERSON: Body = { type: 'entity', entityType: 'PERSON' };

export function marked(text: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let plain = '';
  for (const part of text.split(/(\[\[[^]*?\]\])/)) {
    const isMark = part.startsWith('[[');
    const words = isMark ? part.slice(2, -2) : part;
    if (isMark) spans.push({ start: plain.length, end: plain.length + words.length });
    plain += words;
  }
  return { text: plain, spans };
}

/** One annotation for each mark. */
export function annotated(text: string, body: Body = PERSON): { canonical: CanonicalText; annotations: Annotation[] } {
  const { text: plain, spans } = marked(text);
  const canonical = new CanonicalText(plain);
  const annotations = anchorsFor(canonical, spans).map((anchor, i) => newAnnotation({ id: `urn:uuid:${i}`, body, created: '2026-01-01T00:00:00Z', anchors: [anchor] }));
  return { canonical, annotations };
}

export function foundAgain(before: string, after: string): { placements: Placement[]; text: string; spans: { start: number; end: number }[] } {
  const { annotations } = annotated(before);
  const { text, spans } = marked(after);
  return { placements: reanchor(new CanonicalText(text), annotations, undefined), text, spans };
}

/** The one annotation of `before` stands on the mark of `after`, by this rule; or is an orphan, where there is none. */
export function check(before: string, after: string, rule: number, proposals?: readonly string[]): void {
  const { placements, text, spans } = foundAgain(before, after);
  const [anchor] = placements[0]?.anchors ?? [];
  const words = (s: { start: number; end: number } | null | undefined): string | null => (s === null || s === undefined ? null : `${s.start}: ${text.slice(s.start, s.end)}`);
  expect([words(anchor?.span), anchor?.rule, placements[0]?.anchoring]).toEqual([words(spans[0]), rule, spans.length === 0 ? 'orphaned' : rule === 5 ? 'edited' : 'anchored']);
  if (proposals !== undefined) expect(anchor?.proposals.map((s) => text.slice(s.start, s.end))).toEqual(proposals);
}
