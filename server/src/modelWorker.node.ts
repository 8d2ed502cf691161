/** Entry of the model's worker on Node: reads the model's files from disk. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import type { Place, ToWorker } from './model/messages.js';
import { nativeRuntime, nativeSession } from './model/nativeSession.node.js';
import { wasmSession } from './model/wasmSession.js';
import type { WorkerPlace } from './model/workerSide.js';
import { WorkerSide } from './model/workerSide.js';

function runtimeAt({ model: folder, wasm, native }: Place): WorkerPlace {
  const runtime = native ? nativeRuntime(import.meta.url) : undefined;
  return {
    name: runtime === undefined ? 'onnxruntime-web' : 'onnxruntime-node',
    file: (name) => readIfThere(join(folder, name)),
    session: async (model, labels) => {
      if (runtime !== undefined) return nativeSession(runtime, model, labels);
      return wasmSession(model, labels, own(await readFile(wasm)));
    },
  };
}

/** A large file's bytes have a buffer of their own: a copy would double them until the collector comes. */
function own({ buffer, byteOffset, byteLength }: Buffer): ArrayBuffer {
  return buffer instanceof ArrayBuffer && byteLength === buffer.byteLength ? buffer : Uint8Array.from(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
}

async function readIfThere(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined;
    throw error;
  }
}

const side = new WorkerSide((message) => parentPort?.postMessage(message), runtimeAt);
parentPort?.on('message', (message: ToWorker) => { side.hear(message); });
