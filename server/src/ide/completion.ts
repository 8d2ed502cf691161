/** Names that the article already holds, offered while one of their words is typed. */
import type { Article, ArticleBlock, Mention } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { touches } from '../base/span.js';
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
  readonly word: NameWord;
  role: string;
  count: number;
}

/** One word of a name. */
interface NameWord {
  readonly mention: Mention;
  /** In lower case. */
  readonly words: readonly string[];
  readonly index: number;
}

/** Words of names by their first letters. */
type WordIndex = ReadonlyMap<string, readonly NameWord[]>;

/** As many letters as must be typed. */
const LETTERS = 2;
/** No name is longer, in code units. */
const LONGEST = 160;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/** A block keeps its mentions while nothing in it changes, so typing makes one of these anew. */
const indexes = new WeakMap<readonly Mention[], WordIndex>();

/** At most `limit`, the most frequent first. Empty in boilerplate, inside a word, and before two letters are typed. */
export function completeNames(article: Article, offset: number, limit: number): NameSuggestion[] {
  const typed = WORD_BEFORE.exec(article.text.slice(Math.max(0, offset - LONGEST), offset))?.[0] ?? '';
  if (typed.length < LETTERS || WORD_CHARACTER.test(article.text.charAt(offset))) return [];
  const here = blockIndexAt(article.blocks, offset);
  if (isBoilerplate(article.blocks[here], offset)) return [];
  const lower = foldedCase(typed);
  const start = offset - typed.length;
  const suggestions: NameSuggestion[] = [];
  for (const match of [...matches(article, offset, here, lower).values()].sort((a, b) => b.count - a.count)) {
    if (suggestions.length >= limit) break;
    const suggestion = suggestionOf(article.text, match, start, offset);
    const { replaces, name } = suggestion;
    if (article.text.slice(replaces.start, replaces.end) !== name) suggestions.push(suggestion);
  }
  return suggestions;
}

/** Names with a word that begins so, by entity; what the caret touches is still being written. */
function matches(article: Article, offset: number, here: number, lower: string): Map<string, Match> {
  const found = new Map<string, Match>();
  const key = lower.slice(0, LETTERS);
  for (let i = 0; i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined) continue;
    const index = i === here ? indexOf(block.mentions.filter((m) => !touches(m, offset - block.start))) : knownIndex(block.mentions);
    for (const word of index.get(key) ?? []) if (word.words[word.index]?.startsWith(lower) === true) note(found, word);
  }
  return found;
}

function isBoilerplate(block: ArticleBlock | undefined, offset: number): boolean {
  return block?.zone === 'boilerplate' && offset <= block.end;
}

function note(found: Map<string, Match>, word: NameWord): void {
  const { mention } = word;
  const role = mention.name?.roles[0]?.text ?? '';
  const known = found.get(mention.entity);
  if (known === undefined) {
    found.set(mention.entity, { word, role, count: 1 });
    return;
  }
  known.count++;
  if (known.role === '') known.role = role;
}

function suggestionOf(text: string, { word, role }: Match, start: number, caret: number): NameSuggestion {
  const { canonical, type } = word.mention;
  const { from, words } = typedWords(text, word, start);
  return {
    name: canonical, type, typeWords: TYPE_WORDS[type], role: oneLine(role), replaces: { start: from, end: caret }, filter: canonical.split(' ').slice(words).join(' '),
  };
}

/** "Marta Ru": where "Marta" begins, and how many words of the name come before it. */
function typedWords(text: string, { words, index }: NameWord, start: number): { from: number; words: number } {
  for (let first = 0; first < index; first++) {
    const before = `${words.slice(first, index).join(' ')} `;
    const from = start - before.length;
    if (from >= 0 && foldedCase(text.slice(from, start)) === before && !WORD_CHARACTER.test(text.charAt(from - 1))) return { from, words: first };
  }
  return { from: start, words: index };
}

function knownIndex(mentions: readonly Mention[]): WordIndex {
  const known = indexes.get(mentions);
  if (known !== undefined) return known;
  const made = indexOf(mentions);
  indexes.set(mentions, made);
  return made;
}

function indexOf(mentions: readonly Mention[]): WordIndex {
  const index = new Map<string, NameWord[]>();
  for (const mention of mentions) {
    if (mention.entity === '' || mention.canonical.length > LONGEST) continue;
    const words = mention.canonical.split(' ');
    const lower = words.map(foldedCase);
    words.forEach((word, i) => {
      const key = (lower[i] ?? '').slice(0, LETTERS);
      // "of" and "the" begin no name.
      if (key.length < LETTERS || (word === lower[i] && words.length > 1 && !/^\d/.test(word))) return;
      const list = index.get(key);
      const entry = { mention, words: lower, index: i };
      if (list === undefined) index.set(key, [entry]);
      else list.push(entry);
    });
  }
  return index;
}

function foldedCase(text: string): string {
  return text.replaceAll('’', "'").toLowerCase();
}
