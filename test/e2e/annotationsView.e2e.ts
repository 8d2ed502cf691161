import * as assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Counts } from './support/annotating.js';
import { INSIDE, LIST, OUTSIDE, ROW, choose, counts, isDecided, lastRows, leaveAndClose, listed, pressUntil, review } from './support/annotating.js';
import { annotated, api, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { atCursor, closeView, cursorBefore, focusRows, message, putCursor, select, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

/** The editor tells the extension of a selection, and draws a list anew, within this time. */
const STAYS_MS = 300;

/** Gives the focus to the first row under the first heading. */
async function firstRow(label: string): Promise<void> {
  await eventually(async () => {
    await focusRows('articleAnnotator.annotations');
    await workbench?.press('Home');
    await workbench?.press('ArrowDown');
    await workbench?.waitFor(`${ROW}.focused[aria-label^="${label}"]`, { timeoutMs: 1_000 });
  });
}

/** Waits until the view shows what was decided: a key that comes while the editor draws a list anew is lost, or meets two rows with the focus. */
async function drawnAnew(editor: vscode.TextEditor, expected: Partial<Counts>): Promise<void> {
  await counts(editor, expected);
  // The list is asked for again after what is counted has been told.
  await eventually(async () => {
    const left = (await listed('Undecided')).length;
    await workbench?.waitFor(`${ROW}[aria-label="Undecided, ${left}"]`, { timeoutMs: 1_000 });
  });
}

/** Selects so many rows from the one that has the focus, until they stay so: a list that is drawn anew for what came before may take it back. */
async function selectRows(count: number): Promise<void> {
  const selected = async (): Promise<number> => (await workbench?.evaluate<number>(`document.querySelectorAll('${ROW}.selected').length`)) ?? count;
  await eventually(async () => {
    if ((await selected()) < count) await workbench?.press('Shift+ArrowDown');
    assert.equal(await selected(), count);
    await pause(STAYS_MS);
    assert.equal(await selected(), count);
  });
}

describe('the annotations in the side bar', () => {
  afterEach(leaveAndClose);
  after(async () => {
    await closeView('articleAnnotator.annotations', 'Annotations');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('are accepted and rejected by their buttons', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    // Of two lists in which the name stands, this is the one that says what is decided.
    const row = `${ROW}[aria-label^="Ilmar Tamme, person"]`;
    await eventually(async () => {
      await focusRows('articleAnnotator.annotations');
      await workbench?.type('Ilmar');
      await workbench?.waitFor(row, { timeoutMs: 1_000 });
      // From under the heading, which stays at the top. A list that is drawn anew meanwhile may have gone back to its beginning.
      await workbench?.press('ArrowUp');
      await workbench?.waitFor(row, { timeoutMs: 1_000 });
      // Or goes there as it is clicked, so that the click meets another row.
      await workbench?.click(row);
      await eventually(() => assert.equal(atCursor(editor, 'Ilmar Tamme'.length), 'Ilmar Tamme'), 1_000);
    });
    await cursorBefore(editor, 'Ilmar Tamme');
    await workbench.click(`${row} .action-label[aria-label^="Accept"]`);
    await counts(editor, { accepted: 1 });
    await isDecided(/^Ilmar Tamme \(person · accepted\)$/m);
    // It stands among the decided ones now, further down.
    const decided = await lastRows('Ilmar Tamme, person, accepted');
    await workbench.click(decided);
    await workbench.click(`${decided} .action-label[aria-label^="Reject"]`);
    await counts(editor, { accepted: 0, rejected: 1 });
  });

  it('are decided on by keys, one after the other, while the text goes along', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await firstRow('Stone Bridge');
    await workbench.press('Alt+a');
    await drawnAnew(editor, { accepted: 1 });
    await workbench.waitFor(`${ROW}.focused[aria-label^="April"]`);
    await eventually(() => assert.equal(atCursor(editor, 5), 'April'));
    // The row may be drawn once more for what was decided, and a key that meets it then is lost.
    await pause(STAYS_MS);
    await workbench.press('Delete');
    await drawnAnew(editor, { accepted: 1, rejected: 1 });
    await workbench.waitFor(`${ROW}.focused[aria-label^="RIGA"]`);
    await workbench.press('ArrowDown');
    await workbench.waitFor(`${ROW}.focused[aria-label^="March 12"]`);
    await workbench.press('Alt+r');
    await drawnAnew(editor, { accepted: 1, rejected: 2 });
    await isDecided(/^March 12, 2026 \(date · rejected\)$/m);
    await workbench.press('Control+z');
    await drawnAnew(editor, { accepted: 1, rejected: 1 });
    await selectRows(3);
    await workbench.press('Alt+a');
    await drawnAnew(editor, { accepted: 4, rejected: 1 });
    await workbench.press('Control+z');
    await drawnAnew(editor, { accepted: 1, rejected: 1 });
    await pressUntil('Alt+t', async () => { await workbench?.waitFor(LIST, { text: 'event', timeoutMs: 2_000 }); });
    await choose('event', 'event');
    await isDecided(/ \(event · accepted\)$/m);
    assert.ok(await workbench.evaluate<boolean>(`document.activeElement?.closest('.pane .monaco-list') !== null`), 'the view has lost the focus');
  });

  it('keep what is selected while decisions are made in the text', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await focusRows('articleAnnotator.annotations');
    const row = `${ROW}[aria-label^="RIGA, place"]`;
    // In a list that was scrolled before, its heading stands in front of the row.
    await workbench.press('Home');
    await workbench.click(row);
    await cursorBefore(editor, 'RIGA');
    await vscode.commands.executeCommand('articleAnnotator.toggleReview');
    await workbench.waitFor(INSIDE, { text: 'REVIEW' });
    await putCursor(editor, 'Stone Bridge');
    await workbench.press('a');
    await counts(editor, { accepted: 1 });
    await putCursor(editor, 'Port Workers');
    await workbench.press('r');
    await counts(editor, { accepted: 1, rejected: 1 });
    await isDecided(/^Port Workers’ Federation \(organisation · rejected\)$/m);
    await workbench.waitFor(`${row}.selected`);
    assert.equal(await workbench.evaluate<number>(`document.querySelectorAll('${ROW}.selected').length`), 1);
  });
});

describe('annotations of a text that was changed outside', () => {
  afterEach(leaveAndClose);
  after(async () => {
    await closeView('articleAnnotator.annotations', 'Annotations');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  /** An article whose accepted name was taken out of the text while it was closed. */
  async function orphaned(): Promise<vscode.TextEditor> {
    const editor = await review();
    const { uri } = editor.document;
    await putCursor(editor, 'Ilmar Tamme');
    await workbench?.press('a');
    await counts(editor, { accepted: 1 });
    await eventually(() => assert.equal(api().annotations(uri)?.saved, true));
    const text = editor.document.getText();
    await leaveAndClose();
    await write(uri, text.replace(/Ilmar Tamme[^\n]*/, 'Nobody answered.'));
    const again = await show(uri);
    await annotated(again);
    await counts(again, { orphaned: 1 });
    return again;
  }

  it('are listed as orphans, and put where a person says by a key', async () => {
    if (workbench === undefined) return;
    const editor = await orphaned();
    assert.match((await listed('Orphaned')).join(), /^Ilmar Tamme/);
    await select(editor, 'Nobody');
    await workbench.click(await lastRows('Ilmar Tamme, person'));
    await workbench.press('Alt+p');
    await counts(editor, { accepted: 1, orphaned: 0 });
    await isDecided(/^Nobody \(person/m);
  });

  it('are discarded by a key, which one undo takes back', async () => {
    if (workbench === undefined) return;
    const editor = await orphaned();
    await workbench.click(await lastRows('Ilmar Tamme, person'));
    await workbench.press('Delete');
    await counts(editor, { orphaned: 0 });
    await vscode.commands.executeCommand('articleAnnotator.undoDecision');
    await counts(editor, { orphaned: 1 });
  });

  it('are told of when their file is broken, and it stays as it is', async () => {
    if (workbench === undefined) return;
    const name = `broken-${Date.now()}.article.txt`;
    await vscode.workspace.fs.copy(file('bridge.article.txt'), file(name));
    const broken = '{ "@context": "http://www.w3.org/ns/anno.jsonld",\n<<<<<<< HEAD\n';
    await write(file(`${name}.annotations.jsonld`), broken);
    const editor = await show(file(name));
    await annotated(editor);
    await eventually(() => assert.ok(api().annotations(editor.document.uri)?.problem?.message.includes(`${name}.annotations.jsonld`)));
    await workbench.waitFor(`${OUTSIDE} .codicon-warning`);
    // Said once, and leads to the place.
    await workbench.click(`${await message(`${name}.annotations.jsonld, line 2`)} .monaco-button:has-text("Open the File")`);
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('.annotations.jsonld'), true));
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 1);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file(`${name}.annotations.jsonld`))), broken);
  });

  it('go along when their article is renamed', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const { uri } = editor.document;
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.press('a');
    await eventually(() => assert.equal(api().annotations(uri)?.saved, true));
    const renamed = file(`renamed-${Date.now()}.article.txt`);
    const change = new vscode.WorkspaceEdit();
    change.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(change));
    const kept = renamed.with({ path: `${renamed.path}.annotations.jsonld` });
    await eventually(async () => assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(kept)), /Ilmar Tamme/));
    await counts(await show(renamed), { accepted: 1, orphaned: 0 });
  });
});
