import { describe, expect, it } from 'vitest';
import type { Live } from './live.js';
import { LiveAnnotations } from './live.js';
import { newAnnotation } from '../annotation.js';

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
