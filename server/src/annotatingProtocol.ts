/**
 * Requests of annotating, typed once for both sides: what people decide about suggestions, and what they add.
 * Every offset is that of the `version` beside it; a request made for another version changes nothing and says `outdated`.
 */
import { NotificationType, NotificationType0, RequestType } from 'vscode-languageserver-protocol';
import type { Position, Range, TextDocumentIdentifier } from 'vscode-languageserver-protocol';
import type { InSightParams, ListChanges, ListChangesParams } from './protocol.js';

export const CHECK_STATES = ['unchecked', 'asked', 'checked', 'cannot-tell'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** `edited`: found again, its words changed, until a person confirms. `incomplete`: a claim of which a part is lost. `orphaned`: its place is not known. */
export type Anchoring = 'anchored' | 'edited' | 'incomplete' | 'orphaned';

/** Ranges never span lines: a part of several lines has several. */
export interface ClaimParts {
  readonly source: readonly Range[];
  readonly cue: readonly Range[];
  readonly content: readonly Range[];
}

/** What a person may decide on, or has decided. */
export interface AnnotationItem {
  /** `urn:uuid:…` once it is kept in the sidecar; a suggestion's own id stays while its words, its type and its place in the text do. */
  readonly id: string;
  readonly kind: 'entity' | 'claim';
  readonly review: 'undecided' | 'accepted' | 'rejected';
  readonly anchoring: Anchoring;
  readonly origin: 'machine' | 'person';
  /** Entity type, or the claim's source kind. */
  readonly type: string;
  /** The words, or those that were stored where the place is lost; of about 200 characters at most. */
  readonly quote: string;
  /** Id of the entity in the present analysis, so that all of one entity can be decided on. */
  readonly entity: string | null;
  /** 0–1; `null` for what a person made. */
  readonly confidence: number | null;
  /** From its first word to its last in one paragraph; `null` where orphaned. */
  readonly range: Range | null;
  /** For claims that have a place. */
  readonly parts: ClaimParts | null;
  /** For orphans: places where it may belong, likeliest first, three at most. */
  readonly proposals: readonly Range[];
  readonly check: CheckState | null;
  readonly comments: number;
}

export interface AnnotationCounts {
  readonly undecided: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly orphaned: number;
}

export interface AnnotationsParams {
  readonly textDocument: TextDocumentIdentifier;
  /** Only what touches these ranges; without them everything, orphans included. */
  readonly ranges?: readonly Range[];
  /** Only those of these ids; also of those in files of other people. */
  readonly ids?: readonly string[];
}

export interface AnnotationsResult {
  readonly version: number;
  /** Grows with every decision, whoever made it. */
  readonly revision: number;
  /** In order of the text; orphans last. */
  readonly items: readonly AnnotationItem[];
}

/** From client. `null` for a document that is not annotated. */
export const annotationsRequest = new RequestType<AnnotationsParams, AnnotationsResult | null, void>('articleAnnotator/annotations');

/** What waits for a decision, as it is marked in the text: a claim where its words are that are said. */
export interface WaitingMark {
  readonly id: string;
  /** No suggestion, but an annotation whose words were changed. */
  readonly isChanged: boolean;
  readonly ranges: readonly Range[];
}

export interface WaitingResult {
  readonly version: number;
  readonly marks: readonly WaitingMark[];
}

/** From client, in review mode, for what is in sight: after each decision. */
export const waitingRequest = new RequestType<InSightParams, WaitingResult | null, void>('articleAnnotator/waiting');

/** An annotation as a list has it: without places, which move with every edit. */
export interface AnnotationLine extends Omit<AnnotationItem, 'origin' | 'entity' | 'range' | 'parts' | 'proposals'> {
  /** How many places there are to which an orphan may belong. */
  readonly proposals: number;
  /** Whose it is, if it stands in another person's file: to be looked at, and not for us to change. `null` for one's own. */
  readonly by: string | null;
}

/** From client, for a list that is looked at while one decides: all annotations, in the order of `annotations`; after them those in files of other people. */
export const annotationChangesRequest = new RequestType<ListChangesParams, ListChanges<AnnotationLine> | null, void>('articleAnnotator/annotationChanges');

export interface Evidence {
  readonly kind: 'link' | 'file' | 'note';
  readonly value: string;
}

/** Attributes of a claim as `docs` and the sidecar name them; what is left out is taken from the text. */
export interface ClaimAttributes {
  readonly stance?: string;
  readonly certainty?: string;
  readonly quotation?: string;
  readonly sourceKind?: string;
}

export type Decision =
  | { readonly do: 'accept' | 'reject'; readonly ids: readonly string[] }
  /** Back to what the machine says. For what a person added: takes it away. */
  | { readonly do: 'reopen'; readonly ids: readonly string[] }
  /** A rejection and an addition. */
  | { readonly do: 'retype'; readonly ids: readonly string[]; readonly type: string }
  | { readonly do: 'resize'; readonly id: string; readonly edge: 'start' | 'end'; readonly change: 'extend' | 'shrink' }
  | { readonly do: 'addEntities'; readonly ranges: readonly Range[]; readonly type: string }
  | { readonly do: 'addClaim'; readonly parts: ClaimParts; readonly attributes: ClaimAttributes }
  /** Puts an orphan (or anything else) where a person says it belongs. */
  | { readonly do: 'place'; readonly id: string; readonly range: Range }
  /** The new words of an edited one are right. */
  | { readonly do: 'confirm'; readonly ids: readonly string[] }
  | { readonly do: 'check'; readonly id: string; readonly state: CheckState; readonly evidence: readonly Evidence[] }
  | { readonly do: 'comment'; readonly on: string; readonly text: string }
  | { readonly do: 'changeComment'; readonly id: string; readonly text: string }
  | { readonly do: 'deleteComment'; readonly id: string }
  | { readonly do: 'setArticleDate'; readonly date: string | null }
  | { readonly do: 'twoPeople'; readonly names: readonly [string, string] }
  /** What later features keep: an ignored finding, a linked speaker, a confirmed identity, a reminder. Without ranges it is about the whole article. */
  | { readonly do: 'keep'; readonly body: KeptBody; readonly ranges: readonly Range[] }
  /** Another day, or other words, for a reminder. */
  | { readonly do: 'changeReminder'; readonly id: string; readonly date: string; readonly note: string }
  /** Takes away what was kept, or declared ("two people"). */
  | { readonly do: 'forget'; readonly id: string };

export type KeptBody =
  | { readonly type: 'ignoredFinding'; readonly rule: string; readonly key: string; readonly note?: string }
  | { readonly type: 'speaker'; readonly entity: string }
  | { readonly type: 'identity'; readonly iri: string; readonly service: string; readonly retrieved: string; readonly label: string; /** Canonical name and type of the entity, by which other articles know it again. */ readonly name?: string; readonly entityType?: string }
  | { readonly type: 'reminder'; readonly date: string; readonly note: string };

export interface DecideParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly version: number;
  /** One step of the history, whatever their number. */
  readonly decisions: readonly Decision[];
}

export interface DecideResult {
  /** `outdated`: the document has another version by now. `refused`: `message` says why (a read-only folder, a sidecar with conflict markers). */
  readonly outcome: 'done' | 'outdated' | 'refused';
  readonly message?: string;
  /** What now stands for each thing decided on, in order. */
  readonly ids: readonly string[];
}

/** From client. Answered when the decision holds; it is on disk within a second after. */
export const decideRequest = new RequestType<DecideParams, DecideResult | null, void>('articleAnnotator/decide');

export interface HistoryParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly direction: 'undo' | 'redo';
}

export interface HistoryResult {
  /** False where there is nothing to take back. */
  readonly done: boolean;
  /** What was taken back or done again, in words: "Accepted “Ana Ruiz”". */
  readonly label: string;
  /** Where to look; `null` where its place is not known. */
  readonly range: Range | null;
}

/** From client: decisions have a history of their own, beside the text's. */
export const historyRequest = new RequestType<HistoryParams, HistoryResult | null, void>('articleAnnotator/decisionHistory');

/** What is wrong with what is kept beside the article, or was done about it ("both kept"). */
export interface SidecarProblem {
  /** One line, with file and place. */
  readonly message: string;
  /** The file to look at, and the line in it from 0; `null` where there is none. */
  readonly uri: string | null;
  readonly line: number | null;
}

export interface OthersFile {
  readonly uri: string;
  /** Whose; "everybody" for the file that all share. */
  readonly name: string;
  readonly annotations: number;
  /** With file and line, where it cannot be read as a whole. */
  readonly problem: string | null;
}

export interface AnnotationsChangedParams {
  readonly uri: string;
  readonly version: number;
  readonly revision: number;
  readonly counts: AnnotationCounts;
  /** The newest change of the document is a decision, so that the editor's undo means it. */
  readonly newestIsDecision: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Where the sidecar cannot be read or written, or somebody else has written it too; `null` while all is well. */
  readonly problem: SidecarProblem | null;
  /** Everything decided is on disk. */
  readonly saved: boolean;
  /** Files of other people on the same article. */
  readonly others: readonly OthersFile[];
}

/** From server: after each decision, each saving, each change from outside, and with each analysed version of a document that has annotations; not where it would say the same again. */
export const annotationsChangedNotification = new NotificationType<AnnotationsChangedParams>('articleAnnotator/annotationsChanged');

export interface OccurrencesParams {
  readonly textDocument: TextDocumentIdentifier;
  /** The words that are looked for. */
  readonly range: Range;
}

export interface Occurrence {
  readonly range: Range;
  /** Some words around it, for a list. */
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** What stands there already: an accepted annotation of this type, if any. */
  readonly acceptedAs: string | null;
}

/** From client: every place where the same words stand as whole words, this one included, outside boilerplate. */
export const occurrencesRequest = new RequestType<OccurrencesParams, { readonly version: number; readonly suggestedType: string | null; readonly occurrences: readonly Occurrence[] } | null, void>('articleAnnotator/occurrences');

export interface LikelyPart {
  /** None: that nobody is named for the words. */
  readonly ranges: readonly Range[];
  readonly text: string;
  /** Why it is offered: "subject of “said” beside the quotation". */
  readonly reason: string;
}

export interface LikelyPartsParams {
  readonly textDocument: TextDocumentIdentifier;
  readonly content: Range;
}

/** From client: who may answer for the words, and by which cue, likeliest first. */
export const likelyPartsRequest = new RequestType<LikelyPartsParams, { readonly version: number; readonly sources: readonly LikelyPart[]; readonly cues: readonly LikelyPart[] } | null, void>('articleAnnotator/likelyParts');

export interface CommentLine {
  readonly id: string;
  readonly text: string;
  readonly author: string;
  /** ISO, UTC. */
  readonly modified: string;
}

export interface CommentThread {
  /** Id of the annotation that is commented on. */
  readonly on: string;
  readonly quote: string;
  /** Where it stands now; `null` where orphaned. */
  readonly range: Range | null;
  readonly comments: readonly CommentLine[];
  /** In another person's file: it can be read, and neither be answered nor changed. */
  readonly isOthers: boolean;
}

/** From client. */
export const commentsRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, { readonly version: number; readonly threads: readonly CommentThread[] } | null, void>('articleAnnotator/comments');

export interface CheckLine {
  /** Id of the annotation or suggestion that is checked. */
  readonly on: string;
  readonly kind: 'entity' | 'claim';
  readonly type: string;
  readonly quote: string;
  readonly source: string;
  readonly state: CheckState;
  readonly evidence: readonly Evidence[];
  /** Who and when; empty while unchecked. */
  readonly by: string;
  readonly when: string;
  readonly range: Range | null;
}

export interface CheckingLog {
  readonly version: number;
  readonly lines: readonly CheckLine[];
  /** Words of the article's headline, and its date; empty and null where it has none. */
  readonly title: string;
  readonly date: { readonly iso: string; readonly from: 'header' | 'dateline' | 'fileName' | 'person' } | null;
}

/** From client: the checking log. Every claim is in it, checked or not; names and figures once something was noted about them. */
export const checksRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, CheckingLog | null, void>('articleAnnotator/checks');

export type CheckRow = Omit<CheckLine, 'range'>;

/** From client, for a list that is looked at while one decides: the checking log without places. */
export const checkChangesRequest = new RequestType<ListChangesParams, ListChanges<CheckRow> | null, void>('articleAnnotator/checkChanges');

/** A claim to look at again. */
export interface ReminderLine {
  readonly id: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** What to look for; may be empty. */
  readonly note: string;
  readonly quote: string;
  /** Where it stands now; `null` where its words are gone. */
  readonly range: Range | null;
  /** Who set it. */
  readonly by: string;
}

/** From client: the reminders of the article, the earliest day first. */
export const remindersRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, { readonly version: number; readonly reminders: readonly ReminderLine[] } | null, void>('articleAnnotator/reminders');

/** A claim to look at again in another article of the workspace. */
export interface ReminderElsewhere extends Omit<ReminderLine, 'range'> {
  /** Of the article, and the name of its file. */
  readonly uri: string;
  readonly article: string;
}

export interface DueElsewhere {
  /** How many there are: the newest of very many are told. */
  readonly count: number;
  /** The earliest day first. */
  readonly reminders: readonly ReminderElsewhere[];
}

/** From client: what is due in the other articles of the workspace by `day`, which is today. */
export const remindersElsewhereRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier; readonly day: string }, DueElsewhere | null, void>('articleAnnotator/remindersElsewhere');

/** To client: it may be another answer now. */
export const remindersElsewhereNotification = new NotificationType0('articleAnnotator/remindersElsewhereChanged');

/** From client: where a reminder of an article, which need not be open, stands; `null` where its words are gone. */
export const reminderPlaceRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier; readonly id: string }, Range | null, void>('articleAnnotator/reminderPlace');

export interface Remindable {
  readonly version: number;
  /** What is said. */
  readonly quote: string;
  readonly ranges: readonly Range[];
  /** The last day of which the claim speaks; `null` where it names none. */
  readonly day: string | null;
  /** A reminder of it that there is. */
  readonly reminder: ReminderLine | null;
}

/** From client: the claim at the position, that a reminder may be set of; `null` where there is none. */
export const remindableRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier; readonly position: Position }, Remindable | null, void>('articleAnnotator/remindable');

/** From client: writes all positions anew on the present text. */
export const updateAnchorsRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, DecideResult | null, void>('articleAnnotator/updateAnchors');

/** A sidecar that was made for the very text of an article that has none. */
export interface CopySource {
  readonly uri: string;
  /** Name of the article that it belongs to. */
  readonly article: string;
  /** How many annotations it holds. */
  readonly annotations: number;
  /** Who decided. */
  readonly people: readonly string[];
}

export interface CopyFoundParams {
  readonly uri: string;
  /** One at least. */
  readonly from: readonly CopySource[];
}

/** From server, once for each opening: the article has no annotations, and its text is that of others that have. Nothing is taken along by itself. */
export const copyFoundNotification = new NotificationType<CopyFoundParams>('articleAnnotator/copyFound');

/** From client: where annotations of the very same text are kept. */
export const copiesRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier }, { readonly from: readonly CopySource[] } | null, void>('articleAnnotator/copies');

/** From client: what the sidecar `from` holds is decided here, too, under the names and times of those who decided; one step of the history. The other file stays as it is. */
export const takeAlongRequest = new RequestType<{ readonly textDocument: TextDocumentIdentifier; readonly from: string }, DecideResult | null, void>('articleAnnotator/takeAlong');

/* ---------- files that the server cannot reach by itself: on the web, and in virtual workspaces ---------- */

export type FileRequest =
  | { readonly do: 'read'; readonly uri: string }
  /** Whole and at once, or not at all; `replaces`: the content must still be this, `null` for no file. */
  | { readonly do: 'write'; readonly uri: string; readonly content: string; readonly replaces: string | null }
  | { readonly do: 'rename'; readonly from: string; readonly to: string }
  | { readonly do: 'list'; readonly folder: string }
  /** Files and folders in a folder, no links. */
  | { readonly do: 'entries'; readonly folder: string }
  /** Size and time of files. */
  | { readonly do: 'marks'; readonly uris: readonly string[] };

export interface FileEntry {
  readonly uri: string;
  readonly isFolder: boolean;
}

export type FileAnswer =
  /** `edited`: of a file that was read, the ISO day on which it was last written. */
  | { readonly ok: true; readonly content?: string | null; readonly edited?: string; readonly names?: readonly string[]; readonly entries?: readonly FileEntry[]; /** One for each file that was asked about, in their order; null for what is no file. */ readonly marks?: readonly ({ readonly modified: number; readonly size: number } | null)[] }
  /** `changed`: somebody else has written it in between. */
  | { readonly ok: false; readonly reason: 'changed' | 'read-only' | 'full' | 'failed'; readonly message: string };

/** From server. */
export const fileRequest = new RequestType<FileRequest, FileAnswer, void>('articleAnnotator/file');
