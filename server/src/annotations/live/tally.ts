/**
 * How many are accepted, rejected and orphaned, kept as annotations come and go: it is asked for after every decision and every keystroke.
 * Asking costs the annotations that have lost words at the moment, however many others there are.
 */
import type { AnnotationCounts } from '../../annotatingProtocol.js';
import type { Article, ArticleBlock } from '../../analysis/article.js';
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

/** Suggestions that are left, block by block: of the blocks only those are counted that are read otherwise than the last time. */
export class Undecided {
  /** The same object as long as nothing in the block is read otherwise, its claims neither. */
  private mentions: ArticleBlock['mentions'][] = [];
  private counts: number[] = [];
  private total = 0;
  /** Blocks that were counted, ever: for the test that counts work. */
  counted = 0;

  in({ blocks }: Article): number {
    const limit = Math.min(blocks.length, this.counts.length);
    const isSame = (block: ArticleBlock | undefined, at: number): boolean => block?.mentions === this.mentions[at];
    let front = 0;
    while (front < limit && isSame(blocks[front], front)) front++;
    let back = 0;
    while (back < limit - front && isSame(blocks[blocks.length - 1 - back], this.counts.length - 1 - back)) back++;
    const others = blocks.slice(front, blocks.length - back);
    const gone = this.counts.length - front - back;
    // Where blocks have come or gone, those between are moved; else they are compared in their places.
    if (others.length === gone) others.forEach((block, i) => { this.count(block, front + i, isSame(block, front + i)); });
    else {
      for (let i = front; i < front + gone; i++) this.total -= this.counts[i] ?? 0;
      this.mentions.splice(front, gone, ...others.map(({ mentions }) => mentions));
      this.counts.splice(front, gone, ...others.map(() => 0));
      others.forEach((block, i) => { this.count(block, front + i, false); });
    }
    return this.total;
  }

  private count({ mentions, claims }: ArticleBlock, at: number, isSame: boolean): void {
    if (isSame) return;
    this.counted++;
    let count = 0;
    for (const { name, value } of mentions) if (name?.mark === undefined && value?.mark === undefined) count++;
    for (const { mark } of claims.claims) if (mark === undefined) count++;
    this.total += count - (this.counts[at] ?? 0);
    this.mentions[at] = mentions;
    this.counts[at] = count;
  }
}
