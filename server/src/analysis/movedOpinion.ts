/** An opinion of a text, moved to the text after one edit in it: what the edit touches is gone, unless it only grew at its end. */
import { moved } from '../base/span.js';
import type { Span } from '../base/span.js';
import type { Opinion } from './opinion.js';

interface Edit {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

export function movedOpinion(opinion: Opinion, edit: Edit): Opinion {
  const delta = edit.newEnd - edit.oldEnd;
  const kept = <T extends Span>(span: T): T[] => {
    if (span.end <= edit.start) return [span];
    if (span.start >= edit.oldEnd) return [moved(span, delta)];
    return [];
  };
  /** Longer spans go on around an edit in their midst. */
  const stretched = (span: Span): Span[] => {
    const whole = kept(span);
    return whole.length > 0 || !(span.start < edit.start && span.end > edit.oldEnd) ? whole : [{ start: span.start, end: span.end + delta }];
  };
  return {
    words: opinion.words.flatMap(kept),
    mentions: opinion.mentions.flatMap(kept),
    claims: opinion.claims.flatMap((claim) => {
      const [cue] = kept(claim.cue);
      return cue === undefined ? [] : [{ ...claim, cue, source: claim.source.flatMap(stretched), content: claim.content.flatMap(stretched) }];
    }),
    end: Math.max(0, opinion.end + delta),
  };
}
