/**
 * The newsroom's own glossary as entries, and what is wrong with the file. A line with a problem is skipped, the rest holds.
 * Does no I/O and never throws, for any text.
 */
import type { Span } from '../../base/span.js';
import { columnOf, typeOf } from './columns.js';
import type { Column, GlossaryType } from './columns.js';
import { rowsOf } from './rows.js';
import type { Field, Row } from './rows.js';
import { endsBefore, isDate, overlap } from './validity.js';

export interface GlossaryEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Undefined where the line gives none: the name then has a card, and recognition learns nothing from it. */
  readonly type: GlossaryType | undefined;
  /** Empty where the line gives none; so are note and link. */
  readonly preferred: string;
  readonly note: string;
  readonly link: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, the first and the last time that it holds; empty for an open end. */
  readonly from: string;
  readonly to: string;
}

export interface GlossaryProblem extends Span {
  readonly message: string;
  /** False: the line holds all the same. */
  readonly skipped: boolean;
}

export interface GlossaryRead {
  readonly entries: readonly GlossaryEntry[];
  readonly problems: readonly GlossaryProblem[];
}

/** Lines that are read: a glossary that is longer is some other table. */
const MOST_ROWS = 20_000;

export function readGlossary(text: string): GlossaryRead {
  const [header, ...rows] = rowsOf(text).rows;
  if (header === undefined) return { entries: [], problems: [] };
  const columns = header.fields.map(({ value }) => columnOf(value));
  if (!columns.includes('name')) return { entries: [], problems: [{ ...place(header), message: 'The first line must name the columns, and one of them “name”: nothing of this file is used', skipped: true }] };
  return new Reading(columns).all(header, rows);
}

class Reading {
  private readonly entries: GlossaryEntry[] = [];
  private readonly problems: GlossaryProblem[] = [];
  private readonly byName = new Map<string, GlossaryEntry[]>();

  constructor(private readonly columns: readonly (Column | undefined)[]) {}

  all(header: Row, rows: readonly Row[]): GlossaryRead {
    this.readHeader(header);
    for (const row of rows.slice(0, MOST_ROWS)) this.read(row);
    const beyond = rows[MOST_ROWS];
    if (beyond !== undefined) this.problems.push({ ...place(beyond), message: `Lines after the first ${MOST_ROWS.toLocaleString('en-US')} are not used`, skipped: true });
    return { entries: this.entries, problems: this.problems };
  }

  private readHeader(header: Row): void {
    header.fields.forEach((field, i) => {
      const column = this.columns[i];
      if (column === undefined && field.value !== '') this.problems.push({ ...place(field), message: `“${field.value}” is no column of a house list; it is left alone`, skipped: false });
      else if (column !== undefined && this.columns.indexOf(column) < i) this.problems.push({ ...place(field), message: `The column “${column}” is there twice; the first one counts`, skipped: false });
    });
  }

  private read(row: Row): void {
    const read = this.entryOf(row);
    if ('message' in read) this.problems.push(read);
    else this.entries.push(read);
  }

  private entryOf(row: Row): GlossaryEntry | GlossaryProblem {
    if (row.problem !== undefined) return wrong(row, `This line is no CSV: ${row.problem}`);
    const beyond = row.fields[this.columns.length];
    if (beyond !== undefined && row.fields.slice(this.columns.length).some(({ value }) => value !== '')) return wrong(beyond, 'This line has more fields than there are columns; put what holds a comma in quotation marks');
    const field = (column: Column): Field => row.fields[this.columns.indexOf(column)] ?? { value: '', start: row.start, end: row.end };
    const value = (column: Column): string => field(column).value.replace(/\s+/g, ' ');
    if (value('name') === '') return wrong(row, 'This line has no name');
    const type = typeOf(value('type'));
    if (type === undefined && value('type') !== '') return wrong(field('type'), `“${value('type')}” is no type of a name`);
    for (const column of ['valid from', 'valid to'] as const) if (value(column) !== '' && !isDate(value(column))) return wrong(field(column), `“${value(column)}” is no date (YYYY, YYYY-MM or YYYY-MM-DD)`);
    const entry: GlossaryEntry = {
      name: value('name'), aliases: value('aliases').split(/[;|]/).map((alias) => alias.trim()).filter((alias) => alias !== ''), type,
      preferred: value('preferred spelling'), note: value('note'), link: value('link'), from: value('valid from'), to: value('valid to'),
    };
    if (endsBefore(entry.to, entry.from)) return wrong(field('valid to'), `Valid to ${entry.to}, which is before ${entry.from}`);
    if (entry.link !== '' && !/^https?:\/\/[^\s/]/i.test(entry.link)) return wrong(field('link'), `“${entry.link}” is no address of a web page (https://…)`);
    const key = entry.name.toLowerCase();
    const others = this.byName.get(key) ?? [];
    if (others.some((other) => overlap(entry, other))) return wrong(field('name'), `“${entry.name}” stands here twice for the same time; the first line counts`);
    this.byName.set(key, [...others, entry]);
    return entry;
  }
}

function wrong(where: Span, message: string): GlossaryProblem {
  return { ...place(where), message: `${message}. The line is skipped`, skipped: true };
}

function place({ start, end }: Span): Span {
  return { start, end };
}
