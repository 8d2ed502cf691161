/**
 * Brings a fresh clone to the state in which it can run: dependencies installed, extension built.
 * Uses nothing but Node itself, since it runs before anything is installed.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const DEPENDENCY_STAMP = join(ROOT, 'node_modules/.article-annotator-stamp');
const BUILD_STAMP = join(ROOT, 'dist/.article-annotator-stamp');
/** What `npm run build` reads; whatever of it exists is looked at. */
const BUILD_INPUTS = ['client', 'server', 'data', 'models', 'media', 'syntaxes', 'scripts/build.mjs', 'package.json', 'package-lock.json', 'tsconfig.base.json', 'language-configuration.json'];
const NOT_SOURCES = new Set(['node_modules', 'dist', '.git']);
const OLDEST_NODE = 20;

/**
 * Runs `npm ci` if node_modules is not what package-lock.json says. Needs no network when there is nothing to do.
 * @throws {Error} if npm fails
 */
export function ensureDependencies() {
  checkNode();
  const wanted = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json'))).digest('hex');
  if (existsSync(DEPENDENCY_STAMP) && readFileSync(DEPENDENCY_STAMP, 'utf8') === wanted) return;
  console.log(existsSync(join(ROOT, 'node_modules')) ? 'package-lock.json has changed: installing dependencies (npm ci) …' : 'Installing dependencies (npm ci), about half a minute …');
  npm(['ci', '--no-audit', '--no-fund']);
  writeFileSync(DEPENDENCY_STAMP, wanted);
}

/**
 * Runs `npm run build` if a source has changed since the last time.
 * @param {{ force?: boolean }} [options] with `force`, it is built in any case
 * @throws {Error} if the build fails
 */
export function ensureBuild({ force = false } = {}) {
  const wanted = describeSources();
  if (!force && existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === wanted) return;
  console.log('Building the extension (npm run build) …');
  npm(['run', '--silent', 'build']);
  mkdirSync(dirname(BUILD_STAMP), { recursive: true });
  writeFileSync(BUILD_STAMP, wanted);
}

function checkNode() {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE) {
    throw new Error(`This needs Node ${OLDEST_NODE} or later; here it is ${process.versions.node}.`);
  }
}

/**
 * Names, sizes and times of all sources, in one hash: it changes with an edit, a new file or a deleted one.
 * @returns {string}
 */
function describeSources() {
  const hash = createHash('sha256');
  for (const input of BUILD_INPUTS) addToHash(hash, input);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path relative to the root
 */
function addToHash(hash, path) {
  const stats = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isDirectory()) {
    hash.update(`${path}\0${stats.size}\0${stats.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(ROOT, path)).sort()) {
    if (!NOT_SOURCES.has(name)) addToHash(hash, join(path, name));
  }
}

/** @param {string[]} args */
function npm(args) {
  const isWindows = process.platform === 'win32';
  // onnxruntime-node's install script would download parts for graphics cards, which we do not use; where it fails, npm leaves the package out.
  const env = { ...process.env, ONNXRUNTIME_NODE_INSTALL: 'skip' };
  const result = spawnSync(isWindows ? 'npm.cmd' : 'npm', args, { cwd: ROOT, stdio: 'inherit', shell: isWindows, env });
  if (result.error) throw result.error;
  if (result.status !== 0) throw new Error(`npm ${args.join(' ')} failed with exit code ${result.status ?? result.signal}.`);
}
