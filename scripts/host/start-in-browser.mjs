import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from './cache.mjs';
import { startCodeServer } from './code-server.mjs';
import { hasDesktop } from './desktop-vscode.mjs';
import { installExtension } from './installed-extension.mjs';
import { ensureBrowserHost } from './install.mjs';
import { isAlive } from './processes.mjs';
import { QUIET_SETTINGS } from './settings.mjs';

const ANSWER_TIMEOUT_MS = 30_000;
/** The installed extension's folder is named after the process that serves it. */
const EXTENSIONS_PREFIX = 'extensions-';
/** Articles have long lines: without wrapping, nearly all of a paragraph would be out of sight. */
const FIRST_SETTINGS = { ...QUIET_SETTINGS, 'editor.wordWrap': 'on', 'editor.minimap.enabled': false };

/**
 * Serves a VS Code with the built extension on the loopback interface until Ctrl-C.
 * Settings made in it are kept in the cache for the next time.
 * @param {string} root the project
 * @param {import('./article-argument.mjs').Article} article
 * @param {{ open: boolean, exitAfterReady: boolean }} options
 * @returns {Promise<number>} the exit code
 */
export async function startInBrowser(root, article, { open, exitAfterReady }) {
  const host = await ensureBrowserHost();
  const dataDir = cacheFolder('start', 'server-data');
  await writeFirstSettings(dataDir);
  await removeAbandonedFolders(cacheFolder('start'));
  const folder = cacheFolder('start', `${EXTENSIONS_PREFIX}${process.pid}`);
  // Listening from here on, so that Ctrl-C during the start also leaves nothing behind.
  const stopRequest = nextStopSignal();
  try {
    await installExtension(root, folder);
    const token = await keptToken(cacheFolder('start', 'token'));
    const server = await startCodeServer({ host, dataDir, extensionsDir: folder, logFile: cacheFolder('start', 'server.log'), token });
    try {
      return await serve(server, article, stopRequest, { open, exitAfterReady });
    } finally {
      await server.stop();
    }
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * @param {import('./code-server.mjs').CodeServer} server
 * @param {import('./article-argument.mjs').Article} article
 * @param {Promise<void>} stopRequest
 * @param {{ open: boolean, exitAfterReady: boolean }} options
 */
async function serve(server, article, stopRequest, { open, exitAfterReady }) {
  const address = server.address({ folder: article.folder, payload: [['openFile', server.remoteUri(article.file)]] });
  await checkAnswer(address);
  console.log(`\n${article.file} is open in VS Code at this address:\n\n  ${address}\n`);
  if (exitAfterReady) return 0;
  if (open && hasDesktop()) openBrowser(address);
  console.log('Ctrl-C stops it.');
  const ended = await Promise.race([stopRequest, server.died]);
  if (ended instanceof Error) throw ended;
  console.log('\nStopping.');
  return 0;
}

/** @param {string} dataDir */
async function writeFirstSettings(dataDir) {
  const path = join(dataDir, 'data/User/settings.json');
  if (existsSync(path)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(FIRST_SETTINGS, null, 2)}\n`);
}

/**
 * One token for all starts of this user: browsers keep it in a cookie that all ports of an address share,
 * so that with a new one each time, a second start would lock the first one's window out.
 * @param {string} path
 * @returns {Promise<string>}
 */
async function keptToken(path) {
  if (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, randomBytes(16).toString('hex'), { mode: 0o600 });
  }
  return (await readFile(path, 'utf8')).trim();
}

/**
 * A start that was killed could not clean up after itself.
 * @param {string} parent
 */
async function removeAbandonedFolders(parent) {
  for (const name of await readdir(parent)) {
    if (name.startsWith(EXTENSIONS_PREFIX) && !isAlive(Number(name.slice(EXTENSIONS_PREFIX.length)))) {
      await rm(join(parent, name), { recursive: true, force: true });
    }
  }
}

/** @returns {Promise<void>} resolves when the user wants to stop */
function nextStopSignal() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => resolve());
  });
}

/**
 * Goes the way of a browser: the first answer turns the token into a cookie, the second is the editor's page.
 * @param {string} address
 */
async function checkAnswer(address) {
  const signal = AbortSignal.timeout(ANSWER_TIMEOUT_MS);
  const first = await fetch(address, { redirect: 'manual', signal });
  const location = first.headers.get('location');
  const cookie = first.headers.getSetCookie().map((each) => each.split(';')[0]).join('; ');
  const page = location === null ? first : await fetch(new URL(location, address), { headers: { cookie }, signal });
  if (!page.ok) throw new Error(`The editor was started, but ${address} answers ${page.status} ${page.statusText}.`);
}

/**
 * Opens the system's browser. If there is none, the printed address is still good.
 * @param {string} address
 */
function openBrowser(address) {
  const program = process.platform === 'darwin' ? 'open' : 'xdg-open';
  const child = spawn(program, [address], { stdio: 'ignore', detached: true });
  child.once('error', (error) => console.log(`No browser could be opened (${error.message}): open the address yourself.`));
  child.unref();
}
