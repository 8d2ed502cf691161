import { expect, it } from 'vitest';
import { newAnnotation } from '../annotation.js';
import type { Live } from '../live/live.js';
import { LiveAnnotations } from '../live/live.js';
import { emptySidecar } from '../sidecar/sidecar.js';
import { Snapshot } from './snapshot.js';

const HEAD = emptySidecar('harbour.txt');
const rest = (): Promise<void> => Promise.resolve();

function liveAt(state: LiveAnnotations, i: number, review: 'accepted' | 'rejected' = 'accepted'): Live {
  const annotation = newAnnotation({ id: `urn:uuid:${i}`, created: '2026-11-29T10:00:00Z', body: { type: 'entity', entityType: 'FAC' }, review, anchors: [] });
  return { annotation, parts: [{ role: undefined, span: state.track.add({ start: 5 * i, end: 5 * i + 4 }) }], anchoring: 'anchored', proposals: [] };
}

function stateOf(count: number): LiveAnnotations {
  const state = new LiveAnnotations('quay '.repeat(count + 1));
  state.apply(Array.from({ length: count }, (_, i) => ({ id: `urn:uuid:${i}`, before: null, after: liveAt(state, i) })));
  return state;
}

async function written(snapshot: Snapshot, state: LiveAnnotations): Promise<string> {
  const made = snapshot.made(state, HEAD);
  const content = (await made.content(rest)).toString();
  made.settle();
  return content;
}

it('looks at what was decided since the last file, however many annotations there are', async () => {
  for (const count of [100, 1_000]) {
    const state = stateOf(count);
    const snapshot = Snapshot.empty();
    await written(snapshot, state);
    const { looked } = snapshot;
    state.apply([{ id: `urn:uuid:${count}`, before: null, after: liveAt(state, count) }]);
    await written(snapshot, state);
    state.apply([{ id: 'urn:uuid:7', before: null, after: null }, { id: 'urn:uuid:8', before: null, after: liveAt(state, 8, 'rejected') }]);
    expect(await written(snapshot, state)).toBe(await written(Snapshot.empty(), state));
    expect(snapshot.looked - looked).toBe(3);
  }
});

it('holds nothing of a file that was made and not written', async () => {
  const state = stateOf(3);
  const snapshot = Snapshot.empty();
  await snapshot.made(state, HEAD).content(rest);
  expect([...snapshot.ids()]).toEqual([]);
  state.apply([{ id: 'urn:uuid:1', before: null, after: null }]);
  expect(await written(snapshot, state)).toBe(await written(Snapshot.empty(), state));
  expect([...snapshot.ids()]).toEqual(['urn:uuid:0', 'urn:uuid:2']);
});
