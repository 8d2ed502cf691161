import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { History } from './history.js';

/** A list of which some run is replaced, as blocks are by edits. */
interface Edit {
  readonly front: number;
  readonly removed: number;
  readonly added: number;
}

describe('History', () => {
  it('tells no block the same that may be another, however far apart the versions are', () => {
    const edit: fc.Arbitrary<Edit> = fc.record({ front: fc.nat(12), removed: fc.nat(3), added: fc.nat(3) });
    fc.assert(fc.property(fc.array(edit, { maxLength: 24 }), fc.nat(), fc.nat(), (edits, a, b) => {
      const history = new History();
      let next = 10;
      let blocks = Array.from({ length: next }, (_, i) => i);
      const versions = [{ version: history.version, blocks }];
      for (const { front: asked, removed, added } of edits) {
        const front = Math.min(asked, blocks.length);
        const back = Math.max(0, blocks.length - front - removed);
        blocks = [...blocks.slice(0, front), ...Array.from({ length: added }, () => next++), ...blocks.slice(blocks.length - back)];
        history.step({ front, back });
        versions.push({ version: history.version, blocks });
      }
      const from = versions[a % versions.length];
      const to = versions[b % versions.length];
      if (from === undefined || to === undefined) throw new Error('there is a version');
      const { front, back } = history.since(from.version, to.version);
      const limit = Math.min(from.blocks.length, to.blocks.length);
      expect(to.blocks.slice(0, Math.min(front, limit))).toEqual(from.blocks.slice(0, Math.min(front, limit)));
      const behind = Math.min(back, limit);
      expect(to.blocks.slice(to.blocks.length - behind)).toEqual(from.blocks.slice(from.blocks.length - behind));
    }));
  });

  it('knows all but the block of each of a few keys, and nothing of another article', () => {
    const history = new History();
    const before = history.version;
    history.step({ front: 4, back: 5 });
    history.step({ front: 7, back: 2 });
    expect(history.since(before, history.version)).toEqual({ front: 4, back: 2 });
    expect(history.since(new History().version, history.version)).toEqual({ front: 0, back: 0 });
    for (let i = 0; i < 40; i++) history.step({ front: 4, back: 5 });
    expect(history.since(before, history.version)).toEqual({ front: 0, back: 0 });
  });
});
