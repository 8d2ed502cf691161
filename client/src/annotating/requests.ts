/** The requests of annotating, as methods. `null` wherever there is nothing to answer, as in `../requests.ts`. */
import type { Position, Range, TextDocument } from 'vscode';
import type { BaseLanguageClient, Range as LspRange } from 'vscode-languageclient';
import { annotationChangesRequest, annotationsRequest, checkChangesRequest, checksRequest, commentsRequest, copiesRequest, decideRequest, historyRequest, likelyPartsRequest, occurrencesRequest, remindableRequest, reminderPlaceRequest, remindersElsewhereRequest, remindersRequest, takeAlongRequest, updateAnchorsRequest, waitingRequest } from '../../../server/src/annotatingProtocol.js';
import type { AnnotationItem, AnnotationLine, AnnotationsResult, CheckRow, CheckingLog, CommentThread, CopySource, DecideResult, Decision, DueElsewhere, HistoryResult, LikelyPart, Occurrence, Remindable, ReminderLine, WaitingResult } from '../../../server/src/annotatingProtocol.js';
import type { ListChanges } from '../../../server/src/protocol.js';
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

  /** What waits for a decision, for its marks. */
  waiting(document: TextDocument, ranges: readonly Range[]): Promise<WaitingResult | null> {
    return askServer(this.client, () => this.client.sendRequest(waitingRequest, { ...of(document), ranges: ranges.map(toLsp) }));
  }

  /** One of them; undefined if there is none of that id by now. */
  async annotation(document: TextDocument, id: string): Promise<{ readonly version: number; readonly item: AnnotationItem } | undefined> {
    const found = await askServer(this.client, () => this.client.sendRequest(annotationsRequest, { ...of(document), ids: [id] }));
    const [item] = found?.items ?? [];
    return found === null || item === undefined ? undefined : { version: found.version, item };
  }

  /** What has changed in the list of all. */
  annotationChanges(document: TextDocument, since: string | null): Promise<ListChanges<AnnotationLine> | null> {
    return askServer(this.client, () => this.client.sendRequest(annotationChangesRequest, { ...of(document), since }));
  }

  checkChanges(document: TextDocument, since: string | null): Promise<ListChanges<CheckRow> | null> {
    return askServer(this.client, () => this.client.sendRequest(checkChangesRequest, { ...of(document), since }));
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

  checks(document: TextDocument): Promise<CheckingLog | null> {
    return askServer(this.client, () => this.client.sendRequest(checksRequest, of(document)));
  }

  reminders(document: TextDocument): Promise<{ readonly version: number; readonly reminders: readonly ReminderLine[] } | null> {
    return askServer(this.client, () => this.client.sendRequest(remindersRequest, of(document)));
  }

  /** What is due in the other articles of the workspace by the day. */
  remindersElsewhere(document: TextDocument, day: string): Promise<DueElsewhere | null> {
    return askServer(this.client, () => this.client.sendRequest(remindersElsewhereRequest, { ...of(document), day }));
  }

  /** Of an article that need not be open. */
  reminderPlace(uri: string, id: string): Promise<LspRange | null> {
    return askServer(this.client, () => this.client.sendRequest(reminderPlaceRequest, { textDocument: { uri }, id }));
  }

  remindable(document: TextDocument, { line, character }: Position): Promise<Remindable | null> {
    return askServer(this.client, () => this.client.sendRequest(remindableRequest, { ...of(document), position: { line, character } }));
  }

  copies(document: TextDocument): Promise<{ readonly from: readonly CopySource[] } | null> {
    return askServer(this.client, () => this.client.sendRequest(copiesRequest, of(document)));
  }

  /** `from`: the sidecar. */
  takeAlong(document: TextDocument, from: string): Promise<DecideResult | null> {
    return askServer(this.client, () => this.client.sendRequest(takeAlongRequest, { ...of(document), from }));
  }

  updateAnchors(document: TextDocument): Promise<DecideResult | null> {
    return askServer(this.client, () => this.client.sendRequest(updateAnchorsRequest, of(document)));
  }
}
