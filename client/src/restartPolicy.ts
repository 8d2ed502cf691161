/** When a server that ended by itself is started again: always, but ever later if it keeps on ending. No VS Code in here. */

/** Crashes that follow each other within this time count as one series. */
const QUICK_MS = 60_000;
/** So many quick crashes are answered at once. */
const FREE_RESTARTS = 5;
const FIRST_DELAY_MS = 1_000;
const LONGEST_DELAY_MS = 60_000;

export class RestartPolicy {
  private crashes = 0;
  private lastCrash = Number.NEGATIVE_INFINITY;
  private endWait: ((restart: boolean) => void) | undefined;
  private disposed = false;

  constructor(private readonly now: () => number = Date.now) {}

  /** Milliseconds to wait before the restart that answers a crash now. */
  nextDelay(): number {
    const time = this.now();
    this.crashes = time - this.lastCrash < QUICK_MS + delayAfter(this.crashes) ? this.crashes + 1 : 1;
    this.lastCrash = time;
    return delayAfter(this.crashes);
  }

  /** Waits as long as the policy asks. False if there is to be no restart, because the extension is going. */
  async mayRestart(): Promise<boolean> {
    const delay = this.nextDelay();
    if (this.disposed) return false;
    if (delay === 0) return true;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.endWait?.(true), delay);
      this.endWait = (restart) => {
        clearTimeout(timer);
        this.endWait = undefined;
        resolve(restart);
      };
    });
  }

  /** A person asked for a restart: a waiting one comes now, and the series is forgotten. True if one was waiting. */
  hurry(): boolean {
    this.crashes = 0;
    const waiting = this.endWait !== undefined;
    this.endWait?.(true);
    return waiting;
  }

  dispose(): void {
    this.disposed = true;
    this.endWait?.(false);
  }
}

function delayAfter(crashes: number): number {
  if (crashes <= FREE_RESTARTS) return 0;
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (crashes - FREE_RESTARTS - 1));
}
