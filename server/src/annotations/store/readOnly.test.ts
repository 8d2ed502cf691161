/** A folder of this machine in which nothing may be written. */
import { chmod, mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAnnotation } from '../annotation.js';
import { LiveAnnotations } from '../live/live.js';
import { filesOnDisk } from './files.node.js';
import { DocumentStore } from './store.js';

const TEXT = 'Ilze Kalna met Per Lund in Riga.\n';
const NOBODY = 65534;
const isRoot = process.geteuid?.() === 0;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'read-only-'));
  await chmod(folder, 0o555);
  // Nothing is forbidden to root.
  if (isRoot) process.seteuid?.(NOBODY);
});
afterEach(async () => {
  if (isRoot) process.seteuid?.(0);
  await chmod(folder, 0o755);
  await rm(folder, { recursive: true });
});

it('is told of by the file’s name, leaves nothing behind, and gets what was decided once it may be written', async () => {
  const uri = pathToFileURL(join(folder, 'a.txt.annotations.jsonld')).href;
  const live = new LiveAnnotations(TEXT);
  const timers: (() => void)[] = [];
  const store = new DocumentStore({ uri, article: 'a.txt', who: undefined }, live, {
    files: filesOnDisk, pace: { now: () => 0, rest: () => Promise.resolve() }, changed: () => undefined,
    after: (_, act) => {
      timers.push(act);
      return () => { timers.splice(timers.indexOf(act), 1); };
    },
    log: (error) => { throw error; },
  });
  const annotation = newAnnotation({ id: 'urn:uuid:1', created: '2026-11-29T10:00:00Z', body: { type: 'entity', entityType: 'PERSON' }, review: 'accepted' });
  live.perform({ label: '', changes: [{ id: annotation.id, before: null, after: { annotation, parts: [{ role: undefined, span: live.track.add({ start: 0, end: 10 }) }], anchoring: 'anchored', proposals: [] } }] });
  store.decided();
  await store.flush();
  expect(store.problem?.message).toBe('a.txt.annotations.jsonld: cannot be written: the folder or the file may not be written to; what is decided stays in memory and is tried again');
  expect(store.isSaved).toBe(false);
  expect(live.all.size).toBe(1);
  expect(await readdir(folder)).toEqual([]);
  // It is tried again by itself.
  expect(timers).toHaveLength(1);
  if (isRoot) process.seteuid?.(0);
  await chmod(folder, 0o755);
  timers.pop()?.();
  await store.flush();
  expect(store.isSaved).toBe(true);
  expect(store.problem).toBeNull();
  expect(await readFile(join(folder, 'a.txt.annotations.jsonld'), 'utf8')).toContain('Ilze Kalna');
});
