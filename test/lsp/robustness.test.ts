/** Bad input and bad traffic: a clear message or a quiet null, no hang, no crash; and work that stays small. */
import { afterEach, describe, expect, it } from 'vitest';
import { decorationsRequest, workRequest } from '../../server/src/protocol.js';
import { HARBOUR_TALKS, longArticle } from '../fixtures/articles.js';
import { LspSession } from './harness.js';

let session: LspSession;
afterEach(async () => { await session.stop(); });

const URI = 'file:///bad.article';

async function stateOf(text: string, language = 'article'): Promise<unknown> {
  session = await LspSession.start();
  await session.open(URI, text, language);
  return (await session.whenAnalysed(URI)).state;
}

describe('one keystroke', () => {
  it('analyses one paragraph of 50,000 words', async () => {
    session = await LspSession.start();
    await session.open(URI, longArticle(50_000));
    await session.whenAnalysed(URI);
    const before = await session.connection.sendRequest(workRequest, { textDocument: { uri: URI } });
    const version = await session.change(URI, { line: 1000, character: 30, text: 'x' });
    await session.whenAnalysed(URI, version);
    const after = await session.connection.sendRequest(workRequest, { textDocument: { uri: URI } });
    expect(before?.blocksAnalysed).toBeGreaterThan(800);
    expect((after?.blocksAnalysed ?? 0) - (before?.blocksAnalysed ?? 0)).toBe(1);
    expect((after?.blocksRetyped ?? 0) - (before?.blocksRetyped ?? 0)).toBeLessThanOrEqual(1);
  });
});

describe('bad input', () => {
  it('names a NUL and where it is', async () => {
    expect(await stateOf(`${HARBOUR_TALKS.slice(0, 200)}\u0000${HARBOUR_TALKS.slice(200)}`)).toMatchObject({ kind: 'ignored', reason: 'unreadable' });
  });

  it('stays quiet on an empty file', async () => {
    expect(await stateOf('')).toMatchObject({ entities: 0, claims: 0 });
    expect(await session.hover(URI, 0, 0)).toBeNull();
  });

  it('leaves alone what the editor itself says', async () => {
    session = await LspSession.start();
    const uri = 'accessible-view:/hover';
    await session.open(uri, HARBOUR_TALKS, 'plaintext');
    expect((await session.whenAnalysed(uri)).state).toMatchObject({ kind: 'ignored', reason: 'off' });
    expect((await session.tokens(uri))?.data).toEqual([]);
  });

  it('reads a single line of a megabyte', async () => {
    expect(await stateOf(HARBOUR_TALKS.replace(/\s+/g, ' ').repeat(1100))).toMatchObject({ kind: 'article' });
    expect(await session.hover(URI, 0, 20)).not.toBeUndefined();
  });

  it('reads 100,000 paragraphs of one word', async () => {
    expect(await stateOf('Tallinn\n\n'.repeat(100_000))).toMatchObject({ kind: 'article' });
  });

  it('says that 50 MB is too much', async () => {
    expect(await stateOf(HARBOUR_TALKS.repeat(40_000))).toMatchObject({ kind: 'ignored', reason: 'unreadable' });
  });

  it('answers null past the end, for a closed and for a foreign document', async () => {
    await stateOf(HARBOUR_TALKS);
    expect(await session.hover(URI, 99_999, 99_999)).toBeNull();
    expect(await session.hover('file:///other', 0, 0)).toBeNull();
    await session.close(URI);
    expect(await session.hover(URI, 4, 30)).toBeNull();
    const drawn = await session.connection.sendRequest(decorationsRequest, { textDocument: { uri: URI }, ranges: [] });
    expect(drawn).toBeNull();
    expect(session.logs).toEqual([]);
  });
});

describe('malformed traffic ends no session', () => {
  const broken: [string, string][] = [
    ['a body that is no JSON', 'Content-Length: 9\r\n\r\n{"jsonrpc'],
    ['a message without method', 'Content-Length: 17\r\n\r\n{"jsonrpc":"2.0"}'],
    ['an unknown request', frame({ jsonrpc: '2.0', id: 'x1', method: 'no/such', params: {} })],
    ['a hover without params', frame({ jsonrpc: '2.0', id: 'x2', method: 'textDocument/hover' })],
    ['an edit of a document never opened', frame({ jsonrpc: '2.0', method: 'textDocument/didChange', params: { textDocument: { uri: 'file:///no', version: 2 }, contentChanges: [{ text: 'x' }] } })],
    ['an edit with a range far outside', frame({ jsonrpc: '2.0', method: 'textDocument/didChange', params: { textDocument: { uri: URI, version: 2 }, contentChanges: [{ range: { start: { line: 900, character: 7 }, end: { line: 901, character: 1 } }, text: 'x' }] } })],
    ['a header without length', 'X-Nothing: 1\r\n\r\n'],
  ];

  it.each(broken)('%s', async (_, bytes) => {
    await stateOf(HARBOUR_TALKS);
    session.process.stdin?.write(bytes);
    const hover = await session.hover(URI, 4, 30);
    expect(hover).not.toBeNull();
    expect(session.process.exitCode).toBeNull();
  });
});

function frame(message: object): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}
