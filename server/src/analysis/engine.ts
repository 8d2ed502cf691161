/**
 * Keeps one document's analysis up to date. `update` gives the same article as a fresh engine would for the same text,
 * whatever came before; it only works less. Does no I/O and never throws for any text.
 */
import { detached } from '../base/detached.js';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import type { Article } from './article.js';
import { blockIndexAt } from './article.js';
import { Linker } from './claims/index.js';
import type { Change } from './edits.js';
import { keptEnds } from './edits.js';
import { EngineArticle, EngineBlock } from './engineArticle.js';
import type { Ahead, Entry, Reading, Work } from './entries.js';
import { Entries, isSpread, marked, unreadOf } from './entries.js';
import { EntityIndex } from './entityIndex.js';
import { History } from './history.js';
import type { ModelWeights } from './entities/names/index.js';
import { MODEL_WEIGHTS, NameTable, hearModel } from './entities/names/index.js';
import type { Gazetteer } from './gazetteer.js';
import type { Opinion, Unread } from './opinion.js';
import type { Marks } from './marks.js';
import { movedOpinion } from './movedOpinion.js';
import { TrackedParagraphs } from './trackedParagraphs.js';
import { shows, typedOf } from './typed.js';
import type { ArticleDate, Block } from './types.js';
import { WordIndex } from './wordIndex.js';

export type { Change } from './edits.js';
export type { Ahead, Work } from './entries.js';

/** ISO days that do not stand in the text: from the file's name, and set by a person. */
export interface Dates {
  readonly fileName?: string | null;
  readonly person?: string | null;
}

export class ArticleEngine {
  private readonly paragraphs = new TrackedParagraphs();
  private text: Text = '';
  readonly work: Work = { blocksAnalysed: 0, blocksRetyped: 0, blocksAsked: 0 };
  private marks: Marks | null = null;
  private date: ArticleDate | null = null;
  /** The same, or that of the file's name. */
  private shownDate: ArticleDate | null = null;
  private blocks: EngineBlock[] = [];
  private entries: Entry[] = [];
  private readonly kept: Entries;
  private readonly names: NameTable;
  private readonly history = new History();
  private readonly linker = new Linker();
  private readonly index = new EntityIndex();
  private readonly words = new WordIndex();

  /** `weights` are other than ours only while they are being tuned. */
  constructor(private readonly gazetteer: Gazetteer, private readonly weights: ModelWeights = MODEL_WEIGHTS) {
    this.names = new NameTable(gazetteer);
    this.kept = new Entries(gazetteer, this.work);
  }

  /**
   * What people have marked: asked for block by block, of blocks that change, from now on. It tells of every mark at once that the edit
   * of an `update` has moved or changed; for all else there is `remark`.
   */
  follow(marks: Marks | null): void {
    this.marks = marks;
  }

  /** People have decided something in the spans (or anywhere, or about the date): the article of the same version with it. */
  remark(where: readonly Span[] | null, dates?: Dates): Article {
    const entries = [...this.entries];
    const changed: number[] = [];
    for (const i of this.blocksToRemark(where)) {
      const [entry, block] = [entries[i], this.blocks[i]];
      if (entry === undefined || block === undefined) continue;
      const next = this.remarked(entry, block);
      if (next === entry) continue;
      entries[i] = next;
      changed.push(i);
    }
    this.entries = entries;
    if (dates !== undefined) this.shownDate = shownDate(this.date, dates);
    this.retype();
    this.placeOnly([...this.blocks], changed);
    return this.article();
  }

  /** Indexes of the blocks that the spans touch, and of those that hold parts of claims from elsewhere. */
  private blocksToRemark(where: readonly Span[] | null): Iterable<number> {
    if (where === null) return this.blocks.keys();
    const found = new Set<number>();
    if (this.kept.spread > 0) this.entries.forEach(({ marks }, i) => { if (isSpread(marks)) found.add(i); });
    for (const { start, end } of where) {
      // A block that ends where the span starts touches it, too.
      for (let i = Math.max(0, blockIndexAt(this.blocks, start) - 1); i < this.blocks.length; i++) {
        const block = this.blocks[i];
        if (block === undefined || block.start > end) break;
        this.work.blocksAsked++;
        if (start <= block.end) found.add(i);
      }
    }
    return found;
  }

  /**
   * @param change covers every difference from the text of the last call; without it all of the text counts as new
   * @param ahead hears of the block that has changed, where it is the only one, before the rules read it
   */
  update(text: Text, change?: Change, dates: Dates = {}, ahead?: Ahead): Article {
    const edit = change ?? { start: 0, oldEnd: Infinity, newEnd: text.length };
    const paragraph = this.paragraphs.update(text, edit);
    if (paragraph === null) {
      const structure = this.paragraphs.classify();
      this.date = structure.articleDate;
      this.updateEntries(text, structure.blocks, edit, keptEnds(this.blocks, structure.blocks, edit, sameZone), ahead);
      this.retype();
      this.place(structure.blocks);
    } else {
      const at = blockIndexAt(this.blocks, paragraph.start);
      const blocks = this.shifted(at, paragraph, edit);
      this.updateEntries(text, blocks, edit, [at, blocks.length - at - 1], ahead);
      this.retype();
      this.placeOnly(blocks, this.kept.spread > 0 ? [...blocks.keys()] : [at]);
    }
    this.kept.trim(this.entries.length);
    this.text = text;
    this.shownDate = shownDate(this.date, dates);
    return this.article();
  }

  /** Blocks of the present version that no model has read, in order; those of one text once. Header lines and boilerplate are left to the rules. */
  unread(): Unread[] {
    const unread: Unread[] = [];
    const seen = new Set<Reading>();
    this.entries.forEach(({ reading }, i) => {
      const block = this.blocks[i];
      if (block === undefined || (reading.opinion !== null && !reading.provisional) || seen.has(reading) || !isReadByModel(block)) return;
      seen.add(reading);
      unread.push(unreadAt(reading, block));
    });
    return unread;
  }

  /** Takes opinions in; `id` is that of an unread block. Gives the article of the same version with them, or null if none concerns it. */
  addOpinions(opinions: Iterable<readonly [id: string, opinion: Opinion]>): Article | null {
    let concerned = false;
    for (const [id, opinion] of opinions) {
      const reading = this.kept.reading(id);
      if (reading === undefined) continue;
      this.hear(reading, opinion, false);
      for (const { uses } of reading.entries) concerned ||= uses > 0;
    }
    if (!concerned) return null;
    this.retype();
    this.placeOnly([...this.blocks], []);
    return this.article();
  }

  private article(): Article {
    return new EngineArticle(this.text, this.shownDate, this.blocks, this.history.version, this.names, this.linker, this.index, this.words);
  }

  private place(blocks: readonly Block[]): void {
    const former = this.blocks;
    this.history.step({ front: 0, back: 0 });
    this.blocks = blocks.map((block, i) => this.articleBlock(block, i, former[i]));
  }

  /** All of the given blocks, whose array is kept, hold what they held, but those that changed and those that are shown otherwise now. */
  private placeOnly(blocks: EngineBlock[], changed: readonly number[]): void {
    const concerned = [...changed, ...this.untyped()];
    if (concerned.length === 0) return;
    let front = blocks.length;
    let back = blocks.length;
    for (const i of concerned) {
      const block = blocks[i];
      if (block !== undefined) blocks[i] = this.articleBlock(block, i, block);
      front = Math.min(front, i);
      back = Math.min(back, blocks.length - 1 - i);
    }
    this.blocks = blocks;
    this.history.step({ front, back });
  }

  private hear(reading: Reading, opinion: Opinion, provisional: boolean): void {
    const heard = hearModel(reading.own.tokenised, reading.own.names, reading.own.values, opinion, this.gazetteer, this.weights);
    reading.heard = { tokenised: reading.own.tokenised, names: heard.names, values: heard.values };
    reading.opinion = opinion;
    reading.unread = null;
    reading.provisional = provisional;
    for (const entry of reading.entries) {
      const { uses } = entry;
      for (let i = 0; i < uses; i++) this.kept.release(entry);
      const before = entry.analysis.names;
      entry.analysis = marked(reading.heard, entry.marks);
      entry.typed = null;
      for (let i = 0; i < uses; i++) {
        this.kept.use(entry);
        this.names.replace(before, entry.analysis.names);
      }
    }
  }

  /** The blocks of the last version with one paragraph of prose grown or shrunk: what `classify` would say again. */
  private shifted(at: number, paragraph: Span, edit: Change): EngineBlock[] {
    const delta = edit.newEnd - edit.oldEnd;
    // White space typed at its end is not part of the paragraph.
    return this.blocks.map((block, i) => (i < at ? block : i === at ? block.at(paragraph.start, paragraph.end) : block.at(block.start + delta, block.end + delta)));
  }

  /** All blocks but so many at both ends get other entries. */
  private updateEntries(text: Text, blocks: readonly Block[], edit: Change, [before, after]: readonly [before: number, after: number], ahead?: Ahead): void {
    const removed = this.entries.slice(before, this.entries.length - after);
    const added: Entry[] = [];
    const isOne = before + after === blocks.length - 1;
    for (let i = before; i < blocks.length - after; i++) {
      const block = blocks[i];
      if (block !== undefined) added.push(this.entryFor(detached(text, block.start, block.end), block, isOne && isReadByModel(block) ? ahead : undefined));
    }
    this.keepOpinion(removed, added, blocks[before], edit);
    for (const entry of added) this.kept.use(entry);
    for (const entry of removed) this.kept.release(entry);
    this.names.replace(removed.flatMap((entry) => entry.analysis.names), added.flatMap((entry) => entry.analysis.names));
    this.entries = [...this.entries.slice(0, before), ...added, ...this.entries.slice(this.entries.length - after)];
    if (this.kept.spread > 0) this.remarkSpread(blocks);
  }

  /** Parts in other blocks may have moved in relation to their own. */
  private remarkSpread(blocks: readonly Block[]): void {
    for (let i = 0; i < this.entries.length; i++) {
      const entry = this.entries[i];
      const block = blocks[i];
      if (entry !== undefined && block !== undefined && isSpread(entry.marks)) this.entries[i] = this.remarked(entry, block);
    }
  }

  private remarked(entry: Entry, block: Block): Entry {
    const marks = this.marks?.in(block) ?? null;
    if (marks?.signature === entry.marks?.signature) return entry;
    const next = this.kept.markedEntry(entry.reading, marks);
    this.kept.use(next);
    this.kept.release(entry);
    this.names.replace(entry.analysis.names, next.analysis.names);
    return next;
  }

  /** A paragraph that is typed in keeps what the model said of it, moved, until the model has read it again: nothing flickers. */
  private keepOpinion(removed: readonly Entry[], added: readonly Entry[], block: Block | undefined, edit: Change): void {
    const [before] = removed;
    const [now] = added;
    if (removed.length !== 1 || added.length !== 1 || before === undefined || now === undefined || block === undefined) return;
    if (before.reading.opinion === null || now.reading.opinion !== null) return;
    this.hear(now.reading, movedOpinion(before.reading.opinion, { start: edit.start - block.start, oldEnd: edit.oldEnd - block.start, newEnd: edit.newEnd - block.start }), true);
  }

  private entryFor(text: string, block: Block, ahead: Ahead | undefined): Entry {
    return this.kept.markedEntry(this.kept.readingOf(text, block, ahead), this.marks?.in(block) ?? null);
  }

  /** Has mentions and claims made anew where a name's decision changed in a way that shows. */
  private retype(): void {
    for (const key of this.names.takeChanged()) {
      for (const entry of this.kept.with(key)) {
        if (entry.typed !== null && shows(entry, entry.typed, key, this.names)) {
          entry.typed = null;
          this.work.blocksRetyped++;
        }
      }
    }
  }

  /** Indexes of the blocks whose mentions and claims have to be made anew. */
  private untyped(): number[] {
    const found: number[] = [];
    this.entries.forEach(({ typed }, i) => { if (typed === null) found.push(i); });
    return found;
  }

  private articleBlock(block: Block, index: number, former: EngineBlock | undefined): EngineBlock {
    const entry = this.entries[index];
    if (entry === undefined) throw new RangeError('every block has an entry');
    entry.typed ??= typedOf(entry, this.names, this.weights.claim);
    const known = block instanceof EngineBlock ? block : former;
    const same = known !== undefined && known.mentions === entry.typed.mentions && known.start === block.start && known.end === block.end
      && known.paragraph === block.paragraph;
    return same ? known : new EngineBlock(block.start, block.end, block, entry.analysis, entry.typed);
  }
}

/** What a person says goes before what the text says, and that before the file's name. */
function shownDate(inText: ArticleDate | null, { fileName, person }: Dates): ArticleDate | null {
  if (person) return { iso: person, from: 'person' };
  return inText ?? (fileName ? { iso: fileName, from: 'fileName' } : null);
}

/** Asked for with every block that is read, of all that still wait: where nothing has moved it is the same object. */
function unreadAt(reading: Reading, span: Span): Unread {
  const { start, end } = span;
  const known = reading.unread;
  if (known?.start === start && known.end === end) return known;
  reading.unread = known === null ? unreadOf(reading.id, reading.own.tokenised, span) : { ...known, start, end };
  return reading.unread;
}

function isReadByModel(block: Block): boolean {
  return block.zone !== 'boilerplate' && block.zone !== 'header';
}

function sameZone(a: Block, b: Block): boolean {
  return a.zone === b.zone && a.header === b.header;
}

