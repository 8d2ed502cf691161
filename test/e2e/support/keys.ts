import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, file, show } from './annotator.js';
import { eventually } from './eventually.js';
import { workbench } from './workbench.js';

const STATUS_OF_CURSOR = '#status\\.editor\\.selection';

/** Presses the keys; a desktop VS Code, where the suite has no hands, runs the command that is on them. */
export async function press(keys: string, command: string): Promise<void> {
  if (workbench === undefined) await vscode.commands.executeCommand(command);
  else await workbench.press(keys);
}

/** Runs a command that has no keys of its own as a keyboard user does: by its name in the command palette. */
export async function pressByName(name: string, command: string): Promise<void> {
  if (workbench === undefined) {
    await vscode.commands.executeCommand(command);
    return;
  }
  const hands = workbench;
  await eventually(async () => {
    await hands.press('F1');
    await hands.waitFor('.quick-input-widget input:focus', { timeoutMs: 3_000 });
    await hands.type(name);
    try {
      await hands.waitFor('.quick-input-list .monaco-list-row.focused', { text: name, timeoutMs: 3_000 });
    } catch (error) {
      await hands.press('Escape');
      throw error;
    }
  });
  await hands.press('Enter');
}

/** The words that the cursor stands before, as many as are asked about. */
export function atCursor(editor: vscode.TextEditor, length: number): string {
  const { active } = editor.selection;
  return editor.document.getText(new vscode.Range(active, editor.document.positionAt(editor.document.offsetAt(active) + length)));
}

/** Waits until the cursor stands before the words. */
export async function cursorBefore(editor: vscode.TextEditor, words: string): Promise<void> {
  await eventually(() => assert.equal(atCursor(editor, words.length), words));
  await cursorIsShown(editor.selection.active);
}

/** Puts the cursor into the nth place of the words: after their first letter. */
export async function putCursor(editor: vscode.TextEditor, words: string, nth = 0): Promise<void> {
  const { start } = place(editor.document, words, nth);
  await setSelection(editor, new vscode.Range(start.translate(0, 1), start.translate(0, 1)));
}

/** Selects the nth place of the words. */
export async function select(editor: vscode.TextEditor, words: string, nth = 0): Promise<void> {
  await setSelection(editor, place(editor.document, words, nth));
}

/** Waits until the window has taken it over: keys go to the window, the selection to the extension host. */
export async function setSelection(editor: vscode.TextEditor, { start, end }: vscode.Range): Promise<void> {
  editor.selection = new vscode.Selection(start, end);
  editor.revealRange(editor.selection);
  await cursorIsShown(end);
}

async function cursorIsShown({ line, character }: vscode.Position): Promise<void> {
  await workbench?.waitFor(STATUS_OF_CURSOR, { text: `Ln ${line + 1}, Col ${character + 1}` });
}

export function place(document: vscode.TextDocument, words: string, nth = 0): vscode.Range {
  const text = document.getText();
  let at = text.indexOf(words);
  for (let i = 0; i < nth; i++) at = text.indexOf(words, at + 1);
  assert.ok(at >= 0, `place ${String(nth)} of “${words}” is not in the document`);
  return new vscode.Range(document.positionAt(at), document.positionAt(at + words.length));
}

let copies = 0;

/** A copy of the article, which a test may change: open, annotated, with the focus and the cursor at its start. */
export async function showAnnotated(name = 'bridge.article.txt'): Promise<vscode.TextEditor> {
  const copy = file(`copy-${++copies}-${name}`);
  await vscode.workspace.fs.copy(file(name), copy, { overwrite: true });
  await forgetDecisions();
  const editor = await show(copy);
  await annotated(editor);
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await setSelection(editor, new vscode.Range(0, 0, 0, 0));
  return editor;
}

/** Deletes what other tests have decided: on a copy of the same name, and on those whose text a copy has. */
export async function forgetDecisions(): Promise<void> {
  const folder = file('');
  for (const [name] of await vscode.workspace.fs.readDirectory(folder)) {
    if (name.endsWith('.annotations.jsonld')) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
  }
}

/**
 * What the editor has said in a message, as a selector. Where the suite drives the editor it shows none by itself: they are in its list of
 * notifications, which is opened for this.
 */
export async function message(text: string): Promise<string> {
  const item = `.notifications-center .notification-list-item:has-text(${JSON.stringify(text)})`;
  await eventually(async () => {
    await vscode.commands.executeCommand('notifications.showList');
    await workbench?.waitFor(item, { timeoutMs: 1_000 });
  });
  return item;
}

/** A view that has nothing in it yet cannot give the focus to its rows. */
export async function focusRows(view: string): Promise<void> {
  await eventually(async () => {
    await vscode.commands.executeCommand(`${view}.focus`);
    assert.ok(await workbench?.evaluate<boolean>(`document.activeElement?.closest('.pane .monaco-list') !== null`), 'the rows have not got the focus');
  });
}

/** Closes a view of the side bar again, which would leave little room to those above it. */
export async function closeView(view: string, title: string): Promise<void> {
  await vscode.commands.executeCommand(`${view}.focus`);
  const open = `.pane-header[aria-expanded="true"]:has-text("${title}")`;
  // Its name, not its middle, where the buttons are.
  await workbench?.click(`${open} .title`);
  await workbench?.waitFor(open, { state: 'hidden' });
}
