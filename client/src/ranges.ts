/** Between the protocol's ranges, which are plain data, and the editor's. */
import { Range } from 'vscode';
import type { Range as LspRange } from 'vscode-languageserver-protocol';

export function toLsp({ start, end }: Range): LspRange {
  return { start: { line: start.line, character: start.character }, end: { line: end.line, character: end.character } };
}

export function fromLsp({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
