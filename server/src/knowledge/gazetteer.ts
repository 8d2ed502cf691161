/** The gazetteer over the committed data: parsed once, when it is first asked for, then a few map look-ups a word. */
import type { Gazetteer, GazetteerEntry } from '../analysis/gazetteer.js';
import { ORGANISATIONS } from './data/organisations.js';
import { PEOPLES } from './data/peoples.js';
import { PLACES } from './data/places.js';
import { THINGS } from './data/things.js';
import { COMMON_WORDS } from './data/commonWords.js';
import { GIVEN_NAMES } from './data/givenNames.js';
import { NICKNAMES } from './data/nicknames.js';
import { SURNAMES } from './data/surnames.js';
import { EntryTable } from './entries.js';
import { parseNames, parseNicknames, parseWords, withoutAccents } from './words.js';

const NO_WORDS: readonly string[] = [];

let loaded: Gazetteer | undefined;

/** The built-in gazetteer; the first call parses it (some milliseconds), later ones return the same object. */
export function loadGazetteer(): Gazetteer {
  loaded ??= buildGazetteer();
  return loaded;
}

function buildGazetteer(): Gazetteer {
  const common = parseWords(COMMON_WORDS);
  const given = parseNames(GIVEN_NAMES);
  const surnames = parseWords(SURNAMES);
  const nicknames = parseNicknames(NICKNAMES);
  const entries = new EntryTable([PLACES, PEOPLES, ORGANISATIONS, THINGS], (lower) => common.has(lower));
  return {
    lookup: (form: string): readonly GazetteerEntry[] => entries.lookup(form),
    lookupCaps: (form: string): readonly GazetteerEntry[] => entries.lookupCaps(form),
    startsLonger: (word: string): boolean => entries.startsLonger(word),
    maxWords: entries.maxWords,
    isGivenName: (word: string): boolean => given.all.has(withoutAccents(word)),
    isAmbiguousGivenName: (word: string): boolean => given.ambiguous.has(withoutAccents(word)),
    isSurname: (word: string): boolean => surnames.has(withoutAccents(word)),
    isCommonWord: (lower: string): boolean => common.has(lower),
    nicknamesOf: (givenLower: string): readonly string[] => nicknames.get(withoutAccents(givenLower)) ?? NO_WORDS,
  };
}
