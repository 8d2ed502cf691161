/**
 * The rows that the editor has been given, and which of them it must draw anew for a new list. A row stays one object as long as
 * there is one of its id, because the editor knows it by that: what it says is changed in place. Pure.
 */
import type { Row } from './row.js';

type Drawn = { -readonly [K in keyof Row]: Row[K] };

/** Undefined: all of it; otherwise these, each with what is in it. */
export type Redraw = readonly Row[] | undefined;

/** From so many on, rows of one group are drawn anew together: the editor is told of each by itself. */
const MANY = 20;

export class DrawnRows {
  private byId = new Map<string, Drawn>();
  /** What each was last drawn from. */
  private from = new Map<string, Row>();
  private parents = new Map<string, Row>();
  private top: readonly Row[] = [];

  get roots(): readonly Row[] {
    return this.top;
  }

  parentOf({ id }: Row): Row | undefined {
    return this.parents.get(id);
  }

  update(groups: readonly Row[]): Redraw {
    const before = { byId: this.byId, from: this.from, top: this.top };
    this.byId = new Map();
    this.from = new Map();
    this.parents = new Map();
    const redraw: Row[] = [];
    this.top = groups.map((group) => {
      const known = before.byId.get(group.id);
      const formerRows = known?.rows ?? [];
      const changed: Row[] = [];
      const rows = group.rows.map((row) => {
        const isChanged = !isSame(before.from.get(row.id), row);
        const drawn = this.draw(before.byId.get(row.id), row, []);
        if (isChanged) changed.push(drawn);
        return drawn;
      });
      const isWhole = !isSame(before.from.get(group.id), group) || !isSameOrder(formerRows, rows) || changed.length > MANY;
      const drawn = this.draw(known, group, rows);
      for (const { id } of rows) this.parents.set(id, drawn);
      redraw.push(...(isWhole ? [drawn] : changed));
      return drawn;
    });
    return isSameOrder(before.top, this.top) ? redraw : undefined;
  }

  private draw(known: Drawn | undefined, row: Row, rows: readonly Row[]): Drawn {
    const drawn = known ?? { ...row };
    drawn.label = row.label;
    drawn.description = row.description;
    drawn.tooltip = row.tooltip;
    drawn.spoken = row.spoken;
    drawn.icon = row.icon;
    drawn.rows = rows;
    this.byId.set(row.id, drawn);
    this.from.set(row.id, row);
    return drawn;
  }
}

function isSame(a: Row | undefined, b: Row): boolean {
  return a === b || (a !== undefined && a.label === b.label && a.description === b.description && a.tooltip === b.tooltip && a.spoken === b.spoken && a.icon === b.icon);
}

function isSameOrder(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}
