/** Parties named in the CIA World Factbook, in English, with their acronyms: "New Unity or JV". */
import { listLines } from '../lib/lists.mjs';
import { cleanForm } from '../lib/forms.mjs';
import { factbookText } from '../lib/factbook.mjs';

const PARTY_WORD = /\b(?:Party|Alliance|Movement|Front|Union|Coalition|League|Congress|Democrats?|Bloc|Rally|Unity|Council|Forum|Initiative|Greens?|Socialists?|Liberals?)\b/;

export function partyEntries(factbook, canonicalOf) {
  const skip = new Set(listLines('parties-skip.txt'));
  const entries = [];
  for (const country of factbook) {
    const canonical = canonicalOf(factbookText(country.Government?.['Country name'], 'conventional short form').replace(/ \(.*\)$/, '')) ?? '';
    for (const line of factbookText(country.Government, 'Political parties').split('\n')) {
      const forms = formsOf(line).filter((form) => !skip.has(form));
      if (forms.length > 0) entries.push({ type: 'ORG', subtype: 'party', country: canonical, source: 'factbook', forms: forms.map((text) => ({ text, flag: '' })) });
    }
  }
  return entries;
}

function formsOf(line) {
  const text = cleanForm(line.replace(/\([^)]*\)|\[[^\]]*\]/g, ''));
  const [name = '', acronym = ''] = text.split(/ or (?=[\p{Lu}&-]{2,}$)/u);
  const clean = name.replace(/^(?:The )/, '').trim();
  if (!/^\p{Lu}[\p{L}' -]+$/u.test(clean) || clean.split(' ').length < 2 || clean.split(' ').length > 6 || !PARTY_WORD.test(clean)) return [];
  return /^\p{Lu}{3,}$/u.test(acronym) ? [clean, acronym] : [clean];
}
