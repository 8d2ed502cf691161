/** An editor's window on one article: its document, what is decided in it, and its store, put together as the server does. */
import { LiveAnnotations } from '../../server/src/annotations/live/live.js';
import { Refusal, decide } from '../../server/src/annotations/live/decide.js';
import type { Decision } from '../../server/src/annotations/live/decide.js';
import type { Item } from '../../server/src/annotations/live/items.js';
import { itemsOf } from '../../server/src/annotations/live/items.js';
import { seekLost } from '../../server/src/annotations/live/seek.js';
import { DocumentStore } from '../../server/src/annotations/store/store.js';
import { personOf } from '../../server/src/annotations/store/who.js';
import type { Article } from '../../server/src/analysis/article.js';
import { loadGazetteer } from '../../server/src/knowledge/gazetteer.js';
import { OpenDocument } from '../../server/src/lsp/openDocument.js';
import { DEFAULT_SETTINGS } from '../../server/src/settings.js';
import type { MemoryFiles } from './memoryFiles.js';

export const ARTICLE = 'a.article';
export const SIDECAR = `file:///${ARTICLE}.annotations.jsonld`;
const PACE = { now: () => 0, rest: () => Promise.resolve() };

const gazetteer = loadGazetteer();
let ids = 0;
let seconds = 0;

export class EditorWindow {
  readonly document: OpenDocument;
  readonly live: LiveAnnotations;
  readonly store: DocumentStore;
  private version = 1;
  private timers: (() => void)[] = [];
  private readonly errors: unknown[] = [];

  private constructor(readonly files: MemoryFiles, readonly person: string) {
    this.document = OpenDocument.create(`file:///${ARTICLE}`, 'article', 1, files.article);
    this.live = new LiveAnnotations(files.article);
    this.document.annotate(this.live);
    this.store = new DocumentStore({ uri: SIDECAR, article: ARTICLE, who: undefined }, this.live, {
      files, pace: PACE,
      after: (_, act) => {
        this.timers.push(act);
        return () => { this.timers = this.timers.filter((one) => one !== act); };
      },
      changed: (decided) => { if (decided) this.document.remark(null); },
      log: (error) => { this.errors.push(error); },
    });
  }

  static async open(files: MemoryFiles, person = 'M. Kask'): Promise<EditorWindow> {
    const opened = new EditorWindow(files, person);
    const content = files.files.get(SIDECAR);
    if (content !== undefined) await opened.store.load(content);
    return opened;
  }

  get text(): string { return this.document.positions.getText(); }

  /** Null where so little is left of the text that it is no English: the server lists nothing then, and takes no decision. */
  article(): Article | null {
    const read = this.document.read(DEFAULT_SETTINGS, () => gazetteer);
    return 'kind' in read ? null : read;
  }

  items(): Item[] {
    const article = this.article();
    return article === null ? [] : itemsOf(article, this.live, null);
  }

  edit(start: number, oldEnd: number, insert: string): void {
    const { positions } = this.document;
    const range = { start: positions.positionAt(start), end: positions.positionAt(oldEnd) };
    OpenDocument.update(this.document, [{ range, text: insert }], ++this.version);
  }

  replaceAll(text: string): void {
    OpenDocument.update(this.document, [{ text }], ++this.version);
  }

  /** What the server does once a new version is analysed; the analysis itself is made when something asks for it. */
  async settle(): Promise<void> {
    if (!this.live.lost.isDue) return;
    await seekLost(this.live, PACE);
    this.live.revision++;
    this.document.remark(null);
    this.store.decided();
  }

  /** True unless it was refused. */
  decide(...decisions: readonly Decision[]): boolean {
    const article = this.article();
    if (article === null) return false;
    const time = new Date(Date.UTC(2026, 10, 29) + 1000 * ++seconds);
    try {
      const { step } = decide(this.live, decisions, { article, person: personOf(this.person, ''), now: `${time.toISOString().slice(0, 19)}Z`, modelVersion: undefined, newId });
      if (step.changes.length === 0) return true;
      this.document.remark(this.live.perform(step));
      this.store.decided();
      return true;
    } catch (error) {
      if (error instanceof Refusal) return false;
      throw error;
    }
  }

  step(direction: 'undo' | 'redo'): boolean {
    const done = direction === 'undo' ? this.live.undo() : this.live.redo();
    if (done === null) return false;
    this.document.remark(done.where);
    this.store.decided();
    return true;
  }

  /** The time of everything that waits has come. */
  async timesUp(): Promise<void> {
    for (const act of this.timers.splice(0)) act();
    // Whatever it began ends with what it stands in line for.
    await this.store.flush();
  }

  check(): void {
    if (this.errors.length > 0) throw this.errors[0];
  }
}

function newId(): string {
  return `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
}
