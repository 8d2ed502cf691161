/** The immutable result of one version, as the engine makes it: what is asked of it is reckoned when it is first asked. */
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import type { Article, ArticleBlock, Claim, Entity, Mention, NamedEntity } from './article.js';
import type { BlockAnalysis } from './blockAnalysis.js';
import type { BlockLinks, Linker } from './claims/index.js';
import { linkedClaims } from './claims/index.js';
import type { Typed } from './typed.js';
import type { EntityIndex } from './entityIndex.js';
import type { SameEnds, Version } from './history.js';
import type { NameDecision, NameTable } from './entities/names/index.js';
import type { Block, BlockClaims } from './types.js';
import type { SeeBlock, WordIndex } from './wordIndex.js';

/** Made by the thousand at each keystroke, hence a class with fields of its own rather than a spread. */
export class EngineBlock implements ArticleBlock {
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

export class EngineArticle implements Article {
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
    readonly version: Version,
    private readonly names: NameTable,
    private readonly linker: Linker,
    private readonly index: EntityIndex,
    private readonly words: WordIndex,
  ) {}

  get text(): string {
    return this.written.toString();
  }

  sameSince(version: Version): SameEnds {
    const { front, back } = this.version.history.since(version, this.version);
    return { front: Math.min(front, this.blocks.length), back: Math.min(back, this.blocks.length) };
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

  bestWith(letters: string, limit: number, rate: (entity: NamedEntity) => number): readonly NamedEntity[] {
    return this.index.best(this.blocks, letters, limit, rate);
  }

  firstMention(entity: NamedEntity): Mention | undefined {
    return this.index.first(this.blocks, entity.id);
  }

  eachBlockWith(run: string, see: SeeBlock): void {
    this.words.each(this.blocks, run, see);
  }

  spreadOf(run: string): number {
    return this.words.spreadOf(this.blocks, run);
  }

  private firstOf(block: number): number {
    if (this.firsts === null) {
      const all = this.links();
      this.firsts = new Int32Array(this.blocks.length);
      let count = 0;
      for (let b = 0; b < all.length; b++) {
        this.firsts[b] = count;
        count += all[b]?.links.length ?? 0;
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
