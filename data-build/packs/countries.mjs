/** Countries and territories of the CIA World Factbook, and the people who lead them. */
import { factbookText } from '../lib/factbook.mjs';
import { cleanForm } from '../lib/forms.mjs';

/** Short names that papers use, which the country shares with another. */
const SHARED_NAMES = new Map([['DR Congo', ['Congo', 'DRC']], ['South Korea', ['Korea']], ['North Korea', ['Korea']]]);

/** @param memberships rows of memberships.txt @throws for a member that lists/countries.txt does not hold */
export function countryRecords(factbook, entries, canonicalOf, memberships) {
  const memberOf = new Map();
  for (const [[organisation], members] of memberships) {
    for (const member of members) {
      const country = canonicalOf(member);
      if (country === undefined) throw new Error(`memberships.txt: ${organisation}: no country “${member}”`);
      memberOf.set(country, [...memberOf.get(country) ?? [], organisation]);
    }
  }
  const formsOf = new Map(entries.filter(({ subtype }) => subtype === 'country').map((entry) => [entry.forms[0].text, entry.forms.map(({ text }) => text)]));
  const demonymsOf = new Map();
  for (const { subtype, country, forms } of entries) if (subtype === 'demonym') demonymsOf.set(country, [...demonymsOf.get(country) ?? [], ...forms.map(({ text }) => text)]);
  const records = [];
  for (const source of factbook) {
    const government = source.Government;
    const long = cleanForm(plain(factbookText(government?.['Country name'], 'conventional long form')));
    const short = cleanForm(plain(factbookText(government?.['Country name'], 'conventional short form')).replace(/ \(.*\)$/, ''));
    const name = canonicalOf(short) ?? canonicalOf(long);
    if (name === undefined) continue;
    const known = [
      ['Capital', firstOf(factbookText(government?.Capital, 'name')).replace(/ \([^)]*\)$/, '')],
      ['Population', firstOf(factbookText(source['People and Society']?.Population, 'total'))],
      ['Government', firstOf(factbookText(government, 'Government type'))],
      ...leadersOf(government).map(({ office, person, since }) => [office, since === '' ? person : `${person} (${since})`]),
      ['Where', firstOf(factbookText(source.Geography, 'Location'))],
    ].filter(([, value]) => value !== '');
    if (memberOf.has(name)) known.push(['Member of', memberOf.get(name).join(', '), 'own']);
    const isState = /independent|^$/.test(factbookText(government, 'Dependency status')) && factbookText(government, 'Dependency status') === '';
    records.push({ names: [name, ...formsOf.get(name) ?? [], ...SHARED_NAMES.get(name) ?? []], type: 'GPE', kind: isState ? 'country' : 'territory', country: name, facts: known });
    const nationality = ['adjective', 'noun'].map((field) => factbookText(source['People and Society']?.Nationality, field)).join(' ').split(/[^\p{L}-]+/u);
    for (const demonym of demonymsOf.get(name) ?? []) if (nationality.includes(demonym)) records.push({ names: [demonym], type: 'NORP', kind: 'nationality', country: name, facts: [['Of', name]] });
    for (const { office, person, since } of leadersOf(government)) records.push({ names: namesOf(person), type: 'PERSON', kind: 'leader', country: name, facts: [[`${office} of ${name}`, since === '' ? 'as listed' : since]] });
  }
  return merged(records);
}

/** A monarch of many countries, and a president who is also head of government, are one person with several offices. */
function merged(records) {
  const people = new Map();
  return records.filter((record) => {
    if (record.kind !== 'leader') return true;
    const known = people.get(record.names[0]);
    if (known === undefined) {
      people.set(record.names[0], record);
      return true;
    }
    if (!known.facts.some(([label]) => label === record.facts[0][0])) known.facts.push(...record.facts);
    if (known.country !== record.country) delete known.country;
    return false;
  });
}

/** Offices as the Factbook puts them, with one name at least in capitals: "Prime Minister Evika SILINA (since 15 September 2023)". */
function leadersOf(government) {
  const branch = government?.['Executive branch'];
  const found = [];
  for (const field of ['chief of state', 'head of government']) {
    const [, text = '', since = ''] = /^([^(;,\n]*)(?:\((since [^);,]*))?/.exec(plain(factbookText(branch, field))) ?? [];
    const parted = partedOffice(text.trim());
    if (parted !== undefined && !found.some((other) => other.office === parted.office && other.person === parted.person)) found.push({ ...parted, since });
  }
  return found;
}

/** Last words that an office ends in; what follows is the person. */
const OFFICE_ENDS = ['President', 'Minister', 'King', 'Queen', 'Chancellor', 'Premier', 'Emir', 'Amir', 'Sultan', 'Prince', 'Duke', 'Captain', 'Regent', 'Administrator', 'Governor', 'Pope', 'Taoiseach', 'Leader', 'Councilors', 'Chairman', 'Commissioner', 'Governor-General', 'Governor General', 'Monarch', 'Emperor', 'Secretary', 'State', 'Council', 'Government'];

function partedOffice(text) {
  const words = text.split(' ');
  const last = words.findLastIndex((word, i) => OFFICE_ENDS.includes(word) && i < words.length - 1);
  if (last < 0) return undefined;
  let name = words.slice(last + 1).filter((word) => word !== 'Dr.');
  // "President of the Swiss Confederation Guy PARMELIN": a given name and a family name.
  if (name[0] === 'of') name = name.slice(-2);
  const person = name.map((word, i) => (i === name.length - 1 && /^[IVX]+$/.test(word) ? word : inSmallLetters(word))).join(' ');
  return name.length > 6 || !name.some((word) => /\p{Lu}{2}/u.test(word)) ? undefined : { office: words.slice(0, last + 1).join(' '), person };
}

/** "RINKEVICS" → "Rinkevics", "AL-SABAH" → "al-Sabah", "III" as it is. */
function inSmallLetters(word) {
  if (!/\p{Lu}{2}/u.test(word)) return word;
  if (word !== word.toUpperCase()) return word.replace(/\p{Lu}{2,}/gu, (capitals) => capitals[0] + capitals.slice(1).toLowerCase());
  return word.toLowerCase().replace(/(^|[-'’])(\p{L})/gu, (_, mark, letter) => mark + letter.toUpperCase()).replace(/^(Al|El)-/, 'al-').replace(/^Mc(\p{L})/u, (_, letter) => `Mc${letter.toUpperCase()}`);
}

/** "Vladimir Vladimirovich Putin" is "Vladimir Putin" in the news. */
function namesOf(person) {
  const words = person.split(' ');
  return words.length === 3 && !/^[IVX]+$|^(?:bin|al|Al|van|de|da)$/.test(words[1]) && !/^[IVX]+$/.test(words[2]) ? [person, `${words[0]} ${words[2]}`, `${words[0]} ${words[1]}`] : [person];
}

function plain(text) {
  return text.replace(/\u00a0/g, ' ').trim();
}

function firstOf(text) {
  const line = plain(text).split('\n')[0]?.split(';')[0]?.trim() ?? '';
  return /^(?:none|NA)\b/.test(line) ? '' : line.replace(/ \([^)]*transliteration[^)]*\)/, '');
}
