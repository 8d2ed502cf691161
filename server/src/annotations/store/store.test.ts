import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSidecar } from '../sidecar/read.js';
import { trimmed } from '../../base/span.js';
import type { Live } from '../live/live.js';
import { LiveAnnotations } from '../live/live.js';
import { newAnnotation } from '../annotation.js';
import type { Content } from './content.js';
import type { ListAnswer, ReadAnswer, SidecarFiles, WriteAnswer } from './files.js';
import { DocumentStore } from './store.js';

class FilesInMemory implements SidecarFiles {
  readonly files = new Map<string, string>();
  writes = 0;

  read(uri: string): Promise<ReadAnswer> {
    return Promise.resolve({ ok: true, content: this.files.get(uri) ?? null });
  }

  readUnless(uri: string, known: Content): Promise<ReadAnswer | null> {
    return this.files.get(uri) === known.toString() ? Promise.resolve(null) : this.read(uri);
  }

  write(uri: string, content: Content, replaces: Content | null): Promise<WriteAnswer> {
    if ((this.files.get(uri) ?? null) !== (replaces === null ? null : replaces.toString())) return Promise.resolve({ ok: false, reason: 'changed', message: 'changed' });
    this.files.set(uri, content.toString());
    this.writes++;
    return Promise.resolve({ ok: true });
  }

  rename(from: string, to: string): Promise<WriteAnswer> {
    this.files.set(to, this.files.get(from) ?? '');
    this.files.delete(from);
    return Promise.resolve({ ok: true });
  }

  list(): Promise<ListAnswer> {
    return Promise.resolve({ ok: true, names: [...this.files.keys()] });
  }
}

const URI = 'file:///a.txt.annotations.jsonld';
const RUNS = 10_000;
let ids = 0;

/** An open article with its store; nothing is timed, so what waits to be written is written when asked. */
class Open {
  live: LiveAnnotations;
  store: DocumentStore;

  constructor(public text: string, readonly files: FilesInMemory) {
    this.live = new LiveAnnotations(text);
    this.store = new DocumentStore({ uri: URI, article: 'a.txt', who: undefined }, this.live, {
      files, pace: { now: () => 0, rest: () => Promise.resolve() }, after: () => () => undefined, changed: () => undefined,
      log: (error) => { throw error; },
    });
  }

  static async again(text: string, files: FilesInMemory): Promise<Open> {
    const open = new Open(text, files);
    const content = files.files.get(URI);
    if (content !== undefined) await open.store.load(content);
    return open;
  }

  mark(start: number, end: number, type = 'PERSON'): string {
    const annotation = newAnnotation({ id: `urn:uuid:00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`, created: '2026-11-29T10:00:00Z', body: { type: 'entity', entityType: type }, review: 'accepted' });
    const after: Live = { annotation, parts: [{ role: undefined, span: this.live.track.add({ start, end }) }], anchoring: 'anchored', proposals: [] };
    this.live.perform({ label: '', changes: [{ id: annotation.id, before: null, after }] });
    this.store.decided();
    return annotation.id;
  }

  edit(start: number, oldEnd: number, insert: string): void {
    this.text = this.text.slice(0, start) + insert + this.text.slice(oldEnd);
    this.live.edit({ start, oldEnd, newEnd: start + insert.length }, this.text);
  }

  /** An offset that no editor's cursor would refuse: in the text, not inside a character, nor in a line end of two. */
  whole(offset: number): number {
    const inside = Math.min(offset, this.text.length);
    const isInside = (this.text.charCodeAt(inside) & 0xfc00) === 0xdc00 || this.text.slice(inside - 1, inside + 1) === '\r\n';
    return inside > 0 && isInside ? inside - 1 : inside;
  }

  words(id: string): string | null {
    const live = this.live.all.get(id);
    if (live === undefined || this.live.anchoringOf(live) === 'orphaned') return null;
    return live.parts.map(({ span }) => this.text.slice(span.start, span.end)).join('|');
  }
}

const STORY = 'Talks resume\n\nHarbour minister Ilze Kalna met Per Lund in Oslo on Friday. The quay stayed shut.\n\nKalna said the port would open. Lund left for Riga, and later for Oslo again.\n';

describe('the store', () => {
  it('writes anew, on saving, only what would not be found again', async () => {
    const files = new FilesInMemory();
    const open = new Open(STORY, files);
    const at = (words: string): number => open.text.indexOf(words);
    const ilze = open.mark(at('Ilze Kalna'), at('Ilze Kalna') + 10);
    const riga = open.mark(at('Riga'), at('Riga') + 4);
    await open.store.flush();
    const before = files.files.get(URI) ?? '';
    open.edit(at('Kalna said'), at('Riga'), 'Quite another beginning of another story, all the way to ');
    open.edit(at('Riga') + 4, open.text.length, ', where nothing else is as it was before.\n');
    await open.store.articleSaved();
    await open.store.flush();
    const lineOf = (id: string, text: string): string | undefined => text.split('\n').find((line) => line.includes(id))?.replace(/,$/, '');
    const after = files.files.get(URI) ?? '';
    expect(lineOf(ilze, after)).toBe(lineOf(ilze, before));
    expect(lineOf(riga, after)).not.toBe(lineOf(riga, before));
    const again = await Open.again(open.text, files);
    expect(again.words(riga)).toBe('Riga');
    expect(again.words(ilze)).toBe('Ilze Kalna');
  });

  it('keeps every annotation on its words or orphaned, whatever is edited, decided, saved, killed and read again', async () => {
    const step = fc.oneof(
      { weight: 4, arbitrary: fc.record({ do: fc.constant('edit' as const), at: fc.nat(1000), remove: fc.nat(12), insert: fc.constantFrom('', 'x', ' ', '🚢', '\r\n', 'Ilze Kalna', ' in Oslo ', '\n\n') }) },
      { weight: 3, arbitrary: fc.record({ do: fc.constant('mark' as const), at: fc.nat(1000), length: fc.integer({ min: 1, max: 14 }) }) },
      { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'write' as const, 'save' as const, 'kill' as const, 'reopen' as const, 'outside' as const) }) },
    );
    await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const files = new FilesInMemory();
      let open = await Open.again(STORY, files);
      let onDisk = STORY;
      for (const one of steps) {
        switch (one.do) {
          case 'edit': {
            const start = open.whole(one.at);
            const words = new Map([...open.live.all].map(([id, { parts }]) => [id, parts[0]?.span] as const).map(([id, span]) => [id, span === undefined || span.isEmpty ? null : [span.start, span.end] as const]));
            const end = open.whole(start + one.remove);
            const before = new Map([...open.live.all.keys()].map((id) => [id, open.words(id)]));
            open.edit(start, end, one.insert);
            // Words that the edit does not touch are the same after it.
            for (const [id, place] of words) if (place && (place[1] < start || place[0] > end)) expect(open.words(id)).toContain(before.get(id));
            break;
          }
          case 'mark': {
            const start = open.whole(one.at);
            const end = open.whole(start + one.length);
            // As a decision takes a selection.
            const words = trimmed(open.text, { start, end });
            if (words.start < words.end) open.mark(words.start, words.end);
            break;
          }
          case 'undo': open.live.undo(); open.store.decided(); break;
          case 'redo': open.live.redo(); open.store.decided(); break;
          case 'write': await open.store.flush(); break;
          case 'save': {
            await open.store.flush();
            await open.store.articleSaved();
            await open.store.flush();
            onDisk = open.text;
            const expected = new Map([...open.live.all].map(([id, live]) => [id, live.anchoring === 'anchored' ? open.words(id) : null]));
            open = await Open.again(onDisk, files);
            for (const [id, words] of expected) {
              const now = open.words(id);
              // Never on other words: those that it stood on, or orphaned. White space that an edit has left at their ends is no word.
              if (words !== null && now !== null) expect(now.trim()).toBe(words.trim());
              expect(open.live.all.has(id)).toBe(true);
            }
            break;
          }
          case 'kill': open = await Open.again(onDisk, files); break;
          case 'reopen': {
            await open.store.flush();
            const there = new Set(open.live.all.keys());
            open = await Open.again(onDisk, files);
            expect(new Set(open.live.all.keys())).toEqual(there);
            break;
          }
          case 'outside': onDisk = `A new first paragraph.\n\n${onDisk}`; await open.store.flush(); open = await Open.again(onDisk, files); break;
        }
        for (const [id, live] of open.live.all) {
          const words = open.words(id);
          expect(words === null ? open.live.anchoringOf(live) : words).toBe(words === null ? 'orphaned' : words);
          for (const { span } of live.parts) expect(span.start >= 0 && span.end <= open.text.length && span.start <= span.end).toBe(true);
        }
      }
      const content = files.files.get(URI);
      if (content !== undefined) expect(readSidecar(content).problems).toEqual([]);
    }), { numRuns: RUNS });
  });
});
