/** Moving through an article, asked of the built server as an editor asks. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DefinitionLink, DocumentSymbol, Position, Range, SelectionRange } from 'vscode-languageserver-protocol';
import {
  CancellationTokenSource, DefinitionRequest, DocumentHighlightKind, DocumentHighlightRequest, DocumentSymbolRequest, FoldingRangeKind, FoldingRangeRequest, LSPErrorCodes,
  ReferencesRequest, ResponseError, SelectionRangeRequest,
} from 'vscode-languageserver-protocol';
import { describeRequest, neighbourRequest } from '../../server/src/protocol.js';
import { HARBOUR_TALKS } from '../fixtures/articles.js';
import { LspSession } from './harness.js';

const LINES = HARBOUR_TALKS.split('\n');

/** Inside the words, after their first letter. */
function at(words: string): Position {
  const line = LINES.findIndex((text) => text.includes(words));
  expect(line).toBeGreaterThanOrEqual(0);
  return { line, character: (LINES[line] ?? '').indexOf(words) + 1 };
}

function textOf({ start, end }: Range): string {
  expect(start.line).toBe(end.line);
  return (LINES[start.line] ?? '').slice(start.character, end.character);
}

describe('moving through an article', () => {
  let session: LspSession;
  beforeAll(async () => { session = await LspSession.start(); });
  afterAll(async () => { await session.stop(); });

  async function opened(name: string): Promise<{ uri: string }> {
    const uri = `file:///news/${name}`;
    await session.open(uri, HARBOUR_TALKS);
    await session.whenAnalysed(uri);
    return { uri };
  }

  it('is offered', () => {
    expect(session.initialised.capabilities).toMatchObject({
      documentSymbolProvider: { label: 'Article' }, definitionProvider: true, referencesProvider: true, documentHighlightProvider: true,
      selectionRangeProvider: true, foldingRangeProvider: true,
    });
  });

  it('by the outline', async () => {
    const found = (await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: await opened('outline.article') })) as DocumentSymbol[];
    expect(found.map((symbol) => symbol.name)).toEqual(expect.arrayContaining(['Boilerplate', '¶2 Estonian Transport Minister Marta Ruusmann said on …']));
    const paragraph = found.find((symbol) => symbol.name.startsWith('¶2'));
    expect(paragraph?.children?.[0]).toMatchObject({ name: 'Marta Ruusmann', detail: 'said: that the talks were “slow but honest.”' });
  });

  it('from a surname to the full name', async () => {
    const textDocument = await opened('definition.article');
    const found = await session.connection.sendRequest(DefinitionRequest.type, { textDocument, position: at('Ruusmann met') });
    expect(found).toMatchObject({ uri: textDocument.uri });
    expect(found !== null && 'range' in found ? textOf(found.range) : '').toBe('Marta Ruusmann');
  });

  it('to all mentions, with the fullest or without', async () => {
    const textDocument = await opened('references.article');
    const ask = (includeDeclaration: boolean) => session.connection.sendRequest(ReferencesRequest.type, { textDocument, position: at('PWF had'), context: { includeDeclaration } });
    expect((await ask(true))?.map(({ range }) => textOf(range))).toEqual(['Port Workers Federation', 'PWF', 'PWF']);
    expect((await ask(false))?.map(({ range }) => textOf(range))).toEqual(['PWF', 'PWF']);
  });

  it('with the parts of a claim highlighted', async () => {
    const found = await session.connection.sendRequest(DocumentHighlightRequest.type, { textDocument: await opened('highlight.article'), position: at('told reporters') });
    const kindOf = (words: string) => found?.find(({ range }) => textOf(range).startsWith(words))?.kind;
    expect(kindOf('Henrik Dahl')).toBeUndefined();
    expect(kindOf('told')).toBe(DocumentHighlightKind.Write);
    expect(kindOf('that 4,000 workers')).toBe(DocumentHighlightKind.Read);
  });

  it('with a selection that grows, one for each caret', async () => {
    const positions = [at('Ruusmann met'), at('TELEGRAM')];
    const found = await session.connection.sendRequest(SelectionRangeRequest.type, { textDocument: await opened('selection.article'), positions });
    const depth = (range: SelectionRange | undefined): number => (range === undefined ? 0 : 1 + depth(range.parent));
    expect(found?.map((range) => textOf(range.range))).toEqual(['Ruusmann', LINES[2]]);
    expect(found?.map(depth)).toEqual([4, 2]);
  });

  it('with boilerplate folded as a comment', async () => {
    const textDocument = { uri: 'file:///news/fold.article' };
    await session.open(textDocument.uri, HARBOUR_TALKS.replace('JOIN US', 'Advertisement\n\nJOIN US'));
    const found = await session.connection.sendRequest(FoldingRangeRequest.type, { textDocument });
    expect(found).toEqual([{ startLine: 2, endLine: 4, kind: FoldingRangeKind.Comment }]);
  });

  it('to the next entity, claim and unnamed source', async () => {
    const textDocument = await opened('neighbour.article');
    const next = async (kind: 'entity' | 'claim' | 'unnamedSource', direction: 'next' | 'previous' = 'next'): Promise<string> => {
      const found = await session.connection.sendRequest(neighbourRequest, { textDocument, position: at('Advertisement'), kind, direction });
      return found === null ? '' : `${textOf(found.range)}${found.count === null ? '' : ` (${found.count.nth} of ${found.count.of})`}`;
    };
    expect(await next('entity')).toBe('Latvian');
    expect(await next('entity', 'previous')).toBe('Riga');
    expect(await next('claim')).toBe('The Latvian side hopes the operator will accept the deal, a source said (4 of 8)');
    expect(await next('unnamedSource')).toBe('a source (2 of 2)');
  });

  it('passes over entities that are not highlighted', async () => {
    const textDocument = await opened('shown.article');
    session.settings = { entities: { types: ['PERSON'] } };
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    const found = await session.connection.sendRequest(neighbourRequest, { textDocument, position: at('Advertisement'), kind: 'entity', direction: 'next' });
    expect(found === null ? '' : textOf(found.range)).toBe('Henrik Dahl');
    session.settings = null;
    await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  });

  it('with a place read out', async () => {
    const textDocument = await opened('spoken.article');
    expect(await session.connection.sendRequest(describeRequest, { textDocument, position: at('Marta') }))
      .toBe('Marta Ruusmann, person, Estonian Transport Minister, 2 mentions. In a claim by Marta Ruusmann, named person.');
  });

  it('sees the edit just made', async () => {
    const textDocument = await opened('changed.article');
    await session.change(textDocument.uri, { line: 4, character: 0, text: 'In Oslo on Friday, ' });
    const found = await session.connection.sendRequest(DefinitionRequest.type, { textDocument, position: { line: 4, character: 4 } });
    expect(found).toMatchObject({ range: { start: { line: 4, character: 3 }, end: { line: 4, character: 7 } } });
  });

  /** Every request at one place of one document. */
  function everything(textDocument: { uri: string }, position: Position): Promise<unknown>[] {
    const { connection } = session;
    return [
      connection.sendRequest(DefinitionRequest.type, { textDocument, position }),
      connection.sendRequest(ReferencesRequest.type, { textDocument, position, context: { includeDeclaration: true } }),
      connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position }),
      connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [position] }),
      connection.sendRequest(neighbourRequest, { textDocument, position, kind: 'entity', direction: 'next' }),
      connection.sendRequest(describeRequest, { textDocument, position }),
    ];
  }

  it('answers null past the end, for foreign and closed documents, and logs nothing', async () => {
    const logged = session.logs.length;
    const textDocument = await opened('bad.article');
    const nothing = [null, null, null, null, null, null];
    expect(await Promise.all(everything(textDocument, { line: 99_999, character: 99_999 }))).toEqual(nothing);
    expect(await Promise.all(everything({ uri: 'file:///foreign.article' }, { line: 0, character: 0 }))).toEqual(nothing);
    await session.close(textDocument.uri);
    expect(await Promise.all(everything(textDocument, at('Marta')))).toEqual(nothing);
    expect(await session.connection.sendRequest(DocumentSymbolRequest.type, { textDocument })).toBeNull();
    expect(await session.connection.sendRequest(FoldingRangeRequest.type, { textDocument })).toBeNull();
    expect(session.logs.slice(logged)).toEqual([]);
  });

  it('gives an empty range for one caret of several that is nowhere', async () => {
    const nowhere = { line: 99_999, character: 0 };
    const found = await session.connection.sendRequest(SelectionRangeRequest.type, { textDocument: await opened('carets.article'), positions: [nowhere, at('Marta')] });
    expect(found?.map(({ range }) => (range.start.line === nowhere.line ? range : textOf(range)))).toEqual([{ start: nowhere, end: nowhere }, 'Marta']);
  });

  it('ends a cancelled request with the error for it', async () => {
    const textDocument = { uri: 'file:///news/cancelled.article' };
    const source = new CancellationTokenSource();
    const isOpen = session.open(textDocument.uri, HARBOUR_TALKS);
    // The server asks for the settings of a document that is new to it, so that the cancellation comes before the answer.
    const answer = session.connection.sendRequest(ReferencesRequest.type, { textDocument, position: at('Marta'), context: { includeDeclaration: true } }, source.token);
    source.cancel();
    await expect(answer).rejects.toSatisfy((error) => error instanceof ResponseError && error.code === LSPErrorCodes.RequestCancelled);
    await isOpen;
    expect(session.logs).toEqual([]);
  });
});

describe('a client that takes links', () => {
  it('learns which words the jump starts from', async () => {
    const session = await LspSession.start({ definitionLinks: true });
    const textDocument = { uri: 'file:///links.article' };
    await session.open(textDocument.uri, HARBOUR_TALKS);
    const found = await session.connection.sendRequest(DefinitionRequest.type, { textDocument, position: at('Henrik') });
    const [link] = found as DefinitionLink[];
    expect(link?.originSelectionRange === undefined ? '' : textOf(link.originSelectionRange)).toBe('Henrik Dahl');
    expect(link?.targetUri).toBe(textDocument.uri);
    await session.stop();
  });
});
