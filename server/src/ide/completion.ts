/** Names that the article already holds, offered while one of their words is typed. */
import type { Article, ArticleBlock, Mention, NamedEntity } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import { LETTERS, foldedCase, wordsOfName } from '../analysis/entityIndex.js';
import type { NameWord } from '../analysis/entityIndex.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { touches } from '../base/span.js';
import type { Text } from '../base/text.js';
import { oneLine } from './card.js';
import { TYPE_WORDS } from './words.js';

export interface NameSuggestion {
  /** The fullest name. */
  readonly name: string;
  readonly type: EntityType;
  /** "person", "place". */
  readonly typeWords: string;
  /** As the article writes it; empty if it gives none. */
  readonly role: string;
  /** What the name takes the place of: the word before the caret, and words of the name before it. */
  readonly replaces: Span;
  /** The part of the name from the first of these words on, by which an editor goes on filtering. */
  readonly filter: string;
}

/** A name that fits, before it is written out. */
interface Match {
  readonly entity: NamedEntity;
  readonly words: readonly NameWord[];
  /** Of the word that was begun. */
  readonly index: number;
  /** Mentions, apart from the one that is being written. */
  readonly count: number;
}

/** No name is longer, in code units. */
const LONGEST = 160;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** At most `limit`, the most frequent first. Empty in boilerplate, inside a word, and before two letters are typed. */
export function completeNames(article: Article, offset: number, limit: number): NameSuggestion[] {
  const typed = WORD_BEFORE.exec(article.written.slice(Math.max(0, offset - LONGEST), offset))?.[0] ?? '';
  if (typed.length < LETTERS || WORD_CHARACTER.test(article.written.charAt(offset))) return [];
  const here = blockIndexAt(article.blocks, offset);
  if (isBoilerplate(article.blocks[here], offset)) return [];
  const lower = foldedCase(typed);
  const start = offset - typed.length;
  const suggestions: NameSuggestion[] = [];
  const written = beingWritten(article.blocks[here], offset);
  for (const match of matches(article, written, lower)) {
    if (suggestions.length >= limit) break;
    const suggestion = suggestionOf(article.written, match, written, start, offset);
    const { replaces, name } = suggestion;
    if (article.written.slice(replaces.start, replaces.end) !== name) suggestions.push(suggestion);
  }
  return suggestions;
}

/** Names with a word that begins so, the most frequent first; what the caret touches is still being written. */
function matches(article: Article, written: readonly Mention[], lower: string): Match[] {
  const found: Match[] = [];
  for (const entity of article.entitiesWith(lower.slice(0, LETTERS))) {
    if (entity.canonical.length > LONGEST) continue;
    const words = wordsOf(entity);
    const index = words.findIndex(({ word, begins }) => begins && word.startsWith(lower));
    const count = entity.forms.length - written.filter((mention) => mention.entity === entity.id).length;
    if (index >= 0 && count > 0) found.push({ entity, words, index, count });
  }
  return found.sort((a, b) => b.count - a.count);
}

/** By what stays the same in later versions while a name's words do. */
const words = new WeakMap<object, readonly NameWord[]>();

function wordsOf(entity: NamedEntity): readonly NameWord[] {
  const known = words.get(entity.words);
  if (known !== undefined) return known;
  const made = wordsOfName(entity.canonical);
  words.set(entity.words, made);
  return made;
}

/** Mentions beside which a role stands, by an entity that is the same while its mentions are. */
const rolesOf = new WeakMap<NamedEntity, readonly Mention[]>();

function withRoles(entity: NamedEntity): readonly Mention[] {
  const known = rolesOf.get(entity);
  if (known !== undefined) return known;
  const made = entity.forms.filter(({ name }) => name?.roles[0] !== undefined);
  rolesOf.set(entity, made);
  return made;
}

function beingWritten(block: ArticleBlock | undefined, offset: number): Mention[] {
  return block === undefined ? [] : block.mentions.filter((mention) => touches(mention, offset - block.start));
}

function isBoilerplate(block: ArticleBlock | undefined, offset: number): boolean {
  return block?.zone === 'boilerplate' && offset <= block.end;
}

function suggestionOf(text: Text, match: Match, written: readonly Mention[], start: number, caret: number): NameSuggestion {
  const { canonical: name, type } = match.entity;
  const { from, words } = typedWords(text, match, start);
  const role = withRoles(match.entity).find((mention) => !written.includes(mention))?.name?.roles[0]?.text ?? '';
  return { name, type, typeWords: TYPE_WORDS[type], role: oneLine(role), replaces: { start: from, end: caret }, filter: name.split(' ').slice(words).join(' ') };
}

/** "Marta Ru": where "Marta" begins, and how many words of the name come before it. */
function typedWords(text: Text, { words, index }: Match, start: number): { from: number; words: number } {
  for (let first = 0; first < index; first++) {
    const before = `${words.slice(first, index).map(({ word }) => word).join(' ')} `;
    const from = start - before.length;
    if (from >= 0 && foldedCase(text.slice(from, start)) === before && !WORD_CHARACTER.test(text.charAt(from - 1))) return { from, words: first };
  }
  return { from: start, words: index };
}
