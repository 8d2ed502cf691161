/** "the next few hours", "the last 24 hours", "the past hour", "first four hours" less its rank. */
import { W } from './lexicon.js';
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import { readNumber } from './numbers.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

const NEAR: ReadonlySet<string> = new Set(['last', 'next', 'past', 'coming', 'previous']);

export function modifiedHours(pieces: Pieces, i: number): Match | null {
  if (!NEAR.has(at(pieces, i).lower)) return null;
  const { lower } = at(pieces, i + 1);
  const isFew = lower === 'few' || lower === 'several';
  const isCouple = lower === 'couple' && at(pieces, i + 2).lower === 'of';
  const read = isFew || isCouple ? null : readNumber(pieces, i + 1);
  const k = isFew ? i + 2 : isCouple ? i + 3 : read?.next ?? i + 1;
  const unit = at(pieces, k);
  const isUnit = (unit.classes & W.hourUnit) !== 0 && unit.lower !== 'second';
  return isUnit ? valueMatch('TIME', i, k + 1, 0.9) : null;
}
