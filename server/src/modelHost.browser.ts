/** Where the model and its worker lie on the web: beside the extension, whose address the client tells. */
import type { ModelHost } from './lsp/secondTier.js';
import { EXTENSION_ADDRESS } from './protocol.js';
import { startWebWorker } from './model/worker.browser.js';

export function modelOnTheWeb(): ModelHost {
  let extension = '';
  return {
    initialise: (options) => {
      const given = typeof options === 'object' && options !== null && EXTENSION_ADDRESS in options ? options[EXTENSION_ADDRESS] : undefined;
      if (typeof given === 'string') extension = given;
    },
    start: () => {
      if (extension === '') throw new Error('the client does not say where the extension lies');
      return startWebWorker(`${extension}/dist/modelWorker.web.js`);
    },
    // A folder of the user's machine cannot be read on the web.
    place: () => ({ model: `${extension}/models`, wasm: `${extension}/dist/ort-wasm-simd-threaded.wasm`, native: false }),
  };
}
