import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { mentionsOf } from '../analysis/article.js';
import { ArticleEngine } from '../analysis/engine.js';
import { ENTITY_TYPES } from '../analysis/types.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { EditedDocument } from './editedDocument.js';
import type { Layout } from './tokenEncoding.js';
import { difference, layOut, layOutAgain, numbersOf } from './tokenEncoding.js';

const SHOWN = new Set(ENTITY_TYPES);
const gazetteer = loadGazetteer();

/** The texts that the tokens cover, read as an editor reads them: by the LSP library's own lines. */
function covered(text: string): string[] {
  const document = TextDocument.create('file:///x', 'article', 1, text);
  const data = numbersOf(layOut(new ArticleEngine(gazetteer).update(text), SHOWN, new EditedDocument('file:///x', 'article', 1, text).lines));
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
  it('leads from the tokens of one version to those of a fresh reading of the next, whatever is edited', () => {
    const piece = fc.constantFrom('', ' ', '\n', '\r\n', '\n\n', 'x', 'Riga', ' Marta Ruusmann said that ', 'JOIN US ON TELEGRAM');
    const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 30 }), piece);
    fc.assert(fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      const document = new EditedDocument('file:///x', 'article', 1, HARBOUR_TALKS);
      const engine = new ArticleEngine(gazetteer);
      let before: Layout = layOut(engine.update(document.text), SHOWN, document.lines);
      for (const [i, [at, length, text]] of edits.entries()) {
        const start = document.offsetAt(document.positionAt(Math.floor(at * document.text.length)));
        const oldEnd = document.offsetAt(document.positionAt(start + length));
        document.update({ range: { start: document.positionAt(start), end: document.positionAt(oldEnd) }, text }, i + 2);
        const change = { start, oldEnd, newEnd: start + text.length };
        const article = engine.update(document.text, change);
        const after = layOut(article, SHOWN, document.lines);
        const fresh = numbersOf(layOut(new ArticleEngine(gazetteer).update(document.getText()), SHOWN, new EditedDocument('file:///y', 'article', 1, document.getText()).lines));
        const found = difference(before, after);
        const data = numbersOf(before);
        if (found !== undefined) data.splice(found.start, found.deleteCount, ...found.data);
        expect(data).toEqual(fresh);
        expect(found === undefined).toBe(numbersOf(before).join() === fresh.join());
        const again = layOutAgain(before, article, document.lines, change);
        expect({ parts: again.parts.map((part) => part.data), starts: again.starts, numbers: numbersOf(again) }).toEqual({ parts: after.parts.map((part) => part.data), starts: after.starts, numbers: fresh });
        expect(difference(before, again, again)).toEqual(found);
        before = again;
      }
    }), { numRuns: 100 });
  });
});
