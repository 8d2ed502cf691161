/** Names that the article already holds, offered while one of their words is typed. */
import type { Article, ArticleBlock, Mention, NamedEntity } from '../analysis/article.js';
import { blockIndexAt } from '../analysis/article.js';
import type { Change } from '../analysis/edits.js';
import { LETTERS, foldedCase, wordsOfName } from '../analysis/entityIndex.js';
import type { NameWord } from '../analysis/entityIndex.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';
import { oneLine } from './card.js';
import { firstRole } from './roleOf.js';
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
}

/** What was typed since the article was read: the text as it is, and the edit that made it. */
export interface Typed {
  readonly text: Text;
  readonly edit: Change;
}

/** No name is longer, in code units. */
const LONGEST = 160;
const WORD_BEFORE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u;
const WORD_CHARACTER = /[\p{L}\p{M}\p{N}]/u;

/**
 * At most `limit`, the most frequent first. Empty in boilerplate, inside a word, and before two letters are typed. `typed` are some
 * letters that the article does not hold yet: the names are those it holds, the offset is one of the text as it is.
 */
export function completeNames(article: Article, offset: number, limit: number, typed?: Typed): NameSuggestion[] {
  const text = typed?.text ?? article.written;
  const begun = WORD_BEFORE.exec(text.slice(Math.max(0, offset - LONGEST), offset))?.[0] ?? '';
  if (begun.length < LETTERS || WORD_CHARACTER.test(text.charAt(offset))) return [];
  const place = placeBefore(offset, typed?.edit);
  const block = article.blocks[blockIndexAt(article.blocks, place.start)];
  if (isBoilerplate(block, place.start)) return [];
  const lower = foldedCase(begun);
  const start = offset - begun.length;
  const written = beingWritten(block, place);
  const rate = (entity: NamedEntity): number => {
    const match = matchOf(entity, lower);
    // A name that stands there already is not offered.
    if (match === undefined || text.slice(typedWords(text, match, start).from, offset) === entity.canonical) return 0;
    return entity.count - written.filter((mention) => mention.entity === entity.id).length;
  };
  return article.bestWith(lower.slice(0, LETTERS), limit, rate).flatMap((entity) => {
    const match = matchOf(entity, lower);
    return match === undefined ? [] : [suggestionOf(text, match, written, start, offset)];
  });
}

/** Where the offset was before the edit; for one inside what was typed, all that it took the place of. */
function placeBefore(offset: number, edit: Change | undefined): Span {
  if (edit === undefined || offset < edit.start) return { start: offset, end: offset };
  const back = edit.oldEnd - edit.newEnd;
  return offset > edit.newEnd ? { start: offset + back, end: offset + back } : { start: edit.start, end: edit.oldEnd };
}

function matchOf(entity: NamedEntity, lower: string): Match | undefined {
  if (entity.canonical.length > LONGEST) return undefined;
  const words = wordsOf(entity);
  const index = words.findIndex(({ word, begins }) => begins && word.startsWith(lower));
  return index < 0 ? undefined : { entity, words, index };
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

/** Mentions that the caret touches, or that were typed in. */
function beingWritten(block: ArticleBlock | undefined, { start, end }: Span): Mention[] {
  return block === undefined ? [] : block.mentions.filter((mention) => block.start + mention.start <= end && start <= block.start + mention.end);
}

function isBoilerplate(block: ArticleBlock | undefined, offset: number): boolean {
  return block?.zone === 'boilerplate' && offset <= block.end;
}

function suggestionOf(text: Text, match: Match, written: readonly Mention[], start: number, caret: number): NameSuggestion {
  const { canonical: name, type } = match.entity;
  const { from, words } = typedWords(text, match, start);
  const role = firstRole(withRoles(match.entity), type, written) ?? '';
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
