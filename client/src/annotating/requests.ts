/** The requests of annotating, as methods. `null` wherever there is nothing to answer, as in `../requests.ts`. */
import type { Range, TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { annotationsRequest, checksRequest, commentsRequest, decideRequest, historyRequest, likelyPartsRequest, occurrencesRequest, updateAnchorsRequest } from '../../../server/src/annotatingProtocol.js';
import type { AnnotationsResult, CheckLine, CommentThread, DecideResult, Decision, HistoryResult, LikelyPart, Occurrence } from '../../../server/src/annotatingProtocol.js';
import { toLsp } from '../ranges.js';
import { askServer, of } from '../requests.js';

export interface Occurrences {
  readonly version: number;
  readonly suggestedType: string | null;
  readonly occurrences: readonly Occurrence[];
}

export interface LikelyParts {
  readonly version: number;
  readonly sources: readonly LikelyPart[];
  readonly cues: readonly LikelyPart[];
}

export class AnnotatingRequests {
  constructor(private readonly client: BaseLanguageClient) {}

  /** Without ranges everything, orphans included. */
  annotations(document: TextDocument, ranges?: readonly Range[]): Promise<AnnotationsResult | null> {
    return askServer(this.client, () => this.client.sendRequest(annotationsRequest, { ...of(document), ...(ranges === undefined ? {} : { ranges: ranges.map(toLsp) }) }));
  }

  decide(document: TextDocument, version: number, decisions: readonly Decision[]): Promise<DecideResult | null> {
    return askServer(this.client, () => this.client.sendRequest(decideRequest, { ...of(document), version, decisions }));
  }

  history(document: TextDocument, direction: 'undo' | 'redo'): Promise<HistoryResult | null> {
    return askServer(this.client, () => this.client.sendRequest(historyRequest, { ...of(document), direction }));
  }

  occurrences(document: TextDocument, range: Range): Promise<Occurrences | null> {
    return askServer(this.client, () => this.client.sendRequest(occurrencesRequest, { ...of(document), range: toLsp(range) }));
  }

  likelyParts(document: TextDocument, content: Range): Promise<LikelyParts | null> {
    return askServer(this.client, () => this.client.sendRequest(likelyPartsRequest, { ...of(document), content: toLsp(content) }));
  }

  comments(document: TextDocument): Promise<{ readonly version: number; readonly threads: readonly CommentThread[] } | null> {
    return askServer(this.client, () => this.client.sendRequest(commentsRequest, of(document)));
  }

  checks(document: TextDocument): Promise<{ readonly version: number; readonly lines: readonly CheckLine[] } | null> {
    return askServer(this.client, () => this.client.sendRequest(checksRequest, of(document)));
  }

  updateAnchors(document: TextDocument): Promise<DecideResult | null> {
    return askServer(this.client, () => this.client.sendRequest(updateAnchorsRequest, of(document)));
  }
}
