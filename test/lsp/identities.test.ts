/** The built server over stdio: who or what a name is, confirmed in one article, on the cards of all that have the name. */
import { mkdtempSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DidChangeWatchedFilesNotification, FileChangeType } from 'vscode-languageserver-protocol';
import { decideRequest } from '../../server/src/annotatingProtocol.js';
import { nameRequest } from '../../server/src/protocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { LspSession } from './harness.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'identities-'));
const LINE = HARBOUR_TALKS.slice(0, HARBOUR_TALKS.indexOf('Marta Ruusmann')).split('\n').length - 1;
const CHARACTER = (HARBOUR_TALKS.split('\n')[LINE] ?? '').indexOf('Marta Ruusmann') + 2;
const AT = { start: { line: LINE, character: CHARACTER }, end: { line: LINE, character: CHARACTER } };
const uriOf = (name: string): string => pathToFileURL(join(FOLDER, name)).href;

let session: LspSession;
const start = async (): Promise<void> => { session = await LspSession.start({ folders: [pathToFileURL(FOLDER).href], watchesFiles: true }); };
beforeAll(start);
afterAll(async () => {
  await session.stop();
  await rm(FOLDER, { recursive: true });
});

async function open(name: string): Promise<string> {
  await writeFile(join(FOLDER, name), HARBOUR_TALKS);
  await session.open(uriOf(name), HARBOUR_TALKS);
  await session.tokens(uriOf(name));
  await session.whenAnalysed(uriOf(name));
  return uriOf(name);
}

const card = async (uri: string): Promise<string> => JSON.stringify(await session.hover(uri, LINE, CHARACTER)).replace(/\\+/g, '');
const named = (uri: string) => session.connection.sendRequest(nameRequest, { textDocument: { uri }, range: AT });

describe('an identity that a person has confirmed', () => {
  it('stands on every card of the entity, here and in other articles, from the next start on as well, until it is taken back', async () => {
    const uri = await open('one.article');
    const about = await named(uri);
    expect(about).toMatchObject({ name: 'Marta Ruusmann', entity: { type: 'PERSON', canonical: 'Marta Ruusmann', confirmed: [] } });
    const body = { type: 'identity', iri: 'https://register.example/id/K1', service: 'Register', retrieved: '2026-11-28', label: 'Ruusmann, M.', name: 'Marta Ruusmann', entityType: 'PERSON' } as const;
    const done = await session.connection.sendRequest(decideRequest, { textDocument: { uri }, version: 1, decisions: [{ do: 'keep', body, ranges: [about!.entity!.range] }] });
    expect(done?.outcome).toBe('done');
    expect(await card(uri)).toMatch(/Confirmed as “Ruusmann, M.”, https:\/\/register.example\/id\/K1 \(Register, 2026-11-28\), by .*, \d{4}-\d\d-\d\d/);
    expect((await named(uri))?.entity?.confirmed).toEqual(done?.ids);
    const other = await open('two.article');
    expect(await card(other)).toMatch(/Confirmed as “Ruusmann, M.”.*, in one.article/);
    const sidecar = join(FOLDER, 'one.article.annotations.jsonld');
    await session.until(async () => (await readFile(sidecar, 'utf8').catch(() => '')).includes('aa:Identity'));
    await session.stop();

    await start();
    const later = await open('two.article');
    await session.until(async () => (await card(later)).includes('in one.article'));
    expect((await named(later))?.entity?.confirmed).toEqual([]);
    await rm(sidecar);
    await session.connection.sendNotification(DidChangeWatchedFilesNotification.type, { changes: [{ uri: pathToFileURL(sidecar).href, type: FileChangeType.Deleted }] });
    await session.until(async () => !(await card(later)).includes('Confirmed'));
  });
});
