/** What the model gives for one run, as plain numbers. The one place that knows its shapes. */
import type { Labels } from './labels.js';

/** Row-major, one row a piece. */
export interface Outputs {
  /** Logits by entity label. */
  readonly entities: Float32Array;
  /** Logits of O, B and I. */
  readonly cues: Float32Array;
  /** Vectors of each piece as part of a source, then as part of a content. */
  readonly tokenRoles: Float32Array;
  /** Vectors of each piece as a cue that asks for its source, then for its content. */
  readonly cueRoles: Float32Array;
}

/** Runs the model on one run of pieces. Rejects if it cannot. */
export interface Session {
  run(pieces: readonly number[], shapes: readonly number[]): Promise<Outputs>;
  close(): Promise<void>;
}

export const OUTPUT_NAMES = { entities: 'entities', cues: 'cues', tokenRoles: 'token_roles', cueRoles: 'cue_roles' } as const;
export const CUE_LABELS = 3;

/** @throws {Error} if an output is missing, is no list of numbers or has another size: the file is another model */
export function checkedOutputs(given: Readonly<Record<string, { readonly data: unknown } | undefined>>, pieces: number, labels: Labels): Outputs {
  const read = (name: string, width: number): Float32Array => {
    const data = given[name]?.data;
    if (!(data instanceof Float32Array) || data.length !== pieces * width) throw new Error(`the model gives no “${name}” of ${width} numbers a piece`);
    return data;
  };
  return {
    entities: read(OUTPUT_NAMES.entities, labels.tags.length),
    cues: read(OUTPUT_NAMES.cues, CUE_LABELS),
    tokenRoles: read(OUTPUT_NAMES.tokenRoles, 2 * labels.roleWidth),
    cueRoles: read(OUTPUT_NAMES.cueRoles, 2 * labels.roleWidth),
  };
}
