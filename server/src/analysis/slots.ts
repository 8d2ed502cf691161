/** Lists of blocks that come from one another by edits, and what stands for each block, wherever it moves. */
import type { ArticleBlock } from './article.js';

/** A block, wherever it stands: `at` is the one thing here that changes. */
export interface Slot {
  at: number;
}

/** What an index has to take out and in. */
export interface SlotChange<S> {
  readonly removed: readonly S[];
  readonly added: readonly S[];
  /** No block came or went: what is taken out and put in stands in the same places, which may lie far apart. Else it is one run of blocks. */
  readonly isOneToOne: boolean;
}

export class Slots<S extends Slot> {
  private blocks: readonly ArticleBlock[] = [];
  private slots: S[] = [];
  /** Slots that were made, ever: for tests that count work. */
  made = 0;

  /** `isFor`: whether a slot that was made of one block stands for the other, too. */
  constructor(private readonly make: (block: ArticleBlock, at: number) => S, private readonly isFor: (slot: S, block: ArticleBlock) => boolean) {}

  /** The slots that are others than for the last list; null for the same list. Work: a glance at each block. */
  follow(blocks: readonly ArticleBlock[]): SlotChange<S> | null {
    if (blocks === this.blocks) return null;
    const { slots } = this;
    const limit = Math.min(slots.length, blocks.length);
    let before = 0;
    while (before < limit && this.isAt(slots[before], blocks[before])) before++;
    let after = 0;
    while (after < limit - before && this.isAt(slots[slots.length - 1 - after], blocks[blocks.length - 1 - after])) after++;
    const added: S[] = [];
    const removed: S[] = [];
    const isOneToOne = slots.length === blocks.length;
    for (let at = before; at < blocks.length - after; at++) {
      const [slot, block] = [slots[at], blocks[at]];
      if (block === undefined) continue;
      if (isOneToOne && slot !== undefined) {
        if (this.isFor(slot, block)) continue;
        removed.push(slot);
      }
      added.push(this.make(block, at));
    }
    if (!isOneToOne) removed.push(...slots.slice(before, slots.length - after));
    this.blocks = blocks;
    this.made += added.length;
    if (added.length === 0 && removed.length === 0) return null;
    if (isOneToOne) {
      for (const slot of added) slots[slot.at] = slot;
      return { removed, added, isOneToOne };
    }
    const behind = slots.slice(slots.length - after);
    const shift = added.length - removed.length;
    if (shift !== 0) for (const slot of behind) slot.at += shift;
    this.slots = slots.slice(0, before).concat(added, behind);
    return { removed, added, isOneToOne };
  }

  private isAt(slot: S | undefined, block: ArticleBlock | undefined): boolean {
    return slot !== undefined && block !== undefined && this.isFor(slot, block);
  }
}
