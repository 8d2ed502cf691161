import { describe, expect, it } from 'vitest';
import { RestartPolicy } from './restartPolicy.js';

/** Delays that answer crashes at the given seconds. */
function delays(...seconds: number[]): number[] {
  let at = 0;
  const policy = new RestartPolicy(() => at);
  return seconds.map((second) => {
    at = second * 1000;
    return policy.nextDelay();
  });
}

describe('restarts of the server', () => {
  it('come at once for the first five quick crashes, then ever later, a minute at most', () => {
    expect(delays(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)).toEqual([0, 0, 0, 0, 0, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
  });

  it('start anew after a quiet time', () => {
    expect(delays(0, 1, 2, 3, 4, 5, 70, 71)).toEqual([0, 0, 0, 0, 0, 1000, 0, 0]);
  });

  it('wait no longer once a person asks', async () => {
    const policy = new RestartPolicy(() => 0);
    for (let crash = 0; crash < 9; crash++) policy.nextDelay();
    const restart = policy.mayRestart();
    expect(policy.hurry()).toBe(true);
    expect(await restart).toBe(true);
    expect(policy.nextDelay()).toBe(0);
  });

  it('do not come when the extension is going', async () => {
    const policy = new RestartPolicy(() => 0);
    for (let crash = 0; crash < 9; crash++) policy.nextDelay();
    const restart = policy.mayRestart();
    policy.dispose();
    expect(await restart).toBe(false);
    expect(await policy.mayRestart()).toBe(false);
  });
});
