/** The model's worker on the web. */
import type { Channel, FromWorker } from './messages.js';

/** The part of the web's `Worker` that we use; Node's types do not know it. */
interface WebWorker {
  postMessage(message: unknown): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromWorker }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
declare const Worker: (new (address: string) => WebWorker) | undefined;

/**
 * @param address of the worker's script
 * @throws {Error} where no workers can be made
 */
export function startWebWorker(address: string): Channel {
  if (typeof Worker === 'undefined') throw new Error('no worker can be made here');
  // A worker's script must be of our own origin, what it imports need not.
  const script = URL.createObjectURL(new Blob([`importScripts(${JSON.stringify(address)})`], { type: 'text/javascript' }));
  const worker = new Worker(script);
  return {
    post: (message) => { worker.postMessage(message); },
    onMessage: (hear) => { worker.onmessage = ({ data }) => { hear(data); }; },
    onEnd: (hear) => { worker.onerror = ({ message }) => { hear(message ?? 'no reason given'); }; },
    terminate: () => { worker.terminate(); },
  };
}
