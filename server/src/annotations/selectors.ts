/** Spans of the document → what the sidecar keeps of them, so that they can be found again in another text. */
import type { Span } from '../base/span.js';
import type { StoredAnchor } from './annotation.js';
import type { CanonicalText } from './canonicalText.js';
import { SplitSurrogate } from './canonicalText.js';
import { Occurrences } from './reanchor/occurrences.js';

const CONTEXT = 32;
const GROWTH = 16;
export const MAX_CONTEXT = 128;

export interface SpanToKeep extends Span {
  readonly role?: StoredAnchor['role'];
}

/**
 * In the order of the spans, which are UTF-16 offsets of the document. Throws {@link SplitSurrogate} for an offset inside a character
 * and RangeError for one outside the document: whoever asks counts wrongly, and nothing may be stored for them.
 */
export function anchorsFor(canonical: CanonicalText, spans: readonly SpanToKeep[]): StoredAnchor[] {
  const { text } = canonical;
  const places = spans.map((s) => placed(canonical, s));
  const counts = new Occurrences(places.map(({ start, end }) => text.slice(start, end))).countIn(text);
  const contexts = growing(text, places, (codePoints) => new Borders(canonical, codePoints));
  return spans.map(({ role }, i) => {
    const place = places[i] ?? { start: 0, end: 0 };
    const exact = text.slice(place.start, place.end);
    const context = contexts[i] ?? place;
    return {
      ...(role === undefined ? {} : { role }),
      count: Math.max(1, counts.get(exact) ?? 1),
      exact,
      prefix: text.slice(context.start, place.start),
      suffix: text.slice(place.end, context.end),
      start: canonical.toCodePoint(place.start),
      end: canonical.toCodePoint(place.end),
    };
  });
}

/** A span of the document as one of the canonical text. */
function placed(canonical: CanonicalText, { start, end }: Span): Span {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end < start || end > canonical.document.length) throw new RangeError(`outside-text: ${start}–${end} is no span of a text of ${canonical.document.length}`);
  const place = { start: canonical.fromDocument(start), end: canonical.fromDocument(end) };
  for (const offset of [place.start, place.end]) if (canonical.splits(offset)) throw new SplitSurrogate(offset);
  return place;
}

/**
 * The words with as much around them as makes them unique in the text, also by what stands in their own paragraph alone, since paragraphs
 * are moved; or as much as is kept at most.
 */
function growing(text: string, places: readonly Span[], bordersFor: (codePoints: number) => Borders): readonly Span[] {
  const result: Span[] = [...places];
  let open = places.map((_, i) => i);
  for (let size = CONTEXT; size <= MAX_CONTEXT && open.length > 0; size += GROWTH) {
    const borders = bordersFor(size);
    for (const i of open) {
      const { start, end } = places[i] ?? { start: 0, end: 0 };
      result[i] = { start: borders.before(start), end: borders.after(end) };
    }
    const own = new Map(open.map((i) => [i, ownParagraph(text, result[i] ?? NOWHERE, places[i] ?? NOWHERE)]));
    const counts = new Occurrences(own.values()).countIn(text);
    open = open.filter((i) => (counts.get(own.get(i) ?? '') ?? 0) > 1);
  }
  return result;
}

const NOWHERE: Span = { start: 0, end: 0 };

/** Of the words and what is around them, that which stands in one paragraph with them, with the empty lines at its borders. */
function ownParagraph(text: string, around: Span, words: Span): string {
  const before = text.slice(around.start, words.start);
  const after = text.slice(words.end, around.end);
  const from = before.lastIndexOf('\n\n');
  const to = after.indexOf('\n\n');
  return `${before.slice(Math.max(0, from))}${text.slice(words.start, words.end)}${to < 0 ? after : after.slice(0, to + 2)}`;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Where a context of so many code points begins and ends, at most: a character that people see as one is not cut where that can be avoided. */
class Borders {
  constructor(private readonly canonical: CanonicalText, private readonly codePoints: number) {}

  before(offset: number): number {
    const { canonical } = this;
    const start = canonical.fromCodePoint(Math.max(0, canonical.toCodePoint(offset) - this.codePoints)) ?? 0;
    return start === 0 ? 0 : Math.min(offset, this.nextBorder(start, offset));
  }

  after(offset: number): number {
    const { canonical } = this;
    const length = canonical.text.length;
    const end = canonical.fromCodePoint(Math.min(canonical.length, canonical.toCodePoint(offset) + this.codePoints)) ?? length;
    return end === length ? length : Math.max(offset, this.lastBorder(end, offset));
  }

  /** The first border of a grapheme at or after the start; the start itself where there is none before the limit. */
  private nextBorder(start: number, limit: number): number {
    // From a little before, so that the segmenter sees what the first character belongs to.
    const from = this.whole(Math.max(0, start - MAX_CONTEXT));
    const to = Math.min(this.canonical.text.length, limit + 1);
    if (isPlain(this.canonical.text, start)) return start;
    for (const { index } of segmenter.segment(this.canonical.text.slice(from, to))) if (from + index >= start && from + index < limit) return from + index;
    return start;
  }

  private lastBorder(end: number, limit: number): number {
    if (isPlain(this.canonical.text, end)) return end;
    const from = this.whole(Math.max(0, limit - MAX_CONTEXT));
    let last = end;
    let found = -1;
    for (const { index } of segmenter.segment(this.canonical.text.slice(from, Math.min(this.canonical.text.length, end + MAX_CONTEXT)))) {
      if (from + index > end) break;
      if (from + index > limit) found = from + index;
    }
    if (found > limit) last = found;
    return last;
  }

  private whole(offset: number): number {
    return this.canonical.splits(offset) ? offset - 1 : offset;
  }
}

/** Between two letters of ASCII there is always a border; CR does not occur. */
function isPlain(text: string, offset: number): boolean {
  return text.charCodeAt(offset) < 128 && text.charCodeAt(offset - 1) < 128;
}

/** An edit may have left half a character at a border: the other half belongs to it. */
export function wholeCharacters(canonical: CanonicalText, start: number, end: number): { start: number; end: number } {
  return {
    start: canonical.splits(canonical.fromDocument(start)) ? start - 1 : start,
    end: canonical.splits(canonical.fromDocument(end)) ? end + 1 : end,
  };
}
