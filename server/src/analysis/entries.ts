/**
 * What the engine keeps of the texts of blocks: their readings, by text and zone, and the entries that blocks hold, by what is marked in
 * them too. Former ones stay for a while, so that undo costs nothing.
 */
import type { Span } from '../base/span.js';
import type { BlockAnalysis } from './blockAnalysis.js';
import { analyseBlock } from './blockAnalysis.js';
import type { Gazetteer } from './gazetteer.js';
import type { BlockMarks } from './marks.js';
import { markEntities } from './marks.js';
import type { Opinion, Unread } from './opinion.js';
import type { Typed } from './typed.js';
import type { Block, TokenisedBlock } from './types.js';

/** How much was done: what the test that counts work reads. */
export interface Work {
  /** Blocks whose text was analysed anew. */
  blocksAnalysed: number;
  /** Blocks whose mentions and claims were made anew, since a name in them was decided otherwise. */
  blocksRetyped: number;
  /** Blocks that were compared with the places of what people decided. */
  blocksAsked: number;
}

/** What the machine makes of one text in one zone, whoever marked it. */
export interface Reading {
  readonly id: string;
  /** What the rules and lists give by themselves. */
  readonly own: BlockAnalysis;
  /** The same with what the model says of the block; `own` until it says something. */
  heard: BlockAnalysis;
  opinion: Opinion | null;
  /** The opinion is that of the text before an edit, moved: it stands until the model has read the new text. */
  provisional: boolean;
  /** How it waits for the model, where it stood when that was asked last. */
  unread: Unread | null;
  readonly entries: Set<Entry>;
}

/** Called with a block that the model will be asked to read. */
export type Ahead = (unread: Unread) => void;

export function unreadOf(id: string, { text, sentences }: TokenisedBlock, { start, end }: Span): Unread {
  return { id, start, end, text, sentenceEnds: sentences.map((sentence) => sentence.end) };
}

/** A reading with what people marked in one block, or in several that are marked alike. */
export interface Entry {
  readonly reading: Reading;
  readonly marks: BlockMarks | null;
  analysis: BlockAnalysis;
  typed: Typed | null;
  /** How many blocks of the present version hold it. */
  uses: number;
}

/** Former texts of blocks that are kept for undo, before all that are not in use are dropped. */
const FORMER_BLOCKS = 50;

export class Entries {
  private readonly readings = new Map<string, Reading>();
  private readonly cache = new Map<string, Entry>();
  private readonly byKey = new Map<string, Set<Entry>>();
  /** Blocks of the present version with part of a claim that goes beyond them. */
  spread = 0;

  constructor(private readonly gazetteer: Gazetteer, private readonly work: Work) {}

  reading(id: string): Reading | undefined {
    return this.readings.get(id);
  }

  /** `ahead` hears of a text that is not known while the rules still have to read it. */
  readingOf(text: string, block: Block, ahead?: Ahead): Reading {
    const id = `${block.zone} ${block.header ?? ''} ${text}`;
    const known = this.readings.get(id);
    if (known !== undefined) return known;
    this.work.blocksAnalysed++;
    const own = analyseBlock(text, block, this.gazetteer, ahead === undefined ? undefined : (tokenised) => { ahead(unreadOf(id, tokenised, block)); });
    const reading: Reading = { id, own, heard: own, opinion: null, provisional: false, unread: null, entries: new Set() };
    this.readings.set(id, reading);
    return reading;
  }

  markedEntry(reading: Reading, given: BlockMarks | null): Entry {
    const marks = reading.own.tokenised.zone === 'boilerplate' ? null : given;
    const key = marks === null ? reading.id : `${reading.id}\u0000${marks.signature}`;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { reading, marks, analysis: marked(reading.heard, marks), typed: null, uses: 0 };
    this.cache.set(key, entry);
    reading.entries.add(entry);
    return entry;
  }

  /** Those in use that hold a name. */
  with(key: string): Iterable<Entry> {
    return this.byKey.get(key) ?? [];
  }

  /** One more block of the present version holds it. */
  use(entry: Entry): void {
    entry.uses++;
    if (isSpread(entry.marks)) this.spread++;
    if (entry.uses > 1) return;
    entry.typed = null;
    for (const name of entry.analysis.names) {
      const set = this.byKey.get(name.key);
      if (set === undefined) this.byKey.set(name.key, new Set([entry]));
      else set.add(entry);
    }
  }

  release(entry: Entry): void {
    entry.uses--;
    if (isSpread(entry.marks)) this.spread--;
    if (entry.uses > 0) return;
    for (const name of entry.analysis.names) {
      const set = this.byKey.get(name.key);
      set?.delete(entry);
      if (set?.size === 0) this.byKey.delete(name.key);
    }
  }

  /** Drops those of no use if there are many more than `present`, the blocks of the present version. */
  trim(present: number): void {
    if (this.cache.size <= present + FORMER_BLOCKS) return;
    for (const [key, entry] of this.cache) {
      if (entry.uses > 0) continue;
      this.cache.delete(key);
      entry.reading.entries.delete(entry);
      if (entry.reading.entries.size === 0) this.readings.delete(entry.reading.id);
    }
  }
}

export function marked(analysis: BlockAnalysis, marks: BlockMarks | null): BlockAnalysis {
  return marks === null ? analysis : { tokenised: analysis.tokenised, ...markEntities(analysis.tokenised, analysis, marks) };
}

/** Part of a claim lies here and part of it in other blocks. */
export function isSpread(marks: BlockMarks | null): boolean {
  return marks !== null && (marks.wide || marks.reached);
}
