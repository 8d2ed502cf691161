import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { offsetOf, rangeOf, rangesOf } from './translate.js';

const texts = fc.array(fc.constantFrom('a', 'bc', '🚢', ' ', '\n', '\r\n', '\r'), { maxLength: 20 }).map((parts) => parts.join(''));

describe('ranges', () => {
  it('are the positions of both ends, for any text', () => {
    fc.assert(fc.property(texts, fc.nat(45), fc.nat(45), (text, a, b) => {
      const document = TextDocument.create('file:///any', 'article', 1, text);
      const s = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
      expect(rangeOf(document, s)).toEqual({ start: document.positionAt(s.start), end: document.positionAt(s.end) });
    }), { numRuns: 2000 });
  });
});

describe('ranges by the line', () => {
  it('hold all of the words and no end of a line, none of them empty, for any text', () => {
    fc.assert(fc.property(texts, fc.nat(45), fc.nat(45), (text, a, b) => {
      const document = TextDocument.create('file:///any', 'article', 1, text);
      const s = { start: Math.min(a, b, text.length), end: Math.min(Math.max(a, b), text.length) };
      const found = rangesOf(document, text, s);
      expect(found.map((range) => document.getText(range)).join('')).toBe(text.slice(s.start, s.end).replaceAll(/[\r\n]/g, ''));
      for (const { start, end } of found) expect([end.line, end.character > start.character]).toEqual([start.line, true]);
    }), { numRuns: 2000 });
  });
});

describe('positions', () => {
  it('past the last line are nowhere, past the end of a line at its end', () => {
    const document = TextDocument.create('file:///any', 'article', 1, 'one\r\ntwo');
    expect(offsetOf(document, { line: 0, character: 99 })).toBe(3);
    expect(offsetOf(document, { line: 1, character: 1 })).toBe(6);
    expect(offsetOf(document, { line: 2, character: 0 })).toBeNull();
  });
});
