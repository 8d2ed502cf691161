/** The verb group around a cue word: auxiliaries, negation, adverbs and the chain before an infinitive. */
import type { Context } from './context.js';
import { AUXILIARY, has, isTime, lower } from './context.js';
import type { VerbForm } from './lexicon/index.js';
import { Flag } from './lexicon/words.js';

export interface VerbGroup {
  /** First token; a pronoun with a contracted auxiliary ("I've") is left out of the tokens but its tail is in the cue. */
  readonly first: number;
  /** Offset where the cue starts. */
  readonly start: number;
  readonly passive: boolean;
  /** Has a subject and a tense, as against "saying" and "to say". */
  readonly finite: boolean;
  readonly infinitive: boolean;
  readonly participle: boolean;
  readonly negated: boolean;
}

/** Words that only pass an infinitive on: "went on to say", "is likely to ask", "tried to warn". */
const CHAIN = new Set([
  'on', 'continue', 'continues', 'continued', 'is', 'was', 'are', 'were', 'be', 'been', 'has', 'have', 'had', 'seems', 'seemed', 'appears', 'appeared', 'used',
  'tried', 'tries', 'try', 'trying', 'attempted', 'attempting', 'failed', 'came', 'going', 'able', 'likely', 'unlikely', 'ought', 'happened', 'needs', 'able', 'yet',
]);
const ON_BEFORE = new Set(['went', 'goes', 'go', 'going', 'gone']);

/** Reads leftward from the verb at `i`, not past `lo`. Linear in the group. */
export function verbGroup(context: Context, i: number, form: VerbForm, lo: number): VerbGroup {
  let k = i - 1;
  let be = false;
  let have = false;
  let finiteAux = false;
  let negated = false;
  let infinitive = false;
  let first = i;
  let start = context.tokens[i]?.start ?? 0;
  for (; k >= lo; k--) {
    const word = lower(context, k);
    if (has(context, k, Flag.to) && form === 'base' && !infinitive && !finiteAux) {
      const chain = chainStart(context, k, lo);
      if (chain < 0) {
        infinitive = true;
        first = k;
        break;
      }
      k = chain;
      finiteAux = true;
    } else if (has(context, k, AUXILIARY)) {
      if (has(context, k, Flag.be)) be = true;
      if (has(context, k, Flag.have)) have = true;
      if (has(context, k, Flag.neg)) negated = true;
      if (word !== 'being' && word !== 'been' && word !== 'having') finiteAux = true;
      if (has(context, k, Flag.pron)) {
        start = contractionStart(context, k);
        break;
      }
    } else if (has(context, k, Flag.neg) && (word === 'not' || word === 'never' || word === "n't" || word === 'without')) {
      negated = true;
      if (word === 'without') {
        first = k;
        start = context.tokens[k]?.start ?? start;
        break;
      }
    } else if (!isGroupAdverb(context, k)) {
      break;
    }
    first = k;
    start = context.tokens[k]?.start ?? start;
  }
  const participleForm = form === 'participle' || form === 'pastOrParticiple';
  const passive = participleForm && be;
  const finite = finiteAux || (!infinitive && !be && !have && (form === 's' || form === 'base' || form === 'past' || form === 'pastOrParticiple'));
  return { first, start: Math.min(start, context.tokens[i]?.start ?? 0), passive, finite, infinitive, participle: form === 'ing' && !finiteAux, negated };
}

/** "also", "later" and "repeatedly" belong to the cue; "today" and "Monday" do not. */
function isGroupAdverb(context: Context, k: number): boolean {
  if (!has(context, k, Flag.adv)) return false;
  const word = lower(context, k);
  return !isTime(context, k) || word === 'later' || word === 'earlier';
}

function chainStart(context: Context, to: number, lo: number): number {
  const before = to - 1;
  if (before < lo || !CHAIN.has(lower(context, before))) return -1;
  if (lower(context, before) === 'on') return before - 1 >= lo && ON_BEFORE.has(lower(context, before - 1)) ? before - 1 : -1;
  return before;
}

/** Offset of the apostrophe in "I've". */
function contractionStart(context: Context, k: number): number {
  const token = context.tokens[k];
  if (token === undefined) return 0;
  const at = token.lower.indexOf("'");
  return at < 0 ? token.end : token.start + at;
}
