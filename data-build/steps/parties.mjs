/**
 * Parties named in the CIA World Factbook, in English, with their acronyms: "New Unity or JV".
 * Left out: names that say they are a party ("Green Party of Canada" is found by its head), long names, and acronyms
 * of three letters, most of which have several owners. A name that several countries have keeps no country.
 */
import { listLines } from '../lib/lists.mjs';
import { cleanForm } from '../lib/forms.mjs';
import { factbookText } from '../lib/factbook.mjs';

const PARTY_WORD = /\b(?:Party|Alliance|Movement|Front|Union|Coalition|League|Congress|Democrats?|Bloc|Rally|Unity|Council|Forum|Initiative|Greens?|Socialists?|Liberals?)\b/;

export function partyEntries(factbook, canonicalOf) {
  const skip = new Set(listLines('parties-skip.txt'));
  const byName = new Map();
  for (const country of factbook) {
    const canonical = canonicalOf(factbookText(country.Government?.['Country name'], 'conventional short form').replace(/ \(.*\)$/, '')) ?? '';
    for (const line of factbookText(country.Government, 'Political parties').split('\n')) {
      const forms = formsOf(line).filter((form) => !skip.has(form));
      const [name] = forms;
      if (name === undefined) continue;
      const known = byName.get(name);
      byName.set(name, { type: 'ORG', subtype: 'party', country: known === undefined ? canonical : '', source: 'factbook', forms: (known === undefined ? forms : [name]).map((text) => ({ text, flag: '' })) });
    }
  }
  return [...byName.values()];
}

function formsOf(line) {
  const text = cleanForm(line.replace(/\([^)]*\)|\[[^\]]*\]/g, ''));
  const [name = '', acronym = ''] = text.split(/ or (?=[\p{Lu}&-]{2,}$)/u);
  const clean = name.replace(/^(?:The )/, '').trim();
  if (!/^\p{Lu}[\p{L}' -]+$/u.test(clean) || clean.split(' ').length < 2 || clean.split(' ').length > 4 || !PARTY_WORD.test(clean) || /\bParty\b/.test(clean)) return [];
  return /^\p{Lu}{4,}$/u.test(acronym) ? [clean, acronym] : [clean];
}
