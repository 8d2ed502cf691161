/**
 * Where many texts occur in one text, in one pass for all of them: hashes of a few lengths, each pattern under the longest length that
 * fits it. Linear in the text and the number of hits.
 */

/** Lengths of the beginnings that are hashed. Long ones are shared by few patterns. */
const LENGTHS = [48, 16, 6, 2, 1];
const BASE = 0x01000193;
const FILTER_BITS = 16;
/** So few patterns are sought one by one, which the machine does faster. */
const FEW = 12;
/** Code units between two rests. */
const SLICE = 1 << 15;

/** Patterns with one beginning: more are told apart by the hashes of all their letters, so that cost does not grow with repetition. */
const ALIKE = 4;

/** Patterns with one beginning; `byLength` for many of them: by their length, then by the hash of all. */
interface Group {
  readonly patterns: string[];
  byLength: Map<number, Map<number, string[]>> | null;
}

export class Occurrences {
  /** By length, by hash of the beginning. */
  private readonly buckets = new Map<number, Map<number, Group>>();
  private readonly few: readonly string[] | null;
  private longest = 0;

  constructor(patterns: Iterable<string>) {
    const all = new Set(patterns);
    all.delete('');
    this.few = all.size <= FEW ? [...all] : null;
    if (this.few !== null) return;
    for (const pattern of all) {
      const length = LENGTHS.find((l) => l <= pattern.length);
      if (length === undefined) continue;
      this.longest = Math.max(this.longest, pattern.length);
      const bucket = this.buckets.get(length) ?? new Map<number, Group>();
      this.buckets.set(length, bucket);
      const hash = hashOf(pattern, length);
      const group = bucket.get(hash);
      if (group === undefined) bucket.set(hash, { patterns: [pattern], byLength: null });
      else group.patterns.push(pattern);
    }
    for (const bucket of this.buckets.values()) for (const group of bucket.values()) if (group.patterns.length > ALIKE) group.byLength = byLength(group.patterns);
  }

  /** Start offsets, ascending, overlapping ones too. A pattern that does not occur is not in the map. Yields now and then. */
  *in(text: string): Generator<void, Map<string, number[]>> {
    const found = new Map<string, number[]>();
    yield* this.scan(text, (pattern, at) => {
      const places = found.get(pattern);
      if (places === undefined) found.set(pattern, [at]);
      else places.push(at);
    });
    return found;
  }

  countIn(text: string): Map<string, number> {
    const counts = new Map<string, number>();
    finished(this.scan(text, (pattern) => { counts.set(pattern, (counts.get(pattern) ?? 0) + 1); }));
    return counts;
  }

  private *scan(text: string, hit: (pattern: string, at: number) => void): Generator<void, void> {
    for (const pattern of this.few ?? []) {
      for (let at = text.indexOf(pattern); at >= 0; at = text.indexOf(pattern, at + 1)) hit(pattern, at);
      yield;
    }
    if (this.buckets.size === 0) return;
    const hashes = new Hashes(text, this.longest);
    yield;
    for (const [length, bucket] of this.buckets) {
      // Most places are no hit: a table of bits says so sooner than the map.
      const filter = new Uint8Array(1 << FILTER_BITS);
      for (const hash of bucket.keys()) filter[hash & (filter.length - 1)] = 1;
      for (let at = 0; at + length <= text.length; at++) {
        const hash = hashes.of(at, length);
        if (filter[hash & (filter.length - 1)] === 1) {
          const group = bucket.get(hash);
          if (group !== undefined) hitsOf(group, text, at, hashes, hit);
        }
        if (at % SLICE === SLICE - 1) yield;
      }
    }
  }
}

function byLength(patterns: readonly string[]): Map<number, Map<number, string[]>> {
  const lengths = new Map<number, Map<number, string[]>>();
  for (const pattern of patterns) {
    const same = lengths.get(pattern.length) ?? new Map<number, string[]>();
    lengths.set(pattern.length, same);
    const hash = hashOf(pattern, pattern.length);
    const alike = same.get(hash);
    if (alike === undefined) same.set(hash, [pattern]);
    else alike.push(pattern);
  }
  return lengths;
}

function hitsOf({ patterns, byLength: lengths }: Group, text: string, at: number, hashes: Hashes, hit: (pattern: string, at: number) => void): void {
  if (lengths === null) {
    for (const pattern of patterns) if (text.startsWith(pattern, at)) hit(pattern, at);
    return;
  }
  for (const [length, alike] of lengths) {
    if (at + length > text.length) continue;
    for (const pattern of alike.get(hashes.of(at, length)) ?? []) if (text.startsWith(pattern, at)) hit(pattern, at);
  }
}

/** Hashes of any part of a text, each at once. */
class Hashes {
  /** Of the first letters. */
  private readonly upTo: Int32Array;
  private readonly powers: Int32Array;

  constructor(text: string, longest: number) {
    this.upTo = new Int32Array(text.length + 1);
    let hash = 0;
    for (let i = 0; i < text.length; i++) {
      hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
      this.upTo[i + 1] = hash;
    }
    this.powers = new Int32Array(longest + 1);
    this.powers[0] = 1;
    for (let i = 1; i <= longest; i++) this.powers[i] = Math.imul(this.powers[i - 1] ?? 0, BASE);
  }

  of(start: number, length: number): number {
    return ((this.upTo[start + length] ?? 0) - Math.imul(this.upTo[start] ?? 0, this.powers[length] ?? 0)) | 0;
  }
}

/** The result of work that is done at once. */
export function finished<T>(work: Generator<void, T>): T {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
}

function hashOf(text: string, length: number): number {
  let hash = 0;
  for (let i = 0; i < length; i++) hash = (Math.imul(hash, BASE) + text.charCodeAt(i)) | 0;
  return hash;
}
