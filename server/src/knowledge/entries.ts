/** The table of names behind `lookup`. data-build/lib/emit.mjs writes the format that is read here. */
import type { EntityType } from '../analysis/types.js';
import type { GazetteerEntry } from '../analysis/gazetteer.js';

const NONE: readonly GazetteerEntry[] = [];

/** Only names of these types stand in datelines and headlines in capitals. */
const IN_CAPITALS: ReadonlySet<EntityType> = new Set(['GPE', 'LOC', 'ORG']);

/** What a run of lines has in common. */
interface Section {
  readonly type: EntityType;
  readonly subtype: string;
  readonly source: string;
  readonly country: string | undefined;
}

/** One line of the data, one thing in the world: its entry is made when one of its forms is first looked up. */
interface Thing {
  readonly canonical: string;
  readonly section: Section;
  plain: GazetteerEntry | undefined;
  ambiguous: GazetteerEntry | undefined;
}

/** A form of a thing: the thing's number doubled, odd if the form is ambiguous. */
type Reference = number;

export class EntryTable {
  /** Words in the longest form. */
  maxWords = 1;
  private readonly things: Thing[] = [];
  private readonly byForm = new Map<string, Reference | Reference[]>();
  private readonly firstWords = new Set<string>();
  private byCaps: Map<string, GazetteerEntry[]> | undefined;

  constructor(data: readonly string[], private readonly isCommonWord: (lower: string) => boolean) {
    for (const part of data) this.read(part);
  }

  lookup(form: string): readonly GazetteerEntry[] {
    const found = this.byForm.get(form);
    if (found === undefined) return NONE;
    return typeof found === 'number' ? [this.entry(found)] : found.map((reference) => this.entry(reference));
  }

  lookupCaps(form: string): readonly GazetteerEntry[] {
    if (form !== form.toUpperCase()) return NONE;
    this.byCaps ??= this.buildCaps();
    return this.byCaps.get(form) ?? NONE;
  }

  startsLonger(word: string): boolean {
    return this.firstWords.has(word);
  }

  private read(data: string): void {
    let section: Section = { type: 'ORG', subtype: '', source: '', country: undefined };
    for (const line of data.split('\n')) {
      const first = line.charAt(0);
      if (first === '#') section = sectionOf(line);
      else if (first === '@') section = { ...section, country: line.slice(1) };
      else if (first !== '') this.readForms(line, section);
    }
  }

  private readForms(line: string, section: Section): void {
    const number = 2 * this.things.length;
    let canonical: string | undefined;
    for (let start = 0; start < line.length;) {
      const semicolon = line.indexOf(';', start);
      const end = semicolon < 0 ? line.length : semicolon;
      const ambiguous = line.charAt(start) === '~';
      const form = line.slice(ambiguous ? start + 1 : start, end);
      canonical ??= form;
      this.add(form, ambiguous ? number + 1 : number);
      start = end + 1;
    }
    this.things.push({ canonical: canonical ?? '', section, plain: undefined, ambiguous: undefined });
  }

  private add(form: string, reference: Reference): void {
    const known = this.byForm.get(form);
    if (known === undefined) this.byForm.set(form, reference);
    else if (typeof known === 'number') this.byForm.set(form, [known, reference]);
    else known.push(reference);
    const space = form.indexOf(' ');
    const first = space < 0 ? form : form.slice(0, space);
    // In a text the “'s” is a word of its own.
    if (first.endsWith("'s")) this.firstWords.add(first.slice(0, -2));
    if (space < 0) return;
    this.firstWords.add(first);
    let words = 2;
    for (let at = form.indexOf(' ', space + 1); at >= 0; at = form.indexOf(' ', at + 1)) words++;
    if (words > this.maxWords) this.maxWords = words;
  }

  private entry(reference: Reference): GazetteerEntry {
    const thing = this.things[reference >> 1];
    if (thing === undefined) throw new RangeError(`no thing for reference ${reference}`);
    if (reference & 1) return (thing.ambiguous ??= entryOf(thing, true));
    return (thing.plain ??= entryOf(thing, false));
  }

  /** In capitals a common word and a name look the same: such an entry is ambiguous there ("US", "WHO", "APPLE"). */
  private buildCaps(): Map<string, GazetteerEntry[]> {
    const table = new Map<string, GazetteerEntry[]>();
    for (const [form, found] of this.byForm) {
      const word = form.toLowerCase();
      const doubtful = word === 'us' || this.isCommonWord(word);
      for (const reference of typeof found === 'number' ? [found] : found) {
        if (!IN_CAPITALS.has(this.things[reference >> 1]?.section.type ?? 'PERSON')) continue;
        const entry = this.entry(reference);
        const inCaps = doubtful && !entry.ambiguous ? { ...entry, ambiguous: true } : entry;
        const caps = form.toUpperCase();
        const known = table.get(caps);
        if (known === undefined) table.set(caps, [inCaps]);
        else if (!known.some((other) => isSameThing(other, entry))) known.push(inCaps);
      }
    }
    return table;
  }
}

function sectionOf(line: string): Section {
  const [type = '', subtype = '', source = ''] = line.slice(1).split(' ');
  return { type: type as EntityType, subtype, source, country: undefined };
}

function entryOf({ canonical, section }: Thing, ambiguous: boolean): GazetteerEntry {
  const { type, subtype, source, country } = section;
  return country === undefined ? { type, canonical, ambiguous, subtype, source } : { type, canonical, ambiguous, subtype, source, country };
}

function isSameThing(a: GazetteerEntry, b: GazetteerEntry): boolean {
  return a.type === b.type && a.canonical === b.canonical && a.country === b.country;
}
