import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokeniseBlock } from '../structure/index.js';
import type { NameType } from '../types.js';
import { claimsOf } from './checkClaims.js';
import { Linker, linkedClaims } from './linkClaims.js';
import type { LinkableBlock, LinkableMention } from './linkClaims.js';

const NAMES: Readonly<Record<string, NameType>> = { 'Ruth Oduya': 'PERSON', 'Henrik Dahl': 'PERSON', 'Ana Ruiz': 'PERSON', 'Keld Ferries': 'ORG', 'Keld News Agency': 'ORG' };

/** What a name can be in one version and another in the next. */
const RETYPED: Readonly<Record<string, NameType>> = { ...NAMES, 'Ana Ruiz': 'ORG' };

function blockOf(text: string, names = NAMES): LinkableBlock {
  const mentions: LinkableMention[] = [];
  for (const [name, type] of Object.entries(names)) {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const role = /(?:Mayor|Minister|President) $/.exec(text.slice(0, at))?.[0].trim() ?? '';
      const roles = role === '' ? [] : [{ start: at - role.length - 1, end: at - 1, text: role, place: 'before' as const }];
      mentions.push({ start: at, end: at + name.length, type, entity: `${type}/${name}`, canonical: name, name: { roles } });
    }
  }
  mentions.sort((a, b) => a.start - b.start);
  return { claims: claimsOf(text, names), mentions, analysis: { tokenised: tokeniseBlock(text, text === 'Advertisement' ? 'boilerplate' : 'body') } };
}

/** Paragraphs that reach for others: pronouns, roles, open quotations, first persons in them. */
const TEXTS = [
  'Mayor Ruth Oduya said that the bridge was open.', 'Ruth Oduya said that it rained.', 'President Ana Ruiz said that the ferry was late.', 'Mayor Henrik Dahl walked past the harbour.',
  'She said that the talks had failed.', 'He said that the talks had failed.', 'They said that the talks had failed.', 'It said that the ships were full.',
  'The mayor said that taxes would fall.', 'The president denied that she had left.', 'The company said that it was sorry.', 'The agency reported that two men were hurt.',
  'Keld Ferries said that trade was slow.', 'Keld News Agency reported that a ship sank.', 'A source said that the deal was near.', 'The source said that the price was high.',
  'Ana Ruiz said: “We will not wait.', 'She said: “We will not wait.', 'Ana Ruiz walked home.', '“I said that we were ready, and I think that we are.', '“I said that it was late.” The day ended.', 'Advertisement', 'The rain went on.',
  'Ruth Oduya and Henrik Dahl said that the road was closed.', 'Officials said that the port was closed. “I think that it is over,” she said.',
];

/** The same object for the same text, as an engine keeps it. */
const kept = new Map(TEXTS.map((text) => [text, blockOf(text)]));

function anew(blocks: readonly LinkableBlock[]): unknown {
  const made = new Linker().link(blocks);
  return blocks.map((_, b) => linkedClaims(blocks, made, b));
}

const part = fc.constantFrom(...TEXTS);
const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(2), insert: fc.array(fc.tuple(part, fc.constantFrom('', 'Then: ', 'retyped')), { maxLength: 2 }) }), { minLength: 1, maxLength: 8 });

describe('Linker', () => {
  it('gives after any edits what linking all blocks anew gives', () => {
    fc.assert(fc.property(fc.array(part, { minLength: 3, maxLength: 60 }), edits, fc.constantFrom(1, 4, 16, 64), (texts, list, stride) => {
      const linker = new Linker(stride);
      let blocks: readonly LinkableBlock[] = texts.flatMap((text) => kept.get(text) ?? []);
      linker.link(blocks);
      for (const { at, remove, insert } of list) {
        const start = Math.floor(at * blocks.length);
        const added = insert.map(([text, how]) => (how === 'retyped' ? blockOf(text, RETYPED) : how === '' ? (kept.get(text) ?? blockOf(text)) : blockOf(`${how}${text}`)));
        blocks = [...blocks.slice(0, start), ...added, ...blocks.slice(start + remove)];
        const made = linker.link(blocks);
        expect(blocks.map((_, b) => linkedClaims(blocks, made, b))).toEqual(anew(blocks));
        expect(made.map(({ links, unnamed, continued, open }) => ({ links, unnamed, continued, open }))).toEqual(new Linker().link(blocks).map(({ links, unnamed, continued, open }) => ({ links, unnamed, continued, open })));
      }
    }), { numRuns: 400 });
  });

  it('gives the same where blocks far apart are others at once, as a name that is typed anew makes them', () => {
    fc.assert(fc.property(fc.array(part, { minLength: 3, maxLength: 60 }), fc.array(fc.array(fc.nat(59), { maxLength: 6 }), { minLength: 1, maxLength: 4 }), fc.constantFrom(1, 4, 16, 64), (texts, rounds, stride) => {
      const linker = new Linker(stride);
      let blocks: readonly LinkableBlock[] = texts.flatMap((text) => kept.get(text) ?? []);
      linker.link(blocks);
      for (const [round, places] of rounds.entries()) {
        blocks = blocks.map((block, i) => (places.includes(i) ? blockOf(texts[i] ?? '', round % 2 === 0 ? RETYPED : NAMES) : block));
        const made = linker.link(blocks);
        expect(blocks.map((_, b) => linkedClaims(blocks, made, b))).toEqual(anew(blocks));
      }
    }), { numRuns: 400 });
  });

  it('reads a few blocks for two that have changed far apart', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => TEXTS[i % TEXTS.length] ?? '');
    const linker = new Linker();
    const blocks = texts.map((text) => blockOf(text));
    linker.link(blocks);
    const before = linker.blocksRead;
    linker.link(blocks.map((block, i) => (i === 3 || i === 1900 ? blockOf(texts[i] ?? '', RETYPED) : block)));
    expect(linker.blocksRead - before).toBeLessThan(80);
  });

  it('reads a few blocks for one that has changed, however many there are', () => {
    const read = (count: number): number => {
      const linker = new Linker();
      const texts = Array.from({ length: count }, (_, i) => TEXTS[i % TEXTS.length] ?? '');
      const blocks = texts.map((text) => blockOf(text));
      linker.link(blocks);
      const before = linker.blocksRead;
      expect(before).toBe(count);
      const at = (count >> 1) - ((count >> 1) % TEXTS.length);
      linker.link([...blocks.slice(0, at), blockOf(`Then ${texts[at] ?? ''}`), ...blocks.slice(at + 1)]);
      return linker.blocksRead - before;
    };
    expect(read(2000)).toBe(read(400));
    expect(read(2000)).toBeLessThan(40);
  });

  /** More sources than are kept at hand. */
  const MANY = Array.from({ length: 30 }, () => 'Keld Ferries said that trade was slow.');
  it.each<[what: string, texts: readonly string[], at: number, other: LinkableBlock]>([
    ['a quotation does that was opened in other words', ['The rain went on.', 'Then she said: “We will not wait.', ...Array.from({ length: 4 }, () => 'Advertisement'), '“I said that we were ready, and I think that we are.'], 1, blockOf('Then again she said: “We will not wait.')],
    ['somebody is called by a role', ['Mayor Henrik Dahl walked past the harbour.', ...MANY, 'The mayor said that taxes would fall.'], 0, blockOf('Mayor Ruth Oduya said that the bridge was open.')],
    ['a pronoun has told of a person', ['Ruth Oduya said that it rained.', 'He said that the talks had failed.', ...MANY, 'Ruth Oduya said that it rained.', 'She said that the talks had failed.'], 1, blockOf('She said that the talks had failed.')],
    ['a name is near that is no source', ['The rain went on.', 'Ana Ruiz walked home.', 'She said that the talks had failed.'], 1, blockOf('Ana Ruiz walked home.', RETYPED)],
  ])('goes on as far as %s', (_, texts, at, other) => {
    const linker = new Linker(1);
    const before = texts.map((text) => blockOf(text));
    linker.link(before);
    const after = before.map((block, i) => (i === at ? other : block));
    const made = linker.link(after);
    const linked = after.map((_block, b) => linkedClaims(after, made, b));
    expect(linked).toEqual(anew(after));
    expect(linked.at(-1)).not.toEqual((anew(before) as unknown[]).at(-1));
  });

  it('passes by no more than those around it', () => {
    const texts = Array.from({ length: 2000 }, (_, i) => TEXTS[i % TEXTS.length] ?? '');
    const linker = new Linker();
    const blocks = texts.map((text) => blockOf(text));
    linker.link(blocks);
    expect(linker.blocksPassed).toBe(2000);
    const at = texts.indexOf('Ruth Oduya said that it rained.', 1000);
    linker.link(blocks.map((block, i) => (i === at ? blockOf('Later Ruth Oduya said that it rained.') : block)));
    expect(linker.blocksPassed).toBeLessThan(2000 + 3 * 64);
  });
});
