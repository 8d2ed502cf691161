import * as assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import { LIST, OUTSIDE, choose, counts, isDecided, leaveAndClose, listed, pressUntil, review } from './support/annotating.js';
import { annotated, api, closeAll, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { atCursor, cursorBefore, focusRows, message, pressByName, putCursor, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const SETTLES_MS = 200;
/** For some dozens of steps, one of which may be slow. */
const WALK_MS = 25_000;

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
    const told = await message(`has the text of “${nameOf(uri)}”, with 1 annotation`);
    assert.equal(api().annotations(copy)?.counts.accepted ?? 0, 0, 'something was taken along by itself');
    await workbench.click(`${told} .monaco-button:has-text("Leave")`);
    await workbench.waitFor(told, { state: 'hidden' });
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
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
    await workbench.click(`${await message('Take it along?')} .monaco-button:has-text("Take Along")`);
    await counts(editor, { accepted: 1, orphaned: 0 });
  });
});

describe('what another person has decided in a file of their own', () => {
  afterEach(closeAll);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('is listed under their name, can be gone to, and is not changed by any key', async () => {
    if (workbench === undefined) return;
    const first = await decided();
    const theirs = first.document.uri.with({ path: `${first.document.uri.path}.j.roos.annotations.jsonld` });
    await closeAll();
    // A document is closed some time after its editor; until then its annotations are the server's.
    await eventually(() => assert.ok(vscode.workspace.textDocuments.every(({ uri }) => uri.toString() !== first.document.uri.toString())));
    // As if they had decided: a file of theirs, and none of one's own.
    await vscode.workspace.fs.rename(sidecarOf(first.document.uri), theirs);
    const before = await textOf(theirs);
    const editor = await show(first.document.uri);
    await annotated(editor);
    await eventually(async () => assert.match((await api().rows('annotations')).join('\n'), /^In the file of j\.roos \(1\)\n {2}Ilmar Tamme \(person · accepted\)$/m));
    await counts(editor, { accepted: 0 });
    await vscode.commands.executeCommand('articleAnnotator.annotations.focus');
    const row = '.pane .monaco-list-row[aria-label^="Ilmar Tamme, person, accepted"]';
    await eventually(async () => {
      await focusRows('articleAnnotator.annotations');
      await workbench?.press('End');
      await workbench?.waitFor(`${row}.focused`, { timeoutMs: 1_000 });
    });
    await workbench.press('Alt+r');
    await workbench.waitFor('.statusbar-item', { text: 'the file of another person' });
    await counts(editor, { accepted: 0, rejected: 0 });
    await workbench.click(row);
    await cursorBefore(editor, 'Ilmar Tamme');
    assert.equal(await textOf(theirs), before);
  });
});

describe('a whole life of annotations, by keys alone', () => {
  afterEach(leaveAndClose);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  /** From suggestion to suggestion, until the cursor stands and stays before the words: a key that comes while the window is busy may move it late, past them. */
  async function walkTo(editor: vscode.TextEditor, words: string): Promise<void> {
    const isThere = (): void => assert.equal(atCursor(editor, words.length), words);
    await eventually(async () => {
      const { active } = editor.selection;
      if (atCursor(editor, words.length) !== words) {
        await workbench?.press('j');
        await eventually(() => assert.ok(!editor.selection.active.isEqual(active)), 2_000);
      }
      isThere();
      await pause(SETTLES_MS);
      isThere();
    }, WALK_MS);
    await cursorBefore(editor, words);
  }

  /** With the editor's own search, which leaves what it has found selected. */
  async function selectByKeys(editor: vscode.TextEditor, words: string): Promise<void> {
    await workbench?.press('Control+Home');
    await workbench?.press('Control+f');
    await workbench?.waitFor('.find-widget.visible textarea:focus');
    await workbench?.type(words);
    await eventually(() => assert.equal(editor.document.getText(editor.selection), words));
    await workbench?.press('Escape');
    await workbench?.waitFor('.find-widget.visible', { state: 'hidden' });
  }

  it('from the first suggestion to an article that was edited outside and opened again', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const { document } = editor;
    const { uri } = document;
    await walkTo(editor, 'Ruth Oduya');
    await workbench.press('a');
    await isDecided(/^Ruth Oduya \(person · accepted\)$/m);
    await walkTo(editor, 'Port Workers’ Federation');
    await workbench.press('p');
    await isDecided(/^Port Workers’ Federation \(person · accepted\)$/m);
    await workbench.press('Escape');
    await workbench.waitFor(OUTSIDE, { text: 'Review' });

    await selectByKeys(editor, 'Stone Bridge');
    await workbench.press('Shift+Alt+E');
    await choose('building or facility', 'building');
    await workbench.waitFor('.quick-input-count', { text: '2 Selected' });
    await workbench.press('Enter');
    await isDecided(/^Stone Bridge \(building or facility · accepted\)\n(?:.*\n)*Stone Bridge \(building or facility · accepted\)$/m);

    await selectByKeys(editor, 'would stay closed until April');
    await workbench.press('Shift+Alt+C');
    await workbench.waitFor('.quick-input-widget', { text: 'Who answers for it?' });
    await choose('Ruth Oduya', 'Ruth Oduya');
    await workbench.waitFor('.quick-input-widget', { text: 'By which words is it said?' });
    await choose('said', 'said');
    const claim = /^would stay closed until April \(claim, .*accepted\)$/m;
    await isDecided(claim);
    await pressUntil('Control+z', async () => assert.doesNotMatch((await listed('Decided')).join('\n'), claim));
    await pressUntil('Control+y', async () => assert.match((await listed('Decided')).join('\n'), claim));
    await cursorBefore(editor, 'Mayor Ruth Oduya said');

    await workbench.press('Control+Home');
    await workbench.type('A first line.');
    await workbench.press('Enter');
    await workbench.press('Enter');
    await eventually(() => assert.equal(document.getText().slice(0, 60), 'A first line.\n\nStone Bridge to stay shut until April\n\nRIGA, '));
    await workbench.press('Control+s');
    await eventually(() => assert.ok(!document.isDirty));
    const decidedThen = await eventually(async () => {
      const state = api().annotations(uri);
      assert.equal(state?.saved, true);
      const rows = await listed('Decided');
      assert.equal(rows.length, state.counts.accepted + state.counts.rejected);
      return rows;
    });
    const text = document.getText();
    await workbench.press('Control+w');
    await eventually(() => assert.notEqual(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString()));

    await write(uri, text.replace('A first line.', 'Another first line, longer than before, and in three sentences. One. Two.').replace('Advertisement\n', ''));
    await workbench.press('Control+Shift+t');
    const again = await eventually(() => {
      const active = vscode.window.activeTextEditor;
      assert.equal(active?.document.uri.toString(), uri.toString());
      return active;
    });
    await annotated(again);
    await counts(again, { orphaned: 0 });
    await eventually(async () => assert.deepEqual(await listed('Decided'), decidedThen));
    assert.match(decidedThen.join('\n'), claim);
  });
});
