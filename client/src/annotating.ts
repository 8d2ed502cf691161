/** What a person does with suggestions: decide, correct, add, check, note. A bundle of its own, loaded when the first of it is used, or when an article has annotations. */
import { Disposable, commands, window, workspace } from 'vscode';
import type { CommentReply, ExtensionContext, TextDocument, TextEditor, Uri } from 'vscode';
import type { AnnotationItem, CheckState } from '../../server/src/annotatingProtocol.js';
import { articleAtHand, isArticle } from './articleAtHand.js';
import { addClaim, addEntity, annotateEveryOccurrence, askType } from './annotating/adding.js';
import type { AddingParts } from './annotating/adding.js';
import { Copies } from './annotating/copies.js';
import { exportChecks, noteCheck } from './annotating/checking.js';
import { Deciding, say } from './annotating/deciding.js';
import { ItemStore } from './annotating/itemStore.js';
import { VIEW_KEYS, typeOfLetter } from './annotating/keys.js';
import { Notes } from './annotating/notes.js';
import { PickInText } from './annotating/pickInText.js';
import { Problems } from './annotating/problems.js';
import type { AnnotatingRequests } from './annotating/requests.js';
import { Review } from './annotating/review.js';
import { showReviewKeys } from './annotating/reviewKeys.js';
import { decideOnSeveral } from './annotating/severalAtOnce.js';
import { isRow, isTarget, uriOf } from './annotating/target.js';
import type { AnnotatingCommand } from './commands/annotatingCommands.js';
import type { AnnotationStates, CopyStates, DocumentStates } from './documentStates.js';
import { fromLsp, toLsp } from './ranges.js';
import type { Session } from './session.js';
import { Spotlight } from './spotlight.js';
import { AnnotationsContent } from './views/annotations.js';
import type { AnnotationLines } from './views/annotations.js';
import { OTHERS } from './views/annotationRows.js';
import { shownChecks } from './views/checkRows.js';
import { ChecksContent } from './views/checks.js';
import type { CheckLines } from './views/checks.js';
import type { Frames } from './views/frames.js';
import { clearFilter, copyList, filterList, searchList, sortList } from './views/listCommands.js';
import { ListView } from './views/listView.js';

export interface AnnotatingParts {
  readonly context: ExtensionContext;
  readonly states: DocumentStates;
  readonly annotations: AnnotationStates;
  readonly copies: CopyStates;
  readonly frames: Frames;
  /** Undefined until there is an article. */
  readonly session: () => Session | undefined;
  readonly report: (error: unknown) => void;
}

/** An annotation that a command is about, in a document of that version. */
interface Meant {
  readonly document: TextDocument;
  readonly version: number;
  readonly item: AnnotationItem;
}

export class Annotating implements Disposable {
  readonly annotations: ListView<AnnotationLines>;
  readonly checks: ListView<CheckLines>;
  readonly review: Review;
  readonly notes: Notes;
  private readonly annotationsContent: AnnotationsContent;
  private readonly checksContent: ChecksContent;
  private readonly items: ItemStore;
  private readonly deciding: Deciding;
  private readonly copies: Copies;
  private readonly picking = new PickInText();
  private readonly spotlight = new Spotlight();
  private readonly subscriptions: Disposable;
  /** Keys come faster than answers: each command finds what the one before has left. */
  private working: Promise<void> = Promise.resolve();

  constructor(private readonly parts: AnnotatingParts) {
    const { context, states, annotations, frames, report } = parts;
    const requests = (): AnnotatingRequests | undefined => parts.session()?.annotating;
    this.items = new ItemStore(requests, states, annotations);
    this.deciding = new Deciding(requests, this.items);
    this.review = new Review({
      requests, items: this.items, deciding: this.deciding, spotlight: this.spotlight, report,
      isArticle: (document) => isArticle(document, states), left: (document) => annotations.get(document.uri)?.counts.undecided, show: (isOn, left) => parts.session()?.reviewBar.show(isOn, left),
    });
    this.notes = new Notes(requests, this.deciding);
    this.copies = new Copies({ copies: parts.copies, requests, memento: context.workspaceState, report });
    this.annotationsContent = new AnnotationsContent(requests, annotations);
    this.checksContent = new ChecksContent(requests);
    const common = { states, report, spotlight: this.spotlight, memento: context.globalState, also: annotations.onDidChange };
    this.annotations = new ListView(this.annotationsContent, frames.annotations, common);
    this.checks = new ListView(this.checksContent, frames.checks, common);
    const changed = (uri: Uri): void => this.changed(uri);
    this.subscriptions = Disposable.from(
      this.items, this.review, this.notes, this.picking, this.spotlight, this.annotations, this.checks, this.copies, new Problems(annotations),
      annotations.onDidChange(changed),
      states.onDidChange(changed),
    );
    for (const document of workspace.textDocuments) this.changed(document.uri);
  }

  view(name: 'annotations' | 'checks'): ListView<AnnotationLines> | ListView<CheckLines> {
    return this[name];
  }

  /** One after the other; a command that waits for a person lets the next ones through. */
  async run(command: AnnotatingCommand, args: readonly unknown[]): Promise<void> {
    if (ASKING.has(command)) {
      await this.working;
      await this.commands[command](args[0], args[1]);
      return;
    }
    const done = this.working.then(async () => this.commands[command](args[0], args[1]));
    this.working = done.catch(() => undefined);
    await done;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private readonly commands: Readonly<Record<AnnotatingCommand, (first: unknown, second: unknown) => Promise<void> | void>> = {
    toggleReview: () => (this.review.isReviewing ? this.review.leave() : this.inArticle((editor) => this.review.toggle(editor))),
    leaveReview: () => this.review.leave(),
    nextUndecided: () => this.inArticle((editor) => this.review.go(editor, 'next')),
    previousUndecided: () => this.inArticle((editor) => this.review.go(editor, 'previous')),
    showReviewKeys: () => showReviewKeys(),
    accept: (target, selected) => this.judge('accept', target, selected),
    reject: (target, selected) => this.judge('reject', target, selected),
    changeType: (target) => this.changeType(target),
    reopen: (target, selected) => this.reopen(target, selected),
    extendEnd: () => this.inArticle((editor) => this.review.resize(editor, 'end', 'extend')),
    shrinkEnd: () => this.inArticle((editor) => this.review.resize(editor, 'end', 'shrink')),
    extendStart: () => this.inArticle((editor) => this.review.resize(editor, 'start', 'extend')),
    shrinkStart: () => this.inArticle((editor) => this.review.resize(editor, 'start', 'shrink')),
    acceptSeveral: () => this.decideOnSeveral('accept'),
    rejectSeveral: () => this.decideOnSeveral('reject'),
    undoDecision: (by) => this.moveInHistory('undo', by === BY_KEY),
    redoDecision: (by) => this.moveInHistory('redo', by === BY_KEY),
    addEntity: () => this.adding((parts, editor) => addEntity(parts, editor)),
    annotateEveryOccurrence: () => this.adding(annotateEveryOccurrence),
    addClaim: () => this.adding(addClaim),
    discard: (target, selected) => (isRow(target) ? this.reopen(target, selected) : undefined),
    placeHere: (target) => this.placeHere(target),
    updateAnchors: () => this.inArticle((editor) => this.updateAnchors(editor)),
    takeAlong: () => this.inArticle(({ document }) => this.copies.choose(document)),
    addNote: (target) => this.addNote(target),
    saveNote: (reply) => this.notes.save(reply as CommentReply),
    leaveNote: () => this.notes.leaveDraft(),
    changeNote: (note) => this.notes.startChange(note),
    saveNoteChange: (note) => this.notes.saveChange(note),
    leaveNoteChange: (note) => this.notes.leaveChange(note),
    deleteNote: (note) => this.notes.remove(note),
    noteCheck: (target) => this.noteCheck(target),
    exportChecks: () => this.exportChecks(),
    searchAnnotations: () => searchList(this.annotations),
    filterAnnotations: () => filterList(this.annotations),
    clearAnnotationsFilter: () => clearFilter(this.annotations),
    sortAnnotations: () => sortList(this.annotations),
    copyAnnotations: () => copyList(this.annotations),
    filterChecks: () => filterList(this.checks),
    clearChecksFilter: () => clearFilter(this.checks),
    sortChecks: () => sortList(this.checks),
    reviewType: (letter) => this.reviewType(String(letter)),
    reviewCheck: (state) => this.inArticle((editor) => this.review.check(editor, state as CheckState)),
    ignoreKey: () => say('Review mode writes nothing into the text. Escape leaves it.'),
    takeWords: () => { if (window.activeTextEditor !== undefined) this.picking.take(window.activeTextEditor); },
    leaveWords: () => this.picking.leave(),
    onRow: (does) => this.onRow(this.annotations, does),
    onCheck: (does) => this.onRow(this.checks, does),
    decideParagraph: (target, review) => this.decideParagraph(target, review === 'reject' ? 'reject' : 'accept'),
  };

  /** What a row or a code action names; else undefined, and the command is about what the cursor stands in. */
  private async meant(target: unknown): Promise<Meant | undefined> {
    if (isTarget(target)) {
      const document = workspace.textDocuments.find(({ uri }) => uri.toString() === uriOf(target).toString());
      return document === undefined ? undefined : this.meantBy(document, target.id);
    }
    if (!isRow(target)) return undefined;
    if (target.id.startsWith('check:')) {
      const current = await this.checks.feed.upToDate();
      return current === undefined ? undefined : this.meantBy(current.document, this.checksContent.idOf(target.id, current.result));
    }
    const current = await this.annotations.feed.upToDate();
    return current === undefined ? undefined : this.meantBy(current.document, this.annotationsContent.idOf(target.id, current.result));
  }

  /** All rows that are selected, if the row is one of them. */
  private async allMeant(target: unknown, selected: unknown): Promise<readonly Meant[]> {
    const targets: readonly unknown[] = Array.isArray(selected) && selected.includes(target) ? selected : [target];
    const found = await Promise.all(targets.map(async (one) => this.meant(one)));
    return found.filter((one) => one !== undefined);
  }

  private async meantBy(document: TextDocument, id: string | undefined): Promise<Meant | undefined> {
    const found = id === undefined ? undefined : await this.parts.session()?.annotating.annotation(document, id);
    return found === undefined ? undefined : { document, ...found };
  }

  /** A key in a view, on the row that has the focus. When the row leaves its heading, the focus goes on to the next, and the text goes with it. */
  private async onRow(view: ListView<AnnotationLines> | ListView<CheckLines>, does: unknown): Promise<void> {
    if (does === 'key') {
      view.keyPressed();
      return;
    }
    const all = view.atHand().filter(({ kind }) => kind !== 'group');
    const rows = all.filter(({ context }) => context !== OTHERS);
    if (rows.length === 0 && all.length > 0) {
      say('It stands in the file of another person, and is theirs to change.');
      return;
    }
    const [row] = rows;
    const command = VIEW_KEYS.find((key) => key.does === does)?.does;
    if (row === undefined || command === undefined) {
      say('Go to a row with the arrow keys first.');
      return;
    }
    const isOrphan = row.context === 'orphan' || row.context === 'lostOrphan';
    const next = MOVES_ROWS.has(command) ? view.neighbourOf(row, rows) : undefined;
    // At once, so that nothing moves under a key that comes next.
    await view.reveal(next ?? row);
    await this.commands[command === 'reject' && isOrphan ? 'discard' : command](row, rows);
    if (next === undefined) return;
    const meant = await this.meant(next);
    const editor = window.visibleTextEditors.find(({ document }) => document === meant?.document);
    if (editor !== undefined && meant !== undefined && meant.item.range !== null) this.spotlight.move(editor, fromLsp(meant.item.range));
  }

  private async judge(review: 'accept' | 'reject', target: unknown, selected: unknown): Promise<void> {
    if (target === undefined) return this.inArticle((editor) => this.review.judge(editor, review));
    const meant = await this.allMeant(target, selected);
    const [first] = meant;
    if (first === undefined) return;
    const isChanged = ({ item }: Meant): boolean => review === 'accept' && item.review === 'accepted';
    const ids = (some: readonly Meant[]): string[] => some.map(({ item }) => item.id);
    const [changed, others] = [meant.filter(isChanged), meant.filter((one) => !isChanged(one))];
    await this.decide(first.document, first.version, [
      ...(changed.length === 0 ? [] : [{ do: 'confirm' as const, ids: ids(changed) }]),
      ...(others.length === 0 ? [] : [{ do: review, ids: ids(others) }]),
    ]);
  }

  private async reopen(target: unknown, selected: unknown): Promise<void> {
    const meant = await this.allMeant(target, selected);
    const [first] = meant;
    if (first !== undefined) await this.decide(first.document, first.version, [{ do: 'reopen', ids: meant.map(({ item }) => item.id) }]);
    else if (target === undefined) await this.inArticle((editor) => this.review.reopen(editor));
  }

  private async changeType(target: unknown): Promise<void> {
    if (target === undefined) {
      return this.inArticle(async (editor) => {
        const found = await this.review.here(editor);
        const type = found === undefined ? undefined : await askType(`Change the type of “${found.item.quote}”`, found.item.kind, found.item.type);
        if (found !== undefined && type !== undefined) await this.review.retype(editor, found.held, found.item, type);
      });
    }
    const meant = await this.meant(target);
    if (meant === undefined) return;
    const type = await askType(`Change the type of “${meant.item.quote}”`, meant.item.kind, meant.item.type);
    if (type !== undefined) await this.decide(meant.document, meant.version, [{ do: 'retype', ids: [meant.item.id], type }]);
  }

  /** With words selected, the letter adds them; else it says what the suggestion is. */
  private reviewType(letter: string): Promise<void> {
    return this.inArticle(async (editor) => {
      if (editor.selection.isEmpty) return this.review.retypeByLetter(editor, letter);
      const type = typeOfLetter('entity', letter);
      const parts = this.addingParts();
      if (type === undefined || parts === undefined) return;
      await addEntity(parts, editor, type);
      this.review.changed(editor.document);
    });
  }

  private decideOnSeveral(review: 'accept' | 'reject'): Promise<void> {
    return this.inArticle(async (editor) => {
      if (await decideOnSeveral(this.items, this.deciding, editor, review)) this.review.changed(editor.document);
    });
  }

  private async decideParagraph(target: unknown, review: 'accept' | 'reject'): Promise<void> {
    if (!isTarget(target)) return;
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === uriOf(target).toString());
    const held = document === undefined ? undefined : await this.items.of(document);
    if (document === undefined || held === undefined) return;
    const line = Number(target.id);
    const ids = held.items.filter((item) => item.review === 'undecided' && item.range?.start.line === line).map(({ id }) => id);
    if (ids.length > 0) await this.decide(document, held.version, [{ do: review, ids }]);
  }

  /** @param byKey the editor's own key for it, which means the text's history as soon as the text is what was changed last */
  private moveInHistory(direction: 'undo' | 'redo', byKey: boolean): Promise<void> {
    return this.inArticle(async (editor, session) => {
      const { document } = editor;
      if (byKey && !session.undoKeys.meansDecision(document, direction)) {
        await commands.executeCommand(direction);
        return;
      }
      const done = await session.annotating.history(document, direction);
      if (done?.done !== true) {
        say(direction === 'undo' ? 'There is no decision to undo.' : 'There is no decision to redo.');
        return;
      }
      session.undoKeys.moved(document, direction);
      say(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${done.label}`);
      if (done.range !== null) this.spotlight.move(editor, fromLsp(done.range));
      this.review.changed(document);
    });
  }

  private adding(run: (parts: AddingParts, editor: TextEditor) => Promise<void>): Promise<void> {
    return this.inArticle(async (editor) => {
      const parts = this.addingParts();
      if (parts === undefined) return;
      await run(parts, editor);
      this.review.changed(editor.document);
    });
  }

  private addingParts(): AddingParts | undefined {
    const session = this.parts.session();
    return session === undefined ? undefined : { requests: session.annotating, deciding: this.deciding, picking: this.picking, suspend: (isSuspended) => this.review.suspend(isSuspended) };
  }

  /** An orphan goes to one of its likely places, or to the words that are selected. */
  private async placeHere(target: unknown): Promise<void> {
    if (!isRow(target)) {
      say('Choose an orphan in the Annotations view.');
      return;
    }
    const current = await this.annotations.feed.upToDate();
    if (current === undefined) return;
    const { document, result } = current;
    const { version } = document;
    const proposal = await this.annotationsContent.proposalOf(target.id, document, result);
    const item = proposal?.item ?? (await this.annotationsContent.itemOf(target.id, document, result));
    const selected = window.visibleTextEditors.find((editor) => editor.document === document)?.selection;
    const range = proposal?.range ?? (selected === undefined || selected.isEmpty ? undefined : toLsp(selected));
    if (item === undefined || range === undefined) {
      say('Select the words in the text to which it belongs.');
      return;
    }
    await this.decide(document, version, [{ do: 'place', id: item.id, range }]);
  }

  private async updateAnchors(editor: TextEditor): Promise<void> {
    const result = await this.parts.session()?.annotating.updateAnchors(editor.document);
    say(result?.outcome === 'done' ? 'All places are written anew on the present text.' : (result?.message ?? 'Nothing was written.'));
  }

  private async addNote(target: unknown): Promise<void> {
    const meant = target === undefined ? await this.hereInArticle() : await this.meant(target);
    if (meant === undefined) return;
    const { document, item: { id, quote, range } } = meant;
    if (!this.notes.open(document, id)) return this.notes.begin(document, id, quote, range === null ? undefined : fromLsp(range));
    if (range !== null) await this.spotlight.goTo(document, fromLsp(range));
    await commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
  }

  /** What the cursor stands in, in the article at hand. */
  private async hereInArticle(): Promise<Meant | undefined> {
    let meant: Meant | undefined;
    await this.inArticle(async (editor) => {
      const found = await this.review.here(editor);
      if (found !== undefined) meant = { document: editor.document, version: found.held.version, item: found.item };
    });
    return meant;
  }

  private async noteCheck(target: unknown): Promise<void> {
    const meant = target === undefined ? await this.hereInArticle() : await this.meant(target);
    if (meant === undefined) return;
    const { document, version, item: { id, quote, check } } = meant;
    const known = (await this.parts.session()?.annotating.checks(document))?.lines.find(({ on }) => on === id);
    if (await noteCheck(this.deciding, document, version, { id, quote, state: check, evidence: known?.evidence ?? [] })) this.review.changed(document);
  }

  /** What the view shows, if it is filtered; else all of it. */
  private async exportChecks(): Promise<void> {
    const current = await this.checks.feed.upToDate();
    const found = current === undefined ? null : await this.parts.session()?.annotating.checks(current.document);
    if (current === undefined || !found) say('Open an article first.');
    else await exportChecks(current.document, shownChecks(found.lines, this.checks.choices));
  }

  private async decide(document: TextDocument, version: number, decisions: Parameters<Deciding['decide']>[2]): Promise<void> {
    if ((await this.deciding.decide(document, version, decisions)) !== undefined) this.review.changed(document);
  }

  /** Decisions, whoever made them, and versions of the text. */
  private changed(uri: Uri): void {
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
    if (document === undefined) return;
    this.review.refresh(document);
    const counts = this.parts.annotations.get(uri)?.counts;
    const isAnnotated = counts !== undefined && counts.accepted + counts.rejected + counts.orphaned + (this.parts.annotations.get(uri)?.others.length ?? 0) > 0;
    if (isAnnotated || this.notes.isShownIn(uri)) this.notes.refresh(document).catch(this.parts.report);
  }

  /** The article takes the focus, so that a command which was clicked in a side bar works on it. */
  private async inArticle(run: (editor: TextEditor, session: Session) => Promise<void>): Promise<void> {
    const session = this.parts.session();
    const article = articleAtHand(this.parts.states);
    if (session === undefined || article === undefined) {
      void window.showInformationMessage('Open an article first.');
      return;
    }
    const active = window.activeTextEditor;
    if (active?.document === article) return run(active, session);
    const shown = window.visibleTextEditors.find(({ document }) => document === article);
    await run(await window.showTextDocument(article, { viewColumn: shown?.viewColumn, preview: false }), session);
  }
}

/** The row comes to stand under another heading. */
const MOVES_ROWS: ReadonlySet<string> = new Set(['accept', 'reject', 'reopen', 'placeHere']);

/** Argument of what the editor's own keys for undo and redo are bound to. */
const BY_KEY = 'key';

/** They wait for a person. */
const ASKING: ReadonlySet<AnnotatingCommand> = new Set<AnnotatingCommand>([
  'showReviewKeys', 'changeType', 'acceptSeveral', 'rejectSeveral', 'addEntity', 'annotateEveryOccurrence', 'addClaim', 'takeAlong', 'addNote', 'noteCheck', 'exportChecks',
  'searchAnnotations', 'filterAnnotations', 'sortAnnotations', 'filterChecks', 'sortChecks', 'onRow', 'onCheck', 'takeWords', 'leaveWords', 'leaveNote', 'leaveReview',
]);

