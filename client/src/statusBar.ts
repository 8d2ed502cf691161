import { Disposable, StatusBarAlignment, commands, window } from 'vscode';
import type { StatusBarItem, Uri } from 'vscode';
import { articleReached } from './articleReached.js';
import type { DocumentStates } from './documentStates.js';
import type { FileChoices } from './fileChoices.js';
import { isServed } from './languages.js';
import { describeState } from './statusText.js';

/** Left of the language and line numbers. */
const PRIORITY = 105;

/** What was found in the active document, or why nothing was looked for. */
export class StatusBar implements Disposable {
  private readonly item: StatusBarItem = window.createStatusBarItem('articleAnnotator.status', StatusBarAlignment.Right, PRIORITY);
  private readonly subscriptions: Disposable;
  private wasArticle = false;

  constructor(private readonly states: DocumentStates, private readonly choices: FileChoices) {
    this.item.name = 'Article Annotator';
    this.subscriptions = Disposable.from(
      this.item,
      window.onDidChangeActiveTextEditor(() => this.update()),
      states.onDidChange((uri) => this.update(uri)),
    );
    this.update();
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private update(changed?: Uri): void {
    const document = window.activeTextEditor?.document;
    if (changed !== undefined && changed.toString() !== document?.uri.toString()) return;
    const state = document === undefined ? undefined : this.states.get(document.uri)?.state;
    this.tell(state?.kind === 'article');
    if (document === undefined || state === undefined || !isServed(document)) {
      this.item.hide();
      return;
    }
    const { text, tooltip, label } = describeState(state, this.choices.get(document.uri) === 'never');
    this.item.text = text;
    this.item.tooltip = tooltip;
    this.item.accessibilityInformation = { label };
    this.item.command = state.kind === 'ignored' ? 'articleAnnotator.annotateThisFile' : 'articleAnnotator.showJumpList';
    this.item.show();
  }

  private tell(isArticle: boolean): void {
    void commands.executeCommand('setContext', 'articleAnnotator.annotated', isArticle);
    if (isArticle && !this.wasArticle) void articleReached();
    this.wasArticle = isArticle;
  }
}
