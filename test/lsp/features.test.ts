/** The built server over stdio: what an editor asks and what comes back. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkupContent } from 'vscode-languageserver-protocol';
import { SemanticTokensDeltaRequest, SemanticTokensRangeRequest } from 'vscode-languageserver-protocol';
import { decorationsRequest, TOKEN_TYPES } from '../../server/src/protocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { decode, LspSession } from './harness.js';

const EVERYTHING = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };

describe('the language server', () => {
  let session: LspSession;
  beforeAll(async () => { session = await LspSession.start(); });
  afterAll(async () => { await session.stop(); });

  async function opened(name: string, text = HARBOUR_TALKS, language = 'article'): Promise<string> {
    const uri = `file:///news/${name}`;
    await session.open(uri, text, language);
    await session.whenAnalysed(uri);
    return uri;
  }

  async function highlighted(uri: string, text: string): Promise<Map<string, string>> {
    const lines = text.split('\n');
    const tokens = decode((await session.tokens(uri))?.data ?? []);
    return new Map(tokens.map((t) => [(lines[t.line] ?? '').slice(t.character, t.character + t.length), TOKEN_TYPES[t.type] ?? '']));
  }

  async function hoverOn(uri: string, words: string, text = HARBOUR_TALKS): Promise<string> {
    const lines = text.split('\n');
    const line = lines.findIndex((l) => l.includes(words));
    const found = await session.hover(uri, line, (lines[line] ?? '').indexOf(words) + 1);
    return found === null ? '' : (found.contents as MarkupContent).value;
  }

  it('highlights people, places, organisations and dates', async () => {
    const found = await highlighted(await opened('tokens.article'), HARBOUR_TALKS);
    expect(found.get('Marta Ruusmann')).toBe('entityPerson');
    expect(found.get('Tallinn')).toBe('entityGpe');
    expect(found.get('Port Workers Federation')).toBe('entityOrg');
    expect(found.get('Monday')).toBe('entityDate');
    expect(found.get('$3.5 million')).toBe('entityMoney');
  });

  it('highlights nothing in boilerplate', async () => {
    const tokens = decode((await session.tokens(await opened('boilerplate.article')))?.data ?? []);
    expect(tokens.filter((t) => t.line === 2)).toEqual([]);
  });

  it('gives the tokens of a range as a part of all tokens', async () => {
    const uri = await opened('range.article');
    const all = decode((await session.tokens(uri))?.data ?? []);
    const range = { start: { line: 4, character: 0 }, end: { line: 8, character: 0 } };
    const part = await session.connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument: { uri }, range });
    expect(decode(part?.data ?? [])).toEqual(all.filter((t) => t.line >= 4 && t.line < 8));
    expect(decode(part?.data ?? []).length).toBeGreaterThan(3);
  });

  it('sends edits that lead from the last tokens to the new ones', async () => {
    const uri = await opened('delta.article');
    const before = await session.tokens(uri);
    await session.change(uri, { line: 4, character: 0, text: 'In Oslo on Friday, ' });
    const delta = await session.connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri }, previousResultId: before?.resultId ?? '' });
    expect(delta).toHaveProperty('edits');
    const data = [...(before?.data ?? [])];
    if (delta !== null && 'edits' in delta) for (const edit of [...delta.edits].reverse()) data.splice(edit.start, edit.deleteCount, ...(edit.data ?? []));
    const fresh = await session.tokens(uri);
    expect(data).toEqual(fresh?.data);
    expect(delta !== null && 'edits' in delta ? delta.edits.reduce((sum, e) => sum + (e.data?.length ?? 0), 0) : 0).toBeLessThan(data.length);
  });

  it('explains a person, with the role as written', async () => {
    const card = await hoverOn(await opened('hover.article'), 'Ruusmann met');
    expect(card).toMatch(/^\*\*Marta Ruusmann\*\* · person/);
    expect(card).toContain('“Estonian Transport Minister” (¶2)');
    expect(card).toContain('Also written: “Ruusmann”');
  });

  it('explains a date by the article’s date', async () => {
    const card = await hoverOn(await opened('date.article'), 'Monday');
    expect(card).toContain('Monday, March 16, 2026');
    expect(card).toContain('2026');
  });

  it('explains a claim of an unnamed source', async () => {
    const card = await hoverOn(await opened('claim.article'), 'said.');
    expect(card).toMatch(/^\*\*“a source”\*\* · unnamed, not described/);
    expect(card).toContain('Cue: “said” · indirect');
  });

  it('gives claims and boilerplate to draw', async () => {
    const uri = await opened('claims.article');
    const drawn = await session.connection.sendRequest(decorationsRequest, { textDocument: { uri }, ranges: [EVERYTHING] });
    expect(drawn?.version).toBe(1);
    expect(drawn?.claims.map((c) => c.style)).toContain('unnamed');
    expect(drawn?.boilerplate.map((r) => r.start.line)).toEqual([2, 6]);
  });

  it('draws only what is asked for', async () => {
    const uri = await opened('visible.article');
    const ranges = [{ start: { line: 8, character: 0 }, end: { line: 9, character: 0 } }];
    const drawn = await session.connection.sendRequest(decorationsRequest, { textDocument: { uri }, ranges });
    expect(drawn?.claims.length).toBeGreaterThan(0);
    expect(drawn?.claims.every((c) => c.content.some((r) => r.start.line === 8))).toBe(true);
  });

  it('annotates plain text that is prose and leaves a log alone', async () => {
    const prose = await opened('prose.txt', HARBOUR_TALKS, 'plaintext');
    expect((await session.whenAnalysed(prose)).state.kind).toBe('article');
    const log = await opened('server.log.txt', '2026-03-12 10:00:01 INFO started\n2026-03-12 10:00:02 WARN slow query\n'.repeat(20), 'plaintext');
    expect((await session.whenAnalysed(log)).state).toMatchObject({ kind: 'ignored', reason: 'not-prose' });
    expect((await session.tokens(log))?.data).toEqual([]);
    expect(await session.hover(log, 0, 3)).toBeNull();
  });

  it('notices another language and leaves it alone', async () => {
    const text = 'Die Verhandlungen in Berlin gehen am Montag weiter, sagte der Minister. Er sei zuversichtlich, dass die Gespräche bald zu einem Ergebnis führen werden, und dankte allen Beteiligten für ihre Geduld.';
    const uri = await opened('deutsch.txt', text, 'plaintext');
    expect((await session.whenAnalysed(uri)).state).toMatchObject({ kind: 'ignored', reason: 'other-language' });
  });

  it('counts CRLF, emoji and a byte order mark as the editor does', async () => {
    const text = `\ufeff🚢 Marta Ruusmann, the minister, spoke in Tallinn.\r\n\r\n🇪🇪 Officials in Riga said nothing new on Monday, and the talks went on for hours.\r\n`;
    const uri = await opened('odd.article', text);
    const found = await highlighted(uri, text.replace(/\r/g, ''));
    expect([...found.keys()]).toEqual(expect.arrayContaining(['Marta Ruusmann', 'Tallinn', 'Riga', 'Monday']));
  });
});

describe('a client that shows no Markdown and cannot be asked for settings', () => {
  it('gets plain text', async () => {
    const session = await LspSession.start({ markdown: false, configuration: false });
    await session.open('file:///plain.article', HARBOUR_TALKS);
    const hover = await session.hover('file:///plain.article', 4, 30);
    expect(hover?.contents).toMatchObject({ kind: 'plaintext', value: expect.stringMatching(/^Marta Ruusmann · person/) as string });
    await session.stop();
  });
});

describe('settings', () => {
  it('are applied without a restart, and a wrong one is named and takes its default', async () => {
    const session = await LspSession.start();
    const uri = 'file:///settings.article';
    await session.open(uri, HARBOUR_TALKS);
    const all = decode((await session.tokens(uri))?.data ?? []);
    session.settings = { entities: { types: ['PERSON'] }, claims: { enabled: 'often' } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const people = decode((await session.tokens(uri))?.data ?? []);
    expect(people.length).toBeGreaterThan(0);
    expect(people).toEqual(all.filter((t) => TOKEN_TYPES[t.type] === 'entityPerson'));
    const drawn = await session.connection.sendRequest(decorationsRequest, { textDocument: { uri }, ranges: [EVERYTHING] });
    expect(drawn?.claims.length).toBeGreaterThan(0);
    expect(session.logs.join('\n')).toContain('articleAnnotator.claims.enabled');
    await session.stop();
  });
});
