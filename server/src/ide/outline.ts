/**
 * The article as a tree: the headline over all that follows, crossheads over their sections, paragraphs by their first words,
 * and in each the claims it makes, a nested one inside the one around it.
 */
import type { Article, Claim } from '../analysis/article.js';
import { continuedIn } from '../analysis/article.js';
import type { BlockAnalysis } from '../analysis/blockAnalysis.js';
import type { BlockClaims, ClaimCandidate } from '../analysis/types.js';
import { detached } from '../base/detached.js';
import { byPosition, contains, moved } from '../base/span.js';
import type { Span } from '../base/span.js';
import { sourceName } from './sayings.js';
import { excerpt, placeOf } from './claimPlaces.js';
import type { Run } from './runs.js';
import { runsOf } from './runs.js';

export type OutlineKind = 'headline' | 'header' | 'paragraph' | 'caption' | 'list' | 'boilerplate' | 'claim';

/** A block or a claim in it. Places count from the start of the run of blocks that it belongs to, so that a run which only moves keeps its item. */
export interface OutlineItem {
  /** Never empty, on one line. */
  readonly name: string;
  readonly detail: string;
  readonly kind: OutlineKind;
  /** All of it; those of the children lie inside. */
  readonly span: Span;
  /** What is shown when the item is chosen; inside `span`. */
  readonly selection: Span;
  readonly children: readonly OutlineItem[];
}

/** A run of blocks in its place, and what follows under it. */
export interface OutlineEntry {
  /** Where the item's places count from, in document offsets. */
  readonly at: number;
  /** End of the last entry under it, or its own; in document offsets. */
  readonly end: number;
  /** The same object in later versions as long as nothing in it changes. */
  readonly item: OutlineItem;
  readonly entries: readonly OutlineEntry[];
}

interface GrowingEntry extends OutlineEntry {
  end: number;
  readonly entries: GrowingEntry[];
}

interface GrowingItem extends OutlineItem {
  readonly children: GrowingItem[];
}

/** A claim that shows in a block: its own, or one whose quotation goes on there. */
interface Shown {
  readonly claim: Claim;
  /** Where the quotation goes on, relative to the block. */
  readonly extra?: Span;
}

/** What an item was made from, beside the words of its block. */
interface Made {
  readonly item: OutlineItem;
  readonly paragraph: number;
  readonly claims: BlockClaims;
  readonly speakers: readonly (string | undefined)[];
  /** The claim that goes on in the block, and who makes it. */
  readonly continued: ClaimCandidate | undefined;
  readonly speaker: string | undefined;
}

const NAME_LENGTH = 50;
const CONTENT_LENGTH = 80;
/** Deeper nesting than any reader follows, and a bound for clients that walk the tree by recursion. */
const DEEPEST_CLAIM = 8;

/** Items by the analysis of their blocks: typing in one paragraph makes one of them anew. */
const madeItems = new WeakMap<BlockAnalysis, Made>();

export function outline(article: Article): readonly OutlineEntry[] {
  const top: GrowingEntry[] = [];
  let title: GrowingEntry | undefined;
  let section: GrowingEntry | undefined;
  let hasStory = false;
  for (const run of runsOf(article)) {
    const entry: GrowingEntry = { at: run.start, end: run.end, item: itemOf(article, run), entries: [] };
    const isCrosshead = run.zone === 'headline' && hasStory;
    if (isCrosshead) section = undefined;
    ((section ?? title)?.entries ?? top).push(entry);
    for (const around of [title, section]) if (around !== undefined) around.end = run.end;
    if (isCrosshead) section = entry;
    else if (run.zone === 'headline') title ??= entry;
    hasStory ||= run.zone === 'body';
  }
  return top;
}

function itemOf(article: Article, run: Run): OutlineItem {
  const { firstBlock } = run;
  const block = article.blocks[firstBlock];
  const continued = continuedIn(article, firstBlock);
  if (block === undefined || run.lastBlock - firstBlock > 1) return newItem(article, run, block?.paragraph ?? 0, shownIn(article, firstBlock, continued));
  const { paragraph, claims } = block;
  const links = article.links()[firstBlock]?.links ?? [];
  const known = madeItems.get(block.analysis);
  const isSame = known !== undefined && known.paragraph === paragraph && known.claims === claims && links.every(({ speaker }, i) => speaker?.canonical === known.speakers[i]) && known.continued === continued?.linked.candidate && known.speaker === continued?.name;
  if (isSame) return known.item;
  const item = newItem(article, run, paragraph, shownIn(article, firstBlock, continued));
  madeItems.set(block.analysis, { item, paragraph, claims, speakers: links.map(({ speaker }) => speaker?.canonical), continued: continued?.linked.candidate, speaker: continued?.name });
  return item;
}

function shownIn(article: Article, block: number, continued: Claim | undefined): Shown[] {
  const extra = article.blocks[block]?.claims.continues ?? null;
  const own = article.claimsOf(block).map((claim): Shown => ({ claim }));
  return continued === undefined || extra === null ? own : [{ claim: continued, extra }, ...own];
}

function newItem(article: Article, run: Run, paragraph: number, shown: readonly Shown[]): OutlineItem {
  const { name, detail, kind } = labelOf(article, run, paragraph);
  const own = { start: 0, end: run.end - run.start };
  return { name: kept(name), detail: kept(detail), kind, span: own, selection: own, children: nested(article, run.start, shown) };
}

/** Words for longer than this version: they must not hold on to its text. */
function kept(words: string): string {
  return detached(words, 0, words.length);
}

function labelOf(article: Article, run: Run, paragraph: number): Pick<OutlineItem, 'name' | 'detail' | 'kind'> {
  const words = excerpt(article, [run], NAME_LENGTH);
  switch (run.zone) {
    case 'headline': return { name: words === '' ? 'Headline' : words, detail: '', kind: 'headline' };
    case 'body': return { name: `¶${paragraph} ${words}`.trimEnd(), detail: '', kind: 'paragraph' };
    case 'header': return { name: 'Header', detail: words, kind: 'header' };
    case 'caption': return { name: 'Caption', detail: words, kind: 'caption' };
    case 'list': return { name: 'List item', detail: words, kind: 'list' };
    case 'boilerplate': return { name: 'Boilerplate', detail: words, kind: 'boilerplate' };
  }
}

/** In order of position, the outer before the inner. */
function nested(article: Article, at: number, shown: readonly Shown[]): OutlineItem[] {
  const roots: GrowingItem[] = [];
  const open: GrowingItem[] = [];
  const items = shown.map((one) => claimItem(article, at, one)).sort((a, b) => byPosition(a.span, b.span));
  for (const item of items) {
    let around = open.at(-1);
    while (around !== undefined && (open.length >= DEEPEST_CLAIM || !contains(around.span, item.span))) {
      open.pop();
      around = open.at(-1);
    }
    (around?.children ?? roots).push(item);
    open.push(item);
  }
  return roots;
}

function claimItem(article: Article, at: number, { claim, extra }: Shown): GrowingItem {
  const own = extra === undefined ? placeOf(article, claim) : moved(extra, at);
  const name = capitalised(sourceName(article, claim));
  const span = relative(own, at);
  if (extra !== undefined) return { name: kept(`${name} (continued)`), kind: 'claim', detail: kept(excerpt(article, [own], CONTENT_LENGTH)), span, selection: span, children: [] };
  const inside = (part: Span): boolean => contains(own, part);
  const cue = excerpt(article, claim.cue, NAME_LENGTH);
  const content = excerpt(article, claim.content.filter(inside), CONTENT_LENGTH);
  const selection = claim.source.find(inside) ?? claim.cue.find(inside) ?? claim.content.find(inside) ?? own;
  return { name: kept(name), kind: 'claim', detail: kept([cue, content].filter((text) => text !== '').join(': ')), span, selection: relative(selection, at), children: [] };
}

function relative({ start, end }: Span, at: number): Span {
  return { start: start - at, end: end - at };
}

/** Only the words that are ours ("nobody named") start with a small letter. */
function capitalised(name: string): string {
  return name === 'nobody named' ? 'Nobody named' : name;
}
