/** The model on onnxruntime-node, for the command line, where somebody has installed it. */
import { createRequire } from 'node:module';
import type { InferenceSession, Tensor } from 'onnxruntime-common';
import type { Labels } from './labels.js';
import type { Outputs, Session } from './outputs.js';
import { checkedOutputs } from './outputs.js';

interface NativeRuntime {
  readonly InferenceSession: { create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession> };
  readonly Tensor: new (type: 'int64', data: BigInt64Array, dims: readonly number[]) => Tensor;
}

/** Undefined where it is not installed or does not run on this machine. */
export function nativeRuntime(from: string): NativeRuntime | undefined {
  try {
    return createRequire(from)('onnxruntime-node') as NativeRuntime;
  } catch {
    // It is optional: WebAssembly gives the same answers but for close calls (reader.test.ts measures them), only later.
    return undefined;
  }
}

/** @throws whatever the runtime throws for a file that is no model */
export async function nativeSession(native: NativeRuntime, model: Uint8Array, labels: Labels): Promise<Session> {
  const session = await native.InferenceSession.create(model, { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1, logSeverityLevel: 3 });
  const tensor = (values: readonly number[]): Tensor => new native.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  return {
    run: async (pieces, shapes): Promise<Outputs> => checkedOutputs(await session.run({ pieces: tensor(pieces), shapes: tensor(shapes) }), pieces.length, labels),
    close: () => session.release(),
  };
}
