/**
 * The article as a tree: the headline over all that follows, crossheads over their sections, paragraphs by their first words,
 * and in each the claims it makes, a nested one inside the one around it.
 */
import type { Article, Claim } from '../analysis/article.js';
import { byPosition, contains } from '../base/span.js';
import type { Span } from '../base/span.js';
import { sourceName } from './claimCard.js';
import { excerpt, placeOf } from './claimPlaces.js';
import type { Run } from './runs.js';
import { runsOf } from './runs.js';

export type OutlineKind = 'headline' | 'header' | 'paragraph' | 'caption' | 'list' | 'boilerplate' | 'claim';

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

interface Growing extends OutlineItem {
  span: Span;
  readonly children: Growing[];
}

/** The piece of a claim that lies in one block: all of it, or where its quotation goes on. */
interface PlacedClaim extends Span {
  readonly claim: Claim;
  readonly isContinued: boolean;
}

const NAME_LENGTH = 50;
const CONTENT_LENGTH = 80;
/** Deeper nesting than any reader follows, and a bound for clients that walk the tree by recursion. */
const DEEPEST_CLAIM = 8;

export function outline(article: Article): readonly OutlineItem[] {
  const claims = placedClaims(article);
  const top: Growing[] = [];
  let title: Growing | undefined;
  let section: Growing | undefined;
  let hasStory = false;
  for (const run of runsOf(article)) {
    const item = itemOf(article, run, claims.get(run.firstBlock) ?? []);
    const isCrosshead = run.zone === 'headline' && hasStory;
    if (isCrosshead) section = undefined;
    ((section ?? title)?.children ?? top).push(item);
    for (const around of [title, section]) if (around !== undefined) around.span = { start: around.span.start, end: run.end };
    if (isCrosshead) section = item;
    else if (run.zone === 'headline') title ??= item;
    hasStory ||= run.zone === 'body';
  }
  return top;
}

function itemOf(article: Article, run: Run, claims: readonly PlacedClaim[]): Growing {
  const block = article.blocks[run.firstBlock];
  const own = { start: run.start, end: run.end };
  const { name, detail, kind } = labelOf(article, run, block?.paragraph ?? 0);
  return { name, detail, kind, span: own, selection: own, children: nested(article, claims) };
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

/** By block, and in each in order of position, the outer before the inner. */
function placedClaims(article: Article): Map<number, PlacedClaim[]> {
  const found = new Map<number, PlacedClaim[]>();
  const add = (index: number, placed: PlacedClaim): void => {
    const list = found.get(index);
    if (list === undefined) found.set(index, [placed]);
    else list.push(placed);
  };
  for (const claim of article.claims()) {
    const own = placeOf(article, claim);
    add(claim.block, { start: own.start, end: own.end, claim, isContinued: false });
    for (const { block, span } of claim.linked.extraContent) {
      const start = article.blocks[block]?.start ?? 0;
      add(block, { start: start + span.start, end: start + span.end, claim, isContinued: true });
    }
  }
  for (const list of found.values()) list.sort(byPosition);
  return found;
}

function nested(article: Article, claims: readonly PlacedClaim[]): Growing[] {
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const placed of claims) {
    const item = claimItem(article, placed);
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

function claimItem(article: Article, { start, end, claim, isContinued }: PlacedClaim): Growing {
  const span = { start, end };
  const name = capitalised(sourceName(article, claim));
  if (isContinued) return { name: `${name} (continued)`, kind: 'claim', detail: excerpt(article, [span], CONTENT_LENGTH), span, selection: span, children: [] };
  const inside = (part: Span): boolean => contains(span, part);
  const cue = excerpt(article, claim.cue, NAME_LENGTH);
  const content = excerpt(article, claim.content.filter(inside), CONTENT_LENGTH);
  return {
    name, kind: 'claim', detail: [cue, content].filter((text) => text !== '').join(': '),
    span, selection: claim.source.find(inside) ?? claim.cue.find(inside) ?? claim.content.find(inside) ?? span, children: [],
  };
}

/** Only the words that are ours ("nobody named") start with a small letter. */
function capitalised(name: string): string {
  return name === 'nobody named' ? 'Nobody named' : name;
}
