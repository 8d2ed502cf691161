/**
 * The tools that run everything else: does a failing suite fail, does a hanging one end, is nothing left running,
 * and does npm start serve an article? Ends with "N passed, N failed".
 */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSummary } from '../../scripts/steps.mjs';
import { runChecks } from './support/checks.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const LAUNCHER = join(ROOT, 'test/e2e/launcher/launch.mjs');
const EXTENSION = join(HERE, 'host-extension');
const PATIENCE_MS = 180_000;

const folder = mkdtempSync(join(tmpdir(), 'article-annotator-check-'));
try {
  process.exitCode = await runChecks({
    'a passing suite ends with exit code 0 and its output is shown': () => {
      const { status, stdout } = launch({ HOST_CHECK: 'pass' });
      assert.match(stdout, /the suite runs with pass/);
      assert.equal(status, 0);
    },
    'a failing suite ends with exit code 1 and says why': () => {
      const { status, stdout } = launch({ HOST_CHECK: 'fail' });
      assert.match(stdout, /failing on purpose/);
      assert.equal(status, 1);
    },
    'a suite that hangs is ended, and it is said what was waited for': () => {
      const { status, stderr } = launch({ HOST_CHECK: 'hang', ARTICLE_ANNOTATOR_E2E_TIMEOUT_S: '5' });
      assert.match(stderr, /Waited 5 s for the test suite to end/);
      assert.equal(status, 1);
    },
    'a launcher that is killed leaves no editor running': leavesNothingRunning,
    'npm start serves a file outside the project': () => {
      const file = join(folder, 'an article, ü.txt');
      writeFileSync(file, 'KYIV — The minister spoke on Monday.\n');
      const { status, stdout, stderr } = start(['--browser', '--exit-after-ready', file]);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /http:\/\/127\.0\.0\.1:\d+\/\?\S*openFile/);
    },
    'npm start names a file that is not there': () => {
      const { status, stderr } = start([join(folder, 'missing.txt')]);
      assert.equal(status, 1);
      assert.match(stderr, /There is no such file: .*missing\.txt/);
    },
    'a program that fails silently counts as a failure': () => {
      assert.deepEqual(readSummary('x\n2 passed, 0 failed\n', 0), { passed: 2, failed: 0, skipped: 0 });
      assert.deepEqual(readSummary('2 passed, 0 failed\n', 1), { passed: 2, failed: 1, skipped: 0 });
      assert.deepEqual(readSummary('e2e: 2 passed, 3 failed, 4 skipped\n', 1), { passed: 2, failed: 3, skipped: 4 });
      assert.deepEqual(readSummary('no such line', 0), { passed: 0, failed: 1, skipped: 0 });
    },
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function launchArguments() {
  return [`--extensionDevelopmentPath=${EXTENSION}`, `--extensionTestsPath=${join(EXTENSION, 'suite.js')}`, `--user-data-dir=${mkdtempSync(join(folder, 'user-data-'))}`, folder];
}

/** @param {Record<string, string>} env */
function launch(env) {
  return spawnSync(LAUNCHER, launchArguments(), { encoding: 'utf8', timeout: PATIENCE_MS, env: { ...process.env, ...env } });
}

/** @param {string[]} args */
function start(args) {
  return spawnSync(process.execPath, [join(ROOT, 'scripts/start.mjs'), ...args], { encoding: 'utf8', timeout: PATIENCE_MS });
}

/** Every process of the editor has the launcher's own folder on its command line. */
async function leavesNothingRunning() {
  const args = launchArguments();
  const userData = (args[2] ?? '').split('=')[1] ?? '';
  const child = spawn(LAUNCHER, args, { stdio: ['ignore', 'pipe', 'ignore'], env: { ...process.env, HOST_CHECK: 'hang' } });
  await outputOf(child, /the suite runs with hang/);
  assert.notEqual(processesWith(userData), '', 'the server should be running');
  child.kill('SIGKILL');
  await eventually(() => assert.equal(processesWith(userData), ''));
}

/**
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, null>} child
 * @param {RegExp} awaited
 */
async function outputOf(child, awaited) {
  let output = '';
  for await (const chunk of child.stdout.iterator({ destroyOnReturn: false })) {
    output += chunk;
    if (awaited.test(output)) return;
  }
  throw new Error(`The launcher ended without printing ${awaited}:\n${output}`);
}

/** @param {string} text */
function processesWith(text) {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' });
  return stdout.split('\n').filter((line) => line.includes(text)).join('\n');
}

/** @param {() => void} assertion */
async function eventually(assertion) {
  const deadline = Date.now() + 10_000;
  for (;;) {
    try {
      return assertion();
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
