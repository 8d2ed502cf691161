/**
 * In which blocks words stand, for lists of blocks that come from one another by edits: after a keystroke the words of one block are
 * counted anew, when words are next looked for. Gives for each list what a fresh index would give.
 */
import type { ArticleBlock } from './article.js';
import type { Slot } from './slots.js';
import { Slots } from './slots.js';
import type { TokenisedBlock } from './types.js';

/** A block that has the words. */
export interface BlockWithWords {
  /** Index of the block. */
  readonly at: number;
  /** Its text, written alike, and as long. */
  readonly text: string;
  /** Where the first of the words begins in it, in order: one place or several. */
  readonly places: number | readonly number[];
}

interface TextSlot extends Slot {
  readonly of: TokenisedBlock;
  readonly text: string;
}

type Places = Map<TextSlot, number | number[]>;

const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/** In small letters and with one apostrophe, of the same length: only the dotted capital I grows when it is made small. */
export function writtenAlike(text: string): string {
  return text.replaceAll('\u0130', 'i').replaceAll('’', "'").toLowerCase();
}

export class WordIndex {
  private readonly slots = new Slots<TextSlot>(({ analysis: { tokenised } }, at) => ({ at, of: tokenised, text: writtenAlike(tokenised.text) }), (slot, { analysis }) => slot.of === analysis.tokenised);
  private readonly byRun = new Map<string, Places>();

  /** Blocks whose words were counted, ever: for the test that counts work. */
  get blocksRead(): number {
    return this.slots.made;
  }

  /** Blocks that hold each of these runs, in order, with the places of the first of them. Work: the blocks that hold the first. */
  with(blocks: readonly ArticleBlock[], [first = '', ...others]: readonly string[]): BlockWithWords[] {
    this.follow(blocks);
    const also = others.map((run) => this.byRun.get(run) ?? NONE);
    const found: BlockWithWords[] = [];
    for (const [slot, places] of this.byRun.get(first) ?? NONE) if (also.every((has) => has.has(slot))) found.push({ at: slot.at, text: slot.text, places });
    return found.sort((a, b) => a.at - b.at);
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
        const places = this.byRun.get(run);
        places?.delete(slot);
        if (places?.size === 0) this.byRun.delete(run);
      }
    }
    for (const slot of change?.added ?? []) {
      for (const { 0: run, index } of slot.text.matchAll(RUN)) this.add(slot, run, index);
    }
  }

  private add(slot: TextSlot, run: string, at: number): void {
    const places: Places = this.byRun.get(run) ?? new Map<TextSlot, number | number[]>();
    if (places.size === 0) this.byRun.set(run, places);
    const known = places.get(slot);
    if (known === undefined) places.set(slot, at);
    else if (typeof known === 'number') places.set(slot, [known, at]);
    else known.push(at);
  }
}

const NONE: ReadonlyMap<TextSlot, number | readonly number[]> = new Map();
