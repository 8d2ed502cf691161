/**
 * Preloaded into every Node process of an editor under test (`NODE_OPTIONS=--require=…`): writes a line for each place that the process asks
 * for by name, connects to or sends to, into the file that ARTICLE_ANNOTATOR_E2E_NETWORK names. It changes nothing of what happens.
 * The first line of a process says that it is there: without it, nothing that is missing from the file means anything.
 */
const children = require('node:child_process');
const { appendFileSync } = require('node:fs');
const dgram = require('node:dgram');
const dns = require('node:dns');
const { syncBuiltinESMExports } = require('node:module');
const net = require('node:net');
const { isMainThread } = require('node:worker_threads');

const FILE = process.env.ARTICLE_ANNOTATOR_E2E_NETWORK;
const REQUIRE = `--require=${JSON.stringify(__filename)}`;
const LOOK_UPS = /^(?:lookup|lookupService|resolve\w*|reverse)$/;

if (FILE !== undefined && FILE !== '') watch(FILE);

/** @param {string} file */
function watch(file) {
  const by = `${process.argv[1] ?? 'node'} ${process.argv.slice(2).filter((argument) => argument.startsWith('--')).join(' ')}`.trim();
  const record = (/** @type {string} */ what, /** @type {{ host?: string, port?: number }} */ place) => {
    const stack = (new Error().stack ?? '').split('\n').slice(3, 9).map((line) => line.trim());
    appendFileSync(file, `${JSON.stringify({ what, by, pid: process.pid, thread: isMainThread ? 'main' : 'worker', ...place, ...(what === 'loaded' ? {} : { stack }) })}\n`);
  };
  watchNames(record);
  watchConnections(record);
  watchFetch(record);
  followChildren(file);
  syncBuiltinESMExports();
  record('loaded', {});
}

/** @param {(what: string, place: { host?: string, port?: number }) => void} record */
function watchNames(record) {
  for (const names of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
    for (const key of Object.getOwnPropertyNames(names)) {
      const original = names[key];
      if (!LOOK_UPS.test(key) || typeof original !== 'function') continue;
      names[key] = function (...given) {
        record('dns', { host: String(given[0]) });
        return original.apply(this, given);
      };
    }
  }
}

/** @param {(what: string, place: { host?: string, port?: number }) => void} record */
function watchConnections(record) {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (...given) {
    const place = placeOf(given);
    if (place !== undefined) record('net', place);
    return connect.apply(this, given);
  };
  for (const key of ['send', 'connect']) {
    const original = dgram.Socket.prototype[key];
    dgram.Socket.prototype[key] = function (...given) {
      const text = given.find((one, i) => i > 0 && typeof one === 'string');
      const port = given.filter((one) => typeof one === 'number').pop();
      record('udp', { host: text ?? '127.0.0.1', port });
      return original.apply(this, given);
    };
  }
}

/**
 * Undefined for a socket of this machine's file system.
 * @param {any[]} given as `net.connect` hands it on: an array of options and a listener, options, a port and a host, or a path
 */
function placeOf(given) {
  const [first, second] = Array.isArray(given[0]) ? given[0] : given;
  if (typeof first === 'object' && first !== null) return first.path ? undefined : { host: first.host ?? 'localhost', port: Number(first.port) };
  if (typeof first === 'string' && !/^\d+$/.test(first)) return undefined;
  return { host: typeof second === 'string' ? second : 'localhost', port: Number(first) };
}

/** @param {(what: string, place: { host?: string, port?: number }) => void} record */
function watchFetch(record) {
  const original = globalThis.fetch;
  if (typeof original !== 'function') return;
  globalThis.fetch = function (input, options) {
    const url = new URL(typeof input === 'object' && 'url' in input ? input.url : String(input));
    if (url.host !== '') record('fetch', { host: url.hostname, port: Number(url.port) || (url.protocol === 'https:' ? 443 : 80) });
    return original.call(this, input, options);
  };
}

/**
 * An editor takes NODE_OPTIONS away from the processes in which extensions run.
 * @param {string} file
 */
function followChildren(file) {
  for (const key of ['fork', 'spawn']) {
    const original = children[key];
    children[key] = function (program, ...given) {
      const at = given.findIndex((one) => typeof one === 'object' && one !== null && !Array.isArray(one));
      const options = at < 0 ? undefined : given[at];
      if (options?.env) given[at] = { ...options, env: { ...options.env, ARTICLE_ANNOTATOR_E2E_NETWORK: file, NODE_OPTIONS: process.env.NODE_OPTIONS || REQUIRE } };
      return original.call(this, program, ...given);
    };
  }
}
