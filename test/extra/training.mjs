/**
 * The training pipeline: its environment installs as pinned, its own tests pass, among them a newsroom's fine-tuning.
 * Ends with "N passed, N failed".
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureSystemPackages } from '../../scripts/host/system-packages.mjs';
import { runMain, runProgram } from '../../scripts/steps.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');

await runMain(main);

/** @returns {Promise<number>} the exit code */
async function main() {
  ensureSystemPackages(['python', 'venv']);
  const { status, output } = await runProgram('python3', [join(ROOT, 'training/run.py'), 'test', '--durations=3'], { cwd: ROOT });
  const count = (/** @type {string} */ what) => Number(new RegExp(String.raw`(\d+) ${what}`).exec(output)?.[1] ?? 0);
  const passed = count('passed');
  // An error while collecting fails no test by itself, and a run of no tests has shown nothing.
  const failed = Math.max(count('failed') + count('errors?'), status !== 0 || passed === 0 ? 1 : 0);
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
