/** How the server's process is started so that it stays small beside an editor for hours; the benchmarks start it in the same way. */

/**
 * glibc gives memory back only from the end of a heap, and what the runtime of the model takes while it is compiled never lies there.
 * Blocks of 128 KiB and more, each mapped by itself, go back when they are freed: 150 MB instead of 250 for the model alone, at the
 * same speed (2026-11-29). By default glibc does so too, but lets the threshold grow with each such block. Other systems pay no heed.
 */
export const LEAN_ENVIRONMENT = { MALLOC_MMAP_THRESHOLD_: '131072' };

/**
 * MB of room for new objects from the start, where V8 begins with 1 and `keepHeapSmall` keeps it from growing: with 1 it looks for
 * what is still needed after every few keystrokes, in the middle of answers.
 */
export const LEAN_ARGUMENTS = ['--min-semi-space-size=4'];
