import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longArticle } from '../../../../test/fixtures/articles.js';
import type { Article } from '../../analysis/article.js';
import { ArticleEngine } from '../../analysis/engine.js';
import type { Change } from '../../analysis/edits.js';
import { loadGazetteer } from '../../knowledge/gazetteer.js';
import type { Live } from './live.js';
import { LiveAnnotations } from './live.js';
import { newAnnotation } from '../annotation.js';
import { Undecided } from './tally.js';

/** So many words, each annotated. */
function annotated(count: number): LiveAnnotations {
  const text = Array.from({ length: count }, (_, i) => `Riga${i}`).join(' ');
  const state = new LiveAnnotations(text);
  const changes = Array.from({ length: count }, (_, i) => {
    const start = text.indexOf(`Riga${i}`);
    const annotation = newAnnotation({ id: `urn:uuid:${i}`, body: { type: 'entity', entityType: 'GPE' }, created: '2026-03-12T09:00:00Z', review: i % 4 === 0 ? 'rejected' : 'accepted' });
    const after: Live = { annotation, parts: [{ role: undefined, span: state.track.add({ start, end: start + `Riga${i}`.length }) }], anchoring: 'anchored', proposals: [] };
    return { id: annotation.id, before: null, after };
  });
  state.apply(changes);
  return state;
}

describe('counts', () => {
  it('follow decisions and the text', () => {
    const state = annotated(8);
    expect(state.counts).toEqual({ accepted: 6, rejected: 2, orphaned: 0 });
    const after = state.textNow.replace('Riga1 ', '');
    state.edit({ start: 6, oldEnd: 12, newEnd: 6 }, after);
    expect(state.counts).toEqual({ accepted: 5, rejected: 2, orphaned: 1 });
    state.edit({ start: 6, oldEnd: 6, newEnd: 12 }, `${after.slice(0, 6)}Riga1 ${after.slice(6)}`);
    expect(state.counts).toEqual({ accepted: 6, rejected: 2, orphaned: 0 });
    const [first] = state.all.values();
    state.apply([{ id: 'urn:uuid:0', before: first ?? null, after: null }]);
    expect(state.counts).toEqual({ accepted: 6, rejected: 1, orphaned: 0 });
  });

  it('look at what has lost words alone, however many others there are', () => {
    const looked = (count: number): number => {
      const state = annotated(count);
      for (let i = 0; i < 10; i++) expect(state.counts.accepted).toBe(count * 0.75);
      state.edit({ start: 6, oldEnd: 12, newEnd: 6 }, state.textNow.replace('Riga1 ', ''));
      expect(state.counts.orphaned).toBe(1);
      return state.tally.looked;
    };
    expect(looked(40)).toBe(1);
    expect(looked(4000)).toBe(1);
  });
});

describe('suggestions that are left', () => {
  const gazetteer = loadGazetteer();
  const article = (text: string, engine = new ArticleEngine(gazetteer), change?: Change): Article => engine.update(text, change);
  const byHand = (one: Article): number => one.blocks.reduce((sum, { mentions, claims }) => sum + mentions.length + claims.claims.length, 0);

  it('are counted as they come and go, in any order of articles', () => {
    const undecided = new Undecided();
    const paragraphs = longArticle(400).split('\n\n');
    fc.assert(fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.nat()), { minLength: 1, maxLength: 6 }), (steps) => {
      for (const [at, remove, put] of steps) {
        paragraphs.splice(at % paragraphs.length, remove, paragraphs[put % paragraphs.length] ?? '', `On Monday Ilze Kalna said that ${put} ferries had left Riga.`);
        const one = article(paragraphs.join('\n\n'));
        expect(undecided.in(one)).toBe(byHand(one));
      }
    }), { numRuns: 20 });
  });

  it('cost the blocks that an edit has changed, however many there are', () => {
    for (const words of [1_000, 8_000]) {
      const engine = new ArticleEngine(gazetteer);
      let text = longArticle(words);
      const undecided = new Undecided();
      undecided.in(article(text, engine));
      const { counted } = undecided;
      for (let i = 0; i < 10; i++) {
        const start = text.indexOf(' ', text.length / 2 + 50 * i);
        text = `${text.slice(0, start)} x${text.slice(start)}`;
        undecided.in(article(text, engine, { start, oldEnd: start, newEnd: start + 2 }));
      }
      expect(undecided.counted - counted).toBeGreaterThan(0);
      expect(undecided.counted - counted).toBeLessThan(60);
    }
  });
});
