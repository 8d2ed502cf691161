/** The built server over stdio: what is decided lies on disk soon after, whole, and comes back. */
import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DidChangeTextDocumentNotification, DidChangeWatchedFilesNotification, DidRenameFilesNotification, DidSaveTextDocumentNotification, FileChangeType } from 'vscode-languageserver-protocol';
import { readSidecar } from '../../server/src/annotations/index.js';
import type { SidecarRead } from '../../server/src/annotations/index.js';
import { historyRequest } from '../../server/src/annotatingProtocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { Person } from './person.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'annotations-'));
const SUFFIX = '.annotations.jsonld';

let person: Person;
beforeAll(async () => { person = await Person.start(); });
afterAll(async () => {
  await person.session.stop();
  await rm(FOLDER, { recursive: true, force: true });
});

let made = 0;

async function article(text = HARBOUR_TALKS): Promise<string> {
  const folder = join(FOLDER, String(++made));
  await mkdir(folder);
  const path = join(folder, 'harbour.article');
  await writeFile(path, text);
  return path;
}

async function sidecar(path: string): Promise<SidecarRead> {
  const read = readSidecar(await readFile(path + SUFFIX));
  expect(read.readOnly).toBe(false);
  expect(read.problems).toEqual([]);
  return read;
}

describe('a sidecar', () => {
  it('lies beside the article within a second, and says who decided', async () => {
    const path = await article();
    const uri = await person.open(path);
    const id = await person.accept(uri, 'Marta Ruusmann');
    await person.saved(uri);
    const [kept] = (await sidecar(path)).value.annotations;
    expect(kept).toMatchObject({ id, review: 'accepted', body: { type: 'entity', entityType: 'PERSON' }, creator: { type: 'Software' }, reviewer: 'mailto:m@example.org' });
    expect(kept?.anchors[0]?.exact).toBe('Marta Ruusmann');
    expect(await readdir(join(path, '..'))).toEqual(['harbour.article', `harbour.article${SUFFIX}`]);
  });

  it('is taken back to nothing by undo, and the file says so', async () => {
    const path = await article();
    const uri = await person.open(path);
    await person.accept(uri, 'Riga');
    await person.saved(uri);
    await person.session.connection.sendRequest(historyRequest, { textDocument: { uri }, direction: 'undo' });
    await person.session.until(async () => (await sidecar(path)).value.annotations.length === 0);
  });

  it('comes back after closing, also when the article was edited outside', async () => {
    const path = await article(`\ufeff🚢 ${HARBOUR_TALKS.replaceAll('\n', '\r\n')}`);
    const uri = await person.open(path);
    const id = await person.accept(uri, 'Marta Ruusmann');
    await person.saved(uri);
    await person.session.close(uri);
    const other = await person.open(path, (await readFile(path, 'utf8')).replace('🚢', '🚢🚢 Some words before.'));
    await person.session.until(async () => (await person.item(other, 'Marta Ruusmann', 'accepted')) !== undefined);
    const item = await person.item(other, 'Marta Ruusmann', 'accepted');
    expect(item).toMatchObject({ id, anchoring: 'anchored' });
  });

  it.each(['as one text', 'as one large edit'])('finds its words again when the editor takes in another text, %s, and where they were when that is undone', async (how) => {
    const path = await article();
    const text = await readFile(path, 'utf8');
    const uri = await person.open(path);
    await person.accept(uri, 'Henrik Dahl');
    await person.accept(uri, 'Riga');
    await person.saved(uri);
    const paragraphs = text.split('\n\n');
    const gone = paragraphs.findIndex((paragraph) => paragraph.includes('Riga'));
    const other = ['A paragraph that nobody had seen before, about the weather in the bay.', ...paragraphs.filter((_, i) => i !== gone)].join('\n\n');
    const replaced = async (before: string, after: string, version: number): Promise<void> => {
      const lines = before.split('\n');
      const end = { line: lines.length - 1, character: lines[lines.length - 1]?.length ?? 0 };
      const change = how === 'as one text' ? { text: after } : { range: { start: { line: 0, character: 0 }, end }, text: after };
      await person.session.connection.sendNotification(DidChangeTextDocumentNotification.type, { textDocument: { uri, version }, contentChanges: [change] });
      await person.session.whenAnalysed(uri, version);
    };
    const places = async (): Promise<Record<string, string>> =>
      Object.fromEntries((await person.items(uri)).filter(({ review }) => review === 'accepted').map(({ quote, anchoring, range }) => [quote, range === null ? anchoring : `${anchoring} in line ${range.start.line}`]));
    const before = await places();
    const line = other.split('\n').findIndex((one) => one.includes('Henrik Dahl'));
    await replaced(text, other, 2);
    await person.session.until(async () => (await places())['Henrik Dahl'] === `anchored in line ${line}`);
    expect((await places())['Riga']).toBe('orphaned');
    await replaced(other, text, 3);
    await person.session.until(async () => JSON.stringify(await places()) === JSON.stringify(before));
  });

  it('is written anew for what an edit has moved out of its reach, and only for that', async () => {
    const path = await article();
    const uri = await person.open(path);
    await person.accept(uri, 'Marta Ruusmann');
    await person.accept(uri, 'Riga');
    await person.saved(uri);
    const before = await readFile(path + SUFFIX, 'utf8');
    const item = await person.item(uri, 'Riga', 'accepted');
    const { start, end } = item!.range!;
    const lines = HARBOUR_TALKS.split('\n');
    const line = lines[start.line]!;
    // Everything around it in the line goes away.
    await person.session.change(uri, { line: start.line, character: end.character, endLine: start.line, endCharacter: line.length, text: ' is where everything else was written anew, and at some length too.' });
    await person.session.change(uri, { line: start.line, character: 0, endLine: start.line, endCharacter: start.character, text: 'Quite another beginning of quite another story, in ' });
    await person.session.connection.sendNotification(DidSaveTextDocumentNotification.type, { textDocument: { uri } });
    await person.session.until(async () => (await readFile(path + SUFFIX, 'utf8')) !== before);
    const after = await readFile(path + SUFFIX, 'utf8');
    const lineOf = (text: string, words: string): string | undefined => text.split('\n').find((one) => one.includes(`"exact":"${words}"`))?.replace(/,$/, '');
    expect(lineOf(after, 'Riga')).toContain('quite another story, in ');
    if (line.includes('Marta Ruusmann')) return;
    expect(lineOf(after, 'Marta Ruusmann')).toBe(lineOf(before, 'Marta Ruusmann'));
  });

  it('goes along when the article gets another name', async () => {
    const path = await article();
    const uri = await person.open(path);
    await person.accept(uri, 'Riga');
    await person.saved(uri);
    const renamed = join(path, '..', 'port.article');
    await rename(path, renamed);
    await person.session.close(uri);
    await person.session.connection.sendNotification(DidRenameFilesNotification.type, { files: [{ oldUri: uri, newUri: pathToFileURL(renamed).href }] });
    const other = await person.open(renamed);
    await person.session.until(async () => (await person.item(other, 'Riga', 'accepted')) !== undefined);
    expect(await readdir(join(path, '..'))).toEqual(['port.article', `port.article${SUFFIX}`]);
  });

  it('waits in memory where the document has no name, and is written once it has', async () => {
    const uri = `untitled:story-${made}`;
    await person.session.open(uri, HARBOUR_TALKS);
    await person.accept(uri, 'Riga');
    const path = await article();
    const named = await person.open(path);
    await person.session.close(uri);
    await person.saved(named);
    expect((await sidecar(path)).value.annotations).toHaveLength(1);
    expect(await person.item(named, 'Riga', 'accepted')).toBeDefined();
  });
});

describe('bad sidecars', () => {
  const good = async (): Promise<{ path: string; text: string }> => {
    const path = await article();
    const uri = await person.open(path);
    await person.accept(uri, 'Riga');
    await person.accept(uri, 'Marta Ruusmann');
    await person.saved(uri);
    await person.session.close(uri);
    return { path, text: await readFile(path + SUFFIX, 'utf8') };
  };

  it.each<[string, (text: string) => string | Uint8Array]>([
    ['truncated', (text) => text.slice(0, text.length - 40)],
    ['with conflict markers', (text) => text.replace('"items":[\n', '"items":[\n<<<<<<< HEAD\n').replace('\n]\n}', '\n=======\n>>>>>>> other\n]\n}')],
    ['of a newer version', (text) => text.replace('"aa:formatVersion":1', '"aa:formatVersion":7')],
    ['not UTF-8', (text) => Buffer.from(text.replace('Riga', 'R\u00efga'), 'latin1')],
    ['no JSON', () => 'Dear diary,\n'],
  ])('%s: untouched, with file and line, and decisions go on in memory', async (_, spoil) => {
    const { path, text } = await good();
    const spoilt = spoil(text);
    await writeFile(path + SUFFIX, spoilt);
    const uri = await person.open(path);
    await person.session.until(() => person.latest(uri)?.problem?.uri?.endsWith(SUFFIX) === true);
    expect(person.latest(uri)?.problem?.message).toMatch(/^harbour\.article\.annotations\.jsonld, line \d+: /);
    const item = (await person.items(uri)).find((one) => one.review === 'undecided');
    expect(await person.decide(uri, { do: 'reject', ids: [item!.id] })).toMatchObject({ outcome: 'done' });
    await person.session.until(() => person.latest(uri)?.saved === false);
    await new Promise((resolve) => { setTimeout(resolve, 300); });
    expect(Buffer.compare(await readFile(path + SUFFIX), Buffer.from(spoilt))).toBe(0);
    expect((await person.items(uri)).filter((one) => one.review === 'rejected')).toHaveLength(1);
  });

  it('where a folder lies in its place: a message, and tried again once it is away', async () => {
    const path = await article();
    await mkdir(path + SUFFIX);
    const uri = await person.open(path);
    await person.accept(uri, 'Riga');
    await person.session.until(() => (person.latest(uri)?.problem ?? null) !== null);
    expect(person.latest(uri)?.saved).toBe(false);
    await rm(path + SUFFIX, { recursive: true });
    await person.saved(uri);
    expect((await sidecar(path)).value.annotations).toHaveLength(1);
    expect(person.latest(uri)?.problem).toBeNull();
  });
});

describe('two servers on one file', () => {
  it('both keep what they decided, and see what the other did', async () => {
    const other = await Person.start('J. Roos');
    try {
      const path = await article();
      const uri = await person.open(path);
      await other.open(path);
      const quotes = ['Riga', 'Marta Ruusmann'];
      const told = async (): Promise<void> => {
        for (const one of [person, other]) await one.session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uri + SUFFIX, type: FileChangeType.Changed }] });
      };
      await Promise.all([person.accept(uri, quotes[0]!), other.accept(uri, quotes[1]!)]);
      await Promise.all([person.saved(uri), other.saved(uri)]);
      await told();
      for (const one of [person, other]) for (const quote of quotes) await one.session.until(async () => (await one.item(uri, quote, 'accepted')) !== undefined);
      expect((await sidecar(path)).value.annotations.map(({ reviewer }) => reviewer).sort()).toEqual(['mailto:j@example.org', 'mailto:m@example.org']);
      // Both change the same one, neither knowing of the other.
      const id = (await person.item(uri, 'Riga', 'accepted'))!.id;
      await Promise.all([person.decide(uri, { do: 'reject', ids: [id] }), other.decide(uri, { do: 'retype', ids: [id], type: 'ORG' })]);
      await Promise.all([person.saved(uri), other.saved(uri)]);
      const rejected = (await sidecar(path)).value.annotations.filter((one) => one.anchors[0]?.exact === 'Riga');
      expect(rejected.filter((one) => one.body.type === 'entity' && one.body.entityType === 'ORG' && one.review === 'accepted')).toHaveLength(1);
      expect(rejected.some((one) => one.review === 'rejected')).toBe(true);
    } finally {
      await other.session.stop();
    }
  });
});
