/** The model's worker as a thread of Node. */
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { keepNewObjectsFew } from '../base/leanHeap.node.js';
import type { Channel, FromWorker } from './messages.js';

/** Numbers of a model's worker are small; a text that makes them large must not take the editor's memory with it. */
const HEAP_MB = 192;

/** @param script the worker's bundle */
export function startThread(script: URL): Channel {
  const worker = new Worker(fileURLToPath(script), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
  worker.on('online', keepNewObjectsFew);
  let said = '';
  worker.on('error', (error) => { said = error.message; });
  return {
    post: (message) => { worker.postMessage(message); },
    onMessage: (hear) => { worker.on('message', (message: FromWorker) => { hear(message); }); },
    onEnd: (hear) => { worker.on('exit', (code) => { hear(said === '' ? `exit code ${code}` : said); }); },
    terminate: () => { void worker.terminate(); },
  };
}
