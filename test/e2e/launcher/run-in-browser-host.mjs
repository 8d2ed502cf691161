import { appendFileSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { startCodeServer } from '../../../scripts/host/code-server.mjs';
import { findChromium } from '../../../scripts/host/find-program.mjs';
import { ensureBrowserHost, loadPlaywright } from '../../../scripts/host/install.mjs';
import { ensureSystemPackages } from '../../../scripts/host/system-packages.mjs';
import { startControlServer } from './control-server.mjs';
import { recordBrowser, recordingEnvironment } from './network.mjs';
import { workbenchActions } from './workbench-actions.mjs';

/** What a suite may set before each line of its own, to tell it from VS Code's: invisible, and in nothing that VS Code logs. */
const OUTPUT_MARK = '\u2063\u2063';
const WINDOW = { width: 1280, height: 900 };
const WORKBENCH_TIMEOUT_MS = 90_000;
const SUITE_TIMEOUT_MS = Number(process.env.ARTICLE_ANNOTATOR_E2E_TIMEOUT_S ?? 600) * 1000;
/** Where the workbench's own logs of the run go; without it they are printed among the suite's output. */
const LOG_FOLDER = process.env.ARTICLE_ANNOTATOR_E2E_LOGS;
/** Where everything that goes over the network during the run is written down; without it, nothing is. */
const NETWORK_FILE = process.env.ARTICLE_ANNOTATOR_E2E_NETWORK;

/** @typedef {Pick<import('./arguments.mjs').LaunchArguments, 'userDataDir' | 'extensionsDir'>} HostFolders */
/** @typedef {Omit<import('./arguments.mjs').LaunchArguments, 'userDataDir' | 'extensionsDir'>} Suite */

/**
 * Runs an extension's test suite in a browser VS Code.
 * @param {import('./arguments.mjs').LaunchArguments} launch
 * @returns {Promise<number>} the suite's exit code
 * @throws {Error} if the suite could not be run to its end, saying what was waited for
 */
export function runInBrowserHost(launch) {
  return withBrowserHost(launch, (run) => run(launch));
}

/**
 * Opens a browser VS Code in which suites run one after the other, each in a window and an extension host of its own.
 * @template T
 * @param {HostFolders} folders
 * @param {(run: (suite: Suite) => Promise<number>) => Promise<T>} use gets what runs a suite and returns its exit code
 * @returns {Promise<T>}
 * @throws {Error} if a suite could not be run to its end, saying what was waited for
 */
export async function withBrowserHost(folders, use) {
  ensureSystemPackages(['chromium']);
  const host = await ensureBrowserHost();
  /** What must be ended, in reverse order of starting. @type {(() => Promise<unknown>)[]} */
  const closing = [];
  const interrupted = new Promise((_, reject) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => reject(new Error(`Stopped by ${signal}.`)));
  });
  try {
    return await Promise.race([interrupted, openAndUse(folders, use, host, closing)]);
  } finally {
    for (const close of closing.reverse()) await close();
  }
}

/**
 * @template T
 * @param {HostFolders} folders
 * @param {(run: (suite: Suite) => Promise<number>) => Promise<T>} use
 * @param {import('../../../scripts/host/install.mjs').BrowserHost} host
 * @param {(() => Promise<unknown>)[]} closing
 * @returns {Promise<T>}
 */
async function openAndUse({ userDataDir, extensionsDir }, use, host, closing) {
  const folder = await makeFolder(userDataDir ?? tmpdir());
  closing.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const browser = await loadPlaywright(host).chromium.launch({ executablePath: findChromium(), handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  closing.push(() => browser.close());
  /** Those of the window that is open. @type {ReturnType<typeof workbenchActions>} */
  const actions = {};
  const control = await startControlServer(actions);
  closing.push(control.stop);

  const dataDir = join(folder, 'server-data');
  if (userDataDir) await copySettings(userDataDir, dataDir);
  const server = await startCodeServer({
    host,
    dataDir,
    extensionsDir: extensionsDir ?? join(folder, 'extensions'),
    logFile: join(LOG_FOLDER ?? folder, 'server.log'),
    testDriver: true,
    environment: { ARTICLE_ANNOTATOR_WORKBENCH: control.url, ARTICLE_ANNOTATOR_OUTPUT_MARK: OUTPUT_MARK, ...recordingEnvironment(NETWORK_FILE) },
  });
  closing.push(server.stop);
  const died = server.died.then((error) => {
    throw error;
  });
  const used = use(async (suite) => {
    // Pasting asks a person once; here nobody is there to answer.
    const page = await browser.newPage({ viewport: WINDOW, permissions: ['clipboard-read', 'clipboard-write'] });
    if (NETWORK_FILE) recordBrowser(NETWORK_FILE, [`http://${server.authority}`, control.url], page);
    Object.assign(actions, workbenchActions(page));
    return runSuite(page, server, suite);
  });
  return Promise.race([died, used]);
}

/**
 * In the caller's folder, where there is one: it is then cleaned up even if this process is killed.
 * @param {string} parent
 */
async function makeFolder(parent) {
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, 'article-annotator-host-'));
}

/**
 * The browser VS Code reads the same settings file as a desktop one, from another place.
 * @param {string} userDataDir
 * @param {string} dataDir
 */
async function copySettings(userDataDir, dataDir) {
  const from = join(userDataDir, 'User', 'settings.json');
  if (!existsSync(from)) return;
  const to = join(dataDir, 'data', 'User', 'settings.json');
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
}

/**
 * @param {any} page
 * @param {import('../../../scripts/host/code-server.mjs').CodeServer} server
 * @param {Suite} launch
 * @returns {Promise<number>}
 */
async function runSuite(page, server, launch) {
  const suite = watchSuite();
  const crashed = new Promise((_, reject) => {
    page.once('crash', () => reject(new Error('The page of the workbench crashed.')));
    page.once('close', () => reject(new Error('The page of the workbench was closed.')));
  });
  await page.exposeFunction('codeAutomationLog', suite.log);
  await page.exposeFunction('codeAutomationExit', suite.exit);
  const opened = page.goto(workbenchAddress(server, launch)).then(() =>
    withDeadline(page.locator('.monaco-workbench').first().waitFor({ timeout: 0 }), WORKBENCH_TIMEOUT_MS, 'the workbench to appear'),
  );
  const result = opened.then(() => withDeadline(suite.result, SUITE_TIMEOUT_MS, 'the test suite to end'));
  try {
    const { code, logs } = await Promise.race([result, crashed]);
    await keepLogs(logs);
    return code;
  } finally {
    // Before the server ends, or the workbench would report a lost connection.
    await page.close();
  }
}

/** What VS Code tells the page about the suite: its console output while it runs, and its end. */
function watchSuite() {
  /** @type {(result: { code: number, logs: { relativePath: string, contents: string }[] }) => void} */
  let resolve = () => {};
  /** @type {Promise<{ code: number, logs: { relativePath: string, contents: string }[] }>} */
  const result = new Promise((done) => {
    resolve = done;
  });
  return {
    result,
    log: (/** @type {string} */ _type, /** @type {unknown[]} */ args) => print(format(...args)),
    exit: (/** @type {number} */ code, /** @type {{ relativePath: string, contents: string }[]} */ logs) => resolve({ code, logs: logs ?? [] }),
  };
}

/**
 * @param {import('../../../scripts/host/code-server.mjs').CodeServer} server
 * @param {Suite} launch
 */
function workbenchAddress(server, launch) {
  const payload = [
    ['extensionDevelopmentPath', server.remoteUri(launch.extensionDevelopmentPath)],
    ['extensionTestsPath', server.remoteUri(launch.extensionTestsPath)],
    ['skipWelcome', 'true'],
  ];
  const target = launch.target ?? launch.extensionDevelopmentPath;
  if (statSync(target).isDirectory()) return server.address({ folder: target, payload });
  if (target.endsWith('.code-workspace')) return server.address({ workspace: target, payload });
  return server.address({ folder: dirname(target), payload: [...payload, ['openFile', server.remoteUri(target)]] });
}

/**
 * The workbench sends its own messages through the same channel as the suite's console output.
 * A suite that marks its lines is printed alone, and the rest goes to a file.
 * @param {string} line
 */
function print(line) {
  if (line.startsWith(OUTPUT_MARK)) process.stdout.write(`${line.slice(OUTPUT_MARK.length)}\n`);
  else if (LOG_FOLDER === undefined) process.stdout.write(`${line}\n`);
  else {
    mkdirSync(LOG_FOLDER, { recursive: true });
    appendFileSync(join(LOG_FOLDER, 'workbench.log'), `${line}\n`);
  }
}

/**
 * VS Code's own log files of the run.
 * @param {{ relativePath: string, contents: string }[]} logs
 */
async function keepLogs(logs) {
  if (LOG_FOLDER === undefined) return;
  for (const { relativePath, contents } of logs) {
    const path = join(LOG_FOLDER, relativePath);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, contents);
  }
}

/**
 * @template T
 * @param {Promise<T>} promise
 * @param {number} milliseconds
 * @param {string} awaited
 * @returns {Promise<T>}
 */
async function withDeadline(promise, milliseconds, awaited) {
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const deadline = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Waited ${milliseconds / 1000} s for ${awaited}.`)), milliseconds);
  });
  try {
    return /** @type {T} */ (await Promise.race([promise, deadline]));
  } finally {
    clearTimeout(timer);
  }
}
