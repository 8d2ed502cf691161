/** What one start of an extension in a new extension host gave: a line of what run.mjs collects. */
export interface Activation {
  readonly extension: string;
  /** In the first answer that had any. */
  readonly tokens: number;
  /** From the beginning of activation to that answer. */
  readonly milliseconds: number;
}
