/**
 * The list of all, as it is asked for after each decision while somebody looks at it: what stands in blocks that are read as before, and is
 * decided as before, is made once. Gives what making it anew would give.
 */
import type { Article, ArticleBlock, Mention } from '../../analysis/article.js';
import type { BlockLinks } from '../../analysis/claims/index.js';
import { blockIndexAt, confidenceOf } from '../../analysis/article.js';
import type { Item } from './items.js';
import { inListOrder, itemOfLive, itemsOfBlock, notesOf } from './items.js';
import type { Live, LiveAnnotations } from './live.js';
import { mentionOn } from './suggestions.js';
import { isDecidable } from './tally.js';

interface Entry<L> {
  readonly id: string;
  /** Null for an orphan. */
  readonly span: Item['span'];
  readonly line: L;
}

/** How sure the machine was of a name when its line was made: all other names of the article have a say in it. */
interface Sure {
  readonly mention: Mention;
  readonly confidence: number;
}

interface OfBlock<L> {
  readonly index: number;
  readonly links: BlockLinks | undefined;
  readonly sure: readonly Sure[];
  readonly entries: readonly Entry<L>[];
}

interface OfLive<L> {
  readonly blocks: readonly (ArticleBlock | undefined)[];
  readonly sure: readonly Sure[];
  readonly entry: Entry<L>;
}

export class ItemList<L> {
  private blocks = new WeakMap<ArticleBlock, OfBlock<L>>();
  private lives = new WeakMap<Live, OfLive<L>>();
  private notes: readonly Live[] = [];
  /** Lines that were made, ever: for the test that counts work. */
  made = 0;

  /** `lineOf`: what is listed of an item; its place is no part of it. */
  constructor(private readonly lineOf: (item: Item) => L) {}

  /** In the order of {@link itemsOf}. */
  of(article: Article, state: LiveAnnotations | null): L[] {
    const noted = state === null ? [] : [...state.of('comment'), ...state.of('check')];
    if (noted.length !== this.notes.length || noted.some((one, i) => one !== this.notes[i])) {
      this.notes = noted;
      this.blocks = new WeakMap();
      this.lives = new WeakMap();
    }
    const notes = notesOf(state);
    const links = article.links();
    const entries: Entry<L>[] = [];
    article.blocks.forEach((block, i) => {
      const known = this.blocks.get(block);
      const isSame = known !== undefined && known.index === i && known.links === links[i] && isAsSure(article, known.sure);
      const now = isSame ? known : { index: i, links: links[i], sure: block.mentions.map((mention) => ({ mention, confidence: confidenceOf(article, mention) })), entries: itemsOfBlock(article, i, notes).map((item) => this.entry(item)) };
      if (!isSame) this.blocks.set(block, now);
      for (const entry of now.entries) entries.push(entry);
    });
    if (state !== null) for (const live of state.all.values()) if (isDecidable(live)) entries.push(this.entryOf(article, state, live, notes));
    return entries.sort(inListOrder).map(({ line }) => line);
  }

  private entryOf(article: Article, state: LiveAnnotations, live: Live, notes: ReturnType<typeof notesOf>): Entry<L> {
    const isWhole = live.anchoring === 'anchored' && live.parts.length > 0 && live.parts.every(({ span }) => !span.isEmpty && !span.isEdited && !state.track.isWounded(span));
    if (!isWhole) return this.entry(itemOfLive(article, state, live, notes));
    const blocks = live.parts.flatMap(({ span }) => [article.blocks[blockIndexAt(article.blocks, span.start)], article.blocks[blockIndexAt(article.blocks, span.end)]]);
    const known = this.lives.get(live);
    if (known !== undefined && known.blocks.length === blocks.length && known.blocks.every((block, i) => block === blocks[i]) && isAsSure(article, known.sure)) return known.entry;
    const item = itemOfLive(article, state, live, notes);
    const mention = item.span === null ? undefined : mentionOn(article, item.span);
    const entry = this.entry(item);
    this.lives.set(live, { blocks, sure: mention === undefined ? [] : [{ mention, confidence: confidenceOf(article, mention) }], entry });
    return entry;
  }

  private entry(item: Item): Entry<L> {
    this.made++;
    return { id: item.id, span: item.span, line: this.lineOf(item) };
  }
}

function isAsSure(article: Article, sure: readonly Sure[]): boolean {
  return sure.every(({ mention, confidence }) => confidenceOf(article, mention) === confidence);
}
