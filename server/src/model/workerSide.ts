/** The worker's side: loads the model once, then reads block after block. Never throws: what goes wrong is said. */
import { nextTurn } from '../base/turn.js';
import type { Runtime } from './load.js';
import { Unusable, loadReader } from './load.js';
import type { FromWorker, Place, RuntimeName, ToWorker } from './messages.js';
import type { Reader } from './reader.js';

export interface WorkerPlace extends Runtime {
  readonly name: RuntimeName;
}

export class WorkerSide {
  private reader: Promise<Reader | null> = Promise.resolve(null);
  private readonly cancelled = new Set<number>();
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly say: (message: FromWorker) => void, private readonly runtimeAt: (place: Place) => WorkerPlace) {}

  hear(message: ToWorker): void {
    switch (message.kind) {
      case 'load':
        this.reader = this.load(message.place);
        break;
      case 'cancel':
        this.cancelled.add(message.id);
        break;
      case 'read':
        this.queue = this.queue.then(() => this.read(message));
        break;
    }
  }

  private async load(place: Place): Promise<Reader | null> {
    try {
      const runtime = this.runtimeAt(place);
      const reader = await loadReader(runtime);
      this.say({ kind: 'ready', version: reader.labels.version, runtime: runtime.name });
      return reader;
    } catch (error) {
      this.say({ kind: 'unusable', why: error instanceof Unusable ? error.message : reasonOf(error) });
      return null;
    }
  }

  private async read({ id, text, sentenceEnds }: Extract<ToWorker, { kind: 'read' }>): Promise<void> {
    try {
      const reader = await this.reader;
      if (reader === null) throw new Error('no model is loaded');
      const opinion = await reader.read(text, sentenceEnds, () => this.isCancelled(id));
      this.say({ kind: 'opinion', id, opinion });
    } catch (error) {
      this.say({ kind: 'failed', id, why: reasonOf(error) });
    }
    this.cancelled.delete(id);
  }

  /** Messages are heard between turns of the event loop only. */
  private async isCancelled(id: number): Promise<boolean> {
    await nextTurn();
    return this.cancelled.has(id);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
