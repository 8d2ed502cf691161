/** Which row of the view stands for which annotation. Pure. */
import type { AnnotationLine } from '../../../server/src/annotatingProtocol.js';
import type { NumberedLine } from './annotationRows.js';
import { StableIds } from './stableIds.js';

export class NumberedItems {
  private readonly ids = new StableIds();
  private numbered: { readonly of: readonly AnnotationLine[]; readonly lines: readonly NumberedLine[] } | undefined;
  /** So that rows of lines that have not changed stay the same objects from one answer to the next. */
  private known = new WeakMap<AnnotationLine, NumberedLine>();

  of(list: readonly AnnotationLine[]): readonly NumberedLine[] {
    if (this.numbered?.of === list) return this.numbered.lines;
    const rows = this.ids.assign(list.map(({ id }) => id));
    const lines = list.map((line, i) => this.numberedLine(line, rows[i] ?? 0));
    this.numbered = { of: list, lines };
    return lines;
  }

  lineOf(rowId: string, list: readonly AnnotationLine[]): AnnotationLine | undefined {
    return this.of(list).find(({ row }) => `annotation:${row}` === rowId)?.line;
  }

  /** The orphan that a row offers a place for, and which of its places. */
  proposalOf(rowId: string, list: readonly AnnotationLine[]): { readonly line: AnnotationLine; readonly nth: number } | undefined {
    const [, orphan = '', nth] = /^mention:(.*):(\d+)$/.exec(rowId) ?? [];
    const line = this.lineOf(orphan, list);
    return line === undefined || Number(nth) >= line.proposals ? undefined : { line, nth: Number(nth) };
  }

  forget(): void {
    this.ids.forget();
    this.numbered = undefined;
    this.known = new WeakMap();
  }

  private numberedLine(line: AnnotationLine, row: number): NumberedLine {
    const known = this.known.get(line);
    if (known?.row === row) return known;
    const made = { line, row };
    this.known.set(line, made);
    return made;
  }
}
