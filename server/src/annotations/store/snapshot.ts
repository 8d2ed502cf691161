/** What a sidecar holds of a state: each annotation as it was written or read, beside the state that it was made from. */
import type { Annotation, StoredAnchor } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import type { Live, LiveAnnotations } from '../live/live.js';
import type { SpanToKeep } from '../selectors.js';
import { anchorsFor, wholeCharacters } from '../selectors.js';
import { itemText } from '../sidecar/item.js';
import type { Sidecar } from '../sidecar/sidecar.js';
import { writeSidecar } from '../sidecar/write.js';

export interface Kept {
  readonly live: Live | undefined;
  readonly annotation: Annotation;
  /** Hash of the text that its positions were computed on; undefined where nobody knows. */
  readonly hash: string | undefined;
  /** Its lines in the file, once they were asked for. */
  written?: { readonly article: string; readonly lines: string };
}

export interface Made {
  readonly snapshot: Snapshot;
  readonly sidecar: Sidecar;
  readonly content: string;
  readonly isEmpty: boolean;
}

export class Snapshot {
  constructor(private readonly kept: ReadonlyMap<string, Kept>, private readonly canonical: CanonicalText | null = null) {}

  static empty(): Snapshot {
    return new Snapshot(new Map());
  }

  static read(sidecar: Sidecar, live: LiveAnnotations): Snapshot {
    return new Snapshot(new Map(sidecar.annotations.map((annotation) => [annotation.id, { live: live.all.get(annotation.id), annotation, hash: sidecar.textSha256 }])));
  }

  /** The state as a file; what the former snapshot holds already is taken from it as it is. */
  static of(live: LiveAnnotations, former: Snapshot, head: Sidecar): Made {
    const canonical = former.canonical?.document === live.textNow ? former.canonical : new CanonicalText(live.textNow);
    const kept = new Map<string, Kept>();
    const anew: Live[] = [];
    for (const one of live.all.values()) {
      const { annotation } = one;
      const known = former.kept.get(annotation.id);
      if (known !== undefined && known.live === one) kept.set(annotation.id, known);
      else if (annotation.raw !== undefined) kept.set(annotation.id, { live: one, annotation, hash: undefined });
      else anew.push(one);
    }
    const hash = anew.length === 0 ? undefined : canonical.sha256;
    const anchors = anchorsOf(canonical, anew);
    anew.forEach((one, i) => { kept.set(one.annotation.id, { live: one, annotation: { ...one.annotation, anchors: anchors[i]?.list ?? [] }, hash: anchors[i]?.isNew === true ? hash : undefined }); });
    const hashes = new Set([...kept.values()].filter(({ annotation }) => annotation.anchors.length > 0).map((one) => one.hash));
    const [only] = hashes;
    const annotations = [...kept.values()].map(({ annotation }) => annotation);
    const sidecar: Sidecar = { ...head, textSha256: hashes.size === 1 && only !== undefined ? only : head.textSha256, annotations };
    const snapshot = new Snapshot(kept, canonical);
    return { snapshot, sidecar, content: writeSidecar(sidecar, ({ id }) => snapshot.textOf(id, sidecar.article)), isEmpty: annotations.length === 0 };
  }

  get(id: string): Kept | undefined {
    return this.kept.get(id);
  }

  has(id: string): boolean {
    return this.kept.has(id);
  }

  ids(): IterableIterator<string> {
    return this.kept.keys();
  }

  holds(live: Live): boolean {
    return this.kept.get(live.annotation.id)?.live === live;
  }

  annotations(): Annotation[] {
    return [...this.kept.values()].map(({ annotation }) => annotation);
  }

  /** Each annotation as the file has it. */
  texts(article: string): Map<string, string> {
    return new Map([...this.kept.keys()].map((id) => [id, this.textOf(id, article)]));
  }

  private textOf(id: string, article: string): string {
    const kept = this.kept.get(id);
    if (kept === undefined) return '';
    if (kept.annotation.raw !== undefined) return kept.annotation.raw;
    if (kept.written?.article !== article) kept.written = { article, lines: itemText(kept.annotation, article) };
    return kept.written.lines;
  }

  with(changes: ReadonlyMap<string, Kept | null>): Snapshot {
    const kept = new Map(this.kept);
    for (const [id, one] of changes) {
      if (one === null) kept.delete(id);
      else kept.set(id, one);
    }
    return new Snapshot(kept, this.canonical);
  }
}

/** What would be written of the places of one, now. */
export function writtenNow(canonical: CanonicalText, live: Live): readonly StoredAnchor[] {
  return anchorsOf(canonical, [live])[0]?.list ?? [];
}

interface Anchors {
  readonly list: readonly StoredAnchor[];
  /** Computed on the present text. */
  readonly isNew: boolean;
}

const ROLES = ['source', 'cue', 'content'] as const;

function anchorsOf(canonical: CanonicalText, lives: readonly Live[]): Anchors[] {
  const plans = lives.map((live) => planOf(canonical, live));
  const computed = anchorsFor(canonical, plans.flatMap((plan) => (Array.isArray(plan) ? plan : [])));
  let next = 0;
  return plans.map((plan): Anchors => {
    if (!Array.isArray(plan)) return { list: plan.list, isNew: false };
    const list = computed.slice(next, next + plan.length);
    next += plan.length;
    return { list, isNew: true };
  });
}

/** The spans to compute anchors for; or anchors that stay, since a place is not known or its words are not confirmed. */
function planOf(canonical: CanonicalText, { annotation, parts, anchoring }: Live): SpanToKeep[] | { readonly list: readonly StoredAnchor[] } {
  const whole = [...parts].sort((a, b) => roleOrder(a.role) - roleOrder(b.role) || a.span.start - b.span.start);
  const isKnown = anchoring === 'anchored' && parts.length > 0 && parts.every(({ span }) => span.hasWords(canonical.document) && !span.isEdited);
  if (isKnown) return whole.map(({ role, span }) => ({ ...wholeCharacters(canonical, span.start, span.end), ...(role === undefined ? {} : { role }) }));
  if (annotation.anchors.length > 0 || parts.length === 0) return { list: annotation.anchors };
  // Its words were deleted before it was ever written: they are all that is known.
  return {
    list: whole.map(({ role, span }) => ({
      ...(role === undefined ? {} : { role }), count: 1, exact: span.wordsIn(canonical.document), prefix: undefined, suffix: undefined, start: undefined, end: undefined,
    })),
  };
}

function roleOrder(role: StoredAnchor['role']): number {
  return role === undefined ? -1 : ROLES.indexOf(role);
}
