/** Entry of the model's worker on the web: fetches the model's files from where the extension lies. */
import type { Place, ToWorker } from './model/messages.js';
import { wasmSession } from './model/wasmSession.js';
import type { WorkerPlace } from './model/workerSide.js';
import { WorkerSide } from './model/workerSide.js';

/** The worker's scope, which Node's types do not know. */
declare const self: { postMessage(message: unknown): void; onmessage: ((event: { readonly data: ToWorker }) => void) | null };

const NOT_FOUND = 404;

function runtimeAt({ model: folder, wasm }: Place): WorkerPlace {
  return {
    name: 'onnxruntime-web',
    file: async (name) => {
      const answer = await fetch(`${folder}/${name}`);
      if (answer.status === NOT_FOUND) return undefined;
      if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
      return new Uint8Array(await answer.arrayBuffer());
    },
    session: async (model, labels) => {
      const answer = await fetch(wasm);
      if (!answer.ok) throw new Error(`the WebAssembly that runs it: ${answer.status} ${answer.statusText}`);
      return wasmSession(model, labels, await answer.arrayBuffer());
    },
  };
}

const side = new WorkerSide((message) => { self.postMessage(message); }, runtimeAt);
self.onmessage = ({ data }) => { side.hear(data); };
