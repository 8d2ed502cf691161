/** Every request about an article, asked where there is nothing to answer, or of a text that is on its way to another. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  CallHierarchyIncomingCallsRequest, CallHierarchyOutgoingCallsRequest, CallHierarchyPrepareRequest, CancellationTokenSource, CompletionRequest, DefinitionRequest, DocumentHighlightRequest,
  DocumentSymbolRequest, FoldingRangeRequest, HoverRequest, InlayHintRequest, LSPErrorCodes, PrepareRenameRequest, ReferencesRequest, RenameRequest, ResponseError, SelectionRangeRequest,
  SemanticTokensDeltaRequest, SemanticTokensRangeRequest, SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import type { CancellationToken, Position } from 'vscode-languageserver-protocol/node';
import {
  claimChangesRequest, claimPlacesRequest, claimsRequest, decorationsRequest, describeRequest, entitiesRequest, entityChangesRequest, lookUpRequest, mentionsRequest, nameRequest, neighbourRequest,
} from '../../server/src/protocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { LspSession } from './harness.js';

type Ask = (session: LspSession, uri: string, position: Position, token?: CancellationToken) => Promise<unknown>;

/** About the whole text, wherever the cursor is. */
const WHOLE: Readonly<Record<string, Ask>> = {
  'semantic tokens': ({ connection }, uri, _, token) => connection.sendRequest(SemanticTokensRequest.type, { textDocument: { uri } }, token),
  'token edits': ({ connection }, uri, _, token) => connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument: { uri }, previousResultId: 'stale' }, token),
  outline: ({ connection }, uri, _, token) => connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri } }, token),
  folding: ({ connection }, uri, _, token) => connection.sendRequest(FoldingRangeRequest.type, { textDocument: { uri } }, token),
  entities: ({ connection }, uri, _, token) => connection.sendRequest(entitiesRequest, { textDocument: { uri } }, token),
  claims: ({ connection }, uri, _, token) => connection.sendRequest(claimsRequest, { textDocument: { uri } }, token),
  'changes of entities': ({ connection }, uri, _, token) => connection.sendRequest(entityChangesRequest, { textDocument: { uri }, since: 'stale' }, token),
  'changes of claims': ({ connection }, uri, _, token) => connection.sendRequest(claimChangesRequest, { textDocument: { uri }, since: 'stale' }, token),
};

/** About a place, or about something that is not there. */
const PLACED: Readonly<Record<string, Ask>> = {
  hover: ({ connection }, uri, position, token) => connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position }, token),
  definition: ({ connection }, uri, position, token) => connection.sendRequest(DefinitionRequest.type, { textDocument: { uri }, position }, token),
  references: ({ connection }, uri, position, token) => connection.sendRequest(ReferencesRequest.type, { textDocument: { uri }, position, context: { includeDeclaration: true } }, token),
  highlights: ({ connection }, uri, position, token) => connection.sendRequest(DocumentHighlightRequest.type, { textDocument: { uri }, position }, token),
  selection: ({ connection }, uri, position, token) => connection.sendRequest(SelectionRangeRequest.type, { textDocument: { uri }, positions: [position] }, token),
  neighbour: ({ connection }, uri, position, token) => connection.sendRequest(neighbourRequest, { textDocument: { uri }, position, kind: 'claim', direction: 'next' }, token),
  description: ({ connection }, uri, position, token) => connection.sendRequest(describeRequest, { textDocument: { uri }, position }, token),
  'look-up': ({ connection }, uri, position, token) => connection.sendRequest(lookUpRequest, { textDocument: { uri }, range: { start: position, end: position } }, token),
  name: ({ connection }, uri, position, token) => connection.sendRequest(nameRequest, { textDocument: { uri }, range: { start: position, end: position } }, token),
  completion: ({ connection }, uri, position, token) => connection.sendRequest(CompletionRequest.type, { textDocument: { uri }, position }, token),
  hints: ({ connection }, uri, position, token) => connection.sendRequest(InlayHintRequest.type, { textDocument: { uri }, range: { start: position, end: position } }, token),
  'name to respell': ({ connection }, uri, position, token) => connection.sendRequest(PrepareRenameRequest.type, { textDocument: { uri }, position }, token),
  respelling: ({ connection }, uri, position, token) => connection.sendRequest(RenameRequest.type, { textDocument: { uri }, position, newName: 'Rīga' }, token),
  callers: ({ connection }, uri, position, token) => connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument: { uri }, position }, token),
  'incoming calls': ({ connection }, uri, position, token) => connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: item(uri, position) }, token),
  'outgoing calls': ({ connection }, uri, position, token) => connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: item(uri, position) }, token),
  mentions: ({ connection }, uri, _, token) => connection.sendRequest(mentionsRequest, { textDocument: { uri }, entity: 'PERSON/Nobody' }, token),
  'places of claims': ({ connection }, uri, _, token) => connection.sendRequest(claimPlacesRequest, { textDocument: { uri }, list: 'stale', rows: [-1, 1e9] }, token),
};

/** Answered with what is drawn there: with nothing, where nothing is. */
const DRAWN: Readonly<Record<string, Ask>> = {
  'tokens in sight': ({ connection }, uri, position, token) => connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument: { uri }, range: { start: position, end: position } }, token),
  decorations: ({ connection }, uri, position, token) => connection.sendRequest(decorationsRequest, { textDocument: { uri }, ranges: [{ start: position, end: position }] }, token),
};

const ALL = { ...WHOLE, ...PLACED, ...DRAWN };
const PAST_THE_END = { line: 99_999, character: 99_999 };
const INSIDE = { line: 4, character: 12 };

function item(uri: string, position: Position): { name: string; kind: 1; uri: string; range: { start: Position; end: Position }; selectionRange: { start: Position; end: Position }; data: unknown } {
  const range = { start: position, end: position };
  return { name: 'x', kind: 1, uri, range, selectionRange: range, data: { claim: 1e9, begins: 'stale' } };
}

let session: LspSession;
beforeAll(async () => { session = await LspSession.start(); });
afterAll(async () => { await session.stop(); });
let opened = 0;

async function open(text = HARBOUR_TALKS): Promise<string> {
  const uri = `file:///news/bad-${++opened}.article`;
  await session.open(uri, text);
  return uri;
}

describe.each(Object.entries(ALL))('%s', (name, ask) => {
  // Whatever was asked: no line in the log.
  afterEach(() => { expect(session.logs).toEqual([]); });
  /** LSP has no `null` for tokens in the library's types: there are none. */
  const nothing = name.includes('token') ? { data: [] } : null;

  it('of a document that was never opened, and of one that is closed', async () => {
    expect(await ask(session, 'file:///never.article', INSIDE)).toEqual(nothing);
    expect(await ask(session, 'no address at all', INSIDE)).toEqual(nothing);
    const uri = await open();
    await session.whenAnalysed(uri);
    await session.close(uri);
    expect(await ask(session, uri, INSIDE)).toEqual(nothing);
  });

  it('of a document that is no article', async () => {
    const uri = 'file:///figures.txt';
    await session.open(uri, 'ship;tons;day\n1;2;3\n', 'plaintext');
    expect(await ask(session, uri, { line: 0, character: 1 })).toEqual(nothing);
  });

  it('at a place past the end', async () => {
    const uri = await open();
    const answer = await ask(session, uri, PAST_THE_END);
    if (name in PLACED) expect(answer).toBeNull();
    // The end, as LSP takes it.
    if (name === 'tokens in sight') expect(answer).toEqual(await ask(session, uri, { line: HARBOUR_TALKS.split('\n').length - 1, character: 99_999 }));
    if (name === 'decorations') expect(answer).toEqual({ version: 1, claims: [], boilerplate: [] });
  });

  it('of a text that changes, shrinks and closes while it is asked', async () => {
    const uri = await open();
    const asked = [ask(session, uri, INSIDE)];
    await session.change(uri, { line: 2, character: 0, text: 'Ilze Kalna said that it rained. ' });
    asked.push(ask(session, uri, INSIDE), ask(session, uri, INSIDE));
    await session.change(uri, { line: 0, character: 0, endLine: 1000, text: 'x' });
    asked.push(ask(session, uri, INSIDE));
    await session.close(uri);
    asked.push(ask(session, uri, INSIDE));
    const answers = await Promise.all(asked);
    expect(answers.at(-1)).toEqual(nothing);
  });

  it('that is cancelled', async () => {
    const uri = await open();
    const source = new CancellationTokenSource();
    // The first answer for a document waits for its settings, which come after the cancellation.
    const answer = ask(session, uri, INSIDE, source.token);
    source.cancel();
    await expect(answer).rejects.toSatisfy((error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled);
  });
});
