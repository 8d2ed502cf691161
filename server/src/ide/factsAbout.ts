/**
 * Which records of the offline facts fit an entity of the article, likeliest first, and what in the article speaks for that order.
 * Shows every one that fits: an order is no choice. Looks at the article's other entities only where more than one record fits.
 */
import type { Article, NamedEntity } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { FactRecord, Facts } from '../knowledge/index.js';

export interface FittingRecord {
  readonly record: FactRecord;
  /** Names in the article that belong where the record does; empty if nothing speaks for it. */
  readonly because: readonly string[];
}

/** Types of records that may stand behind an entity of a type: a city may be marked as a region, a ministry's name as a place. */
const FITS: Readonly<Partial<Record<EntityType, readonly EntityType[]>>> = {
  PERSON: ['PERSON'], ORG: ['ORG'], GPE: ['GPE'], LOC: ['GPE'], FAC: [], NORP: ['NORP'], LANGUAGE: ['LANGUAGE'], MONEY: ['MONEY'],
};
/** Without anything in the article that tells: what such a name means most often in the news. */
const USUAL = ['country', 'territory', 'leader', 'US executive', 'city', 'US state', 'member of Congress', 'organisation', 'company', 'nationality', 'language', 'currency'];
/** Names that speak for a record, shown on the card. */
const REASONS_SHOWN = 3;

export function factsAbout(article: Article, entity: { readonly id: string; readonly type: EntityType; readonly canonical: string }, facts: Facts): FittingRecord[] {
  const types = FITS[entity.type] ?? [];
  const records = facts.of(entity.canonical).filter(({ type }) => types.includes(type) && isFullEnough(type, entity.canonical));
  if (records.length < 2) return records.map((record) => ({ record, because: [] }));
  const places = placesNamed(article, entity.id, facts);
  const weighed = records.map((record) => ({ record, because: becauseOf(record, places) }));
  return weighed.sort((a, b) => b.because.length - a.because.length || usual(a.record) - usual(b.record) || inhabitants(b.record) - inhabitants(a.record))
    .map(({ record, because }) => ({ record, because: because.slice(0, REASONS_SHOWN) }));
}

/** A family name alone is nobody's. */
function isFullEnough(type: EntityType, name: string): boolean {
  return type !== 'PERSON' || name.trim().includes(' ');
}

interface Named {
  readonly name: string;
  readonly records: readonly FactRecord[];
}

/** The article's other entities that have records of a country. */
function placesNamed(article: Article, except: string, facts: Facts): Named[] {
  const found: Named[] = [];
  for (const other of article.entities()) {
    if (other.id === except || !isTelling(other)) continue;
    const records = facts.of(other.canonical).filter(({ type, country }) => country !== undefined && (FITS[other.type] ?? []).includes(type) && isFullEnough(type, other.canonical));
    if (records.length > 0) found.push({ name: other.canonical, records });
  }
  return found;
}

function isTelling({ type }: NamedEntity): boolean {
  return type === 'GPE' || type === 'LOC' || type === 'NORP' || type === 'PERSON';
}

/** Names of one country's things speak for its things; for a state of the US and for its towns, those of the same state speak before all. */
function becauseOf(record: FactRecord, named: readonly Named[]): string[] {
  if (record.country === undefined) return [];
  const inState: string[] = [];
  const inCountry: string[] = [];
  for (const { name, records } of named) {
    if (record.kind === 'US state' && records.some((other) => stateOf(other) === record.names[0])) inState.push(name);
    else if (record.kind === 'city' && stateOf(record) !== undefined && records.some((other) => other.kind === 'US state' && other.names[0] === stateOf(record))) inState.push(name);
    else if (records.some(({ country }) => country === record.country)) inCountry.push(name);
  }
  return [...inState, ...inCountry];
}

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
