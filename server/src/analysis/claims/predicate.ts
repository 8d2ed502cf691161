/** Where a clause has its predicate, as far as words alone can tell. */
import type { Context } from './context.js';
import { has, isNameLike, isNounLike, lower } from './context.js';
import { Flag } from './lexicon/words.js';
import { DOCUMENT_HEADS } from './sourceWords.js';

/** A verb that can only be the predicate of a clause. */
export function isPredicate(context: Context, k: number): boolean {
  if (has(context, k, Flag.verb)) return true;
  const verb = context.info[k]?.verb;
  if (verb === undefined) return false;
  if (isNameLike(context, k)) return false;
  if (verb.form === 'past') return true;
  if (verb.form === 'pastOrParticiple') return !isModifier(context, k);
  if (verb.form === 'ing') return false;
  if (verb.form === 's') {
    // "briefed on the talks".
    if (has(context, k - 1, Flag.det | Flag.poss | Flag.genitive | Flag.prep)) return false;
    return context.info[k]?.noun === undefined || (isNameLike(context, k - 1) && (isNameLike(context, k + 1) || has(context, k + 1, Flag.det | Flag.that | Flag.pron)));
  }
  return has(context, k - 1, Flag.to | Flag.modal);
}

/** "the accused man", "sources briefed on": a participle that is no predicate. */
function isModifier(context: Context, k: number): boolean {
  if (has(context, k - 1, Flag.det | Flag.poss | Flag.genitive | Flag.adv | Flag.num)) return !has(context, k - 1, Flag.adv) || has(context, k - 2, Flag.det | Flag.poss);
  if (context.info[k]?.noun !== undefined) return true;
  return has(context, k + 1, Flag.prep) && !has(context, k + 1, Flag.sub) && isNounLike(context, k - 1);
}

/** "court documents", "police records": a plural that is also a verb, after a noun that is no name. */
export function isDocuments(context: Context, k: number): boolean {
  return DOCUMENT_HEADS.has(lower(context, k)) && context.info[k]?.verb?.form === 's' && isNounLike(context, k - 1) && !isNameLike(context, k - 1);
}
