import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './cache.mjs';
import { findOnPath } from './find-program.mjs';
import { withFolderLock } from './folder-lock.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const MANIFEST_FILES = ['package.json', 'package-lock.json'];
const COMPLETE_MARKER = '.complete';
const PROGRESS_EVERY_MS = 30_000;
/** code-server refuses to run on any other. */
const NODE_MAJOR = 24;

/**
 * @typedef {object} BrowserHost an installed browser VS Code
 * @property {string} directory
 * @property {string} node the Node that code-server runs on
 * @property {string} serverMain the script that starts the server
 */

/**
 * Installs code-server, the Node it wants and playwright-core into the user's cache, once per lock file.
 * A finished installation is found again without network; one that broke off is thrown away and made anew.
 * @returns {Promise<BrowserHost>}
 * @throws {Error} saying what is missing or what npm reported
 */
export async function ensureBrowserHost() {
  if (process.platform === 'win32') {
    throw new Error('The browser host does not run on Windows. Install VS Code, or set VSCODE_EXECUTABLE to its path.');
  }
  const lock = await readFile(join(HERE, 'package-lock.json'));
  const directory = cacheFolder('browser-host', createHash('sha256').update(lock).digest('hex').slice(0, 16));
  const isComplete = () => existsSync(join(directory, COMPLETE_MARKER));
  if (!isComplete()) {
    const wait = (/** @type {string} */ holder) => say(`Another start (process ${holder}) is installing the browser host; waiting for it …`);
    await withFolderLock(`${directory}.lock`, async () => (isComplete() ? undefined : install(directory)), wait);
  }
  return describe(directory);
}

/**
 * playwright-core from the installed browser host: it is no dependency of the project itself.
 * @param {BrowserHost} host
 * @returns {{ chromium: { launch(options: object): Promise<any> } }}
 */
export function loadPlaywright(host) {
  return createRequire(join(host.directory, 'package.json'))('playwright-core');
}

/**
 * @param {string} directory
 * @returns {BrowserHost}
 */
function describe(directory) {
  return {
    directory,
    node: findNode(directory),
    serverMain: join(directory, 'node_modules/code-server/lib/vscode/out/server-main.js'),
  };
}

/** @param {string} directory */
async function install(directory) {
  ensureSystemPackages(['compiler', 'python', 'kerberos']);
  const started = Date.now();
  say(`Installing a VS Code that runs in the browser into ${directory}`);
  say('This happens once, takes about three minutes and 900 MB, and needs the npm registry.');
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  for (const file of MANIFEST_FILES) await copyFile(join(HERE, file), join(directory, file));

  say('1/3 Downloading the packages …');
  await npm(directory, ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], process.env.PATH ?? '');
  say('2/3 Compiling the native parts of code-server …');
  // npm must itself run on Node 24: code-server's install script looks at npm's user agent.
  const path = dirname(findNode(directory)) + delimiter + (process.env.PATH ?? '');
  await npm(directory, ['rebuild', 'argon2', 'code-server', '--foreground-scripts', '--no-audit', '--no-fund'], path);
  say('3/3 Checking that the server starts …');
  const host = describe(directory);
  await runLogged(directory, host.node, [host.serverMain, '--version'], process.env);

  await writeFile(join(directory, COMPLETE_MARKER), `${new Date().toISOString()}\n`);
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/**
 * The Node that was installed with the host, or the running one or `node` on PATH where no package exists for this machine.
 * @param {string} directory
 */
function findNode(directory) {
  const packaged = join(directory, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(packaged)) return packaged;
  if (process.versions.node.startsWith(`${NODE_MAJOR}.`)) return process.execPath;
  throw new Error(`code-server runs on Node ${NODE_MAJOR}, and npm has none for ${process.platform} on ${process.arch}. Run this with Node ${NODE_MAJOR} (it is Node ${process.versions.node} now), or install VS Code.`);
}

/**
 * @param {string} directory
 * @param {string[]} args
 * @param {string} path
 */
async function npm(directory, args, path) {
  const program = findOnPath('npm');
  if (!program) throw new Error('npm is not on PATH; it comes with Node.');
  await runLogged(directory, program, args, { ...cleanEnvironment(), PATH: path, ...nodeHeaders(directory) });
}

/**
 * Native modules are compiled against the headers that come with the packaged Node: nothing more is downloaded,
 * and they fit the Node that will load them.
 * @param {string} directory
 * @returns {Record<string, string>}
 */
function nodeHeaders(directory) {
  const root = join(directory, `node_modules/node-${process.platform}-${process.arch}`);
  return existsSync(join(root, 'include/node/node.h')) ? { npm_config_nodedir: root } : {};
}

/** Without what an outer `npm start` or `npm test` says about its own project and its own Node. */
function cleanEnvironment() {
  const isOuterNpm = (/** @type {string} */ key) => /^npm_(lifecycle|package|command|execpath|node_execpath|config_(user_agent|node_gyp|npm_version|local_prefix|prefix|workspace))/.test(key);
  return Object.fromEntries(Object.entries(process.env).filter(([key]) => !isOuterNpm(key)));
}

/**
 * Runs a program with its output in install.log, with a sign of life for the person who waits.
 * @param {string} directory
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 */
async function runLogged(directory, program, args, env) {
  const logFile = join(directory, 'install.log');
  const log = await open(logFile, 'a');
  const started = Date.now();
  const progress = setInterval(() => say(`… still at it after ${Math.round((Date.now() - started) / 1000)} s`), PROGRESS_EVERY_MS);
  try {
    const child = spawn(program, args, { cwd: directory, env, stdio: ['ignore', log.fd, log.fd] });
    const status = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(code ?? signal));
    });
    if (status === 0) return;
    const tail = (await readFile(logFile, 'utf8')).trimEnd().split('\n').slice(-30).join('\n');
    throw new Error(`${program} ${args.join(' ')} ended with ${status}. The end of ${logFile}:\n${tail}`);
  } finally {
    clearInterval(progress);
    await log.close();
  }
}

/** @param {string} line */
function say(line) {
  console.log(`[browser host] ${line}`);
}
