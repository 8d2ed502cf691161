/**
 * An open document as `vscode-languageserver-textdocument` gives it, over a text in pieces: there each edit makes a string of the whole
 * anew, which costs more than all that is read of the paragraph. Lines, columns and what lies past an end are as there; a test holds it.
 */
import type { Position, Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { EditedText, lastFrom } from '../base/text.js';
import type { Positions } from './translate.js';

export class EditedDocument implements Positions {
  private edited: EditedText;
  private lineStarts: number[];

  constructor(readonly uri: string, readonly languageId: string, private current: number, content: string) {
    this.edited = EditedText.of(content);
    this.lineStarts = [0, ...lineStartsIn(content, 0)];
  }

  get version(): number { return this.current; }
  get lineCount(): number { return this.lineStarts.length; }
  /** Where each line begins, in the present version: the next edit may change the list. */
  get lines(): readonly number[] { return this.lineStarts; }
  /** Of the present version: another one after each edit. */
  get text(): EditedText { return this.edited; }

  getText(range?: Range): string {
    return range === undefined ? this.edited.toString() : this.edited.slice(this.offsetAt(range.start), this.offsetAt(range.end));
  }

  update(change: TextDocumentContentChangeEvent, version: number): void {
    this.current = version;
    if (!('range' in change)) {
      this.edited = EditedText.of(change.text);
      this.lineStarts = [0, ...lineStartsIn(change.text, 0)];
      return;
    }
    const a = this.offsetAt(change.range.start);
    const b = this.offsetAt(change.range.end);
    const start = Math.min(a, b);
    const oldEnd = Math.max(a, b);
    this.edited = this.edited.edited(start, oldEnd, change.text);
    this.moveLines(start, oldEnd, change.text);
  }

  positionAt(offset: number): Position {
    const within = Math.max(0, Math.min(offset, this.edited.length));
    const line = lastFrom(this.lineStarts, within);
    const lineStart = this.lineStarts[line] ?? 0;
    return { line, character: this.beforeLineEnd(within, lineStart) - lineStart };
  }

  offsetAt({ line, character }: Position): number {
    if (line >= this.lineStarts.length) return this.edited.length;
    if (line < 0) return 0;
    const lineStart = this.lineStarts[line] ?? 0;
    if (character <= 0) return lineStart;
    return this.beforeLineEnd(Math.min(lineStart + character, this.lineStarts[line + 1] ?? this.edited.length), lineStart);
  }

  /** Of two characters that end a line together an edit may take one, or part them: the line before and the one after are read again. */
  private moveLines(start: number, oldEnd: number, inserted: string): void {
    const first = lastFrom(this.lineStarts, Math.max(0, start - 1));
    const delta = inserted.length - (oldEnd - start);
    let after = lastFrom(this.lineStarts, oldEnd) + 1;
    // A line that begins where the edit ends may begin no more.
    while (after < this.lineStarts.length && (this.lineStarts[after] ?? 0) <= oldEnd + 1) after++;
    const from = this.lineStarts[first] ?? 0;
    const to = after < this.lineStarts.length ? (this.lineStarts[after] ?? 0) + delta : this.edited.length;
    const between = lineStartsIn(this.edited.slice(from, to), from).filter((at) => at < to || after >= this.lineStarts.length);
    if (between.length === after - first - 1) {
      for (const [i, at] of between.entries()) this.lineStarts[first + 1 + i] = at;
      if (delta !== 0) for (let i = after; i < this.lineStarts.length; i++) this.lineStarts[i] = (this.lineStarts[i] ?? 0) + delta;
      return;
    }
    this.lineStarts = [...this.lineStarts.slice(0, first + 1), ...between, ...this.lineStarts.slice(after).map((at) => at + delta)];
  }

  private beforeLineEnd(offset: number, lineStart: number): number {
    let at = offset;
    while (at > lineStart && endsLine(this.edited.charCodeAt(at - 1))) at--;
    return at;
  }
}

function endsLine(code: number): boolean {
  return code === 10 || code === 13;
}

/** Where lines begin after LF, CRLF or a lone CR, the text's own beginning left out. */
function lineStartsIn(text: string, offset: number): number[] {
  const starts: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!endsLine(code)) continue;
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    starts.push(offset + i + 1);
  }
  return starts;
}
