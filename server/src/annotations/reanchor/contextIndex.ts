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
  /** Of the text before, and after: piece → indices into `places`. */
  private readonly before = new Map<string, number[]>();
  private readonly after = new Map<string, number[]>();

  constructor(text: string, private readonly places: readonly number[], length: number) {
    places.forEach((place, i) => {
      add(this.before, text.slice(Math.max(0, place - REACH), place), i);
      add(this.after, text.slice(place + length, place + length + REACH), i);
    });
  }

  /** The places most like it, and the one where it stood. */
  likely(sought: Sought): readonly number[] {
    const shared = new Map<number, number>();
    for (const [index, context] of [[this.before, sought.prefix ?? ''], [this.after, sought.suffix ?? '']] as const) {
      for (const piece of piecesOf(context)) {
        const places = index.get(piece) ?? [];
        if (places.length <= COMMON) for (const i of places) shared.set(i, (shared.get(i) ?? 0) + 1);
      }
    }
    const best = [...shared].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, LOOKED_AT).flatMap(([i]) => this.places[i] ?? []);
    return sought.place !== undefined && !best.includes(sought.place) && includesSorted(this.places, sought.place) ? [...best, sought.place] : best;
  }
}

function add(index: Map<string, number[]>, context: string, i: number): void {
  for (const piece of piecesOf(context)) {
    const places = index.get(piece);
    if (places === undefined) index.set(piece, [i]);
    else if (places.length <= COMMON) places.push(i);
  }
}

function piecesOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (let i = 0; i + PIECE <= text.length; i++) pieces.add(text.slice(i, i + PIECE));
  return pieces;
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
