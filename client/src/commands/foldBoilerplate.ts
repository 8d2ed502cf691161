import { FoldingRangeKind, commands, window } from 'vscode';
import type { FoldingRange, TextEditor } from 'vscode';

/** Folds every run of boilerplate of two lines or more; what is folded is opened as any fold is. */
export async function foldBoilerplate(editor: TextEditor): Promise<void> {
  const ranges = await commands.executeCommand<FoldingRange[] | undefined>('vscode.executeFoldingRangeProvider', editor.document.uri);
  const boilerplate = (ranges ?? []).filter(({ kind }) => kind === FoldingRangeKind.Comment);
  if (boilerplate.length === 0) {
    void window.showInformationMessage('This article has no boilerplate of two lines or more to fold.');
    return;
  }
  await commands.executeCommand('editor.fold', { selectionLines: boilerplate.map(({ start }) => start), levels: 1, direction: 'down' });
}
