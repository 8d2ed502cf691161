/**
 * Every request of an article of 50,000 words, against two others in the same situation: an empty one, which carries nothing, and one to a
 * server that does nothing and has the same answer lying ready, so that only the protocol's own price for so many bytes is left. Where a
 * keystroke comes before a request, one comes before the others too, in a short text beside the article: what it costs to be told of an
 * edit is no part of an answer.
 */
import {
  CallHierarchyIncomingCallsRequest, CallHierarchyOutgoingCallsRequest, CallHierarchyPrepareRequest, CompletionRequest, DefinitionRequest, DocumentHighlightRequest,
  DocumentSymbolRequest, FoldingRangeRequest, HoverRequest, InlayHintRequest, PrepareRenameRequest, ReferencesRequest, RenameRequest, SelectionRangeRequest, SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest, SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import type { CallHierarchyItem, Position, Range } from 'vscode-languageserver-protocol/node';
import { claimChangesRequest, claimPlacesRequest, claimsRequest, decorationsRequest, describeRequest, entitiesRequest, entityChangesRequest, lookUpRequest, mentionsRequest, neighbourRequest, workRequest } from '../../server/src/protocol.js';
import type { LspSession } from '../lsp/harness.js';
import { echoRequest, keepRequest } from './echo.js';
import { processorTimes, summary, whenAtRest } from './stopwatch.js';

/** What is asked, and how much an answer must hold at least to be the one that is meant. */
interface Asked {
  readonly what: string;
  readonly limit: number;
  /** Least number of bytes. */
  readonly least: number;
  readonly ask: (i: number) => Promise<unknown>;
  /** Before each request, outside the time: in the article, and in the short text. */
  readonly before: Before;
  /** Before the first request of all. */
  readonly begin?: () => Promise<unknown>;
}

type Before = (typist: Typist, i: number) => Promise<unknown>;

export interface RequestRow {
  readonly what: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds of processor time of both processes, 95th percentile. */
  readonly p95: number;
  readonly empty: number;
  /** How many times an empty request's, in the middle of all. */
  readonly usual: number;
  readonly echo: number;
  /** How many times that of the same answer lying ready, in the middle of all. */
  readonly usualEcho: number;
  readonly limit: number;
}

/** In each paragraph, before the number in "Entry 12 of the log." */
const COLUMN = 'Entry '.length;
/** The p95 is that of the twentieth slowest. */
const ROUNDS = 400;
/** Until the compiler has seen what is asked often enough, in both processes. */
const WARM_UP = 100;
/** Of answers of 100 kB and more, which take long and swing little. */
const FEWER = 3;
const LARGE = 100_000;
const USUAL = 3;
const MENTIONS = 10;

/** A text beside the article, in which keys cost next to nothing. */
const BESIDE = 'file:///beside.article';
const FEW_WORDS = 'Entry 1 of the log.\n';

export async function measureRequests(session: LspSession, idle: LspSession, uri: string, text: string, only?: string): Promise<RequestRow[]> {
  const rows: RequestRow[] = [];
  for (const one of [session, idle]) await one.open(BESIDE, FEW_WORDS);
  await session.whenAnalysed(BESIDE);
  const typists: Typists = { article: typistOn(session, uri, placesIn(text).line), beside: typistOn(session, BESIDE, () => 0), idle: typistOn(idle, BESIDE, () => 0) };
  for (const asked of await requestsOn(session, uri, text, typists.article)) {
    if (only === undefined || only.split('|').some((words) => asked.what.includes(words))) rows.push(await measured(session, idle, typists, asked));
  }
  return rows;
}

interface Typists {
  readonly article: Typist;
  readonly beside: Typist;
  /** In the server that does nothing, which reports nothing. */
  readonly idle: Omit<Typist, 'settled' | 'read'>;
}

async function measured(session: LspSession, idle: LspSession, typists: Typists, { what, limit, least, ask, before, begin }: Asked): Promise<RequestRow> {
  await begin?.();
  // The first of all may be a whole list, of which later answers give what has changed.
  for (const i of [0, 1]) {
    await before(typists.article, i);
    await ask(i);
  }
  await before(typists.article, 2);
  const answer = await ask(2);
  const size = JSON.stringify(answer).length;
  if (size < least) throw new Error(`The benchmark's answer is wrong: ${what} gave ${JSON.stringify(answer).slice(0, 200)}`);
  await idle.connection.sendRequest(keepRequest, { name: what, answer });
  const empty = (): Promise<unknown> => session.connection.sendRequest(workRequest, { textDocument: { uri: 'file:///none' } });
  const echo = (): Promise<unknown> => idle.connection.sendRequest(echoRequest, { name: what });
  const silent = { ...typists.idle, settled: typists.idle.key, read: () => Promise.resolve() };
  const turns = [
    { action: ask, prepare: (i: number) => before(typists.article, i), pid: pidOf(session), after: typists.article.read },
    { action: empty, prepare: (i: number) => before(typists.beside, i), pid: pidOf(session) },
    { action: echo, prepare: (i: number) => before(silent, i), pid: pidOf(idle) },
  ];
  const times = size < LARGE ? 1 : 1 / FEWER;
  await processorTimes(Math.round(WARM_UP * times), turns);
  const [a, b, c] = (await processorTimes(Math.round(ROUNDS * times), turns)).map(summary);
  if (a === undefined || b === undefined || c === undefined) throw new Error('three times were asked for');
  return { what, size, p95: a.p95, empty: b.p95, usual: a.median / b.median, echo: c.p95, usualEcho: a.median / c.median, limit };
}

function pidOf({ process: { pid } }: LspSession): number {
  if (pid === undefined) throw new Error('the server has no process');
  return pid;
}

const clear: Before = (typist) => typist.clear();
const settled: Before = (typist, i) => typist.settled(i);

async function requestsOn(session: LspSession, uri: string, text: string, typist: Typist): Promise<Asked[]> {
  const { connection } = session;
  const textDocument = { uri };
  const { at, line } = placesIn(text);
  const call = async (words: string, nth: number): Promise<CallHierarchyItem> => {
    const [item] = (await connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument, position: at(words, nth) })) ?? [];
    if (item === undefined) throw new Error(`no call hierarchy at ${words}`);
    return item;
  };
  const screen = (i: number): Range => ({ start: { line: line(i), character: 0 }, end: { line: line(i) + 40, character: 0 } });
  const speaker = await call('Transport Minister', 100);
  const place = await call('Tallinn', 50);
  const claim = await call('declined to say', 60);
  const { entities } = (await connection.sendRequest(entitiesRequest, { textDocument })) ?? { entities: [] };
  const most = [...entities].sort((a, b) => b.count - a.count)[0]?.id ?? '';
  let resultId = '';
  const usual = (what: string, least: number, ask: Asked['ask'], before: Before = clear): Asked => ({ what, least, limit: USUAL, ask, before });
  const tokensAfter = (what: string, before: Before): Asked => ({
    ...usual(what, 20, async () => {
      const answer = await connection.sendRequest(SemanticTokensDeltaRequest.type, { textDocument, previousResultId: resultId });
      resultId = answer?.resultId ?? '';
      return answer;
    }, before),
    begin: async () => { resultId = (await connection.sendRequest(SemanticTokensRequest.type, { textDocument }))?.resultId ?? ''; },
  });
  // As a view asks: from the list that the last answer left it with.
  let entitiesHeld: string | null = null;
  let claimsHeld: string | null = null;
  return [
    usual('hover', 100, (i) => connection.sendRequest(HoverRequest.type, { textDocument, position: at('Riga', i) })),
    usual('semantic tokens of the part in sight', 100, (i) => connection.sendRequest(SemanticTokensRangeRequest.type, { textDocument, range: screen(i) })),
    usual('semantic tokens, all', 10_000, () => connection.sendRequest(SemanticTokensRequest.type, { textDocument })),
    tokensAfter('semantic tokens after a keystroke', settled),
    tokensAfter('semantic tokens at once after a keystroke', (one, i) => one.key(i)),
    usual('decorations of the part in sight', 500, (i) => connection.sendRequest(decorationsRequest, { textDocument, ranges: [screen(i)] })),
    usual('outline', 10_000, () => connection.sendRequest(DocumentSymbolRequest.type, { textDocument })),
    usual('outline after a keystroke', 10_000, () => connection.sendRequest(DocumentSymbolRequest.type, { textDocument }), settled),
    usual('fullest mention', 50, (i) => connection.sendRequest(DefinitionRequest.type, { textDocument, position: at('Riga', i) })),
    { ...usual('find all mentions', 10_000, (i) => connection.sendRequest(ReferencesRequest.type, { textDocument, position: at('Riga', i), context: { includeDeclaration: true } })), limit: MENTIONS },
    usual('highlights, a name that stands everywhere', 10_000, (i) => connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position: at('Riga', i) })),
    usual('highlights of a claim', 50, (i) => connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position: at('declined to', i) })),
    usual('highlights after a keystroke', 50, (i) => connection.sendRequest(DocumentHighlightRequest.type, { textDocument, position: at('declined to', i) }), settled),
    usual('growing selection', 100, (i) => connection.sendRequest(SelectionRangeRequest.type, { textDocument, positions: [at('Riga', i)] })),
    usual('folding', 1, () => connection.sendRequest(FoldingRangeRequest.type, { textDocument })),
    usual('next entity', 20, (i) => connection.sendRequest(neighbourRequest, { textDocument, position: at('Riga', i), kind: 'entity', direction: 'next' })),
    usual('next unnamed source', 20, (i) => connection.sendRequest(neighbourRequest, { textDocument, position: at('Riga', i), kind: 'unnamedSource', direction: 'next' })),
    usual('spoken sentence', 20, (i) => connection.sendRequest(describeRequest, { textDocument, position: at('Riga', i) })),
    usual('look-up of selected words', 100, (i) => connection.sendRequest(lookUpRequest, { textDocument, range: { start: at('the harbour', i), end: at('the harbour', i, 'the harbour'.length) } })),
    usual('names after two letters', 100, () => connection.sendRequest(CompletionRequest.type, { textDocument, position: typist.caret() }), (one, i) => one.letters(['Ri', 'Ta', 'Fe', 'Es'][i % 4] ?? '')),
    usual('hints of the part in sight', 2, (i) => connection.sendRequest(InlayHintRequest.type, { textDocument, range: screen(i) })),
    usual('name to respell', 20, (i) => connection.sendRequest(PrepareRenameRequest.type, { textDocument, position: at('Riga', i) })),
    usual('respelling, a name that stands everywhere', 10_000, (i) => connection.sendRequest(RenameRequest.type, { textDocument, position: at('Riga', i), newName: 'Rīga' })),
    usual('respelling, a name of a few places', 100, (i) => connection.sendRequest(RenameRequest.type, { textDocument, position: at('Transport Minister', i, 22), newName: 'Rīga' })),
    usual('who says what: at the cursor', 100, (i) => connection.sendRequest(CallHierarchyPrepareRequest.type, { textDocument, position: at('Riga', i) })),
    usual('who says what: claims of a person', 2, () => connection.sendRequest(CallHierarchyOutgoingCallsRequest.type, { item: speaker })),
    usual('who says what: claims about a place', 10_000, () => connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: place })),
    usual('who says what: who repeats a claim', 100, () => connection.sendRequest(CallHierarchyIncomingCallsRequest.type, { item: claim })),
    usual('list of entities, with places', 10_000, () => connection.sendRequest(entitiesRequest, { textDocument })),
    usual('list of claims, with places', 10_000, () => connection.sendRequest(claimsRequest, { textDocument })),
    usual('changes of the list of entities after a keystroke', 20, async () => {
      const answer = await connection.sendRequest(entityChangesRequest, { textDocument, since: entitiesHeld });
      entitiesHeld = answer?.id ?? null;
      return answer;
    }, settled),
    usual('changes of the list of claims after a keystroke', 20, async () => {
      const answer = await connection.sendRequest(claimChangesRequest, { textDocument, since: claimsHeld });
      claimsHeld = answer?.id ?? null;
      return answer;
    }, settled),
    { ...usual('place of one claim of the list', 20, (i) => connection.sendRequest(claimPlacesRequest, { textDocument, list: claimsHeld ?? '', rows: [i * 37] })), begin: async () => {
      await typist.clear();
      claimsHeld = (await connection.sendRequest(claimChangesRequest, { textDocument, since: claimsHeld }))?.id ?? null;
    } },
    usual('mentions of an entity of the list', 10_000, () => connection.sendRequest(mentionsRequest, { textDocument, entity: most })),
  ];
}

export interface Typist {
  readonly key: (i: number) => Promise<unknown>;
  /** A key, and the pause after which an editor asks for what need not be there at once; all that the key made the server do is done. */
  readonly settled: (i: number) => Promise<unknown>;
  readonly letters: (letters: string) => Promise<unknown>;
  readonly clear: () => Promise<unknown>;
  /** What a key left to be done later, and belongs to no request that comes after it. */
  readonly read: () => Promise<unknown>;
  readonly caret: () => Position;
}

/**
 * Types in one place at a time, so that all others stay where they are. Each key is one edit of one paragraph: a letter, or the
 * letter before taken out again.
 */
export function typistOn(session: LspSession, uri: string, lineOf: (i: number) => number, columnOf: (line: number) => number = () => COLUMN): Typist {
  let typed: { readonly line: number; readonly text: string } | undefined;
  let version: number | undefined;
  const put = async (line: number, text: string): Promise<number> => {
    const character = columnOf(line);
    const endCharacter = character + (typed?.text.length ?? 0);
    typed = text === '' ? undefined : { line, text };
    version = await session.change(uri, { line, character, endLine: line, endCharacter, text });
    return version;
  };
  const read = async (): Promise<unknown> => (version === undefined ? undefined : session.whenAnalysed(uri, version));
  const key = (i: number): Promise<number> => (typed === undefined ? put(lineOf(i), 'x') : put(typed.line, ''));
  return {
    key,
    settled: async (i) => {
      await key(i);
      await read();
      return whenAtRest(pidOf(session));
    },
    letters: (letters) => put(typed?.line ?? lineOf(0), `${letters} `),
    clear: async () => (typed === undefined ? undefined : put(typed.line, '')),
    read,
    caret: () => ({ line: typed?.line ?? 0, character: columnOf(typed?.line ?? 0) + (typed?.text.length ?? 1) - 1 }),
  };
}

/** Places of words and of lines, another one for each number. */
export function placesIn(text: string): { at: (words: string, i: number, on?: number) => Position; line: (i: number) => number } {
  const lines = text.split('\n');
  const byWords = new Map<string, Position[]>();
  const placesOf = (words: string): Position[] => {
    const known = byWords.get(words);
    if (known !== undefined) return known;
    // Some lines grow at their beginnings while the benchmark types.
    const found = lines.flatMap((one, i) => (one.includes(words) ? [{ line: i, character: one.indexOf(words) }] : []));
    byWords.set(words, found);
    return found;
  };
  return {
    at: (words, i, on = 0) => {
      const places = placesOf(words);
      const { line, character } = places[(i * 37) % places.length] ?? { line: 0, character: 0 };
      return { line, character: character + on };
    },
    line: (i) => 4 + 2 * ((i * 37) % 900),
  };
}
