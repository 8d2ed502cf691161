/** A glossary that has been read: its entries by the names that they give, for cards and for recognition. */
import type { Gazetteer, GazetteerEntry } from '../../analysis/gazetteer.js';
import type { GlossaryEntry } from './read.js';

/** Key of the source of house entries, beside those of the built-in lists. */
const HOUSE = 'house';
const NONE: readonly GlossaryEntry[] = [];

export class HouseList {
  private readonly byKey = new Map<string, GlossaryEntry[]>();
  private readonly byForm = new Map<string, GazetteerEntry[]>();
  private readonly byCaps = new Map<string, GazetteerEntry[]>();
  private readonly firstWords = new Set<string>();
  private maxWords = 1;

  /** `edited`: the ISO day on which the file was last written; empty where it is not known. */
  constructor(entries: readonly GlossaryEntry[], readonly edited: string) {
    for (const entry of entries) this.add(entry);
  }

  /** Every entry of that name, alias or preferred spelling; capitals and accents make no difference. */
  of(name: string): readonly GlossaryEntry[] {
    return this.byKey.get(keyOf(name)) ?? NONE;
  }

  /** The built-in lists with this one before them: a name that stands here is what it says here and nothing else. */
  over(base: Gazetteer): Gazetteer {
    const { byForm, byCaps, firstWords, edited } = this;
    const note = edited === '' ? 'house list' : `house list, edited ${edited}`;
    return {
      lookup: (form) => byForm.get(form) ?? base.lookup(form),
      lookupCaps: (form) => byCaps.get(form) ?? base.lookupCaps(form),
      startsLonger: (word) => firstWords.has(word) || base.startsLonger(word),
      maxWords: Math.max(this.maxWords, base.maxWords),
      isGivenName: (word) => base.isGivenName(word),
      isAmbiguousGivenName: (word) => base.isAmbiguousGivenName(word),
      isSurname: (word) => base.isSurname(word),
      isCommonWord: (lower) => base.isCommonWord(lower),
      nicknamesOf: (givenLower) => base.nicknamesOf(givenLower),
      sourceNote: (source) => (source === HOUSE ? note : base.sourceNote(source)),
    };
  }

  private add(entry: GlossaryEntry): void {
    const forms = new Set([entry.name, ...entry.aliases, ...(entry.preferred === '' ? [] : [entry.preferred])]);
    for (const key of new Set([...forms].map(keyOf))) push(this.byKey, key, entry);
    if (entry.type === undefined) return;
    const listed: GazetteerEntry = { type: entry.type, canonical: formOf(entry.preferred === '' ? entry.name : entry.preferred), ambiguous: false, subtype: '', source: HOUSE, isHouse: true };
    for (const form of new Set([...forms].map(formOf))) {
      const known = this.byForm.get(form);
      // Two times of one name are one name for recognition.
      if (known?.some(({ type, canonical }) => type === listed.type && canonical === listed.canonical) === true) continue;
      push(this.byForm, form, listed);
      push(this.byCaps, form.toUpperCase(), listed);
      const words = form.split(' ');
      const [first] = words;
      if (first !== undefined && words.length > 1) this.firstWords.add(first);
      this.maxWords = Math.max(this.maxWords, words.length);
    }
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
}

/** As names are looked up in texts: single spaces, straight apostrophes. */
function formOf(name: string): string {
  return name.replace(/[’ʼ]/g, "'").replace(/\s+/g, ' ').trim();
}

function keyOf(name: string): string {
  return formOf(name).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/^the (?=\S)/, '');
}
