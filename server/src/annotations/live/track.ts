/**
 * Spans that follow every edit of one text. What is typed at a border stays outside; of a span whose words are all deleted the place
 * is remembered, and when an undo brings the words back, so does it. One edit costs the runs of spans that it touches and
 * one addition for each other run, however many spans there are. Does no I/O and never throws for edits inside the text.
 */
import type { Span } from '../../base/span.js';
import type { Text } from '../../base/text.js';
import { LARGE } from './edits.js';

/** `[start, oldEnd)` became `[start, newEnd)`. */
export interface Edit {
  /** More text than a person types at a time: what it brings is no sign that words are back, but where an undo puts them. */
  readonly isLarge?: boolean;
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** Spans of a run: more are parted in two. */
const RUN = 64;

class Run<H> {
  /** Added to the places of all its spans. */
  base = 0;
  /** In order of their starts. */
  spans: TrackedSpan<H>[] = [];
  /** Greatest end, without the base; never too small. */
  reach = 0;

  get first(): number { return this.base + (this.spans[0]?.from ?? 0); }
}

export class TrackedSpan<H> implements Span {
  /** Who is to be told of it; changed by its owner at will. */
  holder: H | null = null;
  /** Found again with other words, which nobody has confirmed. */
  isEdited = false;
  /** Of an empty one: where its words may be, likeliest first. */
  proposals: readonly TrackedSpan<H>[] = [];
  /** @internal */ run: Run<H> | null = null;
  /** @internal */ from = 0;
  /** @internal */ length = 0;
  /** Words cut off its borders, as they stood beside it. @internal */
  lostBefore = '';
  /** @internal */ lostAfter = '';
  /** The words of an empty one, and how far behind its place they stood. @internal */
  lostWords: string | null = null;
  /** @internal */ offset = 0;

  get start(): number { return (this.run?.base ?? 0) + this.from; }
  get end(): number { return this.start + this.length; }
  /** Its words are deleted: `start` is where they were. */
  get isEmpty(): boolean { return this.lostWords !== null; }
  /** The words of an empty one, as it was before the first of them was lost. */
  get lost(): string { return this.lostBefore + (this.lostWords ?? '') + this.lostAfter; }
  /** More than white space is left of it. */
  hasWords(text: Text): boolean { return !this.isEmpty && (this.lostBefore + this.lostAfter === '' || text.slice(this.start, this.end).trim() !== ''); }
  /** Those that are there, with what was cut off. */
  wordsIn(text: Text): string { return this.isEmpty ? this.lost : this.lostBefore + text.slice(this.start, this.end) + this.lostAfter; }
}

export class Track<H> {
  private runs: Run<H>[] = [];
  /** Those that may get words back. */
  private readonly wounded = new Set<TrackedSpan<H>>();

  add({ start, end }: Span, holder: H | null = null): TrackedSpan<H> {
    const span = new TrackedSpan<H>();
    span.holder = holder;
    span.length = end - start;
    this.insert(span, start);
    return span;
  }

  /** A span that has followed the same text elsewhere until now. */
  adopt(span: TrackedSpan<H>, from: Track<H>): void {
    const { start } = span;
    const wounded = from.wounded.has(span);
    from.remove(span);
    this.insert(span, start);
    if (wounded) this.wounded.add(span);
  }

  /** Puts a span where its words are now, whatever it has lost. */
  relocate(span: TrackedSpan<H>, { start, end }: Span): void {
    this.remove(span);
    span.length = end - start;
    span.lostWords = null;
    span.lostBefore = '';
    span.lostAfter = '';
    span.offset = 0;
    span.isEdited = false;
    this.insert(span, start);
  }

  /** A second span with the same place and the same losses. */
  twinOf(span: TrackedSpan<H>): TrackedSpan<H> {
    const twin = new TrackedSpan<H>();
    twin.length = span.length;
    twin.lostWords = span.lostWords;
    twin.lostBefore = span.lostBefore;
    twin.lostAfter = span.lostAfter;
    twin.offset = span.offset;
    twin.isEdited = span.isEdited;
    this.insert(twin, span.start);
    if (this.wounded.has(span)) this.wounded.add(twin);
    return twin;
  }

  get allWounded(): ReadonlySet<TrackedSpan<H>> { return this.wounded; }

  /** Some of its words are gone, and may come back. */
  isWounded(span: TrackedSpan<H>): boolean {
    return this.wounded.has(span);
  }

  remove(span: TrackedSpan<H>): void {
    this.wounded.delete(span);
    const { run } = span;
    if (run === null) return;
    run.spans.splice(run.spans.indexOf(span), 1);
    span.run = null;
    if (run.spans.length === 0) this.runs.splice(this.runs.indexOf(run), 1);
  }

  /** Those that share a letter with the part of the text, or, empty, lie in it. */
  within({ start, end }: Span): TrackedSpan<H>[] {
    const found: TrackedSpan<H>[] = [];
    for (const run of this.runs) {
      if (run.first > end) break;
      if (run.base + run.reach < start) continue;
      for (const span of run.spans) if (span.start < end && span.end > start) found.push(span);
    }
    return found;
  }

  /** `before` is the text that the edit was made in, `after` what came of it. */
  edit(edit: Edit, before: Text, after: Text): void {
    const { start, oldEnd, newEnd } = edit;
    const delta = newEnd - oldEnd;
    const reordered: TrackedSpan<H>[] = [];
    const hurt = new Set<TrackedSpan<H>>();
    for (const run of this.runs) {
      if (run.first > oldEnd) run.base += delta;
      else if (run.base + run.reach >= start) this.editRun(run, edit, before, reordered, hurt);
    }
    if (this.wounded.size > 0 && newEnd > start) for (const span of this.wounded) if (this.heals(span, edit, after, hurt.has(span))) reordered.push(span);
    for (const span of new Set(reordered)) {
      const at = span.start;
      const wounded = this.wounded.has(span);
      this.remove(span);
      this.insert(span, at);
      if (wounded) this.wounded.add(span);
    }
  }

  private insert(span: TrackedSpan<H>, start: number): void {
    let low = 0;
    let high = this.runs.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.runs[middle]?.first ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    let run = this.runs[Math.max(0, low - 1)];
    if (run === undefined) {
      run = new Run<H>();
      this.runs.push(run);
    }
    span.run = run;
    span.from = start - run.base;
    run.spans.splice(placeIn(run.spans, span.from), 0, span);
    run.reach = Math.max(run.spans.length === 1 ? 0 : run.reach, span.from + span.length);
    if (run.spans.length > RUN) this.part(run);
  }

  private part(run: Run<H>): void {
    const second = new Run<H>();
    second.base = run.base;
    second.spans = run.spans.splice(run.spans.length >> 1);
    for (const span of second.spans) span.run = second;
    run.reach = reachOf(run);
    second.reach = reachOf(second);
    this.runs.splice(this.runs.indexOf(run) + 1, 0, second);
  }

  private editRun(run: Run<H>, edit: Edit, before: Text, reordered: TrackedSpan<H>[], hurt: Set<TrackedSpan<H>>): void {
    let last = -Infinity;
    for (const span of run.spans) {
      if (this.editSpan(span, edit, before)) hurt.add(span);
      if (span.from < last) reordered.push(span);
      last = Math.max(last, span.from);
    }
    run.reach = reachOf(run);
  }

  /** True if it has lost words. */
  private editSpan(span: TrackedSpan<H>, { start, oldEnd, newEnd }: Edit, before: Text): boolean {
    const { start: a, end: b } = span;
    const delta = newEnd - oldEnd;
    if (span.isEmpty) {
      if (a > oldEnd) span.from += delta;
      else if (a > start) {
        span.offset += a - start;
        span.from -= a - start;
      }
      return false;
    }
    if (b <= start) return false;
    if (a >= oldEnd) {
      span.from += delta;
      return false;
    }
    const isReplaced = newEnd > start;
    if (start <= a && oldEnd >= b) {
      span.lostWords = before.slice(a, b);
      span.offset = a - start;
      span.from -= a - start;
      span.length = 0;
    } else if (start < a || (start === a && !isReplaced)) {
      // Its first words are gone; what came in their place across the border is not part of it.
      span.lostBefore += before.slice(a, oldEnd);
      span.from += newEnd - a;
      span.length = b - oldEnd;
    } else if (oldEnd > b || (oldEnd === b && !isReplaced)) {
      span.lostAfter = before.slice(start, b) + span.lostAfter;
      span.length = start - a;
    } else {
      span.length += delta;
      return false;
    }
    this.wounded.add(span);
    return true;
  }

  /** Gives back what the edit brought back; `isNew`: what it took away itself, it brings whole or not at all, lest a neighbour's letters be taken. True if the start is another. */
  private heals(span: TrackedSpan<H>, { start, oldEnd, newEnd, isLarge = false }: Edit, text: Text, isNew: boolean): boolean {
    const at = span.start;
    const brings = (from: number, words: string): boolean => (isNew ? start <= from && newEnd >= from + words.length : start < from + words.length && newEnd > from) && standsAt(text, words, from);
    if (span.isEmpty) {
      // The same word in what is written in the place of a whole sentence is another one.
      if (isNew && (isLarge || oldEnd - start > LARGE)) return false;
      const words = span.lost;
      if (newEnd < at || start > at + span.offset + words.length) return false;
      const found = this.foundAgain(span, words, Math.max(newEnd, at + span.offset), text, isLarge);
      if (found === null || !brings(found, words)) return false;
      span.from += found - at;
      span.length = words.length;
      span.lostWords = null;
      span.lostBefore = '';
      span.lostAfter = '';
      span.offset = 0;
      this.wounded.delete(span);
      this.stretch(span);
      return true;
    }
    const { lostBefore, lostAfter } = span;
    if (lostAfter !== '' && brings(span.end, lostAfter)) {
      span.length += lostAfter.length;
      span.lostAfter = '';
    }
    let moved = false;
    if (lostBefore !== '' && at >= lostBefore.length && brings(at - lostBefore.length, lostBefore)) {
      span.from -= lostBefore.length;
      span.length += lostBefore.length;
      span.lostBefore = '';
      moved = true;
    }
    if (span.lostAfter === '' && span.lostBefore === '') this.wounded.delete(span);
    this.stretch(span);
    return moved;
  }

  /** Where an undo puts the words; else where somebody has written them again as whole words. */
  private foundAgain(span: TrackedSpan<H>, words: string, end: number, text: Text, onlyExact: boolean): number | null {
    const at = span.start;
    const exact = at + span.offset - span.lostBefore.length;
    if (exact >= 0 && standsAt(text, words, exact)) return exact;
    // White space stands anywhere.
    if (onlyExact || words.trim() === '') return null;
    const part = text.slice(at, end + words.length);
    for (let i = part.indexOf(words); i >= 0; i = part.indexOf(words, i + 1)) {
      if (at + i > end) break;
      if (!isWordAt(text, at + i - 1) && !isWordAt(text, at + i + words.length)) return at + i;
    }
    return null;
  }

  private stretch(span: TrackedSpan<H>): void {
    const { run } = span;
    if (run !== null) run.reach = Math.max(run.reach, span.from + span.length);
  }
}

function standsAt(text: Text, words: string, at: number): boolean {
  return text.slice(at, at + words.length) === words;
}

function isWordAt(text: Text, offset: number): boolean {
  return offset >= 0 && offset < text.length && /[\p{L}\p{N}_]/u.test(text.charAt(offset));
}

function reachOf<H>(run: Run<H>): number {
  let reach = run.spans.length === 0 ? 0 : -Infinity;
  for (const { from, length } of run.spans) if (from + length > reach) reach = from + length;
  return reach;
}

function placeIn<H>(spans: readonly TrackedSpan<H>[], from: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.from ?? 0) <= from) low = middle + 1;
    else high = middle;
  }
  return low;
}
