/** Amounts inside a claim: value, unit, what is counted, and the interval that the written number stands for (design document, part B5). */
import type { Span } from '../../base/span.js';
import { Flag } from '../claims/lexicon/words.js';
import { FRACTION_WORDS, is, isContentWord, isPastForm } from './words.js';
import type { Word } from './words.js';
import type { Amount } from '../types.js';

export interface Quantity {
  /** The number as written, in document offsets. */
  readonly span: Span;
  /** What is counted, as written; undefined for money, shares and where nothing is. */
  readonly counted: Span | undefined;
  /** Comparison form of its last word. */
  readonly countedNoun: string | undefined;
  readonly unit: string | undefined;
  /** Interval that the number as written stands for, half a unit of its last digit to either side. */
  /** Undefined for words that give no number: "half" of something. */
  readonly low: number | undefined;
  readonly high: number | undefined;
  readonly hedge: string | undefined;
}

export function quantitiesIn(words: readonly Word[]): Quantity[] {
  const found: Quantity[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i];
    const mention = word?.mention;
    if (word === undefined) continue;
    const amount = mention?.value?.amount;
    if (mention === undefined || amount === undefined || (mention.type !== 'MONEY' && mention.type !== 'PERCENT' && mention.type !== 'QUANTITY' && mention.type !== 'CARDINAL')) {
      if (FRACTION_WORDS.has(word.lower) && mention === undefined) found.push(share(words, i));
      continue;
    }
    let end = i + 1;
    while (words[end]?.mention === mention) end++;
    const last = words[end - 1] ?? word;
    const counted = mention.type === 'MONEY' || mention.type === 'QUANTITY' ? undefined : countedAfter(words, end);
    found.push({
      span: { start: word.start, end: last.end }, counted: counted?.span, countedNoun: counted?.noun, unit: amount.unit, ...(isShare(amount) ? NO_NUMBER : { low: amount.low, high: amount.high }), hedge: amount.hedge,
    });
    i = end - 1;
  }
  return found;
}

const NO_NUMBER = { low: undefined, high: undefined };

/** "half the staff", "a third of": of something whose number is not given. */
function isShare({ low, unit }: Amount): boolean {
  return unit === undefined && low > 0 && low < 1;
}

/** The same where the analysis sees no number in the word. */
function share(words: readonly Word[], i: number): Quantity {
  const word = words[i];
  const counted = countedAfter(words, i + 1);
  return { span: { start: word?.start ?? 0, end: word?.end ?? 0 }, counted: counted?.span, countedNoun: counted?.noun, unit: undefined, low: undefined, high: undefined, hedge: undefined };
}

const LONGEST_PHRASE = 5;

/** "4,000 dock workers", "40 percent of the voters": up to the noun. */
function countedAfter(words: readonly Word[], from: number): { span: Span; noun: string } | undefined {
  let i = from;
  if (words[i]?.lower === 'of') i++;
  const first = i;
  if (is(words[i], Flag.det | Flag.poss)) i++;
  let end = i;
  while (end < words.length && end - i < LONGEST_PHRASE && isContentWord(words[end]) && words[end]?.mention?.value === undefined && (end === i || !endsPhrase(words, end))) end++;
  const start = words[first];
  const last = words[end - 1];
  if (end === i || start === undefined || last === undefined) return undefined;
  return { span: { start: start.start, end: last.end }, noun: singular(last.lower) };
}

/** A verb after the noun: "4,000 workers walked", "ships left", "three people died". */
function endsPhrase(words: readonly Word[], i: number): boolean {
  const word = words[i];
  return word === undefined || (/s$/.test(words[i - 1]?.lower ?? '') && word.text === word.lower) || word.info?.verb !== undefined || is(word, Flag.verb) || (word.text === word.lower && isPastForm(word));
}

export function singular(noun: string): string {
  if (/ies$/.test(noun) && noun.length > 4) return `${noun.slice(0, -3)}y`;
  if (/(?:s|x|z|ch|sh)es$/.test(noun)) return noun.slice(0, -2);
  return /[^s]s$/.test(noun) && noun.length > 3 ? noun.slice(0, -1) : noun;
}
