/** The verb group around a cue word: auxiliaries, negation, adverbs and the chain before an infinitive. */
import type { Context } from './context.js';
import { AUXILIARY, has, isTime, lower } from './context.js';
import type { VerbForm } from './lexicon/index.js';
import { Flag } from './lexicon/words.js';

export interface VerbGroup {
  /** First token; a pronoun with a contracted auxiliary ("I've") is left out, though its tail is in the cue. */
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

/** What the reading to the left has met so far. */
interface Reading {
  first: number;
  start: number;
  be: boolean;
  have: boolean;
  finiteAuxiliary: boolean;
  infinitive: boolean;
  negated: boolean;
}

/** Words that only pass an infinitive on: "went on to say", "is likely to ask", "tried to warn". */
const CHAIN = new Set([
  'on', 'continue', 'continues', 'continued', 'is', 'was', 'are', 'were', 'be', 'been', 'has', 'have', 'had', 'seems', 'seemed', 'appears', 'appeared', 'used',
  'tried', 'tries', 'try', 'trying', 'attempted', 'attempting', 'failed', 'came', 'going', 'able', 'likely', 'unlikely', 'ought', 'happened', 'needs', 'yet',
]);
const ON_BEFORE = new Set(['went', 'goes', 'go', 'going', 'gone']);
const NEGATIONS = new Set(['not', 'never', "n't"]);

/** Reads leftward from the verb at `i`, not past `lo`. Linear in the group. */
export function verbGroup(context: Context, i: number, form: VerbForm, lo: number): VerbGroup {
  const start = context.tokens[i]?.start ?? 0;
  const reading: Reading = { first: i, start, be: false, have: false, finiteAuxiliary: false, infinitive: false, negated: false };
  for (let k: number | null = i - 1; k !== null && k >= lo;) k = readLeft(context, k, form, lo, reading);
  const participleForm = form === 'participle' || form === 'pastOrParticiple';
  const ownTense = form !== 'ing' && form !== 'participle' && !reading.infinitive && !reading.be && !reading.have;
  return {
    first: reading.first, start: reading.start, passive: participleForm && reading.be, finite: reading.finiteAuxiliary || ownTense,
    infinitive: reading.infinitive, participle: form === 'ing' && !reading.finiteAuxiliary, negated: reading.negated,
  };
}

/** Takes the token at `k` into the group; the next one to look at, or null where the group ends. */
function readLeft(context: Context, k: number, form: VerbForm, lo: number, reading: Reading): number | null {
  const word = lower(context, k);
  if (has(context, k, Flag.to) && form === 'base' && !reading.finiteAuxiliary) return readInfinitive(context, k, lo, reading);
  if (has(context, k, AUXILIARY)) return readAuxiliary(context, k, word, reading);
  if (NEGATIONS.has(word)) {
    reading.negated = true;
    return take(context, k, reading);
  }
  const neither = word === 'nor' || word === 'or' ? pairBefore(context, k, lo) : undefined;
  if (neither !== undefined) {
    reading.negated = true;
    return take(context, neither, reading);
  }
  if (word === 'without') {
    reading.negated = true;
    take(context, k, reading);
    return null;
  }
  if (word.endsWith('ly') && form !== 'base' && has(context, k - 2, Flag.to) && !has(context, k - 1, Flag.det | AUXILIARY) && context.info[k - 1]?.verb?.form === 'base') return null;
  return isGroupAdverb(context, k, word) ? take(context, k, reading) : null;
}

/** "neither confirmed nor denied", "would not confirm or deny", "refused to either confirm or deny": where the pair begins, of which the second verb is read. */
function pairBefore(context: Context, conjunction: number, lo: number): number | undefined {
  const first = conjunction - 1;
  if (first <= lo || context.info[first]?.verb === undefined) return undefined;
  const before = lower(context, first - 1);
  if (before === 'neither' || before === 'either') return first - 1;
  // Who confirms or denies does neither.
  return NEGATIONS.has(before) || has(context, first - 1, Flag.neg) || DENY.test(lower(context, conjunction + 1)) ? first : undefined;
}

const DENY = /^den(?:y|ies|ied|ying)$/;

function take(context: Context, k: number, reading: Reading): number {
  reading.first = k;
  reading.start = context.tokens[k]?.start ?? reading.start;
  return k - 1;
}

function readInfinitive(context: Context, to: number, lo: number, reading: Reading): number | null {
  const chain = chainStart(context, to, lo);
  if (chain >= 0) {
    reading.finiteAuxiliary = true;
    return take(context, chain, reading);
  }
  reading.infinitive = true;
  reading.first = to;
  return null;
}

function readAuxiliary(context: Context, k: number, word: string, reading: Reading): number | null {
  reading.be ||= has(context, k, Flag.be);
  reading.have ||= has(context, k, Flag.have);
  reading.negated ||= has(context, k, Flag.neg);
  reading.finiteAuxiliary ||= word !== 'being' && word !== 'been' && word !== 'having';
  if (!has(context, k, Flag.pron)) return take(context, k, reading);
  reading.start = contractionStart(context, k);
  return null;
}

/** "also", "later" and "repeatedly" belong to the cue; "today" and "Monday" do not. */
function isGroupAdverb(context: Context, k: number, word: string): boolean {
  return has(context, k, Flag.adv) && (!isTime(context, k) || word === 'later' || word === 'earlier');
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
