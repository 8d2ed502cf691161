/** What a record of the network says: did anything go further than the editor that the suite runs in, or to a source that nobody had turned on? */

/**
 * @typedef {object} Line one of the file that recorder.cjs, the launcher and the suite write, in order of time
 * @property {'loaded' | 'dns' | 'net' | 'udp' | 'fetch' | 'browser' | 'host' | 'turnedOn' | 'turnedOff'} what
 *   `host`: a place of the editor itself or of what drives it; `turnedOn`, `turnedOff`: a source that a test lets be asked from here on, or no longer
 * @property {string} [by] the program, as it was started
 * @property {string} [host]
 * @property {number} [port]
 * @property {string[]} [stack]
 */

/** Programs whose network has to have been seen. */
const WATCHED = { 'the extension host': /--type=extensionHost\b/, 'the language server': /[\\/]dist[\\/]server\.js/ };
const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1|\[::1\])$/;

/**
 * @param {string} text
 * @returns {Line[]}
 */
export function linesOf(text) {
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

/**
 * Offences, one line each; empty for a clean record. Nothing recorded of a program that must have been seen is one, too.
 * @param {readonly Line[]} lines
 * @returns {string[]}
 */
export function judge(lines) {
  const offences = [];
  for (const [name, program] of Object.entries(WATCHED)) {
    if (!lines.some(({ what, by }) => what === 'loaded' && program.test(by ?? ''))) offences.push(`The network of ${name} was not recorded`);
  }
  if (!lines.some(({ what }) => what === 'browser')) offences.push('The network of the browser was not recorded');
  const hosts = new Set(lines.filter(({ what }) => what === 'host').map(placeOf));
  /** @type {Set<string>} */
  const sources = new Set();
  for (const line of lines) {
    if (line.what === 'turnedOn') sources.add(placeOf(line));
    else if (line.what === 'turnedOff') sources.delete(placeOf(line));
    else if (!isAllowed(line, hosts, sources)) offences.push(described(line));
  }
  return [...new Set(offences)];
}

/**
 * @param {Line} line
 * @param {ReadonlySet<string>} hosts
 * @param {ReadonlySet<string>} sources
 */
function isAllowed(line, hosts, sources) {
  switch (line.what) {
    case 'loaded': case 'host': return true;
    // This machine's own name tells nobody anything.
    case 'dns': return LOOPBACK.test(line.host ?? '') || [...sources].some((source) => source.startsWith(`${line.host}:`));
    default: return hosts.has(placeOf(line)) || sources.has(placeOf(line));
  }
}

/** @param {Line} line */
function placeOf({ host = '', port = 0 }) {
  return `${LOOPBACK.test(host) ? 'localhost' : host}:${port}`;
}

/** @param {Line} line */
function described(line) {
  const stack = line.stack === undefined || line.stack.length === 0 ? '' : `\n    ${line.stack.join('\n    ')}`;
  return `${line.by ?? 'The browser'}: ${line.what} ${placeOf(line)}${stack}`;
}
