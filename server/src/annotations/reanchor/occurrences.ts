/**
 * Where many texts occur in one text, in one pass for all of them: rolling hashes of a few lengths, each pattern under the longest
 * length that fits it. Linear in the text and the number of hits.
 */

/** Lengths of the beginnings that are hashed. Long ones are shared by few patterns. */
const LENGTHS = [48, 16, 6, 2, 1];
const BASE = 0x01000193;
const FILTER_BITS = 16;
/** Code units between two rests. */
const SLICE = 1 << 15;

export class Occurrences {
  /** By length, by hash: the patterns. */
  private readonly buckets = new Map<number, Map<number, string[]>>();

  constructor(patterns: Iterable<string>) {
    for (const pattern of new Set(patterns)) {
      const length = LENGTHS.find((l) => l <= pattern.length);
      if (length === undefined) continue;
      const bucket = this.buckets.get(length) ?? new Map<number, string[]>();
      this.buckets.set(length, bucket);
      const hash = hashOf(pattern, length);
      const same = bucket.get(hash);
      if (same === undefined) bucket.set(hash, [pattern]);
      else same.push(pattern);
    }
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
    for (const [length, bucket] of this.buckets) {
      if (length > text.length) continue;
      // Most places are no hit: a table of bits says so sooner than the map.
      const filter = new Uint8Array(1 << FILTER_BITS);
      for (const hash of bucket.keys()) filter[hash & (filter.length - 1)] = 1;
      let power = 1;
      for (let i = 1; i < length; i++) power = Math.imul(power, BASE);
      let hash = hashOf(text, length);
      for (let at = 0; ; at++) {
        if (filter[hash & (filter.length - 1)] === 1) {
          for (const pattern of bucket.get(hash) ?? []) if (text.startsWith(pattern, at)) hit(pattern, at);
        }
        if (at + length >= text.length) break;
        if (at % SLICE === SLICE - 1) yield;
        hash = (Math.imul((hash - Math.imul(text.charCodeAt(at), power)) | 0, BASE) + text.charCodeAt(at + length)) | 0;
      }
    }
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
