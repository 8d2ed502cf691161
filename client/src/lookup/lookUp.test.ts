import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Ajv } from 'ajv';
import { marked } from 'marked';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../server/src/settings.js';
import type { LookUpSource } from '../../../server/src/settings.js';
import { answerCard } from './answerCard.js';
import { soundAddress } from './fetching.js';
import { lookUpName } from './lookUp.js';
import type { Outcome, Store } from './lookUp.js';

const SCHEMAS = new URL('../../../../shared/vendor/reconciliation-0.2/schemas/', import.meta.url);
/** Null where the published schemas are not at hand. */
const schema = (name: string): object | null => (existsSync(SCHEMAS) ? (JSON.parse(readFileSync(new URL(`${name}.json`, SCHEMAS), 'utf8')) as object) : null);

let server: Server;
let base = '';
let answer: (request: IncomingMessage, response: ServerResponse, body: string) => void = () => undefined;
const asked: { readonly method: string; readonly url: string; readonly body: string; readonly headers: IncomingMessage['headers'] }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => { body += part.toString(); });
    request.on('end', () => {
      asked.push({ method: request.method ?? '', url: request.url ?? '', body, headers: request.headers });
      answer(request, response, body);
    });
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => { asked.length = 0; });
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const MANIFEST = { versions: ['0.1', '0.2'], name: 'Harbour register', identifierSpace: 'https://register.example/id/', schemaSpace: 'https://register.example/', view: { url: 'https://register.example/{{id}}' } };
const RESULT = { q0: { result: [{ id: 'K1', name: 'Keld Ferries', score: 87.4, match: true, description: 'operator', type: [{ id: 'org', name: 'company' }] }] } };

function json(value: unknown): typeof answer {
  return (_request, response) => { response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(value)); };
}

const register: typeof answer = (request, response, body) => { json(request.method === 'POST' ? RESULT : MANIFEST)(request, response, body); };

function memory(): Store & { readonly texts: Map<string, string> } {
  const texts = new Map<string, string>();
  return { texts, read: (key) => Promise.resolve(texts.get(key)), write: (key, text) => { texts.set(key, text); return Promise.resolve(); } };
}

const reconciliation = (): LookUpSource => ({ name: 'Register', kind: 'reconciliation', address: `${base}/api` });
const wikipedia = (): LookUpSource => ({ name: 'Encyclopedia', kind: 'wikipedia', address: `${base}/summary/{name}` });

async function lookUp(source: LookUpSource, { name = 'Keld Ferries', store = memory(), milliseconds = 20_000, signal = new AbortController().signal } = {}): Promise<Outcome> {
  const [outcome] = await lookUpName([source], name, { store, signal, today: '2026-11-29', limits: { milliseconds, bytes: 64 * 1024 }, report: (error) => { throw error; } });
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

describe('a service that speaks the Reconciliation API 0.2', () => {
  it('gets the name and nothing else, in messages that the published schemas allow', async () => {
    answer = register;
    expect(await lookUp(reconciliation())).toEqual({
      source: 'Register', isPage: false, retrieved: '2026-11-29', problem: undefined, candidates: [{ label: 'Keld Ferries', description: 'operator · company · K1 · score 87', iri: 'https://register.example/K1' }],
    });
    expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual(['GET /api', 'POST /api']);
    expect(asked[0]?.body).toBe('');
    const form = new URLSearchParams(asked[1]?.body);
    expect([...form.keys()]).toEqual(['queries']);
    const queries: unknown = JSON.parse(form.get('queries') ?? '');
    expect(queries).toEqual({ q0: { query: 'Keld Ferries', limit: 5 } });
    expect(asked.flatMap(({ headers }) => Object.keys(headers)).filter((header) => ['cookie', 'referer', 'origin', 'authorization'].includes(header))).toEqual([]);
    const ajv = new Ajv({ strict: false });
    for (const [name, message] of [['reconciliation-query-batch', queries], ['reconciliation-result-batch', RESULT]] as const) {
      const published = schema(name);
      // The schemas name a draft only by its family.
      if (published !== null) expect(ajv.validate({ ...published, $schema: undefined }, message), name).toBe(true);
    }
  });

  it('of another version is told of', async () => {
    answer = json({ ...MANIFEST, versions: ['0.1'] });
    expect((await lookUp(reconciliation())).problem).toBe('it does not speak the Reconciliation API 0.2');
    expect(asked).toHaveLength(1);
  });
});

describe('summaries of pages', () => {
  it('are asked for by the name', async () => {
    answer = json({ title: 'Keld Ferries', description: 'ferry operator', extract: 'It runs six ships.', type: 'standard', content_urls: { desktop: { page: 'https://enc.example/Keld' } } });
    expect((await lookUp(wikipedia(), { name: 'Keld & Sons/A' })).candidates).toEqual([{ label: 'Keld Ferries', description: 'ferry operator · It runs six ships.', iri: 'https://enc.example/Keld' }]);
    expect(asked.map(({ url }) => url)).toEqual(['/summary/Keld_%26_Sons%2FA']);
  });
});

describe('a server that does not do what it should', () => {
  it.each<[string, typeof answer, RegExp]>([
    ['answers HTML', (_q, r) => { r.writeHead(200, { 'content-type': 'text/html' }).end('<h1>Sign in</h1>'); }, /^it answers with no data \(text\/html\)$/],
    ['answers 10 MB', (_q, r) => { r.writeHead(200, { 'content-type': 'application/json' }).end(`"${'x'.repeat(10 * 1024 * 1024)}"`); }, /^its answer is too large \(more than 64 KB\)$/],
    ['sends on to another host', (_q, r) => { r.writeHead(302, { location: 'https://elsewhere.example/x' }).end(); }, /^it sends us on to another host \(elsewhere\.example\), where nothing is asked$/],
    ['sends on for ever', (q, r) => { r.writeHead(302, { location: `${q.url ?? ''}x` }).end(); }, /^it sends us on again and again$/],
    ['answers with an error', (_q, r) => { r.writeHead(503).end(); }, /^it answers with an error \(503\)$/],
    ['knows no such name', (_q, r) => { r.writeHead(404, { 'content-type': 'application/json' }).end('{}'); }, /^nothing of that name$/],
    ['answers no JSON', (_q, r) => { r.writeHead(200, { 'content-type': 'application/json' }).end('{'); }, /^its answer is not JSON/],
    ['answers something else', json({ titel: 1 }), /^its answer is not understood \(title\)$/],
    ['hangs up', (_q, r) => { r.destroy(); }, /^not reached \(/],
  ])('%s: one line, and other sources go on', async (_what, wrong, line) => {
    answer = (request, response, body) => { (request.url?.startsWith('/api') === true ? register : wrong)(request, response, body); };
    const outcomes = await lookUpName([wikipedia(), reconciliation()], 'Keld', { store: memory(), signal: new AbortController().signal, today: '2026-11-29', limits: { milliseconds: 20_000, bytes: 64 * 1024 }, report: (error) => { throw error; } });
    expect(outcomes[0]?.problem).toMatch(line);
    expect(outcomes[1]?.candidates).toHaveLength(1);
  });

  it('hangs: it is given up after a time, or at once by the person', async () => {
    answer = () => undefined;
    expect((await lookUp(wikipedia(), { milliseconds: 50 })).problem).toBe('no answer within 0.05 seconds');
    const abort = new AbortController();
    const asking = lookUp(wikipedia(), { signal: abort.signal });
    abort.abort();
    await expect(asking).rejects.toThrow();
  });

  it('is followed on its own host', async () => {
    answer = (request, response, body) => { if (request.url === '/moved') json({ title: 'Keld' })(request, response, body); else response.writeHead(301, { location: '/moved' }).end(); };
    expect((await lookUp(wikipedia())).candidates[0]?.label).toBe('Keld');
  });

  it('has no address but an encrypted one, or one on this machine', async () => {
    for (const address of ['http://enc.example/{name}', 'ftp://x/{name}', 'nowhere {name}', 'file:///etc/{name}', 'command:x{name}']) expect(() => soundAddress(address), address).toThrow(/^its address in the settings/);
    expect((await lookUp({ ...wikipedia(), address: `${base}/summary` })).problem).toBe('its address in the settings has no {name}');
    expect(asked).toEqual([]);
  });
});

describe('answers', () => {
  it('are kept with their day, and given again where the source is not reached', async () => {
    const store = memory();
    answer = register;
    await lookUp(reconciliation(), { store });
    answer = (_request, response) => { response.destroy(); };
    expect(await lookUp(reconciliation(), { store })).toMatchObject({ retrieved: '2026-11-29', candidates: [{ label: 'Keld Ferries' }], problem: expect.stringMatching(/^not reached \(.*\); from the cache of 2026-11-29$/) });
    expect((await lookUp(reconciliation(), { store, name: 'Lora' })).candidates).toEqual([]);
    for (const [key] of store.texts) store.texts.set(key, '{"version":1}');
    expect((await lookUp(reconciliation(), { store })).candidates).toEqual([]);
  });

  it('show as characters: no image, no command, no link of theirs', async () => {
    const bad = '![x](https://e.example/i.png) [go](command:x) <img src=x> https://e.example www.e.example';
    answer = json({ title: bad, description: `${bad}\n\n# head`, extract: bad, content_urls: { desktop: { page: 'command:workbench.action.quit' } } });
    const html = await marked(answerCard(bad, [await lookUp({ ...wikipedia(), name: bad }, { name: bad }), await lookUp({ name: 'Site', kind: 'page', address: 'https://s.example/?q={name}' }, { name: 'a)> [b](command:x)' })]));
    expect(html).not.toMatch(/<(?:img|h\d)/);
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address)).toEqual(['https://s.example/?q=a)%3E%20%5Bb%5D(command%3Ax)']);
    expect(html).toContain('![x](https://e.example/i.png) [go](command:x)');
  });

  it('come from nowhere until a source is turned on by its name', () => {
    expect(DEFAULT_SETTINGS.lookUp.on).toEqual([]);
    for (const { address } of DEFAULT_SETTINGS.lookUp.sources) expect(soundAddress(address).protocol).toBe('https:');
  });
});
