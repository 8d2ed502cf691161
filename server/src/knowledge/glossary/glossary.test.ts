import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGazetteer } from '../gazetteer.js';
import { typeOf } from './columns.js';
import { HouseList } from './house.js';
import { readGlossary } from './read.js';
import { rowsOf } from './rows.js';
import { isValidOn } from './validity.js';

const HEADER = 'name,aliases,type,preferred spelling,note,link,valid from,valid to';

/** Problems as "line: words at issue: message", lines from 1. */
function problems(text: string): string[] {
  return readGlossary(text).problems.map(({ start, end, message }) => `${text.slice(0, start).split('\n').length}: ${text.slice(start, end)}: ${message}`);
}

function names(text: string): string[] {
  return readGlossary(text).entries.map(({ name }) => name);
}

describe('a house list', () => {
  it('is read by the headings of its columns, in any order, and takes types in words', () => {
    const { entries, problems: none } = readGlossary('Type;Name;Aliases;Preferred_Spelling\r\norganisation;Keld Ferries;"KF Line; Keld";"Keld ""Ferries"""\r\n');
    expect(none).toEqual([]);
    expect(entries).toEqual([{ name: 'Keld Ferries', aliases: ['KF Line', 'Keld'], type: 'ORG', preferred: 'Keld "Ferries"', note: '', link: '', from: '', to: '' }]);
  });

  it('tells of each broken line by its place, skips it, and takes the rest', () => {
    const text = [
      HEADER, 'Keld Ferries,KF Line,ORG,,never KF Line,https://keld.example,2024,', ',nobody,PERSON', 'Ana Teel,,ALIEN', 'Port Authority,,ORG,,,,2026-02-30', 'Port Office,,ORG,,,,2026-05,2026-04',
      'keld ferries,,ORG', 'Lora,,PERSON,,,command:x', 'Riga, Latvia,,,,,,,GPE', 'Lora Mets,,PERSON', '',
    ].join('\n');
    expect(problems(text)).toEqual([
      '3: ,nobody,PERSON: This line has no name. The line is skipped',
      '4: ALIEN: “ALIEN” is no type of a name. The line is skipped',
      '5: 2026-02-30: “2026-02-30” is no date (YYYY, YYYY-MM or YYYY-MM-DD). The line is skipped',
      '6: 2026-04: Valid to 2026-04, which is before 2026-05. The line is skipped',
      '7: keld ferries: “keld ferries” stands here twice for the same time; the first line counts. The line is skipped',
      '8: command:x: “command:x” is no address of a web page (https://…). The line is skipped',
      '9: GPE: This line has more fields than there are columns; put what holds a comma in quotation marks. The line is skipped',
    ]);
    expect(names(text)).toEqual(['Keld Ferries', 'Lora Mets']);
  });

  it('loses only the lines whose quotation marks are wrong', () => {
    const text = 'name,note\nKeld,"never\nLora,one\nMets,"two\nAna,"three"\n';
    expect(problems(text).map((line) => line.slice(0, 30))).toEqual(['2: Keld,"never: This line is n', '4: Mets,"two: This line is no ']);
    expect(names(text)).toEqual(['Lora', 'Ana']);
  });

  it('may give one name twice for different times', () => {
    const text = 'name,note,valid from,valid to\nMinister,Osei,2020,2023-12\nMinister,Teel,2024-01,\nMinister,Mets,2023-06,2024-06';
    expect(names(text)).toEqual(['Minister', 'Minister']);
    expect(problems(text)).toEqual(['4: Minister: “Minister” stands here twice for the same time; the first line counts. The line is skipped']);
    const valid = (day: string): string[] => readGlossary(text).entries.filter((entry) => isValidOn(entry, day)).map(({ note }) => note);
    expect(['2019-12-31', '2020-01-01', '2023-12-31', '2024-01-01', '2031-05-05'].map(valid)).toEqual([[], ['Osei'], ['Osei'], ['Teel'], ['Teel']]);
  });

  it('says what its header lacks or has too much', () => {
    expect(problems('Keld Ferries,ORG\n')).toEqual(['1: Keld Ferries,ORG: The first line must name the columns, and one of them “name”: nothing of this file is used']);
    expect(problems('name,colour,name\nKeld,red,x\n')).toEqual(['1: colour: “colour” is no column of a house list; it is left alone', '1: name: The column “name” is there twice; the first one counts']);
    expect([readGlossary(''), readGlossary('\n\n')]).toEqual([{ entries: [], problems: [] }, { entries: [], problems: [] }]);
  });

  it('has its fields where they stand in the text, for any text', () => {
    const text = fc.array(fc.oneof(fc.constantFrom(',', ';', '"', '""', '\n', '\r\n', '\ufeff', 'name', 'Keld', '\t'), fc.string({ unit: 'binary', maxLength: 6 })), { maxLength: 60 }).map((parts) => parts.join(''));
    fc.assert(fc.property(text, (csv) => {
      const { rows } = rowsOf(csv);
      let last = 0;
      for (const { start, end, fields, problem } of rows) {
        expect(start).toBeGreaterThanOrEqual(last);
        for (const field of fields) {
          expect(field.start >= start && field.end <= end && field.start <= field.end).toBe(true);
          if (problem === undefined && !csv.slice(field.start, field.end).includes('"')) expect(csv.slice(field.start, field.end).trim()).toBe(field.value);
        }
        last = end;
      }
      for (const { start, end } of readGlossary(csv).problems) expect(start >= 0 && start <= end && end <= csv.length).toBe(true);
    }), { numRuns: 200 });
  });

  it('agrees with what was written into it', () => {
    const value = fc.string({ minLength: 1, maxLength: 12 }).map((s) => s.replace(/\s+/g, ' ').trim()).filter((s) => s !== '');
    fc.assert(fc.property(fc.uniqueArray(value, { minLength: 1, maxLength: 8, selector: (s) => s.toLowerCase() }), (given) => {
      const csv = `name,note\n${given.map((one) => `"${one.replaceAll('"', '""')}","a, b"`).join('\n')}\n`;
      expect(names(csv)).toEqual(given);
    }));
  });

  it('knows every type by its code and in words', () => {
    expect(['org', 'WORK_OF_ART', ' Person ', 'company', 'thing', ''].map(typeOf)).toEqual(['ORG', 'WORK_OF_ART', 'PERSON', 'ORG', undefined, undefined]);
  });
});

describe('a house list before the built-in ones', () => {
  const house = new HouseList(readGlossary(`${HEADER}\nKeld Ferries,KF Line;Georgia,ORG,,never KF Line\nSt John’s Hall,,FAC\nLora,,,,no type`).entries, '2026-01-15');
  const gazetteer = house.over(loadGazetteer());

  it('replaces what they say of a name and leaves the rest', () => {
    expect(gazetteer.lookup('Georgia')).toEqual([{ type: 'ORG', canonical: 'Keld Ferries', ambiguous: false, subtype: '', source: 'house', isHouse: true }]);
    expect(gazetteer.lookupCaps('KF LINE').map(({ canonical }) => canonical)).toEqual(['Keld Ferries']);
    expect(gazetteer.lookup("St John's Hall").map(({ type }) => type)).toEqual(['FAC']);
    expect(gazetteer.lookup('Kyiv')).toEqual(loadGazetteer().lookup('Kyiv'));
    expect([gazetteer.startsLonger('Keld'), gazetteer.startsLonger('Kelda'), gazetteer.lookup('Lora').some(({ isHouse }) => isHouse)]).toEqual([true, false, false]);
    expect([gazetteer.sourceNote('house'), gazetteer.sourceNote('own')]).toEqual(['house list, edited 2026-01-15', loadGazetteer().sourceNote('own')]);
  });

  it('finds entries for cards however they are written', () => {
    for (const name of ['Keld Ferries', 'the KELD ferries', 'KF  Line']) expect(house.of(name).map(({ note }) => note), name).toEqual(['never KF Line']);
    expect(house.of('lóra').map(({ note }) => note)).toEqual(['no type']);
    expect(house.of('Keld')).toEqual([]);
  });
});
