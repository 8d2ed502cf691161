import { appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RECORDER = join(dirname(fileURLToPath(import.meta.url)), '../network/recorder.cjs');
/** Inside a page: nothing goes out. */
const INSIDE = /^(?:data|blob|about|javascript|vscode-file):/;
/** Files of this machine for pages inside the window: a worker in the browser answers for this name. */
const ANSWERED_INSIDE = /^https:\/\/[^/]+\.vscode-resource\.vscode-cdn\.net\//;

/**
 * Environment for the editor's processes, so that each writes down where it connects to; empty where nobody asked for that.
 * @param {string | undefined} file
 * @returns {Record<string, string>}
 */
export function recordingEnvironment(file) {
  if (!file) return {};
  const before = process.env.NODE_OPTIONS ? `${process.env.NODE_OPTIONS} ` : '';
  // The editor by itself would look for its marketplace.
  return { EXTENSIONS_GALLERY: '{}', ARTICLE_ANNOTATOR_E2E_NETWORK: file, NODE_OPTIONS: `${before}--require=${JSON.stringify(RECORDER)}` };
}

/**
 * Writes into the file what belongs to the editor itself, and each request of the window.
 * @param {string} file
 * @param {readonly string[]} hosts addresses
 * @param {any} page playwright's page, before it has gone anywhere
 */
export function recordBrowser(file, hosts, page) {
  const write = (/** @type {string} */ what, /** @type {string} */ address) => {
    const { hostname, port, protocol, pathname } = new URL(address);
    const known = { 'https:': 443, 'wss:': 443 }[protocol] ?? 80;
    appendFileSync(file, `${JSON.stringify({ what, host: hostname, port: Number(port) || known, ...(what === 'browser' ? { stack: [`${protocol}//${hostname}${pathname}`] } : {}) })}\n`);
  };
  for (const host of hosts) write('host', host);
  const seen = (/** @type {string} */ url) => { if (!INSIDE.test(url)) write('browser', url); };
  page.context().on('request', (/** @type {any} */ request) => {
    if (!ANSWERED_INSIDE.test(request.url())) seen(request.url());
  });
  page.context().on('response', (/** @type {any} */ response) => {
    if (ANSWERED_INSIDE.test(response.url()) && !response.fromServiceWorker()) seen(response.url());
  });
  page.context().on('requestfailed', (/** @type {any} */ request) => {
    if (ANSWERED_INSIDE.test(request.url()) && !/ERR_ABORTED/.test(request.failure()?.errorText ?? '')) seen(request.url());
  });
  page.on('websocket', (/** @type {any} */ socket) => seen(socket.url()));
}
