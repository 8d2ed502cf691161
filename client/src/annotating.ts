/** What a person does with suggestions: decide, correct, add, check, note. A bundle of its own, loaded when the first of it is used, or when an article has annotations. */
import { Disposable, commands, window, workspace } from 'vscode';
import type { CommentReply, Event, ExtensionContext, TextDocument, Uri } from 'vscode';
import type { CheckLine, CheckState, CheckingLog, ReminderLine } from '../../server/src/annotatingProtocol.js';
import { isArticle } from './articleAtHand.js';
import { addClaim, addEntity, annotateEveryOccurrence } from './annotating/adding.js';
import { setArticleDate } from './annotating/articleDate.js';
import { Copies } from './annotating/copies.js';
import { exportChecks, noteCheck, reportChecks } from './annotating/checking.js';
import { Deciding } from './annotating/deciding.js';
import { Decisions } from './annotating/decisions.js';
import { ItemStore } from './annotating/itemStore.js';
import { VIEW_KEYS } from './annotating/keys.js';
import type { RowCommand } from './annotating/keys.js';
import { Notes } from './annotating/notes.js';
import { PickInText } from './annotating/pickInText.js';
import { Problems } from './annotating/problems.js';
import { changeReminder, remindMe } from './annotating/reminders.js';
import type { AnnotatingRequests } from './annotating/requests.js';
import { Review } from './annotating/review.js';
import { showReviewKeys } from './annotating/reviewKeys.js';
import { Subjects } from './annotating/subjects.js';
import { isRow } from './annotating/target.js';
import type { AnnotatingCommand } from './commands/annotatingCommands.js';
import { readLink } from './commands/reveal.js';
import type { AnnotationStates, CopyStates, DocumentStates } from './documentStates.js';
import type { Hearing } from './hearing.js';
import { hideCard } from './hideCard.js';
import { fromLsp } from './ranges.js';
import type { Session } from './session.js';
import { Spotlight } from './spotlight.js';
import { say, tellWith } from './telling.js';
import { AnnotationsContent } from './views/annotations.js';
import type { AnnotationLines } from './views/annotations.js';
import { OTHERS } from './views/annotationRows.js';
import { ELSEWHERE, REMINDER, reminderOfRow } from './views/reminderRows.js';
import { shownChecks } from './views/checkRows.js';
import { ChecksContent } from './views/checks.js';
import type { CheckLines } from './views/checks.js';
import type { Frames } from './views/frames.js';
import { clearFilter, copyList, filterList, searchList, sortList } from './views/listCommands.js';
import { ListView } from './views/listView.js';
import type { Row } from './views/row.js';

export interface AnnotatingParts {
  readonly context: ExtensionContext;
  readonly states: DocumentStates;
  readonly annotations: AnnotationStates;
  readonly copies: CopyStates;
  readonly frames: Frames;
  /** Undefined until there is an article. */
  readonly session: () => Session | undefined;
  readonly report: (error: unknown) => void;
  readonly hearing: Hearing;
}

export class Annotating implements Disposable {
  readonly annotations: ListView<AnnotationLines>;
  readonly checks: ListView<CheckLines>;
  readonly review: Review;
  readonly notes: Notes;
  private readonly subjects: Subjects;
  private readonly decisions: Decisions;
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
    tellWith(parts.hearing);
    const requests = (): AnnotatingRequests | undefined => parts.session()?.annotating;
    this.items = new ItemStore(requests, states, annotations);
    this.deciding = new Deciding(requests, this.items);
    this.review = new Review({
      requests, items: this.items, deciding: this.deciding, spotlight: this.spotlight, report,
      isArticle: (document) => isArticle(document, states), left: (document) => annotations.get(document.uri)?.counts.undecided, show: (isOn, left) => parts.session()?.reviewBar.show(isOn, left),
    });
    this.notes = new Notes(requests, this.deciding);
    this.copies = new Copies({ copies: parts.copies, requests, memento: context.workspaceState, report });
    const contents = { annotations: new AnnotationsContent(requests, annotations), checks: new ChecksContent(requests) };
    const common = { states, report, spotlight: this.spotlight, memento: context.globalState, also: annotations.onDidChange };
    const elsewhere: Event<Uri | undefined> = (listener) => Disposable.from(annotations.onDidChange((uri) => { listener(uri); }), annotations.onDidChangeElsewhere(() => { listener(undefined); }));
    this.annotations = new ListView(contents.annotations, frames.annotations, { ...common, also: elsewhere });
    this.checks = new ListView(contents.checks, frames.checks, common);
    const ofAnnotations = { list: this.annotations, content: contents.annotations };
    this.subjects = new Subjects({ session: parts.session, states, review: this.review, items: this.items, annotations: ofAnnotations, checks: { list: this.checks, content: contents.checks } });
    this.decisions = new Decisions({ session: parts.session, subjects: this.subjects, review: this.review, items: this.items, deciding: this.deciding, picking: this.picking, spotlight: this.spotlight, annotations: ofAnnotations });
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
    toggleReview: () => (this.review.isReviewing ? this.review.leave() : this.subjects.inArticle((editor) => this.review.toggle(editor))),
    leaveReview: () => this.review.leave(),
    nextUndecided: () => this.subjects.inArticle((editor) => this.review.go(editor, 'next')),
    previousUndecided: () => this.subjects.inArticle((editor) => this.review.go(editor, 'previous')),
    showReviewKeys: () => showReviewKeys(),
    accept: (target, selected) => this.decisions.judge('accept', target, selected),
    reject: (target, selected) => this.decisions.judge('reject', target, selected),
    changeType: (target) => this.decisions.changeType(target),
    reopen: (target, selected) => this.decisions.reopen(target, selected),
    extendEnd: () => this.subjects.inArticle((editor) => this.review.resize(editor, 'end', 'extend')),
    shrinkEnd: () => this.subjects.inArticle((editor) => this.review.resize(editor, 'end', 'shrink')),
    extendStart: () => this.subjects.inArticle((editor) => this.review.resize(editor, 'start', 'extend')),
    shrinkStart: () => this.subjects.inArticle((editor) => this.review.resize(editor, 'start', 'shrink')),
    acceptSeveral: () => this.decisions.decideOnSeveral('accept'),
    rejectSeveral: () => this.decisions.decideOnSeveral('reject'),
    undoDecision: (by) => this.decisions.moveInHistory('undo', by === BY_KEY),
    redoDecision: (by) => this.decisions.moveInHistory('redo', by === BY_KEY),
    addEntity: () => this.decisions.adding((parts, editor) => addEntity(parts, editor)),
    annotateEveryOccurrence: () => this.decisions.adding(annotateEveryOccurrence),
    addClaim: () => this.decisions.adding(addClaim),
    discard: (target, selected) => (isRow(target) ? this.decisions.reopen(target, selected) : undefined),
    placeHere: (target) => this.decisions.placeHere(target),
    updateAnchors: () => this.subjects.inArticle((editor) => this.decisions.updateAnchors(editor)),
    takeAlong: () => this.subjects.inArticle(({ document }) => this.copies.choose(document)),
    addNote: (...given) => this.addNote(given),
    setArticleDate: () => this.setArticleDate(),
    remindMe: (...given) => this.remindMe(given),
    changeReminder: (row) => this.onReminder(row, (found, document, version) => changeReminder(this.deciding, document, version, found)),
    removeReminder: (row) => this.onReminder(row, ({ id }, document, version) => this.deciding.decide(document, version, [{ do: 'forget', id }])),
    saveNote: (reply) => this.notes.save(reply as CommentReply),
    leaveNote: () => this.notes.leaveDraft(),
    changeNote: (note) => this.notes.startChange(note),
    saveNoteChange: (note) => this.notes.saveChange(note),
    leaveNoteChange: (note) => this.notes.leaveChange(note),
    deleteNote: (note) => this.notes.remove(note),
    noteCheck: (target) => this.noteCheck(target),
    exportChecks: () => this.withChecks(exportChecks),
    reportChecks: () => this.withChecks(reportChecks),
    searchAnnotations: () => searchList(this.annotations),
    filterAnnotations: () => filterList(this.annotations),
    clearAnnotationsFilter: () => clearFilter(this.annotations),
    sortAnnotations: () => sortList(this.annotations),
    copyAnnotations: () => copyList(this.annotations),
    filterChecks: () => filterList(this.checks),
    clearChecksFilter: () => clearFilter(this.checks),
    sortChecks: () => sortList(this.checks),
    reviewType: (letter) => this.decisions.reviewType(String(letter)),
    reviewCheck: (state) => this.subjects.inArticle((editor) => this.review.check(editor, state as CheckState)),
    ignoreKey: () => say('Review mode writes nothing into the text. Escape leaves it.'),
    takeWords: () => { if (window.activeTextEditor !== undefined) this.picking.take(window.activeTextEditor); },
    leaveWords: () => this.picking.leave(),
    onRow: (does) => this.onRow(this.annotations, does),
    onCheck: (does) => this.onRow(this.checks, does),
    decideParagraph: (target, review) => this.decisions.decideParagraph(target, review === 'reject' ? 'reject' : 'accept'),
  };

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
    if (row.context === ELSEWHERE) {
      say('It stands in another article: Enter opens it there.');
      return;
    }
    if (row.kind === REMINDER) return this.onReminderRow(row, command);
    const isOrphan = row.context === 'orphan' || row.context === 'lostOrphan';
    const next = MOVES_ROWS.has(command) ? view.neighbourOf(row, rows) : undefined;
    // At once, so that nothing moves under a key that comes next.
    await view.reveal(next ?? row);
    await this.commands[command === 'reject' && isOrphan ? 'discard' : command](row, rows);
    if (next === undefined) return;
    const meant = await this.subjects.of(next);
    const editor = window.visibleTextEditors.find(({ document }) => document === meant?.document);
    if (editor !== undefined && meant !== undefined && meant.item.range !== null) this.spotlight.move(editor, fromLsp(meant.item.range));
  }

  private async onReminderRow(row: Row, command: RowCommand): Promise<void> {
    const act = REMINDER_COMMANDS[command];
    if (act === undefined) say('This is a reminder: Delete removes it, and Alt+T changes its day.');
    else await this.commands[act](row, undefined);
  }

  /** From a link on a card, a row, a code action, or about what the cursor stands in. */
  private async addNote([target, places]: readonly unknown[]): Promise<void> {
    const isLink = typeof target === 'string';
    const meant = target === undefined ? await this.subjects.here() : isLink ? await this.subjects.onCard([target, places]) : await this.subjects.of(target);
    if (isLink) await hideCard();
    if (isLink && meant === undefined) say('The text has changed since the card was shown: nothing stands there to write a note on.');
    if (meant === undefined) return;
    const { document, item: { id, quote, range } } = meant;
    if (!this.notes.open(document, id)) return this.notes.begin(document, id, quote, range === null ? undefined : fromLsp(range));
    if (range !== null) await this.spotlight.goTo(document, fromLsp(range));
    await commands.executeCommand('workbench.action.focusCommentOnCurrentLine');
  }

  /** From a link on a card, or of the claim that the cursor stands in. */
  private async remindMe(given: readonly unknown[]): Promise<void> {
    const link = readLink(given);
    const requests = this.parts.session()?.annotating;
    if (requests === undefined) return;
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === link?.uri.toString());
    const place = link?.ranges[0]?.start;
    if (link !== undefined) await hideCard();
    if (document !== undefined && place !== undefined) await remindMe(this.deciding, requests, document, place);
    else await this.subjects.inArticle((editor) => remindMe(this.deciding, requests, editor.document, editor.selection.active));
  }

  private async onReminder(row: unknown, act: (reminder: ReminderLine, document: TextDocument, version: number) => Promise<unknown>): Promise<void> {
    const current = await this.annotations.feed.upToDate();
    const reminder = current === undefined || !isRow(row) ? undefined : reminderOfRow(row.id, current.result.reminders);
    if (current !== undefined && reminder !== undefined) await act(reminder, current.document, current.result.version);
  }

  private async setArticleDate(): Promise<void> {
    await hideCard();
    await this.subjects.inArticle((editor) => setArticleDate(this.deciding, editor.document));
  }

  private async noteCheck(target: unknown): Promise<void> {
    const meant = target === undefined ? await this.subjects.here() : await this.subjects.of(target);
    if (meant === undefined) return;
    const { document, version, item: { id, quote, check } } = meant;
    const known = (await this.parts.session()?.annotating.checks(document))?.lines.find(({ on }) => on === id);
    if (await noteCheck(this.deciding, document, version, { id, quote, state: check, evidence: known?.evidence ?? [] })) this.review.changed(document);
  }

  /** With what the view shows, if it is filtered; else with all of it. */
  private async withChecks(act: (document: TextDocument, shown: readonly CheckLine[], log: CheckingLog) => Promise<unknown>): Promise<void> {
    const current = await this.checks.feed.upToDate();
    const log = current === undefined ? null : await this.parts.session()?.annotating.checks(current.document);
    if (current === undefined || !log) say('Open an article first.');
    else await act(current.document, shownChecks(log.lines, this.checks.choices), log);
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
}

/** The row comes to stand under another heading. */
const MOVES_ROWS: ReadonlySet<string> = new Set(['accept', 'reject', 'reopen', 'placeHere']);

/** What keys of the view do with a reminder. */
const REMINDER_COMMANDS: Readonly<Partial<Record<RowCommand, AnnotatingCommand>>> = { reject: 'removeReminder', changeType: 'changeReminder' };

/** Argument of what the editor's own keys for undo and redo are bound to. */
const BY_KEY = 'key';

/** They wait for a person. */
const ASKING: ReadonlySet<AnnotatingCommand> = new Set<AnnotatingCommand>([
  'showReviewKeys', 'changeType', 'acceptSeveral', 'rejectSeveral', 'addEntity', 'annotateEveryOccurrence', 'addClaim', 'takeAlong', 'addNote', 'setArticleDate', 'remindMe', 'changeReminder', 'noteCheck', 'exportChecks', 'reportChecks',
  'searchAnnotations', 'filterAnnotations', 'sortAnnotations', 'filterChecks', 'sortChecks', 'onRow', 'onCheck', 'takeWords', 'leaveWords', 'leaveNote', 'leaveReview',
]);
