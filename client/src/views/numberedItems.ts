/** Which row of the view stands for which annotation. Pure. */
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import type { NumberedItem } from './annotationRows.js';
import { StableIds } from './stableIds.js';

export class NumberedItems {
  private readonly ids = new StableIds();
  private numbered: { readonly of: readonly AnnotationItem[]; readonly items: readonly NumberedItem[] } | undefined;
  /** By what an item says, so that rows stay the same objects from one answer to the next. */
  private bySaying = new Map<string, NumberedItem>();

  of(list: readonly AnnotationItem[]): readonly NumberedItem[] {
    if (this.numbered?.of === list) return this.numbered.items;
    const rows = this.ids.assign(list.map(({ id }) => id));
    const sayings = new Map<string, NumberedItem>();
    const items = list.map((item, i) => {
      const row = String(rows[i]);
      const saying = `${row} ${item.kind} ${item.type} ${item.review} ${item.anchoring} ${item.proposals.length} ${item.check ?? ''} ${item.comments} ${item.quote}`;
      const known = this.bySaying.get(saying);
      // The row stays; where it leads is that of the new answer.
      const numbered = known === undefined ? { item, row } : Object.assign(known, { item });
      sayings.set(saying, numbered);
      return numbered;
    });
    this.bySaying = sayings;
    this.numbered = { of: list, items };
    return items;
  }

  itemOf(rowId: string, list: readonly AnnotationItem[]): AnnotationItem | undefined {
    return this.of(list).find(({ row }) => `annotation:${row}` === rowId)?.item;
  }

  /** The orphan that a row offers a place for, and the place. */
  proposalOf(rowId: string, list: readonly AnnotationItem[]): { readonly item: AnnotationItem; readonly range: AnnotationItem['proposals'][number] } | undefined {
    const [, orphan = '', nth] = /^mention:(.*):(\d+)$/.exec(rowId) ?? [];
    const item = this.itemOf(orphan, list);
    const range = item?.proposals[Number(nth)];
    return item === undefined || range === undefined ? undefined : { item, range };
  }

  forget(): void {
    this.ids.forget();
    this.numbered = undefined;
    this.bySaying = new Map();
  }
}
