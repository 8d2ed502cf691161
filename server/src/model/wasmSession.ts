/** The model in WebAssembly, on one thread. */
import * as ort from 'onnxruntime-web/wasm';
import { withoutWeights } from './externalise.js';
import type { Labels } from './labels.js';
import { MODEL_FILES } from './labels.js';
import type { Outputs, Session } from './outputs.js';
import { checkedOutputs } from './outputs.js';

/**
 * @param model the whole file; if its bytes have a buffer of their own they are given away, and empty once the session is there
 * @param binary the runtime's own WebAssembly; the same
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
  // The runtime holds on to its 14 MB although it has compiled them, and the file's 23 would wait for the collector, which has little else to do.
  release(binary);
  if (model.buffer instanceof ArrayBuffer && model.byteLength === model.buffer.byteLength) release(model.buffer);
  return {
    run: async (pieces, shapes): Promise<Outputs> => checkedOutputs(await session.run(inputs(pieces, shapes)), pieces.length, labels),
    close: () => session.release(),
  };
}

/** What is moved to an object of which nobody knows is freed the next time that new objects are looked through. */
function release(buffer: ArrayBuffer): void {
  structuredClone(buffer, { transfer: [buffer] });
}

function inputs(pieces: readonly number[], shapes: readonly number[]): Record<string, ort.Tensor> {
  const tensor = (values: readonly number[]): ort.Tensor => new ort.Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
  return { pieces: tensor(pieces), shapes: tensor(shapes) };
}
