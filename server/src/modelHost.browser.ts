/** Where the model and its worker lie on the web: beside the extension, whose address the client tells. */
import { ExtensionAddress } from './extensionAddress.browser.js';
import type { ModelHost } from './lsp/secondTier.js';
import { startWebWorker } from './model/worker.browser.js';

export function modelOnTheWeb(): ModelHost {
  const extension = new ExtensionAddress();
  return {
    initialise: (options) => { extension.hear(options); },
    start: () => startWebWorker(extension.of('dist/modelWorker.web.js')),
    // A folder of the user's machine cannot be read on the web.
    place: () => ({ model: extension.of('models'), wasm: extension.of('dist/ort-wasm-simd-threaded.wasm'), native: false }),
  };
}
