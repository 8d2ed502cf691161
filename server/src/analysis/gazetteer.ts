/** The lists that the analysis reads, as it wants to see them. `knowledge/` provides them; a test may provide three entries. */
import type { EntityType } from './types.js';

export interface GazetteerEntry {
  readonly type: EntityType;
  readonly canonical: string;
  /** Also a common word, a person's name or another thing: needs support from the text. */
  readonly ambiguous: boolean;
  readonly subtype: string;
  /** Key into the provider's table of sources: name, licence, date. */
  readonly source: string;
  /** For a demonym, capital, city or region: canonical name of its country. */
  readonly country?: string;
  /** From the newsroom's own list: stands before what any other list, rule or model says, though not before what a person marks. */
  readonly isHouse?: boolean;
}

export interface Gazetteer {
  /** All entries written exactly so: single spaces, straight apostrophes, capitals as in running prose. */
  lookup(form: string): readonly GazetteerEntry[];
  /** The same for a form in capitals ("KYIV"): places and organisations only. */
  lookupCaps(form: string): readonly GazetteerEntry[];
  /** True if some entry of more than one word begins with this word. */
  startsLonger(word: string): boolean;
  /** Words in the longest entry. */
  readonly maxWords: number;
  isGivenName(word: string): boolean;
  isAmbiguousGivenName(word: string): boolean;
  isSurname(word: string): boolean;
  isCommonWord(lower: string): boolean;
  nicknamesOf(givenLower: string): readonly string[];
  /** Name and date of a source, as cards cite it; empty for a key that is not known. */
  sourceNote(source: string): string;
}
