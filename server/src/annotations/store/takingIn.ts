/** What somebody else has written into the file is taken into what is being decided: another person, or the same one in another window. */
import { CanonicalText } from '../canonicalText.js';
import type { Annotation } from '../annotation.js';
import { isSame, mergeAnnotation } from '../merge.js';
import type { Live, LiveAnnotations, LiveChange } from '../live/live.js';
import { itemText } from '../sidecar/item.js';
import { sameJson } from '../sidecar/json.js';
import type { Sidecar } from '../sidecar/sidecar.js';
import type { Kept, Snapshot } from './snapshot.js';
import { writtenNow } from './snapshot.js';

export interface TakenIn {
  readonly changes: readonly LiveChange[];
  /** What the file holds otherwise now, as they wrote it; null for what it holds no longer. */
  readonly file: ReadonlyMap<string, Kept | null>;
  /** Ours differs from the file, and is to be written. */
  readonly isNews: boolean;
  /** What both have changed, each otherwise: a sentence each. */
  readonly messages: readonly string[];
}

/** `base`: each annotation as the file had it when we last saw it. `placed`: those of theirs that are new or changed, with their places. */
export function takenIn(ours: LiveAnnotations, former: Snapshot, theirs: Sidecar, base: ReadonlyMap<string, string>, placed: ReadonlyMap<string, Live>): TakenIn {
  const changes: LiveChange[] = [];
  const file = new Map<string, Kept | null>();
  const messages: string[] = [];
  const there = new Map(theirs.annotations.map((annotation) => [annotation.id, annotation]));
  const canonical = new CanonicalText(ours.textNow);
  let isNews = base.size === 0;
  const become = (id: string, after: Live | null): void => { changes.push({ id, before: ours.all.get(id) ?? null, after }); };
  for (const id of new Set([...former.ids(), ...there.keys(), ...ours.all.keys()])) {
    const [own, their] = [ours.all.get(id), there.get(id)];
    const place = placed.get(id);
    const isOurs = own === undefined ? former.has(id) : !former.holds(own);
    const isTheirs = their === undefined ? former.has(id) : place !== undefined;
    if (isTheirs) file.set(id, their === undefined ? null : { live: place, annotation: their, hash: theirs.textSha256 });
    if (!isOurs && isTheirs) become(id, place ?? null);
    if (!isOurs || !isTheirs) {
      isNews ||= isOurs;
      continue;
    }
    // Both have changed it.
    const [lines, before] = [base.get(id), former.get(id)];
    const mine = own === undefined ? undefined : versionOf(canonical, own, place, theirs.article);
    const yours = their === undefined ? undefined : { annotation: their, text: their.raw ?? itemText(their, theirs.article) };
    if (mine === undefined && yours === undefined) continue;
    if (mine !== undefined && yours !== undefined && isSame(mine, yours)) {
      become(id, place ?? null);
      continue;
    }
    const { stands, beside, message } = mergeAnnotation(lines === undefined || before === undefined ? undefined : { annotation: before.annotation, text: lines }, mine, yours, theirs.article);
    const liveWith = (annotation: Annotation): Live | null => {
      const home = own !== undefined && (place === undefined || sameJson(annotation.anchors, mine?.annotation.anchors)) ? own : place;
      return home === undefined ? null : { ...home, annotation };
    };
    if (stands === their && place !== undefined) become(id, place);
    else {
      isNews = true;
      if (stands !== mine?.annotation) become(id, stands === null ? null : liveWith({ ...stands, raw: undefined }));
    }
    const other = beside === null ? null : liveWith(beside);
    if (other !== null) become(other.annotation.id, onItsOwnSpans(ours, other));
    if (message !== null) messages.push(message);
  }
  return { changes, file, isNews, messages };
}

/** Ours as it would be written; with their place, where that is the same. */
function versionOf(canonical: CanonicalText, own: Live, place: Live | undefined, article: string): { readonly annotation: Annotation; readonly text: string } {
  const isSamePlace = place !== undefined && own.anchoring === place.anchoring && sameJson(spansOf(own), spansOf(place));
  const annotation = { ...own.annotation, anchors: isSamePlace ? place.annotation.anchors : writtenNow(canonical, own), raw: undefined };
  return { annotation, text: itemText(annotation, article) };
}

/** Two on the same words move with them each by itself. Of words that are gone at the moment the stored ones are left. */
function onItsOwnSpans({ track }: LiveAnnotations, live: Live): Live {
  const parts = live.parts.filter(({ span }) => !span.isEmpty).map(({ role, span: { start, end } }) => ({ role, span: track.add({ start, end }) }));
  return { ...live, parts, proposals: [], anchoring: parts.length < live.parts.length ? 'orphaned' : live.anchoring };
}

function spansOf({ parts }: Live): unknown[] {
  return parts.map(({ role, span: { start, end } }) => [role ?? '', start, end]);
}
