/**
 * Builds server/src/knowledge/data/*.ts. Run `npm ci && npm run build` here; needs the open data named in README.md
 * under ../../shared/data, or the folder given as the first argument. The same input gives the same bytes.
 */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { byText, withoutAccents } from './lib/forms.mjs';
import { entryLines, writeData } from './lib/emit.mjs';
import { finishEntries } from './lib/entries.mjs';
import { readFactbook } from './lib/factbook.mjs';
import { listLines, readList } from './lib/lists.mjs';
import { countWords } from './steps/words.mjs';
import { countryEntries } from './steps/countries.mjs';
import { cityEntries } from './steps/cities.mjs';
import { companyEntries } from './steps/companies.mjs';
import { partyEntries } from './steps/parties.mjs';
import { handWords, personNames } from './steps/names.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const shared = process.argv[2] ?? join(here, '../../shared/data');
const out = join(here, '../server/src/knowledge/data');

const factbook = readFactbook(join(shared, 'facts/factbook'));
const counts = countWords(join(shared, 'train'));
const names = personNames(join(shared, 'facts/us-congress/legislators-current.yaml'), factbook);
const words = {
  isCommon: counts.isCommon,
  isUsedAsWord: counts.isUsedAsWord,
  plain: new Set(handWords('plain.txt')),
  traps: new Set(handWords('traps.txt')),
  givenNames: new Set(names.given),
  surnames: new Set(names.surnames),
};

const { entries: countries, canonicalOf } = countryEntries(factbook);
const ownOrganisations = ['orgs-international.txt', 'orgs-government.txt', 'groups.txt', 'media.txt', 'companies.txt', 'universities.txt', 'sport.txt'].flatMap((name) => readList(name));
const ownThings = readList('things.txt');
const cities = cityEntries(canonicalOf);
const ownPlaces = [...countries, ...readList('regions.txt'), ...readList('loc.txt')];
/** GeoNames gives way to the hand lists: a city that is called like another listed thing is more often that thing. */
const taken = new Set([...ownPlaces, ...cities.filter((entry) => entry.source === 'own'), ...ownOrganisations, ...ownThings].flatMap((entry) => entry.forms.flatMap((form) => [form.text, withoutAccents(form.text)])));
const places = finishEntries([...ownPlaces, ...cities.filter((entry) => entry.source === 'own' || !taken.has(withoutAccents(entry.forms[0].text)))], words);
const peoples = places.filter((entry) => entry.type === 'NORP').concat(finishEntries(readList('norp.txt'), words));
const geography = places.filter((entry) => entry.type !== 'NORP');
const ownForms = new Set(ownOrganisations.flatMap((entry) => entry.forms.map((form) => form.text)));
const isNew = (entry) => !entry.forms.some((form) => ownForms.has(form.text));
const organisations = finishEntries([
  ...ownOrganisations, ...companyEntries(join(shared, 'facts/sp500/constituents.csv')).filter(isNew), ...partyEntries(factbook, canonicalOf).filter(isNew),
], words);
const things = finishEntries(ownThings, words);

const ENTRY_FORMAT = '`#TYPE subtype source`, `@Country`, then one thing a line: forms separated by `;`, the canonical first, `~` before an ambiguous one.';
const sizes = {
  'places.ts': writeData(out, 'places.ts', 'PLACES', { title: 'Countries, capitals, cities, regions, seas, mountains.', sources: ['own', 'factbook', 'geonames'], format: ENTRY_FORMAT }, entryLines(geography)),
  'peoples.ts': writeData(out, 'peoples.ts', 'PEOPLES', { title: 'Nationalities, religions, ethnic and political groups.', sources: ['own'], format: ENTRY_FORMAT }, entryLines(peoples)),
  'organisations.ts': writeData(out, 'organisations.ts', 'ORGANISATIONS', { title: 'Organisations.', sources: ['own', 'sp500', 'factbook'], format: ENTRY_FORMAT }, entryLines(organisations)),
  'things.ts': writeData(out, 'things.ts', 'THINGS', { title: 'Facilities, events, laws, works, products, languages.', sources: ['own'], format: ENTRY_FORMAT }, entryLines(things)),
};

const placeWords = new Set(geography.flatMap((entry) => entry.forms.filter((form) => !form.ambiguous).map((form) => form.text)));
const handAmbiguous = new Set(handWords('given-names-ambiguous.txt'));
const isAmbiguousGiven = (name) => handAmbiguous.has(name) || counts.isUsedAsWord(name.toLowerCase()) || placeWords.has(name);
sizes['givenNames.ts'] = writeData(out, 'givenNames.ts', 'GIVEN_NAMES', { title: 'Given names.', sources: ['own', 'faker', 'congress', 'factbook'], format: 'names separated by spaces, `~` before one that is also a word, a place or a month.' },
  chunk(names.given.map((name) => (isAmbiguousGiven(name) ? `~${name}` : name))));
sizes['surnames.ts'] = writeData(out, 'surnames.ts', 'SURNAMES', { title: 'Family names.', sources: ['own', 'faker', 'congress', 'factbook'], format: 'names separated by spaces.' }, chunk(names.surnames));
sizes['nicknames.ts'] = writeData(out, 'nicknames.ts', 'NICKNAMES', { title: 'Short forms of given names.', sources: ['own'], format: 'full name, colon, short forms.' }, listLines('nicknames.txt').sort(byText));
sizes['commonWords.ts'] = writeData(out, 'commonWords.ts', 'COMMON_WORDS', { title: 'Words that are written in lower case most of the time.', sources: ['trainCounts'], format: 'words separated by spaces.' }, chunk(counts.common));

console.log(sizes, 'total', Object.values(sizes).reduce((a, b) => a + b, 0));
console.log({ geography: geography.length, peoples: peoples.length, organisations: organisations.length, things: things.length, given: names.given.length, surnames: names.surnames.length, common: counts.common.length });

/** Lines of about a hundred characters, so that a change shows as a small diff. */
function chunk(items) {
  const lines = [];
  let line = '';
  for (const item of items) {
    if (line.length + item.length > 100) {
      lines.push(line);
      line = '';
    }
    line = line === '' ? item : `${line} ${item}`;
  }
  return [...lines, line];
}
