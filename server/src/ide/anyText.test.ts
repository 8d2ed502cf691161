/** Looking up, respelling, completing, hints, calls and lists hold for any text and any place in it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../analysis/article.js';
import { growth, NOT_QUADRATIC } from '../../../test/fixtures/work.js';
import type { Span } from '../base/span.js';
import { contains } from '../base/span.js';
import { loadGazetteer } from '../knowledge/gazetteer.js';
import { allOwnClaims } from '../analysis/reading/index.js';
import { toMarkdown } from './card.js';
import { callerAt, incomingCalls, outgoingCalls } from './callHierarchy.js';
import { claimJumps, placedClaims } from './claimList.js';
import { completeNames } from './completion.js';
import { entityList, mentionsOfEntity } from './entityList.js';
import { hover } from './hover.js';
import { inlayHints } from './inlayHints.js';
import { lookUp } from './lookUp.js';
import { articleOf } from './marked.testHelper.js';
import { respellingAt, spellingAt } from './rename.js';

const gazetteer = loadGazetteer();

const piece = fc.constantFrom(
  'Marta Ruusmann', 'Ruusmann', ' said ', 'that the talks in Riga went on', ' on Monday', '. ', '\n\n', '“We will wait', ',” ', '“', '”', ' the Port Workers Federation (PWF)', ' PWF', ' two days earlier',
  ' İstanbul', '\ud83d', '🚢', '\u0000', '\r\n', ' according to officials', ' ’s', "'s", ' 3', ' of', 'Advertisement', '[x](command:y)', '\u2028', ' a', '-', ' she added',
);
const anyText = fc.oneof({ weight: 4, arbitrary: fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')) }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) });

describe('for any text and place', () => {
  it('nothing throws, and every span lies in the text', () => {
    fc.assert(fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
      const article = articleOf(text);
      const all = { start: 0, end: text.length };
      const at = a % (text.length + 1);
      const asked = { start: Math.min(at, b % (text.length + 1)), end: Math.max(at, b % (text.length + 1)) };
      const caller = callerAt(article, at);
      const calls = caller === null ? [] : [...incomingCalls(article, caller.key) ?? [], ...outgoingCalls(article, caller.key) ?? []];
      const respelling = respellingAt(article, at);
      const spans: Span[] = [
        ...[lookUp(article, gazetteer, asked), spellingAt(article, at)].flatMap((found) => found?.span ?? []),
        ...respelling?.outside ?? [], ...respelling?.quoted ?? [], ...completeNames(article, at, 9).map((s) => s.replaces),
        ...inlayHints(article, all, { dates: true, expansions: true, speakers: true }).map((h) => ({ start: h.offset, end: h.offset })),
        ...calls.flatMap((call) => [call.row.span, ...call.spans]), ...claimJumps(article, null).flatMap((place) => place ?? []), ...entityList(article).flatMap((e) => mentionsOfEntity(article, e.id) ?? []),
      ];
      const hovered = hover(article, at);
      if (hovered !== null) {
        spans.push(hovered.span, ...hovered.card.links?.flatMap(({ places }) => places) ?? []);
        expect(toMarkdown(hovered.card).split('\n').length).toBeLessThanOrEqual(16);
      }
      spans.push(...allOwnClaims(article).flatMap(({ content }) => content));
      for (const s of spans) expect(s.start <= s.end && contains(all, s)).toBe(true);
      for (const { span, selection } of calls.map((c) => c.row)) expect(contains(span, selection)).toBe(true);
    }), { numRuns: 400 });
  });

  it('a claim’s key leads back to it', () => {
    fc.assert(fc.property(anyText, fc.nat(), (text, a) => {
      const article = articleOf(text);
      const caller = callerAt(article, a % (text.length + 1));
      if (caller !== null) expect(outgoingCalls(article, JSON.parse(JSON.stringify(caller.key)))).not.toBeNull();
    }), { numRuns: 200 });
  });

  it('takes linear time on one long line', () => {
    const line = (n: number): Article => articleOf('Marta Ruusmann of the PWF said “it is slow” two days later. '.repeat(n));
    const all = (article: Article): void => {
      const middle = Math.floor(article.text.length / 2);
      inlayHints(article, { start: 0, end: article.text.length }, { dates: true, expansions: true, speakers: true });
      lookUp(article, gazetteer, { start: 0, end: article.text.length });
      lookUp(article, gazetteer, { start: middle, end: middle });
      respellingAt(article, 3);
      completeNames(article, middle, 9);
      const caller = callerAt(article, 3);
      incomingCalls(article, caller?.key);
      outgoingCalls(article, caller?.key);
      placedClaims(article);
      claimJumps(article, null);
      hover(article, middle);
      allOwnClaims(article);
    };
    expect(growth(line, all, 250)).toBeLessThan(NOT_QUADRATIC);
  });
});
