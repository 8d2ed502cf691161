/**
 * Look-ups as a browser does them: an extension on the web runs in a worker, where redirects are not the extension's to see.
 * Held in a real Chromium against servers of this machine. Ends with "N passed, N failed".
 */
/* global Blob, Worker -- of the page */
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { findChromium } from '../../scripts/host/find-program.mjs';
import { ensureBrowserHost, loadPlaywright } from '../../scripts/host/install.mjs';
import { ensureSystemPackages } from '../../scripts/host/system-packages.mjs';
import { runChecks } from './support/checks.mjs';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../..');
const OPEN_TO_ALL = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

/** What was asked of the host that nobody may be sent on to. @type {string[]} */
const strayed = [];
const stray = await listening((request, response) => {
  strayed.push(request.url ?? '');
  response.writeHead(200, { ...OPEN_TO_ALL, 'content-type': 'application/json' }).end('{"title":"stray"}');
});
const source = await listening((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/page') response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>host</title>');
  else if (pathname === '/away') response.writeHead(302, { ...OPEN_TO_ALL, location: `${stray.address}/stolen` }).end();
  else if (pathname === '/moved') response.writeHead(302, { ...OPEN_TO_ALL, location: '/answer' }).end();
  else if (pathname === '/html') response.writeHead(200, { ...OPEN_TO_ALL, 'content-type': 'text/html' }).end('<h1>Sign in</h1>');
  else if (pathname === '/large') response.writeHead(200, { ...OPEN_TO_ALL, 'content-type': 'application/json' }).end(`"${'x'.repeat(2 * 1024 * 1024)}"`);
  else if (pathname === '/answer') response.writeHead(200, { ...OPEN_TO_ALL, 'content-type': 'application/json' }).end('{"title":"Keld"}');
  // Anything else hangs.
});

ensureSystemPackages(['chromium']);
const browser = await loadPlaywright(await ensureBrowserHost()).chromium.launch({ executablePath: findChromium(), handleSIGINT: false });
try {
  const page = await browser.newPage();
  await page.goto(`${source.address}/page`);
  const { outputFiles } = await build({
    stdin: {
      contents: `import { fetchJson } from './client/src/lookup/fetching.ts';
        self.onmessage = ({ data }) => fetchJson({ address: data.address, ...(data.form === undefined ? {} : { form: data.form }) }, new AbortController().signal, { milliseconds: 2000, bytes: 1024 * 1024 })
          .then((answer) => self.postMessage({ answer }), (error) => self.postMessage({ problem: error.message }));`,
      resolveDir: ROOT, loader: 'ts',
    },
    bundle: true, format: 'iife', platform: 'browser', write: false,
  });
  const code = outputFiles[0]?.text ?? '';
  /** One question, asked in a worker. @type {(path: string, form?: Record<string, string>) => Promise<{ answer?: unknown, problem?: string }>} */
  const ask = (path, form) => page.evaluate(([script, question]) => new Promise((resolve) => {
    const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
    worker.onmessage = ({ data }) => { worker.terminate(); resolve(data); };
    worker.postMessage(question);
  }), [code, { address: `${source.address}${path}`, form }]);
  process.exitCode = await runChecks({
    'an answer is read': async () => assert.deepEqual(await ask('/answer'), { answer: { title: 'Keld' } }),
    'a redirect to another host is refused, and that host hears nothing': async () => {
      for (const form of [undefined, { queries: '{}' }]) assert.match((await ask('/away', form)).problem ?? 'answered', /^it sends us on to a place that the browser does not tell$/);
      assert.deepEqual(strayed, []);
    },
    'so is one on the same host, which a browser does not tell from it': async () => assert.match((await ask('/moved')).problem ?? 'answered', /does not tell$/),
    'HTML, an answer that is too large and a server that hangs are told in one line': async () => {
      assert.match((await ask('/html')).problem ?? '', /^it answers with no data \(text\/html\)$/);
      assert.match((await ask('/large')).problem ?? '', /^its answer is too large/);
      assert.match((await ask('/hangs')).problem ?? '', /^no answer within 2 seconds$/);
    },
  });
} finally {
  await browser.close();
  source.close();
  stray.close();
}

/** @param {import('node:http').RequestListener} answer */
async function listening(answer) {
  const server = createServer(answer);
  await new Promise((resolve) => { server.listen(0, '127.0.0.1', () => resolve(undefined)); });
  const given = server.address();
  assert.ok(typeof given === 'object' && given !== null);
  return {
    address: `http://127.0.0.1:${given.port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
