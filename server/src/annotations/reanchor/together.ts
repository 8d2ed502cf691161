/** Annotations that were found each by itself, looked at together: no two on one place that stood apart, none that has changed sides. */
import type { CanonicalText } from '../canonicalText.js';
import type { StoredAnchor } from '../annotation.js';
import type { Target } from './place.js';
import type { Lost } from './placement.js';

export function settleTogether(targets: readonly Target[], canonical: CanonicalText): void {
  loseTaken(targets);
  loseCrossed(targets, canonical);
}

/** Of those of one kind and type on one span, the one with the better rule stays; then the one with the higher score, then the first. */
function loseTaken(targets: readonly Target[]): void {
  const byPlace = new Map<string, Target[]>();
  for (const target of targets) {
    const { span, annotation: { body }, anchor } = target;
    if (span === null) continue;
    const key = `${body.type} ${body.type === 'entity' ? body.entityType : ''} ${anchor.role ?? ''} ${span.start}-${span.end}`;
    const same = byPlace.get(key);
    if (same === undefined) byPlace.set(key, [target]);
    else same.push(target);
  }
  for (const same of byPlace.values()) {
    const [best, ...others] = [...same].sort((a, b) => a.rule - b.rule || b.score - a.score);
    for (const other of others) if (best !== undefined && !stoodTogether(best.anchor, other.anchor)) lose(other, 'taken');
  }
}

/** On one span; or with the same words around them, since positions may be those of two versions of the text. */
function stoodTogether(a: StoredAnchor, b: StoredAnchor): boolean {
  if (a.start !== undefined && a.start === b.start && a.end === b.end) return true;
  return a.exact === b.exact && a.prefix !== undefined && a.suffix !== undefined && b.prefix !== undefined && b.suffix !== undefined
    && (a.prefix.endsWith(b.prefix) || b.prefix.endsWith(a.prefix)) && (a.suffix.startsWith(b.suffix) || b.suffix.startsWith(a.suffix));
}

/**
 * What rules 1–3 found is sure of its place, whatever moved. What rules 4 and 5 found must stand in order with the most of that which is sure,
 * or have moved along with a sure neighbour.
 */
function loseCrossed(targets: readonly Target[], canonical: CanonicalText): void {
  const placed = targets.flatMap((target) => (target.span === null || target.anchor.start === undefined ? [] : [{ target, before: target.anchor.start, now: canonical.toCodePoint(target.span.start) }]));
  placed.sort((a, b) => a.before - b.before || a.now - b.now);
  const sure = placed.filter(({ target }) => target.rule <= 3);
  const backbone = longestRise(sure.map(({ now }) => now)).flatMap((i) => sure[i] ?? []);
  for (const place of placed) {
    if (place.target.rule <= 3) continue;
    const at = countBefore(backbone, place.before);
    const last = backbone[at - 1];
    let after = at;
    while (backbone[after]?.before === place.before) after++;
    const next = backbone[after];
    const inOrder = (last === undefined || last.now <= place.now) && (next === undefined || next.now >= place.now);
    if (!inOrder && !movedAlong(place, sure)) lose(place.target, 'crossed');
  }
}

interface Place {
  readonly target: Target;
  readonly before: number;
  readonly now: number;
}

/** As far from where they stood as a neighbour of about a paragraph's reach that is sure of its place. */
function movedAlong(place: Place, sure: readonly Place[]): boolean {
  const REACH = 600;
  const SLACK = 120;
  const at = countBefore(sure, place.before);
  return sure.slice(Math.max(0, at - 3), at + 3).some((other) => Math.abs(other.before - place.before) <= REACH && Math.abs(other.now - other.before - (place.now - place.before)) <= SLACK);
}

function countBefore(places: readonly Place[], before: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle]?.before ?? Infinity) < before) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices of a longest subsequence that never falls. */
function longestRise(values: readonly number[]): readonly number[] {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? 0] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1] ?? -1 : -1;
    tails[low] = i;
  });
  const rise: number[] = [];
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) rise.push(i);
  return rise.reverse();
}

function lose(target: Target, why: Lost): void {
  if (target.span === null) return;
  target.proposals = [target.span];
  target.span = null;
  target.rule = 6;
  target.why = why;
}
