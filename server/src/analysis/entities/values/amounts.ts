/** From a number and the words around it to an interval. */
import type { Amount } from '../../types.js';
import type { NumberRead } from './numbers.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

type Effect = 'about' | 'nearly' | 'over' | 'under';

/** Hedges by their last word; longer phrases are checked before shorter ones. */
const HEDGES: readonly (readonly [words: readonly string[], effect: Effect])[] = [
  [['no', 'more', 'than'], 'under'], [['no', 'fewer', 'than'], 'over'], [['no', 'less', 'than'], 'over'], [['as', 'many', 'as'], 'under'], [['as', 'much', 'as'], 'under'],
  [['more', 'than'], 'over'], [['greater', 'than'], 'over'], [['fewer', 'than'], 'under'], [['less', 'than'], 'under'], [['at', 'least'], 'over'], [['at', 'most'], 'under'], [['upwards', 'of'], 'over'], [['upward', 'of'], 'over'],
  [['just', 'under'], 'nearly'], [['just', 'over'], 'over'], [['close', 'to'], 'about'], [['up', 'to'], 'under'], [['an', 'estimated'], 'about'],
  [['about'], 'about'], [['around'], 'about'], [['roughly'], 'about'], [['some'], 'about'], [['approximately'], 'about'], [['approx'], 'about'], [['approx.'], 'about'], [['circa'], 'about'], [['estimated'], 'about'],
  [['nearly'], 'nearly'], [['almost'], 'nearly'], [['over'], 'over'], [['exceeding'], 'over'], [['under'], 'under'], [['below'], 'under'], [['above'], 'over'], [['maximum'], 'under'], [['minimum'], 'over'],
];

const BY_LAST_WORD: ReadonlyMap<string, readonly (readonly [readonly string[], Effect])[]> = byLastWord();

function byLastWord(): Map<string, (readonly [readonly string[], Effect])[]> {
  const index = new Map<string, (readonly [readonly string[], Effect])[]>();
  for (const hedge of HEDGES) {
    const last = hedge[0][hedge[0].length - 1] ?? '';
    const list = index.get(last);
    if (list === undefined) index.set(last, [hedge]);
    else list.push(hedge);
  }
  return index;
}

/** The hedge that ends before piece `i` ("more than"), or that follows `end` ("or so"), and what it does. */
function hedgeAround(pieces: Pieces, i: number, end: number): { words: string; effect: Effect } | null {
  const before = at(pieces, i - 1);
  const back = before.lower === 'a' || before.lower === 'an' || before.lower === 'the' ? i - 1 : i;
  for (const [words, effect] of BY_LAST_WORD.get(at(pieces, back - 1).lower) ?? []) {
    if (words.every((w, k) => at(pieces, back - words.length + k).lower === w)) return { words: words.join(' '), effect };
  }
  if (at(pieces, end).lower !== 'or') return null;
  const after = at(pieces, end + 1).lower;
  if (after === 'so') return { words: 'or so', effect: 'about' };
  if (after === 'more') return { words: 'or more', effect: 'over' };
  return after === 'fewer' || after === 'less' ? { words: `or ${after}`, effect: 'under' } : null;
}

type AmountKind = 'count' | 'percent' | 'measure';

/**
 * The interval of a number as the newsroom rules read it: "about" ±5% at least, "nearly" [0.9v, v], "more than" [v, 1.25v],
 * "up to" [0.75v, v]; counts below 1,000 are exact. Undefined for words without a value ("dozens").
 */
export function amountOf(pieces: Pieces, i: number, read: NumberRead, kind: AmountKind, end: number, unit?: string, divisor = 1): Amount | undefined {
  if (read.value !== read.value) return undefined;
  const hedge = hedgeAround(pieces, i, end);
  const [low, high] = hedged(baseInterval(read, kind), hedge?.effect);
  return { low: low / divisor, high: high / divisor, ...(unit === undefined || unit === '' ? {} : { unit }), ...(hedge === null ? {} : { hedge: hedge.words }) };
}

function baseInterval(read: NumberRead, kind: AmountKind): readonly [number, number] {
  if (read.range) return [Math.min(read.value, read.high), Math.max(read.value, read.high)];
  if (read.fraction || (kind === 'count' && read.value < 1000)) return [read.value, read.value];
  if (kind === 'percent' && read.value % 1 === 0 && read.magnitude === 1) return [read.value - 0.5, read.value + 0.5];
  return [read.low, read.high];
}

function hedged([low, high]: readonly [number, number], effect: Effect | undefined): readonly [number, number] {
  const middle = (low + high) / 2;
  if (effect === 'about') return [Math.min(low, middle * 0.95), Math.max(high, middle * 1.05)];
  if (effect === 'nearly') return [middle * 0.9, middle];
  if (effect === 'over') return [middle, middle * 1.25];
  return effect === 'under' ? [middle * 0.75, middle] : [low, high];
}
