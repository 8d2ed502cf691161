import { spawn } from 'node:child_process';

/** No step takes nearly as long, so one that does hangs. */
const STEP_TIMEOUT_MS = 15 * 60 * 1000;

/**
 * @typedef {{ passed: number, failed: number, skipped?: number, failures?: string[] }} Counts `failures` says what failed, and why, where a step knows
 * @typedef {{ title: string, seconds: number, counts: Counts }} StepResult
 */

const SUMMARY_LINE = /^(?:\w+: )?(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

/**
 * Runs one step under a headline. A step that throws counts as one failure, and the next one runs all the same.
 * @param {string} title
 * @param {() => Promise<Counts>} run
 * @returns {Promise<StepResult>}
 */
export async function runStep(title, run) {
  console.log(`\n── ${title}`);
  const started = Date.now();
  const counts = await run().catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1 };
  });
  return { title, seconds: (Date.now() - started) / 1000, counts };
}

/**
 * Prints what failed, what each step came to and, alone on the last line, the sum: who sees only the end of a log learns the reason.
 * @param {StepResult[]} results
 * @returns {number} the exit code: 1 if anything failed or nothing was checked
 */
export function printSummary(results) {
  for (const { title, counts } of results) for (const failure of counts.failures ?? []) console.log(`\n── Failed in ${title}\n${failure}`);
  console.log('\n── Summary');
  for (const { title, seconds, counts } of results) {
    console.log(`${counts.failed === 0 ? '✔' : '✘'} ${title}: ${counts.passed} of ${counts.passed + counts.failed} (${seconds.toFixed(1)} s)`);
  }
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => results.reduce((total, { counts }) => total + (counts[key] ?? 0), 0);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}

/**
 * The counts in the last line of the form "N passed, N failed" of a program's output.
 * A program that failed without saying so there counts as one failure more.
 * @param {string} output
 * @param {number} status its exit code
 * @returns {Counts}
 */
export function readSummary(output, status) {
  const match = [...output.matchAll(SUMMARY_LINE)].at(-1);
  const counts = { passed: Number(match?.[1] ?? 0), failed: Number(match?.[2] ?? 0), skipped: Number(match?.[3] ?? 0) };
  const isSilentFailure = counts.failed === 0 && (status !== 0 || !match);
  return isSilentFailure ? { ...counts, failed: 1 } : counts;
}

/**
 * Runs a program of ours that ends with a line of counts: what stops it counts as one failure.
 * @param {() => Promise<number>} main gives the exit code
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.log('0 passed, 1 failed');
    process.exitCode = 1;
  }
}

/**
 * Runs a program to its end, showing its output as it comes and keeping standard output.
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv }} options
 * @returns {Promise<{ status: number, output: string }>} status 1 also if it was ended by a signal
 */
export async function runProgram(program, args, { cwd, env = process.env }) {
  const isNpmOnWindows = process.platform === 'win32' && program === 'npm';
  const child = spawn(isNpmOnWindows ? 'npm.cmd' : program, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'], shell: isNpmOnWindows, timeout: STEP_TIMEOUT_MS });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
    output += chunk;
    process.stdout.write(chunk);
  });
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal) console.error(`${program} ${args.join(' ')} was ended by ${signal}; it may take ${STEP_TIMEOUT_MS / 60_000} minutes.`);
      resolve(code ?? 1);
    });
  });
  return { status, output };
}
