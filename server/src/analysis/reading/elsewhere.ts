/**
 * Where the same thing is said again in the article, or otherwise (design document, part B7). It says that two places differ, and
 * never which of them holds. Needs no index: what is kept hangs from blocks, so a keystroke costs the block that it changed.
 */
import type { Span } from '../../base/span.js';
import { overlaps } from '../../base/span.js';
import type { Article, ArticleBlock, Claim, Mention } from '../article.js';
import { mentionsWithin } from '../article.js';
import type { Lexeme } from '../lexeme.js';
import type { BlockClaims, ClaimCandidate, Token } from '../types.js';
import { certaintyOf } from './certainty.js';
import { headPredicate } from './predicate.js';
import type { Quantity } from './quantities.js';
import { quantitiesIn, singular } from './quantities.js';
import { datesOf } from './when.js';
import { firstFrom, wordsOf } from './words.js';
import type { Word } from './words.js';

export interface Differing {
  readonly claim: Claim;
  readonly by: 'figure' | 'date' | 'polarity';
}

export interface Elsewhere {
  /** More claims are alike than were compared: there may be more of either. */
  readonly isCut: boolean;
  /** In order of the text. */
  readonly again: readonly Claim[];
  readonly otherwise: readonly Differing[];
}

/** Dice of the two sets of words, from which on two claims say the same, or speak of the same. */
const SAME = 0.6;
const OF_THE_SAME = 0.5;
/** With another verb: "arrested 51 people at the march" and "freed 51 people after the march" share three words of four. */
const OTHER_VERB = 0.8;
/** With fewer words of its own a claim is like too many others. */
const FEWEST_SHARED = 2;
/** Of the words of the shorter of two claims, from which on they may be about the same. */
const KIN = 0.4;
/** A card shows one; a text that says the same a thousand times must not cost a thousand comparisons. */
const MOST_COMPARED = 12;

export function elsewhere(article: Article, claim: Claim): Elsewhere {
  const again: Claim[] = [];
  const otherwise: Differing[] = [];
  const block = article.blocks[claim.block];
  if (block === undefined) return { again, otherwise, isCut: false };
  const words = lemmasOf(block, claim.linked.candidate);
  if (words.size < FEWEST_SHARED) return { again, otherwise, isCut: false };
  let facts: Facts | undefined;
  let compared = 0;
  for (const other of alike(article, claim, words)) {
    if (++compared > MOST_COMPARED) return { again, otherwise, isCut: true };
    facts ??= factsOf(article, claim);
    const by = verdictOn(facts, factsOf(article, other.claim), other.likeness);
    if (by === 'again') again.push(other.claim);
    else if (by !== undefined) otherwise.push({ claim: other.claim, by });
  }
  return { again, otherwise, isCut: false };
}

/** All that a claim is compared by, for comparisons with claims of other articles. Words are only ever compared for being equal. */
export interface Comparable extends Facts {
  readonly lemmas: ReadonlySet<string>;
}

/** Undefined for a claim with too few words of its own. */
export function comparableOf(article: Article, claim: Claim): Comparable | undefined {
  const block = article.blocks[claim.block];
  const words = block === undefined ? undefined : lemmasOf(block, claim.linked.candidate);
  return words === undefined || words.size < FEWEST_SHARED ? undefined : { ...factsOf(article, claim), lemmas: words };
}

/** Whether two claims say the same, or speak of the same and say it otherwise; undefined where they do neither. */
export function compare(a: Comparable, b: Comparable): Differing['by'] | 'again' | undefined {
  const likeness = likenessOf(sharedWith(a.lemmas, b.lemmas), a.lemmas.size + b.lemmas.size);
  return likeness === undefined ? undefined : verdictOn(a, b, likeness);
}

/** Of the words of two claims, `all` together, how many they share; undefined where they are too few for the claims to be compared. */
export function likenessOf(shared: number, all: number): number | undefined {
  const likeness = (2 * shared) / all;
  return shared < FEWEST_SHARED || likeness < OF_THE_SAME ? undefined : likeness;
}

/** Of so many words of its own that it is clear what it speaks of, and none of them the claim's: it is about another thing. */
export function isOfAnother(article: Article, claim: Claim, other: Claim): boolean {
  const [block, there] = [article.blocks[claim.block], article.blocks[other.block]];
  if (block === undefined || there === undefined) return false;
  const theirs = lemmasOf(there, other.linked.candidate);
  return theirs.size > FEWEST_SHARED && sharedWith(lemmasOf(block, claim.linked.candidate), theirs) === 0;
}

/** Its figure stands elsewhere too, or another claim shares two words and a good part of them: too little to call it the same, enough not to call it alone. */
export function hasKin(article: Article, claim: Claim): boolean {
  const block = article.blocks[claim.block];
  if (block === undefined) return false;
  const words = lemmasOf(block, claim.linked.candidate);
  const figures = claim.content.flatMap((piece) => mentionsWithin(article, piece)).flatMap((mention) => figureOf(mention) ?? []);
  return article.blocks.some((other, b) => {
    const isAt = ({ start, end }: Mention): boolean => claim.content.some((piece) => overlaps(piece, { start: start + other.start, end: end + other.start }));
    if (other.zone !== 'boilerplate' && other.mentions.some((mention) => figures.includes(figureOf(mention) ?? '') && !isAt(mention))) return true;
    if (other.claims.claims.length === 0 || sharedWith(words, unionOf(other)) < FEWEST_SHARED) return false;
    return article.claimsOf(b).some((one) => one.index !== claim.index && !isPartOf(claim, one) && isKin(words, lemmasOf(other, one.linked.candidate)));
  });
}

function isKin(words: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  const shared = sharedWith(words, others);
  return shared >= FEWEST_SHARED && shared >= KIN * Math.min(words.size, others.size);
}

/** Small counts stand everywhere. */
const SMALL = 12;

function figureOf({ value, type }: Mention): string | undefined {
  const amount = type === 'DATE' || type === 'TIME' || type === 'ORDINAL' ? undefined : value?.amount;
  return amount === undefined || (amount.unit === undefined && amount.high <= SMALL) ? undefined : `${amount.low}-${amount.high} ${amount.unit ?? ''}`;
}

function verdictOn(a: Facts, b: Facts, likeness: number): Differing['by'] | 'again' | undefined {
  const needed = a.predicate === undefined || b.predicate === undefined || a.predicate === b.predicate ? SAME : OTHER_VERB;
  return differenceOf(a, b) ?? (likeness >= needed && isSame(a, b) ? 'again' : undefined);
}

/* ---------- likeness ---------- */

function* alike(article: Article, claim: Claim, words: ReadonlySet<string>): Generator<{ claim: Claim; likeness: number }> {
  const needed = Math.max(FEWEST_SHARED, (OF_THE_SAME * words.size) / (2 - OF_THE_SAME));
  for (let b = 0; b < article.blocks.length; b++) {
    const block = article.blocks[b];
    if (block === undefined || block.claims.claims.length === 0 || sharedWith(words, unionOf(block)) < needed) continue;
    for (const other of article.claimsOf(b)) {
      if (other.index === claim.index || isPartOf(claim, other)) continue;
      const theirs = lemmasOf(block, other.linked.candidate);
      const shared = sharedWith(words, theirs);
      const likeness = (2 * shared) / (words.size + theirs.size);
      if (shared >= FEWEST_SHARED && likeness >= OF_THE_SAME) yield { claim: other, likeness };
    }
  }
}

/** A claim around this one, or inside it, holds the same words, not the same words again. */
function isPartOf(a: Claim, b: Claim): boolean {
  return a.content.some((s) => b.content.some((t) => overlaps(s, t)));
}

function sharedWith(words: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const word of words) if (others.has(word)) count++;
  return count;
}

const unions = new WeakMap<BlockClaims, ReadonlySet<string>>();
const lemmas = new WeakMap<ClaimCandidate, ReadonlySet<string>>();

function unionOf(block: ArticleBlock): ReadonlySet<string> {
  const known = unions.get(block.claims);
  if (known !== undefined) return known;
  const union = new Set<string>();
  for (const candidate of block.claims.claims) for (const lemma of lemmasOf(block, candidate)) union.add(lemma);
  unions.set(block.claims, union);
  return union;
}

/** Words that any two sentences share, and those that the comparison looks at by themselves: negations and modals. */
const STOP_WORDS = new Set(`a an the this that these those of to in on at by for from with into over under about as and or but if than then so
  is are was were be been being am has have had having do does did will would shall should can could may might must not never no n't
  i me my we us our you your he him his she her it its they them their who whom whose which what there here also very more most about around some nearly almost`.split(/\s+/));

/** Without numbers and dates, which are compared by themselves. */
function lemmasOf(block: ArticleBlock, candidate: ClaimCandidate): ReadonlySet<string> {
  const known = lemmas.get(candidate);
  if (known !== undefined) return known;
  const made = new Set<string>();
  const { tokens } = block.analysis.tokenised;
  for (const piece of candidate.content) {
    for (const { lexeme } of wordTokens(tokens, piece)) {
      const lemma = knownLemma(lexeme);
      if (lemma !== null) made.add(lemma);
    }
  }
  for (const lemma of valueLemmasOf(block)) made.delete(lemma);
  lemmas.set(candidate, made);
  return made;
}

/** By the mentions of a block, which it keeps while nothing in it changes. */
const valueLemmas = new WeakMap<readonly Mention[], readonly string[]>();

/** Of the words of its amounts and dates. */
function valueLemmasOf({ mentions, analysis: { tokenised: { tokens } } }: ArticleBlock): readonly string[] {
  const known = valueLemmas.get(mentions);
  if (known !== undefined) return known;
  const made: string[] = [];
  for (const mention of mentions) {
    if (mention.value === undefined) continue;
    for (const { lower } of wordTokens(tokens, mention)) for (const word of lower.split('-')) made.push(lemmaOf(word));
  }
  valueLemmas.set(mentions, made);
  return made;
}

/** Those that begin in the span and are no marks, symbols or numbers. */
function wordTokens(tokens: readonly Token[], { start, end }: Span): Token[] {
  const found: Token[] = [];
  for (let i = firstFrom(tokens, start, (token) => token.start); i < tokens.length; i++) {
    const token = tokens[i];
    if (token === undefined || token.start >= end) break;
    if (token.shape !== 'punct' && token.shape !== 'symbol' && token.shape !== 'number') found.push(token);
  }
  return found;
}

/** Null for a word that any two sentences share. */
function knownLemma(lexeme: Lexeme): string | null {
  if (lexeme.lemma === undefined) lexeme.lemma = STOP_WORDS.has(lexeme.lower) ? null : lemmaOf(lexeme.lower);
  return lexeme.lemma;
}

const IRREGULAR: ReadonlyMap<string, string> = new Map([
  ['sold', 'sell'], ['left', 'leave'], ['shut', 'shut'], ['paid', 'pay'], ['lost', 'lose'], ['won', 'win'], ['held', 'hold'], ['met', 'meet'], ['built', 'build'], ['bought', 'buy'], ['took', 'take'], ['taken', 'take'],
  ['gave', 'give'], ['given', 'give'], ['went', 'go'], ['gone', 'go'], ['came', 'come'], ['fell', 'fall'], ['fallen', 'fall'], ['rose', 'rise'], ['risen', 'rise'], ['grew', 'grow'], ['grown', 'grow'], ['broke', 'break'], ['broken', 'break'],
  ['began', 'begin'], ['begun', 'begin'], ['spent', 'spend'], ['died', 'die'], ['dead', 'die'], ['dying', 'die'], ['killed', 'kill'],
]);

/** Crude on purpose: only equal for equal words, whatever it looks like. */
export function lemmaOf(lower: string): string {
  const irregular = IRREGULAR.get(lower);
  if (irregular !== undefined) return irregular;
  if (lower.length > 5 && /ing$/.test(lower)) return stem(lower.slice(0, -3));
  if (lower.length > 4 && /ied$/.test(lower)) return `${lower.slice(0, -3)}y`;
  if (lower.length > 4 && /ed$/.test(lower)) return stem(lower.slice(0, -2));
  return stem(singular(lower));
}

/** "stopp" and "stop", "clos" and "close" meet. */
function stem(word: string): string {
  const single = /([^aeiouls])\1$/.test(word) ? word.slice(0, -1) : word;
  return single.length > 3 && single.endsWith('e') ? single.slice(0, -1) : single;
}

/* ---------- what may differ ---------- */

type ComparedQuantity = Pick<Quantity, 'unit' | 'countedNoun' | 'low' | 'high'>;

interface Facts {
  readonly quantities: readonly ComparedQuantity[];
  readonly days: readonly string[];
  readonly predicate: string | undefined;
  readonly value: string;
  readonly entities: ReadonlySet<string>;
  /** Lemmas of the words before the predicate. */
  readonly subject: ReadonlySet<string>;
}

function factsOf(article: Article, claim: Claim): Facts {
  const words = wordsOf(article, claim.content);
  const predicate = headPredicate(words);
  const { candidate } = claim.linked;
  const certainty = certaintyOf(words, { words: wordsOf(article, claim.cue), stance: candidate.stance, negated: candidate.negated, isArticle: claim.linked.sourceKind === 'article' });
  const main = predicate === undefined ? undefined : words[predicate.main];
  return {
    quantities: [...quantitiesIn(words), ...durationsIn(words)], days: datesOf(article, claim).flatMap(({ iso }) => (iso === undefined ? [] : [iso])),
    predicate: main === undefined ? undefined : lemmaOf(main.lower), value: certainty.value,
    entities: new Set(claim.content.flatMap((part) => mentionsWithin(article, part)).flatMap(({ entity }) => (entity === '' ? [] : [entity]))),
    subject: subjectOf(words, predicate?.first),
  };
}

/** "three weeks", "14 hours": lengths are compared like amounts of one unit. */
function durationsIn(words: readonly Word[]): ComparedQuantity[] {
  const mentions = new Set(words.flatMap(({ mention }) => (mention?.type === 'DATE' || mention?.type === 'TIME' ? [mention] : [])));
  return [...mentions].flatMap(({ value }) => (value?.amount?.unit === undefined ? [] : [{ unit: `time ${value.amount.unit}`, countedNoun: undefined, low: value.amount.low, high: value.amount.high }]));
}

function subjectOf(words: readonly Word[], end: number | undefined): Set<string> {
  return new Set(words.slice(0, end ?? 0).filter((word) => !word.isMark && !STOP_WORDS.has(word.lower) && word.mention?.value === undefined).map((word) => lemmaOf(word.lower)));
}

function differenceOf(a: Facts, b: Facts): Differing['by'] | undefined {
  const samePredicate = a.predicate !== undefined && a.predicate === b.predicate;
  // "34 people were arrested" and "8,000 people marched" count people for different things.
  if (samePredicate || a.predicate === undefined || b.predicate === undefined) for (const one of a.quantities) for (const two of b.quantities) if (countSame(one, two) && areApart(one, two)) return 'figure';
  const sameSubject = [...a.subject].some((lemma) => b.subject.has(lemma)) || [...a.entities].some((entity) => b.entities.has(entity));
  if (!samePredicate || !sameSubject) return undefined;
  const opposite = polarity(a.value) !== polarity(b.value) && a.value.slice(0, 2) === b.value.slice(0, 2) && a.value.startsWith('CT');
  // "will open in May" and "will not open in June" can both be meant.
  if (areDatesApart(a, b)) return opposite ? undefined : 'date';
  return opposite ? 'polarity' : undefined;
}

function areDatesApart(a: Facts, b: Facts): boolean {
  return a.days.length > 0 && b.days.length > 0 && a.days.every((day) => b.days.every((other) => areDaysApart(day, other)));
}

/** Nothing in one that the other gives otherwise, and neither denies what the other says. */
function isSame(a: Facts, b: Facts): boolean {
  return polarity(a.value) === polarity(b.value) && !areDatesApart(a, b) && (a.quantities.length === 0 || b.quantities.length === 0 || a.quantities.some((one) => b.quantities.some((two) => !areApart(one, two))));
}

function polarity(value: string): string {
  return value.slice(2);
}

function countSame(a: ComparedQuantity, b: ComparedQuantity): boolean {
  return a.unit === b.unit && (a.countedNoun === b.countedNoun && (a.countedNoun !== undefined || a.unit !== undefined));
}

function areApart(a: ComparedQuantity, b: ComparedQuantity): boolean {
  if (a.low === undefined || b.low === undefined || a.high === undefined || b.high === undefined) return false;
  // Two intervals that only touch, as those of 5 and 6 percent, are apart; an exact count at the end of one lies in it.
  const areWide = a.low < a.high && b.low < b.high;
  return areWide ? a.high <= b.low || b.high <= a.low : a.high < b.low || b.high < a.low;
}

/** Days, months, years and intervals as ISO values: a month holds its days. */
function areDaysApart(a: string, b: string): boolean {
  const [from, to] = boundsOf(a);
  const [first, last] = boundsOf(b);
  return to < first || last < from;
}

function boundsOf(iso: string): [string, string] {
  const [from = iso, to = from] = iso.split('/');
  // "2026-03" comes before each of its days, and with a letter after it after each.
  return [from, `${to}~`];
}
