/** The gazetteer over the committed data: parsed once, when it is first asked for, then a few map look-ups a word. */
import type { Gazetteer } from '../analysis/gazetteer.js';
import { ORGANISATIONS } from './data/organisations.js';
import { PEOPLES } from './data/peoples.js';
import { PLACES } from './data/places.js';
import { THINGS } from './data/things.js';
import { COMMON_WORDS } from './data/commonWords.js';
import { GIVEN_NAMES } from './data/givenNames.js';
import { NICKNAMES } from './data/nicknames.js';
import { SURNAMES } from './data/surnames.js';
import { EntryTable } from './entries.js';
import { SOURCES } from './sources.js';
import { parseNames, parseNicknames, parseWords, withoutAccents } from './words.js';

const NO_WORDS: readonly string[] = [];

let loaded: Gazetteer | undefined;

/** The built-in gazetteer; the first call parses it (some milliseconds), later ones return the same object. */
export function loadGazetteer(): Gazetteer {
  loaded ??= buildGazetteer();
  return loaded;
}

/** Each list is read when it is first asked for. */
function buildGazetteer(): Gazetteer {
  const common = once(() => parseWords(COMMON_WORDS));
  const given = once(() => parseNames(GIVEN_NAMES));
  const surnames = once(() => parseWords(SURNAMES));
  const nicknames = once(() => parseNicknames(NICKNAMES));
  const isCommonWord = (lower: string): boolean => common().has(lower);
  const entries = new EntryTable([PLACES, PEOPLES, ORGANISATIONS, THINGS], isCommonWord);
  return {
    lookup: (form) => entries.lookup(form),
    lookupCaps: (form) => entries.lookupCaps(form),
    startsLonger: (word) => entries.startsLonger(word),
    maxWords: entries.maxWords,
    isGivenName: (word) => given().all.has(withoutAccents(word)),
    isAmbiguousGivenName: (word) => given().ambiguous.has(withoutAccents(word)),
    isSurname: (word) => surnames().has(withoutAccents(word)),
    isCommonWord,
    sourceNote,
    nicknamesOf: (givenLower) => nicknames().get(withoutAccents(givenLower)) ?? NO_WORDS,
  };
}

function once<T>(read: () => T): () => T {
  let value: T | undefined;
  return () => (value ??= read());
}

function sourceNote(source: string): string {
  const known = SOURCES[source];
  return known === undefined ? '' : `${known.name}, ${known.date}`;
}
