/**
 * Which records of the offline facts fit an entity of the article, likeliest first, and what in the article speaks for that order.
 * Shows every one that fits: an order is no choice. Looks at the article's other entities only where more than one record fits.
 */
import type { Article, Mention, NamedEntity } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { FactRecord, Facts } from '../knowledge/index.js';
import type { Near } from './nearness.js';
import { nearness } from './nearness.js';

export interface FittingRecord {
  readonly record: FactRecord;
  /** Names in the article that belong where the record does; empty if none speaks for it. */
  readonly because: readonly string[];
  /** Words of the article that speak for it, as it writes them. */
  readonly says: readonly string[];
}

/** Types of records that may stand behind an entity of a type: a city may be marked as a region, a ministry's name as a place. */
const FITS: Readonly<Partial<Record<EntityType, readonly EntityType[]>>> = {
  PERSON: ['PERSON'], ORG: ['ORG'], GPE: ['GPE'], LOC: ['GPE'], FAC: [], NORP: ['NORP'], LANGUAGE: ['LANGUAGE'], MONEY: ['MONEY'],
};
/** Without anything in the article that tells: what such a name means most often in the news. */
const USUAL = ['country', 'territory', 'leader', 'US executive', 'province of Canada', 'territory of Canada', 'city', 'US state', 'member of Congress', 'organisation', 'company', 'nationality', 'language', 'currency'];
/** Names that speak for a record, shown on the card. */
const REASONS_SHOWN = 3;

export function factsAbout(article: Article, entity: { readonly id: string; readonly type: EntityType; readonly canonical: string }, facts: Facts): FittingRecord[] {
  const types = FITS[entity.type] ?? [];
  const isSurname = !isFullEnough(entity.type, entity.canonical);
  const records = isSurname ? membersOf(article, entity, facts) : recordsOf(article, entity, facts).filter(({ type }) => types.includes(type));
  if (records.length < 2 && !isSurname) return records.map((record) => ({ record, because: [], says: [] }));
  if (records.length === 0) return [];
  const mentions = article.entity(entity.id)?.mentions ?? [];
  const places = placesNamed(article, entity.id, facts, mentions);
  const weighed = records.map((record) => ({ record, evidence: evidenceFor(record, places, article, mentions) }));
  // A senator of no state that the article names may be one of another parliament.
  if (isSurname && weighed.every(({ evidence }) => evidence.because.length === 0)) return [];
  return weighed.sort((a, b) => b.evidence.weight - a.evidence.weight || usual(a.record) - usual(b.record) || inhabitants(b.record) - inhabitants(a.record))
    .map(({ record, evidence }) => ({ record, because: evidence.because.slice(0, REASONS_SHOWN), says: evidence.says.slice(0, REASONS_SHOWN) }));
}

/** By its usual name or, where no record has that, as the article writes it: "Odesa" and "Odessa". */
function recordsOf(article: Article, { id, canonical }: { readonly id: string; readonly canonical: string }, facts: Facts): readonly FactRecord[] {
  const found = facts.of(canonical);
  if (found.length > 0) return found;
  return (article.entity(id)?.forms ?? []).map(({ text }) => facts.of(text)).find((some) => some.length > 0) ?? [];
}

/** By a family name behind the title that they have. */
function membersOf(article: Article, { id, canonical }: { readonly id: string; readonly canonical: string }, facts: Facts): readonly FactRecord[] {
  const title = (article.entity(id)?.mentions ?? []).map(({ start }) => TITLE.exec(article.written.slice(Math.max(0, start - LONGEST_TITLE), start))?.[1]).find((found) => found !== undefined);
  if (title === undefined) return [];
  const office = title.startsWith('Sen') ? 'US senator' : 'Member of the US House of Representatives';
  return facts.ofSurname(canonical).filter(({ facts: known }) => known[0]?.label === office);
}

const TITLE = /\b(Sen\.|Senator|Rep\.|Representative|Congressman|Congresswoman) $/;
const LONGEST_TITLE = 20;

/** Whether the lists know anything of that type, under a name as full as this. */
export function mayHaveRecord(type: EntityType, name: string): boolean {
  return (FITS[type] ?? []).length > 0 && isFullEnough(type, name);
}

/** A family name alone is nobody's. */
function isFullEnough(type: EntityType, name: string): boolean {
  return type !== 'PERSON' || name.trim().includes(' ');
}

interface Named {
  readonly name: string;
  readonly records: readonly FactRecord[];
  /** How near it stands to the name that is looked up; undefined where it stands elsewhere. */
  readonly near: Near | undefined;
}

/** The article's other entities that have records of a country. */
function placesNamed(article: Article, except: string, facts: Facts, mentions: readonly Mention[]): Named[] {
  const found: Named[] = [];
  for (const other of article.entities()) {
    if (other.id === except || !isTelling(other)) continue;
    const records = facts.of(other.canonical).filter(({ type, country }) => country !== undefined && (FITS[other.type] ?? []).includes(type) && isFullEnough(type, other.canonical));
    if (records.length > 0) found.push({ name: other.canonical, records, near: nearness(article, mentions, article.entity(other.id)?.mentions ?? []) });
  }
  return found;
}

function isTelling({ type }: NamedEntity): boolean {
  return type === 'GPE' || type === 'LOC' || type === 'NORP' || type === 'PERSON';
}

interface Evidence {
  readonly weight: number;
  readonly because: readonly string[];
  readonly says: readonly string[];
}

/** What names the same state, or a country's own city, leader or people, counts before what names the same country, and words beside the name before both. */
const INSIDE_WEIGHT = 3;
const BESIDE_WEIGHT = 2;
const COUNTRY_WEIGHT = 1;
const WORDS_WEIGHT = 4;
const TOPIC_WEIGHT = 1;
const SEAT_WEIGHT = 2;
/** What stands near speaks louder. */
const NEAR_WEIGHT: Readonly<Record<Near, number>> = { 'same sentence': 2, 'next sentence': 1 };

function evidenceFor(record: FactRecord, named: readonly Named[], article: Article, mentions: readonly Mention[]): Evidence {
  const { text } = article;
  const { inside, beside, inCountry } = namesFor(record, named, text, mentions);
  const kinds = wordsBeside(record, text, mentions);
  const topics = topicsOf(record, article);
  const seat = record.facts.find(({ label, value }) => label === 'Seat' && text.includes(value))?.value;
  const weight = sum(inside, INSIDE_WEIGHT) + sum(beside, BESIDE_WEIGHT) + (isPartOfState(record) ? most(inCountry, COUNTRY_WEIGHT) : sum(inCountry, COUNTRY_WEIGHT))
    + WORDS_WEIGHT * kinds.length + TOPIC_WEIGHT * topics.length + (seat === undefined ? 0 : SEAT_WEIGHT);
  const because = [...nearestFirst(inside), ...nearestFirst(beside), ...nearestFirst(inCountry)].map(({ name, near }) => (near === undefined ? name : `${name} (${near})`));
  return { weight, because: [...because, ...(seat === undefined ? [] : [seat])], says: [...kinds, ...topics] };
}

/** For one of fifty states, and for what lies in one, the country's names do not add up: they are those of the other states, too. */
function isPartOfState(record: FactRecord): boolean {
  return record.kind === 'US state' || stateOf(record) !== undefined;
}

function weightOf({ near }: Named, weight: number): number {
  return weight + (near === undefined ? 0 : NEAR_WEIGHT[near]);
}

function sum(names: readonly Named[], weight: number): number {
  return names.reduce((all, one) => all + weightOf(one, weight), 0);
}

function most(names: readonly Named[], weight: number): number {
  return Math.max(0, ...names.map((one) => weightOf(one, weight)));
}

function nearestFirst(names: readonly Named[]): Named[] {
  return [...names].sort((a, b) => weightOf(b, 0) - weightOf(a, 0));
}

/** Names of one country's things speak for its things; for a state of the US and for what lies in it, those of the same state speak before all, and for a country those of what is in it. */
function namesFor(record: FactRecord, named: readonly Named[], text: string, mentions: readonly Mention[]): { inside: Named[]; beside: Named[]; inCountry: Named[] } {
  const found = { inside: [] as Named[], beside: [] as Named[], inCountry: [] as Named[] };
  if (record.country === undefined) return found;
  for (const one of named) {
    const { name, records } = one;
    if (records.some((other) => isOfOneState(record, other)) || isInside(record, one)) found.inside.push(one);
    else if (record.kind === 'US state' && records.some(({ kind }) => kind === 'US state') && mentions.some((mention) => standBeside(text, mention, name))) found.beside.push(one);
    else if (records.some(({ country }) => country === record.country)) found.inCountry.push(one);
  }
  return found;
}

/** A city, a leader or the people of the country, and of no other. */
function isInside(record: FactRecord, { records }: Named): boolean {
  return record.kind === 'country' && records.every(({ kind, country }) => country === record.country && kind !== 'country');
}

function isOfOneState(record: FactRecord, other: FactRecord): boolean {
  if (record.kind === 'US state') return stateOf(other) === record.names[0];
  if (other.kind !== 'US state') return stateOf(record) !== undefined && stateOf(record) === stateOf(other);
  return stateOf(record) === other.names[0] || record.kind === 'member of Congress' && isSeatedIn(record, other);
}

/** "Republican, SC, since 2013-01-03". */
function isSeatedIn(member: FactRecord, { facts }: FactRecord): boolean {
  const code = facts.find(({ label }) => label === 'Postal code')?.value;
  return code !== undefined && member.facts[0]?.value.split(', ')[1] === code;
}

/** "Washington and Oregon", "Idaho, Washington". */
function standBeside(text: string, { start, end }: Mention, name: string): boolean {
  return [', ', ' and ', ' or ', ', and '].some((link) => text.startsWith(`${link}${name}`, end) || text.startsWith(`${name}${link}`, start - link.length - name.length));
}

/** Words right before a name that tell of what kind it is. */
const KIND_WORDS: readonly (readonly [words: RegExp, kinds: readonly string[]])[] = [
  [/\b((?:lieutenant )?governor of|(?:Republicans?|Democrats?|Republican governors|Democratic governors) (?:of|in)) (?:the )?$/i, ['US state']],
  [/\b((?:prime minister|president|king|queen|emperor|sultan|parliament|embassy|army) of) (?:the )?$/i, ['country']],
  [/\b((?:mayor|city council|bishop|archbishop|streets) of) $/i, ['city']],
];
const WORDS_BEFORE = 40;

function wordsBeside({ kind }: FactRecord, text: string, mentions: readonly Mention[]): string[] {
  const found = new Set<string>();
  for (const { start } of mentions) {
    const before = text.slice(Math.max(0, start - WORDS_BEFORE), start);
    for (const [words, kinds] of KIND_WORDS) {
      const match = kinds.includes(kind) ? words.exec(before)?.[1] : undefined;
      if (match !== undefined) found.add(match);
    }
  }
  return [...found];
}

const LEAST_LETTERS = 5;

/** Words of what a body is that the article uses: "court", "war", "businesses" as "business". For a member, the party. */
function topicsOf({ kind, facts }: FactRecord, article: Article): string[] {
  const about = kind === 'organisation' ? facts.find(({ label }) => label === 'What it is')?.value : kind === 'member of Congress' ? facts[0]?.value.split(',')[0] : undefined;
  const stems = new Set((about ?? '').toLowerCase().match(/\p{L}+/gu)?.filter((word) => word.length >= LEAST_LETTERS && !COMMON.has(word)).map((word) => word.replace(/(?:es|s)$/, '')));
  if (stems.size === 0) return [];
  const words = wordsOf(article);
  return [...stems].flatMap((stem) => {
    const [first] = [stem, `${stem}s`, `${stem}es`].flatMap((word) => words.get(word) ?? []).sort((a, b) => a.place - b.place);
    return first?.word ?? [];
  });
}

interface WordInText {
  readonly word: string;
  /** Which of the article's different words it is, from the first on. */
  readonly place: number;
}

/** The words of an article in small letters: looked for once in a version, however many records are weighed. */
const wordsIn = new WeakMap<Article, ReadonlyMap<string, WordInText>>();

function wordsOf(article: Article): ReadonlyMap<string, WordInText> {
  const known = wordsIn.get(article);
  if (known !== undefined) return known;
  const found = new Map([...new Set(article.text.toLowerCase().match(/\p{L}+/gu))].map((word, place) => [word, { word, place }]));
  wordsIn.set(article, found);
  return found;
}

/** Words that say nothing of what a body does. */
const COMMON: ReadonlySet<string> = new Set(['united', 'nations', 'organisation', 'international', 'world', 'countries', 'against', 'members', 'states', 'agency']);

/** "Georgia" of a city whose fact says "Georgia, United States". */
function stateOf({ kind, facts }: FactRecord): string | undefined {
  return kind === 'city' ? /^(.+), United States$/.exec(facts[0]?.value ?? '')?.[1] : undefined;
}

function usual({ kind, facts }: FactRecord): number {
  const at = USUAL.indexOf(facts[0]?.label === 'Capital of' ? 'country' : kind);
  return at < 0 ? USUAL.length : at;
}

function inhabitants({ facts }: FactRecord): number {
  return Number(facts.find(({ label }) => label === 'Population')?.value.replace(/\D/g, '') ?? 0);
}
