/** The model in WebAssembly, on one thread. */
import * as ort from 'onnxruntime-web/wasm';
import { withoutWeights } from './externalise.js';
import type { Labels } from './labels.js';
import { MODEL_FILES } from './labels.js';
import type { Outputs, Session } from './outputs.js';
import { checkedOutputs } from './outputs.js';

/**
 * @param model the whole file; it is not needed any more once the session is there
 * @param binary the runtime's own WebAssembly; it is given away, and empty afterwards
 * @throws whatever the runtime throws for a file that is no model
 */
export async function wasmSession(model: Uint8Array, labels: Labels, binary: ArrayBuffer): Promise<Session> {
  ort.env.wasm.numThreads = 1;
  ort.env.wasm.wasmBinary = binary;
  ort.env.logLevel = 'error';
  const session = await ort.InferenceSession.create(withoutWeights(model, MODEL_FILES.model), {
    executionProviders: ['wasm'],
    externalData: [{ path: MODEL_FILES.model, data: model }],
    // What the arena keeps for later it never gives back.
    enableCpuMemArena: false,
    enableMemPattern: false,
  });
  release(binary);
  return {
    run: async (pieces, shapes): Promise<Outputs> => checkedOutputs(await session.run(inputs(pieces, shapes)), pieces.length, labels),
    close: () => session.release(),
  };
}

/** The runtime holds on to its 14 MB although it has compiled them. */
function release(binary: ArrayBuffer): void {
  structuredClone(binary, { transfer: [binary] });
}

function inputs(pieces: readonly number[], shapes: readonly number[]): Record<string, ort.Tensor> {
  const tensor = (values: readonly number[]): ort.Tensor => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  return { pieces: tensor(pieces), shapes: tensor(shapes) };
}
