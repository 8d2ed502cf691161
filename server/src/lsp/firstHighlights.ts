/** What is done only when the first highlights have gone out: nothing is to take time from them. */

/** For a client that does not ask for highlights: the time from the first report of a document. */
const UNASKED_MS = 1000;

export class FirstHighlights {
  private readonly waiting: (() => void)[] = [];
  private isAsked = false;
  private isReported = false;

  then(action: () => void): void {
    this.waiting.push(action);
  }

  /** An answer with highlights is on its way. */
  answered(): void {
    if (this.isAsked) return;
    this.isAsked = true;
    this.goOnIn(0);
  }

  /** The client knows of a document's state, and may ask. */
  reported(): void {
    if (this.isReported) return;
    this.isReported = true;
    if (!this.isAsked) this.goOnIn(UNASKED_MS);
  }

  private goOnIn(delay: number): void {
    setTimeout(() => {
      for (const action of this.waiting.splice(0)) action();
    }, delay);
  }
}
