/** A list as the server has it, kept up by what it says has changed. Rows that have not changed stay the same objects. */
import type { ListChanges } from '../../../server/src/protocol.js';

export class HeldList<T extends object> {
  private of: object | undefined;
  private id: string | null = null;
  private rows: readonly T[] = [];

  /** @param move a row that stands so many paragraphs further down; the row itself where that does not show */
  constructor(private readonly move: (row: T, paragraphs: number) => T) {}

  /** Asks for what has changed since the list that is held, and gives the list as it is now. */
  async follow(document: object, ask: (since: string | null) => Promise<ListChanges<T> | null | undefined>): Promise<{ readonly version: number; readonly id: string; readonly rows: readonly T[] } | null> {
    const since = this.of === document ? this.id : null;
    const changes = await ask(since);
    if (!changes) return null;
    // Another answer has come in between, so these changes are not of what is held.
    if (changes.deleteCount !== null && (this.of !== document || this.id !== since)) return this.follow(document, ask);
    this.take(changes);
    this.of = document;
    return { version: changes.version, id: changes.id, rows: this.rows };
  }

  private take({ id, start, deleteCount, rows, shift }: ListChanges<T>): void {
    this.id = id;
    if (deleteCount === null) {
      this.rows = rows;
      return;
    }
    if (deleteCount === 0 && rows.length === 0 && shift === 0) return;
    const after = this.rows.slice(start + deleteCount);
    this.rows = [...this.rows.slice(0, start), ...rows, ...(shift === 0 ? after : after.map((row) => this.move(row, shift)))];
  }
}
