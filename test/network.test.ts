/** The recorder under which the end-to-end suite runs, and the judge of what it writes: both must be able to find something. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judge, linesOf } from './e2e/network/judge.mjs';
import type { Line } from './e2e/network/judge.mjs';

const RECORDER = fileURLToPath(new URL('e2e/network/recorder.cjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'network-'));
let server: Server;
let port = 0;
let files = 0;

beforeAll(async () => {
  server = createServer((_request, response) => response.end('{}'));
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

/** What a program is seen to do. */
async function recorded(program: string): Promise<readonly Line[]> {
  const file = join(folder, `${++files}.jsonl`);
  const child = spawn(process.execPath, [`--require=${RECORDER}`, '-e', program], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_OPTIONS: '', ARTICLE_ANNOTATOR_E2E_NETWORK: file } });
  expect(await statusOf(child)).toBe(0);
  return linesOf(readFileSync(file, 'utf8'));
}

/** The server that it speaks to is in this process, which must not stand still. */
function statusOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => { child.once('exit', resolve); });
}

const seen = (lines: readonly Line[]): string[] => lines.filter(({ what }) => what !== 'loaded').map(({ what, host, port: at, thread }) => [thread === 'worker' ? 'worker ' : '', what, ' ', host, at === undefined ? '' : `:${at}`].join(''));
/** Nobody answers on it: what counts is the asking. */
const QUIETLY = '.on("error", () => undefined)';

describe('the recorder', () => {
  it('sees names that are asked for, however', async () => {
    const lines = await recorded(`const dns = require('node:dns');
      dns.lookup('one.invalid', () => undefined);
      dns.promises.resolve4('two.invalid').catch(() => undefined);
      new dns.promises.Resolver().resolveTxt('three.invalid').catch(() => undefined);
      setTimeout(() => process.exit(0), 50);`);
    expect(seen(lines)).toEqual(['dns one.invalid', 'dns two.invalid', 'dns three.invalid']);
  });

  it('sees connections of every kind, and lets them be', async () => {
    expect(seen(await recorded(`require('node:net').connect(${port}, '127.0.0.1', function () { this.destroy(); });`))).toEqual([`net 127.0.0.1:${port}`]);
    expect(seen(await recorded(`require('node:http').get('http://127.0.0.1:${port}/x', (answer) => { if (answer.statusCode !== 200) throw new Error(); answer.destroy(); });`))).toEqual([`net 127.0.0.1:${port}`]);
    expect(seen(await recorded(`require('node:tls').connect({ port: ${port}, host: '127.0.0.1' })${QUIETLY};`))).toContain(`net 127.0.0.1:${port}`);
    expect(seen(await recorded(`const socket = require('node:dgram').createSocket('udp4'); socket.send('x', 5353, '127.0.0.1', () => socket.close());`))).toContain('udp 127.0.0.1:5353');
    expect(seen(await recorded(`fetch('http://127.0.0.1:${port}/').then((answer) => answer.json());`))).toEqual([`fetch 127.0.0.1:${port}`, `net 127.0.0.1:${port}`]);
    expect(seen(await recorded(`import('node:net').then(({ connect }) => connect({ port: ${port}, host: '127.0.0.1' }, function () { this.destroy(); }));`))).toEqual([`net 127.0.0.1:${port}`]);
  });

  it('does not take a file of this machine for the network', async () => {
    expect(seen(await recorded(`require('node:net').connect('/nowhere/socket')${QUIETLY};`))).toEqual([]);
  });

  it('goes along into threads and into processes whose environment was cleaned', async () => {
    const fetching = `fetch(\\"http://127.0.0.1:${port}/\\").then((answer) => answer.json())`;
    expect(seen(await recorded(`new (require('node:worker_threads').Worker)("${fetching}", { eval: true });`))).toContain(`worker fetch 127.0.0.1:${port}`);
    const lines = await recorded(`require('node:child_process').spawn(process.execPath, ['-e', "${fetching}"], { env: { PATH: process.env.PATH } });`);
    expect(seen(lines)).toContain(`fetch 127.0.0.1:${port}`);
    expect(lines.filter(({ what }) => what === 'loaded')).toHaveLength(2);
  });

  it('does nothing where nobody asked for it', async () => {
    const before = readdirSync(folder);
    const child = spawn(process.execPath, [`--require=${RECORDER}`, '-e', `fetch('http://127.0.0.1:${port}/')`], { cwd: folder, env: { ...process.env, NODE_OPTIONS: '', ARTICLE_ANNOTATOR_E2E_NETWORK: '' } });
    expect(await statusOf(child)).toBe(0);
    expect(readdirSync(folder)).toEqual(before);
  });
});

describe('the judge', () => {
  const HOST: Line = { what: 'loaded', by: '/x/out/bootstrap-fork --type=extensionHost --transformURIs' };
  const SERVER: Line = { what: 'loaded', by: '/y/dist/server.js --node-ipc' };
  const quiet: readonly Line[] = [{ what: 'host', host: '127.0.0.1', port: 4000 }, HOST, SERVER, { what: 'browser', host: '127.0.0.1', port: 4000 }];
  const at = (what: Line['what'], host: string, port?: number): Line => ({ what, by: SERVER.by!, host, ...(port === undefined ? {} : { port }) });

  it('lets the editor speak with itself', () => {
    expect(judge([...quiet, at('net', 'localhost', 4000), at('dns', 'localhost'), at('fetch', '127.0.0.1', 4000)])).toEqual([]);
  });

  it.each([
    at('dns', 'news.example'), at('net', '93.184.216.34', 443), at('fetch', 'news.example', 443), at('udp', '8.8.8.8', 53), { what: 'browser', host: 'news.example', port: 443 } as const,
    // Another program of this machine is not the editor.
    at('net', '127.0.0.1', 4001), { what: 'browser', host: 'localhost', port: 4001 } as const,
  ])('finds what goes elsewhere: %j', (line) => {
    expect(judge([...quiet, line])).toEqual([expect.stringMatching(new RegExp(`${line.what} \\S+:${line.port ?? 0}`))]);
  });

  it('lets a source be asked while it is turned on, and no longer', () => {
    const on: Line = { what: 'turnedOn', host: 'names.example', port: 443 };
    const off: Line = { ...on, what: 'turnedOff' };
    const asked = [at('fetch', 'names.example', 443), at('dns', 'names.example'), at('net', 'names.example', 443)];
    expect(judge([...quiet, on, ...asked, off])).toEqual([]);
    expect(judge([...quiet, on, at('net', 'other.example', 443), off])).toHaveLength(1);
    expect(judge([...quiet, ...asked, on, off])).toHaveLength(3);
    expect(judge([...quiet, on, off, ...asked])).toHaveLength(3);
  });

  it('is not content with a record that holds nothing', () => {
    expect(judge([])).toEqual(['The network of the extension host was not recorded', 'The network of the language server was not recorded', 'The network of the browser was not recorded']);
    expect(judge(quiet.filter((line) => line !== SERVER))).toEqual(['The network of the language server was not recorded']);
  });
});
