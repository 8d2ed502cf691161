/** The words of a claim as its readers look at them: what the lexicon knows of each, and what the article makes of it. */
import type { Span } from '../../base/span.js';
import { contains } from '../../base/span.js';
import type { Article, ArticleBlock, Mention } from '../article.js';
import { blockIndexAt } from '../article.js';
import { WORDS } from '../claims/lexicon/index.js';
import type { WordInfo } from '../claims/lexicon/index.js';
import { Flag } from '../claims/lexicon/words.js';
import type { Token } from '../types.js';

/** In document offsets. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** Bits of `Flag`; none for a name. */
  readonly flags: number;
  readonly info: WordInfo | undefined;
  /** The name, amount or date that covers it, placed relative to its block. */
  readonly mention: Mention | undefined;
  readonly isName: boolean;
  readonly isMark: boolean;
}

/** Words of one claim that are read; what lies behind is left unread, so that no claim costs more than a sentence or a few. */
const MOST_WORDS = 400;

export function wordsOf(article: Article, spans: readonly Span[]): Word[] {
  const words: Word[] = [];
  for (const span of spans) {
    for (let i = Math.max(0, blockIndexAt(article.blocks, span.start)); (article.blocks[i]?.start ?? Infinity) < span.end && words.length < MOST_WORDS; i++) {
      const block = article.blocks[i];
      if (block !== undefined) addWords(words, block, { start: span.start - block.start, end: span.end - block.start });
    }
  }
  return words;
}

/** `within` is relative to the block. */
export function wordsIn(block: ArticleBlock, within: Span): Word[] {
  const words: Word[] = [];
  addWords(words, block, within);
  return words;
}

function addWords(words: Word[], block: ArticleBlock, within: Span): void {
  const { tokens } = block.analysis.tokenised;
  let m = firstFrom(block.mentions, within.start, (mention) => mention.end);
  for (let i = firstFrom(tokens, within.start, (token) => token.start); i < tokens.length && words.length < MOST_WORDS; i++) {
    const token = tokens[i];
    if (token === undefined || token.start >= within.end) break;
    for (let mention = block.mentions[m]; mention !== undefined && mention.end <= token.start; mention = block.mentions[m]) m++;
    const mention = block.mentions[m];
    words.push(wordOf(block, token, mention !== undefined && contains(mention, token) ? mention : undefined));
  }
}

function wordOf(block: ArticleBlock, token: Token, mention: Mention | undefined): Word {
  const isName = mention !== undefined && mention.entity !== '';
  const info = isName || isCapitalModal(token) ? undefined : WORDS.get(token.lower);
  return {
    start: block.start + token.start, end: block.start + token.end, text: token.text, lower: token.lower, flags: info?.flags ?? 0, info, mention, isName,
    isMark: token.shape === 'punct' || token.shape === 'symbol',
  };
}

/** "May" the month, "Will" the name: with a capital inside a sentence it is no modal. A sentence that starts with one is a question, and read as such. */
function isCapitalModal({ lower, shape }: Token): boolean {
  return shape === 'title' && (lower === 'may' || lower === 'will');
}

/** Index of the first item whose `at` is not before the offset; items are in order of it. */
export function firstFrom<T>(items: readonly T[], offset: number, at: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && at(item) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function is(word: Word | undefined, flags: number): boolean {
  return word !== undefined && (word.flags & flags) !== 0;
}

export const AUXILIARIES = Flag.be | Flag.have | Flag.do | Flag.modal;

/** Not a mark, and not one of the small words that hold a sentence together. */
export function isContentWord(word: Word | undefined): boolean {
  return word !== undefined && !word.isMark && (word.flags & ~(Flag.name | Flag.time | Flag.num | Flag.plural | Flag.verb)) === 0;
}

/** The most common verb forms that no ending shows. */
const IRREGULAR = new Set(`said told went came saw made took gave got knew thought found left felt became began kept held brought wrote stood heard meant met ran paid sat spoke lay led grew lost
  fell sent built understood drew broke spent cut rose drove bought wore chose won shot struck fought caught taught sought sold stole swore threw flew fled hid beat bent burst cost crept
  dug drank ate forgot lent lit overcame overthrew withdrew wept arose awoke bore bled bred clung did had was were sank sang shook shut slept slid split spread swam swept tore woke hit
  put set let read quit hurt shed cast rang rode froze dealt fed hung laid overtook outran`.split(/\s+/));

const ED = /[^aeiou]ed$|[aeiou][^aeiou]*[aeiou]ed$|[ae]yed$|ied$|ued$/;
const NOT_ED = new Set('united hundred need indeed speed red bed feed seed breed creed exceed proceed succeed wicked naked sacred aged alleged unmarked'.split(' '));

export function isPastForm({ lower, text }: Word): boolean {
  return IRREGULAR.has(lower) || (text === lower && ED.test(lower) && !NOT_ED.has(lower));
}

/** Shares written as words, which give no number of their own. */
export const FRACTION_WORDS: ReadonlySet<string> = new Set(['half', 'third', 'thirds', 'quarter', 'quarters', 'majority']);
