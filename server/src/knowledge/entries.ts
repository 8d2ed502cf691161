/** The table of names behind `lookup`. data-build/lib/emit.mjs writes the format that is read here. */
import type { EntityType } from '../analysis/types.js';
import type { GazetteerEntry } from '../analysis/gazetteer.js';

const NONE: readonly GazetteerEntry[] = [];

/** Only names of these types stand in datelines and headlines in capitals. */
const IN_CAPITALS: ReadonlySet<EntityType> = new Set(['GPE', 'LOC', 'ORG']);

interface Section {
  readonly type: EntityType;
  readonly subtype: string;
  readonly source: string;
}

export class EntryTable {
  maxWords = 1;
  private readonly byForm = new Map<string, GazetteerEntry | GazetteerEntry[]>();
  private readonly firstWords = new Set<string>();
  private byCaps: Map<string, GazetteerEntry[]> | undefined;

  constructor(data: readonly string[], private readonly isCommonWord: (lower: string) => boolean) {
    for (const part of data) this.read(part);
  }

  lookup(form: string): readonly GazetteerEntry[] {
    const found = this.byForm.get(form);
    return found === undefined ? NONE : Array.isArray(found) ? found : [found];
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
    let section: Section = { type: 'ORG', subtype: '', source: '' };
    let country: string | undefined;
    for (const line of data.split('\n')) {
      const first = line.charAt(0);
      if (first === '#') {
        const [type = '', subtype = '', source = ''] = line.slice(1).split(' ');
        section = { type: type as EntityType, subtype, source };
        country = undefined;
      } else if (first === '@') country = line.slice(1);
      else if (first !== '') this.readForms(line, section, country);
    }
  }

  /** One thing: all its forms share two entry objects at most, a plain and an ambiguous one. */
  private readForms(line: string, section: Section, country: string | undefined): void {
    const forms = line.split(';');
    const head = forms[0] ?? '';
    const canonical = head.startsWith('~') ? head.slice(1) : head;
    let plain: GazetteerEntry | undefined;
    let ambiguous: GazetteerEntry | undefined;
    for (const item of forms) {
      if (item.startsWith('~')) this.add(item.slice(1), (ambiguous ??= entryOf(canonical, true, section, country)));
      else this.add(item, (plain ??= entryOf(canonical, false, section, country)));
    }
  }

  private add(form: string, entry: GazetteerEntry): void {
    const known = this.byForm.get(form);
    if (known === undefined) this.byForm.set(form, entry);
    else if (Array.isArray(known)) known.push(entry);
    else this.byForm.set(form, [known, entry]);
    const space = form.indexOf(' ');
    if (space < 0) return;
    this.firstWords.add(form.slice(0, space));
    let words = 2;
    for (let at = form.indexOf(' ', space + 1); at >= 0; at = form.indexOf(' ', at + 1)) words++;
    if (words > this.maxWords) this.maxWords = words;
  }

  /** In capitals a common word and a name look the same: such an entry is ambiguous there ("US", "WHO", "APPLE"). */
  private buildCaps(): Map<string, GazetteerEntry[]> {
    const table = new Map<string, GazetteerEntry[]>();
    for (const [form, found] of this.byForm) {
      const word = form.toLowerCase();
      const doubtful = this.isCommonWord(word) || word === 'us';
      for (const entry of Array.isArray(found) ? found : [found]) {
        if (!IN_CAPITALS.has(entry.type)) continue;
        const inCaps = doubtful && !entry.ambiguous ? { ...entry, ambiguous: true } : entry;
        const caps = form.toUpperCase();
        const known = table.get(caps);
        if (known === undefined) table.set(caps, [inCaps]);
        else if (!known.some((other) => other.type === entry.type && other.canonical === entry.canonical && other.country === entry.country)) known.push(inCaps);
      }
    }
    return table;
  }
}

function entryOf(canonical: string, ambiguous: boolean, { type, subtype, source }: Section, country: string | undefined): GazetteerEntry {
  return country === undefined ? { type, canonical, ambiguous, subtype, source } : { type, canonical, ambiguous, subtype, source, country };
}
