import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HARBOUR_TALKS, longArticle } from '../../../test/fixtures/articles.js';
import type { Article } from '../analysis/article.js';
import { spokenBy } from '../analysis/reading/index.js';
import { ArticleEngine } from '../analysis/engine.js';
import type { Opinion } from '../analysis/opinion.js';
import { opinionOf } from '../analysis/opinion.testHelper.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { claimJumps, claimWords, placedClaims } from './claimList.js';
import { completeNames } from './completion.js';
import { claimsIn } from './decorations.js';
import { entityList, entityWords } from './entityList.js';
import { hover } from './hover.js';
import { inlayHints } from './inlayHints.js';
import { lookUp } from './lookUp.js';
import { eachOccurrence } from './occurrences.js';
import type { OutlineEntry, OutlineItem } from './outline.js';
import { outline } from './outline.js';
import { repeatsOf } from './repeats.js';
import { PORT_CLOSES } from './storyForTests.testHelper.js';
import { summarise } from './summary.js';

const gazetteer = loadGazetteer();

/** Everything that is kept from one version to the next. */
function seen(article: Article): unknown {
  const places = Array.from({ length: 12 }, (_, i) => Math.floor((i * article.text.length) / 12));
  const all = { start: 0, end: article.text.length };
  const spans = places.map((start, i) => ({ start, end: places[i + 1] ?? all.end }));
  return {
    outline: outline(article), jumps: claimJumps(article, null), rows: placedClaims(article), entities: entityList(article), words: article.entities().map(entityWords), summary: summarise(article),
    decorations: spans.map((s) => claimsIn(article, [s])), hints: inlayHints(article, all, { dates: true, expansions: true, speakers: true }),
    hovers: places.map((offset) => hover(article, offset)), names: [...article.text.matchAll(/\b\p{Lu}\p{L}(?!\p{L})/gu)].map(({ index }) => completeNames(article, index + 2, 9)),
    found: ['Ri', 'Ka', 'po', 'Il'].map((letters) => article.bestWith(letters.toLowerCase(), 9, ({ count }) => count).map(({ id }) => id)),
    repeated: article.claims().map((claim) => repeatsOf(article, claim).first.map(({ index }) => index)), elsewhere: ['the', 'riga', 'port', 'said'].map((words) => placesOf(article, words)),
    spoken: article.entities().map(({ id }) => spokenBy(article, id)), lookedUp: spans.slice(0, 4).map(({ start }) => lookUp(article, gazetteer, { start, end: start + 3 })),
  };
}

function placesOf(article: Article, words: string): number[] {
  const found: number[] = [];
  eachOccurrence(article, words, (block, start, end) => found.push(block.start + start, block.start + end) > 0);
  return found;
}

function typed(engine: ArticleEngine, text: string, at: number, insert: string, remove = 0): { article: Article; text: string } {
  const oldEnd = Math.min(text.length, at + remove);
  const now = text.slice(0, at) + insert + text.slice(oldEnd);
  return { article: engine.update(now, { start: at, oldEnd, newEnd: at + insert.length }), text: now };
}

function itemsOf(entries: readonly OutlineEntry[]): OutlineItem[] {
  return entries.flatMap(({ item, entries: under }) => [item, ...itemsOf(under)]);
}

describe('what features keep from version to version', () => {
  it('is what they would make anew, after any edits', () => {
    const piece = fc.constantFrom('', 'x', ' ', '.', '“', '”', '\n', '\n\n', ' said Kalna. ', 'Ilze ', ' (PWF)', 'Advertisement\n\n', 'According to the mayor, ', ', the mayor of Riga,', ' Ka', 'Ri ');
    const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(30), insert: piece }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(fc.constantFrom(PORT_CLOSES, HARBOUR_TALKS), edits, (story, list) => {
      const engine = new ArticleEngine(gazetteer);
      let text: string = story;
      seen(engine.update(text));
      for (const { at, remove, insert } of list) {
        const next = typed(engine, text, Math.floor(at * text.length), insert, remove);
        text = next.text;
        expect(seen(next.article)).toEqual(seen(new ArticleEngine(gazetteer).update(text)));
      }
    }), { numRuns: 40 });
  });

  it('holds for rows that are asked for now and then', () => {
    const piece = fc.constantFrom('', 'x', '.', '“', '”', '\n\n', ' said Kalna. ', 'She said she would. ', 'Ilze ', 'Advertisement\n\n', 'According to the mayor, ');
    const edits = fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), remove: fc.nat(9), insert: piece, asked: fc.boolean() }), { minLength: 1, maxLength: 12 });
    fc.assert(fc.property(fc.constantFrom(PORT_CLOSES, HARBOUR_TALKS), edits, (story, list) => {
      const engine = new ArticleEngine(gazetteer);
      let text: string = story;
      placedClaims(engine.update(text));
      for (const { at, remove, insert, asked } of list) {
        const next = typed(engine, text, Math.floor(at * text.length), insert, remove);
        text = next.text;
        if (asked) expect(placedClaims(next.article)).toEqual(placedClaims(new ArticleEngine(gazetteer).update(text)));
      }
    }), { numRuns: 40 });
  });

  it('is what they would make anew, after any opinions', () => {
    const names = fc.array(fc.constantFrom('Kalna', 'Riga', 'Ruusmann', 'Henrik Dahl', 'port', 'talks'), { maxLength: 3 });
    const types = fc.constantFrom('ORG', 'PERSON', 'GPE');
    const opinions = fc.array(fc.record({ block: fc.nat(20), names, type: types, claim: fc.boolean() }), { minLength: 1, maxLength: 6 });
    fc.assert(fc.property(fc.constantFrom(PORT_CLOSES, HARBOUR_TALKS), opinions, (story, list) => {
      const engine = new ArticleEngine(gazetteer);
      seen(engine.update(story));
      const said: [string, Opinion][] = [];
      for (const { block, names, type, claim } of list) {
        const waiting = engine.unread();
        const one = waiting[block % Math.max(1, waiting.length)];
        if (one === undefined) continue;
        said.push([one.id, opinionOf(one.text, Object.fromEntries(names.map((name) => [name, type])), 0.95, ...(claim && /Ruusmann.*said.*the talks/s.test(one.text) ? ['Ruusmann|said|the talks'] : []))]);
        const fresh = new ArticleEngine(gazetteer);
        fresh.update(story);
        const [article, anew] = [engine.addOpinions(said.slice(-1)), fresh.addOpinions(said)];
        if (article === null || anew === null) throw new Error('a block that waits is concerned');
        expect(seen(article)).toEqual(seen(anew));
      }
    }), { numRuns: 40 });
  });

  it('is all but one paragraph of the outline after a keystroke', () => {
    const text = longArticle(5000);
    const engine = new ArticleEngine(gazetteer);
    const before = new Set(itemsOf(outline(engine.update(text))));
    const after = itemsOf(outline(typed(engine, text, text.indexOf('of the log', 9000), 'x').article));
    expect(after.length).toBe(before.size);
    expect(after.filter((item) => !before.has(item)).length).toBe(1);
  });

  it('is the words of all claims but those of one paragraph', () => {
    const text = longArticle(5000);
    const engine = new ArticleEngine(gazetteer);
    const words = (article: Article): object[] => article.claims().map((claim) => claimWords(article, claim));
    const before = new Set(words(engine.update(text)));
    const { article } = typed(engine, text, text.indexOf('said that', 9000), 'x');
    const changed = article.claims().filter((claim) => !before.has(claimWords(article, claim)));
    expect(changed.length).toBeGreaterThan(0);
    expect(new Set(changed.map(({ block }) => block)).size).toBe(1);
  });
});

describe('lists without places', () => {
  it('say what those with places say', () => {
    const article = new ArticleEngine(gazetteer).update(PORT_CLOSES);
    expect(entityList(article).map(({ first, ...words }) => (first.end > first.start ? words : null))).toEqual(article.entities().map(entityWords));
    expect(placedClaims(article).map(({ words }) => words)).toEqual(article.claims().map((claim) => claimWords(article, claim)));
  });
});
