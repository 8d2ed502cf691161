import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

const MAX_BODY_BYTES = 1024 * 1024;

/**
 * Serves actions to the test suite, which runs in another process: POST URL/NAME with a JSON object.
 * Answers 200 with the action's result, or 400 with `{ error }`. The URL holds a secret, so that no other
 * program or web page on this machine can drive the workbench.
 * @param {Record<string, (request: any) => Promise<object>>} actions
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startControlServer(actions) {
  const secret = randomBytes(16).toString('hex');
  const server = createServer((request, response) => {
    answer(request, secret, actions).then(
      (result) => send(response, 200, result),
      (error) => send(response, 400, { error: error instanceof Error ? error.message : String(error) }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The control server has no port.');
  return {
    url: `http://127.0.0.1:${address.port}/${secret}`,
    stop: async () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {string} secret
 * @param {Record<string, (request: any) => Promise<object>>} actions
 */
async function answer(request, secret, actions) {
  const [, given, name, ...rest] = (request.url ?? '').split('/');
  if (given !== secret) throw new Error('Wrong address: take it from ARTICLE_ANNOTATOR_WORKBENCH.');
  const action = rest.length === 0 && name && Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action || request.method !== 'POST') {
    throw new Error(`No such action: ${request.method} /${name ?? ''}. POST one of ${Object.keys(actions).join(', ')}.`);
  }
  return action(await readJson(request));
}

/** @param {import('node:http').IncomingMessage} request */
async function readJson(request) {
  /** @type {Buffer[]} */
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MAX_BODY_BYTES) throw new Error(`The request is longer than ${MAX_BODY_BYTES} bytes.`);
    chunks.push(chunk);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const value = body === '' ? {} : JSON.parse(body);
  if (typeof value !== 'object' || value === null) throw new Error('The request must be a JSON object.');
  return value;
}

/**
 * @param {import('node:http').ServerResponse} response
 * @param {number} status
 * @param {object} body
 */
function send(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
