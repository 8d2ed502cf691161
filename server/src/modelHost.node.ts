/** Where the model and its worker lie beside a bundle on Node. */
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { ModelHost } from './lsp/secondTier.js';
import type { Place } from './model/messages.js';
import { startThread } from './model/worker.node.js';

declare const __dirname: string;

/** The folder of the bundle that this is part of. */
function here(): URL {
  return pathToFileURL(join(__dirname, '/'));
}

/** `native`: onnxruntime-node may be used where it is installed. */
export function placeOnDisk(folder: string, native: boolean): Place {
  return {
    model: folder === '' ? fileURLToPath(new URL('../models', here())) : folder,
    wasm: fileURLToPath(new URL('ort-wasm-simd-threaded.wasm', here())),
    native,
  };
}

export function startOnDisk(): ReturnType<ModelHost['start']> {
  return startThread(new URL('modelWorker.mjs', here()));
}

export const modelOnDisk: ModelHost = { start: startOnDisk, place: (folder) => placeOnDisk(folder, false) };
