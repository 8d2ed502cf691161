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

/** By what hangs from a block's analysis: the same object as long as nothing in the block is read otherwise. */
const undecided = new WeakMap<ArticleBlock['mentions'], { readonly claims: ArticleBlock['claims']; readonly count: number }>();

export function countsOf(article: Article, state: LiveAnnotations): AnnotationCounts {
  let count = 0;
  for (const block of article.blocks) count += undecidedIn(block);
  return { undecided: count, ...state.counts };
}

function undecidedIn({ mentions, claims }: ArticleBlock): number {
  const known = undecided.get(mentions);
  if (known?.claims === claims) return known.count;
  let count = 0;
  for (const { name, value } of mentions) if (name?.mark === undefined && value?.mark === undefined) count++;
  for (const { mark } of claims.claims) if (mark === undefined) count++;
  undecided.set(mentions, { claims, count });
  return count;
}
