/** The built server over stdio, with a workspace of articles on disk: what it knows of all of them, and how that follows the files. */
import { mkdtempSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Location, MarkupContent, SymbolInformation } from 'vscode-languageserver-protocol';
import { DidChangeWatchedFilesNotification, FileChangeType, ReferencesRequest, ShowMessageNotification, WorkDoneProgress, WorkDoneProgressCancelNotification, WorkspaceSymbolRequest } from 'vscode-languageserver-protocol';
import { uriOfPath } from '../../server/src/index/uris.js';
import { indexAgainRequest, saidElsewhereRequest, saidOtherwiseRequest } from '../../server/src/protocol.js';
import { LspSession } from './harness.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'articles-'));
const sessions: LspSession[] = [];
let made = 0;

afterAll(async () => {
  for (const session of sessions) await session.stop();
  await rm(FOLDER, { recursive: true, force: true });
});

const TUESDAY = `date 2026-03-10

Union Says 4,000 Dockers May Strike

Henrik Dahl, director of the Port Workers Federation, said that 4,000 dock workers would walk out of the harbour on Friday.

Estonian Transport Minister Marta Ruusmann called the talks in Tallinn slow but honest.`;

const THURSDAY = `date 2026-03-12

Union Says 2,500 Dockers May Strike

Henrik Dahl said that 2,500 dock workers would walk out of the harbour on Friday.

“We will not wait,” Dahl added.`;

const MONDAY = `date 2026-03-16

Ferry Talks End

Transport Minister Marta Ruusmann said on Monday that the ferry talks had ended without a deal. Henrik Dahl denied that the talks had ended.`;

const CODE = `const a = { b: [1, 2, 3] };\nfunction dahl() { return a.b.map((x) => x + 1); }\nexport { a, dahl };\n`;

class Newsroom {
  readonly storage: string;

  private constructor(readonly folder: string) {
    this.storage = `${folder}-storage`;
  }

  static async with(files: Readonly<Record<string, string>>): Promise<Newsroom> {
    const room = new Newsroom(join(FOLDER, `news ${++made}`));
    for (const [name, text] of Object.entries(files)) await room.write(name, text);
    return room;
  }

  async write(name: string, text: string): Promise<string> {
    const path = join(this.folder, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
    return uriOfPath(path);
  }

  uri(name: string): string {
    return uriOfPath(join(this.folder, name));
  }

  /** With this article open, and the index up to date with the files. */
  async open(name: string, text: string): Promise<LspSession> {
    const session = await this.start();
    await this.show(session, name, text);
    await session.until(() => session.logs.some((line) => line.includes('articles of the workspace are indexed')));
    return session;
  }

  async start(): Promise<LspSession> {
    const session = await LspSession.start({ folders: [uriOfPath(this.folder)], storage: this.storage, watchesFiles: true });
    sessions.push(session);
    return session;
  }

  async show(session: LspSession, name: string, text: string): Promise<void> {
    await session.open(this.uri(name), text);
    await session.tokens(this.uri(name));
  }
}

async function symbols(session: LspSession, query: string): Promise<string[]> {
  const found = (await session.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) as SymbolInformation[] | null;
  return (found ?? []).map(({ name, containerName, location }) => `${name} (${containerName ?? ''}) ${fileOf(location)}`);
}

function fileOf({ uri, range: { start } }: Location): string {
  return `${decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1))}:${start.line + 1}`;
}

function placeOf(text: string, words: string): { line: number; character: number } {
  const lines = text.split('\n');
  const line = lines.findIndex((one) => one.includes(words));
  return { line, character: (lines[line] ?? '').indexOf(words) + 1 };
}

async function references(session: LspSession, uri: string, text: string, words: string): Promise<string[]> {
  const found = await session.connection.sendRequest(ReferencesRequest.type, { textDocument: { uri }, position: placeOf(text, words), context: { includeDeclaration: true } });
  return (found ?? []).map(fileOf);
}

async function cardOf(session: LspSession, uri: string, text: string, words: string): Promise<string> {
  const { line, character } = placeOf(text, words);
  return ((await session.hover(uri, line, character))?.contents as MarkupContent | undefined)?.value ?? '';
}

/** Without the escapes of Markdown. */
function plain(markdown: string): string {
  return markdown.replace(/\\([^\w\s])/g, '$1').replaceAll('&nbsp;', ' ');
}

async function tell(session: LspSession, uri: string, type: FileChangeType): Promise<void> {
  await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri, type }] });
}

describe('the index of a workspace', () => {
  it('finds names in all articles, and nothing in files that are no articles', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'copy/thursday.txt': THURSDAY, 'monday.article.txt': MONDAY, 'code.txt': CODE, 'node_modules/x/tuesday.txt': TUESDAY, 'notes.md': TUESDAY });
    const session = await room.open('tuesday.article', TUESDAY);
    expect(await symbols(session, 'dahl')).toEqual(['Henrik Dahl (person · 3 articles) monday.article.txt:5']);
    expect(await symbols(session, 'ma ruus')).toEqual(['Marta Ruusmann (person · 2 articles) monday.article.txt:5']);
    expect(await symbols(session, 'd')).toEqual([]);
    expect(await symbols(session, 'zebra')).toEqual([]);
  });

  it('gives the places of a name and of a day in other articles', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY, 'monday.article': MONDAY });
    const session = await room.open('tuesday.article', TUESDAY);
    const uri = room.uri('tuesday.article');
    expect(await references(session, uri, TUESDAY, 'Henrik Dahl')).toEqual(['tuesday.article:5', 'monday.article:5', 'thursday.txt:5', 'thursday.txt:7']);
    expect(await references(session, uri, TUESDAY, 'Friday')).toEqual(['thursday.txt:5']);
    expect(await references(session, uri, TUESDAY, 'Port Workers')).toEqual(['tuesday.article:5']);
  });

  it('gives the newest articles of a name with hundreds of places, whole, and says how many it leaves out', async () => {
    const report = (day: number): string => `date 2026-03-${10 + day}\n\nTalks Go On\n\n${'The harbour waited. Henrik Dahl said that the talks would go on.\n\n'.repeat(100)}`;
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, ...Object.fromEntries([1, 2, 3, 4].map((day) => [`day${day}.article`, report(day)])) });
    const session = await room.open('tuesday.article', TUESDAY);
    const said: string[] = [];
    session.connection.onNotification(ShowMessageNotification.type, ({ message }) => { said.push(message); });
    const found = await references(session, room.uri('tuesday.article'), TUESDAY, 'Henrik Dahl');
    expect([1, 2, 3, 4].map((day) => found.filter((place) => place.startsWith(`day${day}`)).length)).toEqual([0, 0, 100, 100]);
    expect(said).toEqual(['The name stands in 4 other articles: the places in the newest 2 are listed.']);
    await references(session, room.uri('tuesday.article'), TUESDAY, 'Port Workers');
    expect(said).toHaveLength(1);
  });

  it('lets open documents win over what is on disk', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY });
    const session = await room.open('tuesday.article', TUESDAY);
    const uri = room.uri('tuesday.article');
    const open = THURSDAY.replace('“We will not wait,” Dahl added.', 'The harbour is calm.\n\nPeople expect that Henrik Dahl speaks on Sunday.');
    await room.show(session, 'thursday.txt', open);
    expect(await references(session, uri, TUESDAY, 'Henrik Dahl')).toEqual(['tuesday.article:5', 'thursday.txt:5', 'thursday.txt:9']);
    await session.close(room.uri('thursday.txt'));
    expect(await references(session, uri, TUESDAY, 'Henrik Dahl')).toEqual(['tuesday.article:5', 'thursday.txt:5', 'thursday.txt:7']);
  });

  it('says on a card in how many other articles the name stands', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY, 'monday.article': MONDAY });
    const session = await room.open('tuesday.article', TUESDAY);
    const uri = room.uri('tuesday.article');
    expect(await cardOf(session, uri, TUESDAY, 'Henrik Dahl')).toContain('Also in 2 other articles, the newest of 2026-03-16');
    expect(await cardOf(session, uri, TUESDAY, 'Ruusmann called')).toContain('Also in 1 other article, of 2026-03-16');
    expect(await cardOf(session, uri, TUESDAY, 'Port Workers')).not.toContain('other article');
  });

  it('lists what a source says in other articles, newest first, and what it says otherwise', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY, 'monday.article': MONDAY });
    const session = await room.open('tuesday.article', TUESDAY);
    const textDocument = { uri: room.uri('tuesday.article') };
    const said = await session.connection.sendRequest(saidElsewhereRequest, { textDocument, position: placeOf(TUESDAY, 'walk out') });
    expect(said?.source).toBe('Henrik Dahl');
    expect(said?.items.map(({ day, text }) => `${day ?? ''} ${text}`)).toEqual([
      '2026-03-16 Henrik Dahl denied that the talks had ended',
      '2026-03-12 Henrik Dahl said that 2,500 dock workers would walk out of the harbour on Friday',
      '2026-03-12 “We will not wait,” Dahl added',
    ]);
    const pairs = await session.connection.sendRequest(saidOtherwiseRequest, { textDocument, position: placeOf(TUESDAY, 'walk out') });
    expect(pairs?.items.map(({ by, here, there }) => [by, here.text, fileOf(there)])).toEqual([['figure', expect.stringContaining('4,000 dock workers'), 'thursday.txt:5']]);
    const all = await session.connection.sendRequest(saidOtherwiseRequest, { textDocument, position: { line: 0, character: 0 } });
    expect(all?.items.map(({ by, source }) => [by, source])).toEqual([['figure', 'Henrik Dahl']]);
  });

  it('says on the card of a claim what its source says elsewhere, with its words, and links to it', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY, 'monday.article': MONDAY, 'copy/again.article': TUESDAY.replace('2026-03-10', '2026-03-09') });
    const session = await room.open('tuesday.article', TUESDAY);
    const uri = room.uri('tuesday.article');
    const card = (): Promise<string> => cardOf(session, uri, TUESDAY, 'said that 4,000');
    // Words of files that answer late come with the next card.
    await session.until(async () => (await card()).includes('Said again in again') && (await card()).includes('dock workers would walk out of the harbour on Friday”'));
    const shown = plain(await card());
    expect(shown).toContain('- Differs in thursday.txt, 2026-03-12: another figure, “Henrik Dahl said that 2,500 dock workers would walk out of the harbour on Friday”');
    expect(shown).toContain('- Said again in again.article, 2026-03-09: “Henrik Dahl, director');
    expect(shown.split('\n').length).toBeLessThanOrEqual(14);
    await tell(session, await room.write('thursday.txt', THURSDAY.replaceAll('2,500 dock workers', '1,800 dock workers')), FileChangeType.Changed);
    await session.until(async () => plain(await card()).includes('“Henrik Dahl said that 1,800 dock workers'));
    const elsewhere = plain(await cardOf(session, uri, TUESDAY, 'called the talks'));
    expect(elsewhere).not.toContain('thursday.txt');
    expect(elsewhere).not.toContain('monday.article');
  });

  it('follows files that come, change and go', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'old/monday.article': MONDAY });
    const session = await room.open('tuesday.article', TUESDAY);
    expect(session.registered.some(({ method }) => method === DidChangeWatchedFilesNotification.type.method)).toBe(true);
    const known = async (): Promise<string> => (await symbols(session, 'henrik dahl'))[0] ?? '';
    expect(await known()).toContain('2 articles');

    await tell(session, await room.write('thursday.txt', THURSDAY), FileChangeType.Created);
    await session.until(async () => (await known()).includes('3 articles'));

    await tell(session, await room.write('thursday.txt', THURSDAY.replaceAll('Dahl', 'Dalen')), FileChangeType.Changed);
    await session.until(async () => (await known()).includes('2 articles'));
    expect(await symbols(session, 'dalen')).toEqual(['Henrik Dalen (person · 1 article) thursday.txt:5']);

    // A folder that goes is told of by itself.
    await rm(join(room.folder, 'old'), { recursive: true });
    await tell(session, room.uri('old'), FileChangeType.Deleted);
    await session.until(async () => (await known()).includes('1 article)'));
  });

  it('lies in the storage folder, is taken up again, and is made anew when it is damaged', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY });
    const first = await room.open('tuesday.article', TUESDAY);
    expect(first.logs.some((line) => line.includes('(2 read, 2 known)'))).toBe(true);
    await first.stop();
    expect(await readdir(room.storage)).toEqual(['articles.sqlite']);
    expect(await readdir(room.folder)).toEqual(['thursday.txt', 'tuesday.article']);

    const second = await room.open('tuesday.article', TUESDAY);
    expect(second.logs.some((line) => line.includes('(0 read, 2 known)'))).toBe(true);
    await second.stop();

    const path = join(room.storage, 'articles.sqlite');
    await writeFile(path, Buffer.alloc(statSync(path).size, 'no database '));
    const third = await room.open('tuesday.article', TUESDAY);
    expect(third.logs.filter((line) => line.includes('was damaged and is made anew'))).toHaveLength(1);
    expect(await symbols(third, 'dahl')).toEqual(['Henrik Dahl (person · 2 articles) thursday.txt:5']);
  });

  it('is in memory for a second window of the same workspace', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY });
    await room.open('tuesday.article', TUESDAY);
    const second = await room.open('thursday.txt', THURSDAY);
    expect(second.logs.some((line) => line.includes('Another window'))).toBe(true);
    expect(await symbols(second, 'dahl')).toHaveLength(1);
  });

  it('tells of its progress, can be cancelled, keeps what it has read, and goes on when it is asked to', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`a${i}.article`, THURSDAY.replaceAll('2,500', `${i + 2},500`)]));
    const room = await Newsroom.with(files);
    const session = await room.start();
    const said: string[] = [];
    session.connection.onRequest('window/workDoneProgress/create', ({ token }: { token: string }) => {
      session.connection.onProgress(WorkDoneProgress.type, token, (value) => {
        said.push(value.kind);
        if (value.kind === 'report') void session.connection.sendNotification(WorkDoneProgressCancelNotification.type, { token });
      });
      return null;
    });
    await room.show(session, 'a0.article', files['a0.article'] ?? '');
    await session.until(() => session.logs.some((line) => line.includes('cancelled')));
    expect(said[0]).toBe('begin');
    expect(said.at(-1)).toBe('end');
    const [, read] = /\((\d+) read/.exec(session.logs.find((line) => line.includes('cancelled')) ?? '') ?? [];
    expect(Number(read)).toBeLessThan(300);
    expect(await symbols(session, 'dahl')).toEqual([expect.stringMatching(new RegExp(`\\b${read} articles?\\b`))]);
    session.connection.onRequest('window/workDoneProgress/create', () => null);
    expect(await session.connection.sendRequest(indexAgainRequest)).toBe(300);
    expect(await symbols(session, 'dahl')).toEqual([expect.stringContaining('300 articles')]);
  });

  it('reads a file again only if it is another', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY });
    const session = await room.open('tuesday.article', TUESDAY);
    await utimes(join(room.folder, 'thursday.txt'), new Date(), new Date(Date.now() + 5_000));
    session.logs.length = 0;
    expect(await session.connection.sendRequest(indexAgainRequest)).toBe(2);
    await session.until(() => session.logs.some((line) => line.includes('(1 read, 2 known)')));
  });

  it('is not there while it is switched off', async () => {
    const room = await Newsroom.with({ 'tuesday.article': TUESDAY, 'thursday.txt': THURSDAY });
    const session = await room.start();
    session.settings = { workspaceIndex: { enabled: false } };
    await room.show(session, 'tuesday.article', TUESDAY);
    expect(await session.connection.sendRequest(indexAgainRequest)).toBeNull();
    expect(await symbols(session, 'dahl')).toEqual([]);
    expect(await references(session, room.uri('tuesday.article'), TUESDAY, 'Henrik Dahl')).toEqual(['tuesday.article:5']);
    session.settings = { workspaceIndex: { enabled: true } };
    await session.configurationChanged();
    await session.until(async () => (await symbols(session, 'dahl')).length > 0);
    session.settings = { workspaceIndex: { enabled: false } };
    await session.configurationChanged();
    await session.until(async () => (await symbols(session, 'dahl')).length === 0);
  });
});
