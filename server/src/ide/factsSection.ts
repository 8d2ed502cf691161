/** What the offline facts say of an entity, as sections of its card: each with source and date, every record that fits, no choice. */
import type { Article } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import { capitalised } from '../base/capitalised.js';
import type { Fact, FactRecord, Facts, HouseList } from '../knowledge/index.js';
import type { CardLink, CardSection } from './card.js';
import { lines, list } from './card.js';
import { housePages, houseSections } from './houseSection.js';
import type { IdentitiesOf } from './identitySection.js';
import { identityPages, identitySection } from './identitySection.js';
import type { FittingRecord } from './factsAbout.js';
import { webLinks } from './webLink.js';

/** What a card needs to tell facts: the packs once they are read, and the day on which it is shown. */
export interface FactSource {
  readonly facts: Facts;
  /** ISO day. */
  readonly today: string;
  /** The newsroom's own list, which stands before the packs. */
  readonly house?: HouseList | undefined;
  /** What people have confirmed, in any article of the workspace; before all else. */
  readonly identities?: IdentitiesOf | undefined;
}

const FACTS_SHOWN = 6;
/** Of each record where several fit. */
const FACTS_OF_SEVERAL = 2;
const RECORDS_SHOWN = 4;

/** `fitting`: the records of `factsAbout`. */
export function factsSections(article: Article, entity: { readonly id: string; readonly type: EntityType; readonly canonical: string }, source: FactSource, fitting: readonly FittingRecord[]): CardSection[] {
  return [identitySection(source.identities?.(article, entity) ?? []), ...houseSections(article, namesOf(article, entity), source), ...sectionsFor(fitting, source.today), ...countryOf(fitting, source)];
}

/** What kind of place the one record that fits says it is: "city · capital of Latvia", "country · capital Riga"; undefined where several fit, or none. */
export function placeWords(type: EntityType, [only, second]: readonly FittingRecord[]): string | undefined {
  if (type !== 'GPE') return undefined;
  if (only === undefined || second !== undefined) return undefined;
  const { kind, facts: known } = only.record;
  const [first] = known;
  if (first?.label === 'Capital of') return `${kind} · capital of ${first.value}`;
  if (first?.label === 'City in') return `${kind} in ${first.value}`;
  const capital = first?.label === 'Capital' ? `capital ${first.value}` : /^capital /.test(first?.value ?? '') ? first?.value : undefined;
  return capital === undefined ? kind : `${kind} · ${capital}`;
}

/** To the pages of records that people have confirmed, and to those that the newsroom gives. */
export function factsLinks(article: Article, entity: { readonly id: string; readonly type: EntityType; readonly canonical: string }, source: FactSource): CardLink[] {
  return webLinks([...identityPages(source.identities?.(article, entity) ?? []), ...housePages(article, namesOf(article, entity), source)]);
}

/** Of words that were recognised as nothing: every record of that name, of any type. */
export function factsOfWords(article: Article, words: string, source: FactSource): CardSection[] {
  return [...houseSections(article, [words], source), ...sectionsFor(source.facts.of(words).map((record) => ({ record, because: [], says: [] })), source.today)];
}

/** As the article writes it; in every form. */
function namesOf(article: Article, { id, canonical }: { readonly id: string; readonly canonical: string }): string[] {
  return [canonical, ...(article.entity(id)?.forms ?? []).map(({ text }) => text)];
}

/** Of a capital, its country in one line. */
function countryOf([only, second]: readonly FittingRecord[], { facts, today }: FactSource): CardSection[] {
  const [capital] = only?.record.facts ?? [];
  if (second !== undefined || capital?.label !== 'Capital of') return [];
  const country = facts.of(capital.value).find(({ kind }) => kind === 'country');
  const shown = ['Population', 'Government'].flatMap((label) => country?.facts.filter((fact) => fact.label === label) ?? []);
  const [first] = shown;
  return country === undefined || first === undefined ? [] : [lines(`${country.names[0] ?? ''}: ${shown.map(textOf).join('; ')}, from ${cited(first, today)}`)];
}

function sectionsFor(fitting: readonly FittingRecord[], today: string): CardSection[] {
  const [first] = fitting;
  if (first === undefined) return [];
  if (fitting.length === 1) return sectionsOf(first.record, today);
  const rest = fitting.length - RECORDS_SHOWN;
  const items = fitting.slice(0, RECORDS_SHOWN).map((one) => lineOf(one, today));
  return [list(`${fitting.length} records fit; which of them is meant, the lists cannot say:`, rest > 0 ? [...items, `${rest} more`] : items)];
}

/** Facts of one source under one head; one fact alone on one line. */
function sectionsOf({ kind, facts }: FactRecord, today: string): CardSection[] {
  const bySource = new Map<string, Fact[]>();
  for (const fact of facts.slice(0, FACTS_SHOWN + 1)) bySource.set(fact.source.name, [...bySource.get(fact.source.name) ?? [], fact]);
  return [...bySource.values()].map((some, i) => {
    const [fact] = some;
    if (fact === undefined) return lines();
    const from = `from ${cited(fact, today)}`;
    if (some.length === 1) return lines(`${textOf(fact)}, ${from}`);
    return list(`${i === 0 ? capitalised(kind) : 'Also'}, ${from}:`, some.map(textOf));
  });
}

function lineOf({ record, because, says }: FittingRecord, today: string): string {
  const shown = record.facts.slice(0, FACTS_OF_SEVERAL);
  const [fact] = shown;
  const reason = `${because.length === 0 ? '' : `; the article also names ${because.join(', ')}`}${says.length === 0 ? '' : `; the article says ${says.map((words) => `“${words}”`).join(', ')}`}`;
  return `${record.names[0] ?? ''}, ${record.kind}: ${shown.map(textOf).join('; ')}${fact === undefined ? '' : ` (${cited(fact, today)})`}${reason}`;
}

function textOf({ label, value }: Fact): string {
  return `${label}: ${value}`;
}

function cited({ source: { name, date } }: Fact, today: string): string {
  return `${name}, offline copy ${date}${isOld(date, today) ? ' (may have changed)' : ''}`;
}

/** More than twelve months before; a release number has no age. */
function isOld(date: string, today: string): boolean {
  const [year, month] = /^(\d{4})-(\d{2})/.exec(date)?.slice(1).map(Number) ?? [];
  const [thisYear, thisMonth] = /^(\d{4})-(\d{2})/.exec(today)?.slice(1).map(Number) ?? [];
  if (year === undefined || month === undefined || thisYear === undefined || thisMonth === undefined) return false;
  return (thisYear - year) * 12 + thisMonth - month > 12;
}
