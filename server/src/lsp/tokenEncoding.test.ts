import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { mentionsOf } from '../analysis/article.js';
import { ArticleEngine } from '../analysis/engine.js';
import { ENTITY_TYPES } from '../analysis/types.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { difference, encodeTokens } from './tokenEncoding.js';

const SHOWN = new Set(ENTITY_TYPES);
const gazetteer = loadGazetteer();

/** The texts that the tokens cover, read as an editor reads them: by the LSP library's own lines. */
function covered(text: string): string[] {
  const document = TextDocument.create('file:///x', 'article', 1, text);
  const data = encodeTokens(new ArticleEngine(gazetteer).update(text), SHOWN);
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let i = 0; i < data.length; i += 5) {
    const down = data[i] ?? 0;
    line += down;
    character = down === 0 ? character + (data[i + 1] ?? 0) : data[i + 1] ?? 0;
    const start = document.offsetAt({ line, character });
    found.push(text.slice(start, start + (data[i + 2] ?? 0)));
  }
  return found;
}

function expected(text: string): string[] {
  return [...mentionsOf(new ArticleEngine(gazetteer).update(text))].flatMap((m) => m.text.split(/[\r\n]+/)).filter((part) => part !== '');
}

describe('encodeTokens', () => {
  it('covers the mentions, whatever ends the lines', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      const text = HARBOUR_TALKS.replace(/\n/g, end);
      expect(covered(text)).toEqual(expected(text));
      expect(covered(text).length).toBeGreaterThan(10);
    }
  });

  it('cuts a name that a hard-wrapped line breaks', () => {
    const text = 'The talks in Oslo went on for hours, and the minister, Marta\nRuusmann, said that the Port Workers\nFederation had agreed to none of the terms.';
    expect(covered(text)).toEqual(expect.arrayContaining(['Marta', 'Ruusmann', 'Port Workers', 'Federation']));
  });

  it('holds for any line ends put anywhere', () => {
    const piece = fc.constantFrom('\n', '\r\n', '\r', '\n\n', ' 🚢 ', 'Riga', ' said ', '\ufeff');
    fc.assert(fc.property(fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), piece), { maxLength: 12 }), (inserts) => {
      let text = HARBOUR_TALKS;
      for (const [at, insert] of inserts) {
        const offset = Math.floor(at * text.length);
        text = text.slice(0, offset) + insert + text.slice(offset);
      }
      expect(covered(text)).toEqual(expected(text));
    }), { numRuns: 200 });
  });
});

describe('difference', () => {
  it('leads from one to the other for any two', () => {
    const tokens = fc.array(fc.constantFrom([0, 1, 2, 0, 0], [1, 4, 2, 3, 1], [0, 7, 5, 9, 0]), { maxLength: 12 }).map((list) => Uint32Array.from(list.flat()));
    fc.assert(fc.property(tokens, tokens, (before, after) => {
      const edit = difference(before, after);
      const data = Array.from(before);
      if (edit !== undefined) data.splice(edit.start, edit.deleteCount, ...edit.data);
      expect(data).toEqual(Array.from(after));
      expect(edit === undefined).toBe(before.join() === after.join());
    }));
  });
});
