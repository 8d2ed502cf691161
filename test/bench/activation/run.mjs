/**
 * Starts our extension and a minimal one by turns in the real editor, and writes what the probe saw, a JSON object a line.
 *
 * Usage: node test/bench/activation/run.mjs RESULTS [PAIRS]     after `npm run build`
 *
 * Each start has a window and an extension host of its own; the editor itself goes on. The first pair is the first start after an
 * installation, with nothing kept from an earlier one.
 */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { build } from 'esbuild';
import { findDesktopVSCode } from '../../../scripts/host/desktop-vscode.mjs';
import { QUIET_SETTINGS } from '../../../scripts/host/settings.mjs';
import { withBrowserHost } from '../../e2e/launcher/run-in-browser-host.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = join(HERE, '../../..');
const OUT = join(ROOT, 'dist-test/bench/activation');
const OURS = join(OUT, 'ours');
const MINIMAL = join(OUT, 'minimal');
/** What V8 compiled of ours in starts of before. */
const COMPILED = join(ROOT, 'dist/code');
const PROBE = join(OUT, 'probe.js');

const [results, pairs = '9'] = process.argv.slice(2);
if (results === undefined) throw new Error('Usage: node test/bench/activation/run.mjs RESULTS [PAIRS]');
await bundle();
await copyOurs();
const folder = await mkdtemp(join(tmpdir(), 'article-annotator-activation-'));
try {
  await measure(folder, resolve(results), Number(pairs));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The minimal extension is bundled as ours is. */
async function bundle() {
  const shared = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'], mainFields: ['module', 'main'], logLevel: 'warning' };
  await rm(OUT, { recursive: true, force: true });
  await build({ ...shared, minify: true, entryPoints: [join(HERE, 'minimal/extension.ts'), join(HERE, 'minimal/server.ts')], outdir: MINIMAL });
  await build({ ...shared, entryPoints: [join(HERE, 'probe.ts')], outfile: PROBE });
  await cp(join(HERE, 'minimal/package.json'), join(MINIMAL, 'package.json'));
}

/**
 * Our extension as it is built, but activated by articles alone: the editor keeps plain texts of its own open (a chat's input),
 * so that the real one may be active long before.
 */
async function copyOurs() {
  for (const part of ['dist', 'media', 'syntaxes', 'language-configuration.json']) await cp(join(ROOT, part), join(OURS, part), { recursive: true, filter: (path) => path !== COMPILED });
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await writeFile(join(OURS, 'package.json'), JSON.stringify({ ...manifest, activationEvents: ['onLanguage:article'] }));
}

/**
 * @param {string} folder
 * @param {string} results
 * @param {number} pairs
 */
async function measure(folder, results, pairs) {
  const workspace = join(folder, 'workspace');
  const userData = join(folder, 'user-data');
  const extensions = join(folder, 'extensions');
  await mkdir(workspace);
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(QUIET_SETTINGS));
  await writeFile(results, '');
  process.env.ARTICLE_ANNOTATOR_ACTIVATIONS = results;
  /** @param {(extension: string) => Promise<number>} start */
  const alternate = async (start) => {
    for (let pair = 0; pair < pairs; pair++) {
      for (const extension of [OURS, MINIMAL]) {
        const code = await start(extension);
        if (code !== 0) throw new Error(`The start of ${extension} ended with ${code}.`);
      }
    }
  };
  const desktop = findDesktopVSCode();
  if (desktop === undefined) {
    await withBrowserHost({ userDataDir: userData, extensionsDir: extensions }, (run) =>
      alternate((extension) => run({ extensionDevelopmentPath: extension, extensionTestsPath: PROBE, target: workspace })));
  } else {
    const launchArgs = [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
    await alternate((extension) => runTests({ vscodeExecutablePath: desktop, extensionDevelopmentPath: extension, extensionTestsPath: PROBE, launchArgs }));
  }
}
