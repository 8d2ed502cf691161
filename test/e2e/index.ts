import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import { pictureNow } from './support/workbench.js';

/** Before all others: it looks at what is loaded before an article is open. */
const FIRST = 'activation.e2e.js';

/** A test may start the server, load the model and wait for the editor to draw. */
const TEST_TIMEOUT_MS = 60_000;

/**
 * The entry that VS Code calls in its extension host: runs every *.e2e.ts beside this file.
 * Rejects if a test failed, so that VS Code ends with a code other than 0.
 */
export async function run(): Promise<void> {
  process.setSourceMapsEnabled(true);
  markOutput();
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_TIMEOUT_MS, color: false, ...selection() });
  const files = readdirSync(__dirname).filter((file) => file.endsWith('.e2e.js') && file !== FIRST).sort();
  for (const file of [FIRST, ...files]) mocha.addFile(join(__dirname, file));
  const stats = await new Promise<Mocha.Stats>((resolve) => {
    const runner = mocha.run(() => resolve(runner.stats ?? emptyStats()));
    runner.on('fail', showFailure);
  });
  const results = process.env['ARTICLE_ANNOTATOR_E2E_RESULTS'];
  if (results !== undefined) {
    writeFileSync(results, JSON.stringify({ passed: stats.passes, failed: stats.failures, skipped: stats.pending }));
  }
  if (stats.failures > 0) throw new Error(`${stats.failures} end-to-end test(s) failed.`);
  if (stats.passes === 0) throw new Error('No end-to-end test was run.');
}

/** A picture of the window as a failed test left it, before its own hooks tidy up: test/e2e/.out/failed-TITLE.png. */
function showFailure(test: Mocha.Runnable): void {
  try {
    pictureNow(`failed-${test.fullTitle().replace(/[^\w]+/g, '-').slice(0, 100)}`);
  } catch (error) {
    console.log('No picture of this failure:', error);
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
 * Arguments are put together here, because on their way only texts survive.
 */
function markOutput(): void {
  const mark = process.env['ARTICLE_ANNOTATOR_OUTPUT_MARK'];
  if (mark === undefined) return;
  const print = console.log.bind(console);
  const marked = (...args: unknown[]): void => print(mark + format(...args));
  console.log = console.info = console.warn = console.error = marked;
  // Mocha's reporters keep the console.log that they found when they were loaded.
  Mocha.reporters.Base.consoleLog = marked;
}
