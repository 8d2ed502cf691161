/** The checking log as CSV (RFC 4180), in which nothing is a formula. Pure. */
import { unparse } from 'papaparse';
import type { CheckLine } from '../../../server/src/annotatingProtocol.js';
import { CHECK_WORDS } from './checkWords.js';
import { typeWords } from './keys.js';

const HEADER = ['state', 'kind', 'type', 'words', 'source', 'evidence', 'by', 'when', 'line', 'file'];

/** A value that a spreadsheet would run gets one `'` before it; one that begins with such signs after apostrophes too, so that taking one away gives it back. */
const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;

/** One row for each line that is given, after a header; lines end with CR LF, the last one too. */
export function checkTable(lines: readonly CheckLine[], file: string): string {
  const rows = lines.map(({ state, kind, type, quote, source, evidence, by, when, range }) => [
    CHECK_WORDS[state], kind, typeWords(kind, type), quote, source, evidence.map((one) => `${one.kind}: ${one.value}`).join('; '), by, when,
    range === null ? '' : String(range.start.line + 1), file,
  ].map(protect));
  return `${unparse([HEADER, ...rows], { newline: '\r\n' })}\r\n`;
}

function protect(value: string): string {
  const clean = value.replaceAll('\0', '');
  return FORMULA.test(clean) ? `'${clean}` : clean;
}
