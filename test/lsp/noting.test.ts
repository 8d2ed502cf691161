/** The built server over stdio: occurrences, notes, the checking log, all places anew, and where sidecars lie by the settings. */
import { mkdtempSync } from 'node:fs';
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Range } from 'vscode-languageserver-protocol';
import type { AnnotationItem, AnnotationsChangedParams, Decision, DecideResult } from '../../server/src/annotatingProtocol.js';
import { annotationsChangedNotification, annotationsRequest, checksRequest, commentsRequest, decideRequest, occurrencesRequest, updateAnchorsRequest } from '../../server/src/annotatingProtocol.js';
import { readSidecar } from '../../server/src/annotations/index.js';
import { LspSession } from './harness.js';

const FOLDER = mkdtempSync(join(tmpdir(), 'noting-'));
const SUFFIX = '.annotations.jsonld';
const TEXT = 'Harbour talks\n\nMinister Ilze Kalna met Per Lund in Riga on Friday. “The quay stays shut,” Kalna said.\n\nLund left Riga by ship, and the Rigas stayed. Riga slept.\n';
const sessions: LspSession[] = [];

afterAll(async () => {
  await Promise.all(sessions.map((session) => session.stop()));
  await rm(FOLDER, { recursive: true, force: true });
});

class Opened {
  latest: AnnotationsChangedParams | null = null;

  private constructor(readonly session: LspSession, readonly path: string, readonly uri: string) {
    session.connection.onNotification(annotationsChangedNotification, (params) => { this.latest = params; });
  }

  static async article(name: string, annotating: object = {}, sidecar?: string): Promise<Opened> {
    const path = join(FOLDER, name, 'news', 'a.article');
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, TEXT);
    if (sidecar !== undefined) await writeFile(path + SUFFIX, sidecar);
    const session = await LspSession.start({ folders: [pathToFileURL(join(FOLDER, name)).href] });
    sessions.push(session);
    session.settings = { annotating: { name: 'M. Kask', id: 'm@example.org', ...annotating } };
    const opened = new Opened(session, path, pathToFileURL(path).href);
    await session.open(opened.uri, TEXT);
    await session.whenAnalysed(opened.uri);
    return opened;
  }

  get textDocument(): { uri: string } { return { uri: this.uri }; }

  async items(): Promise<readonly AnnotationItem[]> {
    return (await this.session.connection.sendRequest(annotationsRequest, { textDocument: this.textDocument }))!.items;
  }

  async item(quote: string, kind: AnnotationItem['kind'] = 'entity'): Promise<AnnotationItem> {
    const found = (await this.items()).find((item) => item.kind === kind && item.quote === quote);
    expect(found, quote).toBeDefined();
    return found!;
  }

  async decide(...decisions: Decision[]): Promise<DecideResult> {
    return (await this.session.connection.sendRequest(decideRequest, { textDocument: this.textDocument, version: 1, decisions }))!;
  }

  range(words: string): Range {
    const lines = TEXT.split('\n');
    const line = lines.findIndex((one) => one.includes(words));
    const character = lines[line]!.indexOf(words);
    return { start: { line, character }, end: { line, character: character + words.length } };
  }

  saved(): Promise<void> {
    return this.session.until(() => this.latest?.saved === true);
  }
}

describe('every occurrence', () => {
  it('is found as a whole word, says what stands there already, and is added in one step', async () => {
    const article = await Opened.article('occurrences');
    const { ids } = await article.decide({ do: 'addEntities', ranges: [article.range('Riga')], type: 'LOC' });
    expect(ids).toHaveLength(1);
    const answer = await article.session.connection.sendRequest(occurrencesRequest, { textDocument: article.textDocument, range: article.range('Riga') });
    expect(answer?.suggestedType).toBe('LOC');
    expect(answer?.occurrences.map(({ words, acceptedAs }) => [words, acceptedAs])).toEqual([['Riga', 'LOC'], ['Riga', null], ['Riga', null]]);
    await article.decide({ do: 'addEntities', ranges: answer!.occurrences.slice(0, 2).map(({ range }) => range), type: 'LOC' });
    expect((await article.items()).filter(({ type, review }) => type === 'LOC' && review === 'accepted')).toHaveLength(2);
  });
});

describe('notes', () => {
  it('are threads on what they are about, and stay when the decision is opened again', async () => {
    const article = await Opened.article('notes');
    const threads = async (): Promise<[string, Range | null, string[]][]> =>
      (await article.session.connection.sendRequest(commentsRequest, { textDocument: article.textDocument }))!.threads.map(({ quote, range, comments }) => [quote, range, comments.map(({ text, author }) => `${author}: ${text}`)]);
    const kept = (await article.decide({ do: 'accept', ids: [(await article.item('Riga')).id] })).ids[0]!;
    const [first] = (await article.decide({ do: 'comment', on: kept, text: 'Who is he?' })).ids;
    await article.decide({ do: 'comment', on: first!, text: 'The owner.' });
    expect(await threads()).toEqual([['Riga', article.range('Riga'), ['M. Kask: Who is he?', 'M. Kask: The owner.']]]);
    expect((await article.item('Riga')).comments).toBe(2);
    await article.decide({ do: 'reopen', ids: [kept] });
    expect(await threads()).toEqual([['Riga', article.range('Riga'), ['M. Kask: Who is he?', 'M. Kask: The owner.']]]);
    expect(await article.item('Riga')).toMatchObject({ review: 'undecided', comments: 2 });
    await article.decide({ do: 'changeComment', id: first!, text: 'Who was he?' });
    expect(await article.decide({ do: 'deleteComment', id: first! })).toMatchObject({ outcome: 'done' });
    expect((await threads())[0]?.[2]).toEqual(['M. Kask: The owner.']);
    expect(await article.decide({ do: 'comment', on: 'entity/PERSON/0/0/Nobody', text: 'x' })).toMatchObject({ outcome: 'refused' });
  });
});

describe('the checking log', () => {
  it('has every claim, and what was noted of names, with who and when', async () => {
    const article = await Opened.article('checks');
    const lines = async () => (await article.session.connection.sendRequest(checksRequest, { textDocument: article.textDocument }))!.lines;
    const claims = (await lines()).length;
    expect(claims).toBeGreaterThan(0);
    expect((await lines()).every(({ kind, state, by }) => kind === 'claim' && state === 'unchecked' && by === '')).toBe(true);
    await article.decide({ do: 'check', id: (await lines())[0]!.on, state: 'checked', evidence: [{ kind: 'link', value: 'https://example.org/quay' }] });
    await article.decide({ do: 'check', id: (await article.item('Riga')).id, state: 'cannot-tell', evidence: [] });
    const noted = (await lines()).filter(({ state }) => state !== 'unchecked');
    expect(noted.map(({ kind, state, by, evidence }) => [kind, state, by, evidence.length]).sort()).toEqual([['claim', 'checked', 'M. Kask', 1], ['entity', 'cannot-tell', 'M. Kask', 0]]);
    expect(noted.every(({ when }) => /^\d{4}-\d\d-\d\d$/.test(when))).toBe(true);
    expect(await lines()).toHaveLength(claims + 1);
    await article.saved();
    expect(readSidecar(await readFile(article.path + SUFFIX)).value.annotations.map(({ body }) => body.type)).toEqual(['check', 'check']);
  });
});

describe('all places anew', () => {
  it('are written on the present text, with its hash', async () => {
    const article = await Opened.article('anew');
    const { ids } = await article.decide({ do: 'accept', ids: [(await article.item('Riga')).id] });
    await article.saved();
    const before = readSidecar(await readFile(article.path + SUFFIX)).value;
    await article.session.change(article.uri, { line: 0, character: 0, text: 'New ' });
    const answer = await article.session.connection.sendRequest(updateAnchorsRequest, { textDocument: article.textDocument });
    expect(answer).toMatchObject({ outcome: 'done', ids });
    await article.session.until(async () => readSidecar(await readFile(article.path + SUFFIX)).value.textSha256 !== before.textSha256);
    expect(readSidecar(await readFile(article.path + SUFFIX)).value.annotations[0]?.anchors[0]?.start).toBe(before.annotations[0]!.anchors[0]!.start! + 4);
  });
});

describe('where sidecars lie', () => {
  it('is a mirror folder by setting, made where it lacks', async () => {
    const article = await Opened.article('mirror', { folder: '.annotations' });
    await article.decide({ do: 'accept', ids: [(await article.item('Riga')).id] });
    await article.saved();
    expect(await readdir(join(article.path, '..'))).toEqual(['a.article']);
    expect(await readdir(join(FOLDER, 'mirror', '.annotations', 'news'))).toEqual([`a.article${SUFFIX}`]);
  });

  it('is a file a person by setting', async () => {
    const article = await Opened.article('persons', { filePerPerson: true, name: 'Šárka Nová' });
    await article.decide({ do: 'accept', ids: [(await article.item('Riga')).id] });
    await article.saved();
    expect(await readdir(join(article.path, '..'))).toEqual(['a.article', `a.article.sarka-nova${SUFFIX}`]);
  });
});

describe('a claim whose parts lack a comma between them', () => {
  it('leaves the file as it is, and names file and line', async () => {
    const target = (role: string, exact: string): string => `{"aa:role":"${role}","type":"SpecificResource","source":"a.article","selector":[{"type":"TextQuoteSelector","exact":"${exact}","prefix":"","suffix":""}]}`;
    const text = `{\n"@context":["http://www.w3.org/ns/anno.jsonld",{"aa":"urn:article-annotator:ns#"}],\n"id":"a.article${SUFFIX}",\n"type":"AnnotationPage",\n"aa:formatVersion":1,\n"items":[\n{"id":"urn:uuid:1","type":"Annotation","body":{"type":"aa:Claim"},"target":[\n${target('cue', 'said')}\n${target('content', 'The quay')}\n]}\n]\n}\n`;
    const article = await Opened.article('comma', {}, text);
    await article.session.until(() => (article.latest?.problem ?? null) !== null);
    expect(article.latest?.problem?.message).toMatch(/^a\.article\.annotations\.jsonld, line \d+: annotation 1 is no JSON/);
    expect(article.latest?.problem).toMatchObject({ uri: article.uri + SUFFIX, line: 8 });
    await article.decide({ do: 'accept', ids: [(await article.item('Riga')).id] });
    await article.session.until(() => article.latest?.saved === false);
    expect(await readFile(article.path + SUFFIX, 'utf8')).toBe(text);
  });
});
