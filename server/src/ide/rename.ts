/** "Spell this name so everywhere": the places where one spelling of an entity's name stands, quotations apart. */
import type { Article, ArticleBlock, Mention } from '../analysis/article.js';
import { blockIndexAt, mentionAt } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import { moved } from '../base/span.js';
import { oneLine } from './card.js';

export interface Spelling {
  /** The name under the caret; a possessive ending is outside. */
  readonly span: Span;
  readonly name: string;
}

export interface Respelling {
  readonly name: string;
  /** In the writer's own words, in order. */
  readonly outside: readonly Span[];
  /** Inside quotation marks, in order: the words of others, which are changed only after a second look. */
  readonly quoted: readonly Span[];
}

/** `null` where no name is: amounts and dates have no spelling to keep. */
export function spellingAt(article: Article, offset: number): Spelling | null {
  const mention = nameAt(article, offset);
  return mention === undefined ? null : { span: { start: mention.start, end: mention.end }, name: oneLine(mention.text) };
}

/** Where the entity under the caret is spelt as it is there: by itself, and as part of a fuller form, whose other words stay. */
export function respellingAt(article: Article, offset: number): Respelling | null {
  const mention = nameAt(article, offset);
  if (mention === undefined) return null;
  const name = oneLine(mention.text);
  const outside: Span[] = [];
  const quoted: Span[] = [];
  let block: ArticleBlock | undefined;
  let quotations: readonly Span[] = [];
  for (const same of article.entity(mention.entity)?.mentions ?? []) {
    const part = partOf(same, name);
    if (part === undefined) continue;
    if (block === undefined || same.start >= block.end) {
      block = article.blocks[blockIndexAt(article.blocks, same.start)];
      quotations = block === undefined ? [] : outermost(block.analysis.tokenised.quotations);
    }
    (isQuoted(quotations, moved(part, -(block?.start ?? 0))) ? quoted : outside).push(part);
  }
  return { name, outside, quoted };
}

/** The words of the name in a mention: all of it, or the first place in a fuller form where they stand whole. */
function partOf({ start, end, text }: Mention, name: string): Span | undefined {
  if (text === name || oneLine(text) === name) return { start, end };
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const after = at + name.length;
    if (!IN_WORD.test(text.charAt(at - 1)) && !IN_WORD.test(text.charAt(after))) return { start: start + at, end: start + after };
  }
  return undefined;
}

const IN_WORD = /[\p{L}\p{M}\p{N}-]/u;

/** Why the words cannot be a name, as a sentence for the person who typed them; undefined if they can. */
export function problemOfName(given: string): string | undefined {
  if (given.trim() === '') return 'A name needs at least one character.';
  // eslint-disable-next-line no-control-regex -- a control character has no place in a name
  if (/[\u0000-\u001f\u007f\u0085\u2028\u2029]/.test(given.trim())) return 'A name stands on a single line, without tabs or line breaks.';
  return undefined;
}

function nameAt(article: Article, offset: number): Mention | undefined {
  const mention = mentionAt(article, offset);
  return mention === undefined || mention.entity === '' ? undefined : mention;
}

/** Those that lie in no other one, in order. */
function outermost(quotations: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const quotation of quotations) if (quotation.end > (found.at(-1)?.end ?? -1)) found.push(quotation);
  return found;
}

/** Work: a binary search, so that a paragraph full of short quotations costs no more than its mentions. */
function isQuoted(quotations: readonly Span[], place: Span): boolean {
  const quotation = quotations[blockIndexAt(quotations, place.start)];
  return quotation !== undefined && place.end <= quotation.end;
}
