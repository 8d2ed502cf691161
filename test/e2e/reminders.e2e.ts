/** Reminders, by keys: set of a claim in the text or on its card, seen, changed and removed in the Annotations view. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { ROW, leaveAndClose, review } from './support/annotating.js';
import { annotated, api, file, show } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { closeView, cursorBefore, focusRows, forgetDecisions, putCursor, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const CARD = '.monaco-editor .monaco-hover:visible';
const INPUT = '.quick-input-widget input:focus';
const REMINDER = `${ROW}[aria-label^="Reminder of"]`;

async function rows(): Promise<string> {
  const all = await api().rows('annotations');
  const start = all.findIndex((row) => row.startsWith('Reminders ('));
  return start < 0 ? '' : all.slice(start, all.findIndex((row) => row.startsWith('Undecided'))).join('\n');
}

/** What stands in the field first, and instead of it the words. */
async function typeOver(words: string): Promise<string> {
  await workbench?.waitFor(INPUT);
  const first = await workbench?.evaluate<string>(`document.querySelector('.quick-input-widget input').value`);
  await workbench?.press('Control+a');
  await workbench?.type(words);
  await workbench?.press('Enter');
  return first ?? '';
}

async function firstReminder(): Promise<void> {
  await eventually(async () => {
    await focusRows('articleAnnotator.annotations');
    await workbench?.press('Home');
    await workbench?.press('ArrowDown');
    await workbench?.waitFor(`${REMINDER}.focused`, { timeoutMs: 1_000 });
  });
}

describe('a reminder', () => {
  afterEach(leaveAndClose);
  after(async () => {
    await closeView('articleAnnotator.annotations', 'Annotations');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('is offered on the card of a prediction', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await workbench.hoverCard('would stay closed', 'Remind me');
    await workbench.click(`${CARD} a:has-text("Remind me")`);
    await typeOver('2999-01-01');
    await eventually(async () => assert.match(await rows(), /in \d+ days · 2999-01-01/));
    assert.equal(api().annotations(editor.document.uri)?.counts.accepted ?? 0, 0, 'a reminder was taken for a decision');
  });

  it('is set with a key on a claim, stands first in the view, and is changed and removed there', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await putCursor(editor, 'would stay closed');
    await workbench.press('Shift+r');
    assert.equal(await typeOver('2020-01-01 is it open?'), '2026-04-30');
    await eventually(async () => assert.match(await rows(), /^Reminders \(1, 1 due\)\n {2}that the Stone Bridge would stay closed… \(due for \d+ days · 2020-01-01 · is it open\?\)$/));
    await firstReminder();
    await workbench.press('Alt+t');
    assert.equal(await typeOver('2999-01-01'), '2020-01-01 is it open?');
    await eventually(async () => assert.match(await rows(), /^Reminders \(1\)\n.*\(in \d+ days · 2999-01-01\)$/));
    await firstReminder();
    await workbench.press('Delete');
    await eventually(async () => assert.equal(await rows(), ''));
    await focusRows('articleAnnotator.annotations');
    // One key, one step back: a second one would take back the change, too.
    await workbench.press('Control+z');
    await eventually(async () => assert.match(await rows(), /2999-01-01/));
  });

  it('that is due stands in the view of other articles, and leads to its own', async () => {
    if (workbench === undefined) return;
    const { document: { uri } } = await review();
    await putCursor(await show(uri), 'would stay closed');
    await workbench.press('Shift+r');
    await typeOver('2020-01-01');
    await eventually(async () => assert.match(await rows(), /2020-01-01/));
    await leaveAndClose();
    const other = await show(file('four-sources.article.txt'));
    await annotated(other);
    await focusRows('articleAnnotator.annotations');
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    await eventually(async () => assert.deepEqual((await api().rows('annotations')).slice(0, 2).map((row) => row.replace(/\d+ days/, 'days')), [
      'Due in other articles (1)', `  that the Stone Bridge would stay closed… (due for days · 2020-01-01 · in ${name})`,
    ]));
    await firstReminder();
    await workbench.screenshot('due-elsewhere');
    await workbench.press('Enter');
    const there = await eventually(() => {
      const { activeTextEditor } = vscode.window;
      assert.equal(activeTextEditor?.document.uri.toString(), uri.toString());
      return activeTextEditor;
    });
    await cursorBefore(there, 'that the Stone Bridge would stay closed');
    await leaveAndClose();
    await forgetDecisions();
    await show(file('four-sources.article.txt'));
    await eventually(async () => assert.doesNotMatch((await api().rows('annotations')).join('\n'), /Due in other/));
  });
});
