/** Times of repeated runs, and what is read from them. Milliseconds throughout. */
import { readFileSync, readdirSync } from 'node:fs';

export interface Times {
  readonly median: number;
  readonly p95: number;
  readonly p99: number;
}

export function summary(times: readonly number[]): Times {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN;
  return { median: at(0.5), p95: at(0.95), p99: at(0.99) };
}

export function timed(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

export async function timedAsync(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

/** Runs both by turns, so that a slow moment of the machine falls on both. */
export function alternate(rounds: number, a: () => unknown, b: () => unknown): [number[], number[]] {
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0; i < rounds; i++) {
    first.push(timed(a));
    second.push(timed(b));
  }
  return [first, second];
}

export async function alternateAsync(rounds: number, a: (i: number) => Promise<unknown>, b: (i: number) => Promise<unknown>): Promise<[number[], number[]]> {
  const first: number[] = [];
  const second: number[] = [];
  for (let i = 0; i < rounds; i++) {
    first.push(await timedAsync(() => a(i)));
    second.push(await timedAsync(() => b(i)));
  }
  return [first, second];
}

/** A request by turns with others; `prepare` comes before it and `after` behind it, outside its time. */
export interface Turn {
  readonly action: (i: number) => Promise<unknown>;
  readonly prepare?: (i: number) => Promise<unknown>;
  readonly after?: () => Promise<unknown>;
  /** Process that answers. */
  readonly pid: number;
}

/**
 * Processor time of this process and the one that answers, together: what a request takes on a machine that does nothing else,
 * also where this one does a lot. Both wait for each other, so nothing of it goes on at the same time.
 */
export async function processorTimes(rounds: number, turns: readonly Turn[]): Promise<number[][]> {
  const times = turns.map((): number[] => []);
  for (let i = 0; i < rounds; i++) {
    for (const [k, { action, prepare, after, pid }] of turns.entries()) {
      await prepare?.(i);
      const theirs = processorTimeOf(pid);
      const ours = process.cpuUsage();
      await action(i);
      const { user, system } = process.cpuUsage(ours);
      times[k]?.push((user + system) / 1000 + processorTimeOf(pid) - theirs);
      await after?.();
    }
  }
  return times;
}

/** Waits until the process has next to nothing to do of its own, such as what a server reads after the first highlights. */
export async function whenQuiet(pid: number): Promise<void> {
  const PAUSE_MS = 500;
  await comesToRest(pid, { pauseMs: PAUSE_MS, lessThanMs: PAUSE_MS / 100, pauses: 120 });
}

/**
 * Waits until no thread of the process runs: what the compiler and the collector do behind an edit, beside the thread that answers,
 * is the edit's. Linux counts a running thread's time some 4 ms apart, in nanoseconds.
 */
export async function whenAtRest(pid: number): Promise<void> {
  if (!await comesToRest(pid, { pauseMs: 5, lessThanMs: 1e-6, pauses: 200 })) throw new Error(`process ${pid} does not come to rest`);
}

/** Whether, within so many pauses, there was one in which it worked less than that. */
async function comesToRest(pid: number, { pauseMs, lessThanMs, pauses }: { pauseMs: number; lessThanMs: number; pauses: number }): Promise<boolean> {
  for (let i = 0; i < pauses; i++) {
    const before = processorTimeOf(pid);
    await new Promise((resolve) => { setTimeout(resolve, pauseMs); });
    if (processorTimeOf(pid) - before < lessThanMs) return true;
  }
  return false;
}

/** Of all threads of a process that waits, as Linux counts it. */
function processorTimeOf(pid: number): number {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => sum + threadTime(pid, thread), 0);
}

/** Of the thread on which a process answers: who asks meanwhile waits at least so long. */
export function mainThreadTime(pid: number): number {
  return threadTime(pid, String(pid));
}

function threadTime(pid: number, thread: string): number {
  return Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}
