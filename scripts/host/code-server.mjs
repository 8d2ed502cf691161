import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const LEASH = join(dirname(fileURLToPath(import.meta.url)), 'leash.mjs');
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 6_000;
const LISTENING = /Extension host agent listening on (\d+)/;
const REMEMBERED_OUTPUT = 20_000;

/**
 * @typedef {object} CodeServerOptions
 * @property {import('./install.mjs').BrowserHost} host
 * @property {string} dataDir settings are in `data/User/settings.json` under it
 * @property {string} extensionsDir
 * @property {string} logFile what the server prints goes here
 * @property {string} [token] a new random one if not given
 * @property {boolean} [testDriver] lets the page run an extension's tests
 * @property {Record<string, string>} [environment] further variables, which extensions see too
 */

/**
 * @typedef {object} CodeServer
 * @property {string} authority `127.0.0.1:PORT`
 * @property {(target: OpenTarget) => string} address what to open in a browser
 * @property {(path: string) => string} remoteUri a path as the workbench names it
 * @property {Promise<Error>} died resolves if the server ends without being asked to
 * @property {() => Promise<void>} stop ends the server and everything it started
 */

/** @typedef {{ folder?: string, workspace?: string, payload?: string[][] }} OpenTarget one folder, or a .code-workspace file */

/**
 * Starts the browser VS Code on a free port of the loopback interface and waits until it listens.
 * Only who knows the token in the address gets in: the server can run programs as this user.
 * @param {CodeServerOptions} options
 * @returns {Promise<CodeServer>}
 */
export async function startCodeServer(options) {
  await mkdir(options.dataDir, { recursive: true });
  await mkdir(options.extensionsDir, { recursive: true });
  await mkdir(dirname(options.logFile), { recursive: true });
  const token = options.token ?? randomBytes(16).toString('hex');
  const child = spawn(process.execPath, [LEASH, options.host.node, options.host.serverMain, ...serverArguments(options, token)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...options.environment },
  });
  const output = collectOutput(child, options.logFile);
  let isStopping = false;
  const ended = new Promise((resolve) => child.once('close', resolve));
  const died = ended.then(() => (isStopping ? new Promise(() => {}) : new Error(`The browser VS Code ended by itself. ${output.describe()}`)));
  const stop = async () => {
    isStopping = true;
    child.stdin.destroy();
    await waitAtMost(ended, STOP_TIMEOUT_MS);
    output.close();
  };
  try {
    const port = await waitForPort(output, died);
    return { ...addresses(`127.0.0.1:${port}`, token), died, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * @param {CodeServerOptions} options
 * @param {string} token
 */
function serverArguments(options, token) {
  return [
    '--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--accept-server-license-terms',
    '--disable-telemetry', '--disable-workspace-trust',
    '--server-data-dir', options.dataDir, '--extensions-dir', options.extensionsDir,
    ...(options.testDriver ? ['--enable-smoke-test-driver'] : []),
  ];
}

/**
 * @param {string} authority
 * @param {string} token
 */
function addresses(authority, token) {
  return {
    authority,
    remoteUri: (/** @type {string} */ path) => `vscode-remote://${authority}${encodeURI(path).replaceAll('?', '%3F').replaceAll('#', '%23')}`,
    address: (/** @type {OpenTarget} */ target) => {
      const query = new URLSearchParams({ tkn: token });
      if (target.folder) query.set('folder', target.folder);
      if (target.workspace) query.set('workspace', target.workspace);
      if (target.payload) query.set('payload', JSON.stringify(target.payload));
      // The workbench reads the folder with decodeURIComponent, for which "+" is no space.
      return `http://${authority}/?${query.toString().replaceAll('+', '%20')}`;
    },
  };
}

/**
 * Writes what the server prints to its log and keeps the end of it for error messages.
 * @param {import('node:child_process').ChildProcessByStdio<any, any, any>} child
 * @param {string} logFile
 */
function collectOutput(child, logFile) {
  const log = createWriteStream(logFile);
  let recent = '';
  /** @type {Set<(text: string) => void>} */
  const listeners = new Set();
  const take = (/** @type {Buffer} */ chunk) => {
    recent = (recent + chunk.toString('utf8')).slice(-REMEMBERED_OUTPUT);
    log.write(chunk);
    for (const listener of listeners) listener(recent);
  };
  child.stdout.on('data', take);
  child.stderr.on('data', take);
  return {
    listeners,
    describe: () => `The end of ${logFile}:\n${recent.trimEnd().split('\n').slice(-20).join('\n')}`,
    close: () => log.end(),
  };
}

/**
 * @param {ReturnType<typeof collectOutput>} output
 * @param {Promise<Error>} died
 * @returns {Promise<number>}
 */
async function waitForPort(output, died) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const port = new Promise((resolve, reject) => {
    const listener = (/** @type {string} */ text) => {
      const match = LISTENING.exec(text);
      if (match) resolve(Number(match[1]));
    };
    output.listeners.add(listener);
    timer = setTimeout(() => reject(new Error(`Waited ${START_TIMEOUT_MS / 1000} s for the browser VS Code to listen. ${output.describe()}`)), START_TIMEOUT_MS);
    died.then(reject);
  });
  try {
    return await port;
  } finally {
    clearTimeout(timer);
    output.listeners.clear();
  }
}

/**
 * @param {Promise<unknown>} promise
 * @param {number} milliseconds
 */
async function waitAtMost(promise, milliseconds) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const limit = new Promise((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([promise, limit]);
  clearTimeout(timer);
}
