/** Spans to LSP ranges and back. */
import type { Position, Range } from 'vscode-languageserver';
import type { Span } from '../base/span.js';
import type { Text } from '../base/text.js';

/** Lines and columns of a document; what lies past the end of a line or of the text is that end. */
export interface Positions {
  readonly lineCount: number;
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
}

export function rangeOf(document: Positions, s: Span): Range {
  const start = document.positionAt(s.start);
  const nextLine = document.offsetAt({ line: start.line + 1, character: 0 });
  // Nearly every span ends on the line that it starts on, clear of the two characters that may end it: no second search for the line.
  const end = s.end <= nextLine - 2 ? { line: start.line, character: start.character + s.end - s.start } : document.positionAt(s.end);
  return { start, end };
}

/** `null` for a line that the document does not have; a column past the end of its line is the end, as LSP says. */
export function offsetOf(document: Positions, position: Position): number | null {
  return position.line >= 0 && position.line < document.lineCount ? document.offsetAt(position) : null;
}

/** A reversed range is read forwards; positions past the end go to the end. */
export function spanOf(document: Positions, range: Range): Span {
  const a = document.offsetAt(range.start);
  const b = document.offsetAt(range.end);
  return { start: Math.min(a, b), end: Math.max(a, b) };
}

/** One range a line, without the ends of lines; empty lines give none. */
export function rangesOf(document: Positions, text: Text, s: Span): Range[] {
  const whole = rangeOf(document, s);
  // Nearly every span lies in one line.
  if (whole.start.line === whole.end.line) return whole.start.character < whole.end.character ? [whole] : [];
  const ranges: Range[] = [];
  for (let { line } = whole.start; line <= whole.end.line; line++) {
    const lineStart = document.offsetAt({ line, character: 0 });
    const next = line + 1 < document.lineCount ? document.offsetAt({ line: line + 1, character: 0 }) : text.length;
    const from = Math.max(s.start, lineStart);
    let to = Math.min(s.end, next);
    while (to > from && (text.charCodeAt(to - 1) === 10 || text.charCodeAt(to - 1) === 13)) to--;
    if (to > from) ranges.push({ start: { line, character: from - lineStart }, end: { line, character: to - lineStart } });
  }
  return ranges;
}
