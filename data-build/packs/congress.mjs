/** Members of the US Congress, presidents and vice-presidents with a term that the files know. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const OFFICES = { sen: 'US senator', rep: 'Member of the US House of Representatives', prez: 'President of the United States', viceprez: 'Vice President of the United States' };
/** Of the executive, those whose last term ended after this day. */
const RECENT = '2000-01-01';

export function congressRecords(folder) {
  const read = (name) => parse(readFileSync(join(folder, name), 'utf8'));
  const recent = read('executive.yaml').filter(({ terms }) => terms.at(-1).end >= RECENT);
  return [...read('legislators-current.yaml').map((person) => recordOf(person, [person.terms.at(-1)])), ...recent.map((person) => recordOf(person, person.terms))];
}

function recordOf({ name, terms: all }, terms) {
  const given = [name.first, name.nickname].filter(Boolean);
  const names = [name.official_full, ...given.map((first) => `${first} ${name.last}`)].filter(Boolean).map((text) => text.normalize('NFC'));
  return { names, type: 'PERSON', kind: terms[0].type === 'sen' || terms[0].type === 'rep' ? 'member of Congress' : 'US executive', country: 'United States', facts: terms.map((term) => [OFFICES[term.type], wordsOf(term, all)]) };
}

function wordsOf(term, all) {
  if (term.type !== 'sen' && term.type !== 'rep') return `${term.party}, ${term.start} to ${term.end}`;
  // Since when without a gap: a senator's terms follow each other within days.
  let since = term.start;
  for (const earlier of [...all].reverse()) {
    if (earlier.type !== term.type || earlier.state !== term.state) break;
    since = earlier.start;
  }
  const seat = term.type === 'rep' && term.district > 0 ? `${term.state}, district ${term.district}` : term.state;
  return `${term.party}, ${seat}, since ${since}`;
}
