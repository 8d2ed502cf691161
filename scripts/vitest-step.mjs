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

/** So much of a reason is told again: it names the counterexample of a property, and the line. In UTF-16 units. */
const REASON_LENGTH = 3_000;

/**
 * A test file that could not be loaded has no failed test, yet vitest ends with an error: that is one failure.
 * @param {string} report
 * @param {number} status
 */
function countReport(report, status) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(report);
  const failed = numFailedTests === 0 && status !== 0 ? 1 : numFailedTests;
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests, failures: testResults.flatMap(failuresOf) };
}

/**
 * @param {{ name: string, message: string, status: string, assertionResults: { fullName: string, status: string, failureMessages: string[] }[] }} file
 * @returns {string[]} each failed test of the file with its reason, or the file itself where none of its tests failed but it did
 */
function failuresOf(file) {
  const failed = file.assertionResults.filter(({ status }) => status === 'failed');
  if (failed.length === 0) return file.status === 'failed' ? [`${file.name}\n${file.message.slice(0, REASON_LENGTH)}`] : [];
  return failed.map(({ fullName, failureMessages }) => `${file.name}: ${fullName}\n${failureMessages.join('\n').slice(0, REASON_LENGTH)}`);
}
