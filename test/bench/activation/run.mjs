/**
 * Starts our extension and a minimal one by turns in the real editor, and writes what the probe saw, a JSON object a line; then ours once
 * more with a long article, of which another probe writes in another file how busy the extension host was while the model read it.
 *
 * Usage: node test/bench/activation/run.mjs RESULTS BUSY [PAIRS]     after `npm run build`; with no pairs only the long article is read
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
const BUSY_PROBE = join(OUT, 'busy.js');

const [results, busy, pairs = '9'] = process.argv.slice(2);
if (results === undefined || busy === undefined) throw new Error('Usage: node test/bench/activation/run.mjs RESULTS BUSY [PAIRS]');
await bundle();
await copyOurs();
const folder = await mkdtemp(join(tmpdir(), 'article-annotator-activation-'));
try {
  await measure(folder, resolve(results), resolve(busy), Number(pairs));
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/** The minimal extension is bundled as ours is. */
async function bundle() {
  const shared = { bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['vscode'], mainFields: ['module', 'main'], logLevel: 'warning' };
  await rm(OUT, { recursive: true, force: true });
  await build({ ...shared, minify: true, entryPoints: [join(HERE, 'minimal/extension.ts'), join(HERE, 'minimal/server.ts')], outdir: MINIMAL });
  await build({ ...shared, entryPoints: [join(HERE, 'probe.ts'), join(HERE, 'busy.ts')], outdir: OUT });
  await cp(join(HERE, 'minimal/package.json'), join(MINIMAL, 'package.json'));
}

/**
 * Our extension as it is built, but activated by articles alone: the editor keeps plain texts of its own open (a chat's input),
 * so that the real one may be active long before.
 */
async function copyOurs() {
  for (const part of ['dist', 'media', 'models', 'syntaxes', 'language-configuration.json']) await cp(join(ROOT, part), join(OURS, part), { recursive: true, filter: (path) => path !== COMPILED });
  const manifest = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8'));
  await writeFile(join(OURS, 'package.json'), JSON.stringify({ ...manifest, activationEvents: ['onLanguage:article'] }));
}

/**
 * @param {string} folder
 * @param {string} results
 * @param {string} busy
 * @param {number} pairs
 */
async function measure(folder, results, busy, pairs) {
  const workspace = join(folder, 'workspace');
  const userData = join(folder, 'user-data');
  const extensions = join(folder, 'extensions');
  await mkdir(workspace);
  await mkdir(join(userData, 'User'), { recursive: true });
  await writeFile(join(userData, 'User/settings.json'), JSON.stringify(QUIET_SETTINGS));
  await writeFile(results, '');
  await writeFile(busy, '');
  process.env.ARTICLE_ANNOTATOR_ACTIVATIONS = results;
  process.env.ARTICLE_ANNOTATOR_BUSY = busy;
  /** @param {(extension: string, probe: string) => Promise<number>} start */
  const all = async (start) => {
    const starts = [...Array.from({ length: pairs }, () => [{ extension: OURS, probe: PROBE }, { extension: MINIMAL, probe: PROBE }]).flat(), { extension: OURS, probe: BUSY_PROBE }];
    for (const { extension, probe } of starts) {
      const code = await start(extension, probe);
      if (code !== 0) throw new Error(`The start of ${extension} with ${probe} ended with ${code}.`);
    }
  };
  const desktop = findDesktopVSCode();
  if (desktop === undefined) {
    await withBrowserHost({ userDataDir: userData, extensionsDir: extensions }, (run) =>
      all((extension, probe) => run({ extensionDevelopmentPath: extension, extensionTestsPath: probe, target: workspace })));
  } else {
    const launchArgs = [workspace, `--user-data-dir=${userData}`, `--extensions-dir=${extensions}`];
    await all((extension, probe) => runTests({ vscodeExecutablePath: desktop, extensionDevelopmentPath: extension, extensionTestsPath: probe, launchArgs }));
  }
}
