/** Which blocks are the same in two versions of an article, told without a look at any: what is kept of all of them is carried over by it. */

/** So many blocks at the front are the very same and stand where they stood, so many at the back have at most moved, all alike. */
export interface SameEnds {
  readonly front: number;
  readonly back: number;
}

/** A version of one engine's article. */
export interface Version {
  readonly history: History;
  readonly number: number;
}

/** Of versions further apart nothing is known. */
const MOST_STEPS = 16;
const NOTHING: SameEnds = { front: 0, back: 0 };

export class History {
  private readonly steps: SameEnds[] = [];
  private number = 0;

  get version(): Version {
    return { history: this, number: this.number };
  }

  /** The next version: outside these ends its blocks may be others. */
  step(same: SameEnds): void {
    this.number++;
    this.steps.push(same);
    if (this.steps.length > MOST_STEPS) this.steps.shift();
  }

  /** Nothing for versions of other histories, for a later one, and for what lies too far back. */
  since({ history, number }: Version, until: Version): SameEnds {
    const first = this.steps.length - (this.number - number);
    if (history !== this || until.history !== this || number > until.number || first < 0) return NOTHING;
    let front = Infinity;
    let back = Infinity;
    for (let i = first; i < this.steps.length - (this.number - until.number); i++) {
      front = Math.min(front, this.steps[i]?.front ?? 0);
      back = Math.min(back, this.steps[i]?.back ?? 0);
    }
    return { front, back };
  }
}
