/** The built server over stdio: the newsroom's own list in a folder, its problems, and what becomes of articles when it changes. */
import { mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CompletionItem, PublishDiagnosticsParams } from 'vscode-languageserver-protocol';
import { CompletionRequest, DidChangeWatchedFilesNotification, FileChangeType, PublishDiagnosticsNotification } from 'vscode-languageserver-protocol';
import { houseLineRequest } from '../../server/src/protocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { LspSession, decode } from './harness.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'house-list-'));
const FILE = join(FOLDER, '.article-annotator', 'glossary.csv');
const FILE_URI = pathToFileURL(FILE).href;
const HEADER = 'name,aliases,type,preferred spelling,note,link,valid from,valid to';

let session: LspSession;
const told: PublishDiagnosticsParams[] = [];
beforeAll(async () => {
  await mkdir(join(FOLDER, '.article-annotator'));
  session = await LspSession.start({ folders: [pathToFileURL(FOLDER).href], watchesFiles: true });
  session.connection.onNotification(PublishDiagnosticsNotification.type, (params) => { told.push(params); });
});
afterAll(async () => {
  await session.stop();
  await rm(FOLDER, { recursive: true });
});

let opened = 0;

/** Opened and highlighted, as an editor would have it. */
async function article(text = HARBOUR_TALKS): Promise<string> {
  const uri = pathToFileURL(join(FOLDER, `article-${++opened}.txt`)).href;
  await session.open(uri, text);
  await session.tokens(uri);
  await session.whenAnalysed(uri);
  return uri;
}

async function save(text: string | null): Promise<void> {
  if (text === null) await rm(FILE);
  else await writeFile(FILE, text);
  await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: FILE_URI, type: text === null ? FileChangeType.Deleted : FileChangeType.Changed }] });
}

async function card(uri: string, words: string, text = HARBOUR_TALKS): Promise<string> {
  const before = text.slice(0, text.indexOf(words)).split('\n');
  return JSON.stringify(await session.hover(uri, before.length - 1, (before[before.length - 1] ?? '').length + 1));
}

/** Lines from 1. */
function problems(): string[] {
  return (told[told.length - 1]?.diagnostics ?? []).map(({ range, message }) => `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`);
}

async function complete(line: number, character: number): Promise<string[]> {
  const found = await session.connection.sendRequest(CompletionRequest.type, { textDocument: { uri: FILE_URI }, position: { line, character } });
  return ((found ?? []) as CompletionItem[]).map(({ label }) => label);
}

describe('the newsroom’s own list', () => {
  it('is taken in when it comes, changes and goes, in what is open already', async () => {
    const uri = await article();
    expect(await card(uri, 'Riga')).not.toContain('House list');
    await session.until(() => session.registered.some(({ registerOptions }) => JSON.stringify(registerOptions ?? null).includes('glossary.csv')));
    const refreshed = session.refreshes;
    await save(`${HEADER}\nRiga,,ORG,,the club not the city,,,\n,no name\nTallinn,,TOWNLET`);
    await session.until(async () => (await card(uri, 'Riga')).includes('“Riga, the club not the city”'));
    expect(await card(uri, 'Riga')).toMatch(/\*\*Riga\*\* · organisation.*House list, edited \d{4}-\d\d-\d\d: /);
    await session.until(() => session.refreshes > refreshed);
    await session.until(() => told.some(({ uri: of }) => of === FILE_URI));
    expect(problems()).toEqual(['3: This line has no name. The line is skipped', '4: “TOWNLET” is no type of a name. The line is skipped']);
    const other = await article();
    expect(await card(other, 'Riga')).toContain('· organisation');
    await save(`${HEADER}\nRiga,,PRODUCT`);
    await session.until(async () => (await card(uri, 'Riga')).includes('· product'));
    await save(null);
    await session.until(async () => !(await card(uri, 'Riga')).includes('House list'));
    expect(await card(uri, 'Riga')).toContain('· place');
    await session.until(() => problems().length === 0);
    expect(session.logs.filter((line) => line.includes('house list'))).toEqual([]);
  });

  it('is served while it is open: problems of what is written, types, headings, and no highlights', async () => {
    await session.open(FILE_URI, `${HEADER}\nRiga,,\n`, 'csv');
    expect(await complete(1, 6)).toContain('WORK_OF_ART');
    expect(await complete(1, 2)).toEqual([]);
    await session.change(FILE_URI, { line: 1, character: 6, text: 'CITYLET' });
    await session.until(() => problems().length === 1);
    expect(problems()).toEqual(['2: “CITYLET” is no type of a name. The line is skipped']);
    expect(decode((await session.tokens(FILE_URI))?.data ?? [])).toEqual([]);
    await session.close(FILE_URI);
    await session.until(() => problems().length === 0);
  });

  it('gets a line for the entity under the cursor', async () => {
    const uri = await article();
    const at = (line: number, character: number) => session.connection.sendRequest(houseLineRequest, { textDocument: { uri }, range: { start: { line, character }, end: { line, character } } });
    expect(await at(10, 50)).toEqual({ outcome: 'new', uri: FILE_URI, line: 1, append: `${HEADER}\nPort Workers Federation,PWF,ORG,,,,,\n`, creates: true });
    await save(`${HEADER}\nPort Workers Federation,,ORG\n`);
    expect(await at(10, 50)).toEqual({ outcome: 'known', uri: FILE_URI, line: 1 });
    expect(await at(1, 0)).toBeNull();
    await session.open('memory:/elsewhere.txt', HARBOUR_TALKS);
    const elsewhere = await session.connection.sendRequest(houseLineRequest, { textDocument: { uri: 'memory:/elsewhere.txt' }, range: { start: { line: 10, character: 50 }, end: { line: 10, character: 50 } } });
    expect(elsewhere).toMatchObject({ outcome: 'refused' });
    await save(null);
  });

  it('is text that may be anything', async () => {
    const uri = await article();
    await save(`name\n"${'x'.repeat(50_000)}\n\u0000\ufffe,,,,,\n"Riga`);
    await session.until(() => problems().length > 0);
    expect(await card(uri, 'Riga')).toContain('· place');
    await save(null);
  });
});
