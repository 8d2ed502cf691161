/** How the server's process is started so that it stays small beside an editor for hours; the benchmarks start it in the same way. */

/**
 * glibc gives memory back only from the end of a heap, and what the runtime of the model takes while it is compiled never lies there.
 * Blocks of 32 KiB and more, each mapped by itself, go back when they are freed: those that V8 compiles in among them. By default glibc
 * does so from 128 KiB, and lets the threshold grow with each such block. Model and 50,000 words took 233 to 251 MB with a fixed
 * threshold of 128 KiB, 223 to 247 with 64 and 218 to 221 with 32; start, opening and keystrokes take as long with each (2026-11-30).
 * Other systems pay no heed.
 */
export const LEAN_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: '32768' };

/**
 * MB of room for new objects from the start, where V8 begins with 1 and `keepHeapSmall` keeps it from growing: with 1 it looks for
 * what is still needed after every few keystrokes, in the middle of answers.
 */
export const LEAN_ARGUMENTS = ['--min-semi-space-size=4'];
