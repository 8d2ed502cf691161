/** The built server over stdio: what is due in the other articles of the workspace. */
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol';
import type { ReminderElsewhere } from '../../server/src/annotatingProtocol.js';
import { remindableRequest, reminderPlaceRequest, remindersElsewhereNotification, remindersElsewhereRequest } from '../../server/src/annotatingProtocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { newsroom } from './person.js';
import type { Person } from './person.js';

const office = newsroom('reminders');
const uriOf = (path: string): string => pathToFileURL(path).href;

async function start(folder: string, name = 'M. Kask', annotating: object = {}): Promise<Person> {
  return office.start(name, { folders: [uriOf(folder)], watchesFiles: true }, annotating);
}

async function open(person: Person, path: string): Promise<string> {
  await writeFile(path, HARBOUR_TALKS);
  const uri = await person.open(path);
  await person.session.tokens(uri);
  return uri;
}

/** Of the first claim, by the day. */
async function remind(person: Person, uri: string, date: string): Promise<{ readonly id: string; readonly quote: string; readonly range: Range }> {
  const claim = (await person.items(uri)).find(({ parts }) => (parts?.content.length ?? 0) > 0);
  const found = await person.session.connection.sendRequest(remindableRequest, { textDocument: { uri }, position: claim!.parts!.content[0]!.start });
  const { ids } = await person.decide(uri, { do: 'keep', body: { type: 'reminder', date, note: 'ask' }, ranges: found!.ranges });
  return { id: ids[0]!, quote: found!.quote, range: found!.ranges[0]! };
}

async function due(person: Person, uri: string, day: string): Promise<readonly ReminderElsewhere[]> {
  const found = await person.session.connection.sendRequest(remindersElsewhereRequest, { textDocument: { uri }, day });
  expect(found!.count).toBe(found!.reminders.length);
  return found!.reminders;
}

const changed = (person: Person, path: string, type: FileChangeType): Promise<void> => person.session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: uriOf(path), type }] });
const placeOf = (person: Person, uri: string, id: string): Promise<Range | null> => person.session.connection.sendRequest(reminderPlaceRequest, { textDocument: { uri }, id });

describe('a reminder', () => {
  it('is told to other articles from its day on: of an open article as it stands, else from the sidecar, and of one that is gone no more', async () => {
    const folder = office.folder();
    await mkdir(folder);
    const [first, second] = [join(folder, 'one.article'), join(folder, 'two & three.article')];
    const person = await start(folder);
    const one = await open(person, first);
    const two = await open(person, second);
    const { id, quote, range } = await remind(person, one, '2026-04-02');
    const expected = { id, date: '2026-04-02', note: 'ask', quote, by: 'M. Kask', uri: one, article: 'one.article' };
    expect(await due(person, two, '2026-04-02')).toEqual([expected]);
    expect(await due(person, two, '2026-04-01')).toEqual([]);
    expect(await due(person, one, '2026-04-02')).toEqual([]);
    expect((await placeOf(person, one, id))?.start).toEqual(range.start);
    await person.saved(one);
    await person.session.stop();

    const later = await start(folder);
    let told = 0;
    later.session.connection.onNotification(remindersElsewhereNotification, () => { told++; });
    const other = await open(later, second);
    await later.session.until(() => told > 0);
    expect(await due(later, other, '2026-04-02')).toEqual([expected]);
    expect(await due(later, other, '2026-04-01')).toEqual([]);
    // The article was edited elsewhere.
    await writeFile(first, `A new line.\n\n${HARBOUR_TALKS}`);
    expect(await placeOf(later, one, id)).toEqual({ start: { line: range.start.line + 2, character: range.start.character }, end: { line: range.end.line + 2, character: range.end.character } });
    await writeFile(first, 'Nothing of it is left.\n');
    expect(await placeOf(later, one, id)).toBeNull();
    await rm(first);
    await changed(later, first, FileChangeType.Deleted);
    await later.session.until(async () => (await due(later, other, '2026-04-02')).length === 0);
    await writeFile(first, HARBOUR_TALKS);
    await changed(later, first, FileChangeType.Created);
    await later.session.until(async () => (await due(later, other, '2026-04-02')).length === 1);
    const sidecar = `${first}.annotations.jsonld`;
    await writeFile(sidecar, (await readFile(sidecar, 'utf8')).replace('2026-04-02', '2026-04-03'));
    await changed(later, sidecar, FileChangeType.Changed);
    await later.session.until(async () => (await due(later, other, '2026-04-02')).length === 0);
    expect(await due(later, other, '2026-04-03')).toHaveLength(1);
  });

  it('is told to whom it belongs, wherever sidecars are kept', async () => {
    const folder = office.folder();
    await mkdir(join(folder, 'north'), { recursive: true });
    const [first, second] = [join(folder, 'north', 'one.article'), join(folder, 'two.article')];
    const kept = { folder: 'annotations', filePerPerson: true };
    const person = await start(folder, 'M. Kask', kept);
    const one = await open(person, first);
    const { id, range } = await remind(person, one, '2026-04-02');
    await person.saved(one);
    await person.session.stop();
    expect(await readdir(join(folder, 'annotations', 'north'))).toEqual([expect.stringMatching(/^one\.article\..+\.annotations\.jsonld$/)]);

    const again = await start(folder, 'M. Kask', kept);
    const two = await open(again, second);
    await again.session.until(async () => (await due(again, two, '2026-04-02')).length === 1);
    expect((await due(again, two, '2026-04-02'))[0]).toMatchObject({ id, uri: one, article: 'one.article' });
    expect((await placeOf(again, one, id))?.start).toEqual(range.start);
    await again.session.stop();

    const colleague = await start(folder, 'A. Tamm', kept);
    const there = await open(colleague, second);
    await remind(colleague, there, '2026-04-02');
    // Her own is known by now, his is not hers.
    const third = await open(colleague, join(folder, 'three.article'));
    await colleague.saved(there);
    await colleague.session.close(there);
    const [hers = ''] = (await readdir(join(folder, 'annotations'))).filter((name) => name.startsWith('two.article.'));
    await changed(colleague, join(folder, 'annotations', hers), FileChangeType.Created);
    await colleague.session.until(async () => (await due(colleague, third, '2026-04-02')).length > 0);
    expect((await due(colleague, third, '2026-04-02')).map(({ article }) => article)).toEqual(['two.article']);
  });
});
