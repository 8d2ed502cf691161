/**
 * What is kept of all articles of a workspace, and what is asked of it. Two keep it: SQLite where there is a file system, plain maps
 * where there is none; `articleIndex.test.ts` holds both to the same answers.
 */
import type { EntityType } from '../analysis/types.js';

/** As an editor counts: lines and UTF-16 code units from 0, the end behind the last. */
export interface Place {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** What two articles mean by the same name. Of a date the day, month or interval it resolves to. */
export interface NameKey {
  readonly type: EntityType;
  /** In small letters, apart from its case the fullest form that the article has. */
  readonly key: string;
}

export interface IndexedName extends NameKey {
  readonly canonical: string;
  /** In order, never empty. */
  readonly places: readonly Place[];
}

export interface IndexedClaim {
  /** Who speaks: place in the list of names. */
  readonly speaker: number;
  /** From its first word to its last in the paragraph of its cue. */
  readonly place: Place;
  /** What it is compared by, packed; empty for a claim with too few words. */
  readonly facts: Uint8Array;
}

export interface IndexedArticle {
  /** ISO day of the article; null where it is not known. */
  readonly day: string | null;
  readonly names: readonly IndexedName[];
  /** Those of a source with a name. */
  readonly claims: readonly IndexedClaim[];
}

/** A file as it was when it was read. */
export interface FileMark {
  readonly uri: string;
  /** Milliseconds, whole. */
  readonly modified: number;
  readonly size: number;
}

export interface InArticle {
  readonly uri: string;
  readonly day: string | null;
}

export interface FoundMentions extends InArticle {
  readonly places: readonly Place[];
}

export interface FoundClaim extends InArticle {
  readonly place: Place;
  readonly facts: Uint8Array;
}

export interface FoundSymbol extends NameKey {
  readonly canonical: string;
  /** Articles that have the name. */
  readonly articles: number;
  /** Its first place in the newest of them. */
  readonly uri: string;
  readonly place: Place;
}

export interface ArticleIndex {
  /** All files that were read, those without an article too, by their URI. */
  files(): ReadonlyMap<string, FileMark>;
  /** Null for a file that holds no article, so that it is not read again as long as it stays as it is. */
  put(file: FileMark, article: IndexedArticle | null): void;
  remove(uri: string): void;
  /** Makes what was put and removed last. */
  commit(): void;
  /** Names with words that begin as those of the query do, those of the most articles first. Work: the names with the longest of the beginnings, up to a limit. */
  symbols(query: string, limit: number): readonly FoundSymbol[];
  /** How many articles have the name, leaving out some. */
  count(name: NameKey, without: readonly string[]): number;
  /** Newest article first, those without a date last: of the first `limit`, leaving out some, as many as have `enough` places. */
  mentions(name: NameKey, limit: number, without?: readonly string[], enough?: number): readonly FoundMentions[];
  /** What the name's bearer says, the newest article first. */
  claims(name: NameKey, limit: number): readonly FoundClaim[];
  close(): void;
}

/** Names looked at for one query, from which the most frequent are shown. */
export const MOST_LOOKED_AT = 400;
/** Letters from which on names are looked for. */
export const FEWEST_LETTERS = 2;

/** The words of a name or a query, without case and accents. */
export function searchWords(text: string): string[] {
  return text.normalize('NFD').replace(/\p{M}+/gu, '').toLowerCase().split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
}

/** The word of the query that is looked up, whether it has others, and whether a name has all of them. Undefined where nothing is to be looked up. */
export function searchOf(query: string): { readonly longest: string; readonly isOneWord: boolean; fits(words: readonly string[]): boolean } | undefined {
  const sought = searchWords(query);
  const longest = sought.reduce((a, b) => (b.length > a.length ? b : a), '');
  if (longest.length < FEWEST_LETTERS) return undefined;
  return { longest, isOneWord: sought.length === 1, fits: (words) => sought.every((beginning) => words.some((word) => word.startsWith(beginning))) };
}
