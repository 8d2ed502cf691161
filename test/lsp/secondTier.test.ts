/** The model behind the language server, through the built server: a tiny one that knows six words. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { annotationsRequest, decideRequest } from '../../server/src/annotatingProtocol.js';
import { readSidecar } from '../../server/src/annotations/index.js';
import type { AnalysedParams } from '../../server/src/protocol.js';
import { TOKEN_TYPES, decorationsRequest, workRequest } from '../../server/src/protocol.js';
import { longArticle } from '../fixtures/articles.js';
import { tinyModel, writeModel } from '../fixtures/tinyModel.js';
import { LspSession, decode } from './harness.js';

const TEXT = 'Talks in Riga failed.\n\nAnalysts at zorbatec expect more this spring, and Farrow grumbled that the harbour was shut.\n\nThe talks in Riga will go on, the mayor said.';
const LINE = TEXT.split('\n')[2] ?? '';

let folder = '';
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'article-annotator-model-')); });
afterAll(() => { rmSync(folder, { recursive: true }); });

async function started(model: { path: string }): Promise<LspSession> {
  const session = await LspSession.start();
  session.settings = { model: { enabled: true, ...model } };
  return session;
}

async function wordsOfType(session: LspSession, uri: string, type: (typeof TOKEN_TYPES)[number], text = TEXT): Promise<string[]> {
  const lines = text.split('\n');
  const tokens = decode((await session.tokens(uri))?.data ?? []);
  return tokens.filter((token) => TOKEN_TYPES[token.type] === type).map((token) => (lines[token.line] ?? '').slice(token.character, token.character + token.length));
}

function problemOf(report: AnalysedParams | undefined): string | undefined {
  return report?.state.kind === 'article' ? report.state.problem : undefined;
}

describe('the second tier', () => {
  it('adds what the model knows after the first highlights, in the same version, and asks the editor to draw again', async () => {
    const session = await started({ path: writeModel(join(folder, 'good'), tinyModel()) });
    const uri = 'file:///story.article';
    await session.open(uri, TEXT);
    expect(await wordsOfType(session, uri, 'entityOrg')).not.toContain('zorbatec');
    await session.until(async () => (await wordsOfType(session, uri, 'entityOrg')).includes('zorbatec'));
    await session.until(() => session.analysed.filter((a) => a.uri === uri).length > 1 && session.refreshes > 0);
    expect(new Set(session.analysed.map((a) => a.version))).toEqual(new Set([1]));
    expect(session.logs.filter((line) => line.includes('news model'))).toEqual(['Article Annotator: the news model tiny is ready.']);
    const drawn = await session.connection.sendRequest(decorationsRequest, { textDocument: { uri }, ranges: [{ start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }] });
    const cues = drawn?.claims.flatMap((claim) => claim.cue.map((range) => LINE.slice(range.start.character, range.end.character)));
    expect(cues).toContain('grumbled');
    await session.stop();
  });

  it('is named, with its version, in what is decided on its suggestions alone', async () => {
    const session = await started({ path: writeModel(join(folder, 'good'), tinyModel()) });
    const path = join(folder, 'decided.article');
    writeFileSync(path, TEXT);
    const uri = pathToFileURL(path).href;
    await session.open(uri, TEXT);
    await session.until(async () => (await wordsOfType(session, uri, 'entityOrg')).includes('zorbatec'));
    const items = (await session.connection.sendRequest(annotationsRequest, { textDocument: { uri } }))?.items ?? [];
    const ids = items.filter(({ quote, kind }) => kind === 'entity' && ['zorbatec', 'this spring'].includes(quote)).map(({ id }) => id);
    expect(ids).toHaveLength(2);
    await session.connection.sendRequest(decideRequest, { textDocument: { uri }, version: 1, decisions: [{ do: 'accept', ids }] });
    await session.until(() => existsSync(`${path}.annotations.jsonld`));
    const kept = readSidecar(readFileSync(`${path}.annotations.jsonld`)).value.annotations;
    expect(kept.map(({ anchors, generator, modelVersion, creator }) => [anchors[0]?.exact, generator, creator?.type, modelVersion])).toEqual([['zorbatec', 'urn:article-annotator', 'Software', 'tiny'], ['this spring', 'urn:article-annotator', 'Software', undefined]]);
    await session.stop();
  });

  it('keeps them while one types in the paragraph, and reads it again', async () => {
    const session = await started({ path: writeModel(join(folder, 'good'), tinyModel()) });
    const uri = 'file:///typing.article';
    await session.open(uri, TEXT);
    await session.until(async () => (await wordsOfType(session, uri, 'entityOrg')).includes('zorbatec'));
    await session.change(uri, { line: 2, character: 0, text: 'Nimbus, they say. ' });
    const edited = TEXT.replace('Analysts', 'Nimbus, they say. Analysts');
    expect(await wordsOfType(session, uri, 'entityOrg', edited)).toContain('zorbatec');
    await session.until(async () => (await wordsOfType(session, uri, 'entityProduct', edited)).includes('Nimbus'));
    await session.stop();
  });

  it('takes in what it has read before in small pieces, so that an article opened again answers meanwhile', async () => {
    const session = await started({ path: writeModel(join(folder, 'good'), tinyModel()) });
    const uri = 'file:///again.article';
    const text = `${longArticle(8_000)}\n\n${LINE}`;
    const isRead = async (): Promise<boolean> => (await wordsOfType(session, uri, 'entityOrg', text)).includes('zorbatec');
    await session.open(uri, text);
    await session.until(isRead);
    await session.close(uri);
    const { refreshes } = session;
    await session.open(uri, text);
    let answered = 0;
    for (; session.refreshes === refreshes; answered++) await session.connection.sendRequest(workRequest, { textDocument: { uri: 'file:///none' } });
    expect(answered).toBeGreaterThan(3);
    expect(await isRead()).toBe(true);
    await session.stop();
  });

  it('is not asked where it is switched off, and takes back what it said when it is', async () => {
    const path = writeModel(join(folder, 'good'), tinyModel());
    const session = await started({ path });
    const uri = 'file:///off.article';
    await session.open(uri, TEXT);
    await session.until(async () => (await wordsOfType(session, uri, 'entityOrg')).includes('zorbatec'));
    session.settings = { model: { path, enabled: false } };
    await session.configurationChanged();
    await session.until(async () => !(await wordsOfType(session, uri, 'entityOrg')).includes('zorbatec'));
    await session.stop();
  });

  const good = tinyModel();
  it.each([
    ['missing', {}, 'labels.json is missing'],
    ['damaged', { ...good, 'news.onnx': good['news.onnx'].subarray(0, 900) }, 'news.onnx is damaged or belongs to another model: its checksum is not the one in labels.json'],
    ['foreign', { ...good, 'labels.json': '{"id2label":{"0":"LABEL_0"}}' }, 'labels.json, version: '],
  ])('says once in the log, and in the status, that the model is %s; the first tier goes on', async (name, files, why) => {
    const session = await started({ path: writeModel(join(folder, name), files) });
    const uri = 'file:///bad.article';
    await session.open(uri, TEXT);
    await session.until(() => session.analysed.some((report) => problemOf(report) !== undefined));
    const problem = problemOf(session.analysed.at(-1));
    expect(problem).toContain(`The news model is not used: ${why}`);
    expect(problem).not.toContain('\n');
    expect(await wordsOfType(session, uri, 'entityGpe')).toEqual(['Riga', 'Riga']);
    await session.change(uri, { line: 0, character: 0, text: 'Soon ' });
    await session.whenAnalysed(uri, 2);
    expect(session.logs.filter((line) => line.includes('news model'))).toHaveLength(1);
    await session.stop();
  });
});
