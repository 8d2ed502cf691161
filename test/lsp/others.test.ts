/** The built server over stdio: what other people have decided in files of their own is shown, follows the text, and is never changed. */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, describe, it } from 'vitest';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol';
import type { AnnotationLine, CommentThread } from '../../server/src/annotatingProtocol.js';
import { annotationChangesRequest, annotationsRequest, commentsRequest } from '../../server/src/annotatingProtocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { newsroom } from './person.js';
import type { Person } from './person.js';

const room = newsroom('others');
const SUFFIX = '.annotations.jsonld';

function start(name: string, filePerPerson = true): Promise<Person> {
  return room.start(name, {}, { filePerPerson });
}

/** Every test has a folder of its own. */
async function article(): Promise<string> {
  const path = join(room.folder(), 'harbour.article');
  await mkdir(join(path, '..'));
  await writeFile(path, HARBOUR_TALKS);
  return path;
}

async function linesOf({ session }: Person, uri: string): Promise<readonly AnnotationLine[]> {
  return (await session.connection.sendRequest(annotationChangesRequest, { textDocument: { uri }, since: null }))!.rows.filter(({ by }) => by !== null);
}

async function threads({ session }: Person, uri: string): Promise<readonly CommentThread[]> {
  return (await session.connection.sendRequest(commentsRequest, { textDocument: { uri } }))!.threads;
}

async function touched({ session }: Person, path: string): Promise<void> {
  await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: pathToFileURL(path).href, type: FileChangeType.Changed }] });
}

describe('files of other people on one article', () => {
  it('are told of and listed with whose they are, notes too, follow the text, and are read again as they change', async () => {
    const [kask, roos] = [await start('M. Kask'), await start('J. Roos')];
    const path = await article();
    const own = await roos.open(path);
    const riga = await roos.accept(own, 'Riga');
    await roos.decide(own, { do: 'comment', on: riga, text: 'Which Riga?' });
    await roos.saved(own);
    const file = `${path}.j.-roos${SUFFIX}`;
    const before = await readFile(file, 'utf8');

    const uri = await kask.open(path);
    await kask.session.until(() => kask.latest(uri)?.others.length === 1);
    expect(kask.latest(uri)?.others).toEqual([{ uri: pathToFileURL(file).href, name: 'J. Roos', annotations: 2, problem: null }]);
    expect(await linesOf(kask, uri)).toMatchObject([{ quote: 'Riga', review: 'accepted', anchoring: 'anchored', comments: 1, by: 'J. Roos' }]);
    expect((await threads(kask, uri)).map(({ quote, isOthers, comments }) => [quote, isOthers, comments.map(({ text }) => text)])).toEqual([['Riga', true, ['Which Riga?']]]);
    // One's own decisions are apart from them, also on the same words.
    expect(kask.latest(uri)?.counts.accepted).toBe(0);
    await kask.accept(uri, 'Riga');
    await kask.saved(uri);
    const [line] = await linesOf(kask, uri);

    // The text changes, and they go with it.
    const place = async (): Promise<number | undefined> => (await kask.session.connection.sendRequest(annotationsRequest, { textDocument: { uri }, ids: [line!.id] }))!.items[0]?.range?.start.line;
    const at = await place();
    await kask.session.change(uri, { line: 0, character: 0, text: 'A first line.\n\n' });
    await kask.session.whenAnalysed(uri, 2);
    expect(await place()).toBe(at! + 2);

    // Nothing can be decided on them from here.
    for (const decision of [{ do: 'reject', ids: [line!.id] }, { do: 'reopen', ids: [line!.id] }, { do: 'comment', on: line!.id, text: 'Mine' }, { do: 'changeComment', id: (await threads(kask, uri))[0]!.comments[0]!.id, text: 'Mine' }] as const) {
      expect(await kask.decide(uri, decision, 2), decision.do).toMatchObject({ outcome: 'refused' });
    }
    expect(await readFile(file, 'utf8')).toBe(before);

    await roos.accept(own, 'Marta Ruusmann');
    await roos.saved(own);
    await touched(kask, file);
    await kask.session.until(async () => (await linesOf(kask, uri)).length === 2);
    await rm(file);
    await touched(kask, file);
    await kask.session.until(() => kask.latest(uri)?.others.length === 0);
    expect(await kask.item(uri, 'Riga', 'accepted')).toBeDefined();
  });

  it('count for whoever keeps one file for all, too, and the other way round; a broken one is named with its line', async () => {
    const [shared, own] = [await start('M. Kask', false), await start('J. Roos')];
    const path = await article();
    const uri = await own.open(path);
    await own.accept(uri, 'Riga');
    await own.saved(uri);
    await shared.open(path);
    await shared.session.until(() => shared.latest(uri)?.others.length === 1);
    await shared.accept(uri, 'Marta Ruusmann');
    await shared.saved(uri);
    await touched(own, path + SUFFIX);
    await own.session.until(() => own.latest(uri)?.others.length === 1);
    expect(own.latest(uri)?.others).toMatchObject([{ name: 'everybody', annotations: 1 }]);
    await writeFile(`${path}.lund${SUFFIX}`, (await readFile(path + SUFFIX, 'utf8')).slice(0, -10));
    await touched(own, `${path}.lund${SUFFIX}`);
    await own.session.until(() => own.latest(uri)?.others.length === 2);
    expect(own.latest(uri)?.others[1]).toMatchObject({ name: 'lund', problem: expect.stringMatching(/^harbour\.article\.lund\.annotations\.jsonld, line \d+: /) as string });
  });

  it('are not those of an article whose name only begins like this one’s', async () => {
    const kask = await start('M. Kask');
    const path = await article();
    const longer = `${path}.txt`;
    await writeFile(longer, HARBOUR_TALKS.replace('Riga', 'Riga again'));
    const other = await start('J. Roos', false);
    const uri = await other.open(longer);
    await other.accept(uri, 'Marta Ruusmann');
    await other.saved(uri);
    const own = await kask.open(path);
    await kask.accept(own, 'Marta Ruusmann');
    await kask.saved(own);
    expect(kask.latest(own)?.others).toEqual([]);
  });
});
