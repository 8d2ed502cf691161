/**
 * What sort of thing is stated, and so what would settle it (design document, part B6). The first rule that holds gives the main type.
 * Words decide: nothing here understands the sentence.
 */
import type { Span } from '../../base/span.js';
import { Flag } from '../claims/lexicon/words.js';
import type { Stance } from '../types.js';
import type { Predicate } from './predicate.js';
import { headPredicate } from './predicate.js';
import { is, isPastForm } from './words.js';
import type { Word } from './words.js';

export const CLAIM_TYPES = ['quotation of record', 'quantity', 'comparison', 'causation', 'prediction', 'rule', 'record', 'experience', 'opinion', 'intention'] as const;
export type ClaimType = (typeof CLAIM_TYPES)[number];

export interface TypeFound {
  readonly type: ClaimType;
  /** The words that show it, in document offsets. */
  readonly by: Span;
}

const set = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter((word) => word !== ''));

const TEXTS = set('law act article report filing treaty constitution bill study contract agreement ruling statute decree clause section');
const TREND = set(`rise rises rose risen fall falls fell fallen grow grows grew grown drop drops dropped shrink shrinks shrank shrunk increase increases increased decrease decreases decreased decline declines
  declined double doubles doubled triple triples tripled quadruple quadrupled halve halved climb climbed slide slid plunge plunged soar soared surge surged jump jumped slump slumped dwindle dwindled
  cut cuts reduced narrowed widened doubling`);
const COMPARED = set('more less fewer higher lower larger smaller bigger greater older younger longer shorter faster slower cheaper dearer worse better richer poorer earlier later wider deeper stronger weaker');
const SUPERLATIVE = /^(?:[a-z]{2,}(?:est)|most|least|biggest|worst)$/;
const NO_SUPERLATIVE = set('west east forest interest request test protest contest harvest honest arrest invest suggest guest nest rest vest quest crest best latest modest conquest earnest attest digest nearest ingest chest priest finest dearest');
const FRACTIONS = set('half third thirds quarter quarters fifth fifths twice double majority');
const CAUSES = set('because caused causes cause due owing thanks result resulted led triggered prompted');
const NORMS = set(`banned ban bans illegal unlawful legal allowed allows forbidden forbids prohibited prohibits requires required obliges obliged entitled compulsory mandatory outlawed punishable
  sentence penalty permitted exempt consent`);
const FOUNDED = set('founded established built opened created invented introduced elected convicted appointed discovered launched inspected signed born abolished patented nationalised privatised sworn voted');
const TOLL = set('killed hurt injured wounded dead died missing arrested detained displaced drowned infected');
const OPINION = set(`should best wrong right beautiful ugly shame shameful disgrace disgraceful great terrible wonderful awful good bad better unfair fair brilliant stupid absurd ridiculous
  irresponsible unacceptable outrageous brave cowardly`);
const FIRST_PERSON = set("i we my our me us i'm we're i've we've");
const SEEN = set('saw heard felt watched smelled smelt noticed saw');

export interface TypeQuestion {
  readonly words: readonly Word[];
  /** Undefined for the article's own voice. */
  readonly stance: Stance | undefined;
  readonly cueWords: readonly Word[];
  /** Year of the article, where known. */
  readonly year: number | undefined;
}

/** All types that hold, the main one first. Never empty: a past event that shows nothing else is a record; what is not past is an opinion only if words say so. */
export function typesOf(question: TypeQuestion): TypeFound[] {
  const { words } = question;
  const predicate = headPredicate(words);
  const found: TypeFound[] = [];
  const add = (type: ClaimType, by: Span | undefined): void => {
    if (by !== undefined && !found.some((one) => one.type === type)) found.push({ type, by });
  };
  add('quotation of record', namedText(question));
  const trend = comparisonIn(words);
  add('quantity', trend === undefined ? figureIn(words) : undefined);
  add('comparison', trend);
  add('quantity', trend === undefined ? undefined : figureIn(words));
  add('causation', causeIn(words));
  add('prediction', futureIn(words, predicate));
  add('rule', ruleIn(words, predicate));
  add('record', recordIn(words, predicate, question.year));
  add('experience', experienceIn(words));
  add('opinion', opinionIn(words, predicate, question.stance));
  add('intention', question.stance === 'intention' ? hullOf(question.cueWords) : undefined);
  if (found[0]?.type === 'prediction' && question.stance === 'intention') found.push(...found.splice(0, 1));
  if (found.length === 0 && predicate !== undefined && isPast(predicate)) add('record', spanAt(words, predicate.main));
  return found;
}

function isPast({ tense }: Predicate): boolean {
  return tense === 'past' || tense === 'perfect' || tense === 'pastPerfect';
}

function namedText({ words, cueWords }: TypeQuestion): Span | undefined {
  for (const [i, word] of words.entries()) {
    if (word.lower === 'according' && words.slice(i + 1, i + 5).some((w) => TEXTS.has(w.lower))) return rangeOf(words, i, i + 5);
    if (word.lower === 'under' && words.slice(i + 1, i + 6).some((w) => TEXTS.has(w.lower) || w.mention?.type === 'LAW')) return rangeOf(words, i, lastOf(words, i + 1, i + 6));
    if (TEXTS.has(word.lower) && ['says', 'said', 'states', 'found', 'shows', 'requires'].includes(words[i + 1]?.lower ?? '')) return rangeOf(words, i, i + 2);
  }
  const text = cueWords.find((word) => TEXTS.has(word.lower));
  return text === undefined ? undefined : spanOf(text);
}

function lastOf(words: readonly Word[], from: number, to: number): number {
  for (let i = from; i < to; i++) if (TEXTS.has(words[i]?.lower ?? '') || words[i]?.mention?.type === 'LAW') return i + 1;
  return from;
}

/** A number with what it counts, money, a share or a measure. Ages, years, clock times, ranks and small counts are none. */
export function figureIn(words: readonly Word[]): Span | undefined {
  for (const [i, word] of words.entries()) {
    const mention = word.mention;
    if (mention !== undefined && (mention.type === 'MONEY' || mention.type === 'PERCENT' || mention.type === 'QUANTITY')) return spanOf(word);
    if (mention?.type === 'CARDINAL' && countsMuch(words, i)) return spanOf(word);
    if (FRACTIONS.has(word.lower) && (['a', 'of', 'two', 'three', 'one'].includes(words[i - 1]?.lower ?? '') || words[i + 1]?.lower === 'of' || ['the', 'as', 'what'].includes(words[i + 1]?.lower ?? ''))
      && mention?.type !== 'ORDINAL' && words[i - 1]?.lower !== 'the') return spanOf(word);
  }
  return undefined;
}

const SMALLEST_COUNT = 12;

function countsMuch(words: readonly Word[], i: number): boolean {
  const amount = words[i]?.mention?.value?.amount;
  const next = words[i + 1];
  if (next === undefined || (next.isMark && !/^[.]$/.test(next.text))) return false;
  if (amount !== undefined && amount.high >= SMALLEST_COUNT) return true;
  // A toll counts from one; "19 of the 31" and "one in four" are shares.
  if (next.lower === 'in' && words[i + 2]?.mention?.type === 'CARDINAL') return true;
  return words.slice(i + 1, i + 6).some((word) => TOLL.has(word.lower));
}

export function comparisonIn(words: readonly Word[]): Span | undefined {
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    const before = words[i - 1];
    if (isSuperlative(words, i)) return rangeOf(words, i, word.lower === 'most' || word.lower === 'least' ? i + 2 : i + 1);
    if (word.lower === 'than' && i > 0 && words.slice(Math.max(0, i - 6), i).some((w) => COMPARED.has(w.lower) || /[a-z]{2}er$/.test(w.lower))) return rangeOf(words, Math.max(0, i - 1), i + 1);
    if (COMPARED.has(word.lower) && !is(next, Flag.prep) && next?.isMark !== true && isGraded(words, i)) return spanOf(word);
    if (TREND.has(word.lower) && isTrend(words, i)) return spanOf(word);
    if (word.lower === 'record' && is(before, Flag.det) && next !== undefined && !next.isMark && !is(next, Flag.prep)) return spanOf(word);
    if (word.lower === 'only' && (before?.lower === 'the' || before?.lower === "'s")) return rangeOf(words, i - 1, i + 1);
    if ((word.lower === 'down' || word.lower === 'up') && next?.lower === 'from') return rangeOf(words, i, i + 2);
    if (word.lower === 'straight' && before?.mention?.type === 'ORDINAL') return rangeOf(words, i - 1, i + 1);
  }
  return undefined;
}

function isSuperlative(words: readonly Word[], i: number): boolean {
  const word = words[i];
  if (word === undefined || word.isName || !SUPERLATIVE.test(word.lower) || NO_SUPERLATIVE.has(word.lower)) return false;
  if ((word.lower === 'most' || word.lower === 'least') && (words[i - 1]?.lower !== 'the' || words[i + 1]?.lower === 'of')) return false;
  for (let k = i - 1; k >= Math.max(0, i - 3); k--) if (is(words[k], Flag.det | Flag.poss) || words[k]?.lower === "'s" || words[k]?.lower === "'") return words[k]?.lower !== 'at';
  return false;
}

/** "pass more sugar", "a fifth more than": more of something, not "no more" and "once more". */
function isGraded(words: readonly Word[], i: number): boolean {
  const before = words[i - 1]?.lower ?? '';
  const word = words[i]?.lower ?? '';
  if (word !== 'more' && word !== 'less' && word !== 'fewer') return false;
  return !['no', 'once', 'any', 'some', 'much', 'a', 'the', 'or', 'two', 'one', 'and'].includes(before) && words[i + 1]?.lower !== 'and' && words[i + 1]?.lower !== 'to';
}

/** A verb of rising or falling that tells how far, or since when. */
function isTrend(words: readonly Word[], i: number): boolean {
  const near = words.slice(i + 1, i + 16);
  return near.some((word) => word.mention?.type === 'PERCENT' || word.lower === 'since' || word.mention?.type === 'MONEY')
    || near.some((word, k) => ['by', 'from', 'to', 'in'].includes(word.lower) && near[k + 1]?.mention?.value?.amount !== undefined);
}

export function causeIn(words: readonly Word[]): Span | undefined {
  for (const [i, word] of words.entries()) {
    if (!CAUSES.has(word.lower) || word.isName) continue;
    const next = words[i + 1]?.lower ?? '';
    if (word.lower === 'due' || word.lower === 'thanks' || word.lower === 'owing' || word.lower === 'led') {
      if (next === 'to' && !isInfinitiveAfter(words, i + 1) && words[i + 2]?.mention?.type !== 'DATE') return rangeOf(words, i, i + 2);
    } else if (word.lower === 'result') {
      if (words[i - 1]?.lower === 'a' && next === 'of') return rangeOf(words, i, i + 2);
    } else if (word.lower === 'resulted') {
      if (next === 'in' || next === 'from') return rangeOf(words, i, i + 2);
    } else if (word.lower === 'cause') {
      if (!is(words[i - 1], Flag.det | Flag.poss | Flag.genitive)) return spanOf(word);
    } else return spanOf(word);
  }
  return undefined;
}

/** "due to testify", as against "due to fog". */
function isInfinitiveAfter(words: readonly Word[], to: number): boolean {
  const next = words[to + 1];
  const after = words[to + 2];
  if (next === undefined || is(next, Flag.det | Flag.poss)) return false;
  return next.lower === 'be' || next.info?.verb?.form === 'base' || is(next, Flag.verb) || after === undefined || after.isMark || is(after, Flag.det | Flag.poss | Flag.prep | Flag.time) || after.mention !== undefined;
}

function futureIn(words: readonly Word[], predicate: Predicate | undefined): Span | undefined {
  if (predicate === undefined || (predicate.tense !== 'future' && predicate.tense !== 'pastFuture' && !mayCome(words, predicate))) return undefined;
  return rangeOf(words, predicate.first, predicate.end);
}

/** "could reopen": a possibility that is still open, as against "may have left". */
function mayCome(words: readonly Word[], { first, helpers }: Predicate): boolean {
  return /^(?:may|might|could)$/.test(words[first]?.lower ?? '') && !helpers.some((k) => words[k]?.lower === 'have');
}

export function ruleIn(words: readonly Word[], predicate: Predicate | undefined): Span | undefined {
  for (const [i, word] of words.entries()) {
    if (word.lower === 'must' && words[i + 1]?.lower !== 'have') return spanOf(word);
    if (word.text === 'may' && words.slice(Math.max(0, i - 14), i + 4).some((w) => w.lower === 'only' || w.lower === 'not')) return spanOf(word);
    if (NORMS.has(word.lower) && isNorm(words, i)) return spanOf(word);
    if (word.lower === 'need' && predicate?.main === i && words[i + 2]?.lower === 'consent') return rangeOf(words, i, i + 3);
    if (word.lower === 'under' && words.slice(i + 1, i + 6).some((w) => w.lower === 'law' || w.mention?.type === 'LAW')) return rangeOf(words, i, i + 2);
    if (word.lower === 'by' && words[i + 1]?.lower === 'law') return rangeOf(words, i, i + 2);
  }
  return undefined;
}

function isNorm(words: readonly Word[], i: number): boolean {
  const word = words[i]?.lower ?? '';
  if (word === 'sentence' || word === 'penalty') return words.slice(Math.max(0, i - 3), i).some((w) => /^carr(?:y|ies|ied)$/.test(w.lower));
  if (word === 'consent') return words.slice(Math.max(0, i - 3), i).some((w) => /^(?:need|needs|require|requires)$/.test(w.lower));
  if (word === 'legal' || word === 'illegal' || word === 'unlawful' || word === 'compulsory' || word === 'mandatory' || word === 'exempt') return is(words[i - 1], Flag.be | Flag.adv | Flag.neg);
  if (word === 'ban' || word === 'required') return is(words[i - 1], Flag.be | Flag.have | Flag.adv);
  return true;
}

/** First, never, only, a founding, a year that is past. */
export function recordIn(words: readonly Word[], predicate: Predicate | undefined, year: number | undefined): Span | undefined {
  for (const [i, word] of words.entries()) {
    if ((word.lower === 'never' || word.lower === 'ever') && predicate !== undefined && (predicate.tense === 'perfect' || predicate.tense === 'pastPerfect' || word.lower === 'never')) return spanOf(word);
    if (word.lower === 'first' && isFirst(words, i)) return rangeOf(words, i, i + 2);
    if (FOUNDED.has(word.lower) && words.slice(i + 1, i + 12).some((w) => isPastYear(w, year) || w.mention?.type === 'DATE' && words[i - 1]?.lower === 'last')) return spanOf(word);
    if (word.lower === 'voted' && predicate?.main === i && words.slice(0, i).some((w) => w.mention?.type === 'CARDINAL')) return spanOf(word);
  }
  if (predicate === undefined) return undefined;
  if (!isPast(predicate)) return undefined;
  const dated = words.find((word) => isPastYear(word, year));
  return dated === undefined ? undefined : spanOf(dated);
}

/** "the first woman to lead", "its first trophy in 31 years", "for the first time". */
function isFirst(words: readonly Word[], i: number): boolean {
  const before = words[i - 1];
  if (!is(before, Flag.det | Flag.poss) && before?.lower !== "'s") return false;
  const rest = words.slice(i + 1, i + 7);
  if (rest[0]?.lower === 'time' && words[i - 2]?.lower === 'for') return true;
  return rest.some((word, k) => (word.lower === 'to' && k > 0 && k < 4) || word.lower === 'since' || (word.lower === 'in' && rest[k + 1]?.mention !== undefined));
}

/** A year before the article's, written out; without the article's date any year of four figures. */
function isPastYear(word: Word, year: number | undefined): boolean {
  if (word.mention?.type !== 'DATE' || !/^[12]\d\d\d$/.test(word.text)) return false;
  return year === undefined || Number(word.text) < year;
}

function experienceIn(words: readonly Word[]): Span | undefined {
  const i = words.findIndex((word, k) => FIRST_PERSON.has(word.lower) && words.slice(k + 1, k + 4).some((w) => SEEN.has(w.lower)));
  if (i >= 0) return rangeOf(words, i, i + 2);
  const house = words.findIndex((word, k) => word.lower === 'my' && ['house', 'home', 'street', 'car', 'window', 'shop'].includes(words[k + 1]?.lower ?? ''));
  return house < 0 ? undefined : rangeOf(words, house, house + 2);
}

export function opinionIn(words: readonly Word[], predicate: Predicate | undefined, stance: Stance | undefined): Span | undefined {
  const word = words.find((one, i) => !one.isName && OPINION.has(one.lower) && (one.lower !== 'right' || is(words[i - 1], Flag.be)) && (one.lower !== 'good' || words[i + 1]?.lower !== 'faith'));
  if (word !== undefined) return spanOf(word);
  return stance === 'judgement' && predicate !== undefined && !isPastAt(words, predicate.main) ? rangeOf(words, predicate.first, predicate.end) : undefined;
}

function isPastAt(words: readonly Word[], i: number): boolean {
  const word = words[i];
  return word !== undefined && isPastForm(word);
}

function spanAt(words: readonly Word[], i: number): Span | undefined {
  const word = words[i];
  return word === undefined ? undefined : spanOf(word);
}

function rangeOf(words: readonly Word[], first: number, end: number): Span | undefined {
  return hullOf(words.slice(first, end));
}

function hullOf(words: readonly Word[]): Span | undefined {
  const [first] = words;
  const last = words[words.length - 1];
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

function spanOf({ start, end }: Word): Span {
  return { start, end };
}
