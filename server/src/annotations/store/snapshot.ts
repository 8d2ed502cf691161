/** What a sidecar holds of a state: each annotation as it was written or read, beside the state that it was made from. */
import type { Annotation, StoredAnchor } from '../annotation.js';
import { CanonicalText } from '../canonicalText.js';
import type { Live, LiveAnnotations } from '../live/live.js';
import type { SpanToKeep } from '../selectors.js';
import { anchorsFor, wholeCharacters } from '../selectors.js';
import { itemText } from '../sidecar/item.js';
import type { Sidecar, SidecarHead } from '../sidecar/sidecar.js';
import type { Content } from './content.js';
import { Pages } from './pages.js';

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
  readonly head: SidecarHead;
  readonly isEmpty: boolean;
  /** The file's; `rest` is waited for now and then. */
  content(rest: () => Promise<void>): Promise<Content>;
}

export class Snapshot {
  /** Made with the first file that is written. */
  private pages: Pages<Kept> | null = null;

  constructor(private readonly kept: ReadonlyMap<string, Kept>, private readonly canonical: CanonicalText | null = null) {}

  static empty(): Snapshot {
    return new Snapshot(new Map());
  }

  static read(sidecar: Sidecar, live: LiveAnnotations): Snapshot {
    return new Snapshot(new Map(sidecar.annotations.map((annotation) => [annotation.id, { live: live.all.get(annotation.id), annotation, hash: sidecar.textSha256 }])));
  }

  /** The state as a file; what the former snapshot holds already is taken from it as it is. */
  static of(live: LiveAnnotations, former: Snapshot, head: SidecarHead): Made {
    const canonical = former.canonical?.document === live.textNow ? former.canonical : new CanonicalText(live.textNow);
    const changes = new Map<string, Kept | null>();
    const anew: Live[] = [];
    for (const [id, one] of live.all) {
      if (former.kept.get(id)?.live === one) continue;
      if (one.annotation.raw !== undefined) changes.set(id, { live: one, annotation: one.annotation, hash: undefined });
      else anew.push(one);
    }
    for (const id of former.kept.keys()) if (!live.all.has(id)) changes.set(id, null);
    const hash = anew.length === 0 ? undefined : canonical.sha256;
    const anchors = anchorsOf(canonical, anew);
    anew.forEach((one, i) => { changes.set(one.annotation.id, { live: one, annotation: { ...one.annotation, anchors: anchors[i]?.list ?? [] }, hash: anchors[i]?.isNew === true ? hash : undefined }); });
    const snapshot = former.with(changes, canonical);
    const made = { ...head, textSha256: snapshot.onlyHash() ?? head.textSha256 };
    return { snapshot, head: made, isEmpty: snapshot.kept.size === 0, content: (rest) => snapshot.content(made, rest) };
  }

  /** Hash of the text that all positions were computed on; undefined where they were computed on several, or nobody knows. */
  private onlyHash(): string | undefined {
    let only: string | undefined;
    for (const { annotation, hash } of this.kept.values()) {
      if (annotation.anchors.length === 0) continue;
      if (hash === undefined || (only !== undefined && hash !== only)) return undefined;
      only = hash;
    }
    return only;
  }

  private content(head: SidecarHead, rest: () => Promise<void>): Promise<Content> {
    this.pages ??= Pages.of(this.kept.values());
    return this.pages.content(head, (one) => linesOf(one, head.article), rest);
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
    return new Map([...this.kept].map(([id, one]) => [id, linesOf(one, article)]));
  }

  with(changes: ReadonlyMap<string, Kept | null>, canonical = this.canonical): Snapshot {
    const kept = new Map(this.kept);
    const gone: Kept[] = [];
    const come: Kept[] = [];
    for (const [id, one] of changes) {
      const before = kept.get(id);
      if (before !== undefined) gone.push(before);
      if (one === null) kept.delete(id);
      else {
        kept.set(id, one);
        come.push(one);
      }
    }
    const next = new Snapshot(kept, canonical);
    next.pages = this.pages?.with(gone, come) ?? null;
    return next;
  }
}

function linesOf(kept: Kept, article: string): string {
  if (kept.annotation.raw !== undefined) return kept.annotation.raw;
  if (kept.written?.article !== article) kept.written = { article, lines: itemText(kept.annotation, article) };
  return kept.written.lines;
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
