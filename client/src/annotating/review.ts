/** Review mode, and the commands that decide on what the cursor stands in. They work outside the mode as well; then the cursor stays. */
import { Disposable, Position, Range, commands, window, workspace } from 'vscode';
import type { TextDocument, TextDocumentChangeEvent, TextEditor } from 'vscode';
import type { CheckState, Decision } from '../../../server/src/annotatingProtocol.js';
import { capitalised } from '../../../server/src/base/capitalised.js';
import { fromLsp } from '../ranges.js';
import type { Spotlight } from '../spotlight.js';
import { say, sayAloud } from '../telling.js';
import { CHECK_WORDS } from './checkWords.js';
import type { Deciding } from './deciding.js';
import type { Held, ItemStore } from './itemStore.js';
import { typeOfLetter, typeWords } from './keys.js';
import { Marks } from './marks.js';
import type { AnnotatingRequests } from './requests.js';
import { isPlaced, itemAt, onwards, waits } from './walk.js';
import type { Placed } from './walk.js';

/** How often what is known may be wrong before all is asked for again. */
const TRIES = 5;
const WRITTEN = 'The text was written in while review mode is on. Ctrl+Z takes it back; Escape leaves the mode.';
const ENTERED = 'Review mode. A accepts, R rejects, H lists all keys';
const NOTHING_HERE = 'No suggestion and no annotation here.';

export interface ReviewParts {
  readonly requests: () => AnnotatingRequests | undefined;
  readonly items: ItemStore;
  readonly deciding: Deciding;
  readonly spotlight: Spotlight;
  readonly isArticle: (document: TextDocument) => boolean;
  /** How many are undecided; undefined while nothing has been decided. */
  readonly left: (document: TextDocument) => number | undefined;
  /** The mode was switched, or there is another number of things that wait. */
  readonly show: (isOn: boolean, left: number | undefined) => void;
  readonly report: (error: unknown) => void;
}

export class Review implements Disposable {
  readonly marks: Marks;
  private readonly subscriptions: Disposable;
  private isOn = false;
  private isSuspended = false;
  private said = false;
  /** What the cursor was taken to: several may begin at one place. */
  private known: { readonly document: TextDocument; readonly at: Position; readonly id: string } | undefined;

  constructor(private readonly parts: ReviewParts) {
    this.marks = new Marks(parts.requests, parts.isArticle, parts.report);
    this.subscriptions = Disposable.from(
      this.marks,
      window.onDidChangeActiveTextEditor(() => { this.update().then(undefined, parts.report); }),
      workspace.onDidChangeTextDocument((change) => { if (isWriting(change)) this.written(change.document); }),
      workspace.onDidCloseTextDocument((document) => { if (this.known?.document === document) this.known = undefined; }),
    );
  }

  get isReviewing(): boolean {
    return this.isOn;
  }

  async toggle(editor: TextEditor): Promise<void> {
    if (this.isOn) {
      this.leave();
      return;
    }
    this.isOn = true;
    // First the keys, then what shows that they are there.
    await this.update();
    this.marks.show(true);
    const here = await this.here(editor, false);
    if (here !== undefined && waits(here.item)) this.goTo(editor, here.item, ENTERED);
    else await this.go(editor, 'next', ENTERED);
    await this.count(editor.document);
  }

  leave(): void {
    this.isOn = false;
    this.known = undefined;
    this.marks.show(false);
    this.parts.show(false, undefined);
    sayAloud('Review mode is off.');
    this.update().then(undefined, this.parts.report);
  }

  /** While words are being chosen in the text, keys are the editor's. */
  suspend(isSuspended: boolean): void {
    this.isSuspended = isSuspended;
    this.update().then(undefined, this.parts.report);
  }

  /** Input methods, dictation and menus write past the keys: it cannot be held back, but nobody shall do it unawares. */
  private written(document: TextDocument): void {
    if (this.said && document === window.activeTextEditor?.document) say(WRITTEN);
  }

  /** Something else has changed: what is marked and counted may be another. */
  refresh(document: TextDocument): void {
    if (!this.isOn) return;
    this.marks.refresh(document);
    if (document === window.activeTextEditor?.document) this.count(document).catch(this.parts.report);
  }

  async go(editor: TextEditor, direction: 'next' | 'previous', before?: string): Promise<void> {
    const { active } = editor.selection;
    const found = await this.here(editor, false);
    await this.walk(editor, active, direction, found?.item.id, before);
  }

  /** What the cursor stands in. */
  async here(editor: TextEditor, tellsIfNone = true): Promise<{ readonly item: Placed; readonly held: Held } | undefined> {
    const held = await this.parts.items.at(editor.document, new Range(editor.selection.active, editor.selection.active));
    const item = held === undefined ? undefined : itemAt(held.items, editor.selection.active, this.knownIn(editor));
    if (held !== undefined && item !== undefined) return { item, held };
    if (tellsIfNone) say(NOTHING_HERE);
    return undefined;
  }

  async judge(editor: TextEditor, review: 'accept' | 'reject'): Promise<void> {
    const found = await this.here(editor);
    if (found === undefined) return;
    const { item, held } = found;
    const isChanged = review === 'accept' && item.review === 'accepted';
    await this.carryOut(editor, held, item, isChanged ? { do: 'confirm', ids: [item.id] } : { do: review, ids: [item.id] }, review === 'accept' ? 'accepted' : 'rejected');
  }

  async reopen(editor: TextEditor): Promise<void> {
    const found = await this.here(editor);
    if (found !== undefined) await this.carryOut(editor, found.held, found.item, { do: 'reopen', ids: [found.item.id] });
  }

  /** The letter of its own type accepts it. */
  async retypeByLetter(editor: TextEditor, letter: string): Promise<void> {
    const found = await this.here(editor);
    if (found === undefined) return;
    const type = typeOfLetter(found.item.kind, letter);
    if (type === undefined) say(`${letter.toUpperCase()} is no kind of source.`);
    else await this.retype(editor, found.held, found.item, type);
  }

  async retype(editor: TextEditor, held: Held, item: Placed, type: string): Promise<void> {
    if (type !== item.type) await this.carryOut(editor, held, item, { do: 'retype', ids: [item.id], type }, 'accepted');
    else await this.carryOut(editor, held, item, { do: 'accept', ids: [item.id] }, 'accepted');
  }

  async resize(editor: TextEditor, edge: 'start' | 'end', change: 'extend' | 'shrink'): Promise<void> {
    const found = await this.here(editor);
    if (found === undefined) return;
    const ids = await this.parts.deciding.decide(editor.document, found.held.version, [{ do: 'resize', id: found.item.id, edge, change }]);
    if (ids === undefined) return;
    this.parts.items.forget();
    const held = await this.parts.items.at(editor.document, fromLsp(found.item.range));
    const item = held?.items.filter(isPlaced).find(({ id }) => id === ids[0]);
    if (item !== undefined) this.goTo(editor, item);
    this.refresh(editor.document);
  }

  async check(editor: TextEditor, state: CheckState): Promise<void> {
    const found = await this.here(editor);
    if (found === undefined) return;
    const ids = await this.parts.deciding.decide(editor.document, found.held.version, [{ do: 'check', id: found.item.id, state, evidence: [] }]);
    if (ids === undefined) return;
    say(`${CHECK_WORDS[state]}: “${found.item.quote}”`);
    this.changed(editor.document);
  }

  changed(document: TextDocument): void {
    this.parts.items.forget();
    this.refresh(document);
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private async carryOut(editor: TextEditor, held: Held, item: Placed, decision: Decision, becomes?: 'accepted' | 'rejected'): Promise<void> {
    const { document, selection: { active } } = editor;
    const ids = await this.parts.deciding.decide(document, held.version, [decision]);
    if (ids === undefined) return;
    this.marks.forget([item.id]);
    if (becomes === undefined) this.parts.items.forget();
    else this.parts.items.take(document, [item.id], becomes, ids);
    const done = WORDS[decision.do] ?? 'Changed';
    if (this.isOn) await this.walk(editor, active, 'next', ids[0] ?? item.id, done);
    else say(`${done}: “${item.quote}”${decision.do === 'retype' ? `, ${typeWords(item.kind, decision.type)}` : ''}`);
    this.refresh(document);
  }

  /**
   * To the first that still waits, of those that are known to wait; if none of some does, all of them are asked for again.
   * A cursor that a person has moved in the meantime stays where they want it.
   * @param before what is said before the next, where the editor is heard
   */
  private async walk(editor: TextEditor, active: Position, direction: 'next' | 'previous', from: string | undefined, before?: string): Promise<void> {
    const { document } = editor;
    const { items } = this.parts;
    const goTo = (item: Placed): void => {
      if (editor.selection.active.isEqual(active)) this.goTo(editor, item, before);
    };
    const known = await items.known(document);
    let tries = 0;
    for (const candidate of known === undefined ? [] : onwards(known.items, active, direction, from)) {
      const there = await items.at(document, fromLsp(candidate.range));
      const item = there?.items.filter(isPlaced).find(({ id }) => id === candidate.id);
      if (item !== undefined && waits(item)) {
        goTo(item);
        return;
      }
      if (++tries === TRIES) break;
    }
    items.forget();
    const all = await items.of(document);
    const next = all === undefined ? undefined : onwards(all.items, active, direction, from).next().value;
    if (next !== undefined) goTo(next);
    else say(all?.items.some((item) => waits(item) && isPlaced(item)) === true ? 'Nothing else waits for a decision.' : 'Nothing is left to decide.');
  }

  private goTo(editor: TextEditor, item: Placed, before?: string): void {
    const { range, id } = item;
    this.parts.spotlight.move(editor, fromLsp(range));
    sayAloud([...(before === undefined ? [] : [before]), spoken(item)].join('. '));
    this.known = { document: editor.document, at: new Position(range.start.line, range.start.character), id };
  }

  private knownIn(editor: TextEditor): string | undefined {
    return this.known?.document === editor.document && this.known.at.isEqual(editor.selection.active) ? this.known.id : undefined;
  }

  /** As the server counts, where something is decided already. */
  private async count(document: TextDocument): Promise<void> {
    const left = this.parts.left(document) ?? (await this.parts.items.known(document))?.items.filter((item) => isPlaced(item) && waits(item)).length;
    if (this.isOn) this.parts.show(true, left);
  }

  private async update(): Promise<void> {
    const document = window.activeTextEditor?.document;
    const isReviewing = this.isOn && !this.isSuspended && document !== undefined && this.parts.isArticle(document);
    if (isReviewing === this.said) return;
    this.said = isReviewing;
    await commands.executeCommand('setContext', 'articleAnnotator.reviewing', isReviewing);
    if (isReviewing) this.refresh(document);
  }
}

/** Somebody writes: no undo or redo, nothing read anew from the disk, no mere change of being saved. */
function isWriting({ document, contentChanges, reason }: TextDocumentChangeEvent): boolean {
  return contentChanges.length > 0 && reason === undefined && document.isDirty;
}

/** “Person: Ana Ruiz”. */
function spoken({ kind, type, quote }: Placed): string {
  return `${capitalised(typeWords(kind, type))}: ${quote}`;
}

const WORDS: Readonly<Partial<Record<Decision['do'], string>>> = { accept: 'Accepted', reject: 'Rejected', confirm: 'Confirmed', reopen: 'Open again', retype: 'Type changed' };

/** The selected words; the word at the cursor if none are selected. */
export function wordsAt({ document, selection }: TextEditor): Range | undefined {
  if (!selection.isEmpty) return new Range(selection.start, selection.end);
  return document.getWordRangeAtPosition(selection.active, /[\p{L}\p{N}’'-]+/u);
}
