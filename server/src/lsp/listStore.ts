/** The lists that each document's views hold, so that only what changed is sent. */
import type { ListChanges } from '../protocol.js';
import type { OpenDocument } from './openDocument.js';

interface Sent<T> {
  readonly id: string;
  readonly rows: readonly T[];
}

/** How rows are compared. */
export interface RowKind<T> {
  readonly same: (a: T, b: T) => boolean;
  /** The paragraph that a row stands in, where it shows; it moves by the same number for all rows after an edit. */
  readonly paragraphOf: (row: T) => number | null;
}

export class ListStore<T> {
  private readonly sent = new Map<string, Sent<T>>();
  private lastId = 0;

  constructor(private readonly kind: RowKind<T>) {}

  /** What has changed since the list of that id, or all rows if it is not the last one sent. */
  changes({ uri, version }: Pick<OpenDocument, 'uri' | 'version'>, rows: readonly T[], since: string | null): ListChanges<T> {
    const before = this.sent.get(uri);
    const id = String(++this.lastId);
    this.sent.set(uri, { id, rows });
    if (before === undefined || before.id !== since) return { version, id, start: 0, deleteCount: null, rows, shift: 0 };
    return { version, id, ...changesBetween(before.rows, rows, this.kind) };
  }

  /** True if the list of that id is the last one sent, and is what these rows would give. */
  holds({ uri }: Pick<OpenDocument, 'uri'>, rows: readonly T[], id: string): boolean {
    const known = this.sent.get(uri);
    if (known?.id !== id || known.rows.length !== rows.length) return false;
    return known.rows === rows || changesBetween(known.rows, rows, this.kind).start === rows.length;
  }

  forget(uri: string): void {
    this.sent.delete(uri);
  }
}

/** The one run of rows in which two lists differ, and how many paragraphs further down the rows after it stand. */
export function changesBetween<T>(before: readonly T[], after: readonly T[], { same, paragraphOf }: RowKind<T>): Pick<ListChanges<T>, 'start' | 'deleteCount' | 'rows' | 'shift'> {
  const limit = Math.min(before.length, after.length);
  const at = (rows: readonly T[], i: number): T | undefined => rows[i];
  const isKept = (a: T | undefined, b: T | undefined, shift: number): boolean => {
    if (a === b && shift === 0) return true;
    if (a === undefined || b === undefined || !same(a, b)) return false;
    const was = paragraphOf(a);
    const is = paragraphOf(b);
    return was === null || is === null ? was === is : was + shift === is;
  };
  // Most rows are the very same objects: a glance at each, where a comparison would cost more than what has changed.
  let front = 0;
  while (front < limit && before[front] === after[front]) front++;
  while (front < limit && isKept(at(before, front), at(after, front), 0)) front++;
  const shift = shiftOf(before, after, paragraphOf);
  let back = 0;
  while (shift === 0 && back < limit - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back++;
  while (back < limit - front && isKept(at(before, before.length - 1 - back), at(after, after.length - 1 - back), shift)) back++;
  return { start: front, deleteCount: before.length - front - back, rows: after.slice(front, after.length - back), shift: back === 0 ? 0 : shift };
}

/** By the last rows that stand in a paragraph. */
function shiftOf<T>(before: readonly T[], after: readonly T[], paragraphOf: RowKind<T>['paragraphOf']): number {
  const last = (rows: readonly T[]): number => {
    for (let i = rows.length - 1; i >= 0; i--) {
      const row = rows[i];
      const paragraph = row === undefined ? null : paragraphOf(row);
      if (paragraph !== null) return paragraph;
    }
    return 0;
  };
  return last(after) - last(before);
}
