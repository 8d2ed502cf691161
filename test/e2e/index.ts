import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { pictureNow } from './support/workbench.js';

/** Before all others: it looks at what is loaded before an article is open. */
const FIRST = 'activation.e2e.js';

/** A test may start the server, load the model and wait for the editor to draw. */
const TEST_TIMEOUT_MS = 60_000;

/** Three processes and a person's keys, on a machine that others use too: a key may come a moment too early. What needed it is told. */
const SECOND_TRIES = 1;

/**
 * The entry that VS Code calls in its extension host: runs every *.e2e.ts beside this file.
 * Rejects if a test failed, so that VS Code ends with a code other than 0.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  Mocha.reporters.Base.consoleLog = print;
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_TIMEOUT_MS, retries: SECOND_TRIES, color: false, ...selection() });
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.e2e.js') && file !== FIRST).sort();
  for (const file of [FIRST, ...files]) mocha.addFile(join(__dirname, file));
  const again: string[] = [];
  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? emptyStats()));
    runner.on('fail', showFailure);
    runner.on('retry', (test: Mocha.Test, error: Error) => {
      again.push(test.fullTitle());
      print(`Tried again: ${test.fullTitle()}\n${error.stack ?? error.message}`);
      showFailure(test);
    });
  });
  const results = process.env['ARTICLE_ANNOTATOR_E2E_RESULTS'];
  if (results !== undefined) {
    writeFileSync(results, JSON.stringify({ passed: stats.passes, failed: stats.failures, skipped: stats.pending }));
  }
  if (again.length > 0) print(`Tried again, of ${stats.tests} tests:\n${again.map((title) => `  ${title}`).join('\n')}`);
  if (stats.failures > 0) throw new Error(`${stats.failures} end-to-end test(s) failed.`);
  if (stats.passes === 0) throw new Error('No end-to-end test was run.');
}

/** A picture of the window as a failed test left it, before its own hooks tidy up: test/e2e/.out/failed-TITLE.png. */
function showFailure(test: Mocha.Runnable): void {
  try {
    pictureNow(`failed-${test.fullTitle().replace(/[^\w]+/g, '-').slice(0, 100)}`);
  } catch (error) {
    print('No picture of this failure:', error);
  }
}

function selection(): Mocha.MochaOptions {
  const pattern = process.env['ARTICLE_ANNOTATOR_E2E_GREP'];
  return pattern ? { grep: pattern } : {};
}

function emptyStats(): Mocha.Stats {
  return { suites: 0, tests: 0, passes: 0, pending: 0, failures: 0 };
}

/**
 * In the browser host the workbench's own messages come out among the suite's: marked lines can be told apart.
 * Arguments are put together here, because on their way only texts survive. (The console's own methods cannot be replaced there.)
 */
function print(...args: unknown[]): void {
  console.log((process.env['ARTICLE_ANNOTATOR_OUTPUT_MARK'] ?? '') + format(...args));
}
