/**
 * Runs the end-to-end suite in a real VS Code: VSCODE_EXECUTABLE, the desktop's, or the browser host.
 *
 * Usage: node test/e2e/run.mjs [PATTERN]     only tests whose title matches PATTERN
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { findDesktopVSCode } from '../../scripts/host/desktop-vscode.mjs';
import { QUIET_SETTINGS } from '../../scripts/host/settings.mjs';
import { judge, linesOf } from './network/judge.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../..');
const BUNDLES = join(ROOT, 'dist-test/e2e');
const OUT = join(HERE, '.out');
const LAUNCHER = join(HERE, 'launcher/launch.mjs');
/** The same picture on every machine: words wrap, and the theme is a fixed one until a test changes it. */
/** Rules and lists alone: what a feature shows must not depend on which model lies there. */
const SETTINGS = { ...QUIET_SETTINGS, 'editor.minimap.enabled': false, 'editor.wordWrap': 'on', 'workbench.colorTheme': 'Default Light Modern', 'articleAnnotator.model.enabled': false };

const { passed, failed, skipped } = await main(process.argv[2]);
console.log(`e2e: ${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string | undefined} pattern
 * @returns {Promise<{ passed: number, failed: number, skipped: number }>}
 */
async function main(pattern) {
  await bundleTests();
  await rm(OUT, { recursive: true, force: true });
  await mkdir(OUT, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'article-annotator-e2e-'));
  try {
    return await runSuite(folder, pattern);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One bundle a test file, so that a failing import takes only its own file down. */
async function bundleTests() {
  await rm(BUNDLES, { recursive: true, force: true });
  const tests = readdirSync(HERE).filter((name) => name.endsWith('.e2e.ts'));
  await build({
    entryPoints: ['index.ts', ...tests].map((name) => join(HERE, name)),
    outdir: BUNDLES,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    sourcemap: 'inline',
    external: ['vscode', 'mocha'],
    logLevel: 'warning',
  });
}

/**
 * @param {string} folder
 * @param {string | undefined} pattern
 */
async function runSuite(folder, pattern) {
  const workspace = await makeWorkspace(folder);
  const userData = join(folder, 'user-data');
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(SETTINGS, null, 2));
  const results = join(folder, 'results.json');
  const network = join(OUT, 'network.jsonl');
  const desktop = findDesktopVSCode();
  console.log(`Running the end-to-end tests in ${desktop ?? 'the browser host'} …`);
  /** @type {unknown} */
  let problem;
  try {
    await runTests({
      vscodeExecutablePath: desktop ?? LAUNCHER,
      extensionDevelopmentPath: ROOT,
      extensionTestsPath: join(BUNDLES, 'index.js'),
      launchArgs: [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${join(folder, 'extensions')}`],
      extensionTestsEnv: {
        ARTICLE_ANNOTATOR_E2E_RESULTS: results,
        ARTICLE_ANNOTATOR_E2E_PICTURES: OUT,
        ARTICLE_ANNOTATOR_E2E_LOGS: join(OUT, 'logs'),
        // A desktop VS Code takes nothing into its processes: there the network is not looked at.
        ...(desktop === undefined ? { ARTICLE_ANNOTATOR_E2E_NETWORK: network } : {}),
        ...(pattern ? { ARTICLE_ANNOTATOR_E2E_GREP: pattern } : {}),
      },
    });
  } catch (error) {
    problem = error;
  }
  const counts = readResults(results, problem);
  return desktop === undefined ? withNetwork(counts, network) : counts;
}

/**
 * The network of the whole run is one more test.
 * @param {{ passed: number, failed: number, skipped: number }} counts
 * @param {string} file
 */
function withNetwork(counts, file) {
  const offences = judge(existsSync(file) ? linesOf(readFileSync(file, 'utf8')) : []);
  if (offences.length === 0) return { ...counts, passed: counts.passed + 1 };
  console.error(`Something went over the network that nobody had turned on:\n${offences.map((line) => `  ${line}`).join('\n')}`);
  return { ...counts, failed: counts.failed + 1 };
}

/**
 * The workspace that the suite opens: a folder that tests may write to, with copies of samples/ and of test/e2e/workspace/, and an empty second one.
 * @param {string} folder
 */
async function makeWorkspace(folder) {
  const workspace = join(folder, 'workspace');
  await mkdir(workspace);
  for (const source of [join(ROOT, 'samples'), join(HERE, 'workspace')]) {
    if (existsSync(source)) await cp(source, workspace, { recursive: true });
  }
  await mkdir(join(folder, 'second-folder'));
  const file = join(folder, 'suite.code-workspace');
  await writeFile(file, JSON.stringify({ folders: [{ path: 'workspace' }, { path: 'second-folder' }] }));
  return file;
}

/**
 * A run that ended badly counts as a failure even if every test that ran has passed.
 * @param {string} results
 * @param {unknown} problem
 * @returns {{ passed: number, failed: number, skipped: number }}
 */
function readResults(results, problem) {
  const counts = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : undefined;
  if (problem === undefined && counts !== undefined) return counts;
  console.error(problem === undefined ? 'VS Code ended without having run the suite.' : problem instanceof Error ? problem.message : problem);
  console.error(`Pictures and VS Code's own logs are in ${OUT}`);
  return { passed: 0, skipped: 0, ...counts, failed: Math.max(counts?.failed ?? 0, 1) };
}
