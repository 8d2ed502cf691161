/** Of which claim a person may be reminded, and on what day: nothing settles a prediction before that (design document, part B6). */
import type { Article, Claim } from '../analysis/article.js';
import { finalDay } from '../analysis/entities/values/index.js';
import { datesOf } from '../analysis/reading/index.js';
import { isDay } from '../base/day.js';
import type { Span } from '../base/span.js';
import { contains } from '../base/span.js';
import { claimHitsAt, placeOf } from './claimPlaces.js';

export interface Remindable {
  /** What is said, in the claim's own paragraph. */
  readonly spans: readonly Span[];
  /** ISO day; undefined where the claim names none. */
  readonly day: string | undefined;
}

/** Of the innermost claim at the place. */
export function remindableAt(article: Article, offset: number): Remindable | undefined {
  const claim = claimHitsAt(article, offset)[0]?.claim;
  if (claim === undefined) return undefined;
  const place = placeOf(article, claim);
  const said = (claim.content.length > 0 ? claim.content : claim.cue).filter((span) => contains(place, span));
  return said.length === 0 ? undefined : { spans: said, day: lastDayOf(article, claim) };
}

/** The last day of the last time that it speaks of. */
function lastDayOf(article: Article, claim: Claim): string | undefined {
  return datesOf(article, claim).flatMap(({ iso }) => (iso === undefined ? [] : finalDay(iso))).filter(isDay).sort().at(-1);
}
