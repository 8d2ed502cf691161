/** People who speak on condition that they are not named: how that is said is no claim, and nobody is named by it. */
import type { Context } from './context.js';
import { has, isMark, isNameLike, lower } from './context.js';
import { Flag } from './lexicon/words.js';

const REQUESTS = new Set(['ask', 'request', 'decline', 'refuse', 'want', 'wish', 'prefer', 'insist', 'demand', 'choose', 'agree', 'require', 'opt']);
const SPEAKS = new Set(['speak', 'talk']);
const WITHHELD = new Set(['named', 'identified', 'quoted', 'unnamed', 'unidentified']);
const NAMES = new Set(['name', 'names', 'surname', 'surnames', 'identity', 'identities']);
/** Between "to be" and "named": "not to be publicly named", "only to be identified". */
const REACH = 9;

/**
 * "asked not to be named", "requested anonymity", "declined to be identified"; after "who" also "declined to give her name", "spoke on condition of anonymity".
 * `first` is the first token of the verb group, `next` the one after the verb.
 */
export function asksForAnonymity(context: Context, lemma: string, first: number, next: number): boolean {
  if (!REQUESTS.has(lemma) && !(SPEAKS.has(lemma) && has(context, first - 1, Flag.relative))) return false;
  let be = false;
  for (let k = next; k < next + REACH; k++) {
    if (isMark(context, k) || k >= context.tokens.length) return false;
    const word = lower(context, k);
    if (word === 'anonymity' || word === 'anonymous' || word === 'anonymously') return true;
    if (WITHHELD.has(word) && be) return !has(context, k + 1, Flag.det) && lower(context, k + 1) !== 'as' && !isNameLike(context, k + 1);
    be ||= has(context, k, Flag.be) || word === 'remain' || word === 'stay' || word === 'go';
    if (NAMES.has(word) && ownsName(context, k, next) && has(context, first - 1, Flag.relative)) return true;
    if (has(context, k, Flag.modal | Flag.have)) return false;
  }
  return false;
}

/** "his name", "their full names". */
function ownsName(context: Context, name: number, from: number): boolean {
  for (let k = name - 1; k >= from && k >= name - 2; k--) if (has(context, k, Flag.poss)) return true;
  return false;
}

const UNNAMED = /\banonym|\bnot (?:to )?be (?:named|identified|quoted)|\b(?:declined|refused) to be (?:named|identified)|\bname (?:is|was|has been) withheld/i;

/** A source phrase that says its person is not named stands for nobody named elsewhere. */
export function isKeptUnnamed(phrase: string): boolean {
  return UNNAMED.test(phrase);
}
