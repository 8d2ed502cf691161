/**
 * The rows that the editor has been given, and which of them it must draw anew for a new list. A row stays one object as long as
 * there is one of its id, because the editor knows it by that: what it says is changed in place. Pure.
 */
import type { Row } from './row.js';

type Drawn = { -readonly [K in keyof Row]: Row[K] };

interface Known {
  readonly drawn: Drawn;
  /** What it was last drawn from. */
  readonly from: Row;
  readonly parent: Row | undefined;
}

/** Undefined: all of it; otherwise these, each with what is in it. */
export type Redraw = readonly Row[] | undefined;

/** From so many on, rows of one group are drawn anew together: the editor is told of each by itself. */
const MANY = 20;

export class DrawnRows {
  private readonly known = new Map<string, Known>();
  private groups: readonly Row[] | undefined;
  private top: readonly Row[] = [];

  get roots(): readonly Row[] {
    return this.top;
  }

  parentOf({ id }: Row): Row | undefined {
    return this.known.get(id)?.parent;
  }

  update(groups: readonly Row[]): Redraw {
    if (groups === this.groups) return [];
    this.groups = groups;
    const former = this.top;
    const stays = new Set<string>();
    const maybeGone: Row[] = [];
    const redraw: Row[] = [];
    this.top = groups.map((group) => {
      stays.add(group.id);
      const known = this.known.get(group.id);
      // The same object, so all that is in it is the same.
      if (known?.from === group) return known.drawn;
      const formerRows = known?.drawn.rows ?? [];
      for (const row of formerRows) maybeGone.push(row);
      const drawn = this.draw(group, undefined);
      const changed = this.drawRows(group, drawn);
      for (const { id } of group.rows) stays.add(id);
      const isWhole = !isSame(known?.from, group) || !isSameOrder(formerRows, drawn.rows) || changed.length > MANY;
      redraw.push(...(isWhole ? [drawn] : changed));
      return drawn;
    });
    for (const group of former) if (!stays.has(group.id)) maybeGone.push(group, ...group.rows);
    for (const { id } of maybeGone) if (!stays.has(id)) this.known.delete(id);
    return isSameOrder(former, this.top) ? redraw : undefined;
  }

  /** Gives those that do not say what they said. */
  private drawRows(group: Row, parent: Drawn): Row[] {
    const changed: Row[] = [];
    parent.rows = group.rows.map((row) => {
      const isKnown = isSame(this.known.get(row.id)?.from, row);
      const drawn = this.draw(row, parent);
      if (!isKnown) changed.push(drawn);
      return drawn;
    });
    return changed;
  }

  private draw(row: Row, parent: Row | undefined): Drawn {
    const known = this.known.get(row.id);
    if (known?.from === row && known.parent === parent) return known.drawn;
    const drawn = known?.drawn ?? { ...row };
    drawn.label = row.label;
    drawn.description = row.description;
    drawn.tooltip = row.tooltip;
    drawn.spoken = row.spoken;
    drawn.icon = row.icon;
    if (row.context !== undefined) drawn.context = row.context;
    this.known.set(row.id, { drawn, from: row, parent });
    return drawn;
  }
}

function isSame(a: Row | undefined, b: Row): boolean {
  return a === b || (a !== undefined && a.label === b.label && a.description === b.description && a.tooltip === b.tooltip && a.spoken === b.spoken && a.icon === b.icon && a.context === b.context);
}

function isSameOrder(a: readonly Row[], b: readonly Row[]): boolean {
  return a.length === b.length && a.every((row, i) => row === b[i]);
}
