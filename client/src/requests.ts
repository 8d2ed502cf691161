/** Our own requests to the server, as methods. `null` wherever there is nothing to answer: no article, no such thing, a server that is not there. */
import type { CancellationToken, Position, Range, TextDocument } from 'vscode';
import { LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import { claimChangesRequest, claimPlacesRequest, claimsRequest, describeRequest, entitiesRequest, entityChangesRequest, houseLineRequest, howToCheckRequest, indexAgainRequest, lookUpRequest, mentionsRequest, nameRequest, neighbourRequest, saidElsewhereRequest, saidOtherwiseRequest } from '../../server/src/protocol.js';
import type { ClaimLine, ClaimPlacesResult, ClaimsResult, Direction, ElsewhereResult, EntitiesResult, EntityLine, HouseLineResult, ListChanges, LookUpResult, MentionsResult, NameResult, NeighbourKind, NeighbourResult, SaidElsewhere, SaidOtherwise } from '../../server/src/protocol.js';
import { fromLsp, toLsp } from './ranges.js';

/** Ends that a request may come to without anything being wrong: it is out of date, or nobody waits for it any more. */
const HARMLESS: readonly number[] = [LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled, LSPErrorCodes.ContentModified];

export interface Neighbour {
  readonly range: Range;
  readonly count: NeighbourResult['count'];
}

export class Requests {
  constructor(private readonly client: BaseLanguageClient) {}

  async neighbour(document: TextDocument, position: Position, kind: NeighbourKind, direction: Direction): Promise<Neighbour | null> {
    const found = await this.ask(() => this.client.sendRequest(neighbourRequest, { ...of(document), position: pointOf(position), kind, direction }));
    return found === null ? null : { range: fromLsp(found.range), count: found.count };
  }

  describe(document: TextDocument, position: Position): Promise<string | null> {
    return this.ask(() => this.client.sendRequest(describeRequest, { ...of(document), position: pointOf(position) }));
  }

  lookUp(document: TextDocument, range: Range, token?: CancellationToken): Promise<LookUpResult | null> {
    return this.ask(() => this.client.sendRequest(lookUpRequest, { ...of(document), range: toLsp(range) }, token));
  }

  howToCheck(document: TextDocument, position: Position): Promise<LookUpResult | null> {
    return this.ask(() => this.client.sendRequest(howToCheckRequest, { ...of(document), position: pointOf(position) }));
  }

  name(document: TextDocument, range: Range): Promise<NameResult | null> {
    return this.ask(() => this.client.sendRequest(nameRequest, { ...of(document), range: toLsp(range) }));
  }

  houseLine(document: TextDocument, range: Range): Promise<HouseLineResult | null> {
    return this.ask(() => this.client.sendRequest(houseLineRequest, { ...of(document), range: toLsp(range) }));
  }

  entities(document: TextDocument): Promise<EntitiesResult | null> {
    return this.ask(() => this.client.sendRequest(entitiesRequest, of(document)));
  }

  claims(document: TextDocument): Promise<ClaimsResult | null> {
    return this.ask(() => this.client.sendRequest(claimsRequest, of(document)));
  }

  entityChanges(document: TextDocument, since: string | null): Promise<ListChanges<EntityLine> | null> {
    return this.ask(() => this.client.sendRequest(entityChangesRequest, { ...of(document), since }));
  }

  claimChanges(document: TextDocument, since: string | null): Promise<ListChanges<ClaimLine> | null> {
    return this.ask(() => this.client.sendRequest(claimChangesRequest, { ...of(document), since }));
  }

  /** Of rows of the list of claims with this id, or of all of them; `null` if it is not the present one. */
  claimPlaces(document: TextDocument, list: string, rows: readonly number[] | null): Promise<ClaimPlacesResult | null> {
    return this.ask(() => this.client.sendRequest(claimPlacesRequest, { ...of(document), list, rows }));
  }

  mentions(document: TextDocument, entity: string): Promise<MentionsResult | null> {
    return this.ask(() => this.client.sendRequest(mentionsRequest, { ...of(document), entity }));
  }

  saidElsewhere(document: TextDocument, position: Position): Promise<ElsewhereResult<SaidElsewhere> | null> {
    return this.ask(() => this.client.sendRequest(saidElsewhereRequest, { ...of(document), position: pointOf(position) }));
  }

  saidOtherwise(document: TextDocument, position: Position): Promise<ElsewhereResult<SaidOtherwise> | null> {
    return this.ask(() => this.client.sendRequest(saidOtherwiseRequest, { ...of(document), position: pointOf(position) }));
  }

  indexAgain(): Promise<number | null> {
    return this.ask(() => this.client.sendRequest(indexAgainRequest));
  }

  private ask<R>(send: () => Promise<R | null>): Promise<R | null> {
    return askServer(this.client, send);
  }
}

/** `null` as well where nobody is there to answer. */
export async function askServer<R>(client: BaseLanguageClient, send: () => Promise<R | null>): Promise<R | null> {
  if (!client.isRunning()) return null;
  try {
    return await send();
  } catch (error) {
    // A request that was under way when the server ended has nobody to answer it.
    if (!client.isRunning() || (error instanceof ResponseError && HARMLESS.includes(error.code))) return null;
    throw error;
  }
}

export function of(document: TextDocument): { textDocument: TextDocumentIdentifier } {
  return { textDocument: { uri: document.uri.toString() } };
}

function pointOf({ line, character }: Position): { line: number; character: number } {
  return { line, character };
}
