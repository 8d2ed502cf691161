/** The annotations of one open document: what is decided, where it stands now, and the steps back. An entry is immutable; only its spans move. */
import type { Anchoring } from '../../annotatingProtocol.js';
import type { BlockMarks, ClaimMark, EntityMark, Marks } from '../../analysis/marks.js';
import type { Span } from '../../base/span.js';
import { overlaps, trimmed } from '../../base/span.js';
import type { Text } from '../../base/text.js';
import type { Annotation, Body, StoredAnchor } from '../annotation.js';
import { refined } from './edits.js';
import { Lost } from './lost.js';
import type { DecidedCounts } from './tally.js';
import { Tally } from './tally.js';
import type { Edit, TrackedSpan } from './track.js';
import { Track } from './track.js';

export type Role = NonNullable<StoredAnchor['role']>;

export interface Part {
  /** `undefined` for what is no claim. */
  readonly role: Role | undefined;
  readonly span: TrackedSpan<Live>;
}

export interface Live {
  readonly annotation: Annotation;
  /** Empty where it is about the whole article or about another annotation, and where its place is not known. */
  readonly parts: readonly Part[];
  readonly anchoring: Anchoring;
  readonly proposals: readonly TrackedSpan<Live>[];
}

/** What becomes of one annotation. */
export interface LiveChange {
  readonly id: string;
  readonly before: Live | null;
  readonly after: Live | null;
}

export interface Step {
  readonly label: string;
  readonly changes: readonly LiveChange[];
}

interface DoneStep extends Step {
  /** How many edits the text had had. */
  readonly edits: number;
}

interface Recording {
  readonly edits: { readonly edit: Edit; readonly before: Text; readonly after: Text }[];
}

/** Kinds of annotations that are few, and asked for often. */
const SOUGHT_TYPES = ['articleDate', 'identity', 'comment', 'check', 'reminder'] as const;
type SoughtType = (typeof SOUGHT_TYPES)[number];

/** Steps that can be taken back; beyond, the oldest are forgotten. */
const STEPS = 1000;

export class LiveAnnotations implements Marks {
  readonly track = new Track<Live>();
  private readonly byId = new Map<string, Live>();
  private readonly changes: string[] = [];
  /** Ids of those that are asked for with every reading, with every card, and with every list of a part of the article. */
  private readonly ids: Readonly<Record<SoughtType, Set<string>>> = { articleDate: new Set(), identity: new Set(), comment: new Set(), check: new Set(), reminder: new Set() };
  readonly tally = new Tally();
  private undoable: DoneStep[] = [];
  private redoable: DoneStep[] = [];
  private edits = 0;
  /** Names of those who decided, by their ids. */
  readonly people = new Map<string, string>();
  /** Grows with every change of what is decided. */
  revision = 0;
  /** What a large edit took away, to be found again. */
  readonly lost = new Lost();

  /** What is written down of edits while stored annotations are being placed. */
  private readonly records = new Set<Recording>();

  constructor(private text: Text) {}

  /** As one string, which is made for who asks. */
  get textNow(): string { return this.text.toString(); }
  get editCount(): number { return this.edits; }

  get all(): ReadonlyMap<string, Live> { return this.byId; }
  /** Ids of all that has come, gone or become another one, ever, one after the other: for who follows that. */
  get changed(): readonly string[] { return this.changes; }
  get canUndo(): boolean { return this.undoable.length > 0; }
  get canRedo(): boolean { return this.redoable.length > 0; }

  /** ISO day that a person has set. */
  get articleDate(): string | null {
    let latest: Annotation | null = null;
    let date: string | null = null;
    for (const { annotation } of this.of('articleDate')) {
      if (annotation.body.type !== 'articleDate' || (latest !== null && latest.modified > annotation.modified)) continue;
      latest = annotation;
      ({ date } = annotation.body);
    }
    return date;
  }

  /** Those of a kind, without a look at all the others. */
  of(type: SoughtType): Live[] {
    return [...this.ids[type]].flatMap((id) => {
      const live = this.byId.get(id);
      return live?.annotation.body.type === type ? [live] : [];
    });
  }

  /** As they stand in the present text. */
  get counts(): DecidedCounts {
    const wounded = new Set<Live>();
    for (const { holder } of this.track.allWounded) if (holder !== null) wounded.add(holder);
    return this.tally.of(this, wounded);
  }

  /** Nothing was written in the text since the newest decision that can be taken back. */
  get newestIsDecision(): boolean { return this.undoable[this.undoable.length - 1]?.edits === this.edits; }

  /** Of a new version, where it may differ: all of it, if that is how the client says it. */
  edit(given: Edit, after: Text): void {
    const before = this.text;
    const edit = refined(given, before, after);
    const hit = this.lost.before(edit, before, this.track, () => this.livesOfSteps());
    this.track.edit(edit, before, after);
    for (const record of this.records) record.edits.push({ edit, before, after });
    this.lost.after(edit, before, after, hit, this.track);
    this.text = after;
    if (before.slice(given.start, given.oldEnd) !== after.slice(given.start, given.newEnd)) this.edits++;
  }

  /** Of decisions that were taken back, or may be, the words are to be found again, too. */
  private livesOfSteps(): Map<TrackedSpan<Live>, Live> {
    const lives = new Map<TrackedSpan<Live>, Live>();
    for (const { changes } of [...this.undoable, ...this.redoable]) {
      for (const { before, after } of changes) for (const live of [before, after]) for (const { span } of live?.parts ?? []) if (live !== null) lives.set(span, live);
    }
    return lives;
  }

  /** From now on, until its end: spans of the present text can be added later, where the edits since then have moved them. */
  record(): { readonly text: string; add(span: Span): TrackedSpan<Live>; end(): void } {
    const { textNow: text, records, track } = this;
    const record: Recording = { edits: [] };
    records.add(record);
    return {
      text,
      add: (place) => {
        if (record.edits.length === 0) return track.add(place);
        const then = new Track<Live>();
        const span = then.add(place);
        for (const { edit, before, after } of record.edits) then.edit(edit, before, after);
        track.adopt(span, then);
        return span;
      },
      end: () => { records.delete(record); },
    };
  }

  /** A step of a person, which can be taken back. Gives where the article may look otherwise now. */
  perform(step: Step): Span[] {
    this.undoable.push({ ...step, edits: this.edits });
    if (this.undoable.length > STEPS) this.undoable.shift();
    this.redoable = [];
    return this.apply(step.changes);
  }

  undo(): { readonly step: Step; readonly where: Span[] } | null {
    const step = this.undoable.pop();
    if (step === undefined) return null;
    this.redoable.push(step);
    return { step, where: this.apply([...step.changes].reverse().map(({ id, before, after }) => ({ id, before: after, after: before }))) };
  }

  redo(): { readonly step: Step; readonly where: Span[] } | null {
    const step = this.redoable.pop();
    if (step === undefined) return null;
    this.undoable.push({ ...step, edits: this.edits });
    return { step, where: this.apply(step.changes) };
  }

  /** Changes that are no step of this person's: read from the file, written by somebody else. */
  apply(changes: readonly LiveChange[]): Span[] {
    const where: Span[] = [];
    for (const { id, after } of changes) {
      this.changes.push(id);
      const before = this.byId.get(id);
      if (before !== undefined) {
        this.tally.remove(before);
        this.hold(before, null, where);
      }
      if (after === null) {
        this.byId.delete(id);
        for (const type of SOUGHT_TYPES) this.ids[type].delete(id);
      }
      else {
        this.byId.set(id, after);
        this.tally.add(after);
        const type = SOUGHT_TYPES.find((one) => one === after.annotation.body.type);
        if (type !== undefined) this.ids[type].add(id);
        this.hold(after, after, where);
        const { creator } = after.annotation;
        if (creator?.type === 'Person' && creator.name !== '') this.people.set(creator.id, creator.name);
      }
    }
    this.revision++;
    return where;
  }

  /** The same decisions with other contents, in the state and in the steps: after a saving, after placing anew. */
  replace(changed: ReadonlyMap<Live, Live>): void {
    for (const [before, after] of changed) {
      if (this.byId.get(before.annotation.id) !== before) continue;
      this.changes.push(before.annotation.id);
      for (const { span } of before.parts) span.holder = null;
      this.byId.set(after.annotation.id, after);
      this.tally.remove(before);
      this.tally.add(after);
      for (const { span } of after.parts) span.holder = after;
    }
    const swapped = (live: Live | null): Live | null => (live === null ? null : changed.get(live) ?? live);
    const swap = (step: DoneStep): DoneStep => ({ ...step, changes: step.changes.map(({ id, before, after }) => ({ id, before: swapped(before), after: swapped(after) })) });
    this.undoable = this.undoable.map(swap);
    this.redoable = this.redoable.map(swap);
  }

  /** The same annotations for another document with this very text; the steps back stay behind. */
  copyFor(text: string): LiveAnnotations {
    const copy = new LiveAnnotations(text);
    const changes = [...this.byId.values()].map((live): LiveChange => {
      const parts = live.parts.filter(({ span }) => !span.isEmpty).map(({ role, span }) => ({ role, span: copy.track.add({ start: span.start, end: span.end }) }));
      return { id: live.annotation.id, before: null, after: { ...live, parts, proposals: [] } };
    });
    // Nothing of it is on disk yet.
    copy.apply(changes);
    copy.revision++;
    return copy;
  }

  private hold(live: Live, holder: Live | null, where: Span[]): void {
    for (const { span } of live.parts) {
      span.holder = holder;
      where.push({ start: span.start, end: span.end });
    }
  }

  /** Of some annotations, the place: from the first word to the last that is left. */
  placeOf(live: Live): Span | null {
    let start = Infinity;
    let end = -1;
    for (const { span } of live.parts) {
      if (span.isEmpty) continue;
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    }
    return end < 0 ? null : trimmed(this.text, { start, end });
  }

  /** What the editor is to be told of its place: words that are gone make an orphan while they are gone. */
  anchoringOf({ annotation: { body }, parts, anchoring }: Live): Anchoring {
    const lost = parts.filter(({ span }) => !span.hasWords(this.text));
    if (lost.length === 0) return anchoring === 'anchored' && parts.some(({ span }) => span.isEdited) ? 'edited' : anchoring;
    if (body.type !== 'claim') return 'orphaned';
    const isLost = (role: Role): boolean => parts.some((p) => p.role === role) && parts.every((p) => p.role !== role || !p.span.hasWords(this.text));
    return isLost('cue') || isLost('content') ? 'orphaned' : 'incomplete';
  }

  in(block: Span): BlockMarks | null {
    const spans = this.track.within(block);
    if (spans.length === 0) return null;
    const entities: EntityMark[] = [];
    const claims = new Map<string, ClaimMark>();
    let wide = false;
    let reached = false;
    for (const span of spans) {
      const live = span.holder;
      if (live?.annotation.review !== 'accepted' && live?.annotation.review !== 'rejected') continue;
      const { id, body, review } = live.annotation;
      if (body.type === 'entity') {
        const place = relative(trimmed(this.text, span), block);
        if (place.start >= 0 && place.end <= block.end - block.start && place.end > place.start) entities.push({ id, type: body.entityType, review, by: this.by(live), ...place });
      } else if (body.type === 'claim' && this.anchoringOf(live) !== 'orphaned') {
        const home = homeOf(live);
        if (home === undefined || !(home.start >= block.start && home.start < block.end)) reached ||= review === 'accepted';
        else if (!claims.has(id)) {
          const mark = this.claimMark(live, body, block);
          claims.set(id, mark);
          wide ||= [mark.source, mark.cue, mark.content].some((part) => part.some((s) => s.start < 0 || s.end > block.end - block.start));
        }
      }
    }
    if (entities.length === 0 && claims.size === 0 && !reached) return null;
    const made = { entities, claims: [...claims.values()], wide, reached };
    return { ...made, signature: signatureOf(made) };
  }

  /** Who decided, and on which day: "M. Kask, 2026-11-29". */
  by({ annotation: { reviewer, creator, modified } }: Live): string {
    const id = reviewer ?? creator?.id ?? '';
    return `${this.people.get(id) ?? (creator?.id === id ? creator.name : id.replace(/^mailto:/, ''))}, ${modified.slice(0, 10)}`;
  }

  private claimMark(live: Live, body: Extract<Body, { type: 'claim' }>, block: Span): ClaimMark {
    const part = (role: Role): Span[] => live.parts.filter((p) => p.role === role && !p.span.isEmpty).map((p) => relative(trimmed(this.text, p.span), block)).filter((s) => s.end > s.start).sort((a, b) => a.start - b.start);
    const { id, review } = live.annotation;
    return { id, review: review === 'rejected' ? 'rejected' : 'accepted', by: this.by(live), source: part('source'), cue: part('cue'), content: part('content'), ...body.attributes };
  }
}

function homeOf(live: Live): Span | undefined {
  for (const role of ['cue', 'content', 'source'] as const) {
    let first: Span | undefined;
    for (const part of live.parts) if (part.role === role && !part.span.isEmpty && (first === undefined || part.span.start < first.start)) first = part.span;
    if (first !== undefined) return first;
  }
  return undefined;
}

function relative(s: Span, to: Span): Span {
  return { start: s.start - to.start, end: s.end - to.start };
}

function signatureOf({ entities, claims, wide, reached }: Omit<BlockMarks, 'signature'>): string {
  const spans = (list: readonly Span[]): string => list.map((s) => `${s.start}-${s.end}`).join(',');
  const one = entities.map((e) => `${e.id} ${e.type} ${e.review} ${e.by} ${e.start}-${e.end}`);
  const two = claims.map((c) => `${c.id} ${c.review} ${c.by} ${c.stance ?? ''} ${c.certainty ?? ''} ${c.quotation ?? ''} ${c.sourceKind ?? ''} ${spans(c.source)}/${spans(c.cue)}/${spans(c.content)}`);
  return [...one, ...two, wide ? 'wide' : '', reached ? 'reached' : ''].join('\n');
}

/** True if the two stand on the same words: an entity on its span, a claim on its cue and content. */
export function standsOn(live: Live, parts: readonly { readonly role: Role | undefined; readonly span: Span }[]): boolean {
  const own = live.parts.filter(({ span }) => !span.isEmpty);
  if (own.length === 0 || parts.length === 0) return false;
  const isClaim = own.some((p) => p.role !== undefined);
  if (isClaim !== parts.some((p) => p.role !== undefined)) return false;
  if (!isClaim) return own.some((a) => parts.some((b) => a.span.start === b.span.start && a.span.end === b.span.end));
  const touch = (role: Role): boolean | undefined => {
    const mine = own.filter((p) => p.role === role);
    const theirs = parts.filter((p) => p.role === role);
    return mine.length === 0 && theirs.length === 0 ? undefined : mine.some((a) => theirs.some((b) => overlaps(a.span, b.span)));
  };
  return touch('cue') !== false && touch('content') !== false;
}
