import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../analysis/article.js';
import { growth, NOT_QUADRATIC } from '../../../test/fixtures/work.js';
import { HARBOUR_TALKS } from '../../../test/fixtures/articles.js';
import { contains, moved } from '../base/span.js';
import { articleOf } from './marked.testHelper.js';
import type { OutlineEntry, OutlineItem } from './outline.js';
import { outline as entriesOf } from './outline.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';

/** As one tree, in document offsets. */
function outline(article: Article): OutlineItem[] {
  return entriesOf(article).map(placed);
}

function placed({ at, end, item, entries }: OutlineEntry): OutlineItem {
  const own = placedItem(item, at);
  return { ...own, span: { start: at, end }, children: [...own.children, ...entries.map(placed)] };
}

function placedItem(item: OutlineItem, at: number): OutlineItem {
  return { ...item, span: moved(item.span, at), selection: moved(item.selection, at), children: item.children.map((child) => placedItem(child, at)) };
}

/** One line an item, indented by depth: kind, name, detail. */
function treeOf(text: string): string {
  const lines = (items: readonly OutlineItem[], indent: string): string[] => items.flatMap((item) => [
    `${indent}${item.kind}: ${item.name}${item.detail === '' ? '' : ` | ${item.detail}`}`, ...lines(item.children, `${indent}  `),
  ]);
  return lines(outline(articleOf(text)), '').join('\n');
}

function expectNested(items: readonly OutlineItem[], around: OutlineItem | null): void {
  let last = -1;
  for (const item of items) {
    expect(item.name).not.toBe('');
    expect(item.name).not.toMatch(/[\r\n]/);
    expect(contains(item.span, item.selection)).toBe(true);
    expect(item.span.start).toBeGreaterThanOrEqual(last);
    if (around !== null) expect(contains(around.span, item.span)).toBe(true);
    last = item.span.start;
    expectNested(item.children, item);
  }
}

describe('outline', () => {
  it('puts claims in paragraphs, paragraphs under crossheads, and all under the headline', () => {
    expect(treeOf(PORT_CLOSES)).toMatchInlineSnapshot(`
      "headline: City Port Closes After Long Dispute
        header: Header | date 2026-03-12 By Jan Poska
        paragraph: ¶1 The mayor of Riga, Ilze Kalna, said on Monday that …
          claim: Ilze Kalna | said: that the port would close
          claim: Ilze Kalna | said: “It is over,”
        paragraph: ¶2 “I told the board that we needed help,” Kalna …
          claim: Ilze Kalna | said: “I told the board that we needed help,” […] “Nobody came.
            claim: Ilze Kalna | told: that we needed help
        paragraph: ¶3 “And nobody will come, as the bank knew all …
          claim: Ilze Kalna (continued) | “And nobody will come, as the bank knew all along.”
            claim: “the bank” | knew: all along
        headline: Money Runs Out
          paragraph: ¶4 The bank wanted its loan back, according to a …
            claim: “a person with knowledge of the matter” | according to: The bank wanted its loan back
              claim: “The bank” | wanted: its loan back
            claim: “Two officials” | said: that the city owed $40 million
          boilerplate: Boilerplate | Advertisement JOIN US ON TELEGRAM Follow our …
          paragraph: ¶5 Ilze Kalna will leave office in May."
    `);
  });

  it('has paragraphs on top where there is no headline', () => {
    expect(treeOf(HARBOUR_TALKS)).toMatchInlineSnapshot(`
      "header: Header | date 2026-03-12
      paragraph: ¶1 The Baltic ferry dispute will go to a second round …
        claim: “officials familiar with the plans” | according to: The Baltic ferry dispute will go to a second round of talks in Tallinn on Monday
      boilerplate: Boilerplate | JOIN US ON TELEGRAM Follow our coverage of the …
      paragraph: ¶2 Estonian Transport Minister Marta Ruusmann said on …
        claim: Marta Ruusmann | said: that the talks were “slow but honest.”
      boilerplate: Boilerplate | Advertisement
      paragraph: ¶3 The Latvian side hopes the operator will accept …
        claim: “a source” | said: The Latvian side hopes the operator will accept the deal
          claim: “The Latvian side” | hopes: the operator will accept the deal
      paragraph: ¶4 Henrik Dahl, director of the Port Workers …
        claim: Henrik Dahl | told: that 4,000 workers could strike within two weeks
        claim: Henrik Dahl | added: “We will not wait,”
      paragraph: ¶5 Reuters reported that the PWF had asked for $3.5 …
        claim: Reuters | reported: that the PWF had asked for $3.5 million in back pay
          claim: Port Workers Federation | had asked for: $3.5 million in back pay"
    `);
  });

  it('lets the headline reach to the end and a section to the next crosshead', () => {
    const text = `${PORT_CLOSES}\n\nWhat Comes Next\n\nThe council of Riga will meet in April to vote on a new plan for the port.`;
    const [title] = outline(articleOf(text));
    expect(title?.span).toEqual({ start: 0, end: text.length });
    const sections = title?.children.filter((item) => item.kind === 'headline').map((item) => text.slice(item.span.start, item.span.end));
    expect(sections?.map((section) => section.slice(0, 14))).toEqual(['Money Runs Out', 'What Comes Nex']);
    expect(sections?.[0]?.endsWith('in May.')).toBe(true);
  });

  it('jumps to the source of a claim, else to its cue', () => {
    const article = articleOf(PORT_CLOSES);
    const [, first] = outline(article)[0]?.children ?? [];
    expect(first?.children.map((claim) => article.text.slice(claim.selection.start, claim.selection.end))).toEqual(['The mayor of Riga, Ilze Kalna,', 'the mayor']);
  });

  it('is empty for an empty text', () => {
    expect(outline(articleOf(''))).toEqual([]);
  });

  it('nests its ranges, for articles put together at random', () => {
    const pieces = PORT_CLOSES.split(/(?<=[.”\n]) ?/);
    fc.assert(fc.property(fc.array(fc.constantFrom(...pieces, '\n\n', '“', '”', 'he said that she said that ', '\r\n', '\u0001', '\ud800'), { maxLength: 30 }), (parts) => {
      expectNested(outline(articleOf(parts.join(' '))), null);
    }), { numRuns: 150 });
  });

  it('does work in proportion to the paragraphs that a quotation runs over', () => {
    const story = (paragraphs: number): string => `“Nobody came,” a source said. “Nobody called.\n\n${'“And nobody will.\n\n'.repeat(paragraphs)}The council met.`;
    const article = (paragraphs: number): Article => articleOf(story(paragraphs));
    expect(outline(article(2000)).filter((item) => item.children[0]?.name.endsWith('(continued)')).length).toBe(2000);
    expect(growth(article, outline, 2000)).toBeLessThan(NOT_QUADRATIC);
  });

  it('bounds the depth of claims in claims', () => {
    const depth = (items: readonly OutlineItem[]): number => items.reduce((most, item) => Math.max(most, 1 + depth(item.children)), 0);
    expect(depth(outline(articleOf('He said that she said that '.repeat(500))))).toBeLessThanOrEqual(9);
  });
});
