import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './steps.mjs';

/**
 * Runs vitest and counts from its JSON report rather than from what it prints for people.
 * @param {string} root the project
 * @returns {Promise<import('./steps.mjs').Counts>}
 */
export async function runVitest(root) {
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-vitest-'));
  try {
    const report = join(folder, 'report.json');
    const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const { status } = await runProgram(process.execPath, args, { cwd: root });
    return countReport(await readFile(report, 'utf8'), status);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/**
 * A test file that could not be loaded has no failed test, yet vitest ends with an error: that is one failure.
 * @param {string} report
 * @param {number} status
 */
function countReport(report, status) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(report);
  const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests };
}
