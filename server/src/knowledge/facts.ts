/**
 * Offline facts: what a card may say of a name beside the article's own words, each with its source and date. Decides nothing:
 * a name that several records fit gets them all. Built by data-build/packs.mjs.
 */
import type { EntityType } from '../analysis/types.js';
import { SOURCES } from './sources.js';
import type { Source } from './sources.js';

/** Files of the packs, without their ending; each is read when a card first needs facts. */
export const PACKS = ['countries', 'states', 'provinces', 'cities', 'congress', 'companies', 'organisations', 'acronyms', 'currencies', 'languages', 'units'] as const;

/** Some milliseconds of work. */
const RECORDS_AT_ONCE = 250;

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly source: Source;
}

export interface FactRecord {
  /** The usual name first. */
  readonly names: readonly string[];
  readonly type: EntityType;
  /** What it is, for a person: "country", "US state", "city", "member of Congress". */
  readonly kind: string;
  /** Name of the country that it is or belongs to, as the gazetteer has it. */
  readonly country: string | undefined;
  readonly facts: readonly Fact[];
}

/** Where a record's line stands in a pack's text. Records are read when they are asked for: of thousands, an article needs some dozens. */
interface Place {
  readonly pack: Pack;
  readonly start: number;
  readonly end: number;
}

interface Pack {
  readonly text: string;
  readonly source: string;
}

export class Facts {
  private readonly byName = new Map<string, Place | Place[]>();
  private readonly bySurname = new Map<string, Place[]>();

  /**
   * @param packs the files' texts: a head, a record a line, and `]}`
   * @throws {TypeError} for a text that is no pack: these files are ours, so a broken one is a broken installation
   */
  constructor(packs: Iterable<string>) {
    for (const text of packs) Array.from(this.index(text));
  }

  /** The same, so many records at a time: between two steps others can have their turn. */
  static *inSteps(packs: Iterable<string>): Generator<undefined, Facts> {
    const facts = new Facts([]);
    for (const text of packs) yield* facts.index(text);
    return facts;
  }

  /** Every record of that name, of any type, in the order of the packs; accents, capitals of all letters and "the" make no difference. */
  of(name: string): readonly FactRecord[] {
    const places = this.byName.get(keyOf(name));
    return places === undefined ? NONE : [places].flat().map(recordAt);
  }

  /** Members of Congress with that family name: for a name that stands behind "Sen.". */
  ofSurname(name: string): readonly FactRecord[] {
    return (this.bySurname.get(keyOf(name)) ?? []).map(recordAt);
  }

  private *index(text: string): Generator<undefined> {
    const head = text.indexOf('\n');
    const source = /^\{"source":"(\w+)","records":\[$/.exec(text.slice(0, head))?.[1];
    if (source === undefined) throw new TypeError('no fact pack');
    const pack: Pack = { text, source };
    let records = 0;
    for (let start = head + 1; text.charAt(start) === '['; ) {
      const newline = text.indexOf('\n', start);
      const end = text.charAt(newline - 1) === ',' ? newline - 1 : newline;
      const names: unknown = JSON.parse(text.slice(start + 1, text.indexOf(']', start) + 1));
      if (!isNames(names)) throw new TypeError('no fact pack');
      for (const key of new Set(names.map(keyOf))) this.add(key, { pack, start, end });
      const surname = source === 'congress' ? keyOf(names[0]?.replace(/,? (?:Jr|Sr|II|III|IV)\.?$/, '').split(' ').at(-1) ?? '') : undefined;
      if (surname !== undefined) this.bySurname.set(surname, [...(this.bySurname.get(surname) ?? []), { pack, start, end }]);
      start = newline + 1;
      if (++records % RECORDS_AT_ONCE === 0) yield;
    }
  }

  private add(key: string, place: Place): void {
    const known = this.byName.get(key);
    this.byName.set(key, known === undefined ? place : [known, place].flat());
  }
}

const NONE: readonly FactRecord[] = [];

type Line = readonly [names: string[], type: EntityType, kind: string, country: string | null, facts: readonly (readonly [label: string, value: string, source?: string])[]];

function isNames(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((name) => typeof name === 'string');
}

function recordAt({ pack, start, end }: Place): FactRecord {
  const [names, type, kind, country, facts] = JSON.parse(pack.text.slice(start, end)) as Line;
  return { names, type, kind, country: country ?? undefined, facts: facts.map(([label, value, source]) => ({ label, value, source: sourceOf(source ?? pack.source) })) };
}

function sourceOf(key: string): Source {
  const source = SOURCES[key];
  if (source === undefined) throw new TypeError(`no source “${key}”`);
  return source;
}

/** Short words in capitals are acronyms, which differ from words by their capitals alone ("US", "WHO"). */
const ACRONYM = /^[A-Z.]{2,6}$/;

function keyOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim().replace(/^the (?=\S)/i, '');
  return ACRONYM.test(plain) ? plain.replaceAll('.', '') : plain.toLowerCase();
}
