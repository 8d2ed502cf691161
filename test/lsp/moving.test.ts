/** The built server over stdio: articles and folders get other names, go away, and come back; what was decided goes with them or stays. */
import { mkdir, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { DidRenameFilesNotification } from 'vscode-languageserver-protocol';
import { readSidecar } from '../../server/src/annotations/index.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { newsroom } from './person.js';
import type { Person } from './person.js';

const room = newsroom('moving');
const SUFFIX = '.annotations.jsonld';

/** A workspace with an article in its folder "news", on which “Riga” was accepted; the article is open. */
async function annotated(annotating: object = {}): Promise<{ readonly person: Person; readonly root: string; readonly path: string; readonly uri: string }> {
  const root = room.folder();
  await mkdir(join(root, 'news'), { recursive: true });
  const path = join(root, 'news', 'harbour.article');
  await writeFile(path, HARBOUR_TALKS);
  const person = await room.start('M. Kask', { folders: [pathToFileURL(root).href] }, annotating);
  const uri = await person.open(path);
  await person.accept(uri, 'Riga');
  await person.saved(uri);
  return { person, root, path, uri };
}

async function tell({ session }: Person, from: string, to: string): Promise<void> {
  await session.connection.sendNotification(DidRenameFilesNotification.type, { files: [{ oldUri: pathToFileURL(from).href, newUri: pathToFileURL(to).href }] });
}

const quotes = async (path: string): Promise<(string | undefined)[]> => readSidecar(await readFile(path)).value.annotations.map(({ anchors }) => anchors[0]?.exact).sort();

describe('a renamed folder', () => {
  it.each([['beside the articles', '', 'stories'], ['in a mirror folder', '.notes', join('.notes', 'stories')]])('takes sidecars along that lie %s, with what is decided meanwhile', async (_, folder, place) => {
    const { person, root, uri } = await annotated({ folder });
    await rename(join(root, 'news'), join(root, 'stories'));
    await tell(person, join(root, 'news'), join(root, 'stories'));
    // The editor opens the article under its new name a moment later.
    await person.accept(uri, 'Marta Ruusmann');
    await person.session.close(uri);
    const renamed = await person.open(join(root, 'stories', 'harbour.article'));
    for (const quote of ['Riga', 'Marta Ruusmann']) await person.session.until(async () => (await person.item(renamed, quote, 'accepted')) !== undefined);
    expect(await quotes(join(root, place, `harbour.article${SUFFIX}`))).toEqual(['Marta Ruusmann', 'Riga']);
    expect((await readdir(root)).sort()).toEqual(folder === '' ? ['stories'] : ['.notes', 'stories']);
    expect(await readdir(join(root, place, '..'))).not.toContain('news');
  });
});

describe('a renamed article', () => {
  it('takes along what other people have decided in files of their own, to the letter, and nothing of an article with a longer name', async () => {
    const { person, root, path, uri } = await annotated({ filePerPerson: true });
    const own = await readFile(`${path}.m.-kask${SUFFIX}`, 'utf8');
    const theirs = own.replaceAll('Riga', 'Narva');
    await writeFile(`${path}.j.-roos${SUFFIX}`, theirs);
    await writeFile(`${path}.txt`, 'Another article.\n');
    await writeFile(`${path}.txt${SUFFIX}`, own);
    await person.session.close(uri);
    const renamed = join(root, 'news', 'port.article');
    await rename(path, renamed);
    await tell(person, path, renamed);
    const other = await person.open(renamed);
    await person.session.until(() => person.latest(other)?.others.length === 1);
    expect((await readdir(join(root, 'news'))).sort()).toEqual([
      'harbour.article.txt', `harbour.article.txt${SUFFIX}`, 'port.article', `port.article.j.-roos${SUFFIX}`, `port.article.m.-kask${SUFFIX}`,
    ]);
    expect(await readFile(`${renamed}.j.-roos${SUFFIX}`, 'utf8')).toBe(theirs);
    await person.session.until(async () => (await person.item(other, 'Riga', 'accepted')) !== undefined);
    // What is written next bears the new name.
    await person.accept(other, 'Marta Ruusmann');
    await person.saved(other);
    expect(readSidecar(await readFile(`${renamed}.m.-kask${SUFFIX}`)).value.id).toBe(`port.article.m.-kask${SUFFIX}`);
  });
});

describe('a deleted article', () => {
  it('leaves what was decided where it is, also what is decided while it is gone, and has all of it when it comes back', async () => {
    const { person, path, uri } = await annotated();
    await rm(path);
    await person.accept(uri, 'Marta Ruusmann');
    await person.saved(uri);
    await person.session.close(uri);
    expect(await quotes(path + SUFFIX)).toEqual(['Marta Ruusmann', 'Riga']);
    await writeFile(path, HARBOUR_TALKS);
    const again = await person.open(path);
    for (const quote of ['Riga', 'Marta Ruusmann']) await person.session.until(async () => (await person.item(again, quote, 'accepted')) !== undefined);
  });
});
