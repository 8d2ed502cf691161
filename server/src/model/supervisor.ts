/**
 * Keeps one worker with the model alive: starts it when it is first needed, asks it a few things at a time, ends one that does
 * not answer in time, and starts another after a pause that grows. Knows no process and no clock but those it is given.
 */
import type { Opinion, Unread } from '../analysis/opinion.js';
import type { Channel, FromWorker, Place } from './messages.js';

/** What is known of the model. `why` is one clause for a person. */
export type ModelState =
  | { readonly kind: 'off' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly version: string }
  /** The worker ended and will be started again. */
  | { readonly kind: 'pausing'; readonly why: string }
  /** It will not be tried again until somebody changes something. */
  | { readonly kind: 'unusable'; readonly why: string };

export interface Timers {
  set(action: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
}

export interface SupervisorParts {
  /** @throws if no worker can be made here */
  readonly start: () => Channel;
  readonly timers: Timers;
  /** Called after each change of the state. */
  readonly changed: (state: ModelState) => void;
}

/** Loading reads 23 MB and compiles 14 MB; a busy machine takes its time. */
const LOADING_MS = 60_000;
/** Sixteen runs at most, each some tenths of a second on a slow machine. */
const READING_MS = 30_000;
/** Pauses before the worker is started again; after the last it is given up. */
const PAUSES_MS = [1_000, 4_000, 15_000, 60_000] as const;

/** What came of a question: `ended` for the one over which the worker ended, null for all else that was not read. */
export type Answer = Opinion | 'ended' | null;

interface Asked {
  readonly id: number;
  readonly resolve: (answer: Answer) => void;
}

export class Supervisor {
  private channel: Channel | null = null;
  /** In the order in which the worker reads them. */
  private asked: Asked[] = [];
  private watch: unknown = null;
  private pause: unknown = null;
  /** Times that the worker ended since it last gave an answer. */
  private failures = 0;
  private lastId = 0;
  private now: ModelState = { kind: 'off' };

  constructor(private readonly parts: SupervisorParts) {}

  get state(): ModelState { return this.now; }

  /** Starts (again, if need be) with the model at this place. */
  load(place: Place): void {
    this.stop();
    this.failures = 0;
    this.start(place);
  }

  /** The model's opinion, when its turn comes. */
  read({ text, sentenceEnds }: Pick<Unread, 'text' | 'sentenceEnds'>): Promise<Answer> {
    const { channel } = this;
    if (channel === null || this.now.kind !== 'ready') return Promise.resolve(null);
    const id = ++this.lastId;
    return new Promise((resolve) => {
      this.asked.push({ id, resolve });
      if (this.asked.length === 1) this.watchReading();
      channel.post({ kind: 'read', id, text, sentenceEnds });
    });
  }

  /** What is being read is not needed any more: the answer is null, soon. */
  cancel(): void {
    for (const { id } of this.asked) this.channel?.post({ kind: 'cancel', id });
  }

  stop(): void {
    this.parts.timers.clear(this.pause);
    this.end();
    this.become({ kind: 'off' });
  }

  private start(place: Place): void {
    this.become({ kind: 'loading' });
    try {
      const channel = this.parts.start();
      this.channel = channel;
      channel.onMessage((message) => { if (this.channel === channel) this.hear(message); });
      channel.onEnd((why) => { if (this.channel === channel) this.failed(place, `ended (${why})`); });
      this.place = place;
      this.watchFor(LOADING_MS, `did not load the model in ${LOADING_MS / 1000} s`);
      channel.post({ kind: 'load', place });
    } catch (error) {
      this.become({ kind: 'unusable', why: error instanceof Error ? error.message : String(error) });
    }
  }

  private place: Place | null = null;

  private hear(message: FromWorker): void {
    switch (message.kind) {
      case 'ready':
        this.unwatch();
        this.become({ kind: 'ready', version: message.version });
        break;
      case 'unusable':
        this.end();
        this.become({ kind: 'unusable', why: message.why });
        break;
      case 'opinion':
        if (message.id !== this.asked[0]?.id) break;
        this.failures = 0;
        this.answer(message.opinion);
        break;
      case 'failed':
        if (message.id === this.asked[0]?.id && this.place !== null) this.failed(this.place, `could not read a paragraph (${message.why})`);
        break;
    }
  }

  private failed(place: Place, what: string): void {
    const wait = PAUSES_MS[this.failures];
    this.failures++;
    const why = `its worker ${what}`;
    const over = this.asked.shift();
    this.end();
    over?.resolve('ended');
    if (wait === undefined) {
      this.become({ kind: 'unusable', why: `${why}, ${this.failures} times in a row` });
      return;
    }
    this.become({ kind: 'pausing', why });
    this.pause = this.parts.timers.set(() => { this.start(place); }, wait);
  }

  private end(): void {
    this.unwatch();
    const { channel } = this;
    this.channel = null;
    channel?.terminate();
    const { asked } = this;
    this.asked = [];
    for (const { resolve } of asked) resolve(null);
  }

  private answer(opinion: Opinion | null): void {
    const first = this.asked.shift();
    if (this.asked.length > 0) this.watchReading();
    else this.unwatch();
    first?.resolve(opinion);
  }

  private watchReading(): void {
    this.watchFor(READING_MS, `did not read a paragraph in ${READING_MS / 1000} s`);
  }

  private watchFor(milliseconds: number, what: string): void {
    this.unwatch();
    this.watch = this.parts.timers.set(() => { if (this.place !== null) this.failed(this.place, what); }, milliseconds);
  }

  private unwatch(): void {
    this.parts.timers.clear(this.watch);
    this.watch = null;
  }

  private become(state: ModelState): void {
    if (state.kind === 'off' && this.now.kind === 'off') return;
    this.now = state;
    this.parts.changed(state);
  }
}
