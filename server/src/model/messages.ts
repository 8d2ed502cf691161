/** What the server and the worker in which the model runs say to each other. */
import type { Opinion } from '../analysis/opinion.js';

/** Where the model lies and how it may be run. */
export interface Place {
  /** Of the model's files: a path on Node, an address on the web. */
  readonly model: string;
  /** Of the WebAssembly that runs it. */
  readonly wasm: string;
  /** Whether onnxruntime-node may be used where it is installed. */
  readonly native: boolean;
}

export type ToWorker =
  | { readonly kind: 'load'; readonly place: Place }
  | { readonly kind: 'read'; readonly id: number; readonly text: string; readonly sentenceEnds: readonly number[] }
  | { readonly kind: 'cancel'; readonly id: number };

export type FromWorker =
  | { readonly kind: 'ready'; readonly version: string; readonly runtime: RuntimeName }
  | { readonly kind: 'unusable'; readonly why: string }
  /** Null for one that was cancelled. */
  | { readonly kind: 'opinion'; readonly id: number; readonly opinion: Opinion | null }
  | { readonly kind: 'failed'; readonly id: number; readonly why: string };

export type RuntimeName = 'onnxruntime-web' | 'onnxruntime-node';

/** One end of a worker, whatever kind of worker it is. */
export interface Channel {
  post(message: ToWorker): void;
  /** Called for everything that the worker says. */
  onMessage(hear: (message: FromWorker) => void): void;
  /** Called once if the worker ends by itself, with what is known of the cause. */
  onEnd(hear: (why: string) => void): void;
  terminate(): void;
}
