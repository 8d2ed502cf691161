/**
 * The head predicate of a clause, without a parser: its verb group, and what stands in the group that bends it. Reads from left to
 * right, steps over relative and subordinate clauses, and gives nothing where the words do not show a verb.
 */
import { Flag } from '../claims/lexicon/words.js';
import { AUXILIARIES, is, isContentWord, isPastForm } from './words.js';
import type { Word } from './words.js';

export type Tense = 'past' | 'present' | 'perfect' | 'pastPerfect' | 'future' | 'pastFuture' | 'none';

export interface Predicate {
  /** Index of the first word of the group, and one past its last. */
  readonly first: number;
  readonly end: number;
  /** Index of the verb that carries the meaning. */
  readonly main: number;
  readonly tense: Tense;
  readonly infinitive: boolean;
  /** Indexes of the words of the group that are auxiliaries, negations, adverbs and chain words ("expected", "to"). */
  readonly helpers: readonly number[];
}

const OPENERS = new Set(['that', 'whether', 'if', 'how', 'why', 'when', 'where', 'what', 'who', 'and', 'but', 'so', 'yes', 'no', 'well', 'then']);
const SUBORDINATORS = new Set(['if', 'unless', 'when', 'because', 'although', 'though', 'while', 'whereas', 'after', 'before', 'since', 'as', 'once', 'until', 'provided']);
const RELATIVES = new Set(['who', 'which', 'whose', 'whom', 'where']);
const NEGATIONS = new Set(['not', 'never', "n't", 'hardly', 'barely', 'scarcely']);

/** Words that pass the meaning on to the verb after their "to". */
export const CHAIN = new Set(`expected likely unlikely set due going able unable supposed scheduled bound certain sure ready willing believed thought said reported poised
  seem seems seemed appear appears appeared tend tends tended need needs needed plan plans planned hope hopes hoped want wants wanted fail fails failed refuse refuses refused
  seek seeks sought try tries tried intend intends intended have has had ought used continue continues continued begin begins began aim aims aimed decline declines declined
  threaten threatens threatened prepare prepares prepared forced allowed impossible possible`.split(/\s+/));

export function headPredicate(words: readonly Word[]): Predicate | undefined {
  let i = skipOpening(words);
  if (is(words[i], Flag.to)) return infinitive(words, i);
  while (i < words.length) {
    const word = words[i];
    if (word === undefined) return undefined;
    if (opensSubordinate(words, i)) i = afterComma(words, i + 1);
    else if (opensRelative(words, i)) i = afterRelative(words, i);
    else if (isFinite(words, i)) return groupFrom(words, i);
    else i++;
  }
  return undefined;
}

function skipOpening(words: readonly Word[]): number {
  let i = 0;
  while (i < words.length && (words[i]?.isMark === true || (i < 3 && OPENERS.has(words[i]?.lower ?? '') && !opensSubordinate(words, i)))) i++;
  return i;
}

function opensSubordinate(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || !SUBORDINATORS.has(word.lower)) return false;
  const before = words[i - 1];
  // "Whether", "if" and "when" at the head of the content open it; with a comma to come they open a clause before the main one.
  if (before !== undefined && !before.isMark && !OPENERS.has(before.lower)) return false;
  return afterComma(words, i + 1) < words.length;
}

/** One past the next comma, or the number of words. */
function afterComma(words: readonly Word[], from: number): number {
  for (let i = from; i < words.length; i++) if (words[i]?.text === ',') return i + 1;
  return words.length;
}

function opensRelative(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || i === 0) return false;
  if (RELATIVES.has(word.lower)) return true;
  return word.lower === 'that' && isContentWord(words[i - 1]) && !isPastForm(words[i - 1] ?? word) && words[i - 1]?.info?.verb === undefined;
}

function afterRelative(words: readonly Word[], i: number): number {
  const closed = words[i - 1]?.text === ',';
  if (closed) return afterComma(words, i + 1);
  let k = i + 1;
  while (k < words.length && !isFinite(words, k)) k++;
  const group = groupFrom(words, k);
  return Math.max(i + 1, group.end);
}

function isFinite(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || word.isMark || word.isName) return false;
  if (is(word, AUXILIARIES)) return !(i === 0 && is(word, Flag.have) && word.lower === 'having');
  const verb = word.info?.verb;
  if (word.lower === 'need' || word.lower === 'needs') return true;
  if (is(word, Flag.verb) && word.lower !== 'left') return !isAfterDeterminer(words, i) && !is(words[i - 1], Flag.to);
  if (isPastForm(word)) return !isModifier(words, i);
  if (verb?.form === 's' && word.info?.noun === undefined) return !isAfterDeterminer(words, i);
  return isPresent(words, i);
}

function isAfterDeterminer(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  return is(before, Flag.det | Flag.poss | Flag.genitive | Flag.prep) && !is(before, Flag.pron | Flag.sub);
}

/** "the accused man", "sources briefed on": a participle that is no predicate. */
function isModifier(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  if (before === undefined) return true;
  if (isAfterDeterminer(words, i) || before.lower === "'s") return true;
  if (is(before, Flag.adv) && isAfterDeterminer(words, i - 1)) return true;
  // "sources briefed on the plan were …": with a finite verb of its own to come.
  const after = words[i + 1];
  if (is(after, Flag.prep) && !is(after, Flag.sub) && ['by', 'on', 'in', 'at', 'for'].includes(after?.lower ?? '') && words[i]?.info?.verb?.form === 'pastOrParticiple') {
    for (let k = i + 2; k < words.length && k < i + 10; k++) if (is(words[k], AUXILIARIES)) return true;
  }
  return false;
}

/** "burns 11 million tonnes", "makes": third person of a verb that no list has, by its place. */
function isPresent(words: readonly Word[], i: number): boolean {
  const word = words[i];
  const before = words[i - 1];
  const after = words[i + 1];
  if (word === undefined || before === undefined || word.text !== word.lower || word.mention !== undefined || !/[^s]s$/.test(word.lower) || word.flags !== 0) return false;
  if (before.isMark || before.lower === "'s" || (before.flags !== 0 && !is(before, Flag.pron)) || isAfterDeterminer(words, i)) return false;
  if (/s$/.test(before.lower) && !before.isName) return false;
  return after?.mention?.value !== undefined || is(after, Flag.det | Flag.poss | Flag.num | Flag.object | Flag.adv | Flag.that) || ['in', 'on', 'at', 'from', 'into', 'with', 'to', 'about', 'for'].includes(after?.lower ?? '');
}

function infinitive(words: readonly Word[], to: number): Predicate {
  const group = groupFrom(words, to);
  return { ...group, infinitive: true, tense: 'none' };
}

/** Auxiliaries, negations, adverbs and chain words up to the verb that carries the meaning. */
function groupFrom(words: readonly Word[], first: number): Predicate {
  const helpers: number[] = [];
  let i = first;
  for (; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || word.isMark) break;
    if (isHelper(words, i)) helpers.push(i);
    else break;
  }
  // A group of helpers only: "is", "has", "was" are the verb themselves.
  let main = i;
  const last = helpers[helpers.length - 1];
  if (i >= words.length || !isVerbAfter(words, i, helpers)) {
    main = last ?? first;
    while (helpers.includes(main) && !is(words[main], AUXILIARIES | Flag.verb) && main > first) main--;
  }
  return { first, end: Math.max(main + 1, i, first + 1), main, tense: tenseOf(words, first, main), infinitive: false, helpers: helpers.filter((k) => k !== main) };
}

function isHelper(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined) return false;
  if (is(word, AUXILIARIES) || NEGATIONS.has(word.lower) || word.lower === 'to') return true;
  if (is(word, Flag.adv) || (word.lower.endsWith('ly') && word.text === word.lower)) return true;
  // "is expected to", "failed to": the verb after "to" carries the meaning.
  return CHAIN.has(word.lower) && nextIsTo(words, i);
}

function nextIsTo(words: readonly Word[], i: number): boolean {
  return words[i + 1]?.lower === 'to' || (words[i + 2]?.lower === 'to' && is(words[i + 1], Flag.adv));
}

/** After "be" and "have" a participle or an -ing form, after a modal, "do" and "to" any word, after nothing the word itself. */
function isVerbAfter(words: readonly Word[], i: number, helpers: readonly number[]): boolean {
  const word = words[i];
  const last = helpers.filter((k) => is(words[k], AUXILIARIES) || words[k]?.lower === 'to' || CHAIN.has(words[k]?.lower ?? '')).pop();
  if (word === undefined || !isContentWord(word) && word.info?.verb === undefined) return false;
  if (last === undefined) return true;
  const helper = words[last];
  if (is(helper, Flag.modal | Flag.do) || helper?.lower === 'to') return word.mention === undefined;
  return isPastForm(word) || /ing$/.test(word.lower) || word.info?.verb?.form === 'participle' || word.info?.verb?.form === 'pastOrParticiple' || /(?:en|wn|rn|ung|ung|un)$/.test(word.lower) && word.lower.length > 4;
}

function tenseOf(words: readonly Word[], first: number, main: number): Tense {
  let tense: Tense | undefined;
  for (let i = first; i <= main; i++) {
    const word = words[i];
    if (word === undefined) continue;
    if (is(word, Flag.modal)) return word.lower === 'would' || word.lower.startsWith("wouldn") || word.lower.endsWith("'d") ? 'pastFuture' : FUTURE.test(word.lower) ? 'future' : 'none';
    if (CHAIN_FUTURE.has(word.lower) && nextIsTo(words, i)) return 'future';
    if (is(word, Flag.have)) {
      const perfect = i < main;
      return word.lower.startsWith('had') ? (perfect ? 'pastPerfect' : 'past') : perfect ? 'perfect' : 'present';
    }
    if (is(word, Flag.be | Flag.do)) {
      tense = /^(?:was|were|did|wasn't|weren't|didn't)/.test(word.lower) ? 'past' : 'present';
      continue;
    }
    if (i === main || CHAIN.has(word.lower)) tense ??= isPastForm(word) ? 'past' : 'present';
  }
  return tense ?? 'present';
}

const FUTURE = /^(?:will|won't|shall|.*'ll)$/;
const CHAIN_FUTURE = new Set(['going', 'set', 'due', 'expected', 'scheduled', 'poised']);
