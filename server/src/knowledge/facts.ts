/**
 * Offline facts: what a card may say of a name beside the article's own words, each with its source and date. Decides nothing:
 * a name that several records fit gets them all. Built by data-build/packs.mjs.
 */
import type { EntityType } from '../analysis/types.js';
import { SOURCES } from './sources.js';
import type { Source } from './sources.js';

/** Files of the packs, without their ending; each is read when a card first needs facts. */
export const PACKS = ['countries', 'states', 'cities', 'congress', 'companies', 'organisations', 'acronyms', 'currencies', 'languages'] as const;

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

export class Facts {
  private readonly byName = new Map<string, FactRecord[]>();

  /**
   * @param packs the files' texts
   * @throws {TypeError} for a text that is no pack: these files are ours, so a broken one is a broken installation
   */
  constructor(packs: Iterable<string>) {
    for (const text of packs) this.read(JSON.parse(text));
  }

  /** Every record of that name, of any type, in the order of the packs; accents, capitals of all letters and "the" make no difference. */
  of(name: string): readonly FactRecord[] {
    return this.byName.get(keyOf(name)) ?? NONE;
  }

  private read(pack: unknown): void {
    if (!isPack(pack)) throw new TypeError('no fact pack');
    for (const [names, type, kind, country, facts] of pack.records) {
      const record: FactRecord = { names, type, kind, country: country ?? undefined, facts: facts.map(([label, value, source]) => ({ label, value, source: sourceOf(source ?? pack.source) })) };
      for (const key of new Set(names.map(keyOf))) {
        const known = this.byName.get(key);
        if (known === undefined) this.byName.set(key, [record]);
        else known.push(record);
      }
    }
  }
}

const NONE: readonly FactRecord[] = [];

interface Pack {
  readonly source: string;
  readonly records: readonly (readonly [names: string[], type: EntityType, kind: string, country: string | null, facts: readonly (readonly [label: string, value: string, source?: string])[]])[];
}

function isPack(value: unknown): value is Pack {
  return typeof value === 'object' && value !== null && 'source' in value && typeof value.source === 'string' && 'records' in value && Array.isArray(value.records);
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
