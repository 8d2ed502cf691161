/** The mentions of an entity, each in the words around it. Pure. */
import type { Range } from 'vscode-languageserver-protocol';
import type { Row } from './row.js';

/** Characters before a mention, few enough for it to be seen in a narrow view; the view itself cuts what is too long after it. */
const BEFORE = 14;
const AFTER = 100;

/** @param lineAt the text of a line, counted from 0 */
export function mentionRows(entityRow: string, ranges: readonly Range[], lineAt: (line: number) => string): Row[] {
  return ranges.map(({ start, end }, i) => {
    const line = lineAt(start.line);
    const from = wordStart(line, start.character - BEFORE);
    const lead = from > 0 ? '…' : '';
    const last = end.line === start.line ? end.character : line.length;
    const label = lead + line.slice(from, last + AFTER).trimEnd();
    const shift = lead.length - from;
    return {
      id: `mention:${entityRow}:${i}`, kind: 'mention', label, strong: [start.character + shift, last + shift],
      description: `line ${start.line + 1}`, tooltip: `Line ${start.line + 1}: ${label}`, spoken: `Line ${start.line + 1}, ${label}`, rows: [],
    };
  });
}

/** The first start of a word at or after the place; 0 for one before the line. */
function wordStart(line: string, from: number): number {
  if (from <= 0) return 0;
  const space = line.indexOf(' ', from);
  return space < 0 || space > from + BEFORE ? from : space + 1;
}
