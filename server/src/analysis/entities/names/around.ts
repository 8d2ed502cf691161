/** What the words around a name say about its type. */
import { FAINT, MEDIUM, STRONG, SURE, WEAK } from './evidence.js';
import {
  COMPANY_POSSESSIONS, EVENT_NOUNS, FAC_NOUNS, FAMILY_NOUNS, GPE_NOUNS, GROUP_NOUNS, LANGUAGE_NOUNS, LEADER_NOUNS, LOC_NOUNS, ORG_NOUNS, ORG_POSSESSIONS, PERSON_POSSESSIONS, PRODUCT_NOUNS, SPOKEN_BEFORE, SURE_LOC_NOUNS, WORK_NOUNS,
} from './lexicons/cues.js';
import { PERSONAL_VERB, PLACE_PREPOSITION, SPEECH_VERB, WEAK_PLACE } from './lexicons/flags.js';
import { isRoleNoun } from './lexicons/titles.js';
import type { NameType } from '../../types.js';
import { roleAcross, roleAfter, roleBefore, roleWithin } from './roles.js';
import type { Piece, Scan } from './scan.js';
import { isPossessive } from './word.js';
import type { Word } from './word.js';

export function judgeAround(scan: Scan, piece: Piece): void {
  takeRoleAcross(scan, piece);
  judgeBefore(scan, piece);
  judgeAfter(scan, piece);
}

/** The name would fit after "the": people and most places have none. */
function afterThe(piece: Piece): void {
  piece.evidence.add('PERSON', -WEAK).add('GPE', -FAINT).add('ORG', FAINT).add('LOC', 3).add('FAC', 3);
}

/** "The mayor, Ana Ruiz,", "the mayor, Dr. Ana Ruiz,". */
function takeRoleAcross(scan: Scan, piece: Piece): void {
  const [title] = piece.roles;
  let at = piece.first - 1;
  while (title !== undefined && (scan.words[at]?.start ?? -1) >= title.start) at--;
  const role = scan.words[at]?.text === ',' ? roleAcross(scan, at, piece.end) : null;
  if (role !== null) piece.roles.push(role);
}

function judgeBefore(scan: Scan, piece: Piece): void {
  const before = scan.words[piece.first - 1];
  if (before === undefined) return;
  const { evidence } = piece;
  const { lower } = before;
  if (lower === 'the') afterThe(piece);
  else if (before.flags & PLACE_PREPOSITION) evidence.add('GPE', hasCommonWord(scan, piece) ? FAINT : MEDIUM, 'context', `after “${before.text}”`).add('LOC', FAINT).add('FAC', FAINT).add('PERSON', -WEAK);
  else if (before.flags & WEAK_PLACE) evidence.add('GPE', lower === 'on' || lower === 'via' || lower === 'off' ? 0 : WEAK + 3, 'context', `after “${before.text}”`).add('ORG', FAINT).add('FAC', 3);
  else if (before.flags & SPEECH_VERB && before.space) evidence.add('PERSON', FAINT + 1).add('ORG', FAINT + 1);
  else if (lower === 'a' || lower === 'an') evidence.add('PERSON', -WEAK).add('NORP', FAINT);
  else if (before.isWord && !before.capital) judgeNounBefore(scan, piece, piece.first - 1);
  // "at Keld's temple": the place is what is owned.
  if (before.flags & (PLACE_PREPOSITION | WEAK_PLACE) && piece.entries.length === 0 && isPossessive(scan.words[piece.end])) evidence.add('GPE', -WEAK);
  const second = scan.words[piece.first - 2];
  if (second !== undefined && (lower === ':' || lower === 'by') && CREDITS.has(second.lower)) evidence.add('PERSON', MEDIUM, 'context', `credited after “${second.text}”`);
  if (lower === 'of' && second !== undefined && !second.capital) judgeOf(piece, second.lower);
  if (lower === 'the' && second?.lower === 'of' && WATERSIDE.has(scan.words[piece.first - 3]?.lower ?? '')) evidence.add('LOC', STRONG, 'context', `after “${scan.words[piece.first - 3]?.text ?? ''} of the”`);
  if (lower === 'the' && second?.lower === 'in' && before.capital && PLAYED.has(scan.words[piece.first - 3]?.lower ?? '') && piece.entries.length === 0) evidence.add('WORK_OF_ART', STRONG, 'context', 'after a role in it');
  if (lower === 'in' && second !== undefined && PLAYED.has(second.lower) && piece.entries.length === 0) evidence.add('WORK_OF_ART', MEDIUM + FAINT, 'context', `after “${second.text} in”`);
  if (lower === ',' && second !== undefined && !second.capital && GPE_NOUNS.has(second.lower)) evidence.add('GPE', MEDIUM, 'context', `after “${second.text},”`);
  if (lower === 'the' && second !== undefined && second.flags & PLACE_PREPOSITION) evidence.add('LOC', FAINT).add('FAC', FAINT);
}

const WATERSIDE = new Set(['banks', 'bank', 'shores', 'shore', 'mouth', 'waters', 'foothills', 'slopes', 'summit', 'coast', 'headwaters', 'peaks', 'foot']);
const PLAYED = new Set(['starred', 'starring', 'stars', 'co-starred']);

const CREDITS = new Set(['image', 'photo', 'photograph', 'picture', 'photos', 'pictures', 'credit', 'illustration', 'video', 'written', 'reporting', 'reported', 'edited', 'editing', 'directed']);

/** "in Science Advances": a name of several words with a common one among them is seldom a town. */
function hasCommonWord(scan: Scan, piece: Piece): boolean {
  if (piece.end - piece.first < 2) return false;
  for (let i = piece.first; i < piece.end; i++) {
    const word = scan.words[i];
    if (word !== undefined && word.capital && scan.gazetteer.isCommonWord(word.lower)) return true;
  }
  return false;
}

function judgeNounBefore(scan: Scan, piece: Piece, index: number): void {
  const word = scan.words[index];
  if (word === undefined) return;
  const { lower } = word;
  if (isRoleNoun(lower) && word.value === null) {
    const either = EITHER.has(lower);
    piece.evidence.add('PERSON', either || lower.endsWith('s') ? WEAK : STRONG, 'title', `after “${word.text}”`);
    if (either) piece.evidence.add('ORG', WEAK);
    piece.roles.push(roleBefore(scan, index));
  } else if (PRODUCT_NOUNS.has(lower)) piece.evidence.add('PRODUCT', WEAK, 'context', `after “${word.text}”`);
  else if (WORK_NOUNS.has(lower)) piece.evidence.add('WORK_OF_ART', piece.entries.length === 0 ? MEDIUM : WEAK, 'context', `after “${word.text}”`);
  else if (ORG_NOUNS.has(lower)) piece.evidence.add('ORG', MEDIUM, 'context', `after “${word.text}”`);
  else if (lower === 'named' || lower === 'nicknamed' || lower === 'pseudonym' || lower === 'alias') piece.evidence.add('PERSON', WEAK, 'context', `after “${word.text}”`);
  else if (lower === 'president-elect') piece.evidence.add('PERSON', STRONG);
}

/** What a person may be and a company too. */
const EITHER = new Set(['developer', 'broadcaster', 'producer', 'owner', 'co-owner', 'partner', 'sponsor', 'rival', 'opponent', 'champion', 'champions', 'winner', 'host', 'investor', 'trader', 'counterpart', 'predecessor', 'successor', 'challenger', 'contender', 'member', 'founder', 'designer', 'star', 'defender', 'forward', 'leader', 'anchor', 'partner', 'vendor']);

/** What a work has and hardly anything else. */
const WORK_PARTS = new Set(['episode', 'episodes', 'premiere', 'adaptation', 'sequel', 'finale', 'remake', 'screening']);

/** What a town or a state has. */
const OF_A_PLACE = new Set(['north', 'south', 'east', 'west', 'outskirts', 'centre', 'center', 'streets', 'parts', 'people', 'government', 'mayor', 'king', 'kings', 'queen', 'siege', 'ruler', 'rulers']);
const OF_A_PERSON = new Set(['arrest', 'death', 'wife', 'son', 'daughter', 'murder', 'killing', 'supporters']);

function judgeOf(piece: Piece, noun: string): void {
  if (GPE_NOUNS.has(noun)) piece.evidence.add('GPE', STRONG, 'context', `after “${noun} of”`);
  else if (LOC_NOUNS.has(noun)) piece.evidence.add('LOC', MEDIUM, 'context', `after “${noun} of”`);
  else if (WORK_PARTS.has(noun) && piece.entries.length === 0) piece.evidence.add('WORK_OF_ART', MEDIUM + FAINT, 'context', `after “${noun} of”`);
  else if (noun === 'ceo' || noun === 'shares' || noun === 'shareholders' || noun === 'subsidiary') piece.evidence.add('ORG', STRONG, 'context', `after “${noun} of”`);
  else if (OF_A_PLACE.has(noun)) piece.evidence.add('GPE', MEDIUM, 'context', `after “${noun} of”`);
  else if (OF_A_PERSON.has(noun)) piece.evidence.add('PERSON', WEAK, 'context', `after “${noun} of”`);
}

/** `…,” Teel said`: after a quotation, the speaker. */
function followsQuotation(scan: Scan, piece: Piece): boolean {
  const before = scan.words[piece.first - 1]?.text;
  return before === '”' || before === '"' || before === '’';
}

function judgeAfter(scan: Scan, piece: Piece): void {
  const next = scan.words[piece.end];
  if (next === undefined) return;
  const { evidence } = piece;
  if (next.afterHyphen) {
    if (next.lower === 'based' || next.lower === 'born') evidence.add('GPE', STRONG, 'context', `before “-${next.lower}”`);
    else if (next.lower === 'speaking' || next.lower === 'language') evidence.add('LANGUAGE', MEDIUM, 'context', `before “-${next.lower}”`).add('NORP', WEAK);
    return;
  }
  if (isPossessive(next)) judgePossession(piece, scan.words[piece.end + 1]?.lower ?? '', scan.words[piece.end + 2]?.lower ?? '');
  else if (next.text === ',') judgeComma(scan, piece);
  else if (next.text === '(') judgeBracket(scan, piece);
  else if (next.text === '–' || next.text === '—') takeRoleAfter(scan, piece);
  else if (next.isWord && !next.capital) judgeWordAfter(scan, piece, next);
}

/** "Ana Ruiz – president of the union –", "Ana Ruiz (the mayor)". */
function takeRoleAfter(scan: Scan, piece: Piece): void {
  const role = roleAfter(scan, piece.end + 1)?.role;
  if (role !== undefined) piece.roles.push(role);
}

function judgeWordAfter(scan: Scan, piece: Piece, next: Word): void {
  const { evidence } = piece;
  if (next.flags & SPEECH_VERB) evidence.add('PERSON', FAINT + 2, 'context', `before “${next.text}”`).add('ORG', FAINT + (followsQuotation(scan, piece) ? -FAINT : 2)).add('GPE', -3);
  else if (next.flags & PERSONAL_VERB) evidence.add('PERSON', MEDIUM, 'context', `before “${next.text}”`);
  else if (next.lower === 'who' || next.lower === 'himself' || next.lower === 'herself') evidence.add('PERSON', MEDIUM, 'context', `before “${next.text}”`);
  else if (next.lower === 'is' || next.lower === 'was') judgeDescription(scan, piece, piece.end + 1);
  else if (next.lower !== 'and') judgeNounAfter(piece, next.lower, scan.words[piece.end + 1]?.lower ?? '');
}

const NOUNS_AFTER: readonly { nouns: ReadonlySet<string>; type: NameType; points: number }[] = [
  { nouns: FAMILY_NOUNS, type: 'PERSON', points: MEDIUM },
  { nouns: GPE_NOUNS, type: 'GPE', points: MEDIUM },
  { nouns: SURE_LOC_NOUNS, type: 'LOC', points: MEDIUM + WEAK },
  { nouns: LOC_NOUNS, type: 'LOC', points: WEAK },
  { nouns: GROUP_NOUNS, type: 'NORP', points: WEAK },
  { nouns: LEADER_NOUNS, type: 'PERSON', points: MEDIUM + FAINT },
  { nouns: ORG_NOUNS, type: 'ORG', points: MEDIUM },
  { nouns: EVENT_NOUNS, type: 'EVENT', points: WEAK },
  { nouns: PRODUCT_NOUNS, type: 'PRODUCT', points: MEDIUM },
  { nouns: WORK_NOUNS, type: 'WORK_OF_ART', points: FAINT },
  { nouns: LANGUAGE_NOUNS, type: 'LANGUAGE', points: MEDIUM },
];

function judgeNounAfter(piece: Piece, noun: string, second: string): void {
  if ((noun === 'oil' || noun === 'gas') && (second === 'field' || second === 'fields')) {
    piece.evidence.add('LOC', STRONG, 'context', `before “${noun} ${second}”`);
    return;
  }
  const building = BUILDING_MODIFIERS.has(noun) ? second : noun;
  if (piece.entries.length === 0 && BUILDINGS.has(building)) piece.evidence.add('FAC', MEDIUM + FAINT, 'context', `before “${building}”`);
  for (const { nouns, type, points } of NOUNS_AFTER) {
    if (nouns.has(noun)) {
      piece.evidence.add(type, points, 'context', `before “${noun}”`);
      return;
    }
  }
  if (FAC_NOUNS.has(noun)) piece.evidence.add('GPE', FAINT).add('ORG', FAINT);
  if (noun === 'ministry' || noun === 'government' || noun === 'province' || noun === 'officials') piece.evidence.add('NORP', FAINT).add('GPE', FAINT);
}

/** What stands as one thing with its own name: "the Payam airport", "the EastMed gas pipeline". */
const BUILDINGS = new Set(['airport', 'airfield', 'bridge', 'cathedral', 'stadium', 'prison', 'jail', 'hotel', 'mosque', 'palace', 'pipeline', 'refinery', 'dam', 'tunnel', 'monastery', 'temple', 'theatre', 'theater', 'airbase', 'lighthouse', 'skyscraper', 'racecourse']);
const BUILDING_MODIFIERS = new Set(['gas', 'oil', 'international', 'football', 'railway', 'suspension', 'hydroelectric']);

function judgePossession(piece: Piece, owned: string, second: string): void {
  if (PERSON_POSSESSIONS.has(owned)) piece.evidence.add('PERSON', MEDIUM, 'context', `owner of “${owned}”`);
  else if (COMPANY_POSSESSIONS.has(owned) || owned === 'chief' && second === 'executive') piece.evidence.add('ORG', SURE, 'context', `owner of “${owned === 'chief' ? 'chief executive' : owned}”`);
  else if (ORG_POSSESSIONS.has(owned)) piece.evidence.add('ORG', WEAK, 'context', `owner of “${owned}”`);
  else if (owned === 'capital' || owned === 'government' || owned === 'president' || owned === 'parliament' || owned === 'population' || owned === 'economy' || owned === 'mayor' || owned === 'army' || second === 'minister' || owned === 'prime' || owned === 'foreign') piece.evidence.add('GPE', MEDIUM, 'context', `owner of “${owned}”`);
}

/** "Teel, 34," – "Teel, a director of Keld," – "Teel, who …" – "Skokie, Illinois". */
function judgeComma(scan: Scan, piece: Piece): void {
  const { evidence } = piece;
  const next = scan.words[piece.end + 1];
  if (next === undefined) return;
  if (next.isNumber && isAge(next.text) && closes(scan, piece.end + 2)) evidence.add('PERSON', STRONG, 'context', `with an age, ${next.text}`);
  else if (next.lower === 'whose' && PERSON_POSSESSIONS.has(scan.words[piece.end + 2]?.lower ?? '')) evidence.add('PERSON', STRONG, 'context', `before “whose ${scan.words[piece.end + 2]?.text ?? ''}”`);
  else if (next.lower === 'who' || next.lower === 'whose' || next.lower === 'aged') {
    evidence.add('PERSON', MEDIUM, 'context', `before “${next.text}”`);
    const role = roleWithin(scan, piece.end + 1);
    if (role !== null) piece.roles.push(role);
  } else {
    const role = roleAfter(scan, piece.end + 1);
    if (role !== null) {
      piece.roles.push(role.role);
      evidence.add('PERSON', role.sure ? STRONG : MEDIUM, 'title', `described as “${shorten(role.role.text)}”`);
    } else judgeDescription(scan, piece, piece.end + 1);
  }
}

/** "Foo, a town in the north": the first noun of an apposition with an article. */
function judgeDescription(scan: Scan, piece: Piece, from: number): void {
  const article = scan.words[from]?.lower;
  if (article !== 'a' && article !== 'an' && article !== 'the' && article !== 'one') return;
  for (let i = from + 1; i < from + 6; i++) {
    const word = scan.words[i];
    if (word === undefined || !word.isWord) return;
    if (word.capital) continue;
    if (/^(?:in|of|that|which|on|for|with|and|to|is|was)$/.test(word.lower)) return;
    const type = word.lower === 'tank' && scan.words[i - 1]?.lower === 'think' ? 'ORG' : describedType(word.lower);
    const later = scan.words[i + 1];
    if (type !== null && (later === undefined || !later.isWord || /^(?:in|of|that|which|on|for|with|near|by|directed|starring|from|based|where|north|south|east|west|about|some|run|owned|whose|the|he|she|they|it)$/.test(later.lower))) {
      piece.evidence.add(type, STRONG, 'context', `described as “${scan.text.slice(scan.words[from]?.start ?? 0, word.end)}”`);
      return;
    }
  }
}

function describedType(noun: string): NameType | null {
  if (GPE_NOUNS.has(noun)) return 'GPE';
  if (LOC_NOUNS.has(noun)) return 'LOC';
  if (ORG_NOUNS.has(noun)) return 'ORG';
  if (FAC_NOUNS.has(noun)) return 'FAC';
  return CREATIONS.has(noun) ? 'WORK_OF_ART' : null;
}

/** Works that nothing else is called. */
const CREATIONS = new Set(['film', 'movie', 'novel', 'song', 'sitcom', 'documentary', 'musical', 'memoir', 'poem', 'opera', 'painting', 'mockumentary', 'biopic', 'telenovela', 'docuseries']);

function judgeBracket(scan: Scan, piece: Piece): void {
  takeRoleAfter(scan, piece);
  const inside = scan.words[piece.end + 1];
  if (inside?.isNumber === true && isAge(inside.text) && scan.words[piece.end + 2]?.text === ')') piece.evidence.add('PERSON', MEDIUM, 'context', `with an age, ${inside.text}`);
}

function isAge(text: string): boolean {
  return /^(?:[1-9]|[1-9]\d|1[01]\d)$/.test(text);
}

function closes(scan: Scan, index: number): boolean {
  const word = scan.words[index];
  return word === undefined || word.text === ',' || word.text === '.' || word.text === ';' || word.text === ')';
}

function shorten(text: string): string {
  return text.length > 50 ? `${text.slice(0, 48).trimEnd()} …` : text;
}

/** Languages: "in Russian", "speak Tamil", "the Korean language". */
export function judgeLanguage(scan: Scan, piece: Piece): void {
  if (piece.end - piece.first !== 1) return;
  const listed = piece.entries.some((e) => e.type === 'NORP' || e.type === 'LANGUAGE');
  if (!listed) return;
  const before = scan.words[piece.first - 1];
  const next = scan.words[piece.end];
  const nounAfter = next !== undefined && next.isWord && !/^(?:and|or|but|by|on|at|that|with|to|for|as|in|when|before|after|is|was|which|,)$/.test(next.lower);
  if (before !== undefined && SPOKEN_BEFORE.has(before.lower) && !(nounAfter && !LANGUAGE_NOUNS.has(next.lower))) piece.evidence.add('LANGUAGE', SURE, 'context', `after “${before.text}”`);
  else if (before !== undefined && (before.lower === 'in' || before.lower === 'into') && !nounAfter) piece.evidence.add('LANGUAGE', SURE + WEAK, 'context', `after “${before.text}”`);
  else if (next !== undefined && next.lower === 'language') piece.evidence.add('LANGUAGE', SURE + WEAK, 'context', 'before “language”');
}
