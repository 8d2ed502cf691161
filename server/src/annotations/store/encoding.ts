/**
 * A long text as UTF-8, again and again after small changes: what is the same before and behind the change is taken from the bytes of
 * the last time. Does no I/O; gives for any texts what encoding them whole would give.
 */

/** Characters that are encoded at a time; twice as many where the rest of a change would be less than that. */
const SLICE = 1 << 16;

interface Slice {
  /** Of its first character. */
  readonly start: number;
  readonly bytes: Uint8Array;
}

export class Encoding {
  private content = '';
  private slices: readonly Slice[] = [];
  /** Characters that were encoded, ever: for the test that counts work. */
  encoded = 0;

  /** `rest` is waited for between slices, so that a long text keeps nobody waiting. */
  async of(content: string, rest: () => Promise<void>): Promise<Uint8Array> {
    const before = this.sameBefore(content);
    const after = this.sameAfter(content, before);
    const delta = content.length - this.content.length;
    const front = this.slices.slice(0, before);
    const back = this.slices.slice(this.slices.length - after).map(({ start, bytes }) => ({ start: start + delta, bytes }));
    const made: Slice[] = [];
    const end = back[0]?.start ?? content.length;
    for (let start = this.endOf(before - 1); start < end;) {
      if (made.length > 0) await rest();
      const next = end - start <= 2 * SLICE ? end : whole(content, start + SLICE);
      made.push({ start, bytes: new TextEncoder().encode(content.slice(start, next)) });
      this.encoded += next - start;
      start = next;
    }
    this.content = content;
    this.slices = [...front, ...made, ...back];
    return joined(this.slices);
  }

  /** How many slices at the front are the same. */
  private sameBefore(content: string): number {
    let count = 0;
    while (count < this.slices.length && this.isSame(count, content, 0)) count++;
    return count;
  }

  /** How many at the back, of those that are left. */
  private sameAfter(content: string, before: number): number {
    const delta = content.length - this.content.length;
    let count = 0;
    for (let i = this.slices.length - 1; i >= before && (this.slices[i]?.start ?? 0) + delta >= this.endOf(before - 1) && this.isSame(i, content, delta); i--) count++;
    return count;
  }

  private isSame(slice: number, content: string, delta: number): boolean {
    const [start, end] = [this.endOf(slice - 1), this.endOf(slice)];
    // A border between the halves of a character is none.
    if (whole(content, start + delta) !== start + delta || whole(content, end + delta) !== end + delta) return false;
    return content.slice(start + delta, end + delta) === this.content.slice(start, end);
  }

  private endOf(slice: number): number {
    return slice < 0 ? 0 : this.slices[slice + 1]?.start ?? this.content.length;
  }
}

/** The offset, or the one behind the character of whose halves it is the border. */
function whole(text: string, offset: number): number {
  const cuts = (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
  return cuts ? offset + 1 : offset;
}

function joined(slices: readonly Slice[]): Uint8Array {
  const all = new Uint8Array(slices.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const { bytes } of slices) {
    all.set(bytes, at);
    at += bytes.length;
  }
  return all;
}
