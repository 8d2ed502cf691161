/** What one start of an extension in a new extension host gave: a line of what run.mjs collects. */
export interface Activation {
  readonly extension: string;
  /** In the first answer that had any. */
  readonly tokens: number;
  /** From the beginning of activation to that answer. */
  readonly milliseconds: number;
}

/** What the extension host had to do while the model read a long article. */
export interface Busy {
  /** Longest that its main thread worked between two ticks of a few milliseconds; milliseconds of processor time. */
  readonly work: number;
  /** Longest that a tick was late; milliseconds of the clock, on a machine that the model shares. */
  readonly late: number;
  /** How often the server had highlights drawn anew, and over how long. */
  readonly refreshes: number;
  readonly seconds: number;
}
