import { describe, expect, it } from 'vitest';
import type { Opinion } from '../analysis/opinion.js';
import type { Channel, FromWorker, Place, ToWorker } from './messages.js';
import type { ModelState } from './supervisor.js';
import { Supervisor } from './supervisor.js';

const PLACE: Place = { model: 'm', wasm: 'w', native: false };
const OPINION: Opinion = { words: [], mentions: [], claims: [], end: 3 };

class FakeWorker implements Channel {
  readonly heard: ToWorker[] = [];
  ended = false;
  say: (message: FromWorker) => void = () => undefined;
  die: (why: string) => void = () => undefined;

  post(message: ToWorker): void { this.heard.push(message); }
  onMessage(hear: (message: FromWorker) => void): void { this.say = hear; }
  onEnd(hear: (why: string) => void): void { this.die = hear; }
  terminate(): void { this.ended = true; }
}

/** A supervisor whose time stands still until it is moved on. */
function setUp(): { supervisor: Supervisor; workers: FakeWorker[]; states: ModelState[]; pass: (milliseconds: number) => void } {
  const workers: FakeWorker[] = [];
  const states: ModelState[] = [];
  const timers = new Map<number, { action: () => void; at: number }>();
  let now = 0;
  let last = 0;
  const supervisor = new Supervisor({
    start: () => {
      const worker = new FakeWorker();
      workers.push(worker);
      return worker;
    },
    timers: { set: (action, ms) => { timers.set(++last, { action, at: now + ms }); return last; }, clear: (id) => { timers.delete(id as number); } },
    changed: (state) => { states.push(state); },
  });
  return {
    supervisor, workers, states,
    pass: (milliseconds) => {
      now += milliseconds;
      for (const [id, { action, at }] of [...timers]) {
        if (at > now || !timers.delete(id)) continue;
        action();
      }
    },
  };
}

function ready(worker: FakeWorker | undefined): void {
  worker?.say({ kind: 'ready', version: '1', runtime: 'onnxruntime-web' });
}

describe('Supervisor', () => {
  it('loads, reads, and gives the answer to the one that asked', async () => {
    const { supervisor, workers, states } = setUp();
    supervisor.load(PLACE);
    ready(workers[0]);
    const reading = supervisor.read({ text: 'abc', sentenceEnds: [] });
    expect(workers[0]?.heard.map((m) => m.kind)).toEqual(['load', 'read']);
    workers[0]?.say({ kind: 'opinion', id: 99, opinion: null });
    workers[0]?.say({ kind: 'opinion', id: 1, opinion: OPINION });
    expect(await reading).toBe(OPINION);
    expect(states.map((s) => s.kind)).toEqual(['loading', 'ready']);
  });

  it('may be asked for the next before it has answered, and gives each as long to be read as the first', async () => {
    const { supervisor, workers, states, pass } = setUp();
    supervisor.load(PLACE);
    ready(workers[0]);
    const first = supervisor.read({ text: 'abc', sentenceEnds: [] });
    const second = supervisor.read({ text: 'def', sentenceEnds: [] });
    expect(workers[0]?.heard.map((m) => m.kind)).toEqual(['load', 'read', 'read']);
    pass(29_999);
    workers[0]?.say({ kind: 'opinion', id: 1, opinion: OPINION });
    expect(await first).toBe(OPINION);
    pass(29_999);
    workers[0]?.say({ kind: 'opinion', id: 2, opinion: null });
    expect(await second).toBeNull();
    pass(30_000);
    expect(states.map((s) => s.kind)).toEqual(['loading', 'ready']);
  });

  it('has no opinion before the model is loaded', async () => {
    const { supervisor } = setUp();
    supervisor.load(PLACE);
    expect(await supervisor.read({ text: 'abc', sentenceEnds: [] })).toBeNull();
  });

  it('does not try a bad file again', () => {
    const { supervisor, workers, pass } = setUp();
    supervisor.load(PLACE);
    workers[0]?.say({ kind: 'unusable', why: 'news.onnx is missing' });
    pass(1_000_000);
    expect(workers).toHaveLength(1);
    expect(workers[0]?.ended).toBe(true);
    expect(supervisor.state).toEqual({ kind: 'unusable', why: 'news.onnx is missing' });
  });

  it('ends a worker that hangs, and starts another after a pause', async () => {
    const { supervisor, workers, states, pass } = setUp();
    supervisor.load(PLACE);
    ready(workers[0]);
    const reading = supervisor.read({ text: 'abc', sentenceEnds: [] });
    const waiting = supervisor.read({ text: 'def', sentenceEnds: [] });
    pass(30_000);
    expect(await reading).toBe('ended');
    expect(await waiting).toBeNull();
    expect(workers[0]?.ended).toBe(true);
    expect(states.at(-1)).toEqual({ kind: 'pausing', why: 'its worker did not read a paragraph in 30 s' });
    pass(999);
    expect(workers).toHaveLength(1);
    pass(1);
    ready(workers[1]);
    expect(supervisor.state.kind).toBe('ready');
  });

  it('waits longer each time that the worker dies, and gives up in the end', () => {
    const { supervisor, workers, pass } = setUp();
    supervisor.load(PLACE);
    for (const pause of [1_000, 4_000, 15_000, 60_000]) {
      workers.at(-1)?.die('out of memory');
      const before = workers.length;
      pass(pause - 1);
      expect(workers).toHaveLength(before);
      pass(1);
      expect(workers).toHaveLength(before + 1);
    }
    workers.at(-1)?.die('out of memory');
    pass(1_000_000);
    expect(supervisor.state).toEqual({ kind: 'unusable', why: 'its worker ended (out of memory), 5 times in a row' });
  });

  it('counts anew after an answer', () => {
    const { supervisor, workers, pass } = setUp();
    supervisor.load(PLACE);
    for (let i = 0; i < 20; i++) {
      ready(workers.at(-1));
      void supervisor.read({ text: 'abc', sentenceEnds: [] });
      workers.at(-1)?.say({ kind: 'opinion', id: i + 1, opinion: OPINION });
      workers.at(-1)?.die('a stroke of lightning');
      pass(1_000);
    }
    expect(workers).toHaveLength(21);
  });

  it('hears nothing more of a worker that it has ended', () => {
    const { supervisor, workers, pass } = setUp();
    supervisor.load(PLACE);
    supervisor.load(PLACE);
    ready(workers[0]);
    workers[0]?.die('terminated');
    expect(supervisor.state.kind).toBe('loading');
    ready(workers[1]);
    supervisor.stop();
    workers[1]?.die('terminated');
    pass(1_000_000);
    expect(supervisor.state.kind).toBe('off');
    expect(workers).toHaveLength(2);
  });

  it('says why no worker can be made', () => {
    const states: ModelState[] = [];
    const supervisor = new Supervisor({ start: () => { throw new Error('no worker can be made here'); }, timers: { set: () => 0, clear: () => undefined }, changed: (s) => { states.push(s); } });
    supervisor.load(PLACE);
    expect(states.at(-1)).toEqual({ kind: 'unusable', why: 'no worker can be made here' });
  });
});
