/** The glossary file itself: what is wrong in it, what may stand at a place of it, and the line that a name of an article gets. Loaded with the first glossary. */
import { unparse } from 'papaparse';
import type { Span } from '../base/span.js';
import type { Column, GlossaryType } from '../knowledge/index.js';
import { COLUMNS, TYPE_NAMES, columnOf } from '../knowledge/index.js';
import { rowsOf } from '../knowledge/glossary/rows.js';
import type { Row } from '../knowledge/glossary/rows.js';
import { TYPE_WORDS } from './words.js';

export { readGlossary } from '../knowledge/glossary/read.js';

export interface GlossarySuggestion {
  readonly label: string;
  readonly detail: string;
  readonly replaces: Span;
}

/** Types in their column, headings in the first line; nothing elsewhere. */
export function completeInGlossary(text: string, offset: number): GlossarySuggestion[] {
  const { rows } = rowsOf(text);
  const [header] = rows;
  if (header === undefined || offset <= header.end) return headings(header, offset);
  const row = rows.find(({ start, end }) => start <= offset && offset <= end);
  // A line that is only begun has fields that nobody has written yet.
  const index = row?.fields.findIndex(({ start, end }) => start <= offset && offset <= end) ?? -1;
  const field = row?.fields[index];
  if (field === undefined || columnOf(header.fields[index]?.value ?? '') !== 'type') return [];
  return TYPE_NAMES.map(([type]) => ({ label: type, detail: TYPE_WORDS[type], replaces: { start: field.start, end: field.end } }));
}

function headings(header: Row | undefined, offset: number): GlossarySuggestion[] {
  const here = header?.fields.find(({ start, end }) => start <= offset && offset <= end);
  const others = new Set(header?.fields.filter((field) => field !== here).map(({ value }) => columnOf(value)));
  return COLUMNS.filter((column) => !others.has(column)).map((column) => ({ label: column, detail: DETAILS[column], replaces: here ?? { start: offset, end: offset } }));
}

const DETAILS: Readonly<Record<Column, string>> = {
  name: 'as it is usually written', aliases: 'other names, with ; between them', type: 'PERSON, ORG, …', 'preferred spelling': 'as the newsroom writes it', note: 'what the card is to say',
  link: 'https://…', 'valid from': 'YYYY, YYYY-MM or YYYY-MM-DD', 'valid to': 'YYYY, YYYY-MM or YYYY-MM-DD',
};

export interface NewEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Empty where it is not known. */
  readonly type: GlossaryType | '';
}

export type GlossaryLine =
  /** What is to be put behind the text, a header before it where there is none, and the number of the new line, from 0. */
  | { readonly kind: 'new'; readonly append: string; readonly line: number }
  | { readonly kind: 'known'; readonly line: number }
  | { readonly kind: 'refused'; readonly message: string };

/** `text` is null for a file that is not there yet. */
export function lineFor(text: string | null, entry: NewEntry): GlossaryLine {
  const { rows, delimiter } = rowsOf(text ?? '');
  const [header] = rows;
  const newline = text?.includes('\r\n') === true ? '\r\n' : '\n';
  const write = (fields: readonly string[]): string => `${unparse([[...fields]], { delimiter, escapeFormulae: true })}${newline}`;
  if (header === undefined || text === null) return { kind: 'new', append: `${text === null || text.endsWith('\n') || text === '' ? '' : newline}${write(COLUMNS)}${write(fieldsOf(COLUMNS, entry))}`, line: linesIn(text ?? '') + 1 };
  const columns = header.fields.map(({ value }) => columnOf(value));
  const nameColumn = columns.indexOf('name');
  if (nameColumn < 0) return { kind: 'refused', message: 'The first line of the house list does not name the columns, so nothing can be added to it.' };
  const known = rows.slice(1).find(({ fields }) => fields[nameColumn]?.value.toLowerCase() === entry.name.toLowerCase());
  if (known !== undefined) return { kind: 'known', line: text.slice(0, known.start).split('\n').length - 1 };
  return { kind: 'new', append: `${text.endsWith('\n') ? '' : newline}${write(fieldsOf(columns, entry))}`, line: linesIn(text) };
}

function fieldsOf(columns: readonly (Column | undefined)[], { name, aliases, type }: NewEntry): string[] {
  return columns.map((column) => (column === 'name' ? name : column === 'aliases' ? aliases.join('; ') : column === 'type' ? type : ''));
}

/** The number of the line that comes next. */
function linesIn(text: string): number {
  return text === '' ? 0 : text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}
