/** What a person has selected, as ranges that do not span lines and neither begin nor end in white space. */
import { Range } from 'vscode';
import type { TextDocument } from 'vscode';

export function inLines(document: TextDocument, ranges: readonly Range[]): Range[] {
  return ranges.flatMap((range) => {
    const lines: Range[] = [];
    for (let line = range.start.line; line <= range.end.line; line++) {
      const within = document.lineAt(line).range.intersection(range);
      const trimmed = within === undefined ? undefined : trim(document, within);
      if (trimmed !== undefined) lines.push(trimmed);
    }
    return lines;
  });
}

function trim(document: TextDocument, range: Range): Range | undefined {
  const text = document.getText(range);
  if (text.trim() === '') return undefined;
  const start = range.start.translate(0, text.length - text.trimStart().length);
  return new Range(start, start.translate(0, text.trim().length));
}
