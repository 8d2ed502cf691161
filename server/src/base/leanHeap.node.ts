import { setFlagsFromString } from 'node:v8';

/**
 * Lets the collector keep the heap small: the server stands beside an editor for hours. With 50,000 words open, after some hundred
 * keystrokes and a thousand hovers, slower growth of the whole heap left 140 MB of the process instead of 158 (2026-11-24), and room
 * for new objects that stays at 2 MB instead of growing to 32 left 131 instead of 157 (2026-11-29), at no processor time that shows.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=10');
  keepNewObjectsFew();
  // For the model's worker: several compilers at a time hold 25 MB more, for a start that is a moment shorter.
  setFlagsFromString('--wasm-num-compilation-tasks=1');
  optimiseHotWasmFirst();
}

/**
 * V8 runs WebAssembly as it is compiled in one pass at first, and optimises a function of which some 2 MB (Node 20) have run. While the
 * runtime of the model reads its graph that is true of hundreds of functions that never run again, and the few that every paragraph
 * spends its time in wait behind them. With 120 MB those come first: of a server just started, a first article of 600 words was read
 * 0.7 s after the model was ready instead of 1.6, for 3.9 s of processor time in all instead of 7.8 (2026-11-30; 60 MB: 0.7 and 4.3 s;
 * 250 MB: 0.6 and 3.4 s, but some of what every paragraph needs is optimised late).
 */
function optimiseHotWasmFirst(): void {
  setFlagsFromString('--wasm-tiering-budget=120000000');
}

/**
 * To be said again whenever a thread has started: V8 then takes the factor for a mistake and makes it 2, in all threads (Node 20).
 * On the command line the flag changes nothing (Node 20, 22 and 24).
 */
export function keepNewObjectsFew(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}
