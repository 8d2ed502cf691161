/** Stored annotations on the text of an open document: where each stands, or that it has no place. */
import type { Annotation } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import type { Live, LiveAnnotations, Part } from '../live/live.js';
import type { Pace } from '../reanchor/index.js';
import { reanchorInSlices } from '../reanchor/index.js';
import type { Placement } from '../reanchor/placement.js';

/** With spans that follow the edits which are made meanwhile. `hash`: of the text on which the file's positions were computed. */
export async function placedIn(live: LiveAnnotations, annotations: readonly Annotation[], hash: string | undefined, pace: Pace): Promise<Live[]> {
  const record = live.record();
  try {
    const canonical = new CanonicalText(record.text);
    const placements = (await reanchorInSlices(canonical, annotations, hash, pace)) ?? [];
    return annotations.map((annotation, i) => liveOf(annotation, placements[i], (span) => record.add(span)));
  } finally {
    record.end();
  }
}

export function liveOf(annotation: Annotation, placement: Placement | undefined, add: (span: { start: number; end: number }) => Part['span']): Live {
  const parts: Part[] = [];
  const proposals: Part['span'][] = [];
  annotation.anchors.forEach((anchor, i) => {
    const found = placement?.anchors[i];
    if (found?.span) parts.push({ role: anchor.role, span: add(found.span) });
    else if (placement?.anchoring === 'orphaned') for (const span of found?.proposals ?? []) if (proposals.length < 3) proposals.push(add(span));
  });
  return { annotation, parts: placement?.anchoring === 'orphaned' ? [] : parts, anchoring: placement?.anchoring ?? 'anchored', proposals };
}
