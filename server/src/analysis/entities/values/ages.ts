/** Ages, which count as dates: "34-year-old", "aged 34", "Ines Varga, 34,", "He was 34.". */
import { DAY_UNITS, W } from './lexicon.js';
import type { Match } from './match.js';
import { valueMatch } from './match.js';
import type { NumberRead } from './numbers.js';
import { readRange } from './numbers.js';
import type { Piece, Pieces } from './pieces.js';
import { at } from './pieces.js';
import { amountOf } from './amounts.js';
import { isSentenceStart } from './years.js';

/** "34-year-old", "82 years old", "103 years of age", "six months old". */
export function ageFromNumber(pieces: Pieces, i: number, read: NumberRead): Match | null {
  const hyphen = at(pieces, read.next).lower === '-' ? 1 : 0;
  const unit = DAY_UNITS.get(at(pieces, read.next + hyphen).lower);
  if (unit === undefined) return statedAge(pieces, i, read);
  const behind = read.next + hyphen + 1;
  const second = at(pieces, behind).lower === '-' ? 1 : 0;
  const { lower } = at(pieces, behind + second);
  if (lower === 'old') return age(pieces, i, read, behind + second + 1, 0.98, unit);
  if (lower === 'olds') return age(pieces, i, read, behind + second + 1, 0.95, unit);
  if (lower === 'of' && at(pieces, behind + 1).lower === 'age') return age(pieces, i, read, behind + 2, 0.95);
  return null;
}

function age(pieces: Pieces, i: number, read: NumberRead, next: number, confidence: number, unit = 'year'): Match {
  return valueMatch('DATE', i, next, confidence, { date: { kind: 'span' }, amount: amountOf(pieces, i, read, 'count', next, unit) });
}

/** "aged 34", "age of 95", "age 29", "aged 18 to 24"; the hedge in "aged about 68" stands outside. */
export function ageFromWord(pieces: Pieces, i: number): Match | null {
  const p = at(pieces, i);
  const of = p.lower === 'age' && at(pieces, i + 1).lower === 'of' ? 1 : 0;
  const from = p.lower === 'ages' && at(pieces, i + 1).lower === 'of' ? 1 : 0;
  const read = readRange(pieces, i + 1 + of + from);
  if (read === null || read.magnitude > 1 || !(read.value < 125) || !read.plain) return null;
  const after = at(pieces, read.next);
  if (after.kind === 'word' && (after.classes & (W.dayUnit | W.month)) !== 0 && after.lower !== 'years') return null;
  return valueMatch('DATE', i, read.next, 0.95, { date: { kind: 'span' }, amount: amountOf(pieces, i + 1 + of + from, read, 'count', read.next, 'year') });
}

const SUBJECTS: ReadonlySet<string> = new Set(['he', 'she', 'who', 'i']);
const TURNS: ReadonlySet<string> = new Set(['turned', 'turns', 'turning']);
const AGE_CUES: ReadonlySet<string> = new Set(['aged', 'age', 'ages']);

/** A bare number that is an age by its place. */
function statedAge(pieces: Pieces, i: number, read: NumberRead): Match | null {
  if (!read.plain || !(read.value < 115) || read.magnitude > 1) return null;
  const after = at(pieces, read.next);
  const isClosed = after.lower === ',' || after.lower === '.' || after.lower === ';' || after.lower === ')' || after.kind === 'end';
  const stated = isAfterName(pieces, i, read, isClosed) || isAfterVerb(pieces, i, after.lower, isClosed) || isAfterCue(pieces, i, read.next);
  return stated ? age(pieces, i, read, read.next, 0.88) : null;
}

/** "Varga, 34, said": figures between commas behind a name or a person's role. */
function isAfterName(pieces: Pieces, i: number, read: NumberRead, isClosed: boolean): boolean {
  const now = at(pieces, i - 1).lower === 'now' ? 1 : 0;
  const comma = at(pieces, i - 1 - now);
  const name = at(pieces, i - 2 - now);
  if (comma.lower !== ',' || comma.space || !isClosed || !read.figures || read.value < 1) return false;
  const after = at(pieces, read.next);
  if (after.lower === '.' && !isSentenceStart(pieces, read.next + 1)) return false;
  if ((name.classes & (W.month | W.weekday)) !== 0 || name.kind !== 'word') return false;
  if (isNumberNear(pieces, read.next + 1)) return false;
  return name.capital ? !NOT_PERSON.has(name.lower) : PERSON_NOUNS.has(name.lower);
}

const NOT_PERSON: ReadonlySet<string> = new Set(['section', 'article', 'chapter', 'volume', 'page', 'sections', 'articles', 'street', 'road']);
const PERSON_NOUNS: ReadonlySet<string> = new Set(['man', 'woman', 'boy', 'girl', 'son', 'daughter', 'brother', 'sister', 'mother', 'father', 'wife', 'husband', 'princess', 'prince', 'teenager', 'driver', 'student', 'teacher', 'victim', 'suspect', 'actor', 'actress', 'singer', 'player', 'striker', 'midfielder', 'defender', 'leader', 'president', 'minister', 'mayor', 'friend', 'partner', 'sibling', 'cousin', 'uncle', 'aunt', 'grandmother', 'grandfather', 'farmer', 'nurse', 'doctor', 'lawyer', 'resident', 'pensioner', 'widow', 'retiree', 'jr.', 'sr.']);

/** A list of figures: "rooms A, 12, 14 and 15". */
function isNumberNear(pieces: Pieces, i: number): boolean {
  const p = at(pieces, i);
  return p.kind === 'number' && !(p.value < 125 && at(pieces, i - 2).kind === 'number' && at(pieces, i + 1).kind !== 'number' && at(pieces, i + 1).lower !== ',');
}

/** "He was 34.", "she turned 40", "Conyers was 90". */
function isAfterVerb(pieces: Pieces, i: number, after: string, isClosed: boolean): boolean {
  const hedge = at(pieces, i - 1).lower === 'just' || at(pieces, i - 1).lower === 'only' || at(pieces, i - 1).lower === 'about' ? 1 : 0;
  const verb = at(pieces, i - 1 - hedge).lower;
  const subject = at(pieces, i - 2 - hedge);
  if (TURNS.has(verb)) return isClosed || after === 'on' || after === 'in' || after === 'this';
  if (verb === 'been' && at(pieces, i - 3 - hedge).lower === 'would') return true;
  if (verb !== 'was' && verb !== 'is' && verb !== "'s") return false;
  const isOpen = isClosed || after === 'when' || after === 'and' || after === 'at';
  if (SUBJECTS.has(subject.lower)) return isOpen;
  return isClosed && after !== ',' && subject.kind !== 'end' && (subject.capital || subject.lower === ',') && hedge === 0 && at(pieces, i).value >= 15 && at(pieces, i).value < 110;
}

/** "aged about 68", "aged nine, ten, thirteen", "range in age from 21 to 78", "aged above 60". */
function isAfterCue(pieces: Pieces, i: number, next: number): boolean {
  for (let k = i - 1; k >= 0 && k > i - 12; k--) {
    const p = at(pieces, k);
    if (AGE_CUES.has(p.lower)) return isListEnd(at(pieces, next)) && isList(pieces, k + 1, i);
    if (p.lower === '.' || p.lower === ';') return false;
  }
  return false;
}

const LIST_WORDS: ReadonlySet<string> = new Set([',', 'and', 'or', 'from', 'between', 'about', 'around', 'to', 'above', 'below', 'over', 'under']);

function isListEnd(p: Piece): boolean {
  return p.kind !== 'word' || p.lower === 'and' || p.lower === 'or' || p.lower === 'when' || p.lower === 'to';
}

function isList(pieces: Pieces, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    const p = at(pieces, k);
    if (p.kind !== 'number' && (p.classes & W.digitWord) === 0 && !LIST_WORDS.has(p.lower)) return false;
  }
  return true;
}
