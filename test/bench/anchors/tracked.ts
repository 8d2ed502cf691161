/** A text that knows where its annotated words are, whatever is done to it: the truth that re-anchoring is held against. */

export interface TrackedSpan {
  start: number;
  end: number;
  /** `edited`: some of its words are others, its meaning is not. `gone`: its words, or what they meant, are no longer there. */
  state: 'at' | 'edited' | 'gone';
  /** The same sentence, word for word, somewhere else: as good places. */
  copies?: TrackedSpan[];
}

/** Shorter words than these are other words once a letter of them is changed. */
const SHORT = 20;

export class Tracked {
  constructor(public text: string, readonly spans: TrackedSpan[]) {}

  /** Puts a copy of a part of the text, and a paragraph's end, somewhere else. */
  repeat(start: number, end: number, at: number): void {
    const words = this.text.slice(start, end);
    const inside = this.spans.filter((s) => s.state === 'at' && s.start >= start && s.end <= end);
    const copies = inside.map((s) => ({ start: at + s.start - start, end: at + s.end - start }));
    this.insert(at, `${words}\n\n`);
    inside.forEach((s, i) => {
      const copy = copies[i];
      if (copy === undefined) return;
      const there: TrackedSpan = { ...copy, state: 'at' };
      this.spans.push(there);
      // A copy of a copy is one of the first, too.
      const all = s.copies ?? [];
      all.push(there);
      s.copies = all;
      there.copies = all;
    });
  }

  /** `otherMeaning`: of what lies around the replaced words in the same quotation. */
  replace(start: number, end: number, by: string, otherMeaning = false): void {
    this.text = this.text.slice(0, start) + by + this.text.slice(end);
    const delta = by.length - (end - start);
    for (const s of this.spans) {
      if (s.end <= start) continue;
      if (s.start >= end) {
        s.start += delta;
        s.end += delta;
      } else if (start >= s.start && end <= s.end && !(start === s.start && end === s.end)) {
        s.end += delta;
        s.state = s.state === 'gone' || otherMeaning || s.end - s.start < SHORT ? 'gone' : 'edited';
      } else {
        // A word at the border of a long quotation may go without it.
        const left = s.end - s.start - (Math.min(end, s.end) - Math.max(start, s.start));
        s.state = s.state !== 'gone' && by === '' && end - start < SHORT && left >= SHORT ? 'edited' : 'gone';
        s.start = Math.min(s.start, start);
        s.end = Math.max(s.start, s.end + delta);
      }
    }
  }

  insert(at: number, words: string): void {
    this.replace(at, at, words);
  }

  /** Cuts the text into pieces and puts them together in another order. Words that lay over a cut are gone, if something came between. */
  reorder(cuts: readonly number[], order: readonly number[]): void {
    const borders = [0, ...cuts, this.text.length];
    const from = (piece: number): number => borders[piece] ?? 0;
    const to = (piece: number): number => borders[piece + 1] ?? 0;
    const starts = new Map<number, number>();
    let text = '';
    for (const piece of order) {
      starts.set(piece, text.length);
      text += this.text.slice(from(piece), to(piece));
    }
    for (const s of this.spans) {
      const first = borders.findIndex((_, piece) => from(piece) <= s.start && s.start < to(piece));
      const last = borders.findIndex((_, piece) => from(piece) < s.end && s.end <= to(piece));
      const move = (starts.get(first) ?? 0) - from(first);
      const isWhole = first === last || Array.from({ length: last - first }, (_, i) => first + i).every((piece) => order.indexOf(piece + 1) === order.indexOf(piece) + 1);
      if (!isWhole) s.state = 'gone';
      s.start += move;
      s.end += move;
    }
    this.text = text;
  }
}
