/** Runs of capitalised words: what may be one name or several in a row. */
import { ANY_HEAD, CALENDAR_WORD, FUNCTION, PARTICLE, SUFFIX } from './lexicons/flags.js';
import { ORG_HEADS, FAC_HEADS, EVENT_HEADS } from './lexicons/heads.js';
import type { Scan } from './scan.js';
import { adjoins, isNameWord, matchAt } from './scan.js';
import { isPossessive } from './word.js';
import type { Word } from './word.js';

/** Owners that are kinds of people rather than names: "People's Party", "Workers' Union". */
const OWNER_KINDS = new Set(`people people's workers doctors children women men nurses farmers teachers king queen prince sheriff sheriffs students lawyers veterans journalists fishermen fishmongers
  writers mothers parents citizens peoples girls boys players soldiers consumers employers ladies artists bishops governor mayor president world nation america state city coroner magistrate magistrates
  commander attorney bachelor master grand widow widows traders pilots drivers miners physicians officers`.split(/\s+/));

/** Words in a run at most: keeps the work linear for text without an end to its capitals. */
const LONGEST = 20;

/** Index after the last word of the run of capitalised words that starts at `first`. */
export function coreEnd(scan: Scan, first: number): number {
  let end = first + 1;
  while (end < scan.words.length && end - first < LONGEST && adjoins(scan, end - 1)) {
    const step = continues(scan, first, end);
    if (step === 0) break;
    end += step;
  }
  return end;
}

/** How many words the run takes in at `at`; 0 if it ends before. */
function continues(scan: Scan, first: number, at: number): number {
  const word = scan.words[at];
  if (word === undefined) return 0;
  if (word.isNumber && scan.words[at - 1]?.lower === 'no.') return 1;
  if (isModelNumber(scan, at)) return 1;
  if (word.isNumber) return numberBelongs(scan, at) ? 1 : 0;
  if (startsLawPart(scan, at) && !isPartOfTitle(scan, first, at)) return 0;
  if (scan.titleCase && word.capital && word.flags & FUNCTION && !(word.flags & PARTICLE)) return 0;
  // "In Pyongyang I saw", as against "King Haakon I".
  if (word.text === 'I' && !isRuler(scan, first, at) && matchAt(scan, at - 1) !== null) return 0;
  if (isNameWord(word)) return word.first && !scan.titleCase && isStop(scan.words[at - 1]) ? 0 : 1;
  if (word.text === '&' || word.text === '+') return nextIsName(scan, at) ? 2 : 0;
  if (word.flags & SUFFIX && word.capital) return 1;
  if (isEpithet(scan, first, at)) return 2;
  if (isPossessive(word)) return ownerBelongs(scan, first, at) ? 1 : 0;
  if (word.text === '–' || word.text === '—') return dashBelongs(scan, at) ? 2 : 0;
  if (word.text === ',') return companyForm(scan, at) || generation(scan, at);
  if (word.text === '(') return faction(scan, at);
  if (isQuote(word.text)) return nickname(scan, at);
  if (word.flags & PARTICLE && word.isWord && word.lower !== 'and' && word.lower !== 'o') return particleRun(scan, at);
  return 0;
}

/** "Boeing 737", "Boeing 707s": three or four digits right after a listed maker. */
export function isModelNumber(scan: Scan, at: number): boolean {
  if (at === 0 || !/^[1-9]\d{2,3}s?$/.test(scan.words[at]?.text ?? '') || !adjoins(scan, at - 1)) return false;
  const maker = matchAt(scan, at - 1);
  return maker !== null && maker.end === at && maker.entries.some((e) => e.type === 'ORG' && e.subtype !== 'media') && !/^(?:19|20)\d\d$/.test(scan.words[at]?.text ?? '');
}

const LAW_PARTS = new Set(['Article', 'Section', 'Chapter', 'Title', 'Clause', 'Directive', 'Regulation', 'Proposition', 'Resolution', 'Protocol', 'Decree']);

/** "Article 5", "Chapter IX": a numbered part of a law starts here. */
export function startsLawPart(scan: Scan, at: number): boolean {
  if (!LAW_PARTS.has(scan.words[at]?.text ?? '') || !adjoins(scan, at)) return false;
  const number = scan.words[at + 1];
  return number !== undefined && (number.isNumber || /^(?:\d+[A-Za-z]?|[IVX]{1,5}|No\.)$/.test(number.text));
}

/** "Electronic Commerce Directive 2000": a law that is named with its year, not a part of one. */
function isPartOfTitle(scan: Scan, first: number, at: number): boolean {
  const year = scan.words[at + 1]?.text ?? '';
  const before = scan.words[at - 1];
  return /^(?:1[89]|20)\d\d$/.test(year) && before !== undefined && before.capital && matchAt(scan, first)?.end !== at && scan.gazetteer.isCommonWord(before.lower);
}

/** "Iran–Iraq War": a dash without spaces joins two names only in front of a head word. */
function dashBelongs(scan: Scan, at: number): boolean {
  if (!nextIsName(scan, at) || scan.words[at]?.space === true || scan.words[at + 1]?.space === true) return false;
  for (let i = at + 2; i < at + 5 && adjoins(scan, i - 1) && isNameWord(scan.words[i]); i++) {
    if ((scan.words[i]?.flags ?? 0) & ANY_HEAD) return true;
  }
  return false;
}

const COMPANY_FORMS = new Set(['inc', 'inc.', 'ltd', 'ltd.', 'llc', 'llp', 'corp', 'corp.', 's.a.', 'plc', 'co.']);

/** "Keld Holdings, Inc." */
function companyForm(scan: Scan, at: number): number {
  const next = scan.words[at + 1];
  return next !== undefined && next.capital && COMPANY_FORMS.has(next.lower) && adjoins(scan, at) ? 2 : 0;
}

const EPITHETS = new Set(['great', 'elder', 'younger', 'terrible', 'conqueror', 'confessor', 'magnificent', 'pious', 'bald', 'bold', 'simple', 'fat', 'german', 'apostate', 'navigator', 'impaler', 'wise', 'good', 'fair', 'lame', 'red', 'baptist']);

/** "Alexander the Great", "Lucas Cranach the Elder". */
function isEpithet(scan: Scan, first: number, at: number): boolean {
  if (scan.words[at]?.text !== 'the') return false;
  const epithet = scan.words[at + 1];
  return epithet !== undefined && epithet.capital && EPITHETS.has(epithet.lower) && at - first <= 2 && adjoins(scan, at) && scan.gazetteer.isGivenName(scan.words[first]?.text ?? '');
}

const RULERS = new Set(['king', 'queen', 'pope', 'emperor', 'empress', 'tsar', 'czar', 'sultan', 'shah', 'pharaoh', 'prince', 'duke', 'kaiser']);

/** "King Haakon I": a number, and nobody who speaks. */
function isRuler(scan: Scan, first: number, at: number): boolean {
  const isTitle = (index: number): boolean => RULERS.has(scan.words[index]?.lower ?? '');
  return at - first <= 3 && (isTitle(first) ? at > first + 1 : isTitle(first - 1));
}

/** "Martin Teel, Jr." */
function generation(scan: Scan, at: number): number {
  return /^(?:Jr|Sr|Jnr|Snr)\.?$/.test(scan.words[at + 1]?.text ?? '') && adjoins(scan, at) ? 2 : 0;
}

/** "JD(S)", "CPI(ML)": the wing of a party, written without a space. */
function faction(scan: Scan, at: number): number {
  const [before, bracket, wing, close] = scan.words.slice(at - 1, at + 3);
  if (before === undefined || bracket === undefined || wing === undefined || close?.text !== ')') return 0;
  return !bracket.space && !wing.space && !close.space && before.caps && /^\p{Lu}{1,3}$/u.test(wing.text) ? 3 : 0;
}

function isStop(word: Word | undefined): boolean {
  return word !== undefined && (word.text === '.' || word.text === '?' || word.text === '!');
}

export function nextIsName(scan: Scan, at: number): boolean {
  return adjoins(scan, at) && isNameWord(scan.words[at + 1]);
}

/** "de la" before a capital; at most three in a row. */
function particleRun(scan: Scan, at: number): number {
  for (let i = at; i < at + 3; i++) {
    const word = scan.words[i];
    if (word === undefined || !(word.flags & PARTICLE) || word.capital && i > at) break;
    if (nextIsName(scan, i) && !isCalendar(scan.words[i + 1])) return i - at + 2;
    if (!adjoins(scan, i)) break;
  }
  return 0;
}

function isCalendar(word: Word | undefined): boolean {
  return word !== undefined && (word.flags & CALENDAR_WORD) !== 0;
}

/** A number belongs to a name if it ends one ("Falcon 9") and no unit or noun follows that it could count. */
function numberBelongs(scan: Scan, at: number): boolean {
  const word = scan.words[at];
  if (word === undefined || !/^\d{1,4}[a-z]?$/i.test(word.text)) return false;
  const before = scan.words[at - 1];
  if (before === undefined || before.flags & (CALENDAR_WORD | FUNCTION) || before.first && scan.gazetteer.isCommonWord(before.lower)) return false;
  const next = scan.words[at + 1];
  if (next === undefined || !next.isWord || !adjoins(scan, at)) return word.text.length <= 3;
  if (next.capital) return word.text.length < 4 && MODEL_ENDS.has(next.lower);
  if (word.text.length === 4) return false;
  return next.flags !== 0 || !next.lower.endsWith('s');
}

/** What stands after the number of a model: "iPhone 11 Pro". */
const MODEL_ENDS = new Set(['pro', 'plus', 'max', 'mini', 'ultra', 'lite', 'neo', 'se', 'xl', 'dreamliner']);

function isQuote(text: string): boolean {
  return text === '"' || text === '“' || text === '‘' || text === "'";
}

/** "Moody's": listed with its "'s". "People's Party": the owner is a kind of people, or the whole is listed, and a head word follows soon. */
function ownerBelongs(scan: Scan, first: number, at: number): boolean {
  const owner = scan.words[at - 1];
  if (owner === undefined) return false;
  const goesOn = nextIsName(scan, at);
  for (let i = first; i < at; i++) {
    const end = matchAt(scan, i)?.end ?? 0;
    if (end === at + 1 || goesOn && end > at + 1) return true;
  }
  if (!goesOn) return false;
  const saint = at - 2 >= first ? scan.words[at - 2]?.lower : undefined;
  if (saint === 'st' || saint === 'st.' || saint === 'saint') return true;
  const plain = owner.lower.endsWith("'s") ? owner.lower.slice(0, -2) : owner.lower;
  if (!OWNER_KINDS.has(plain)) return false;
  for (let i = at + 1; i < at + 5 && isNameWord(scan.words[i]); i++) {
    const lower = scan.words[i]?.lower ?? '';
    if (ORG_HEADS.has(lower) || FAC_HEADS.has(lower) || EVENT_HEADS.has(lower)) return true;
    if (!adjoins(scan, i)) break;
  }
  return false;
}

/** `Ana “Bird” Tervo`: the quoted word and what follows belong to the name. */
function nickname(scan: Scan, at: number): number {
  for (let i = at + 1; i <= at + 3; i++) {
    const word = scan.words[i];
    if (word === undefined) return 0;
    if (i > at + 1 && (word.text === '"' || word.text === '”' || word.text === '’' || word.text === "'")) {
      return nextIsName(scan, i) && scan.words[i + 1]?.space === true ? i - at + 2 : 0;
    }
    if (!isNameWord(word)) return 0;
  }
  return 0;
}
