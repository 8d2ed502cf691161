import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../analysis/engine.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { DEFAULT_SETTINGS } from '../settings.js';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { OpenDocument, joined } from './openDocument.js';

describe('joined', () => {
  it('covers every difference of any edits in a row', () => {
    const edit = fc.record({ at: fc.nat(40), remove: fc.nat(10), insert: fc.string({ maxLength: 6 }) });
    fc.assert(fc.property(fc.string({ minLength: 5, maxLength: 40 }), fc.array(edit, { minLength: 1, maxLength: 6 }), (base, edits) => {
      let text = base;
      let change: Change | undefined;
      for (const { at, remove, insert } of edits) {
        const start = Math.min(at, text.length);
        const oldEnd = Math.min(text.length, start + remove);
        text = text.slice(0, start) + insert + text.slice(oldEnd);
        change = joined(change, { start, oldEnd, newEnd: start + insert.length });
      }
      if (change === undefined) return;
      expect(text.slice(0, change.start)).toBe(base.slice(0, change.start));
      expect(text.slice(change.newEnd)).toBe(base.slice(change.oldEnd));
    }));
  });
});

describe('what is asked in the middle of a word', () => {
  const gazetteer = loadGazetteer();
  const opened = (): OpenDocument => {
    const open = OpenDocument.create('file:///a.article', 'article', 1, HARBOUR_TALKS);
    open.read(DEFAULT_SETTINGS, () => gazetteer);
    return open;
  };
  const typing = (open: OpenDocument, ...texts: string[]): void => {
    texts.forEach((text, i) => { OpenDocument.update(open, [{ range: { start: { line: 4, character: i }, end: { line: 4, character: i } }, text }], i + 2); });
  };

  it('gets the article of before, and no paragraph is read for it', () => {
    const open = opened();
    const before = open.read(DEFAULT_SETTINGS, () => gazetteer);
    const work = open.work;
    typing(open, 'R', 'i');
    const start = open.positions.offsetAt({ line: 4, character: 0 });
    expect(open.readBefore()).toEqual({ article: before, typed: { start, oldEnd: start, newEnd: start + 2 } });
    expect(open.work).toEqual(work);
    open.read(DEFAULT_SETTINGS, () => gazetteer);
    expect(open.readBefore()?.typed).toBeUndefined();
  });

  it('gets none where more has changed than some letters, or nothing was read', () => {
    for (const text of ['\n', 'One.\r\nTwo', 'Transport Minister Marta Ruusmann ']) {
      const open = opened();
      typing(open, text);
      expect(open.readBefore()).toBeUndefined();
    }
    expect(OpenDocument.create('file:///a.article', 'article', 1, HARBOUR_TALKS).readBefore()).toBeUndefined();
  });
});
