import { expect, it } from 'vitest';
import type { Annotation } from '../annotation.js';
import { newAnnotation } from '../annotation.js';
import type { Live } from '../live/live.js';
import { LiveAnnotations } from '../live/live.js';
import { readSidecar } from '../sidecar/read.js';
import type { Content } from './content.js';
import type { SidecarFiles } from './files.js';
import { DocumentStore } from './store.js';

const URI = 'file:///a.txt.annotations.jsonld';
const TEXT = 'Ilze Kalna met Per Lund in Riga.\n';
const ID = 'urn:uuid:1';

class OneFile implements SidecarFiles {
  content: string | null = null;

  read(): ReturnType<SidecarFiles['read']> { return Promise.resolve({ ok: true, content: this.content }); }
  rename(): ReturnType<SidecarFiles['rename']> { return Promise.resolve({ ok: true }); }
  list(): ReturnType<SidecarFiles['list']> { return Promise.resolve({ ok: true, names: [] }); }

  readUnless(_uri: string, known: Content): ReturnType<SidecarFiles['readUnless']> { return this.content === known.toString() ? Promise.resolve(null) : this.read(); }

  write(_uri: string, content: Content, replaces: Content | null): ReturnType<SidecarFiles['write']> {
    if (this.content !== (replaces === null ? null : replaces.toString())) return Promise.resolve({ ok: false, reason: 'changed', message: 'changed' });
    this.content = content.toString();
    return Promise.resolve({ ok: true });
  }
}

/** One of two windows on the article. Nothing is written but when it is asked for. */
class Window {
  readonly live = new LiveAnnotations(TEXT);
  readonly store: DocumentStore;

  constructor(readonly files: OneFile) {
    this.store = new DocumentStore({ uri: URI, article: 'a.txt', who: undefined }, this.live, {
      files, pace: { now: () => 0, rest: () => Promise.resolve() }, after: () => () => undefined, changed: () => undefined, log: (error) => { throw error; },
    });
  }

  decide(id: string, change: Partial<Annotation> | null): void {
    const before = this.live.all.get(id) ?? null;
    const after: Live | null = before === null || change === null ? null : { ...before, annotation: { ...before.annotation, ...change, raw: undefined } };
    this.live.perform({ label: '', changes: [{ id, before, after }] });
    this.store.decided();
  }

  said(): unknown[] {
    return [...this.live.all.values()].map(({ annotation: { id, review, body } }) => [id === ID ? 'it' : 'beside it', review, body.type === 'entity' ? body.entityType : '']).sort();
  }
}

/** Two windows that both know of one accepted person. */
async function two(): Promise<{ files: OneFile; one: Window; other: Window }> {
  const files = new OneFile();
  const one = new Window(files);
  const annotation = newAnnotation({ id: ID, created: '2026-11-29T10:00:00Z', body: { type: 'entity', entityType: 'PERSON' }, review: 'accepted' });
  one.live.perform({ label: '', changes: [{ id: ID, before: null, after: { annotation, parts: [{ role: undefined, span: one.live.track.add({ start: 0, end: 10 }) }], anchoring: 'anchored', proposals: [] } }] });
  one.store.decided();
  await one.store.flush();
  const other = new Window(files);
  await other.store.load(files.content ?? '');
  return { files, one, other };
}

/** The one writes, the other finds its file changed, and writes after it; then the one hears of it. */
async function meet({ one, other }: { one: Window; other: Window }): Promise<void> {
  await one.store.flush();
  await other.store.flush();
  await other.store.flush();
  await one.store.fileChanged();
  await one.store.flush();
  expect(one.said()).toEqual(other.said());
  expect(one.store.isSaved && other.store.isSaved).toBe(true);
}

const at = (second: number): Partial<Annotation> => ({ modified: `2026-11-29T10:01:0${second}Z` });

it('takes in what the other has changed key by key', async () => {
  const both = await two();
  both.one.decide(ID, { ...at(1), body: { type: 'entity', entityType: 'ORG' } });
  both.other.decide(ID, { ...at(2), review: 'rejected' });
  await meet(both);
  expect(both.one.said()).toEqual([['it', 'rejected', 'ORG']]);
  expect(both.other.store.problem).toBeNull();
});

it.each([[1, 2, 'GPE', 'ORG'], [2, 1, 'ORG', 'GPE']])('lets the later stand where both changed the same, and keeps the other beside it', async (first, second, stands, beside) => {
  const both = await two();
  both.one.decide(ID, { ...at(first), body: { type: 'entity', entityType: 'ORG' } });
  both.other.decide(ID, { ...at(second), body: { type: 'entity', entityType: 'GPE' } });
  await meet(both);
  expect(both.one.said()).toEqual([['beside it', 'rejected', beside], ['it', 'accepted', stands]]);
  expect(both.other.store.problem?.message).toMatch(/^a\.txt\.annotations\.jsonld: somebody else decided at the same time: “Ilze Kalna” .* both sides changed body/);
  expect(readSidecar(both.files.content ?? '').problems).toEqual([]);
  const lives = [...both.other.live.all.values()];
  expect(lives.map(({ parts }) => parts.map(({ span }) => [span.start, span.end, lives.find((one) => one === span.holder)?.annotation.id]))).toEqual(lives.map(({ annotation: { id } }) => [[0, 10, id]]));
});

it('keeps what one has changed and the other has taken away', async () => {
  for (const [mine, theirs] of [[null, at(1)], [at(1), null]] as const) {
    const both = await two();
    both.one.decide(ID, theirs === null ? null : { ...theirs, review: 'rejected' });
    both.other.decide(ID, mine === null ? null : { ...mine, review: 'rejected' });
    await meet(both);
    expect(both.one.said()).toEqual([['it', 'rejected', 'PERSON']]);
  }
});

it('says nothing of the same decision by both', async () => {
  const both = await two();
  both.one.decide(ID, { ...at(1), review: 'rejected' });
  both.other.decide(ID, { ...at(1), review: 'rejected' });
  await meet(both);
  expect(both.one.said()).toEqual([['it', 'rejected', 'PERSON']]);
  expect(both.other.store.problem).toBeNull();
});
