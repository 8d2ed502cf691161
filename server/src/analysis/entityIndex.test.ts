import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleBlock, Mention, NamedEntity } from './article.js';
import { EntityIndex } from './entityIndex.js';

/** A block with a mention for each letter, five characters apart. */
function blockOf(letters: string): Omit<ArticleBlock, 'start' | 'end'> {
  const mentions = Array.from(letters).map((letter, i): Mention => ({ start: 5 * i, end: 5 * i + 1, type: 'PERSON', text: letter, entity: letter === '.' ? '' : `PERSON/${letter}`, canonical: letter, uncertain: false }));
  return { zone: 'body', paragraph: 1, mentions, claims: { claims: [], openAtEnd: null, continues: null }, analysis: { tokenised: { text: '', zone: 'body', tokens: [], sentences: [], quotations: [] }, values: [], names: [] } };
}

const kept = new Map<string, ReturnType<typeof blockOf>>();
function keptBlock(letters: string): ReturnType<typeof blockOf> {
  const known = kept.get(letters) ?? blockOf(letters);
  kept.set(letters, known);
  return known;
}

function placed(list: readonly string[]): ArticleBlock[] {
  let at = 0;
  return list.map((letters) => {
    const block = { ...keptBlock(letters), start: at, end: at + 5 * letters.length };
    at = block.end + 2;
    return block;
  });
}

function seen(index: EntityIndex, blocks: readonly ArticleBlock[]): unknown {
  return index.of(blocks).map((entity) => ({
    id: entity.id, canonical: entity.canonical, forms: entity.forms, first: index.first(blocks, entity.id), mentions: index.one(blocks, entity.id)?.mentions,
  }));
}

const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', '.'), maxLength: 5 });
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(3), insert: fc.array(letters, { maxLength: 3 }) }), { minLength: 1, maxLength: 8 });

/** An entity's words by itself: one block for each text, in which it stands that far in. */
function wordsAfter(...versions: readonly (readonly (readonly [text: string, at: number, role?: string])[])[]): object[] {
  const index = new EntityIndex();
  return versions.map((blocks) => {
    const made = blocks.map(([text, start, role], i): ArticleBlock => {
      const roles = role === undefined ? [] : [{ start: 0, end: 1, text: role, kind: 'title' as const }];
      const name = { start, end: start + 1, text, key: text, sentenceStart: false, scores: {}, reasons: [], roles } as unknown as NonNullable<Mention['name']>;
      return { ...blockOf(''), start: 100 * i, end: 100 * i + 50, mentions: [{ start, end: start + 1, type: 'PERSON', text, entity: 'PERSON/x', canonical: 'x', uncertain: false, name }] };
    });
    return index.of(made)[0]?.words ?? {};
  });
}

describe('the words of an entity', () => {
  it('are the same as long as its forms have only moved', () => {
    const [before, moved, again] = wordsAfter([['x', 0], ['y', 4]], [['x', 0], ['y', 9]], [['x', 7], ['y', 9]]);
    expect(moved).toBe(before);
    expect(again).toBe(before);
  });

  it('are others when two forms have changed their places', () => {
    const words = wordsAfter([['x', 0], ['z', 0], ['y', 0]], [['y', 0], ['z', 0], ['x', 0]]);
    expect(new Set(words).size).toBe(2);
  });

  it('are others when a form is written otherwise, comes, goes or gets a role', () => {
    const words = wordsAfter([['x', 0]], [['y', 0]], [['y', 0, 'mayor']], [['y', 0, 'minister']], [['y', 0, 'minister'], ['y', 3]], [['y', 3]]);
    expect(new Set(words).size).toBe(6);
  });
});

describe('EntityIndex', () => {
  it('gives what a new one gives where blocks far apart are others at once', () => {
    fc.assert(fc.property(fc.array(letters, { minLength: 1, maxLength: 20 }), fc.array(fc.array(fc.tuple(fc.nat(19), letters), { maxLength: 4 }), { minLength: 1, maxLength: 5 }), (first, rounds) => {
      const index = new EntityIndex();
      let texts: readonly string[] = first;
      seen(index, placed(texts));
      for (const changes of rounds) {
        texts = texts.map((text, i) => changes.find(([at]) => at === i)?.[1] ?? text);
        const blocks = placed(texts);
        expect(seen(index, blocks)).toEqual(seen(new EntityIndex(), blocks));
      }
    }), { numRuns: 300 });
  });

  it('gives after any edits what a new one gives, also for a version before the last', () => {
    fc.assert(fc.property(fc.array(letters, { maxLength: 20 }), edits, (first, list) => {
      const index = new EntityIndex();
      let texts: readonly string[] = first;
      let former = placed(texts);
      seen(index, former);
      for (const { at, remove, insert } of list) {
        const start = Math.floor(at * texts.length);
        texts = [...texts.slice(0, start), ...insert, ...texts.slice(start + remove)];
        const blocks = placed(texts);
        const entity = index.one(former, 'PERSON/a');
        expect(seen(index, blocks)).toEqual(seen(new EntityIndex(), blocks));
        // What was handed out stays what it was.
        expect(entity?.mentions).toEqual(new EntityIndex().one(former, 'PERSON/a')?.mentions);
        if (insert.length === 0) expect(seen(index, former)).toEqual(seen(new EntityIndex(), former));
        former = blocks;
      }
    }), { numRuns: 300 });
  });

  it('keeps what it says of all that an edit does not mention', () => {
    const index = new EntityIndex();
    const before = new Map(index.of(placed(['ab', 'c', 'ad', 'be'])).map((entity): [string, NamedEntity] => [entity.id, entity]));
    const after = index.of(placed(['ab', 'cf', 'ad', 'be']));
    expect(after.map(({ id }) => id.slice(-1)).join('')).toBe('abcfde');
    expect(after.filter((entity) => before.get(entity.id) === entity).map(({ canonical }) => canonical).join('')).toBe('abde');
  });
});
