/**
 * Notes and replies on annotations, in the editor's own comments. The editor leaves a thread where it was made while the text around it
 * changes, so threads are set anew from what the server says after each change.
 */
import { CommentMode, CommentThreadCollapsibleState, MarkdownString, commands, comments, window, workspace } from 'vscode';
import type { Comment, CommentAuthorInformation, CommentReply, CommentThread, Disposable, Range, TextDocument, Uri } from 'vscode';
import type { CommentLine, CommentThread as Thread } from '../../../server/src/annotatingProtocol.js';
import { fromLsp } from '../ranges.js';
import type { Deciding } from './deciding.js';
import type { AnnotatingRequests } from './requests.js';

/** A comment as the editor shows it; while it is being changed the editor writes into `body`. */
class Note implements Comment {
  body: string | MarkdownString;
  mode = CommentMode.Preview;
  readonly author: CommentAuthorInformation;
  readonly timestamp: Date;
  /** Of others it can only be read. */
  readonly contextValue: 'note' | 'othersNote';

  constructor(readonly line: CommentLine, readonly thread: CommentThread, readonly document: TextDocument, isOthers: boolean) {
    this.contextValue = isOthers ? 'othersNote' : 'note';
    this.body = asMarkdown(line.text);
    this.author = { name: line.author };
    this.timestamp = new Date(line.modified);
  }
}

/** A first note that is being written: the editor gives the focus to a thread whose one comment is being changed. */
class Draft implements Comment {
  body: string | MarkdownString = '';
  readonly mode = CommentMode.Editing;
  readonly author: CommentAuthorInformation = { name: 'New note' };
}

/** Threads of one document, by the annotation they are on. */
interface Shown {
  readonly document: TextDocument;
  readonly threads: Map<string, CommentThread>;
}

export class Notes implements Disposable {
  private readonly controller = comments.createCommentController('articleAnnotator.notes', 'Article Annotator');
  private readonly shown = new Map<string, Shown>();
  /** What a thread is on. */
  private readonly subjects = new WeakMap<CommentThread, { readonly document: TextDocument; readonly on: string }>();
  private readonly asked = new Map<string, number>();
  /** The thread of a first note that is being written. */
  private draft: CommentThread | undefined;
  private readonly closing = workspace.onDidCloseTextDocument(({ uri }) => this.forget(uri));

  constructor(private readonly requests: () => AnnotatingRequests | undefined, private readonly deciding: Deciding) {
    this.controller.options = { prompt: 'Reply', placeHolder: 'A note on these words' };
  }

  /** Threads as an editor shows them, for tests: "words: note | reply". */
  linesOf(document: TextDocument): string[] {
    return [...(this.shown.get(document.uri.toString())?.threads.values() ?? [])].map(({ range, comments: of }) => `${document.getText(range)}: ${of.map((one) => (one instanceof Note ? one.line.text : textOf(one.body))).join(' | ')}`);
  }

  /** Opens what is noted on the annotation; false if nothing is. */
  open(document: TextDocument, on: string): boolean {
    const thread = this.of(document).threads.get(on);
    if (thread !== undefined) thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
    return thread !== undefined;
  }

  /** The first note on an annotation is written beside its words. For what has no place in the text it is asked for. */
  async begin(document: TextDocument, on: string, quote: string, range: Range | undefined): Promise<void> {
    this.leaveDraft();
    if (range !== undefined) {
      const thread = this.create(document, on, range);
      thread.canReply = false;
      thread.label = `“${quote}”`;
      thread.collapsibleState = CommentThreadCollapsibleState.Expanded;
      // Last, and not at creation: the editor makes the field for it once, and letters typed into one that is made anew are lost.
      thread.comments = [new Draft()];
      this.setDraft(thread);
      return;
    }
    const { version } = document;
    const text = await window.showInputBox({ title: `Note on “${quote}”` });
    if (text === undefined || text.trim() === '') return;
    await this.deciding.decide(document, version, [{ do: 'comment', on, text }]);
    await this.refresh(document);
  }

  /** Nothing was written. */
  leaveDraft(): void {
    if (this.draft === undefined) return;
    this.draft.dispose();
    this.setDraft(undefined);
    void commands.executeCommand('workbench.action.focusActiveEditorGroup');
  }

  async save({ thread, text }: CommentReply): Promise<void> {
    const subject = this.subjects.get(thread);
    if (subject === undefined || text.trim() === '') return;
    const { document, on } = subject;
    await this.deciding.decide(document, document.version, [{ do: 'comment', on, text }]);
    await this.refresh(document);
  }

  /** What could not be kept stays where it was written. */
  private async saveDraft({ body }: Draft): Promise<void> {
    const subject = this.draft === undefined ? undefined : this.subjects.get(this.draft);
    const text = textOf(body);
    if (subject === undefined || text.trim() === '') {
      this.leaveDraft();
      return;
    }
    const { document, on } = subject;
    if ((await this.deciding.decide(document, document.version, [{ do: 'comment', on, text }])) === undefined) return;
    this.leaveDraft();
    await this.refresh(document);
  }

  startChange(note: unknown): void {
    if (note instanceof Note) this.setMode(note, CommentMode.Editing);
  }

  async saveChange(note: unknown): Promise<void> {
    if (note instanceof Draft) return this.saveDraft(note);
    if (!(note instanceof Note)) return;
    const text = textOf(note.body);
    this.setMode(note, CommentMode.Preview);
    if (text.trim() !== '' && text !== note.line.text) await this.deciding.decide(note.document, note.document.version, [{ do: 'changeComment', id: note.line.id, text }]);
    await this.refresh(note.document);
  }

  async leaveChange(note: unknown): Promise<void> {
    if (note instanceof Draft) this.leaveDraft();
    if (!(note instanceof Note)) return;
    this.setMode(note, CommentMode.Preview);
    await this.refresh(note.document);
  }

  async remove(note: unknown): Promise<void> {
    if (!(note instanceof Note)) return;
    await this.deciding.decide(note.document, note.document.version, [{ do: 'deleteComment', id: note.line.id }]);
    await this.refresh(note.document);
  }

  /** Sets all threads of the document to where their annotations stand now. An answer for another version is dropped: its own change asks again. */
  async refresh(document: TextDocument): Promise<void> {
    const key = document.uri.toString();
    const turn = (this.asked.get(key) ?? 0) + 1;
    this.asked.set(key, turn);
    const found = await this.requests()?.comments(document);
    if (!found || found.version !== document.version || this.asked.get(key) !== turn) return;
    this.draw(document, found.threads);
  }

  isShownIn(uri: Uri): boolean {
    return (this.shown.get(uri.toString())?.threads.size ?? 0) > 0;
  }

  dispose(): void {
    this.closing.dispose();
    this.controller.dispose();
  }

  private draw(document: TextDocument, found: readonly Thread[]): void {
    const { threads } = this.of(document);
    const left = new Set(threads.keys());
    for (const { on, range, quote, comments: lines, isOthers } of found) {
      // What is noted on an orphan stands in the view: it has no place in the text.
      if (range === null || lines.length === 0) continue;
      left.delete(on);
      const place = fromLsp(range);
      const thread = threads.get(on) ?? this.create(document, on, place);
      threads.set(on, thread);
      if (isOthers && thread.canReply) thread.canReply = false;
      if (!thread.range.isEqual(place)) thread.range = place;
      // The editor draws a thread anew with each thing that is set, and what is being typed into it is lost for a moment.
      if (thread.label !== `“${quote}”`) thread.label = `“${quote}”`;
      if (!isSame(thread.comments, lines)) thread.comments = lines.map((line) => new Note(line, thread, document, isOthers));
    }
    for (const on of left) {
      const thread = threads.get(on);
      thread?.dispose();
      threads.delete(on);
    }
  }

  private create(document: TextDocument, on: string, range: Range): CommentThread {
    const thread = this.controller.createCommentThread(document.uri, range, []);
    thread.canReply = true;
    thread.contextValue = 'notes';
    this.subjects.set(thread, { document, on });
    return thread;
  }

  private setDraft(thread: CommentThread | undefined): void {
    this.draft = thread;
    void commands.executeCommand('setContext', 'articleAnnotator.draftingNote', thread !== undefined);
  }

  private setMode(note: Note, mode: CommentMode): void {
    note.mode = mode;
    note.body = mode === CommentMode.Editing ? note.line.text : asMarkdown(note.line.text);
    // The editor draws a thread anew when it is given its comments.
    note.thread.comments = [...note.thread.comments];
  }

  private of(document: TextDocument): Shown {
    const key = document.uri.toString();
    const known = this.shown.get(key) ?? { document, threads: new Map<string, CommentThread>() };
    this.shown.set(key, known);
    return known;
  }

  private forget(uri: Uri): void {
    if (this.draft?.uri.toString() === uri.toString()) this.leaveDraft();
    for (const thread of this.shown.get(uri.toString())?.threads.values() ?? []) thread.dispose();
    this.shown.delete(uri.toString());
  }
}

function isSame(shown: readonly Comment[], lines: readonly CommentLine[]): boolean {
  return shown.length === lines.length && shown.every((one, i) => one instanceof Note && (one.mode === CommentMode.Editing || JSON.stringify(one.line) === JSON.stringify(lines[i])));
}

/** As it was written: no link, image or command that somebody put into a file. */
function asMarkdown(text: string): MarkdownString {
  return new MarkdownString().appendText(text);
}

function textOf(body: string | MarkdownString): string {
  return typeof body === 'string' ? body : body.value;
}
