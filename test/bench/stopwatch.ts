/** Times of repeated runs, and what is read from them. Milliseconds throughout. */

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
