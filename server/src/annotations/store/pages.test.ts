import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Annotation } from '../annotation.js';
import { newAnnotation } from '../annotation.js';
import { itemText } from '../sidecar/item.js';
import { emptySidecar } from '../sidecar/sidecar.js';
import { writeSidecar } from '../sidecar/write.js';
import { Comparison, Content } from './content.js';
import { Pages } from './pages.js';

const rest = (): Promise<void> => Promise.resolve();
const HEAD = emptySidecar('harbour.txt');

interface Item {
  readonly annotation: Annotation;
}

function itemAt(start: number, id: number, words = 'the “quay” 🚢'): Item {
  return { annotation: newAnnotation({ id: `urn:uuid:${id}`, created: '2026-11-29T10:00:00Z', body: { type: 'entity', entityType: 'FAC' }, review: 'accepted', anchors: start < 0 ? [] : [{ count: 1, exact: words, prefix: '', suffix: '', start, end: start + 10 }] }) };
}

const textOf = ({ annotation }: Item): string => itemText(annotation, HEAD.article);

async function written(pages: Pages<Item>): Promise<string> {
  return (await pages.content(HEAD, textOf, rest)).toString();
}

it('writes what writing the whole writes, whatever comes and goes', async () => {
  const step = fc.record({ gone: fc.array(fc.nat(), { maxLength: 200 }), come: fc.array(fc.integer({ min: -1, max: 400 }), { maxLength: 300 }) });
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
    let next = 0;
    let there: Item[] = [];
    let pages = Pages.of(there);
    for (const { gone, come } of steps) {
      const going = new Set(there.length === 0 ? [] : gone.flatMap((at) => there[at % there.length] ?? []));
      const coming = come.map((start) => itemAt(start, next++));
      there = [...there.filter((item) => !going.has(item)), ...coming];
      pages = pages.with(going, coming);
      expect(await written(pages)).toBe(writeSidecar({ ...HEAD, annotations: there.map(({ annotation }) => annotation) }));
    }
  }), { numRuns: 100 });
});

it('makes the bytes of one page for one decision, however long the file', async () => {
  for (const count of [1_000, 16_000]) {
    let pages = Pages.of(Array.from({ length: count }, (_, i) => itemAt(i, i)));
    await written(pages);
    const { encoded } = pages;
    expect(encoded).toBeGreaterThanOrEqual(count / 128);
    for (let i = 0; i < 10; i++) {
      pages = pages.with([], [itemAt(Math.floor((i * count) / 10), count + i)]);
      await written(pages);
    }
    expect(pages.encoded - encoded).toBe(10);
  }
});

it('says so if something is to go that is not there', () => {
  expect(() => Pages.of([itemAt(1, 1)]).with([itemAt(1, 2)], [])).toThrow('not where it belongs');
});

it('compares contents by their bytes, however they are cut', () => {
  fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 6 }), { maxLength: 6 }), fc.array(fc.nat(8), { maxLength: 8 }), fc.nat(40), fc.boolean(), (pieces, cuts, at, isOther) => {
    const content = new Content(pieces);
    const whole = Uint8Array.from(pieces.flatMap((piece) => [...piece]));
    const isChanged = isOther && whole.length > 0;
    if (isChanged) whole[at % whole.length] = (whole[at % whole.length] ?? 0) ^ 1;
    const others: Uint8Array[] = [];
    let from = 0;
    for (const size of cuts) {
      others.push(whole.subarray(from, from + size));
      from = Math.min(whole.length, from + size);
    }
    others.push(whole.subarray(from));
    expect(content.equals(new Content(others))).toBe(!isChanged);
    const comparison = new Comparison(content);
    expect(others.every((piece) => comparison.goesOn(piece))).toBe(!isChanged);
  }));
  expect(Content.of('ab').equals(Content.of('abc'))).toBe(false);
  expect(Content.of('“quay” 🚢').toString()).toBe('“quay” 🚢');
});
