import type { Annotation } from '../annotation.js';
import type { CanonicalText } from '../canonicalText.js';
import type { AnchorPlacement, Placement } from './placement.js';

const LOST: AnchorPlacement = { span: null, edited: false, rule: 6, proposals: [], why: 'no-candidate' };

/** Yields between annotations. */
export function* placing(canonical: CanonicalText, annotations: readonly Annotation[], storedHash: string | undefined): Generator<void, Placement[]> {
  const isSame = storedHash === canonical.sha256;
  const placements: Placement[] = [];
  for (const { id, anchors } of annotations) {
    const placed = anchors.map((anchor): AnchorPlacement => {
      const start = anchor.start === undefined ? undefined : canonical.fromCodePoint(anchor.start);
      const end = anchor.end === undefined ? undefined : canonical.fromCodePoint(anchor.end);
      if (!isSame || start === undefined || end === undefined || canonical.text.slice(start, end) !== anchor.exact) return LOST;
      return { span: canonical.spanToDocument({ start, end }), edited: false, rule: 0, proposals: [], why: null };
    });
    placements.push({ id, anchoring: placed.every(({ span }) => span !== null) ? 'anchored' : 'orphaned', anchors: placed });
    yield;
  }
  return placements;
}
