/** The built server over stdio: an article that is a copy of an annotated one is known by its text, and nothing is taken along by itself. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSidecar } from '../../server/src/annotations/index.js';
import type { CopyFoundParams, CopySource, DecideResult } from '../../server/src/annotatingProtocol.js';
import { copiesRequest, copyFoundNotification, historyRequest, takeAlongRequest } from '../../server/src/annotatingProtocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { newsroom } from './person.js';
import type { Person } from './person.js';

const room = newsroom('copies');
const SUFFIX = '.annotations.jsonld';

interface Reader {
  readonly person: Person;
  readonly told: CopyFoundParams[];
  /** Within the person's folder. */
  readonly path: (name: string) => string;
}

/** `inWorkspace`: the folder is opened as one; else only its files are. */
async function reader(inWorkspace: boolean, annotating: object = {}): Promise<Reader> {
  const folder = room.folder();
  await mkdir(join(folder, 'elsewhere'), { recursive: true });
  const person = await room.start('M. Kask', inWorkspace ? { folders: [pathToFileURL(folder).href], watchesFiles: true } : {}, annotating);
  const told: CopyFoundParams[] = [];
  person.session.connection.onNotification(copyFoundNotification, (params) => { told.push(params); });
  return { person, told, path: (name) => join(folder, name) };
}

/** An article on which two things were decided, closed again. */
async function annotated({ person, path }: Reader, name = 'harbour.article', text = HARBOUR_TALKS): Promise<void> {
  await writeFile(path(name), text);
  const uri = await person.open(path(name));
  await person.accept(uri, 'Riga');
  await person.accept(uri, 'Marta Ruusmann');
  await person.saved(uri);
  await person.session.close(uri);
}

function sources({ person }: Reader, uri: string): Promise<readonly CopySource[]> {
  return person.session.connection.sendRequest(copiesRequest, { textDocument: { uri } }).then((answer) => answer!.from);
}

function takeAlong({ person }: Reader, uri: string, from: string): Promise<DecideResult> {
  return person.session.connection.sendRequest(takeAlongRequest, { textDocument: { uri }, from }).then((answer) => answer!);
}

describe('a copy of an annotated article', () => {
  it.each([
    ['beside it, without a workspace', false, 'copy.article'],
    ['in another folder of the workspace', true, join('elsewhere', 'copy.article')],
  ])('%s: is told of, and gets nothing by itself', async (_, inWorkspace, name) => {
    const one = await reader(inWorkspace);
    await annotated(one);
    // The sidecars of the workspace are read once, a while after the start: another person comes later.
    const later = await room.start('J. Roos', inWorkspace ? { folders: [pathToFileURL(one.path('')).href], watchesFiles: true } : {});
    const told: CopyFoundParams[] = [];
    later.session.connection.onNotification(copyFoundNotification, (params) => { told.push(params); });
    await writeFile(one.path(name), `\ufeff${HARBOUR_TALKS.replaceAll('\n', '\r\n')}`);
    const uri = await later.open(one.path(name));
    await later.session.until(() => told.length > 0);
    expect(told).toEqual([{ uri, from: [{ uri: pathToFileURL(one.path('harbour.article') + SUFFIX).href, article: 'harbour.article', annotations: 2, people: ['m@example.org'] }] }]);
    expect((await later.items(uri)).every(({ review }) => review === 'undecided')).toBe(true);
    expect(await readdir(join(one.path(name), '..'))).not.toContain(`copy.article${SUFFIX}`);
  });

  it('takes them along when a person says so, under the names of those who decided; one undo takes that back', async () => {
    const one = await reader(false);
    const { person, path } = one;
    await annotated(one);
    const before = await readFile(path('harbour.article') + SUFFIX, 'utf8');
    await writeFile(path('copy.article'), HARBOUR_TALKS);
    const uri = await person.open(path('copy.article'));
    const [source] = await sources(one, uri);
    expect(await takeAlong(one, uri, source!.uri)).toMatchObject({ outcome: 'done', ids: [expect.any(String), expect.any(String)] });
    await person.saved(uri);
    const [old, copied] = [readSidecar(before).value, readSidecar(await readFile(path('copy.article') + SUFFIX)).value];
    expect(copied).toMatchObject({ id: `copy.article${SUFFIX}`, article: 'copy.article', textSha256: old.textSha256 });
    const said = ({ annotations }: typeof old): unknown[] => annotations.map(({ id, review, created, modified, creator, reviewer, anchors }) => ({ id, review, created, modified, creator, reviewer, anchors }));
    expect(said(copied)).toEqual(said(old));
    expect(await person.item(uri, 'Riga', 'accepted')).toMatchObject({ anchoring: 'anchored' });
    expect(await person.session.connection.sendRequest(historyRequest, { textDocument: { uri }, direction: 'undo' })).toMatchObject({ done: true, label: `Took along 2 annotations from harbour.article${SUFFIX}` });
    await person.session.until(async () => readSidecar(await readFile(path('copy.article') + SUFFIX)).value.annotations.length === 0);
    expect(await readFile(path('harbour.article') + SUFFIX, 'utf8')).toBe(before);
  });

  it('keeps what was decided in it before, and is placed on the text as it is by then', async () => {
    const one = await reader(false);
    const { person, path } = one;
    await annotated(one);
    await writeFile(path('copy.article'), HARBOUR_TALKS);
    const uri = await person.open(path('copy.article'));
    const [source] = await sources(one, uri);
    await person.accept(uri, 'Henrik Dahl');
    await person.session.change(uri, { line: 0, character: 0, text: 'A first line.\n\n' });
    await person.session.whenAnalysed(uri, 2);
    await takeAlong(one, uri, source!.uri);
    for (const quote of ['Henrik Dahl', 'Riga', 'Marta Ruusmann']) expect(await person.item(uri, quote, 'accepted'), quote).toMatchObject({ anchoring: 'anchored' });
    // Once more brings nothing.
    expect(await takeAlong(one, uri, source!.uri)).toEqual({ outcome: 'done', ids: [] });
    await person.saved(uri);
    expect(readSidecar(await readFile(path('copy.article') + SUFFIX)).value.annotations).toHaveLength(3);
  });

  it('is known by the text of the article, too, that was edited after it was annotated', async () => {
    const one = await reader(false);
    const { person, path } = one;
    await annotated(one);
    const edited = HARBOUR_TALKS.replace('\n\n', '\n\nA paragraph that was added later.\n\n');
    await writeFile(path('harbour.article'), edited);
    await writeFile(path('copy.article'), edited);
    await person.open(path('copy.article'));
    await person.session.until(() => one.told.length > 0);
    expect(one.told[0]?.from.map(({ article }) => article)).toEqual(['harbour.article']);
  });

  it('may be one that was saved under another name, with changes that the first file never got', async () => {
    const one = await reader(false);
    const { person, path } = one;
    await writeFile(path('harbour.article'), HARBOUR_TALKS);
    const first = await person.open(path('harbour.article'));
    await person.accept(first, 'Riga');
    await person.session.change(first, { line: 0, character: 0, text: 'A first line.\n\n' });
    await person.session.whenAnalysed(first, 2);
    await person.saved(first);
    await person.session.close(first);
    await writeFile(path('other.article'), `A first line.\n\n${HARBOUR_TALKS}`);
    const uri = await person.open(path('other.article'));
    await person.session.until(() => one.told.length > 0);
    await takeAlong(one, uri, one.told[0]!.from[0]!.uri);
    expect(await person.item(uri, 'Riga', 'accepted')).toMatchObject({ anchoring: 'anchored' });
  });

  it('is nothing to be told of where another text, a broken file, no decision or another person’s file lies beside it', async () => {
    const one = await reader(false, { filePerPerson: true });
    const { person, path } = one;
    await annotated(one);
    const own = await readFile(`${path('harbour.article')}.m.-kask${SUFFIX}`, 'utf8');
    await rm(`${path('harbour.article')}.m.-kask${SUFFIX}`);
    await writeFile(path(`other.article${SUFFIX}`), own.replace(/"aa:textSha256":"[0-9a-f]{8}/, '"aa:textSha256":"00000000'));
    await writeFile(path(`broken.article${SUFFIX}`), own.slice(0, -40));
    await writeFile(path(`empty.article${SUFFIX}`), own.replace(/"items":\[[^]*\n\]\n\}/, '"items":[\n]\n}'));
    await writeFile(path(`harbour.article.j.-roos${SUFFIX}`), own.replaceAll('m.-kask', 'j.-roos'));
    await writeFile(path('copy.article'), HARBOUR_TALKS);
    const uri = await person.open(path('copy.article'));
    expect(await sources(one, uri)).toEqual([]);
    await writeFile(`${path('harbour.article')}.m.-kask${SUFFIX}`, own);
    expect((await sources(one, uri)).map(({ article }) => article)).toEqual(['harbour.article']);
    expect(await takeAlong(one, uri, pathToFileURL(path(`broken.article${SUFFIX}`)).href)).toMatchObject({ outcome: 'refused', message: expect.stringMatching(/^broken\.article\.annotations\.jsonld, line \d+: /) as string });
    expect(await takeAlong(one, uri, pathToFileURL(path(`gone.article${SUFFIX}`)).href)).toMatchObject({ outcome: 'refused', message: `gone.article${SUFFIX} is not there any more` });
  });
});
