import { workspace } from 'vscode';
import type { LogOutputChannel, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient/browser';

/** The part of a worker that messages go through. */
type Port = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'onmessage' | 'onerror'>;

/** Starts the server of that script and returns the way to it. */
export async function openServer(script: Uri, log: LogOutputChannel): Promise<MessageTransports> {
  const port = openWorker(script, log) ?? (await runHere(script));
  return { reader: new BrowserMessageReader(port as Worker), writer: new BrowserMessageWriter(port as Worker) };
}

/** Undefined where the host makes no workers: that of an extension which comes from a remote machine refuses. */
function openWorker(script: Uri, log: LogOutputChannel): Worker | undefined {
  if (typeof Worker === 'undefined') return undefined;
  try {
    return new Worker(script.toString(true));
  } catch (error) {
    log.info('No worker can be made here; the server runs in the extension host.', error);
    return undefined;
  }
}

/** Runs the worker's script in this thread, with our end of a message channel as its `self`. */
async function runHere(script: Uri): Promise<Port> {
  const source = new TextDecoder().decode(await workspace.fs.readFile(script));
  const { port1, port2 } = new MessageChannel();
  // The script was made for a worker, where it is not imported but run.
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is our own, read from where the extension lies
  const run = new Function('self', source) as (self: MessagePort) => void;
  run(port2);
  return port1 as unknown as Port;
}
