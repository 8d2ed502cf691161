import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { EditedDocument } from './editedDocument.js';

const text = fc.array(fc.constantFrom('Riga', ' ', '\n', '\r\n', '\r', '\n\n', '“', '😀', 'Tallinn.'), { maxLength: 12 }).map((pieces) => pieces.join(''));
const position = fc.record({ line: fc.integer({ min: -1, max: 8 }), character: fc.integer({ min: -1, max: 12 }) });
const changes = fc.array(fc.oneof({ weight: 6, arbitrary: fc.record({ range: fc.record({ start: position, end: position }), text }) }, { weight: 1, arbitrary: fc.record({ text }) }), { maxLength: 8 });

describe('EditedDocument', () => {
  it('has the text, lines and columns of the library’s document after the same edits', () => {
    fc.assert(fc.property(text, changes, (content, steps) => {
      const ours = new EditedDocument('file:///a.article', 'article', 1, content);
      for (const [i, step] of steps.entries()) {
        const before = ours.getText();
        const theirs = TextDocument.create('file:///a.article', 'article', 1, before);
        const range = 'range' in step ? ordered(step.range) : undefined;
        const now = range === undefined ? step.text : before.slice(0, theirs.offsetAt(range.start)) + step.text + before.slice(theirs.offsetAt(range.end));
        ours.update(step, i + 2);
        const fresh = TextDocument.create('file:///a.article', 'article', i + 2, now);
        expect(ours.getText()).toBe(now);
        expect([ours.version, ours.lineCount]).toEqual([i + 2, fresh.lineCount]);
        for (let offset = -1; offset <= now.length + 1; offset++) expect(ours.positionAt(offset)).toEqual(fresh.positionAt(offset));
        for (let line = -1; line <= fresh.lineCount; line++) {
          for (let character = -1; character < 12; character++) expect(ours.offsetAt({ line, character })).toBe(fresh.offsetAt({ line, character }));
        }
      }
    }), { numRuns: 300 });
  });
});

function ordered<T extends { readonly line: number; readonly character: number }>({ start, end }: { readonly start: T; readonly end: T }): { readonly start: T; readonly end: T } {
  return start.line > end.line || (start.line === end.line && start.character > end.character) ? { start: end, end: start } : { start, end };
}
