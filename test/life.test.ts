/**
 * Whatever is written, decided, saved, killed and read again: every annotation is on its words or listed as orphaned with its quote, and
 * nothing is dropped.
 */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Decision } from '../server/src/annotations/live/decide.js';
import type { Item } from '../server/src/annotations/live/items.js';
import { placesOf, quoteOf, storedQuote } from '../server/src/annotations/live/items.js';
import type { Live } from '../server/src/annotations/live/live.js';
import { occurrencesOf } from '../server/src/annotations/live/occurrences.js';
import { isObject } from '../server/src/annotations/sidecar/json.js';
import { readSidecar } from '../server/src/annotations/sidecar/read.js';
import { EditorWindow, SIDECAR } from './life/editorWindow.js';
import { MemoryFiles } from './life/memoryFiles.js';

const RUNS = 10_000;

const STORY = 'Talks resume\n\nMinister Ilze Kalna met Per Lund in Oslo on Friday. “The quay 🚢 stays shut,” Kalna said.\n\nLund left for Riga. He said the port would open, and went to Oslo again on 3 May.\n';
const TEXTS = [STORY, STORY.replaceAll('\n', '\r\n'), `\ufeff🚢 ${STORY}`];
const OTHER_TEXT = (text: string): string => ['A paragraph that nobody had seen before, about the weather in the bay.', ...text.split(/(?:\r?\n){2}/).reverse()].join('\n\n');
const PASTED = ['', 'x', ' ', '🚢', '\r\n', '\n\n', 'Ilze Kalna', ' in Oslo ', '“Lund”', 'Per Lund said that the port of Riga would open again, and soon.', 'é', '\ufeff'];

const at = fc.nat(1000);
const arbitraryStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('edit' as const), at, remove: fc.oneof(fc.nat(3), fc.nat(12), fc.nat(80)), insert: fc.constantFrom(...PASTED), settles: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('takeBack' as const), settles: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replaceAll' as const), with: fc.constantFrom<'the same' | 'another' | 'one word' | 'as on disk'>('the same', 'another', 'one word', 'as on disk'), settles: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('decide' as const), what: fc.constantFrom<'accept' | 'reject' | 'retype' | 'reopen' | 'confirm' | 'comment' | 'check' | 'widen' | 'narrow'>('accept', 'accept', 'reject', 'retype', 'retype', 'reopen', 'confirm', 'comment', 'check', 'widen', 'narrow'), nth: at }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('add' as const), what: fc.constantFrom<'entity' | 'claim' | 'occurrences' | 'finding' | 'place'>('entity', 'claim', 'occurrences', 'finding', 'place'), at, length: fc.integer({ min: 1, max: 20 }), source: at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('date' as const, 'twoPeople' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('write' as const, 'save' as const, 'updateAnchors' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('kill' as const), when: fc.constantFrom<'now' | 'dies before it writes' | 'dies after it wrote'>('now', 'dies before it writes', 'dies after it wrote') }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('close' as const, 'editOutside' as const, 'diskFull' as const, 'deleteSidecar' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('somebodyElse' as const), what: fc.constantFrom<'accept' | 'reject' | 'reopen'>('accept', 'reject', 'reopen'), nth: at, isTold: fc.boolean() }) },
);
type Step = typeof arbitraryStep extends fc.Arbitrary<infer T> ? T : never;

/** What one annotation says, without its place. */
const saying = ({ annotation: { body, review, about } }: Live): string => JSON.stringify([body, review, about], (_, value: unknown) => (isObject(value) ? Object.fromEntries(Object.entries(value).sort()) : value));

interface Place {
  readonly start: number;
  readonly end: number;
  readonly letters: readonly number[];
  /** Nothing was cut off it. */
  readonly isWhole: boolean;
}

class Life {
  private window!: EditorWindow;
  /** Each letter of the text has a number of its own, which it keeps wherever it moves. */
  private letters: number[] = [];
  private next = 0;
  /** Quotes that each annotation had while it stood on its words. */
  private readonly quotes = new Map<string, Set<string>>();
  /** Words that each span has stood on. */
  private readonly words = new WeakMap<object, Set<string>>();
  /** What the file says, by our own book. */
  private onDisk = new Map<string, string>();
  /** Edits that an editor's undo takes back, with where everything stood before. */
  private edits: { readonly start: number; readonly newEnd: number; readonly removed: string; readonly letters: readonly number[]; readonly places: ReadonlyMap<object, Place | null> }[] = [];
  /** What was decided before each step that can be taken back. */
  private decisions: ReadonlyMap<string, string>[] = [];
  private readonly files: MemoryFiles;

  constructor(text: string) {
    this.files = new MemoryFiles(text);
  }

  async live(steps: readonly Step[]): Promise<void> {
    await this.open();
    for (const step of steps) {
      await this.take(step);
      this.check();
    }
    this.checkList();
    await this.window.store.flush();
    this.wrote();
    await this.open();
    this.check();
  }

  private async open(): Promise<void> {
    this.window = await EditorWindow.open(this.files);
    this.letters = Array.from(this.window.text.split(''), () => this.next++);
    this.edits = [];
    this.decisions = [];
    const { all } = this.window.live;
    expect(new Map([...all].map(([id, live]) => [id, saying(live)]))).toEqual(this.onDisk);
    this.window.check();
    // On its words, or says that they are others, or orphaned.
    for (const live of all.values()) {
      if (this.window.live.anchoringOf(live) !== 'anchored') continue;
      const stored = live.annotation.anchors.map(({ exact }) => exact);
      for (const [i, { span }] of live.parts.entries()) expect(alike(this.window.text.slice(span.start, span.end))).toBe(alike(stored[i] ?? ''));
    }
  }

  private async take(step: Step): Promise<void> {
    const { window } = this;
    const before = this.said();
    const mayGo = (ids: Iterable<string>): void => {
      const gone = new Set(ids);
      for (const id of before.keys()) if (!gone.has(id)) expect(window.live.all.has(id), id).toBe(true);
    };
    switch (step.do) {
      case 'edit': {
        const start = this.whole(step.at % (window.text.length + 1));
        const end = this.whole(Math.min(window.text.length, start + step.remove));
        this.edit(start, end, step.insert);
        if (step.settles) await window.settle();
        break;
      }
      case 'takeBack': {
        const last = this.edits.pop();
        if (last === undefined) return;
        window.edit(last.start, last.newEnd, last.removed);
        this.letters.splice(last.start, last.newEnd - last.start, ...last.letters);
        // Everything that stood there then stands there again.
        for (const live of window.live.all.values()) {
          for (const { span } of live.parts) {
            const place = last.places.get(span);
            // What had been cut in steps comes back when all of them are taken back.
            if (place?.isWhole === true) expect(span.isEmpty ? null : [span.start, span.end], this.window.text.slice(place.start, place.end)).toEqual([place.start, place.end]);
            else if (place && !span.isEmpty) expect(span.start >= place.start && span.end <= place.end, this.window.text.slice(place.start, place.end)).toBe(true);
          }
        }
        if (step.settles) await window.settle();
        break;
      }
      case 'replaceAll': {
        const now = window.text;
        const text = { 'the same': now, another: OTHER_TEXT(now), 'one word': now.replace(/Kalna|Lund|Oslo/, 'Kask'), 'as on disk': this.files.article }[step.with];
        window.replaceAll(text);
        if (text !== now) {
          this.letters = Array.from(text.split(''), () => this.next++);
          this.edits = [];
        }
        if (step.settles) await window.settle();
        break;
      }
      case 'decide': {
        const item = pick(window.items(), step.nth);
        if (item === undefined) return;
        const decision = decisionOn(item, step.what, step.nth);
        this.decided([decision], mayGo, decision.do === 'reopen' ? decision.ids : []);
        const now = window.live.all.get(item.id);
        if (step.what === 'accept' && item.review !== 'undecided') expect(now?.annotation.review).toBe('accepted');
        if (step.what === 'reject' && item.review !== 'undecided') expect(now?.annotation.review).toBe('rejected');
        break;
      }
      case 'add': {
        const start = step.at % (window.text.length + 1);
        const span = { start, end: Math.min(window.text.length, start + step.length) };
        const source = { start: step.source % (window.text.length + 1), end: Math.min(window.text.length, (step.source % (window.text.length + 1)) + 6) };
        const word = wordAt(window.text, start);
        if (step.what === 'entity') this.decided([{ do: 'addEntities', spans: [span], type: 'EVENT' }], mayGo, []);
        else if (step.what === 'claim') this.decided([{ do: 'addClaim', places: [{ ...span, role: 'content' }, { ...source, role: step.source % 2 === 0 ? 'source' : 'cue' }], attributes: {} }], mayGo, []);
        else if (step.what === 'occurrences') {
          const article = window.article();
          const found = article === null ? [] : occurrencesOf(article, window.live, word).found;
          for (const one of found) expect(window.text.slice(one.start, one.end)).toBe(window.text.slice(word.start, word.end).trim());
          if (found.length > 0) this.decided([{ do: 'addEntities', spans: found, type: 'LOC' }], mayGo, []);
        } else if (step.what === 'finding') this.decided([{ do: 'keep', body: { type: 'ignoredFinding', rule: 'number-mismatch', key: '3' }, spans: [span] }], mayGo, []);
        else {
          const orphan = [...window.live.all.values()].find((live) => window.live.anchoringOf(live) === 'orphaned');
          if (orphan !== undefined) this.decided([{ do: 'place', id: orphan.annotation.id, span }], mayGo, []);
        }
        break;
      }
      case 'date': this.decided([{ do: 'setArticleDate', date: before.size % 3 === 0 ? null : '2026-03-12' }], mayGo, [...before].filter(([, said]) => said.includes('articleDate')).map(([id]) => id)); break;
      case 'twoPeople': this.decided([{ do: 'twoPeople', names: ['Lund', 'Per Lund'] }], mayGo, []); break;
      case 'undo': {
        const expected = this.decisions.pop();
        expect(window.step('undo')).toBe(expected !== undefined);
        if (expected !== undefined) expect(this.said()).toEqual(expected);
        break;
      }
      case 'redo': if (window.step('redo')) this.decisions.push(before); break;
      case 'write': await window.timesUp(); this.wrote(); break;
      case 'updateAnchors': window.store.updateAnchors(); mayGo([]); break;
      case 'save': await this.save(); mayGo([]); break;
      case 'kill': await this.kill(step.when); break;
      case 'close': await window.store.close(); this.wrote(); await this.open(); break;
      case 'editOutside': {
        await window.store.close();
        this.wrote();
        this.files.article = `A new first paragraph.\n\n${this.files.article.replace('He said', 'He did not say')}`;
        await this.open();
        break;
      }
      case 'diskFull': {
        this.files.fate = 'disk full';
        await window.timesUp();
        if (!window.store.isSaved) expect(window.store.problem?.message).toMatch(/^a\.article\.annotations\.jsonld: cannot be written: the disk is full/);
        this.files.fate = 'lives';
        await window.timesUp();
        this.wrote();
        break;
      }
      case 'deleteSidecar': {
        await window.store.flush();
        this.files.files.delete(SIDECAR);
        await window.store.fileChanged();
        mayGo([]);
        this.decided([{ do: 'twoPeople', names: ['Kalna', 'Ilze Kalna'] }], mayGo, []);
        await window.store.flush();
        this.wrote();
        break;
      }
      case 'somebodyElse': await this.somebodyElse(step); break;
    }
    window.check();
  }

  private decided(decisions: readonly Decision[], mayGo: (ids: Iterable<string>) => void, gone: readonly string[]): void {
    const before = this.said();
    const { revision } = this.window.live;
    this.window.decide(...decisions);
    if (this.window.live.revision !== revision) this.decisions.push(before);
    mayGo(gone);
  }

  private async save(): Promise<void> {
    const { window } = this;
    await window.settle();
    await window.store.flush();
    this.files.article = window.text;
    await window.store.articleSaved();
    await window.store.flush();
    this.wrote();
    // What stands on its words now is found there again.
    const again = await EditorWindow.open(this.files);
    for (const [id, live] of window.live.all) {
      const found = again.live.all.get(id);
      if (window.live.anchoringOf(live) !== 'anchored' || live.parts.some(({ span }) => window.text.slice(span.start, span.end).trim() === '')) continue;
      expect(found && [again.live.anchoringOf(found), ...placesIn(found, window.text)], id).toEqual(['anchored', ...placesIn(live, window.text)]);
    }
  }

  private async kill(when: 'now' | 'dies before it writes' | 'dies after it wrote'): Promise<void> {
    const { window } = this;
    if (when !== 'now') {
      this.files.fate = when;
      const dead = this.files.whenDead().then(() => 'dead');
      const end = await Promise.race([dead, window.store.flush().then(() => 'nothing to write')]);
      if (end === 'dead' && when === 'dies after it wrote') this.isWritten();
      this.files.fate = 'lives';
    }
    await this.open();
  }

  private async somebodyElse(step: Extract<Step, { do: 'somebodyElse' }>): Promise<void> {
    const { window } = this;
    const common = new Set(this.onDisk.keys());
    const other = await EditorWindow.open(this.files, 'J. Roos');
    const item = pick(other.items(), step.nth);
    if (item === undefined) return;
    other.decide(decisionOn(item, step.what, step.nth));
    await other.store.close();
    const theirs = new Map([...other.live.all].map(([id, live]) => [id, saying(live)]));
    const ours = this.said();
    if (step.isTold) await window.store.fileChanged();
    await window.store.flush();
    // Sooner or later everybody is told.
    await window.store.fileChanged();
    await window.store.flush();
    const both = this.said();
    for (const id of theirs.keys()) if (!common.has(id) || ours.has(id)) expect(both.has(id), `theirs: ${id}`).toBe(true);
    for (const [id, said] of ours) if (!common.has(id) || theirs.has(id) || this.onDisk.get(id) !== said) expect([...both.values()].includes(said) || both.has(id), `ours: ${id}`).toBe(true);
    this.wrote();
    await this.open();
  }

  private wrote(): void {
    expect(this.window.store.isSaved).toBe(true);
    this.isWritten();
  }

  private isWritten(): void {
    this.onDisk = this.said();
    const content = this.files.files.get(SIDECAR);
    const { value, problems, readOnly } = readSidecar(content ?? '');
    if (content !== undefined) expect([problems.filter(({ rule }) => rule !== 'no-words'), readOnly]).toEqual([[], false]);
    expect(new Set(value.annotations.map(({ id }) => id))).toEqual(new Set(this.onDisk.keys()));
  }

  private said(): Map<string, string> {
    return new Map([...this.window.live.all].map(([id, live]) => [id, saying(live)]));
  }

  /* ---------- edits ---------- */

  private edit(start: number, end: number, insert: string): void {
    const { window } = this;
    const places = this.places();
    const removed = window.text.slice(start, end);
    const letters = this.letters.slice(start, end);
    window.edit(start, end, insert);
    const first = this.next;
    this.letters.splice(start, end - start, ...Array.from(insert.split(''), () => this.next++));
    this.edits.push({ start, newEnd: start + insert.length, removed, letters, places });
    for (const live of window.live.all.values()) {
      for (const { span } of live.parts) {
        const before = places.get(span);
        if (before === undefined) continue;
        const now = span.isEmpty ? [] : this.letters.slice(span.start, span.end);
        if (before === null) {
          // Words that came back are the same words.
          if (!span.isEmpty) expect([...this.words.get(span) ?? []]).toContain(window.text.slice(span.start, span.end));
          continue;
        }
        const own = new Set(before.letters);
        const left = before.letters.filter((letter) => this.letters.includes(letter));
        expect(now.filter((letter) => own.has(letter)), 'letters of it that are left').toEqual(left);
        expect(now.filter((letter) => letter < first && !own.has(letter)), 'letters of others').toEqual([]);
      }
    }
  }

  private places(): Map<object, Place | null> {
    const places = new Map<object, Place | null>();
    for (const { parts } of this.window.live.all.values()) {
      for (const { span } of parts) places.set(span, span.isEmpty ? null : { start: span.start, end: span.end, letters: this.letters.slice(span.start, span.end), isWhole: !this.window.live.track.isWounded(span) });
    }
    return places;
  }

  /** An offset that an editor's cursor can have. */
  private whole(offset: number): number {
    const { text } = this.window;
    const isInside = (text.charCodeAt(offset) & 0xfc00) === 0xdc00 || text.slice(offset - 1, offset + 1) === '\r\n';
    return offset > 0 && isInside ? offset - 1 : offset;
  }

  /* ---------- what holds at any time ---------- */

  private check(): void {
    const { window, quotes, words } = this;
    const standing = { accepted: 0, rejected: 0, orphaned: 0 };
    for (const [id, live] of window.live.all) {
      for (const { span } of live.parts) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeLessThanOrEqual(window.text.length);
        expect(span.isEmpty).toBe(span.start === span.end);
        const known = words.get(span) ?? new Set();
        words.set(span, known.add(window.text.slice(span.start, span.end)));
      }
      const { type } = live.annotation.body;
      if (type !== 'entity' && type !== 'claim') continue;
      standing[window.live.anchoringOf(live) === 'orphaned' ? 'orphaned' : live.annotation.review === 'rejected' ? 'rejected' : 'accepted']++;
      const known = quotes.get(id) ?? new Set();
      quotes.set(id, known);
      if (window.live.anchoringOf(live) === 'orphaned') {
        const quote = storedQuote(window.text, live);
        // Of a claim without its cue, somebody may go on writing the words.
        if (live.parts.some(({ role, span }) => role === 'content' && !span.isEmpty)) known.add(quote);
        expect(quote, id).not.toBe('');
        // Of another type while its words are gone: they are those of the one that it was.
        if (known.size === 0) for (const others of quotes.values()) if (others.has(quote)) known.add(quote);
        expect([...known], id).toContain(quote);
      } else {
        const quote = quoteOf(window.text, placesOf(window.text, live));
        expect(quote, id).not.toBe('');
        known.add(quote);
        // Cut at one end and rewritten at the other: these words with what was cut off are what it is known by if the rest goes, too.
        if (live.parts.some(({ span }) => window.live.track.isWounded(span))) known.add(storedQuote(window.text, live));
      }
    }
    expect(window.live.counts).toEqual(standing);
  }

  /** Each is in the list, once. There is none while the text is not read. */
  private checkList(): void {
    if (this.window.article() === null) return;
    const items = this.window.items();
    for (const [id, live] of this.window.live.all) {
      const { type } = live.annotation.body;
      if (type !== 'entity' && type !== 'claim') continue;
      const listed = items.filter((item) => item.id === id);
      const isOrphaned = this.window.live.anchoringOf(live) === 'orphaned';
      expect(listed.map(({ span, anchoring }) => [span === null, anchoring === 'orphaned']), id).toEqual([[isOrphaned, isOrphaned]]);
      expect([...this.quotes.get(id) ?? []]).toContain(listed[0]?.quote);
    }
  }
}

function alike(text: string): string {
  return text.replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '').replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
}

function placesIn({ parts }: Live, text: string): string[] {
  return parts.map(({ role, span }) => {
    const words = text.slice(span.start, span.end);
    const start = span.start + words.length - words.trimStart().length;
    return `${role ?? ''} ${start}–${start + words.trim().length}`;
  }).sort();
}

function pick<T>(list: readonly T[], nth: number): T | undefined {
  return list[nth % Math.max(1, list.length)];
}

function wordAt(text: string, offset: number): { start: number; end: number } {
  const start = (/\p{L}*$/u.exec(text.slice(0, offset))?.[0].length ?? 0);
  return { start: offset - start, end: offset + (/^\p{L}*/u.exec(text.slice(offset))?.[0].length ?? 0) };
}

function decisionOn({ id, kind }: Item, what: string, nth: number): Decision & { readonly ids?: readonly string[] } {
  const ids = [id];
  switch (what) {
    case 'accept': return { do: 'accept', ids };
    case 'reject': return { do: 'reject', ids };
    case 'reopen': return { do: 'reopen', ids };
    case 'confirm': return { do: 'confirm', ids };
    case 'retype': return { do: 'retype', ids, type: kind === 'entity' ? ['ORG', 'GPE', 'FAC'][nth % 3] ?? 'ORG' : 'document' };
    case 'comment': return { do: 'comment', on: id, text: 'Ask the port.' };
    case 'check': return { do: 'check', id, state: 'asked', evidence: [{ kind: 'note', value: 'by phone' }] };
    default: return { do: 'resize', id, edge: nth % 2 === 0 ? 'start' : 'end', change: what === 'widen' ? 'extend' : 'shrink' };
  }
}

const edit = (where: number, remove: number, insert: string): Step => ({ do: 'edit', at: where, remove, insert, settles: false });
/** Lives in which something went wrong once. */
const ONCE_WRONG: [string, Step[]][] = [
  // A name was cut by an edit after which a neighbour's like word stood behind what was left.
  [`\ufeff🚢 ${STORY}`, [edit(678, 13, ''), { do: 'decide', what: 'accept', nth: 111 }, edit(0, 6, ''), edit(717, 65, ' ')]],
  // Of a name a space alone was left.
  [STORY, [{ do: 'add', what: 'entity', at: 605, length: 7, source: 0 }, edit(981, 5, 'é'), edit(227, 1, '')]],
  // So little was left that it was no English any more.
  [STORY.replaceAll('\n', '\r\n'), [edit(245, 68, ''), edit(178, 66, '🚢')]],
];

it('every annotation stays on its words or is listed as orphaned with its quote, and none is dropped', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...TEXTS), fc.array(arbitraryStep, { minLength: 1, maxLength: 8 }), (text, steps) => new Life(text).live(steps)), { numRuns: RUNS, examples: ONCE_WRONG });
}, 600_000);
