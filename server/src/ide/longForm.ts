/** What an acronym stands for, as the article itself says it. */
import type { Entity, Mention } from '../analysis/article.js';
import { abbreviates, keyOf } from '../analysis/entities/names/index.js';

/** "PWF", "U.N.", "G7". */
const ACRONYM = /^\p{Lu}[\p{Lu}\d.&-]{1,11}$/u;
const SPACE = /\s/;

/** What can have a long form. */
export function isAcronym(words: string): boolean {
  return ACRONYM.test(words);
}

/** The first mention of the entity in the form that the acronym abbreviates; undefined if the words are no acronym or the article has no longer form. */
export function longForm(entity: Entity, words: string): Mention | undefined {
  if (entity.type === 'PERSON' || !ACRONYM.test(words)) return undefined;
  const acronym = keyOf(words);
  return entity.mentions.find(({ text, name }) => SPACE.test(text) && (name?.expansion === acronym || abbreviates(acronym, keyOf(text))));
}
