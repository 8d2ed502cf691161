/** Countries, capitals and demonyms from lists/countries.txt, with the official long names from the CIA World Factbook. */
import { listLines, parseForms } from '../lib/lists.mjs';
import { cleanForm, withoutAccents } from '../lib/forms.mjs';
import { factbookText } from '../lib/factbook.mjs';

/** @returns {{ entries: import('../lib/lists.mjs').Entry[], canonicalOf: (name: string) => string | undefined }} */
export function countryEntries(factbook) {
  const entries = [];
  const canonical = new Map();
  for (const line of listLines('countries.txt')) {
    const [names = '', capitals = '', demonyms = ''] = line.split('|');
    const forms = parseForms(names);
    const country = forms[0].text;
    for (const form of forms) if (form.flag !== '~' || form === forms[0]) canonical.set(plain(form.text), country);
    entries.push({ type: 'GPE', subtype: 'country', country: '', source: 'own', forms });
    for (const capital of capitals.split(' / ')) entries.push({ type: 'GPE', subtype: 'capital', country, source: 'own', forms: parseForms(capital) });
    entries.push(...demonymEntries(demonyms, country));
  }
  const canonicalOf = (name) => canonical.get(plain(cleanForm(name)));
  return { entries: [...entries, ...longNames(factbook, canonicalOf)], canonicalOf };
}

function plain(name) {
  return withoutAccents(name).replace(/^The /, '');
}

/** Single words are forms of one demonym ("Serbian", "Serb"); a compound is a group of its own ("Bosnian Serb"). */
function demonymEntries(text, country) {
  const all = text.split(';').map((item) => parseForms(item)).filter((forms) => forms.length > 0);
  const compound = (forms) => /[ -]/.test(forms[0].text.replace(/^(?:South|North|Costa|Puerto|San|Sri|Saint|St\.?|El|Papua New|New|Sierra|East|Central|Cape|Cabo|Burkina|Equatorial|Solomon|Saudi|Virgin|French|American|Sao|São|I|Ni|Bissau|Guinea|Cook|Falkland) ?-?/, ''));
  const simple = all.filter((forms) => !compound(forms)).flat();
  const entry = (forms) => ({ type: 'NORP', subtype: 'demonym', country, source: 'own', forms });
  return [entry(simple), ...all.filter(compound).map(entry)];
}

function longNames(factbook, canonicalOf) {
  const out = [];
  for (const country of factbook) {
    const name = country.Government?.['Country name'];
    const short = factbookText(name, 'conventional short form').replace(/ \(.*\)$/, '');
    const long = factbookText(name, 'conventional long form').replace(/;.*$|\(.*$/, '').trim();
    const canonical = canonicalOf(short) ?? canonicalOf(long);
    if (canonical === undefined || long === '' || long === 'none' || long.split(' ').length > 7) continue;
    out.push({ type: 'GPE', subtype: 'country', country: '', source: 'own', forms: [{ text: canonical, flag: '!' }, { text: cleanForm(long).replace(/^The /, ''), flag: '!' }] });
  }
  return out;
}
