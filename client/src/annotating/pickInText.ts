/** Lets a person select words in the text, as an answer to a question: Enter takes what is selected, Escape takes nothing. */
import { StatusBarAlignment, ThemeColor, commands, window } from 'vscode';
import type { Disposable, Range, TextEditor } from 'vscode';

/** Left of everything else, since it asks for something. */
const PRIORITY = 10_000;

export class PickInText implements Disposable {
  private readonly item = window.createStatusBarItem('articleAnnotator.picking', StatusBarAlignment.Left, PRIORITY);
  private end: ((ranges: readonly Range[] | undefined) => void) | undefined;

  constructor() {
    this.item.name = 'Article Annotator: Choose Words';
    this.item.backgroundColor = new ThemeColor('statusBarItem.prominentBackground');
  }

  /** @param question "Select the source" */
  ask(question: string): Promise<readonly Range[] | undefined> {
    this.answer(undefined);
    const line = `${question}, then press Enter. Escape leaves it.`;
    this.item.text = `$(selection) ${line}`;
    this.item.accessibilityInformation = { label: line };
    this.item.show();
    void commands.executeCommand('setContext', 'articleAnnotator.picking', true);
    void commands.executeCommand('workbench.action.focusActiveEditorGroup');
    return new Promise((resolve) => { this.end = resolve; });
  }

  take(editor: TextEditor): void {
    const selected = editor.selections.filter(({ isEmpty }) => !isEmpty);
    if (selected.length > 0) this.answer(selected);
  }

  leave(): void {
    this.answer(undefined);
  }

  dispose(): void {
    this.answer(undefined);
    this.item.dispose();
  }

  private answer(ranges: readonly Range[] | undefined): void {
    const { end } = this;
    if (end === undefined) return;
    this.end = undefined;
    this.item.hide();
    void commands.executeCommand('setContext', 'articleAnnotator.picking', false);
    end(ranges);
  }
}
