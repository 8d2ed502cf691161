/**
 * How many are accepted, rejected and orphaned, kept as annotations come and go: it is asked for after every decision and every keystroke.
 * Asking costs the annotations that have lost words at the moment, however many others there are.
 */
import type { AnnotationCounts } from '../../annotatingProtocol.js';
import type { Article, ArticleBlock } from '../../analysis/article.js';
import type { Slot } from '../../analysis/slots.js';
import { Slots } from '../../analysis/slots.js';
import type { Live, LiveAnnotations } from './live.js';

type Standing = 'accepted' | 'rejected' | 'orphaned';
export type DecidedCounts = Omit<AnnotationCounts, 'undecided'>;

/** Only these are decided on; notes, checks and the like are not. */
export function isDecidable({ annotation: { body } }: Live): boolean {
  return body.type === 'entity' || body.type === 'claim';
}

export class Tally {
  readonly undecided = new Undecided();
  private readonly counts: Record<Standing, number> = { accepted: 0, rejected: 0, orphaned: 0 };
  /** Annotations that were looked at, ever: for the test that counts work. */
  looked = 0;

  add(live: Live): void {
    if (isDecidable(live)) this.counts[standingOf(live, live.anchoring === 'orphaned')]++;
  }

  remove(live: Live): void {
    if (isDecidable(live)) this.counts[standingOf(live, live.anchoring === 'orphaned')]--;
  }

  /** `wounded`: every annotation with words that are gone; only those may stand otherwise than when they were added. */
  of(state: LiveAnnotations, wounded: Iterable<Live>): DecidedCounts {
    const counts = { ...this.counts };
    for (const live of wounded) {
      this.looked++;
      if (!isDecidable(live)) continue;
      counts[standingOf(live, live.anchoring === 'orphaned')]--;
      counts[standingOf(live, state.anchoringOf(live) === 'orphaned')]++;
    }
    return counts;
  }
}

function standingOf({ annotation }: Live, isOrphaned: boolean): Standing {
  return isOrphaned ? 'orphaned' : annotation.review === 'rejected' ? 'rejected' : 'accepted';
}

export function countsOf(article: Article, state: LiveAnnotations): AnnotationCounts {
  return { undecided: state.tally.undecided.in(article), ...state.counts };
}

interface CountedSlot extends Slot {
  /** The same object as long as nothing in the block is read otherwise, its claims neither. */
  readonly mentions: ArticleBlock['mentions'];
  readonly count: number;
}

/** Suggestions that are left, block by block: of the blocks only those are counted that are read otherwise than the last time. */
export class Undecided {
  private readonly slots = new Slots<CountedSlot>((block, at) => ({ at, mentions: block.mentions, count: suggestionsIn(block) }), (slot, { mentions }) => slot.mentions === mentions);
  private total = 0;

  /** Blocks that were counted, ever: for the test that counts work. */
  get counted(): number {
    return this.slots.made;
  }

  in({ blocks }: Article): number {
    const change = this.slots.follow(blocks);
    for (const { count } of change?.removed ?? []) this.total -= count;
    for (const { count } of change?.added ?? []) this.total += count;
    return this.total;
  }
}

function suggestionsIn({ mentions, claims }: ArticleBlock): number {
  let count = 0;
  for (const { name, value } of mentions) if (name?.mark === undefined && value?.mark === undefined) count++;
  for (const { mark } of claims.claims) if (mark === undefined) count++;
  return count;
}
