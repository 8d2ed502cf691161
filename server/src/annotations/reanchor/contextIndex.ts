/**
 * Which of the many places of some words have what stood beside the words: by pieces of a few letters, so that not every place has to be
 * compared with every annotation. A side that is likely enough to decide by (rule 4: 0.85 of 32 letters) differs in at most four letters, so at
 * least eight of its pieces are the same; a place that shares none is none.
 */
import type { Sought } from './sought.js';

const PIECE = 5;
const REACH = 48;
/** Pieces that stand at more places tell nothing. */
const COMMON = 64;
const LOOKED_AT = 12;

export class ContextIndex {
  /** Of the text before, and after. */
  private readonly before: PieceIndex;
  private readonly after: PieceIndex;

  /** `hashes`: of the text's pieces. */
  constructor(hashes: Int32Array, private readonly places: readonly number[], length: number) {
    this.before = new PieceIndex(hashes, places.map((place) => Math.max(0, place - REACH)), places);
    this.after = new PieceIndex(hashes, places.map((place) => place + length), places.map((place) => place + length + REACH));
  }

  /** The places most like it, and the one where it stood. */
  likely(sought: Sought): readonly number[] {
    const shared = new Map<number, number>();
    this.before.count(sought.prefix ?? '', shared);
    this.after.count(sought.suffix ?? '', shared);
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LOOKED_AT).flatMap(([i]) => this.places[i] ?? []);
    return sought.place !== undefined && !best.includes(sought.place) && includesSorted(this.places, sought.place) ? [...best, sought.place] : best;
  }
}

/**
 * Which of many parts of a text hold a piece: by a hash of it, so that two pieces may be taken for one, which makes a part look likelier
 * than it is and never less. Lists of parts lie one behind the other in one array.
 */
class PieceIndex {
  private readonly mask: number;
  private readonly starts: Int32Array;
  private readonly parts: Int32Array;

  /** Of parts from here to there in the text. */
  constructor(hashes: Int32Array, from: readonly number[], to: readonly number[]) {
    const lasts = to.map((end) => Math.min(end - PIECE, hashes.length - 1));
    let pieces = 0;
    for (let part = 0; part < from.length; part++) pieces += Math.max(0, (lasts[part] ?? 0) - (from[part] ?? 0) + 1);
    this.mask = (1 << Math.max(8, Math.ceil(Math.log2(2 * pieces + 1)))) - 1;
    const ends = new Int32Array(this.mask + 2);
    for (let part = 0; part < from.length; part++) {
      const last = lasts[part] ?? 0;
      for (let at = from[part] ?? 0; at <= last; at++) {
        const next = ((hashes[at] ?? 0) & this.mask) + 1;
        ends[next] = (ends[next] ?? 0) + 1;
      }
    }
    for (let hash = 1; hash < ends.length; hash++) ends[hash] = (ends[hash] ?? 0) + (ends[hash - 1] ?? 0);
    this.starts = ends.slice();
    this.parts = new Int32Array(pieces);
    for (let part = 0; part < from.length; part++) {
      const last = lasts[part] ?? 0;
      for (let at = from[part] ?? 0; at <= last; at++) {
        const hash = (hashes[at] ?? 0) & this.mask;
        const place = ends[hash] ?? 0;
        this.parts[place] = part;
        ends[hash] = place + 1;
      }
    }
  }

  /** Adds one for each piece of the context that a part holds. */
  count(context: string, shared: Map<number, number>): void {
    const seen = new Set<number>();
    for (let at = 0; at + PIECE <= context.length; at++) {
      const hash = hashAt(context, at) & this.mask;
      if (seen.has(hash)) continue;
      seen.add(hash);
      const [from, to] = [this.starts[hash] ?? 0, this.starts[hash + 1] ?? 0];
      if (to - from > COMMON) continue;
      let last = -1;
      for (let i = from; i < to; i++) {
        const part = this.parts[i] ?? 0;
        // A part that holds it twice stands there twice, in a row.
        if (part !== last) shared.set(part, (shared.get(part) ?? 0) + 1);
        last = part;
      }
    }
  }
}

/** Of the piece at each place of a text where there is one. */
export function hashesOfPieces(text: string): Int32Array {
  const hashes = new Int32Array(Math.max(0, text.length - PIECE + 1));
  for (let at = 0; at < hashes.length; at++) hashes[at] = hashAt(text, at);
  return hashes;
}

function hashAt(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + PIECE; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash ^ (hash >>> 15);
}

function includesSorted(ascending: readonly number[], value: number): boolean {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? Infinity) < value) low = middle + 1;
    else high = middle;
  }
  return ascending[low] === value;
}
