/**
 * Runs checks one after the other, prints what came of each and, on the last line, "N passed, N failed".
 * @param {Record<string, () => void | Promise<void>>} checks by what they hold; one that throws has failed
 * @returns {Promise<number>} the exit code
 */
export async function runChecks(checks) {
  let passed = 0;
  let failed = 0;
  for (const [title, check] of Object.entries(checks)) {
    try {
      await check();
      passed++;
      console.log(`✔ ${title}`);
    } catch (error) {
      failed++;
      console.log(`✘ ${title}\n    ${error instanceof Error ? error.message : error}`);
    }
  }
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}
