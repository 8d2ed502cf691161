import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, api, closeAll, file, show } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { pressByName, putCursor, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const TOAST = '.notification-toast';
const LIST = '.quick-input-list';

async function counts(editor: vscode.TextEditor, expected: Readonly<Record<string, number>>): Promise<void> {
  await eventually(() => {
    const known = api().annotations(editor.document.uri);
    assert.deepEqual({ ...known?.counts, ...expected }, known?.counts ?? { accepted: 0, rejected: 0, orphaned: 0 });
  });
}

/** An article on which one thing was decided, as its file says by now. */
async function decided(words = 'Ilmar Tamme'): Promise<vscode.TextEditor> {
  const editor = await showAnnotated();
  await vscode.commands.executeCommand('articleAnnotator.toggleReview');
  await putCursor(editor, words);
  await vscode.commands.executeCommand('articleAnnotator.accept');
  await counts(editor, { accepted: 1 });
  await vscode.commands.executeCommand('articleAnnotator.leaveReview');
  await eventually(() => assert.equal(api().annotations(editor.document.uri)?.saved, true));
  return editor;
}

const sidecarOf = (uri: vscode.Uri): vscode.Uri => uri.with({ path: `${uri.path}.annotations.jsonld` });
const textOf = async (uri: vscode.Uri): Promise<string> => new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
const nameOf = ({ path }: vscode.Uri): string => path.slice(path.lastIndexOf('/') + 1);

describe('a copy of an annotated article', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('notifications.clearAll');
    await closeAll();
  });

  it('is told of; what was left is taken along by a command, with keys, and one undo takes it back', async () => {
    if (workbench === undefined) return;
    const { uri } = (await decided()).document;
    const before = await textOf(sidecarOf(uri));
    const copy = file(`taken-${Date.now()}.article.txt`);
    await vscode.workspace.fs.copy(uri, copy);
    const editor = await show(copy);
    await annotated(editor);
    await workbench.waitFor(TOAST, { text: `has the text of “${nameOf(uri)}”, with 1 annotation` });
    assert.equal(api().annotations(copy)?.counts.accepted ?? 0, 0, 'something was taken along by itself');
    await workbench.click(`${TOAST} .monaco-button:has-text("Leave Them")`);
    await workbench.waitFor(TOAST, { state: 'hidden' });
    await pressByName('Take Annotations Along from a Copy', 'articleAnnotator.takeAlong');
    await workbench.waitFor(`${LIST} .monaco-list-row.focused`, { text: nameOf(uri) });
    await workbench.press('Enter');
    await counts(editor, { accepted: 1, orphaned: 0 });
    await eventually(async () => assert.match(await textOf(sidecarOf(copy)), /Ilmar Tamme/));
    await vscode.commands.executeCommand('articleAnnotator.undoDecision');
    await counts(editor, { accepted: 0 });
    assert.equal(await textOf(sidecarOf(uri)), before);
  });

  it('gets the annotations by the button of the message', async () => {
    if (workbench === undefined) return;
    const { uri } = (await decided()).document;
    const copy = file(`button-${Date.now()}.article.txt`);
    await vscode.workspace.fs.copy(uri, copy);
    const editor = await show(copy);
    await annotated(editor);
    await workbench.click(`${TOAST} .monaco-button:has-text("Take Them Along")`);
    await counts(editor, { accepted: 1, orphaned: 0 });
  });
});
