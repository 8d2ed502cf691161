/** Cardinals: what is left of the numbers when dates, amounts and ages are gone, less those inside names. */
import { W } from './lexicon.js';
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import { amountOf } from './amounts.js';
import type { NumberRead } from './numbers.js';
import { readNumber } from './numbers.js';
import type { Pieces } from './pieces.js';
import { at } from './pieces.js';
import { isNamedYear, isSentenceStart } from './years.js';

/** The number at `i` as a count; `read` without range is `single`. */
export function countFromNumber(pieces: Pieces, i: number, single: NumberRead, range: NumberRead): Match | null {
  const read = range.range && isChange(pieces, i) && at(pieces, single.next).lower === 'to' ? single : range;
  if (read.figures ? isNameFigure(pieces, i, read) : isOtherWord(pieces, i, read)) return null;
  const share = shareEnd(pieces, i, single);
  const next = share > 0 ? share : read.next;
  const confidence = at(pieces, i).lower === 'one' ? 0.7 : read.value !== read.value ? 0.8 : 0.9;
  return valueMatch('CARDINAL', i, next, confidence, share > 0 ? {} : { amount: amountOf(pieces, i, read, 'count', next) });
}

/** "from 180 to 5": two counts. */
function isChange(pieces: Pieces, i: number): boolean {
  return at(pieces, i - 1).lower === 'from';
}

/** "29 out of 30", "one-in-five", "two in three", "one in 10". */
function shareEnd(pieces: Pieces, i: number, first: NumberRead): number {
  if (first.range || first.fraction || first.value !== first.value) return 0;
  const hyphen = at(pieces, first.next).lower === '-' ? 1 : 0;
  const link = at(pieces, first.next + hyphen).lower;
  const isOut = link === 'out' && at(pieces, first.next + 1).lower === 'of';
  if (!isOut && link !== 'in') return 0;
  const k = first.next + hyphen + (isOut ? 2 : 1 + hyphen);
  const second = readNumber(pieces, k);
  if (second === null || second.value !== second.value || second.value <= first.value || second.fraction) return 0;
  if (isOut || hyphen > 0) return second.next;
  const after = at(pieces, second.next);
  const isWhole = second.value <= 10 || second.value === 20 || second.value === 100 || second.value === 1000;
  return isWhole && first.value <= 9 && i >= 0 && (after.classes & (W.dayUnit | W.hourUnit | W.measure | W.magnitude | W.month)) === 0 && after.lower !== '%' ? second.next : 0;
}

const NUMBERED: ReadonlySet<string> = new Set(['flight', 'route', 'highway', 'interstate', 'article', 'section', 'chapter', 'page', 'channel', 'room', 'exit', 'gate', 'bus', 'line', 'runway', 'building', 'apartment', 'pier', 'platform', 'version', 'figure', 'table', 'paragraph', 'clause', 'rule', 'resolution', 'unit', 'block', 'pp.', 'p.', 'no.', 'nos.', 'vol.']);
const COUNTED_AFTER_NAME: ReadonlySet<string> = new Set(['round', 'phase', 'magnitude', 'day', 'week', 'stage', 'level', 'tier', 'number', 'the', 'and', 'or', 'with', 'at', 'of', 'in', 'for', 'by', 'to', 'from', 'about', 'some', 'over', 'nearly', 'all', 'only', 'least', 'around', 'those', 'these', 'another', 'including', 'more', 'than', 'under', 'between', 'were', 'was', 'is', 'are', 'a', 'an', 'after', 'as', 'on', 'through', 'up', 'almost', 'approximately', 'roughly', 'just', 'fewer', 'less', 'if', 'when', 'there', 'that', 'but', 'its', 'his', 'her', 'their', 'our']);

/** A figure that belongs to a name or numbers a thing: "Boeing 737", "Article 5", "flight 1344", a list mark "1.", "#42". */
function isNameFigure(pieces: Pieces, i: number, read: NumberRead): boolean {
  const p = at(pieces, i);
  const before = at(pieces, i - 1);
  if (before.lower === '#' || before.lower === '№' || before.lower === '+' && !p.space || before.lower === '@') return true;
  if (before.lower === '-' && !p.space && !before.space && i > 1) return true;
  if (isNamedYear(pieces, i) || /^0\d/.test(p.lower) || p.lower.length > 7 && read.plain) return true;
  if ((before.kind === 'end' || pieces.text.slice(before.end, p.start).includes('\n')) && isListMark(pieces, i)) return true;
  const after = at(pieces, read.next);
  if (!after.space && (after.kind === 'word' || after.lower === '/' || after.lower === '_' || after.lower === '@')) return true;
  if (isTelephone(pieces, i)) return true;
  if (before.kind !== 'word' || !p.space || read.magnitude > 1) return false;
  if (NUMBERED.has(before.lower)) return true;
  if (read.range && read.value < 200 || SCORED.has(after.lower)) return false;
  return before.capital && !COUNTED_AFTER_NAME.has(before.lower) && !isSentenceStart(pieces, i - 1);
}

/** What teams and parties win: their figure stands right behind the name. */
const SCORED: ReadonlySet<string> = new Set(['points', 'times', 'runs', 'goals', 'votes', 'seats', 'people', 'wickets', 'tries']);

function isListMark(pieces: Pieces, i: number): boolean {
  const mark = at(pieces, i + 1);
  return (mark.lower === '.' || mark.lower === ')') && !mark.space && at(pieces, i + 2).space;
}

/** "phoned 911", "call 555 0100": figures behind a verb of telephoning. */
function isTelephone(pieces: Pieces, i: number): boolean {
  for (let k = i - 1; k > i - 4; k--) {
    const { lower } = at(pieces, k);
    if (lower === 'phoned' || lower === 'dialled' || lower === 'dialed' || lower === 'dial' || lower === 'tel' || lower === 'tel.' || lower === 'hotline' || lower === 'whatsapp') return true;
    if ((lower === 'called' || lower === 'call' || lower === 'calling') && /^(?:911|999|112|000|110|119)$/.test(at(pieces, i).lower)) return true;
  }
  return /^911$/.test(at(pieces, i).lower) && (at(pieces, i + 1).lower === 'call' || at(pieces, i + 1).lower === 'calls' || at(pieces, i + 1).lower === 'dispatcher');
}

/** Words that make "one" a pronoun when they stand before it. */
const BEFORE_PRONOUN: ReadonlySet<string> = new Set(['no', 'any', 'every', 'each', 'some', 'this', 'that', 'the', 'another', 'other', 'which', 'an', 'only', 'last', 'next', 'same', 'new', 'my', 'good', 'big', 'great', 'loved', 'day', 'have', 'has', 'had', 'at', 'what', 'first', 'little', 'small', 'better', 'is', 'was']);
const NOT_COUNTED: ReadonlySet<string> = new Set(['in', 'at', 'on', 'now', 'that', 'who', 'which', 'where', 'less', 'more', 'together', 'probably', 'is', 'was', 'has', 'had', 'can', 'could', 'would', 'will', 'should', 'may', 'must', 'to', 'by', 'for', 'with', 'when', 'and', 'or', 'but', 'as', 'if', 'about', 'than', 'posed', 'another', 'knows', 'wants', 'says', 'said', 'thing', 'way', 'day', 'does', 'might', 'because', 'before', 'after', 'tracing', 'tries', 'such', 'percent', 'too', 'also', 'today', 'yesterday', 'there', 'so', "'s", 'here', 'we', 'i', 'he', 'she', 'they', 'you', 'it', 'under', 'against', 'during', 'until', 'over', 'like', 'without']);
const NO_COUNT_AFTER_HYPHEN: ReadonlySet<string> = new Set(['sister', 'brother', 'mast', 'sided', 'dimensional', 'hearted', 'time', 'way', 'off', 'fold', 'baked', 'on', 'stop', 'point', 'back', 'term', 'finals', 'final', 'finalist', 'finalists', 'legged', 'piece', 'pieces', 'yearly', 'timer', 'marathon', 'life', 'empty', 'staff', 'naked', 'faced', 'year', 'nil', 'all', 'handed', 'wheeler', 'prong', 'pronged']);

/** Number words that do not count: the pronoun "one", "half-sister", "one day", parts of names. */
function isOtherWord(pieces: Pieces, i: number, read: NumberRead): boolean {
  const p = at(pieces, i);
  const before = at(pieces, i - 1);
  const after = at(pieces, read.next);
  if (before.lower === '-' && !p.space) return true;
  if (after.lower === '-' && !after.space && NO_COUNT_AFTER_HYPHEN.has(at(pieces, read.next + 1).lower) && (read.fraction || !NUMBERS_BEFORE.has(at(pieces, read.next + 1).lower))) return true;
  if (p.capital && (before.capital && !isSentenceStart(pieces, i) || (after.capital && after.kind === 'word' && !isSentenceStart(pieces, i)))) return true;
  if (p.capital && before.lower === 'of' && at(pieces, i - 2).capital) return true;
  if (p.lower === 'one' && read.next === i + 1) return isPronoun(pieces, i);
  if (p.lower === 'half') return isOtherHalf(pieces, i);
  if (read.fraction && p.lower.startsWith('quarter')) return after.lower !== 'of';
  return false;
}

/** Compounds that keep their number: "two-time champion". */
const NUMBERS_BEFORE: ReadonlySet<string> = new Set(['time', 'way', 'point', 'legged', 'piece', 'term', 'pronged']);

/** "half back", "second half", "half time", "the better half". */
function isOtherHalf(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1);
  const after = at(pieces, i + 1);
  if ((before.classes & W.ordinal) !== 0 || before.lower === 'better' || before.lower === 'other' || before.lower === 'and') return true;
  return after.lower === 'back' || after.lower === 'time' || after.lower === 'way' || after.lower === 'past' || after.lower === 'an' || after.lower === 'price';
}

function isPronoun(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1);
  const after = at(pieces, i + 1);
  const { lower } = after;
  if (lower === 'of') return before.lower === 'no' || before.lower === 'another';
  if (lower === 'another' || lower === 'day' && before.kind !== 'word') return true;
  const isCut = after.kind !== 'word' || NOT_COUNTED.has(lower);
  if (lower === '-') return at(pieces, i + 2).lower === 'sided' || after.space;
  if (isCut) return !isListedCount(pieces, i) || BEFORE_PRONOUN.has(before.lower);
  return before.lower === 'no' || before.lower === 'every' || before.lower === 'which' || before.lower === 'another';
}

/** "one in Riga and two in Lund", "killed one and injured three": another count near by, or "at least", "all but" before it. */
function isListedCount(pieces: Pieces, i: number): boolean {
  const before = at(pieces, i - 1).lower;
  if (before === 'least' || before === 'but' || before === 'killed' || before === 'phase' || before === 'only') return true;
  for (let k = Math.max(0, i - 8); k < i + 9; k++) {
    const p = at(pieces, k);
    if (k === i) continue;
    if (k > i && (p.lower === '.' || p.lower === ';')) return false;
    const isCount = (p.classes & W.digitWord) !== 0 || (p.kind === 'number' && p.value < 1000);
    if (isCount && !isSeparated(pieces, Math.min(k, i), Math.max(k, i))) return true;
  }
  return false;
}

function isSeparated(pieces: Pieces, from: number, to: number): boolean {
  for (let k = from + 1; k < to; k++) if (at(pieces, k).lower === '.') return true;
  return false;
}
