/** Links on cards that write: a note on what the card is about, and of what day the article is. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, api, card, closeAll, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { forgetDecisions, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const CARD = '.monaco-editor .monaco-hover:visible';
const WRITING = '.review-widget .monaco-editor.focused';
const UNDATED = 'The Harbour Waits\n\nRuth Oduya, the mayor, said that the harbour would reopen on Monday. She was glad.\n';

async function follow(words: string, label: string): Promise<void> {
  await workbench?.hoverCard(words, label);
  await workbench?.click(`${CARD} a:has-text("${label}")`);
}

/** The editor may make the field anew while it is first typed into. */
async function note(words: string, text: string): Promise<void> {
  await follow(words, 'Add note');
  await eventually(async () => {
    await workbench?.waitFor(WRITING);
    await workbench?.press('Control+a');
    await workbench?.type(text);
    await workbench?.waitFor(`${WRITING} .view-lines`, { text, timeoutMs: 2_000 });
  }, 20_000);
  await workbench?.press('Control+Enter');
}

describe('a card', () => {
  afterEach(closeAll);

  it('has a link under which a note is written on the name or on the claim that it is about', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await note('Ilmar Tamme', 'ask');
    await eventually(async () => assert.deepEqual(await api().notes(editor.document), ['Ilmar Tamme: ask']));
    await note('told', 'tape');
    await eventually(async () => assert.deepEqual(await api().notes(editor.document), ['Ilmar Tamme: ask', '“We need three more weeks,” Oduya told: tape']));
    assert.equal(api().annotations(editor.document.uri)?.counts.accepted ?? 0, 0, 'a note was taken for a decision');
  });

  it('of a date without a place on the calendar has a link under which a person says of what day the article is', async () => {
    const undated = file('undated.article');
    await write(undated, UNDATED);
    await forgetDecisions();
    try {
      const editor = await show(undated);
      await annotated(editor);
      assert.match(await card(editor.document, 'Monday'), /article's date is not known/);
      if (workbench === undefined) return;
      await follow('Monday', 'Set the article');
      await workbench.waitFor('.quick-input-widget input:focus');
      await workbench.type('2026-02-31');
      await workbench.waitFor('.quick-input-widget', { text: 'A day of the calendar' });
      await workbench.press('Control+a');
      await workbench.type('2026-03-12');
      await workbench.press('Enter');
      await eventually(async () => assert.match(await card(editor.document, 'Monday'), /Monday, March 16, 2026.*2026 \(set by hand\)/s));
      assert.doesNotMatch(await card(editor.document, 'Monday'), /Set the article/);
    } finally {
      await closeAll();
      await vscode.workspace.fs.delete(undated);
    }
  });
});
