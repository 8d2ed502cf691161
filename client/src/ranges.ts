/** Between the protocol's ranges, which are plain data, and the editor's; and what of a text is asked about. */
import { Range } from 'vscode';
import type { TextDocument } from 'vscode';
import type { Range as LspRange } from 'vscode-languageserver-protocol';

export function toLsp({ start, end }: Range): LspRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

export function fromLsp({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}

/** The visible lines, and as many before and after them. */
export function withMargin(document: TextDocument, range: Range): Range {
  const lines = range.end.line - range.start.line + 1;
  return document.validateRange(new Range(Math.max(0, range.start.line - lines), 0, range.end.line + lines, Number.MAX_SAFE_INTEGER));
}
