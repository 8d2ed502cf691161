import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS, longArticle } from '../../../test/fixtures/articles.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { recordOf } from '../cli/record.js';
import { ArticleEngine } from './engine.js';

const gazetteer = loadGazetteer();

/** Everything a reader of the article can see, as plain data. */
function seen(engine: ArticleEngine, text: string, change?: Parameters<ArticleEngine['update']>[1]): unknown {
  const article = engine.update(text, change);
  return { ...recordOf('x', article), blocks: article.blocks.map((b) => [b.start, b.end, b.zone, b.paragraph]) };
}

/** Pieces that break and mend structure: names, quotation marks, blank lines, labels, half words. */
const piece = fc.constantFrom(
  '', 'x', ' ', '.', '“', '”', '"', '\n', '\n\n', '\r\n\r\n', 'Advertisement\n\n', ' said Ruusmann. ', 'Mr. Dahl', 'Marta ', ' (PWF)', 'Reuters', ' on Friday', '2026-03-14', 'date 2025-01-02 ',
  '🚢', 'é', '\u0301', '\ufeff', 'مرحبا', 'READ MORE: ', 'According to the mayor, ', 'Monday', '\ud83d', ',',
);
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(40), insert: piece }), { minLength: 1, maxLength: 8 });

describe('ArticleEngine', () => {
  it('gives after any edits what a fresh engine gives for the text', () => {
    fc.assert(fc.property(edits, (list) => {
      let text = HARBOUR_TALKS;
      const engine = new ArticleEngine(gazetteer);
      engine.update(text);
      for (const { at, remove, insert } of list) {
        const start = Math.floor(at * text.length);
        const oldEnd = Math.min(text.length, start + remove);
        text = text.slice(0, start) + insert + text.slice(oldEnd);
        expect(seen(engine, text, { start, oldEnd, newEnd: start + insert.length })).toEqual(seen(new ArticleEngine(gazetteer), text));
      }
    }), { numRuns: 150 });
  });

  it('never throws, and every span lies in the text', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')));
    fc.assert(fc.property(texts, (text) => {
      const article = new ArticleEngine(gazetteer).update(text);
      const record = recordOf('x', article);
      for (const e of record.entities) expect(e.text).toBe(text.slice(e.start, e.end));
      for (const claim of record.claims) for (const [start, end] of [...claim.source, ...claim.cue, ...claim.content]) {
        expect(start).toBeLessThan(end);
        expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
      }
    }), { numRuns: 4000 });
  });

  it('analyses one paragraph for one keystroke, however long the article', () => {
    for (const words of [1000, 20_000]) {
      const text = longArticle(words);
      const engine = new ArticleEngine(gazetteer);
      engine.update(text);
      const before = engine.work.blocksAnalysed;
      const at = text.indexOf(' talks', Math.floor(text.length / 2));
      engine.update(`${text.slice(0, at)}s${text.slice(at)}`, { start: at, oldEnd: at, newEnd: at + 1 });
      expect(engine.work.blocksAnalysed - before).toBe(1);
    }
  });

  it('does about twice the work for twice the article', () => {
    const work = (words: number): number => {
      const engine = new ArticleEngine(gazetteer);
      engine.update(longArticle(words));
      return engine.work.blocksAnalysed;
    };
    expect(work(8000) / work(4000)).toBeLessThan(2.2);
  });

  it('costs nothing to undo', () => {
    const engine = new ArticleEngine(gazetteer);
    engine.update(HARBOUR_TALKS);
    const changed = HARBOUR_TALKS.replace('Riga', 'Oslo');
    const at = HARBOUR_TALKS.indexOf('Riga');
    engine.update(changed, { start: at, oldEnd: at + 4, newEnd: at + 4 });
    const before = engine.work.blocksAnalysed;
    engine.update(HARBOUR_TALKS, { start: at, oldEnd: at + 4, newEnd: at + 4 });
    expect(engine.work.blocksAnalysed).toBe(before);
  });
});

describe('typing in a long story', () => {
  it('moves zones as a fresh engine would, letter by letter', () => {
    const piece = fc.constantFrom('x', ' ', '. ', '\n\n', 'Advertisement', '“', ' said Ruusmann', ': ', '- ', '?');
    const typing = fc.array(fc.record({ at: fc.double({ min: 0.3, max: 1, noNaN: true }), remove: fc.nat(3), insert: piece }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(typing, (list) => {
      let text = longArticle(1500, 55);
      const engine = new ArticleEngine(gazetteer);
      engine.update(text);
      for (const { at, remove, insert } of list) {
        const start = Math.floor(at * text.length);
        const oldEnd = Math.min(text.length, start + remove);
        text = text.slice(0, start) + insert + text.slice(oldEnd);
        expect(seen(engine, text, { start, oldEnd, newEnd: start + insert.length })).toEqual(seen(new ArticleEngine(gazetteer), text));
      }
    }), { numRuns: 40 });
  });
});
