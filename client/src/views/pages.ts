/**
 * Long lists of rows under headings, a heading for each hundred or two: the editor asks anew for all that stands under a heading when one row
 * comes or goes. Pure.
 */
import { shortened } from './row.js';
import type { Row } from './row.js';

/** From so many rows on what stands under one heading is given by pages. */
const LONG = 400;
/** Rows of a page, on average. */
const PAGE = 150;
/** Characters of the words with which a page begins. */
const QUOTE_LENGTH = 20;

export interface Paged<T> {
  readonly thing: T;
  readonly page: number;
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

/** A heading with its rows, or one for each page of many; those after the first say with which words they begin. None without rows. */
export function headings<T>(id: string, words: string, paged: readonly Paged<T>[], quoteOf: (thing: T) => string, rowOf: (thing: T) => Row): Row[] {
  if (paged.length === 0) return [];
  if (paged.length <= LONG) return [heading(id, words, paged.map(({ thing }) => rowOf(thing)))];
  const pages = new Map<number, T[]>();
  for (const { thing, page } of paged) {
    const known = pages.get(page);
    if (known === undefined) pages.set(page, [thing]);
    else known.push(thing);
  }
  return [...pages].map(([number, things], nth) => {
    const [first] = things;
    const from = nth === 0 || first === undefined ? '' : `, from “${shortened(quoteOf(first), QUOTE_LENGTH)}”`;
    return heading(`${id}:${number}`, `${words}${from}`, things.map(rowOf));
  });
}

function heading(id: string, words: string, rows: readonly Row[]): Row {
  const count = String(rows.length);
  return { id, kind: 'group', label: words, description: count, tooltip: `${words}: ${count}`, spoken: `${words}, ${count}`, rows };
}
