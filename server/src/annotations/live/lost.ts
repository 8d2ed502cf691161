/**
 * Places that a large edit took away (a reload, a revert, a move), to be found again in what it brought: `seek.ts` does so. Small edits
 * need none of this, since spans follow them. Where an undo brings the old text back, words are where they were before they were sought.
 */
import type { Text } from '../../base/text.js';
import type { Annotation } from '../annotation.js';
import { LARGE } from './edits.js';
import type { Live, Part, Role } from './live.js';
import type { Edit, TrackedSpan } from './track.js';
import { Track } from './track.js';

/** One annotation whose words went, with all places that it had then. */
export interface Loss {
  readonly live: Live;
  /** In the order of `places`, and of the anchors. */
  readonly parts: readonly Part[];
  readonly places: readonly { readonly start: number; readonly end: number; readonly role: Role | undefined }[];
  /** The text that it stood in, until its anchors are computed. */
  text: Text | null;
  annotation: Annotation | null;
}

/** Former places of one span that are remembered. */
const FORMER = 3;

export class Lost {
  private losses: Loss[] = [];
  /** Before each relocation: the span as it was, following on. */
  private readonly former = new Map<TrackedSpan<Live>, TrackedSpan<Live>[]>();
  private brought = new Track<never>();
  private regions: TrackedSpan<never>[] = [];
  /** Grows with each text that may hold what is lost. */
  news = 0;

  /** Something is to be done: by `seek`. */
  get isDue(): boolean { return this.losses.length > 0 && (this.regions.length > 0 || this.losses.some(({ text }) => text !== null)); }
  get all(): readonly Loss[] { return this.losses; }

  /** Before an edit: who may lose words by it. `known`: whose a span is that nobody holds at the moment. */
  before({ start, oldEnd }: Edit, text: Text, track: Track<Live>, known: () => ReadonlyMap<TrackedSpan<Live>, Live>): Loss[] {
    if (oldEnd - start <= LARGE) return [];
    const lives = new Set<Live>();
    let others: ReadonlyMap<TrackedSpan<Live>, Live> | null = null;
    for (const span of track.within({ start, end: oldEnd })) {
      const live = span.isEmpty ? null : span.holder ?? (others ??= known()).get(span) ?? null;
      if (live !== null) lives.add(live);
    }
    return [...lives].map((live) => {
      const parts = live.parts.filter(({ span }) => !span.isEmpty);
      return { live, parts, places: parts.map(({ span, role }) => ({ start: span.start, end: span.end, role })), text, annotation: null };
    });
  }

  after(edit: Edit, before: Text, after: Text, hit: readonly Loss[], track: Track<Live>): void {
    if (this.regions.length > 0) this.brought.edit(edit, before, after);
    const lost = hit.filter(({ parts }) => parts.some(({ span }) => track.isWounded(span)));
    if (lost.length > 0) {
      const again = new Set(lost.map(({ live }) => live));
      this.losses = [...this.losses.filter(({ live }) => !again.has(live)), ...lost];
    }
    if (edit.isLarge !== true) return;
    this.giveBack(track);
    if (this.losses.length === 0) return;
    this.regions.push(this.brought.add({ start: edit.start, end: edit.newEnd }));
    this.news++;
  }

  /** What is there again needs no search. Gives what does, and what was brought since; from now on only what comes later counts. */
  take(track: Track<Live>): { readonly losses: readonly Loss[]; isBrought(span: { start: number; end: number }): boolean; done(): void } {
    this.losses = this.losses.filter(({ parts }) => parts.some(({ span }) => track.isWounded(span)));
    const { regions } = this;
    return {
      losses: regions.length === 0 ? [] : this.losses,
      isBrought: (span) => regions.some((region) => !region.isEmpty && region.start < span.end && region.end > span.start),
      done: () => {
        this.losses = this.losses.filter(({ parts }) => parts.some(({ span }) => track.isWounded(span)));
        this.regions = this.regions.filter((region) => !regions.includes(region));
        if (this.regions.length === 0) this.brought = new Track<never>();
      },
    };
  }

  relocate(track: Track<Live>, span: TrackedSpan<Live>, place: { start: number; end: number }, isEdited: boolean): void {
    const kept = [...this.former.get(span) ?? [], track.twinOf(span)];
    if (kept.length > FORMER) for (const oldest of kept.splice(0, 1)) track.remove(oldest);
    this.former.set(span, kept);
    this.propose(track, span, []);
    track.relocate(span, place);
    span.isEdited = isEdited;
  }

  propose(track: Track<Live>, span: TrackedSpan<Live>, proposals: readonly TrackedSpan<Live>[]): void {
    for (const old of span.proposals) track.remove(old);
    span.proposals = proposals;
  }

  /** Words that were found elsewhere and are gone from there, while they are back where they were before. */
  private giveBack(track: Track<Live>): void {
    for (const [span, kept] of this.former) {
      if (!span.isEmpty) continue;
      let at = kept.length - 1;
      for (let one = kept[at]; one !== undefined && (one.isEmpty || track.isWounded(one)); one = kept[at]) at--;
      const back = kept[at];
      if (back === undefined) continue;
      const { start, end, isEdited } = back;
      for (const old of kept.splice(at)) track.remove(old);
      if (kept.length === 0) this.former.delete(span);
      this.propose(track, span, []);
      track.relocate(span, { start, end });
      span.isEdited = isEdited;
    }
  }
}
