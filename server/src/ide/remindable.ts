/** Of which claim a person may be reminded, and on what day: nothing settles a prediction before that (design document, part B6). */
import type { Article, Claim } from '../analysis/article.js';
import { datesOf } from '../analysis/reading/index.js';
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
  return datesOf(article, claim).flatMap(({ iso }) => (iso === undefined ? [] : lastDay(iso) ?? [])).sort().at(-1);
}

/** Of a day, a month, a year or an interval. */
export function lastDay(iso: string): string | undefined {
  const end = iso.split('/').at(-1) ?? iso;
  const [, year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(end) ?? [];
  if (year === undefined) return undefined;
  if (day !== undefined) return end;
  return new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0)).toISOString().slice(0, 10);
}
