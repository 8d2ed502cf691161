/** Which row of a view stands for which line of its list. Pure. */
import { StableIds } from './stableIds.js';

export interface NumberedLine<T> {
  readonly line: T;
  /** Number of the row: stays while the words are being changed. */
  readonly row: number;
}

export class NumberedLines<T extends object> {
  private readonly ids = new StableIds();
  private numbered: { readonly of: readonly T[]; readonly lines: readonly NumberedLine<T>[] } | undefined;
  /** So that rows of lines that have not changed stay the same objects from one answer to the next. */
  private known = new WeakMap<T, NumberedLine<T>>();

  /** `kind` stands before the number in the id of a row. */
  constructor(private readonly kind: string, private readonly keyOf: (line: T) => string) {}

  of(list: readonly T[]): readonly NumberedLine<T>[] {
    if (this.numbered?.of === list) return this.numbered.lines;
    const rows = this.ids.assign(list.map(this.keyOf));
    const lines = list.map((line, i) => this.numberedLine(line, rows[i] ?? 0));
    this.numbered = { of: list, lines };
    return lines;
  }

  lineOf(rowId: string, list: readonly T[]): T | undefined {
    return this.of(list).find(({ row }) => `${this.kind}:${row}` === rowId)?.line;
  }

  forget(): void {
    this.ids.forget();
    this.numbered = undefined;
    this.known = new WeakMap();
  }

  private numberedLine(line: T, row: number): NumberedLine<T> {
    const known = this.known.get(line);
    if (known?.row === row) return known;
    const made = { line, row };
    this.known.set(line, made);
    return made;
  }
}
