import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { INSIDE, counts, leaveAndClose, review } from './support/annotating.js';
import { annotated, api, edit } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { place, putCursor } from './support/keys.js';
import { workbench } from './support/workbench.js';

const WIDGET = '.review-widget';
/** An editor in a thread of notes, with the cursor in it. */
const WRITING = `${WIDGET} .monaco-editor.focused`;

describe('notes', () => {
  afterEach(leaveAndClose);

  const notes = (editor: vscode.TextEditor, expected: readonly string[]): Promise<void> => eventually(async () => assert.deepEqual(await api().notes(editor.document), expected));

  /** In review mode, so that its keys are seen to be let through where notes are written. */
  /** The editor may make the field anew while it is first typed into: what stands there at its beginning is looked at. */
  async function fill(text: string): Promise<void> {
    await eventually(async () => {
      await workbench?.waitFor(WRITING);
      await workbench?.press('Control+a');
      await workbench?.type(text);
      await workbench?.waitFor(`${WRITING} .view-lines`, { text: text.slice(0, 7), timeoutMs: 2000 });
    }, 20_000);
  }

  async function write(editor: vscode.TextEditor, text: string): Promise<void> {
    await putCursor(editor, 'Ilmar Tamme');
    await workbench?.press('Shift+N');
    await workbench?.waitFor(WIDGET, { text: '“Ilmar Tamme”' });
    await fill(text);
    await workbench?.press('Control+Enter');
    await notes(editor, [`Ilmar Tamme: ${text}`]);
  }

  it('are written with keys beside the text, and go with their words', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const text = editor.document.getText();
    await write(editor, 'Ask him again, as Ruth was absent');
    assert.equal(editor.document.getText(), text);
    assert.equal(api().annotations(editor.document.uri)?.counts.accepted ?? 0, 0, 'a key was taken for a decision');
    await edit(editor, (builder) => builder.insert(new vscode.Position(0, 0), 'A first line.\n\n'));
    await annotated(editor);
    await notes(editor, ['Ilmar Tamme: Ask him again, as Ruth was absent']);
    await edit(editor, (builder) => builder.replace(place(editor.document, ', who leads'), ' – he leads'));
    await annotated(editor);
    await notes(editor, ['Ilmar Tamme: Ask him again, as Ruth was absent']);
  });

  it('are left by Escape, and nothing is kept', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.press('Shift+N');
    await workbench.waitFor(WRITING);
    await workbench.type('a');
    await workbench.press('Escape');
    await workbench.waitFor(WIDGET, { state: 'hidden' });
    await notes(editor, []);
    await workbench.waitFor(INSIDE, { text: 'REVIEW' });
    await workbench.press('a');
    await counts(editor, { accepted: 1 });
  });

  it('are answered, changed and deleted', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await write(editor, 'Ask him');
    // The focus goes back to the text a moment after the note is kept.
    await eventually(async () => {
      await putCursor(editor, 'Ilmar Tamme');
      await workbench?.press('Shift+N');
      await workbench?.waitFor(`${WIDGET} .comment-form .monaco-editor`, { timeoutMs: 2000 });
    }, 20_000);
    await workbench.click(`${WIDGET} .comment-form .monaco-editor`);
    await fill('Done');
    await workbench.press('Control+Enter');
    await notes(editor, ['Ilmar Tamme: Ask him | Done']);
    const action = (label: string, nth = 0): Promise<void> => workbench?.click(`${WIDGET} .action-label[aria-label^="${label}"]`, nth) ?? Promise.resolve();
    await workbench.click(`${WIDGET} .review-comment`, 0);
    await action('Change the Note');
    await workbench.waitFor(`${WIDGET} .edit-container .monaco-editor.focused`);
    await fill('Ask her');
    await workbench.click(`${WIDGET} .edit-container .monaco-button:has-text("Save")`);
    await notes(editor, ['Ilmar Tamme: Ask her | Done']);
    await workbench.click(`${WIDGET} .review-comment`, 0);
    await action('Delete the Note');
    await notes(editor, ['Ilmar Tamme: Done']);
    await vscode.commands.executeCommand('articleAnnotator.undoDecision');
    await notes(editor, ['Ilmar Tamme: Ask her | Done']);
  });
});
