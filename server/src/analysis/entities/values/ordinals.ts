/** Ranks: "first", "twenty-first", "3rd". */
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import { DIGIT_WORDS, ORDINALS, W } from './lexicon.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';

export interface Rank {
  readonly next: number;
  readonly value: number;
}

/** The rank that begins at `i`, whatever it ranks. */
export function readWordOrdinal(pieces: Pieces, i: number): Rank | null {
  const p = at(pieces, i);
  const next = at(pieces, i + 1);
  if (p.kind === 'number') {
    const isSuffix = !next.space && (next.lower === 'th' || next.lower === 'st' || next.lower === 'nd' || next.lower === 'rd');
    return isSuffix ? { next: i + 2, value: p.value } : null;
  }
  const value = ORDINALS.get(p.lower);
  if (value !== undefined) return { next: i + 1, value };
  const tens = (p.classes & W.digitWord) === 0 ? undefined : DIGIT_WORDS.get(p.lower);
  if (tens === undefined || tens < 20 || next.lower !== '-') return null;
  const unit = ORDINALS.get(at(pieces, i + 2).lower);
  return unit !== undefined && unit < 10 ? { next: i + 3, value: tens + unit } : null;
}

/** What a rank is joined to by a hyphen without losing its sense: "second-largest", "first-degree". */
const NO_RANK_AFTER_HYPHEN: ReadonlySet<string> = new Set(['party', 'hand', 'class', 'person', 'string', 'rate', 'guess', 'world', 'aid', 'time', 'half', 'come', 'ever', 'mover', 'responder', 'responders']);
const NO_RANK_AFTER_SPACE: ReadonlySet<string> = new Set(['responders', 'lady', 'aid', 'minister', 'parties', 'party', 'hand', 'states', 'countries', 'secretary', 'selectman']);

/** A rank as a mention. Not "second" of time, "at first", "a third of", nor part of a name. */
export function ordinalAt(pieces: Pieces, i: number): Match | null {
  const rank = readWordOrdinal(pieces, i);
  if (rank === null) return null;
  const p = at(pieces, i);
  const before = at(pieces, i - 1);
  const after = at(pieces, rank.next);
  if (after.lower === '-' && !after.space && NO_RANK_AFTER_HYPHEN.has(at(pieces, rank.next + 1).lower)) return null;
  if (before.lower === '-' && !p.space) return null;
  if (p.kind === 'number') return isNamed(pieces, rank.next) ? null : valueMatch('ORDINAL', i, rank.next, 0.9);
  if (p.capital && (after.capital || before.capital)) return null;
  if (rank.value === 1 && (before.lower === 'at' || (after.lower === 'and' && at(pieces, rank.next + 1).lower === 'foremost'))) return null;
  if (NO_RANK_AFTER_SPACE.has(after.lower)) return null;
  if (p.lower === 'second' && isTime(pieces, i)) return null;
  return valueMatch('ORDINAL', i, rank.next, p.lower === 'first' ? 0.93 : 0.9);
}

const BRIEFLY: ReadonlySet<string> = new Set(['for', 'in', 'within', 'of', 'wait', 'just', 'take', 'took', 'hold', 'only']);

/** "for a second.", "per second", "in a second": nothing that can be ranked follows. */
function isTime(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1).lower;
  if (before === 'per' || before === 'each' || before === 'every' || before === '/' || before === 'split') return true;
  const earlier = at(pieces, i - 2).lower;
  const after = at(pieces, i + 1);
  const isFree = after.kind !== 'word' || after.lower === 'that' || after.lower === 'to' || after.lower === 'and' || after.lower === 'later';
  return before === 'a' && isFree && (after.lower === 'later' || BRIEFLY.has(earlier));
}

/** "5th Avenue", "the 82nd Airborne Division". */
function isNamed(pieces: Pieces, next: number): boolean {
  const after = at(pieces, next);
  if (after.kind !== 'word' || !after.capital || !after.space) return false;
  return STREETS.has(after.lower) || (at(pieces, next + 1).capital && STREETS.has(at(pieces, next + 1).lower));
}

const STREETS: ReadonlySet<string> = new Set(['street', 'avenue', 'ave', 'ave.', 'st', 'st.', 'circuit', 'district', 'division', 'brigade', 'regiment', 'battalion', 'amendment', 'airborne', 'infantry', 'congress', 'armored', 'armoured', 'corps', 'fleet', 'squadron', 'century', 'parliament']);
