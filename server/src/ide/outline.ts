/**
 * The article as a tree: the headline over all that follows, crossheads over their sections, paragraphs by their first words,
 * and in each the claims it makes, a nested one inside the one around it.
 */
import type { Article, ArticleBlock, Claim } from '../analysis/article.js';
import type { BlockAnalysis } from '../analysis/blockAnalysis.js';
import type { BlockClaims, ClaimCandidate } from '../analysis/types.js';
import { detached } from '../base/detached.js';
import { byPosition, contains, moved } from '../base/span.js';
import type { Span } from '../base/span.js';
import { entityName, sourceName } from './claimCard.js';
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
  readonly candidates: readonly ClaimCandidate[];
  readonly speakers: readonly (string | undefined)[];
  readonly extras: readonly (Span | undefined)[];
}

const NAME_LENGTH = 50;
const CONTENT_LENGTH = 80;
/** Deeper nesting than any reader follows, and a bound for clients that walk the tree by recursion. */
const DEEPEST_CLAIM = 8;

/** Items by the analysis of their blocks: typing in one paragraph makes one of them anew. */
const madeItems = new WeakMap<BlockAnalysis, Made>();

export function outline(article: Article): readonly OutlineEntry[] {
  const claims = shownByBlock(article);
  const top: GrowingEntry[] = [];
  let title: GrowingEntry | undefined;
  let section: GrowingEntry | undefined;
  let hasStory = false;
  for (const run of runsOf(article)) {
    const entry: GrowingEntry = { at: run.start, end: run.end, item: itemOf(article, run, claims.get(run.firstBlock) ?? []), entries: [] };
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

function itemOf(article: Article, run: Run, shown: readonly Shown[]): OutlineItem {
  const block = article.blocks[run.firstBlock];
  if (block === undefined || run.lastBlock - run.firstBlock > 1) return newItem(article, run, block?.paragraph ?? 0, shown);
  const known = madeItems.get(block.analysis);
  if (known !== undefined && isSame(article, known, block, shown)) return known.item;
  const item = newItem(article, run, block.paragraph, shown);
  madeItems.set(block.analysis, {
    item, paragraph: block.paragraph, claims: block.claims, candidates: shown.map(({ claim }) => claim.linked.candidate), speakers: shown.map(({ claim }) => entityName(article, claim)), extras: shown.map(({ extra }) => extra),
  });
  return item;
}

function isSame(article: Article, made: Made, block: ArticleBlock, shown: readonly Shown[]): boolean {
  return made.paragraph === block.paragraph && made.claims === block.claims && made.candidates.length === shown.length
    && shown.every(({ claim, extra }, i) => made.candidates[i] === claim.linked.candidate && made.speakers[i] === entityName(article, claim)
      && made.extras[i]?.start === extra?.start && made.extras[i]?.end === extra?.end);
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

function shownByBlock(article: Article): Map<number, Shown[]> {
  const found = new Map<number, Shown[]>();
  const add = (block: number, shown: Shown): void => {
    const list = found.get(block);
    if (list === undefined) found.set(block, [shown]);
    else list.push(shown);
  };
  for (const claim of article.claims()) {
    add(claim.block, { claim });
    for (const { block, span } of claim.linked.extraContent) add(block, { claim, extra: span });
  }
  return found;
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
