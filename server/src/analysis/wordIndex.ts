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
}

interface TextSlot extends Slot, BlockWithWords {
  at: number;
  readonly of: TokenisedBlock;
}

const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/** Runs of letters and figures, each as often as it stands there. */
export function runsOf(alike: string): string[] {
  return Array.from(alike.matchAll(RUN), ([run]) => run);
}

/** In small letters and with one apostrophe, of the same length: only the dotted capital I grows when it is made small. */
export function writtenAlike(text: string): string {
  return text.replaceAll('\u0130', 'i').replaceAll('’', "'").toLowerCase();
}

export class WordIndex {
  private readonly slots = new Slots<TextSlot>(({ analysis: { tokenised } }, at) => ({ at, of: tokenised, text: writtenAlike(tokenised.text) }), (slot, { analysis }) => slot.of === analysis.tokenised);
  private readonly byRun = new Map<string, Set<TextSlot>>();

  /** Blocks whose words were counted, ever: for the test that counts work. */
  get blocksRead(): number {
    return this.slots.made;
  }

  /** Blocks that hold each of these runs, in order. Work: the blocks that hold the rarest of them. */
  with(blocks: readonly ArticleBlock[], runs: readonly string[]): BlockWithWords[] {
    this.follow(blocks);
    const sets = runs.map((run) => this.byRun.get(run) ?? NONE).sort((a, b) => a.size - b.size);
    const [rarest = NONE, ...others] = new Set(sets);
    return [...rarest].filter((slot) => others.every((set) => set.has(slot))).sort((a, b) => a.at - b.at);
  }

  private follow(blocks: readonly ArticleBlock[]): void {
    const change = this.slots.follow(blocks);
    for (const slot of change?.removed ?? []) {
      for (const run of runsOf(slot.text)) {
        const set = this.byRun.get(run);
        set?.delete(slot);
        if (set?.size === 0) this.byRun.delete(run);
      }
    }
    for (const slot of change?.added ?? []) {
      for (const run of runsOf(slot.text)) {
        const set = this.byRun.get(run);
        if (set === undefined) this.byRun.set(run, new Set([slot]));
        else set.add(slot);
      }
    }
  }
}

const NONE: ReadonlySet<TextSlot> = new Set();
