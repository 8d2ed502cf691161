/**
 * Keeps one document's analysis up to date. `update` gives the same article as a fresh engine would for the same text,
 * whatever came before; it only works less. Does no I/O and never throws for any text.
 */
import { detached } from '../base/detached.js';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import type { Article, ArticleBlock, Claim, Entity, Mention, NamedEntity } from './article.js';
import { blockIndexAt } from './article.js';
import type { BlockAnalysis } from './blockAnalysis.js';
import { analyseBlock } from './blockAnalysis.js';
import { Linker, findClaims, linkedClaims } from './claims/index.js';
import type { BlockLinks, TypedName } from './claims/index.js';
import { EntityIndex } from './entityIndex.js';
import type { ModelWeights, NameDecision } from './entities/names/index.js';
import { MODEL_WEIGHTS, NameTable, hearModel, valuesOutside } from './entities/names/index.js';
import type { Gazetteer } from './gazetteer.js';
import type { Opinion, Unread } from './opinion.js';
import type { BlockMarks, Marks } from './marks.js';
import { isRejected, markClaims, markEntities, markedEntity } from './marks.js';
import { movedOpinion } from './movedOpinion.js';
import type { RawShape, TypedIn } from './structure/index.js';
import { classify, isSamePlace, rawShape, splitRaw, typedIn } from './structure/index.js';
import type { ArticleDate, Block, BlockClaims, NameCandidate, NameType, Structure } from './types.js';

/** The part of a text that an edit replaced: `[start, oldEnd)` became `[start, newEnd)`. */
export interface Change {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

/** ISO days that do not stand in the text: from the file's name, and set by a person. */
export interface Dates {
  readonly fileName?: string | null;
  readonly person?: string | null;
}

/** How much was done: what the test that counts work reads. */
export interface Work {
  /** Blocks whose text was analysed anew. */
  blocksAnalysed: number;
  /** Blocks whose mentions and claims were made anew, since a name in them was decided otherwise. */
  blocksRetyped: number;
}

/** What hangs from one analysis in the present state of the name table. Replaced, never changed. */
interface Typed {
  readonly mentions: readonly Mention[];
  readonly claims: BlockClaims;
}

/** What the machine makes of one text in one zone, whoever marked it. */
interface Reading {
  readonly id: string;
  /** What the rules and lists give by themselves. */
  readonly own: BlockAnalysis;
  /** The same with what the model says of the block; `own` until it says something. */
  heard: BlockAnalysis;
  opinion: Opinion | null;
  /** The opinion is that of the text before an edit, moved: it stands until the model has read the new text. */
  provisional: boolean;
  readonly entries: Set<Entry>;
}

/** A reading with what people marked in one block, or in several that are marked alike. */
interface Entry {
  readonly reading: Reading;
  readonly marks: BlockMarks | null;
  analysis: BlockAnalysis;
  typed: Typed | null;
  /** How many blocks of the present version hold it. */
  uses: number;
}

/** Former texts of blocks that are kept for undo, before all that are not in use are dropped. */
const FORMER_BLOCKS = 50;

export class ArticleEngine {
  private raw: readonly Span[] = [];
  private shapes: RawShape[] = [];
  private text: Text = '';
  private marks: Marks | null = null;
  private date: ArticleDate | null = null;
  /** The same, or that of the file's name. */
  private shownDate: ArticleDate | null = null;
  private blocks: EngineBlock[] = [];
  private entries: Entry[] = [];
  private readonly readings = new Map<string, Reading>();
  private readonly cache = new Map<string, Entry>();
  private readonly byKey = new Map<string, Set<Entry>>();
  private readonly names: NameTable;
  private readonly linker = new Linker();
  private readonly index = new EntityIndex();
  readonly work: Work = { blocksAnalysed: 0, blocksRetyped: 0 };

  /** `weights` are other than ours only while they are being tuned. */
  constructor(private readonly gazetteer: Gazetteer, private readonly weights: ModelWeights = MODEL_WEIGHTS) {
    this.names = new NameTable(gazetteer);
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
    this.entries = this.entries.map((entry, i) => {
      const block = this.blocks[i];
      if (block === undefined || (where !== null && !isSpread(entry.marks) && !where.some((s) => s.start <= block.end && block.start <= s.end))) return entry;
      return this.remarked(entry, block);
    });
    if (dates !== undefined) this.shownDate = shownDate(this.date, dates);
    this.retype();
    this.place(this.blocks);
    return this.article();
  }

  /** `change` covers every difference from the text of the last call; without it all of the text counts as new. */
  update(text: Text, change?: Change, dates: Dates = {}): Article {
    const edit = change ?? { start: 0, oldEnd: Infinity, newEnd: text.length };
    const paragraph = this.updateRaw(text, edit);
    const structure = paragraph === null ? classify(text.toString(), this.raw, (i) => this.shapes[i] ?? rawShape('')) : this.shifted(paragraph, edit);
    this.date = structure.articleDate;
    this.updateEntries(text, structure.blocks, edit);
    this.retype();
    this.place(structure.blocks);
    this.trimCache();
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
      const { text, sentences } = reading.own.tokenised;
      unread.push({ id: reading.id, start: block.start, end: block.end, text, sentenceEnds: sentences.map((sentence) => sentence.end) });
    });
    return unread;
  }

  /** Takes opinions in; `id` is that of an unread block. Gives the article of the same version with them, or null if none concerns it. */
  addOpinions(opinions: Iterable<readonly [id: string, opinion: Opinion]>): Article | null {
    let concerned = false;
    for (const [id, opinion] of opinions) {
      const reading = this.readings.get(id);
      if (reading === undefined) continue;
      this.hear(reading, opinion, false);
      for (const { uses } of reading.entries) concerned ||= uses > 0;
    }
    if (!concerned) return null;
    this.retype();
    this.place(this.blocks);
    return this.article();
  }

  private article(): Article {
    return new EngineArticle(this.text, this.shownDate, this.blocks, this.names, this.linker, this.index);
  }

  private place(blocks: readonly Block[]): void {
    const former = this.blocks;
    this.blocks = blocks.map((block, i) => this.articleBlock(block, i, former[i]));
  }

  private hear(reading: Reading, opinion: Opinion, provisional: boolean): void {
    const heard = hearModel(reading.own.tokenised, reading.own.names, reading.own.values, opinion, this.gazetteer, this.weights);
    reading.heard = { tokenised: reading.own.tokenised, names: heard.names, values: heard.values };
    reading.opinion = opinion;
    reading.provisional = provisional;
    for (const entry of reading.entries) {
      const { uses } = entry;
      for (let i = 0; i < uses; i++) this.release(entry);
      const before = entry.analysis.names;
      entry.analysis = marked(reading.heard, entry.marks);
      entry.typed = null;
      for (let i = 0; i < uses; i++) {
        this.use(entry);
        this.names.replace(before, entry.analysis.names);
      }
    }
  }

  /** The structure of the last version with one paragraph of prose grown or shrunk: what `classify` would say again. */
  private shifted(paragraph: Span, edit: Change): Structure {
    const delta = edit.newEnd - edit.oldEnd;
    const at = blockIndexAt(this.blocks, paragraph.start);
    // White space typed at its end is not part of the paragraph.
    const blocks = this.blocks.map((block, i) => (i < at ? block : i === at ? block.at(paragraph.start, paragraph.end) : block.at(block.start + delta, block.end + delta)));
    return { blocks, articleDate: this.date };
  }

  /** Paragraphs wholly before or after the edit keep their shapes. Gives the one paragraph whose change moves no zone, else null. */
  private updateRaw(text: Text, edit: Change): Span | null {
    const one = this.raw.length === 0 ? undefined : typedIn(this.raw, this.text, text, edit);
    if (one !== undefined) return this.updateOne(text, one, edit.newEnd - edit.oldEnd);
    const old = this.raw;
    const now = splitRaw(text.toString());
    const [before, after] = keptEnds(old, now, edit);
    const shapes: RawShape[] = this.shapes.slice(0, before);
    for (let i = before; i < now.length - after; i++) {
      const paragraph = now[i];
      if (paragraph !== undefined) shapes.push(rawShape(detached(text, paragraph.start, paragraph.end)));
    }
    for (let i = old.length - after; i < old.length; i++) {
      const shape = this.shapes[i];
      if (shape !== undefined) shapes.push(shape);
    }
    const [was, is] = [this.shapes[before], shapes[before]];
    const paragraph = now[before];
    const onlyOne = old.length === now.length && before + after + 1 === now.length && paragraph?.start === old[before]?.start;
    this.raw = now;
    this.shapes = shapes;
    return onlyOne && paragraph !== undefined && was !== undefined && is !== undefined && isSamePlace(before, was, is) ? paragraph : null;
  }

  private updateOne(text: Text, { index, paragraph }: TypedIn, delta: number): Span | null {
    const was = this.shapes[index];
    const is = rawShape(detached(text, paragraph.start, paragraph.end));
    const staysInPlace = paragraph.start === this.raw[index]?.start && was !== undefined && isSamePlace(index, was, is);
    this.raw = this.raw.map((one, i) => (i < index ? one : i === index ? paragraph : { start: one.start + delta, end: one.end + delta }));
    this.shapes[index] = is;
    return staysInPlace ? paragraph : null;
  }

  private updateEntries(text: Text, blocks: readonly Block[], edit: Change): void {
    const [before, after] = keptEnds(this.blocks, blocks, edit, sameZone);
    const removed = this.entries.slice(before, this.entries.length - after);
    const added: Entry[] = [];
    for (let i = before; i < blocks.length - after; i++) {
      const block = blocks[i];
      if (block !== undefined) added.push(this.entryFor(detached(text, block.start, block.end), block));
    }
    this.keepOpinion(removed, added, blocks[before], edit);
    for (const entry of added) this.use(entry);
    for (const entry of removed) this.release(entry);
    this.names.replace(removed.flatMap((entry) => entry.analysis.names), added.flatMap((entry) => entry.analysis.names));
    this.entries = [...this.entries.slice(0, before), ...added, ...this.entries.slice(this.entries.length - after)];
    if (this.marks !== null) this.remarkSpread(blocks);
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
    const next = this.markedEntry(entry.reading, marks);
    this.use(next);
    this.release(entry);
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

  private entryFor(text: string, block: Block): Entry {
    return this.markedEntry(this.readingOf(text, block), this.marks?.in(block) ?? null);
  }

  private readingOf(text: string, block: Block): Reading {
    const id = `${block.zone} ${block.header ?? ''} ${text}`;
    const known = this.readings.get(id);
    if (known !== undefined) return known;
    this.work.blocksAnalysed++;
    const own = analyseBlock(text, block, this.gazetteer);
    const reading: Reading = { id, own, heard: own, opinion: null, provisional: false, entries: new Set() };
    this.readings.set(id, reading);
    return reading;
  }

  private markedEntry(reading: Reading, given: BlockMarks | null): Entry {
    const marks = reading.own.tokenised.zone === 'boilerplate' ? null : given;
    const key = marks === null ? reading.id : `${reading.id}\u0000${marks.signature}`;
    const known = this.cache.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { reading, marks, analysis: marked(reading.heard, marks), typed: null, uses: 0 };
    this.cache.set(key, entry);
    reading.entries.add(entry);
    return entry;
  }

  private use(entry: Entry): void {
    entry.uses++;
    if (entry.uses > 1) return;
    entry.typed = null;
    for (const name of entry.analysis.names) {
      const set = this.byKey.get(name.key);
      if (set === undefined) this.byKey.set(name.key, new Set([entry]));
      else set.add(entry);
    }
  }

  private release(entry: Entry): void {
    entry.uses--;
    if (entry.uses > 0) return;
    for (const name of entry.analysis.names) {
      const set = this.byKey.get(name.key);
      set?.delete(entry);
      if (set?.size === 0) this.byKey.delete(name.key);
    }
  }

  /** Makes mentions and claims anew where a name's decision changed in a way that shows. */
  private retype(): void {
    for (const key of this.names.takeChanged()) {
      for (const entry of this.byKey.get(key) ?? []) {
        if (entry.typed !== null && this.shows(entry, entry.typed, key)) {
          entry.typed = null;
          this.work.blocksRetyped++;
        }
      }
    }
  }

  private shows({ analysis, marks }: Entry, typed: Typed, key: string): boolean {
    return analysis.names.some((name) => {
      if (name.key !== key) return false;
      const shown = typed.mentions.find((m) => m.name === name);
      const read = this.readingOfName(name, marks);
      return read === null || shown === undefined ? read !== null || shown !== undefined
        : shown.type !== read.type || shown.entity !== read.entity || shown.canonical !== read.canonical || shown.uncertain !== read.uncertain;
    });
  }

  /** What the article makes of a candidate, and what a person has said of it; null if it is no mention. */
  private readingOfName(name: NameCandidate, marks: BlockMarks | null): Pick<Mention, 'type' | 'entity' | 'canonical' | 'uncertain'> & { readonly type: NameType } | null {
    const decision = this.names.decide(name.key);
    const { type, entity, canonical } = decision;
    if (name.mark !== undefined && name.mark.type !== type) return { ...markedEntity(name.mark, name.key), type: name.mark.type as NameType, uncertain: false };
    if (type === null || (name.mark === undefined && isRejected(marks, name, type))) return null;
    return { type, entity, canonical, uncertain: name.mark === undefined && isUncertain(decision.confidence) };
  }

  private articleBlock(block: Block, index: number, former: EngineBlock | undefined): EngineBlock {
    const entry = this.entries[index];
    if (entry === undefined) throw new RangeError('every block has an entry');
    entry.typed ??= this.typedOf(entry);
    const known = block instanceof EngineBlock ? block : former;
    const same = known !== undefined && known.mentions === entry.typed.mentions && known.start === block.start && known.end === block.end
      && known.paragraph === block.paragraph;
    return same ? known : new EngineBlock(block.start, block.end, block, entry.analysis, entry.typed);
  }

  private typedOf({ analysis, marks, reading: { opinion } }: Entry): Typed {
    const mentions: Mention[] = [];
    const typedNames: TypedName[] = [];
    for (const name of analysis.names) {
      const read = this.readingOfName(name, marks);
      if (read === null) continue;
      mentions.push({
        start: name.start, end: name.end, type: read.type, text: name.text, entity: read.entity, canonical: read.canonical, uncertain: read.uncertain, name,
      });
      typedNames.push({ start: name.start, end: name.end, type: read.type, key: name.key, roles: name.roles });
    }
    const values = valuesOutside(analysis.values, typedNames);
    for (const value of values) {
      mentions.push({
        start: value.start, end: value.end, type: value.type, text: value.text, entity: '', canonical: value.text, uncertain: isUncertain(value.confidence), value,
      });
    }
    mentions.sort((a, b) => a.start - b.start);
    const claims = findClaims(analysis.tokenised, typedNames, values, opinion?.claims.filter((claim) => claim.confidence >= this.weights.claim));
    return { mentions, claims: markClaims(claims, marks, mentions, analysis.tokenised) };
  }

  /** Blocks that went away stay in the cache for a while, so that undo costs nothing. */
  private trimCache(): void {
    if (this.cache.size <= this.entries.length + FORMER_BLOCKS) return;
    for (const [key, entry] of this.cache) {
      if (entry.uses > 0) continue;
      this.cache.delete(key);
      entry.reading.entries.delete(entry);
      if (entry.reading.entries.size === 0) this.readings.delete(entry.reading.id);
    }
  }
}

/**
 * How many spans at the front and at the back are the same in both lists, given that the texts differ only in the edit.
 * A span that touches the edit is not kept.
 */
function keptEnds<T extends Span>(old: readonly T[], now: readonly T[], edit: Change, same: (a: T, b: T) => boolean = () => true): [number, number] {
  const limit = Math.min(old.length, now.length);
  const delta = edit.newEnd - edit.oldEnd;
  let before = 0;
  for (; before < limit; before++) {
    const a = old[before];
    const b = now[before];
    if (a === undefined || b === undefined || a.end >= edit.start || a.start !== b.start || a.end !== b.end || !same(a, b)) break;
  }
  let after = 0;
  for (; after < limit - before; after++) {
    const a = old[old.length - 1 - after];
    const b = now[now.length - 1 - after];
    if (a === undefined || b === undefined || a.start <= edit.oldEnd || a.start + delta !== b.start || a.end + delta !== b.end || !same(a, b)) break;
  }
  return [before, after];
}

function marked(analysis: BlockAnalysis, marks: BlockMarks | null): BlockAnalysis {
  return marks === null ? analysis : { tokenised: analysis.tokenised, ...markEntities(analysis.tokenised, analysis, marks) };
}

/** Part of a claim lies here and part of it in other blocks. */
function isSpread(marks: BlockMarks | null): boolean {
  return marks !== null && (marks.wide || marks.reached);
}

/** What a person says goes before what the text says, and that before the file's name. */
function shownDate(inText: ArticleDate | null, { fileName, person }: Dates): ArticleDate | null {
  if (person) return { iso: person, from: 'person' };
  return inText ?? (fileName ? { iso: fileName, from: 'fileName' } : null);
}

function isReadByModel(block: Block): boolean {
  return block.zone !== 'boilerplate' && block.zone !== 'header';
}

function isUncertain(confidence: number): boolean {
  return confidence < 0.5;
}

function sameZone(a: Block, b: Block): boolean {
  return a.zone === b.zone && a.header === b.header;
}

/** Made by the thousand at each keystroke, hence a class with fields of its own rather than a spread. */
class EngineBlock implements ArticleBlock {
  readonly zone: Block['zone'];
  readonly paragraph: number;
  readonly header: Block['header'];
  readonly mentions: readonly Mention[];
  readonly claims: BlockClaims;

  constructor(readonly start: number, readonly end: number, { zone, paragraph, header }: Pick<Block, 'zone' | 'paragraph' | 'header'>, readonly analysis: BlockAnalysis, { mentions, claims }: Typed) {
    this.zone = zone;
    this.paragraph = paragraph;
    this.header = header;
    this.mentions = mentions;
    this.claims = claims;
  }

  at(start: number, end: number): EngineBlock {
    return new EngineBlock(start, end, this, this.analysis, this);
  }
}

class EngineArticle implements Article {
  private made: readonly BlockLinks[] | null = null;
  private named: readonly NamedEntity[] | null = null;
  private all: readonly Claim[] | null = null;
  /** Index of each block's first claim. */
  private firsts: Int32Array | null = null;
  private readonly byBlock = new Map<number, readonly Claim[]>();
  private readonly byId = new Map<string, Entity | undefined>();

  constructor(
    readonly written: Text,
    readonly date: Article['date'],
    readonly blocks: readonly ArticleBlock[],
    private readonly names: NameTable,
    private readonly linker: Linker,
    private readonly index: EntityIndex,
  ) {}

  get text(): string {
    return this.written.toString();
  }

  decision(mention: Mention): NameDecision | undefined {
    return mention.name === undefined ? undefined : this.names.decide(mention.name.key);
  }

  links(): readonly BlockLinks[] {
    this.made ??= this.linker.link(this.blocks);
    return this.made;
  }

  claimsOf(block: number): readonly Claim[] {
    const known = this.byBlock.get(block);
    if (known !== undefined) return known;
    const made = claimsIn(this.blocks, this.links(), block, this.firstOf(block));
    this.byBlock.set(block, made);
    return made;
  }

  claims(): readonly Claim[] {
    this.all ??= this.blocks.flatMap((_, block) => this.claimsOf(block));
    return this.all;
  }

  entities(): readonly NamedEntity[] {
    this.named ??= this.index.of(this.blocks);
    return this.named;
  }

  entity(id: string): Entity | undefined {
    if (this.byId.has(id)) return this.byId.get(id);
    const found = this.index.one(this.blocks, id);
    this.byId.set(id, found);
    return found;
  }

  entitiesWith(letters: string): readonly NamedEntity[] {
    return this.index.with(this.blocks, letters);
  }

  firstMention(entity: NamedEntity): Mention | undefined {
    return this.index.first(this.blocks, entity.id);
  }

  private firstOf(block: number): number {
    if (this.firsts === null) {
      this.firsts = new Int32Array(this.blocks.length);
      let count = 0;
      for (const [b, { links }] of this.links().entries()) {
        this.firsts[b] = count;
        count += links.length;
      }
    }
    return this.firsts[block] ?? 0;
  }
}

function claimsIn(blocks: readonly ArticleBlock[], links: readonly BlockLinks[], block: number, first: number): Claim[] {
  const start = blocks[block]?.start ?? 0;
  return linkedClaims(blocks, links, block).map((linked, i) => {
    const { candidate } = linked;
    const content = placed(candidate.content, start);
    for (const { block: later, span } of linked.extraContent) content.push({ start: span.start + (blocks[later]?.start ?? 0), end: span.end + (blocks[later]?.start ?? 0) });
    const speaker = links[block]?.links[i]?.speaker;
    return {
      index: first + i, block, source: placed(candidate.source, start), cue: placed(candidate.cue, start), content, linked,
      parent: candidate.parent === null ? null : first + candidate.parent, entity: speaker?.entity, name: speaker?.canonical,
    };
  });
}

function placed(spans: readonly Span[], delta: number): Span[] {
  return spans.map((s) => ({ start: s.start + delta, end: s.end + delta }));
}
