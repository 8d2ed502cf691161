/** What the words of a name say about its type. */
import { FAINT, HOUSE, MEDIUM, STRONG, SURE, WEAK } from './evidence.js';
import {
  ANY_HEAD, BODY, EVENT_HEAD, FAC_HEAD, FUNCTION, TITLE, GENERIC, GPE_HEAD, LAW_HEAD, LOC_HEAD, ORG_HEAD, PARTICLE, PLACE_PREPOSITION, SHIP_PREFIX, SUFFIX, WEAK_EVENT, WEAK_FAC, WEAK_LAW, WEAK_ORG, WEAK_PLACE, WORK_HEAD,
} from './lexicons/flags.js';
import { STORM_WORDS } from './lexicons/cues.js';
import { SURNAME_HEADS } from './lexicons/heads.js';
import { isCode, isRoadNumber } from './makers.js';
import type { EntityType, NameType } from '../../types.js';
import type { Piece, Scan } from './scan.js';
import { isSure, matchAt } from './scan.js';
import type { Word } from './word.js';

const TYPE_NAMES: Readonly<Record<NameType, string>> = {
  PERSON: 'a person', NORP: 'a nationality or group', FAC: 'a building or road', ORG: 'an organisation', GPE: 'a country, region or town', LOC: 'a place',
  PRODUCT: 'a product', EVENT: 'an event', WORK_OF_ART: 'a work', LAW: 'a law or treaty', LANGUAGE: 'a language',
};

export function judgeInside(scan: Scan, piece: Piece): void {
  fromLists(scan, piece);
  const words = scan.words.slice(piece.first, piece.end);
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return;
  if (words.length === 1) judgeSingle(scan, piece, first);
  else judgeSeveral(scan, piece, words, first, last);
}

function fromLists(scan: Scan, piece: Piece): void {
  for (const entry of piece.entries) {
    const { type } = entry;
    if (!isNameType(type)) continue;
    const name = TYPE_NAMES[type];
    piece.evidence.add(type, entry.isHouse === true ? HOUSE : entry.ambiguous ? MEDIUM : SURE, 'gazetteer', `listed as ${entry.subtype === '' ? name : withArticle(entry.subtype)}${cited(scan.gazetteer.sourceNote(entry.source))}`);
  }
}

function isNameType(type: EntityType): type is NameType {
  return type in TYPE_NAMES;
}

function cited(note: string): string {
  return note === '' ? '' : ` (${note})`;
}

/** Kinds of the lists whose names say too little, or are no nouns. */
const IN_FULL: ReadonlyMap<string, string> = new Map([
  ['intergovernmental', 'intergovernmental organisation'], ['media', 'news outlet'], ['ngo', 'non-governmental organisation'], ['celestial', 'celestial body'], ['ethnic', 'ethnic group'], ['political', 'political group'],
  ['religion', 'religious group'], ['region-people', 'people of a region'], ['history', 'event of history'], ['sport', 'sports event'], ['software', 'piece of software'],
]);

function withArticle(subtype: string): string {
  const plain = IN_FULL.get(subtype) ?? subtype.replaceAll('-', ' ');
  return `${/^[aeiou]/.test(plain) ? 'an' : 'a'} ${plain}`;
}

/** Events of one word that need no head. */
const KNOWN_EVENTS = new Set(['brexit', 'watergate', 'holocaust', 'nakba', 'euromaidan', 'maidan', 'holodomor', 'olympics', 'paralympics', 'eurovision', 'wimbledon', 'oscars', 'grammys', 'glastonbury', 'cop26', 'cop27', 'cop28', 'cop29', 'cop30', 'euro', 'nowruz', 'hajj', 'coachella', 'woodstock', 'arbaeen']);

function judgeSingle(scan: Scan, piece: Piece, word: Word): void {
  const { evidence } = piece;
  const listed = piece.entries.length > 0;
  const hasFigure = /\d/.test(word.text);
  if (hasFigure && /^\d+s?$/.test(word.text)) evidence.add('PRODUCT', STRONG, 'rule', 'a model number after its maker');
  if (isRoadNumber(scan, piece.first)) evidence.add('FAC', SURE, 'rule', 'the number of a road');
  else if (hasFigure && /\p{L}/u.test(word.text) && !isCode(scan, piece.first)) evidence.add('PRODUCT', /^\p{Lu}{1,4}-?\d/u.test(word.text) ? MEDIUM : WEAK, 'shape', 'letters with digits');
  else if (word.caps && word.text.length <= 7 && !scan.allCaps && !listed) evidence.add('ORG', MEDIUM, 'shape', 'an acronym');
  if (KNOWN_EVENTS.has(word.lower)) evidence.add('EVENT', SURE, 'rule', 'an event by its name');
  if (hasFigure && /^G-?\d{1,2}$/.test(word.text)) evidence.add('ORG', STRONG, 'rule', 'a group of states');
  if (word.flags & BODY && !word.first) evidence.add('ORG', MEDIUM, 'rule', 'a definite body with a capital');
  if (listed && word.caps) return;
  const given = scan.gazetteer.isGivenName(word.text);
  const surname = scan.gazetteer.isSurname(word.text);
  if (given) evidence.add('PERSON', scan.gazetteer.isAmbiguousGivenName(word.text) ? FAINT : WEAK, 'gazetteer', 'listed as a given name');
  if (surname) evidence.add('PERSON', WEAK, 'gazetteer', 'listed as a surname');
  if (listed || word.caps) return;
  if (looksLikeGroup(word.lower)) evidence.add('NORP', WEAK, 'shape', 'formed like a nationality');
  evidence.add('PERSON', FAINT + 1).add('ORG', FAINT + 2).add('GPE', FAINT);
  if (/\p{Ll}\p{Lu}/u.test(word.text) && !/^(?:Mc|Mac|De|Di|Du|La|Le|Van|Fitz|O'|O’|D'|D’|al-|el-|Al|El)/.test(word.text)) evidence.add('ORG', WEAK, 'shape', 'a capital inside the word').add('PERSON', -WEAK);
  if (/(?:\.com|\.org|\.net)$/.test(word.lower)) evidence.add('ORG', MEDIUM, 'shape', 'a site’s name');
  if (word.flags & TITLE) penalise(piece, MEDIUM);
  if (word.flags & GENERIC && !(word.flags & BODY)) penalise(piece, MEDIUM);
  if (scan.gazetteer.isCommonWord(word.lower)) penalise(piece, word.first ? STRONG : WEAK);
  else if (word.first && looksCommon(word.lower)) penalise(piece, MEDIUM);
}

/** Points off for every type: the word is more likely no name. */
function penalise(piece: Piece, points: number): void {
  for (const type of ['PERSON', 'ORG', 'GPE', 'NORP'] as const) piece.evidence.add(type, -points);
}

function looksLikeGroup(lower: string): boolean {
  return lower.length > 5 && /(?:ians?|ans|eses?|ists?|istani|istanis)$/.test(lower);
}

function looksCommon(lower: string): boolean {
  return lower.length > 4 && /(?:ing|ings|ed|ly|tions?|ments?|ness|ists?|ers|ors|ities|ous|able|ful|less|ism)$/.test(lower);
}

const DIRECTION = /^(?:north|south|east|west|central|upper|lower|northern|southern|eastern|western|north-east|north-west|south-east|south-west|northeast|northwest|southeast|southwest|northeastern|northwestern|southeastern|southwestern)$/;

function judgeSeveral(scan: Scan, piece: Piece, words: readonly Word[], first: Word, last: Word): void {
  if (piece.entries.every((e) => e.ambiguous)) judgeHeads(scan, piece, words, first);
  judgePerson(scan, piece, words, first, last);
  if (first.flags & SHIP_PREFIX && first.caps) piece.evidence.add('PRODUCT', SURE + MEDIUM, 'rule', `a vessel by “${first.text}”`).add('FAC', -STRONG).add('PERSON', -MEDIUM);
  if (STORM_WORDS.has(first.lower)) piece.evidence.add('EVENT', SURE, 'rule', 'a named storm');
  if (first.lower === 'operation' || first.lower === 'storm' || first.lower === 'battle' || first.lower === 'siege') piece.evidence.add('EVENT', STRONG, 'rule', `named with “${first.text}”`);
  const match = matchAt(scan, piece.first);
  if (match !== null && match.end < piece.end && match.entries.some((e) => e.type === 'PRODUCT') && scan.words[match.end]?.isNumber === true) piece.evidence.add('PRODUCT', SURE, 'rule', 'a product with its number');
  else if (/^\p{Lu}{1,3}-?\d{1,4}\p{L}?$/u.test(last.text) && piece.entries.length === 0) piece.evidence.add('PRODUCT', MEDIUM + WEAK, 'shape', `ends in a model, “${last.text}”`);
  const tail = words.length <= 3 ? matchAt(scan, piece.end - 1) : null;
  if (piece.entries.length === 0 && tail !== null && isSure(tail.entries, 'GPE') && !scan.gazetteer.isGivenName(first.text) && !scan.gazetteer.isSurname(last.text)) piece.evidence.add('ORG', WEAK + FAINT, 'shape', 'ends in a place').add('PERSON', -WEAK);
  const rest = DIRECTION.test(first.lower) && (match === null || match.end === piece.first + 1) ? matchAt(scan, piece.first + 1) : null;
  if (rest !== null && rest.end === piece.end && rest.entries.some((e) => e.type === 'GPE' || e.type === 'LOC')) piece.evidence.add('LOC', SURE, 'rule', 'a part of a place').add('PERSON', -MEDIUM);
  if (match !== null && match.end < piece.end && match.entries.some((e) => !e.ambiguous && (e.type === 'GPE' || e.type === 'NORP' || e.type === 'ORG'))) piece.evidence.add('PERSON', -MEDIUM + FAINT).add('ORG', WEAK);
  if (piece.entries.length === 0) piece.evidence.add('PERSON', words.length <= 3 ? FAINT : -FAINT).add('ORG', FAINT + (words.length > 3 ? FAINT : 0)).add('GPE', 2);
  if (/^(?!G-?\d)\p{Lu}{1,4}-\d+\p{Lu}?$/u.test(first.text)) piece.evidence.add('PRODUCT', SURE + MEDIUM, 'rule', `a model: “${first.text}”`);
  if (last.isNumber) piece.evidence.add('PRODUCT', WEAK, 'shape', 'ends in a number');
  if (last.text === ')') piece.evidence.add('ORG', STRONG, 'shape', 'the wing of a party in brackets').add('PERSON', -SURE);
  if (words.some((w) => w.text === '&')) piece.evidence.add('ORG', STRONG, 'shape', 'joined with “&”').add('PERSON', -STRONG);
}

const HEADS: readonly { bit: number; weak: number; type: NameType; points: number }[] = [
  { bit: ORG_HEAD, weak: WEAK_ORG, type: 'ORG', points: SURE },
  { bit: FAC_HEAD, weak: WEAK_FAC, type: 'FAC', points: SURE - 5 },
  { bit: LOC_HEAD, weak: 0, type: 'LOC', points: STRONG },
  { bit: GPE_HEAD, weak: 0, type: 'GPE', points: STRONG },
  { bit: EVENT_HEAD, weak: WEAK_EVENT, type: 'EVENT', points: SURE },
  { bit: LAW_HEAD, weak: WEAK_LAW, type: 'LAW', points: SURE },
  { bit: WORK_HEAD, weak: 0, type: 'WORK_OF_ART', points: SURE },
];

/** The head: the word before the first "of" or "for", or else the last one. The first word too, for "Mount X", "Lake X". */
function judgeHeads(scan: Scan, piece: Piece, words: readonly Word[], first: Word): void {
  const joint = words.findIndex((w) => !w.capital && (w.lower === 'of' || w.lower === 'for' || w.lower === 'on' || w.lower === 'against' || w.lower === 'to' || w.lower === 'in' || w.lower === 'without'));
  const head = joint > 0 ? words[joint - 1] : words[headIndex(words)];
  if (head === undefined) return;
  for (const { bit, weak, type, points } of HEADS) {
    if (!(head.flags & bit)) continue;
    const soft = weak !== 0 && (head.flags & weak) !== 0 && !(type === 'LAW' && words.length > 2) || isPersonal(scan, piece, words, head);
    piece.evidence.add(type, soft ? MEDIUM : points, 'rule', `named with “${head.text}”`);
    const maySurname = SURNAME_HEADS.has(head.lower) || scan.gazetteer.isSurname(head.text);
    piece.evidence.add('PERSON', soft && maySurname ? -FAINT : words.length > 2 && !soft ? -SURE : -MEDIUM);
  }
  const last = words[words.length - 1];
  if (joint > 0 && last !== undefined && (last.flags & (ORG_HEAD | WEAK_ORG)) === ORG_HEAD && !(head.flags & ORG_HEAD)) piece.evidence.add('ORG', SURE, 'rule', `named with “${last.text}”`);
  if (joint > 0 && last !== undefined && last.flags & (WORK_HEAD | LAW_HEAD) && !(head.flags & ANY_HEAD)) piece.evidence.add(last.flags & WORK_HEAD ? 'WORK_OF_ART' : 'LAW', SURE, 'rule', `named with “${last.text}”`);
  if (joint < 0 && head !== first) judgeOpening(piece, first, (head.flags & (FAC_HEAD | ORG_HEAD)) !== 0 && !(head.flags & LOC_HEAD));
  judgePair(piece, words, head);
}

/** "Darrell Castle", as against "at Bingley Hall": a given name, and a head that is a surname as well. */
function isPersonal(scan: Scan, piece: Piece, words: readonly Word[], head: Word): boolean {
  const first = words[0];
  if (first === undefined || words.length > 2 || !scan.gazetteer.isGivenName(first.text) || scan.gazetteer.isAmbiguousGivenName(first.text)) return false;
  const before = scan.words[piece.first - 1];
  if (before !== undefined && (before.lower === 'the' || before.flags & (PLACE_PREPOSITION | WEAK_PLACE))) return false;
  return scan.gazetteer.isSurname(head.text) || SURNAME_HEADS.has(head.lower);
}

/** What a head means after certain words: "Space Center", "National Convention", "Missile Range". */
const PAIRS: readonly { head: RegExp; before: RegExp; type: NameType; text: string }[] = [
  {
    head: /^(?:cent(?:er|re)|complex|facility|institution)$/, type: 'FAC', text: 'a building by its name',
    before: /^(?:space|medical|detention|convention|shopping|conference|cultural|visitor|visitors|community|sports|fitness|correctional|exhibition|arts|civic|youth|town|trade|leisure|tennis|aquatic|recreation|reception|processing)$/,
  },
  { head: /^base$/, before: /^(?:air|force|naval|army|military|marine|submarine)$/, type: 'FAC', text: 'a military base' },
  { head: /^range$/, before: /^(?:training|test|testing|firing|missile|shooting|bombing|gunnery)$/, type: 'FAC', text: 'a training ground' },
  { head: /^convention$/, before: /^(?:national|party|democratic|republican|annual)$/, type: 'EVENT', text: 'a convention of a party' },
  { head: /^show$/, before: /^(?:air|motor|auto|trade|fashion|boat|horse|car|home|electronics|flower|dog|toy)$/, type: 'EVENT', text: 'a show that is held' },
  { head: /^(?:region|territory|prefecture|republic|province|district)$/, before: /^(?:autonomous|capital)$/, type: 'GPE', text: 'a region with a government' },
  { head: /^district$/, before: /^(?:school|water|fire|irrigation|transit)$/, type: 'ORG', text: 'a body of local government' },
];

function judgePair(piece: Piece, words: readonly Word[], head: Word): void {
  const before = words[words.indexOf(head) - 1]?.lower ?? '';
  for (const pair of PAIRS) if (pair.head.test(head.lower) && pair.before.test(before)) piece.evidence.add(pair.type, SURE, 'rule', pair.text).add('PERSON', -MEDIUM);
  if (words[0]?.lower === 'tropical') piece.evidence.add('EVENT', SURE, 'rule', 'a named storm');
}

/** A number, "No. 5" or a suffix after the head is passed over. */
function headIndex(words: readonly Word[]): number {
  let index = words.length - 1;
  while (index > 0) {
    const word = words[index];
    if (word === undefined || !(word.isNumber || word.flags & SUFFIX || word.lower === 'no.' || word.lower === 'no' || word.text === ',' || COMPANY_FORM.test(word.text))) break;
    if (COMPANY_FORM.test(word.text)) return index;
    index--;
  }
  return index;
}

const COMPANY_FORM = /^(?:Inc|Ltd|LLC|Corp|Co|PLC|Limited)\.?$/i;

function judgeOpening(piece: Piece, first: Word, built: boolean): void {
  if (built && /^(?:mount|mt\.?|lake|cape|gulf)$/.test(first.lower)) return;
  if (/^(?:loch|lough|monte|mont|cerro|jabal|jebel|pico|río|rio|punta|isla|île|cordillera)$/.test(first.lower)) piece.evidence.add('LOC', MEDIUM + WEAK, 'rule', `named with “${first.text}”`);
  if (/^(?:mount|mt\.?|lake|cape|isle|gulf)$/.test(first.lower)) piece.evidence.add('LOC', SURE, 'rule', `named with “${first.text}”`);
  if (/^(?:port|fort|san|santa|new|saint|st\.?|são|los|las|el|la|nueva|novo|puerto|rio|kota|tel|ain|beit|wadi|umm|al)$/.test(first.lower)) piece.evidence.add('GPE', WEAK, 'shape', `begins like a place: “${first.text}”`);
  if (/^county$/.test(first.lower)) piece.evidence.add('GPE', STRONG, 'rule', 'a county');
  if (/^(?:masjid|rue|via|calle|avenida|interstate)$/.test(first.lower)) piece.evidence.add('FAC', MEDIUM);
  if (/^(?:hotel|gare|camp|villa|casa|palazzo|masjid|rue|via|calle|avenida|plaza|place|château|interstate|route)$/.test(first.lower)) piece.evidence.add('FAC', MEDIUM, 'rule', `named with “${first.text}”`);
  if (/^(?:banco|banque|banca|grupo|groupe|radio|télé|tv|team|club|real|fc|ac|sc|afc|universidad|université|universiti|universitas|universidade|partido|parti|al-|agence|air|royal)$/.test(first.lower)) piece.evidence.add('ORG', MEDIUM, 'rule', `named with “${first.text}”`);
}

function judgePerson(scan: Scan, piece: Piece, words: readonly Word[], first: Word, last: Word): void {
  const { evidence } = piece;
  if (words.length > 7 || piece.entries.some((e) => e.type !== 'PERSON' && !e.ambiguous)) return;
  const { gazetteer } = scan;
  const ambiguous = gazetteer.isAmbiguousGivenName(first.text);
  if (gazetteer.isGivenName(first.text)) evidence.add('PERSON', ambiguous ? WEAK + FAINT : STRONG - FAINT, 'gazetteer', `“${first.text}” is listed as a given name`);
  else if (first.text.includes('-') && gazetteer.isGivenName(first.text.slice(0, first.text.indexOf('-')))) evidence.add('PERSON', MEDIUM, 'gazetteer', 'begins with a given name');
  if (gazetteer.isSurname(last.text)) evidence.add('PERSON', MEDIUM, 'gazetteer', `“${last.text}” is listed as a surname`);
  else if (gazetteer.isSurname(first.text)) evidence.add('PERSON', WEAK, 'gazetteer', `“${first.text}” is listed as a surname`);
  if (words.length >= 3 && words[words.length - 2]?.text === 'the') evidence.add('PERSON', SURE, 'shape', `called “the ${last.text}”`);
  if (words.length >= 3 && words.slice(1, -1).some((w) => gazetteer.isGivenName(w.text))) evidence.add('PERSON', WEAK);
  if (words.slice(0, -1).some((w) => isInitial(w.text))) evidence.add('PERSON', STRONG, 'shape', 'has an initial');
  if (last.flags & SUFFIX && words.length >= 2) evidence.add('PERSON', words.length === 2 && /^[IVX]+$/.test(last.text) ? STRONG + WEAK : STRONG, 'shape', `ends in “${last.text}”`);
  if (words.some((w) => w.flags & PARTICLE && !w.capital && /^(?:bin|ibn|bint|al|el|van|von|de|der|dos|da|di|ould)$/.test(w.lower))) evidence.add('PERSON', WEAK, 'shape', 'has a name particle');
  if (/^(?:al|el|ul|ur|as|ash|ad|ar|an|at|az)-/i.test(last.text)) evidence.add('PERSON', MEDIUM, 'shape', 'an Arabic surname');
  if (/^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(last.text) || /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(first.text) || /(?:ov|ova|ev|eva|enko|sky|skyy|skiy|ski|ska|vić|vic|ian|yan|dze|shvili|sson|sen|oglu|oğlu|opoulos|idis|akis|escu|eanu|uddin|ullah|zadeh|pour|nejad|inho|ez|elli|etti|ini)$/.test(last.lower) && last.lower.length > 5) evidence.add('PERSON', MEDIUM, 'shape', 'formed like a person’s name');
  const common = words.filter((w) => w.capital && gazetteer.isCommonWord(w.lower) && !gazetteer.isGivenName(w.text) && !gazetteer.isSurname(w.text)).length;
  if (common > 0) evidence.add('PERSON', -WEAK * common);
  if (words.some((w) => w.flags & FUNCTION && !w.capital)) evidence.add('PERSON', -MEDIUM);
  if (words.some((w) => w.caps && !isInitial(w.text) && w.text.length > 2) && !scan.allCaps) evidence.add('PERSON', -WEAK).add('ORG', WEAK, 'shape', 'has an acronym in it');
}

export function isInitial(text: string): boolean {
  return text.length <= 4 && /^(?:\p{Lu}\.){1,2}$|^\p{Lu}$/u.test(text);
}
