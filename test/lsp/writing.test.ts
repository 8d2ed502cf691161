/** The built server over stdio: looking up, respelling, completing, hints, calls and lists. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest, CallHierarchyOutgoingCallsRequest, CallHierarchyPrepareRequest, CancellationTokenSource, CompletionRequest, InlayHintRequest, LSPErrorCodes, PrepareRenameRequest, RenameRequest,
} from 'vscode-languageserver-protocol';
import type { CallHierarchyItem, CompletionItem, InlayHint, Position, Range, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { claimChangesRequest, claimPlacesRequest, claimsRequest, entitiesRequest, lookUpRequest, mentionsRequest } from '../../server/src/protocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { LspSession } from './harness.js';

const EVERYTHING: Range = { start: { line: 0, character: 0 }, end: { line: 1_000_000, character: 0 } };
const QUOTED = `${HARBOUR_TALKS}\n\n“We believe in Ruusmann,” Dahl said. Ruusmann's aides left on Monday.`;

let session: LspSession;
beforeAll(async () => { session = await LspSession.start(); });
afterAll(async () => { await session.stop(); });

let opened = 0;

/** A document with the text, and the places of words in it. */
async function open(text: string, on = session): Promise<{ uri: string; at: (words: string, inside?: number) => Position; rangeOf: (words: string, within?: string) => Range; document: TextDocument }> {
  const uri = `file:///news/writing-${++opened}.article`;
  await on.open(uri, text);
  const document = TextDocument.create(uri, 'article', 1, text);
  const at = (words: string, inside = 1): Position => {
    expect(text).toContain(words);
    return document.positionAt(text.indexOf(words) + inside);
  };
  return { uri, document, at, rangeOf: (words, within = words) => ({ start: at(within, 0), end: at(within, words.length) }) };
}

describe('looking up', () => {
  it('says what is known of words that nobody recognised', async () => {
    const { uri, rangeOf } = await open(HARBOUR_TALKS);
    const found = await session.connection.sendRequest(lookUpRequest, { textDocument: { uri }, range: rangeOf('talks were') });
    expect(found?.plainText).toContain('In a claim by Marta Ruusmann (named person)');
    expect(found?.markdown).toMatch(/^\*\*“talks were”\*\*/);
    expect(found?.range).toEqual(rangeOf('talks were'));
  });

  it('cites the list of a record', async () => {
    const { uri, rangeOf } = await open(HARBOUR_TALKS);
    const found = await session.connection.sendRequest(lookUpRequest, { textDocument: { uri }, range: rangeOf('Riga') });
    expect(found?.plainText).toMatch(/1 record fits:\n- Riga: capital, Latvia \(Article Annotator lists, \d{4}-\d\d\)/);
  });
});

describe('respelling a name', () => {
  const rename = (on: LspSession, uri: string, position: Position, newName: string): Promise<WorkspaceEdit | null> =>
    on.connection.sendRequest(RenameRequest.type, { textDocument: { uri }, position, newName });

  it('changes every mention spelt so', async () => {
    const { uri, at, document } = await open(QUOTED);
    expect(await session.connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position: at('Ruusmann met') })).toMatchObject({ placeholder: 'Ruusmann' });
    const edit = await rename(session, uri, at('Ruusmann met'), ' Rüüsmann ');
    expect(TextDocument.applyEdits(document, edit?.changes?.[uri] ?? [])).toBe(QUOTED.replaceAll('Ruusmann', 'Rüüsmann'));
  });

  it('asks before it touches quotations, where the editor can', async () => {
    const able = await LspSession.start({ workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } });
    const { uri, at } = await open(QUOTED, able);
    const edit = await rename(able, uri, at('Ruusmann met'), 'Rüüsmann');
    const [change] = (edit?.documentChanges ?? []) as TextDocumentEdit[];
    expect(change?.textDocument).toEqual({ uri, version: 1 });
    expect(change?.edits.map((e: TextEdit | { annotationId?: string }) => ('annotationId' in e ? e.annotationId : ''))).toEqual(['spelling', 'spelling', 'spelling', 'quotations']);
    expect(edit?.changeAnnotations?.['quotations']).toMatchObject({ label: 'Inside quotations', needsConfirmation: true });
    expect(edit?.changeAnnotations?.['spelling']).toEqual({ label: 'Spell “Ruusmann” as “Rüüsmann”' });
    await able.stop();
  });

  it('says why a name will not do', async () => {
    const { uri, at } = await open(QUOTED);
    for (const newName of ['', '  ', 'two\nlines']) {
      await expect(rename(session, uri, at('Ruusmann met'), newName)).rejects.toMatchObject({ code: LSPErrorCodes.RequestFailed, message: expect.stringMatching(/^A name /) as string });
    }
  });

  it('has no answer for what is no name', async () => {
    const { uri, at } = await open(QUOTED);
    expect(await rename(session, uri, at('Monday'), 'Tuesday')).toBeNull();
    expect(await session.connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position: at('hopes') })).toBeNull();
  });
});

describe('completing names', () => {
  const typed = `${HARBOUR_TALKS}\n\nThe talks went on. Port Wo`;

  it('offers full names with role and type, and replaces what is typed of them', async () => {
    const { uri, at, document } = await open(typed);
    const found = await session.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: at('. Port Wo', 9) });
    expect(found).toMatchObject({ isIncomplete: false });
    const [item] = (found as { items: CompletionItem[] }).items;
    expect(item).toMatchObject({ label: 'Port Workers Federation', detail: 'organisation', filterText: 'Port Workers Federation' });
    expect(TextDocument.applyEdits(document, [item?.textEdit as TextEdit])).toBe(typed.replace(/Port Wo$/, 'Port Workers Federation'));
  });

  it('can be turned off', async () => {
    const quiet = await LspSession.start();
    quiet.settings = { completion: { names: false } };
    const { uri, at } = await open(typed, quiet);
    expect(await quiet.connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position: at('. Port Wo', 9) })).toBeNull();
    await quiet.stop();
  });
});

describe('hints', () => {
  const hints = (on: LspSession, uri: string, range = EVERYTHING): Promise<InlayHint[] | null> =>
    on.connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range });

  it('are off by default, and shown as soon as they are switched on', async () => {
    const own = await LspSession.start();
    const { uri, at } = await open(HARBOUR_TALKS, own);
    expect(await hints(own, uri)).toBeNull();
    own.settings = { inlayHints: { dates: true, expansions: true } };
    await own.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const found = await hints(own, uri);
    expect(found?.map((h) => h.label)).toEqual(['2026-03-16', '2026-03-12', '2026-03-08', '(Port Workers Federation)']);
    expect(found?.[0]).toEqual({ position: at('Monday', 6), label: '2026-03-16', tooltip: 'Monday, March 16, 2026', paddingLeft: true });
    expect((await hints(own, uri, { start: at('Reuters', 0), end: at('Reuters', 60) }))?.length).toBe(1);
    await own.stop();
  });
});

describe('who says what about whom', () => {
  it('leads from a person to their claims, and from a claim to whom it speaks of', async () => {
    const { uri, at } = await open(HARBOUR_TALKS);
    const [dahl] = await session.connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument: { uri }, position: at('Henrik') }) ?? [];
    expect(dahl).toMatchObject({ name: 'Henrik Dahl', detail: 'person' });
    const claims = await session.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: dahl as CallHierarchyItem });
    expect(claims?.map((c) => c.to.name)).toEqual(['that 4,000 workers could strike within two weeks', '“We will not wait,”']);

    const [reported] = await session.connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument: { uri }, position: at('reported') }) ?? [];
    const outgoing = await session.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: reported as CallHierarchyItem });
    expect(outgoing?.map((c) => c.to.name)).toEqual(['Port Workers Federation']);
    const incoming = await session.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: reported as CallHierarchyItem });
    expect(incoming?.map((c) => c.from.name)).toEqual(['Reuters']);
  });

  it('has no answer to an item that it did not make', async () => {
    const { uri } = await open(HARBOUR_TALKS);
    const item: CallHierarchyItem = { name: 'x', kind: 1, uri, range: EVERYTHING, selectionRange: EVERYTHING };
    for (const data of [undefined, null, 'x', { claim: 99, begins: 'x' }, { entity: 'PERSON/Nobody' }]) {
      expect(await session.connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: { ...item, data } })).toBeNull();
      expect(await session.connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: { ...item, data } })).toBeNull();
    }
  });
});

describe('lists', () => {
  it('give entities, and all mentions of one', async () => {
    const { uri, rangeOf } = await open(HARBOUR_TALKS);
    const found = await session.connection.sendRequest(entitiesRequest, { textDocument: { uri } });
    expect(found?.version).toBe(1);
    const minister = found?.entities.find((e) => e.canonical === 'Marta Ruusmann');
    expect(minister).toEqual({
      id: 'PERSON/Marta Ruusmann', type: 'PERSON', canonical: 'Marta Ruusmann', role: 'Estonian Transport Minister', aliases: ['Ruusmann'], count: 2, first: rangeOf('Marta Ruusmann'),
    });
    const mentions = await session.connection.sendRequest(mentionsRequest, { textDocument: { uri }, entity: minister?.id ?? '' });
    expect(mentions).toEqual({ version: 1, ranges: [rangeOf('Marta Ruusmann'), rangeOf('Ruusmann', 'Ruusmann met')] });
    expect(await session.connection.sendRequest(mentionsRequest, { textDocument: { uri }, entity: 'PERSON/Nobody' })).toBeNull();
  });

  it('give the ledger of claims', async () => {
    const { uri, rangeOf } = await open(HARBOUR_TALKS);
    const found = await session.connection.sendRequest(claimsRequest, { textDocument: { uri } });
    expect(found?.claims[1]).toEqual({
      source: 'Estonian Transport Minister Marta Ruusmann', name: 'Marta Ruusmann', entity: 'PERSON/Marta Ruusmann', kind: 'named-person',
      unnamed: false, cue: 'said', quotation: 'mixed', content: 'that the talks were “slow but honest.”', paragraph: 2,
    });
    const { start, end } = rangeOf('said');
    expect(found?.places.slice(4, 8)).toEqual([start.line, start.character, end.line, end.character]);
    expect(found?.places.length).toBe(4 * (found?.claims.length ?? NaN));
    expect(found?.claims.filter((c) => c.unnamed).map((c) => c.source)).toEqual(['officials familiar with the plans', 'a source']);
  });

  it('give the places of claims in a list that is held, and of no other', async () => {
    const { uri, at } = await open(HARBOUR_TALKS);
    const textDocument = { uri };
    const ask = (list: string, rows: readonly number[] | null): Promise<unknown> => session.connection.sendRequest(claimPlacesRequest, { textDocument, list, rows });
    const held = await session.connection.sendRequest(claimChangesRequest, { textDocument, since: null });
    const all = (await session.connection.sendRequest(claimsRequest, { textDocument }))?.places ?? [];
    expect(await ask(held?.id ?? '', null)).toEqual({ version: 1, places: all });
    expect(await ask(held?.id ?? '', [3, 1, 9999])).toEqual({ version: 1, places: [...all.slice(12, 16), ...all.slice(4, 8), 0, 0, 0, 0] });
    expect(await ask('another', null)).toBeNull();
    // Words outside of claims move places, words in a claim make another list.
    await session.change(uri, { line: 0, character: 0, text: '\n' });
    const [first = 0, ...rest] = all.slice(4, 8);
    expect(await ask(held?.id ?? '', [1])).toEqual({ version: 2, places: [first + 1, rest[0], (rest[1] ?? 0) + 1, rest[2]] });
    const said = at('slow but honest');
    await session.change(uri, { line: said.line + 1, character: said.character, text: 'very ' });
    expect(await ask(held?.id ?? '', null)).toBeNull();
  });
});

describe('bad input', () => {
  const ask = (uri: string, position: Position): Promise<unknown[]> => {
    const textDocument = { uri };
    const range = { start: position, end: position };
    const item = { name: 'x', kind: 1 as const, uri, range, selectionRange: range, data: { entity: 'x' } };
    const { connection } = session;
    return Promise.all([
      connection.sendRequest(lookUpRequest, { textDocument, range }), connection.sendRequest(PrepareRenameRequest.type, { textDocument, position }),
      connection.sendRequest(RenameRequest.type, { textDocument, position, newName: '' }), connection.sendRequest(CompletionRequest.type, { textDocument, position }),
      connection.sendRequest(InlayHintRequest.type, { textDocument, range }), connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument, position }),
      connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item }), connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item }),
      connection.sendRequest(mentionsRequest, { textDocument, entity: 'x' }),
    ]);
  };

  it('gets null and leaves the log alone', async () => {
    const { uri, at } = await open(HARBOUR_TALKS);
    const nothing = Array<null>(9).fill(null);
    expect(await ask(uri, { line: 99_999, character: 99_999 })).toEqual(nothing);
    expect(await ask('file:///never-opened', { line: 0, character: 0 })).toEqual(nothing);
    await session.change(uri, { line: 0, character: 0, endLine: 1_000, text: 'x' });
    expect(await ask(uri, at('Ruusmann met'))).toEqual(nothing);
    await session.close(uri);
    expect(await ask(uri, { line: 0, character: 0 })).toEqual(nothing);
    for (const request of [entitiesRequest, claimsRequest]) expect(await session.connection.sendRequest(request.method, { textDocument: { uri } })).toBeNull();
    expect(session.logs).toEqual([]);
  });

  it('that is cancelled ends with an error of LSP', async () => {
    const { uri } = await open(HARBOUR_TALKS);
    const source = new CancellationTokenSource();
    // The first answer for a document waits for its settings, which the editor sends after it has read the cancellation.
    const answer = session.connection.sendRequest(claimsRequest, { textDocument: { uri } }, source.token);
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(await session.connection.sendRequest(claimsRequest, { textDocument: { uri } })).not.toBeNull();
  });
});
