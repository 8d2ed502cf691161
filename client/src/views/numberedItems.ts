/** Which row of the view stands for which annotation. Pure. */
import type { AnnotationLine } from '../../../server/src/annotatingProtocol.js';
import { NumberedLines } from './numberedLines.js';

export class NumberedItems extends NumberedLines<AnnotationLine> {
  constructor() {
    super('annotation', ({ id }) => id);
  }

  /** The orphan that a row offers a place for, and which of its places. */
  proposalOf(rowId: string, list: readonly AnnotationLine[]): { readonly line: AnnotationLine; readonly nth: number } | undefined {
    const [, orphan = '', nth] = /^mention:(.*):(\d+)$/.exec(rowId) ?? [];
    const line = this.lineOf(orphan, list);
    return line === undefined || Number(nth) >= line.proposals ? undefined : { line, nth: Number(nth) };
  }
}
