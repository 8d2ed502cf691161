/** A CSV text as rows of fields, each with its place: what Papa Parse reads, found again in the text. Never throws, for any text. */
import { parse } from 'papaparse';
import type { Span } from '../../base/span.js';

export interface Field extends Span {
  /** Without quotes, trimmed. */
  readonly value: string;
}

export interface Row extends Span {
  readonly fields: readonly Field[];
  /** What the reader of CSV says is wrong with it, in words. */
  readonly problem: string | undefined;
}

export interface Table {
  readonly delimiter: string;
  readonly rows: readonly Row[];
}

/** What spreadsheets write between fields, the usual one first. */
const DELIMITERS = [',', ';', '\t'];
/** Times that reading goes on in the line after one whose quotation marks are wrong: such a row may hold all of the rest. */
const MOST_RESUMED = 100;

/** Rows without anything in them are left out. */
export function rowsOf(text: string): Table {
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  const body = text.slice(bom);
  const delimiter = delimiterOf(body);
  const rows: Row[] = [];
  for (let from = 0, resumed = 0; from < body.length; resumed++) {
    const broken = readFrom(body, from, delimiter, (start, end) => { rows.push(rowAt(body, start, end, bom, delimiter, undefined)); });
    if (broken === undefined) break;
    const end = resumed < MOST_RESUMED ? lineEnd(body, broken.start) : body.length;
    rows.push(rowAt(body, broken.start, end, bom, delimiter, broken.code));
    from = body.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  return { delimiter, rows };
}

/** Gives the first row whose quotation marks are wrong, if there is one, and reads no further. */
function readFrom(text: string, from: number, delimiter: string, found: (start: number, end: number) => void): { readonly start: number; readonly code: string } | undefined {
  let start = from;
  let broken: { readonly start: number; readonly code: string } | undefined;
  parse<string[]>(text.slice(from), {
    delimiter,
    step: ({ data, errors: [error], meta }, parser) => {
      if (error !== undefined) {
        broken ??= { start, code: error.code };
        parser.abort();
      } else {
        const end = Math.max(from + meta.cursor, start);
        if (data.some((value) => value.trim() !== '')) found(start, end);
        start = end;
      }
    },
  });
  return broken;
}

function delimiterOf(text: string): string {
  const header = text.slice(0, lineEnd(text, 0));
  const count = (mark: string): number => header.split(mark).length;
  return [...DELIMITERS].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

function lineEnd(text: string, from: number): number {
  const found = /[\r\n]/.exec(text.slice(from));
  return found === null ? text.length : from + found.index;
}

function rowAt(text: string, start: number, next: number, shift: number, delimiter: string, code: string | undefined): Row {
  let end = next;
  while (end > start && (text.charAt(end - 1) === '\n' || text.charAt(end - 1) === '\r')) end--;
  const fields = fieldsOf(text.slice(start, end), delimiter).map(({ value, ...place }) => ({ value, start: place.start + start + shift, end: place.end + start + shift }));
  return { start: start + shift, end: end + shift, fields, problem: code === undefined ? undefined : code === 'MissingQuotes' ? 'a quotation mark is opened and not closed' : 'a quotation mark stands where none may' };
}

/** The fields of one row by the rules of RFC 4180: a quote opens only at the start of a field, and two of them stand for one. */
function fieldsOf(row: string, delimiter: string): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at <= row.length;) {
    const start = at;
    let value = '';
    if (row.charAt(at) === '"') {
      at++;
      while (at < row.length) {
        const quote = row.indexOf('"', at);
        if (quote < 0) {
          value += row.slice(at);
          at = row.length;
        } else {
          value += row.slice(at, quote);
          at = quote + 1;
          if (row.charAt(at) !== '"') break;
          value += '"';
          at++;
        }
      }
    }
    const found = row.indexOf(delimiter, at);
    const end = found < 0 ? row.length : found;
    fields.push({ value: (value + row.slice(at, end)).trim(), start, end });
    at = end + delimiter.length;
    if (found < 0) break;
  }
  return fields;
}
