/**
 * The second tier: what the rules have highlighted, the model reads again, block by block, the visible ones first, in a worker.
 * The first tier never waits for it. Where the model cannot be used, one line says so and nothing else changes.
 */
import type { Connection } from 'vscode-languageserver';
import type { Opinion, Unread } from '../analysis/opinion.js';
import { overlaps } from '../base/span.js';
import type { Span } from '../base/span.js';
import { nextTurn } from '../base/turn.js';
import type { Channel, Place } from '../model/messages.js';
import type { ModelState } from '../model/supervisor.js';
import { Supervisor } from '../model/supervisor.js';
import type { Settings } from '../settings.js';
import type { Desk } from './desk.js';

/** How the place we run in starts the model's worker. */
export interface ModelHost {
  start(): Channel;
  /** `folder` is the setting: empty for the model that comes with the extension. */
  place(folder: string): Place;
  /** What the client said of where the extension lies, for a place where the server cannot see that for itself. */
  initialise?(options: unknown): void;
}

/** Opinions that are kept over documents and their closing: some 100 articles. */
const REMEMBERED = 2000;
/** How long opinions are taken in before others have their turn; one alone, which may make many blocks anew, takes what it takes. */
const TURN_MS = 6;
/** What is visible is shown as soon as all of it is read, or this long after the first of it; what is not, once in a while. */
const VISIBLE_MS = 100;
const BACKGROUND_MS = 1000;
/** Characters of a block that is read in less time than it takes to ask for the next. */
const SHORT = 400;
const MOST_AT_ONCE = 2;
/** Blocks that an article of some 2,000 words has. */
const USUAL_BLOCKS = 64;
/** A block over which the worker ended so often is left to the rules. */
const MOST_TRIES = 2;

interface Watched {
  /** Which model its opinions are from; null for none. */
  model: string | null;
  visible: readonly Span[];
  /** Opinions that are not in the article yet. */
  readonly heard: Map<string, Opinion>;
  timer: ReturnType<typeof setTimeout> | null;
  /** Of the timer. */
  delay: number;
  /** Opinions are being taken in, a few at a time. */
  showing: boolean;
}

export class SecondTier {
  private readonly supervisor: Supervisor | null;
  private readonly documents = new Map<string, Watched>();
  private readonly remembered = new Map<string, Opinion>();
  private readonly tries = new Map<string, number>();
  private mayStart = false;
  private folder: string | null = null;
  private readonly reading = new Set<{ readonly uri: string; readonly unread: Unread }>();
  private publish: (uri: string) => void = () => undefined;

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly host: ModelHost | null) {
    this.supervisor = host === null ? null : new Supervisor({
      start: () => host.start(),
      timers: { set: setTimeout, clear: (timer) => { clearTimeout(timer as ReturnType<typeof setTimeout>); } },
      changed: (state) => { this.stateChanged(state); },
    });
  }

  /** What is to happen when a document has new highlights. */
  onNews(publish: (uri: string) => void): void {
    this.publish = publish;
  }

  /** One line for a person if the model cannot be used for a document with these settings. */
  problem(settings: Settings): string | undefined {
    const state = this.supervisor?.state;
    if (!settings.model.enabled || state === undefined || (state.kind !== 'unusable' && state.kind !== 'pausing')) return undefined;
    return `The news model is not used: ${state.why}. Names and claims come from rules and lists alone`;
  }

  /** Version of the model that has read some of the document; undefined if none has. */
  versionFor(uri: string): string | undefined {
    const state = this.supervisor?.state;
    return typeof this.documents.get(uri)?.model === 'string' && state?.kind === 'ready' ? state.version : undefined;
  }

  /** From now on blocks are read; before, documents are only noted. */
  start(): void {
    this.mayStart = true;
    this.goOn();
  }

  /** The first tier has read a document, and the client knows. */
  analysed(uri: string): void {
    if (!this.documents.has(uri)) this.documents.set(uri, { model: null, visible: [], heard: new Map(), timer: null, delay: 0, showing: false });
    else {
      // The last one that changed is read first.
      const watched = this.documents.get(uri);
      this.documents.delete(uri);
      if (watched !== undefined) this.documents.set(uri, watched);
    }
    this.goOn();
  }

  /** Somebody types: a document that has had its first highlights is read again at once, not after the pause of the reports. */
  edited(uri: string): void {
    if (this.supervisor?.state.kind !== 'ready' || !this.documents.has(uri)) return;
    this.desk.read(uri, (unread) => { this.readEarly(uri, unread); }).then(() => { this.analysed(uri); }).catch((error: unknown) => { this.desk.log('second tier', error); });
  }

  /** What the editor shows of a document, and a little around it. */
  saw(uri: string, visible: readonly Span[]): void {
    const watched = this.documents.get(uri);
    if (watched !== undefined) watched.visible = visible;
  }

  forget(uri: string): void {
    const watched = this.documents.get(uri);
    if (watched?.timer) clearTimeout(watched.timer);
    this.documents.delete(uri);
    if (this.asked(uri).length > 0) this.supervisor?.cancel();
  }

  /** A document whose model is another now, or none, is read anew. */
  settingsChanged(): void {
    for (const [uri, watched] of this.documents) {
      this.desk.settingsOf(uri).then((settings) => {
        if (watched.model === null || watched.model === modelOf(settings)) return;
        watched.model = null;
        watched.heard.clear();
        this.desk.documents.get(uri)?.startAnew();
        this.publish(uri);
      }).catch((error: unknown) => { this.desk.log('second tier', error); });
    }
    this.goOn();
  }

  stop(): void {
    this.supervisor?.stop();
  }

  private stateChanged(state: ModelState): void {
    if (state.kind === 'ready') this.connection.console.info(`Article Annotator: the news model ${state.version} is ready.`);
    if (state.kind === 'unusable' || state.kind === 'pausing') {
      this.connection.console.warn(`Article Annotator: the news model is not used: ${state.why}. Names and claims come from rules and lists alone${state.kind === 'pausing' ? ' until it is back' : ''}.`);
    }
    if (state.kind === 'ready' || state.kind === 'unusable' || state.kind === 'pausing') for (const uri of this.documents.keys()) this.publish(uri);
    if (state.kind === 'ready') this.goOn();
  }

  private goOn(): void {
    if (!this.mayStart) return;
    this.step().catch((error: unknown) => { this.desk.log('second tier', error); });
  }

  /** Has the next block read, and goes on when it is. Does nothing while enough is being read. */
  private async step(): Promise<void> {
    const { supervisor } = this;
    if (supervisor === null || this.host === null) return;
    for (let next = await this.next(); next !== null && this.mayAskFor(next.unread, next.left); next = await this.next()) this.readNow(supervisor, next.uri, next.unread);
  }

  /**
   * One block at a time, so that none waits long for its turn, and others have theirs on a machine of few cores. In an article of usual
   * length two short ones, so that the worker need not wait for the next. Somebody else may have asked for it since it was chosen.
   */
  private mayAskFor(unread: Unread, left: number): boolean {
    const asked = [...this.reading].map((one) => one.unread);
    if (asked.length === 0) return true;
    return asked.length < MOST_AT_ONCE && left <= USUAL_BLOCKS && [...asked, unread].every(({ text }) => text.length <= SHORT) && asked.every(({ id }) => id !== unread.id);
  }

  /** The paragraph that is typed in, in a document that the model has read: it has a core of its own, and begins while the rules still read. */
  private readEarly(uri: string, unread: Unread): void {
    const model = this.documents.get(uri)?.model;
    if (this.supervisor === null || this.reading.size > 0 || typeof model !== 'string' || model !== this.folder) return;
    // What is known already would be taken in at once, in the middle of the reading.
    if (this.remembered.has(unread.id) || !this.mayTry(unread)) return;
    this.readNow(this.supervisor, uri, unread);
  }

  private readNow(supervisor: Supervisor, uri: string, unread: Unread): void {
    this.readOne(supervisor, uri, unread).then(() => { if (supervisor.state.kind === 'ready') this.goOn(); }).catch((error: unknown) => { this.desk.log('second tier', error); });
  }

  private async readOne(supervisor: Supervisor, uri: string, unread: Unread): Promise<void> {
    const own = { uri, unread };
    this.reading.add(own);
    try {
      const answer = await supervisor.read(unread);
      if (answer === 'ended') this.tries.set(unread.id, (this.tries.get(unread.id) ?? 0) + 1);
      else if (answer !== null) this.take(uri, unread, answer);
    } finally {
      this.reading.delete(own);
    }
  }

  private mayTry({ id }: Unread): boolean {
    return (this.tries.get(id) ?? 0) < MOST_TRIES;
  }

  /** `left`: how many blocks of the document wait, this one among them. */
  private async next(): Promise<{ uri: string; unread: Unread; left: number } | null> {
    for (const [uri, watched] of [...this.documents].reverse()) {
      const settings = await this.desk.settingsOf(uri);
      const open = this.desk.documents.get(uri);
      if (open === undefined || !settings.model.enabled || !this.isLoaded(settings)) continue;
      const all = this.waiting(uri, watched);
      this.takeRemembered(uri, watched, all);
      const waiting = all.filter(({ id }) => !this.remembered.has(id));
      const unread = waiting.find((block) => isVisible(watched, block)) ?? waiting[0];
      if (unread !== undefined) return { uri, unread, left: waiting.length };
    }
    return null;
  }

  /** Starts the worker for the first document that wants it, and anew if another model is chosen. */
  private isLoaded(settings: Settings): boolean {
    if (this.supervisor === null || this.host === null) return false;
    const folder = settings.model.path;
    if (this.folder !== folder) {
      this.folder = folder;
      this.remembered.clear();
      this.tries.clear();
      this.supervisor.load(this.host.place(folder));
    }
    return this.supervisor.state.kind === 'ready';
  }

  /**
   * What is visible alone, if there is such, or else all of it together: of an article that is opened again there may be hundreds of
   * blocks, which must neither be chosen one by one nor be taken in at a stretch.
   */
  private takeRemembered(uri: string, watched: Watched, waiting: readonly Unread[]): void {
    const known = waiting.filter(({ id }) => this.remembered.has(id));
    if (known.length === 0) return;
    const visible = known.filter((block) => isVisible(watched, block));
    for (const { id } of visible.length > 0 ? visible : known) {
      const opinion = this.remembered.get(id);
      if (opinion !== undefined) this.hear(watched, id, opinion);
    }
    this.showSoon(uri, watched, 0);
  }

  private take(uri: string, unread: Unread, opinion: Opinion): void {
    const watched = this.documents.get(uri);
    if (watched === undefined) {
      this.remember(unread.id, opinion);
      return;
    }
    this.hear(watched, unread.id, opinion);
    const visible = (block: Span): boolean => isVisible(watched, block);
    if (!visible(unread)) this.showSoon(uri, watched, BACKGROUND_MS);
    else this.showSoon(uri, watched, [...this.asked(uri).filter(({ id }) => id !== unread.id), ...this.waiting(uri, watched)].some(visible) ? VISIBLE_MS : 0);
  }

  private hear(watched: Watched, id: string, opinion: Opinion): void {
    this.remember(id, opinion);
    watched.model = this.folder;
    watched.heard.set(id, opinion);
  }

  /** As the last of all that are remembered; the one that was least lately asked for goes. */
  private remember(id: string, opinion: Opinion): void {
    this.remembered.delete(id);
    this.remembered.set(id, opinion);
    if (this.remembered.size <= REMEMBERED) return;
    for (const oldest of this.remembered.keys()) { this.remembered.delete(oldest); break; }
  }

  /** What the worker has been asked for. */
  private asked(uri: string): Unread[] {
    return [...this.reading].filter((one) => one.uri === uri).map((one) => one.unread);
  }

  private waiting(uri: string, watched: Watched): Unread[] {
    const all = this.desk.documents.get(uri)?.unread() ?? [];
    const asked = this.asked(uri).map(({ id }) => id);
    return all.filter((unread) => !asked.includes(unread.id) && !watched.heard.has(unread.id) && this.mayTry(unread));
  }

  private showSoon(uri: string, watched: Watched, delay: number): void {
    if (watched.showing || (watched.timer !== null && watched.delay <= delay)) return;
    if (watched.timer !== null) clearTimeout(watched.timer);
    const show = (): void => {
      watched.timer = null;
      this.show(uri, watched).catch((error: unknown) => { this.desk.log('second tier', error); });
    };
    watched.delay = delay;
    // A timer of none would take a millisecond.
    if (delay === 0) show();
    else watched.timer = setTimeout(show, delay);
  }

  /** Takes in all that was heard, and then tells of it once. */
  private async show(uri: string, watched: Watched): Promise<void> {
    let changed = false;
    watched.showing = true;
    try {
      while (watched.heard.size > 0) {
        const turn = performance.now() + TURN_MS;
        for (const one of watched.heard) {
          watched.heard.delete(one[0]);
          changed = this.desk.documents.get(uri)?.hear([one]) === true || changed;
          if (performance.now() >= turn) break;
        }
        if (watched.heard.size > 0) await nextTurn();
      }
    } finally {
      watched.showing = false;
    }
    if (changed) this.publish(uri);
  }
}

/** Where nobody has said what is, all of it may be. */
function isVisible({ visible }: Watched, block: Span): boolean {
  return visible.length === 0 || visible.some((span) => overlaps(span, block));
}

/** Null if none is wanted. */
function modelOf(settings: Settings): string | null {
  return settings.model.enabled ? settings.model.path : null;
}
