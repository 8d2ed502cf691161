import { workspace } from 'vscode';
import type { LogOutputChannel, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter } from 'vscode-languageclient/browser';
import type { MessageTransports } from 'vscode-languageclient/browser';

/** Starts the server of one script, and ends the one before: the client only stops speaking to it. */
export class ServerInBrowser {
  private end: (() => void) | undefined;

  constructor(private readonly script: Uri, private readonly log: LogOutputChannel) {}

  async open(): Promise<MessageTransports> {
    this.end?.();
    const port = this.openWorker() ?? (await this.runHere());
    return { reader: new BrowserMessageReader(port), writer: new BrowserMessageWriter(port) };
  }

  /** Undefined where the host makes no workers: that of an extension which comes from a remote machine refuses. */
  private openWorker(): Worker | undefined {
    if (typeof Worker === 'undefined') return undefined;
    try {
      const worker = new Worker(this.script.toString(true));
      worker.addEventListener('error', (event) => this.log.error('The server’s worker', event.message));
      this.end = () => worker.terminate();
      return worker;
    } catch (error) {
      this.log.info('No worker can be made here; the server runs in the extension host.', error);
      return undefined;
    }
  }

  /** Runs the worker's script in this thread, with our end of a message channel as its `self`. */
  private async runHere(): Promise<MessagePort> {
    const source = new TextDecoder().decode(await workspace.fs.readFile(this.script));
    const { port1, port2 } = new MessageChannel();
    this.end = () => port1.close();
    // The script was made for a worker, where it is not imported but run.
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is our own, read from where the extension lies
    const run = new Function('self', source) as (self: MessagePort) => void;
    run(port2);
    return port1;
  }
}
