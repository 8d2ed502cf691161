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

/** A state as a file. */
export interface Made {
  readonly head: SidecarHead;
  readonly isEmpty: boolean;
  /** The file's; `rest` is waited for now and then. */
  content(rest: () => Promise<void>): Promise<Content>;
  /** The file is written: this is what the sidecar holds from now on. */
  settle(): void;
}

/** Follows the state by what changes in it, so that a decision costs as much in a file of thousands of annotations as in a file of a few. */
export class Snapshot {
  private readonly kept: Map<string, Kept>;
  /** Made with the first file that is written. */
  private pages: Pages<Kept> | null = null;
  private canonical: CanonicalText | null = null;
  /** So many of the state's changes are known: what has not changed since is held as it is. */
  private seen = 0;
  /** Annotations that were looked at for files, ever: for the test that counts work. */
  looked = 0;

  private constructor(kept: Iterable<readonly [string, Kept]>) {
    this.kept = new Map(kept);
  }

  static empty(): Snapshot {
    return new Snapshot([]);
  }

  static read(sidecar: Sidecar, live: LiveAnnotations): Snapshot {
    return new Snapshot(sidecar.annotations.map((annotation) => [annotation.id, { live: live.all.get(annotation.id), annotation, hash: sidecar.textSha256 }]));
  }

  /** The state as a file; what is held already is taken as it is. Always asked about the same state. */
  made(live: LiveAnnotations, head: SidecarHead): Made {
    const canonical = this.canonical?.document === live.textNow ? this.canonical : new CanonicalText(live.textNow);
    const seen = live.changed.length;
    const changes = new Map<string, Kept | null>();
    const anew: Live[] = [];
    for (const id of new Set(live.changed.slice(this.seen))) {
      this.looked++;
      const one = live.all.get(id);
      if (one === undefined) {
        if (this.kept.has(id)) changes.set(id, null);
      } else if (this.kept.get(id)?.live !== one) {
        if (one.annotation.raw !== undefined) changes.set(id, { live: one, annotation: one.annotation, hash: undefined });
        else anew.push(one);
      }
    }
    const hash = anew.length === 0 ? undefined : canonical.sha256;
    const anchors = anchorsOf(canonical, anew);
    anew.forEach((one, i) => { changes.set(one.annotation.id, { live: one, annotation: { ...one.annotation, anchors: anchors[i]?.list ?? [] }, hash: anchors[i]?.isNew === true ? hash : undefined }); });
    this.pages ??= Pages.of(this.kept.values());
    const pages = this.pagesWith(this.pages, changes);
    const made = { ...head, textSha256: pages.onlyHash() ?? head.textSha256 };
    return {
      head: made, isEmpty: pages.isEmpty, content: (rest) => pages.content(made, (one) => linesOf(one, made.article), rest),
      settle: () => {
        this.take(changes, pages);
        this.canonical = canonical;
        this.seen = seen;
      },
    };
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

  /** The file holds these now, and no longer those that are null. */
  take(changes: ReadonlyMap<string, Kept | null>, pages = this.pages === null ? null : this.pagesWith(this.pages, changes)): void {
    for (const [id, one] of changes) {
      if (one === null) this.kept.delete(id);
      else this.kept.set(id, one);
    }
    this.pages = pages;
  }

  private pagesWith(pages: Pages<Kept>, changes: ReadonlyMap<string, Kept | null>): Pages<Kept> {
    const gone = [...changes.keys()].flatMap((id) => this.kept.get(id) ?? []);
    return pages.with(gone, [...changes.values()].filter((one) => one !== null));
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
