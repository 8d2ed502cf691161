/** Two people, or two windows, on one file: what each of them changed since both had the same. */
import type { Annotation } from '../annotation.js';
import type { Live, LiveAnnotations, LiveChange } from '../live/live.js';
import { storedQuote } from '../live/items.js';
import { sameJson } from '../sidecar/json.js';
import type { Sidecar } from '../sidecar/sidecar.js';
import type { Kept, Snapshot } from './snapshot.js';

export interface Merged {
  readonly changes: readonly LiveChange[];
  readonly snapshot: Snapshot;
  /** Ours differs from the file, and is to be written. */
  readonly isNews: boolean;
  /** Quotes of what both have changed: theirs keeps the id, ours goes on under another. */
  readonly bothKept: readonly string[];
}

/** `base`: each annotation as the file had it when we last saw it. `placed`: those of theirs that are new or changed, with their places. */
export function merged(ours: LiveAnnotations, former: Snapshot, theirs: Sidecar, base: ReadonlyMap<string, string>, placed: ReadonlyMap<string, Live>, newId: () => string): Merged {
  const changes: LiveChange[] = [];
  const kept = new Map<string, Kept | null>();
  const bothKept: string[] = [];
  let isNews = false;
  const there = new Map(theirs.annotations.map((annotation) => [annotation.id, annotation]));
  const take = (id: string, annotation: Annotation, live: Live): void => {
    changes.push({ id, before: ours.all.get(id) ?? null, after: live });
    kept.set(id, { live, annotation, hash: theirs.textSha256 });
  };
  for (const [id, annotation] of there) {
    const own = ours.all.get(id);
    const isOurs = own === undefined ? former.has(id) : !former.holds(own);
    const live = placed.get(id);
    if (live === undefined) {
      // They have not touched it; what we did stands.
      isNews ||= isOurs;
      continue;
    }
    if (!isOurs || own === undefined || isSame(own.annotation, annotation)) take(id, annotation, live);
    else {
      const copy: Live = { ...own, annotation: { ...own.annotation, id: newId(), raw: undefined } };
      take(id, annotation, live);
      changes.push({ id: copy.annotation.id, before: null, after: copy });
      bothKept.push(own.parts.length === 0 ? storedQuote(ours.textNow, own) : quote(annotation));
      isNews = true;
    }
  }
  for (const id of former.ids()) {
    if (there.has(id)) continue;
    const own = ours.all.get(id);
    kept.set(id, null);
    if (own === undefined) continue;
    // They have taken away what we have changed: it stays.
    if (former.holds(own)) changes.push({ id, before: own, after: null });
    else isNews = true;
  }
  for (const id of ours.all.keys()) if (!there.has(id) && !former.has(id)) isNews = true;
  return { changes, snapshot: former.with(kept), isNews: isNews || base.size === 0, bothKept };
}

/** The same decision, whenever each made it. */
function isSame(a: Annotation, b: Annotation): boolean {
  return a.review === b.review && sameJson(a.body, b.body) && a.about === b.about;
}

function quote({ anchors }: Annotation): string {
  return (anchors.find(({ role }) => role === 'content') ?? anchors[0])?.exact.slice(0, 60) ?? '';
}
