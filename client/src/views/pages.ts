/**
 * Long lists of rows under headings, a heading for each hundred or two: the editor asks anew for all that stands under a heading when one row
 * comes or goes. Pure.
 */

/** From so many rows on what stands under one heading is given by pages. */
const LONG = 400;
/** Rows of a page, on average. */
const PAGE = 150;

export interface Paged<T> {
  readonly thing: T;
  readonly page: number;
}

export interface Page<T> {
  /** Undefined for a list that is not long. */
  readonly number: number | undefined;
  readonly things: readonly T[];
}

/** Where a page begins is told by the numbers of the rows, so that it stays there when rows come and go elsewhere, or get under another heading. */
export function inPages<T>(list: readonly T[], numberOf: (thing: T) => number): Paged<T>[] {
  let page = 0;
  return list.map((thing) => {
    const number = numberOf(thing);
    if (number % PAGE === 0) page = number;
    return { thing, page };
  });
}

/** What stands under one heading. */
export function pagesOf<T>(rows: readonly Paged<T>[]): Page<T>[] {
  if (rows.length <= LONG) return rows.length === 0 ? [] : [{ number: undefined, things: rows.map(({ thing }) => thing) }];
  const pages = new Map<number, T[]>();
  for (const { thing, page } of rows) {
    const known = pages.get(page);
    if (known === undefined) pages.set(page, [thing]);
    else known.push(thing);
  }
  return [...pages].map(([number, things]) => ({ number, things }));
}
