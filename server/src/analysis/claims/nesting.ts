/** Which claim lies inside the content of which. */
import type { Span } from '../../base/span.js';
import { byPosition } from '../../base/span.js';
import type { Draft } from './context.js';

interface Piece extends Span {
  readonly draft: number;
}

/** How many open pieces are looked at for one claim: deeper nesting than this has no reader. */
const DEPTH = 40;

/** Index of the smallest claim whose content holds all of another's words, or null. Two claims never hold each other. */
export function parentsOf(drafts: readonly Draft[]): (number | null)[] {
  const wholes = drafts.map(wholeOf);
  const pieces: Piece[] = [];
  drafts.forEach(({ content }, draft) => {
    for (const { start, end } of content) pieces.push({ start, end, draft });
  });
  const parents = new Array<number | null>(drafts.length).fill(null);
  pieces.sort(byPosition);
  let open: Piece[] = [];
  let next = 0;
  for (const whole of [...wholes].sort(byPosition)) {
    for (let piece = pieces[next]; piece !== undefined && piece.start <= whole.start; piece = pieces[++next]) open.push(piece);
    if (open.some((p) => p.end <= whole.start)) open = open.filter((p) => p.end > whole.start);
    if (open.length > DEPTH) open = open.slice(-DEPTH);
    parents[whole.draft] = smallestAround(open, whole, wholes);
  }
  return parents;
}

/** From its first word to its last. A source that an earlier claim has too is none of its words. */
function wholeOf({ shared, source, cue, content }: Draft, draft: number): Piece {
  let { start, end } = cue;
  for (const spans of shared === true ? [content] : [source, content]) {
    for (const s of spans) {
      start = Math.min(start, s.start);
      end = Math.max(end, s.end);
    }
  }
  return { start, end, draft };
}

function smallestAround(open: readonly Piece[], whole: Piece, wholes: readonly Piece[]): number | null {
  let best: Piece | null = null;
  for (const piece of open) {
    if (piece.draft === whole.draft || piece.end < whole.end) continue;
    const around = wholes[piece.draft];
    // The claim around must be larger as a whole, so that no two can be each other's parents.
    if (around === undefined || around.end - around.start <= whole.end - whole.start) continue;
    if (best === null || piece.end - piece.start < best.end - best.start) best = piece;
  }
  return best === null ? null : best.draft;
}
