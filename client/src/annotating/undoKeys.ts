/**
 * Whether the editor's undo and redo mean a decision: only while a decision is the newest change in the active editor. Keys are bound by
 * two context keys, which are taken back at once when the text changes: the server's word holds for the version it names.
 */
import { Disposable, commands, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { AnnotationStates } from '../documentStates.js';

export class UndoKeys implements Disposable {
  /** The versions in which the newest thing done was taking a decision back. */
  private readonly undone = new WeakMap<TextDocument, number>();
  private readonly said = new Map<string, boolean>();
  private readonly subscriptions: Disposable;

  constructor(private readonly states: AnnotationStates) {
    this.subscriptions = Disposable.from(
      states.onDidChange(() => this.update()),
      window.onDidChangeActiveTextEditor(() => this.update()),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === window.activeTextEditor?.document) this.update();
      }),
    );
  }

  /** The editor's own undo is meant otherwise. */
  meansDecision(document: TextDocument, direction: 'undo' | 'redo'): boolean {
    const state = this.states.get(document.uri);
    if (state?.version !== document.version) return false;
    return direction === 'undo' ? state.newestIsDecision : state.canRedo && this.undone.get(document) === document.version;
  }

  /** A decision was taken back, or another done again. */
  moved(document: TextDocument, direction: 'undo' | 'redo'): void {
    if (direction === 'undo') this.undone.set(document, document.version);
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(): void {
    const document = window.activeTextEditor?.document;
    this.say('articleAnnotator.undoIsDecision', document !== undefined && this.meansDecision(document, 'undo'));
    this.say('articleAnnotator.redoIsDecision', document !== undefined && this.meansDecision(document, 'redo'));
  }

  private say(key: string, value: boolean): void {
    if ((this.said.get(key) ?? false) === value) return;
    this.said.set(key, value);
    void commands.executeCommand('setContext', key, value);
  }
}
