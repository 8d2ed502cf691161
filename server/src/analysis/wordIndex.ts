/**
 * In which blocks words stand, for lists of blocks that come from one another by edits: after a keystroke the words of one block are
 * counted anew, when words are next looked for. Gives for each list what a fresh index would give.
 */
import type { ArticleBlock } from './article.js';
import type { Slot } from './slots.js';
import { Slots } from './slots.js';
import type { TokenisedBlock } from './types.js';

/**
 * Shows a block: its index, its text, written alike and as long, and where a word begins in it, in order: one place or several.
 * Answers whether another is to be shown.
 */
export type SeeBlock = (at: number, text: string, places: number | readonly number[]) => boolean;

interface TextSlot extends Slot {
  readonly of: TokenisedBlock;
  readonly text: string;
}

type Places = Map<TextSlot, number | number[]>;

/** Side by side: the blocks, and where in each. */
interface InOrder {
  readonly slots: readonly TextSlot[];
  readonly places: readonly (number | readonly number[])[];
}

const NOWHERE: InOrder = { slots: [], places: [] };

const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/** In small letters and with one apostrophe, of the same length: only the dotted capital I grows when it is made small. */
export function writtenAlike(text: string): string {
  return text.replaceAll('\u0130', 'i').replaceAll('’', "'").toLowerCase();
}

export class WordIndex {
  private readonly slots = new Slots<TextSlot>(({ analysis: { tokenised } }, at) => ({ at, of: tokenised, text: writtenAlike(tokenised.text) }), (slot, { analysis }) => slot.of === analysis.tokenised);
  private readonly byRun = new Map<string, Places>();
  /** Of runs that were looked for, until a block with them is read again: a block that only moves stays between the same two. */
  private readonly inOrder = new Map<string, InOrder>();

  /** Blocks whose words were counted, ever: for the test that counts work. */
  get blocksRead(): number {
    return this.slots.made;
  }

  /** Shows the blocks that hold a run, in order, until no more are asked for. Work: those shown. */
  each(blocks: readonly ArticleBlock[], run: string, see: SeeBlock): void {
    this.follow(blocks);
    const { slots, places } = this.inOrder.get(run) ?? this.putInOrder(run);
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i];
      const found = places[i];
      if (slot !== undefined && found !== undefined && !see(slot.at, slot.text, found)) return;
    }
  }

  /** In how many blocks a run stands. Work: none. */
  spreadOf(blocks: readonly ArticleBlock[], run: string): number {
    this.follow(blocks);
    return this.byRun.get(run)?.size ?? 0;
  }

  private follow(blocks: readonly ArticleBlock[]): void {
    const change = this.slots.follow(blocks);
    for (const slot of change?.removed ?? []) {
      for (const [run] of slot.text.matchAll(RUN)) {
        this.inOrder.delete(run);
        const places = this.byRun.get(run);
        places?.delete(slot);
        if (places?.size === 0) this.byRun.delete(run);
      }
    }
    for (const slot of change?.added ?? []) {
      for (const { 0: run, index } of slot.text.matchAll(RUN)) this.add(slot, run, index);
    }
  }

  /** A block that was read again stands behind the others until somebody looks. */
  private putInOrder(run: string): InOrder {
    const found = this.byRun.get(run);
    if (found === undefined) return NOWHERE;
    const all = [...found].sort(([a], [b]) => a.at - b.at);
    const made = { slots: all.map(([slot]) => slot), places: all.map(([, places]) => places) };
    this.inOrder.set(run, made);
    return made;
  }

  private add(slot: TextSlot, run: string, at: number): void {
    this.inOrder.delete(run);
    const places: Places = this.byRun.get(run) ?? new Map<TextSlot, number | number[]>();
    if (places.size === 0) this.byRun.set(run, places);
    const known = places.get(slot);
    if (known === undefined) places.set(slot, at);
    else if (typeof known === 'number') places.set(slot, [known, at]);
    else known.push(at);
  }
}
