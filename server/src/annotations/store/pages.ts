/**
 * The annotations of a file in their order, in pages of a few dozen: what changes one of them makes one page anew, and only of that page the
 * bytes. Never changes; gives the next state.
 */
import type { Annotation } from '../annotation.js';
import type { SidecarHead } from '../sidecar/sidecar.js';
import { BETWEEN, TAIL, TAIL_OF_NONE, headText, orderInFile } from '../sidecar/write.js';
import { Content } from './content.js';

export interface Placed {
  readonly annotation: Annotation;
  /** Of the text that its positions were computed on; undefined where nobody knows. */
  readonly hash?: string | undefined;
}

/** Annotations of a page when it is made; of one with twice as many two are made. */
const PAGE = 24;

const BETWEEN_BYTES = new TextEncoder().encode(BETWEEN);

class Page<T extends Placed> {
  private made: { readonly article: string; readonly bytes: Uint8Array } | null = null;
  /** Of the texts that positions in it were computed on. */
  readonly hashes: ReadonlySet<string | undefined>;

  constructor(readonly items: readonly T[]) {
    this.hashes = new Set(items.filter(({ annotation }) => annotation.anchors.length > 0).map(({ hash }) => hash));
  }

  isMadeFor(article: string): boolean {
    return this.made?.article === article;
  }

  bytes(article: string, textOf: (item: T) => string): Uint8Array {
    if (this.made?.article !== article) this.made = { article, bytes: new TextEncoder().encode(this.items.map(textOf).join(BETWEEN)) };
    return this.made.bytes;
  }
}

export class Pages<T extends Placed> {
  /** Pages whose bytes were made, ever, by this state and those it came from: for the test that counts work. */
  encoded = 0;

  private constructor(private readonly pages: readonly Page<T>[]) {}

  static of<T extends Placed>(items: Iterable<T>): Pages<T> {
    return new Pages(paged([...items].sort((a, b) => orderInFile(a.annotation, b.annotation))));
  }

  /** Without some of the items that are in it, and with others. */
  with(gone: Iterable<T>, come: Iterable<T>): Pages<T> {
    const pages: (Page<T> | T[])[] = [...this.pages];
    const own = (at: number): T[] => {
      const page = pages[at];
      if (page === undefined || Array.isArray(page)) return page ?? [];
      const items = [...page.items];
      pages[at] = items;
      return items;
    };
    for (const item of gone) {
      const at = pageOf(pages, item.annotation);
      const items = own(at);
      const place = placeIn(items, item.annotation) - 1;
      if (items[place] !== item) throw new Error('An annotation that is to go is not where it belongs');
      items.splice(place, 1);
      if (items.length === 0) pages.splice(at, 1);
    }
    for (const item of come) {
      if (pages.length === 0) pages.push([]);
      const items = own(pageOf(pages, item.annotation));
      items.splice(placeIn(items, item.annotation), 0, item);
    }
    const next = new Pages(pages.flatMap((page) => (Array.isArray(page) ? paged(page) : [page])));
    next.encoded = this.encoded;
    return next;
  }

  get isEmpty(): boolean {
    return this.pages.length === 0;
  }

  /** Hash of the text that all positions were computed on; undefined where they were computed on several, or nobody knows. */
  onlyHash(): string | undefined {
    const all = new Set<string | undefined>();
    for (const { hashes } of this.pages) {
      for (const hash of hashes) all.add(hash);
      if (all.size > 1) return undefined;
    }
    return [...all][0];
  }

  /** The file. `rest` is waited for between pages that are made anew, so that a long file keeps nobody waiting. */
  async content(head: SidecarHead, textOf: (item: T) => string, rest: () => Promise<void>): Promise<Content> {
    const pieces: Uint8Array[] = [new TextEncoder().encode(headText(head))];
    for (const page of this.pages) {
      if (pieces.length > 1) pieces.push(BETWEEN_BYTES);
      const isMade = page.isMadeFor(head.article);
      pieces.push(page.bytes(head.article, textOf));
      if (isMade) continue;
      this.encoded++;
      await rest();
    }
    pieces.push(new TextEncoder().encode(pieces.length > 1 ? TAIL : TAIL_OF_NONE));
    return new Content(pieces);
  }
}

function paged<T extends Placed>(items: readonly T[]): Page<T>[] {
  if (items.length === 0) return [];
  if (items.length <= 2 * PAGE) return [new Page(items)];
  const pages: Page<T>[] = [];
  for (let at = 0; at < items.length; at += PAGE) pages.push(new Page(items.slice(at, at + PAGE)));
  return pages;
}

/** The last page that begins at or before the annotation; the first for one before all. None of them is empty. */
function pageOf<T extends Placed>(pages: readonly (Page<T> | readonly T[])[], annotation: Annotation): number {
  let low = 1;
  let high = pages.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const page = pages[middle];
    const first = page === undefined ? undefined : 'items' in page ? page.items[0] : page[0];
    if (first !== undefined && orderInFile(first.annotation, annotation) <= 0) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How many stand at or before it. */
function placeIn(items: readonly Placed[], annotation: Annotation): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && orderInFile(item.annotation, annotation) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
