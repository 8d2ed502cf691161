/**
 * What a large edit took away is sought in what it brought, by the rule that holds on opening: on its words, or orphaned with proposals.
 * Only words that the edit brought count: what stood elsewhere in the text before is not what was moved.
 */
import type { Annotation } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import type { Pace } from '../reanchor/index.js';
import { reanchorInSlices } from '../reanchor/index.js';
import { anchorsFor, wholeCharacters } from '../selectors.js';
import type { LiveAnnotations } from './live.js';
import type { Loss } from './lost.js';
import type { TrackedSpan } from './track.js';

/** Gives whether anything has another place now. */
export async function seekLost(state: LiveAnnotations, pace: Pace): Promise<boolean> {
  let changed = false;
  while (state.lost.isDue) {
    const { news } = state.lost;
    const search = state.lost.take(state.track);
    const annotations = remembered(state.lost.all, search.losses);
    const record = state.record();
    try {
      const placements = await reanchorInSlices(new CanonicalText(record.text), annotations, undefined, { ...pace, isCancelled: () => state.lost.news !== news });
      // Another text has come: all is sought in that one.
      if (placements === null) continue;
      search.losses.forEach((loss, i) => {
        const placement = placements[i];
        if (placement === undefined) return;
        const isOrphan = placement.anchoring === 'orphaned';
        loss.parts.forEach(({ span }, nth) => {
          const found = placement.anchors[nth];
          if (found === undefined || !state.track.isWounded(span)) return;
          if (isOrphan || found.span === null) {
            if (span.isEmpty) state.lost.propose(state.track, span, found.proposals.slice(0, 3).map((one) => record.add(one)));
            return;
          }
          const place = record.add(found.span);
          const { start, end, isEmpty } = place;
          state.track.remove(place);
          if (isEmpty || !search.isBrought({ start, end }) || (!span.isEmpty && (start > span.start || end < span.end)) || isTaken(state, loss, span, { start, end })) return;
          state.lost.relocate(state.track, span, { start, end }, found.edited);
          changed = true;
        });
      });
    } finally {
      record.end();
    }
    search.done();
  }
  return changed;
}

/** As the sidecar would keep them, computed on the text that they stood in. */
function remembered(all: readonly Loss[], sought: readonly Loss[]): Annotation[] {
  const byText = new Map<string, Loss[]>();
  for (const loss of all) {
    if (loss.text === null) continue;
    const text = loss.text.toString();
    const same = byText.get(text);
    if (same === undefined) byText.set(text, [loss]);
    else same.push(loss);
  }
  for (const [text, losses] of byText) {
    const canonical = new CanonicalText(text);
    const anchors = anchorsFor(canonical, losses.flatMap(({ places }) => places.map(({ role, start, end }) => ({ ...wholeCharacters(canonical, start, end), ...(role === undefined ? {} : { role }) }))));
    let next = 0;
    for (const loss of losses) {
      loss.annotation = { ...loss.live.annotation, anchors: anchors.slice(next, next + loss.places.length) };
      loss.text = null;
      next += loss.places.length;
    }
  }
  return sought.map(({ live, annotation }) => annotation ?? live.annotation);
}

/** Another one of the same kind and type stands there. */
function isTaken(state: LiveAnnotations, { live: { annotation } }: Loss, span: TrackedSpan<unknown>, place: { start: number; end: number }): boolean {
  const { body } = annotation;
  return body.type === 'entity' && state.track.within(place).some((other) => {
    const held = other.holder?.annotation;
    return other !== span && other.start === place.start && other.end === place.end && held !== undefined && held.id !== annotation.id && held.body.type === 'entity' && held.body.entityType === body.entityType && held.review === annotation.review;
  });
}
