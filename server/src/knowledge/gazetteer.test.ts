import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../test/fixtures/work.js';
import type { GazetteerEntry } from '../analysis/gazetteer.js';
import { ORGANISATIONS } from './data/organisations.js';
import { PEOPLES } from './data/peoples.js';
import { PLACES } from './data/places.js';
import { THINGS } from './data/things.js';
import { EntryTable } from './entries.js';
import { loadGazetteer } from './gazetteer.js';
import { SOURCES } from './sources.js';

const DATA = [PLACES, PEOPLES, ORGANISATIONS, THINGS];
const gazetteer = loadGazetteer();

/** Every form in the data, read independently of the loader. */
function allForms(): string[] {
  return DATA.flatMap((data) => data.split('\n')).filter((line) => line !== '' && !/^[#@]/.test(line))
    .flatMap((line) => line.split(';')).map((form) => form.replace(/^~/, ''));
}

/** `Kyiv: GPE capital of Ukraine`; `~` before an ambiguous entry, the canonical name where it differs from the form. */
function shown(form: string, entries: readonly GazetteerEntry[] = gazetteer.lookup(form)): string[] {
  return entries.map((entry) => `${entry.ambiguous ? '~' : ''}${entry.type} ${entry.subtype}${entry.canonical === form ? '' : ` = ${entry.canonical}`}${entry.country === undefined ? '' : ` of ${entry.country}`}`).sort();
}

describe('the gazetteer', () => {
  it.each([
    ['U.S.', ['GPE country = United States']],
    ['UAE', ['GPE country = United Arab Emirates']],
    ['Czechia', ['GPE country = Czech Republic']],
    ["Côte d'Ivoire", ['GPE country = Ivory Coast']],
    ["Cote d'Ivoire", ['GPE country = Ivory Coast']],
    ['Türkiye', ['GPE country = Turkey']],
    ['DRC', ['GPE country = DR Congo']],
    ['Bosniaks', ['NORP ethnic = Bosniak']],
    ['Nova Scotian', ['NORP region-people']],
    ['Bechtel', ['ORG company']],
    ["al-Qa'ida", ['ORG armed-group = Al-Qaeda']],
    ['Kyiv', ['GPE capital of Ukraine']],
    ['Kiev', ['GPE capital = Kyiv of Ukraine']],
    ['Bombay', ['GPE city = Mumbai of India']],
    ['Kharkov', ['GPE city = Kharkiv of Ukraine']],
    ['Sao Paulo', ['GPE city = São Paulo of Brazil']],
    ['Calif.', ['GPE region = California of United States']],
    ['Donbas', ['GPE region of Ukraine']],
    ['Latvians', ['NORP demonym = Latvian of Latvia']],
    ['Bosnian Serbs', ['NORP demonym = Bosnian Serb of Serbia']],
    ['Rohingya', ['NORP ethnic']],
    ['Democrats', ['NORP political = Democrat']],
    ['Middle East', ['LOC area']],
    ['Strait of Hormuz', ['LOC sea']],
    ['EU', ['ORG intergovernmental = European Union']],
    ['Hamas', ['ORG armed-group']],
    ['BJP', ['ORG party = Bharatiya Janata Party of India']],
    ['Suspilne', ['ORG media']],
    ['Heathrow', ['FAC building']],
    ['World War II', ['EVENT war']],
    ['Geneva Convention', ['LAW treaty = Geneva Conventions']],
    ['Nobel Peace Prize', ['WORK_OF_ART prize']],
    ['iPhone', ['PRODUCT software']],
    ['Farsi', ['LANGUAGE language = Persian']],
    ['White House', ['ORG agency of United States', '~FAC building']],
    ['French', ['NORP demonym of France', '~LANGUAGE language']],
    ['Georgia', ['~GPE country', '~GPE region of United States']],
  ])('knows %s', (form, expected) => {
    expect(shown(form)).toEqual(expected);
  });

  it.each(['Nice', 'Reading', 'Bath', 'Mobile', 'Sun', 'Apple', 'Target', 'Jordan', 'Chad', 'Charlotte', 'Jackson', 'Victoria', 'West', 'House', 'Times', 'The Times'])('holds %s only as ambiguous', (trap) => {
    expect(gazetteer.lookup(trap).length).toBeGreaterThan(0);
    expect(gazetteer.lookup(trap).every((entry) => entry.ambiguous)).toBe(true);
  });

  it.each(['Of', 'Most', 'Marche', 'March', 'May', 'Monday', 'The', 'In', 'It', 'He', 'Date', 'Same', 'President', 'Minister', 'Government', 'the', 'us', 'who'])('does not hold %s', (trap) => {
    expect(gazetteer.lookup(trap)).toEqual([]);
  });

  it('finds names in capitals, and doubts those that look like words there', () => {
    expect(shown('KYIV', gazetteer.lookupCaps('KYIV'))).toEqual(['GPE capital = Kyiv of Ukraine']);
    expect(shown('LOS ANGELES', gazetteer.lookupCaps('LOS ANGELES'))).toEqual(['GPE city = Los Angeles of United States']);
    expect(gazetteer.lookupCaps('US').every((entry) => entry.ambiguous)).toBe(true);
    expect(gazetteer.lookupCaps('WHO').every((entry) => entry.ambiguous)).toBe(true);
    expect(gazetteer.lookupCaps('LATVIAN')).toEqual([]);
    expect(gazetteer.lookupCaps('Kyiv')).toEqual([]);
  });

  it('knows given names, family names, nicknames and common words', () => {
    for (const name of ['Olena', 'Mohammed', 'José', 'Jose', 'Paweł', 'Min-ho', 'Ngozi', 'Priya', 'Mark', 'Ruth', 'Jānis', 'Volodymyr']) expect(gazetteer.isGivenName(name), name).toBe(true);
    for (const name of ['April', 'May', 'Will', 'Mark', 'Grace', 'Hope', 'Jordan', 'Chad', 'Georgia', 'Paris']) expect(gazetteer.isAmbiguousGivenName(name), name).toBe(gazetteer.isGivenName(name));
    for (const name of ['Olena', 'Elizabeth', 'Vladimir', 'Ahmed']) expect(gazetteer.isAmbiguousGivenName(name), name).toBe(false);
    for (const name of ['Monday', 'The', 'Government', 'Police']) expect(gazetteer.isGivenName(name), name).toBe(false);
    for (const name of ['Smith', "O'Brien", 'Zelenskyy', 'Macron', 'Orbán', 'Okonjo-Iweala', 'Rinkēvičs']) expect(gazetteer.isSurname(name), name).toBe(true);
    expect(gazetteer.nicknamesOf('bill')).toEqual(['william']);
    expect(gazetteer.nicknamesOf('william')).toContain('bill');
    expect(gazetteer.nicknamesOf('zzz')).toEqual([]);
    for (const word of ['the', 'after', 'officials', 'police', 'talks', 'reading']) expect(gazetteer.isCommonWord(word), word).toBe(true);
    for (const word of ['kyiv', 'john', 'latvian', 'monday']) expect(gazetteer.isCommonWord(word), word).toBe(false);
  });

  it('finds every form of the data, and each from a known source', () => {
    const forms = allForms();
    expect(forms.length).toBeGreaterThan(10_000);
    for (const form of forms) {
      const entries = gazetteer.lookup(form);
      expect(entries.length, form).toBeGreaterThan(0);
      for (const entry of entries) expect(SOURCES[entry.source], `${form}: ${entry.source}`).toBeDefined();
      if (form.includes(' ')) expect(gazetteer.startsLonger(form.slice(0, form.indexOf(' '))), form).toBe(true);
      expect(form.split(' ').length, form).toBeLessThanOrEqual(gazetteer.maxWords);
    }
  });

  it('writes forms as the interface says: single spaces, straight apostrophes, NFC, no mark left over', () => {
    for (const form of allForms()) expect(form, form).toMatch(/^[^\s~!=;|](?:[^~;|\s]| (?! ))*$/u);
    for (const form of allForms()) expect(form.normalize('NFC').replace(/[’‘]/g, "'")).toBe(form);
  });

  it('names the country of a place only by a country that it holds', () => {
    const countries = new Set(allForms().flatMap((form) => gazetteer.lookup(form)).filter((entry) => entry.subtype === 'country').map((entry) => entry.canonical));
    const unknown = allForms().flatMap((form) => gazetteer.lookup(form)).filter((entry) => entry.country !== undefined && !countries.has(entry.country)).map((entry) => `${entry.canonical} of ${entry.country ?? ''}`);
    expect([...new Set(unknown)]).toEqual([]);
  });

  it('holds a few thousand entries of each kind that matters', () => {
    const entries = new Set(allForms().flatMap((form) => gazetteer.lookup(form)));
    const count = (type: string): number => [...entries].filter((entry) => entry.type === type && !entry.ambiguous).length;
    expect(count('GPE')).toBeGreaterThan(3000);
    expect(count('NORP')).toBeGreaterThan(500);
    expect(count('LOC')).toBeGreaterThan(300);
    expect(count('ORG')).toBeGreaterThan(2500);
  });

  it('is parsed in some milliseconds', () => {
    const time = processorTime(() => new EntryTable(DATA, () => false));
    console.log(`gazetteer: ${allForms().length} forms, ${DATA.join('').length} characters; parsed in ${time.toFixed(1)} ms`);
    // The first parse, before the engine has compiled anything, takes about 10 ms; the bound is loose, since other suites run beside this one.
    expect(time).toBeLessThan(100);
  });
});
