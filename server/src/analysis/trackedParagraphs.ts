/** The paragraphs of a text and their features, kept from version to version. */
import { detached } from '../base/detached.js';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import type { Change } from './edits.js';
import { keptEnds } from './edits.js';
import type { RawShape, TypedIn } from './structure/index.js';
import { classify, isSamePlace, rawShape, splitRaw, typedIn } from './structure/index.js';
import type { Structure } from './types.js';

interface Moving {
  start: number;
  end: number;
}

export class TrackedParagraphs {
  /** Nobody else holds these: an edit moves those behind it where they are, since new ones for all would cost as much as reading the paragraph. */
  private raw: Moving[] = [];
  private shapes: RawShape[] = [];
  private text: Text = '';

  /** The zones of the whole text, anew. */
  classify(): Structure {
    return classify(this.text.toString(), this.raw, (i) => this.shapes[i] ?? rawShape(''));
  }

  /** Paragraphs wholly before or after the edit keep their shapes. Gives the one paragraph whose change moves no zone, else null. */
  update(text: Text, edit: Change): Span | null {
    const former = this.text;
    this.text = text;
    const one = this.raw.length === 0 ? undefined : typedIn(this.raw, former, text, edit);
    if (one !== undefined) return this.updateOne(text, one, edit.newEnd - edit.oldEnd);
    const old = this.raw;
    const now = splitRaw(text.toString());
    const [before, after] = keptEnds(old, now, edit);
    const shapes: RawShape[] = this.shapes.slice(0, before);
    for (let i = before; i < now.length - after; i++) {
      const paragraph = now[i];
      if (paragraph !== undefined) shapes.push(rawShape(detached(text, paragraph.start, paragraph.end)));
    }
    for (let i = old.length - after; i < old.length; i++) {
      const shape = this.shapes[i];
      if (shape !== undefined) shapes.push(shape);
    }
    const [was, is] = [this.shapes[before], shapes[before]];
    const paragraph = now[before];
    const onlyOne = old.length === now.length && before + after + 1 === now.length && paragraph?.start === old[before]?.start;
    this.raw = now;
    this.shapes = shapes;
    return onlyOne && paragraph !== undefined && was !== undefined && is !== undefined && isSamePlace(before, shapes[before - 1], was, is) ? paragraph : null;
  }

  private updateOne(text: Text, { index, paragraph }: TypedIn, delta: number): Span | null {
    const was = this.shapes[index];
    const is = rawShape(detached(text, paragraph.start, paragraph.end));
    const staysInPlace = paragraph.start === this.raw[index]?.start && was !== undefined && isSamePlace(index, this.shapes[index - 1], was, is);
    this.raw[index] = paragraph;
    for (let i = index + 1; delta !== 0 && i < this.raw.length; i++) {
      const one = this.raw[i];
      if (one === undefined) continue;
      one.start += delta;
      one.end += delta;
    }
    this.shapes[index] = is;
    return staysInPlace ? paragraph : null;
  }
}
