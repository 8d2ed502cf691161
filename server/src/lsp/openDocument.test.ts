import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Change } from '../analysis/engine.js';
import { joined } from './openDocument.js';

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
