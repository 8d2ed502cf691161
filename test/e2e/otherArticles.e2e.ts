/** What the other articles of the workspace say, as a reader comes to it. In the second folder, where no other test writes. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, card, closeAll, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { press, putCursor } from './support/keys.js';
import { workbench } from './support/workbench.js';

const CARD = '.monaco-editor .monaco-hover:visible';
const ARTICLES: Readonly<Record<string, string>> = {
  'tuesday.article': `date 2026-03-10

Union Says 4,000 Dockers May Strike

Helmi Raudsepp, director of the Port Workers Federation, said that 4,000 dock workers would walk out of the harbour on Friday.

The harbour is calm.
`,
  'thursday.article': `date 2026-03-12

Union Says 2,500 Dockers May Strike

Helmi Raudsepp said that 2,500 dock workers would walk out of the harbour on Friday.
`,
  'monday.article': `date 2026-03-16

Ferry Talks End

The ferry talks ended without a deal. Helmi Raudsepp denied that the talks had failed.
`,
};

async function showTuesday(): Promise<vscode.TextEditor> {
  const editor = await show(file('tuesday.article', 1));
  await annotated(editor);
  return editor;
}

/** Waits until the articles that were just written have come into the index. */
async function known(editor: vscode.TextEditor): Promise<void> {
  await eventually(async () => assert.match(await card(editor.document, 'Helmi Raudsepp'), /Also in 2 other articles/), 30_000);
}

/** Links are reached by keys and by the mouse; what the pointer is over goes away as the page behind it is drawn anew. */
async function follow(words: string, label: string): Promise<void> {
  await workbench?.hoverCard(words, label);
  await workbench?.click(`${CARD} a:has-text("${label}")`);
}

function active(name: string): Promise<vscode.TextEditor> {
  return eventually(() => {
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.uri.toString(), file(name, 1).toString());
    return activeTextEditor;
  });
}

describe('the other articles of the workspace', () => {
  before(async () => { for (const [name, text] of Object.entries(ARTICLES)) await write(file(name, 1), text); });
  afterEach(closeAll);
  after(async () => { for (const name of Object.keys(ARTICLES)) await vscode.workspace.fs.delete(file(name, 1)); });

  it('are among the references of a name, newest first behind its own', async () => {
    const editor = await showTuesday();
    await known(editor);
    await putCursor(editor, 'Helmi Raudsepp');
    const found = await vscode.commands.executeCommand<vscode.Location[]>('vscode.executeReferenceProvider', editor.document.uri, editor.selection.active);
    assert.deepEqual(new Set(found.map(({ uri, range }) => `${uri.path.split('/').at(-1) ?? ''}:${range.start.line + 1}`)), new Set(['tuesday.article:5', 'monday.article:5', 'thursday.article:5']));
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press('Shift+F12', 'editor.action.goToReferences');
    await workbench?.waitFor('.peekview-widget .head', { text: '(3)' });
    await workbench?.waitFor('.peekview-widget .monaco-list-row', { text: 'monday.article' });
    await workbench?.screenshot('references-across-articles');
    await press('Escape', 'closeReferenceSearch');
  });

  it('are counted on the card of a name, which leads to the newest', async () => {
    const editor = await showTuesday();
    await known(editor);
    assert.match(await card(editor.document, 'Helmi Raudsepp'), /Also in 2 other articles, the newest of 2026-03-16/);
    if (workbench === undefined) return;
    await follow('Helmi Raudsepp', 'The newest of the others');
    const newest = await active('monday.article');
    await eventually(() => assert.equal(newest.document.getText(new vscode.Range(newest.selection.active, newest.selection.active.translate(0, 14))), 'Helmi Raudsepp'));
  });

  it('stand on the card of a claim that they make otherwise, which sets both side by side', async () => {
    const editor = await showTuesday();
    await known(editor);
    await eventually(async () => assert.match(await card(editor.document, 'dock workers'), /Differs in thursday\.article, 2026-03-12.*another figure, “Helmi Raudsepp said that 2,500 dock workers/));
    if (workbench === undefined) return;
    await workbench.hoverCard('dock workers', 'Differs in thursday');
    await workbench.screenshot('claim-elsewhere');
    await workbench.click(`${CARD} a:has-text("Compare with other articles")`);
    await eventually(() => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      assert.ok(input instanceof vscode.TabInputTextDiff, 'no two articles stand side by side');
      assert.deepEqual([input.original, input.modified].map((uri) => uri.path.split('/').at(-1)), ['thursday.article', 'tuesday.article']);
    });
    await workbench.screenshot('claims-side-by-side');
  });

  it('are listed by what the same source says there', async () => {
    await known(await showTuesday());
    if (workbench === undefined) return;
    await follow('dock workers', 'What this source says there');
    await workbench.waitFor('.quick-input-list .monaco-list-row', { text: 'Helmi Raudsepp denied that the talks had failed' });
    await workbench.press('Enter');
    await active('monday.article');
  });

  it('leave it to the reader how a claim could be checked: all steps are behind a link', async () => {
    await known(await showTuesday());
    if (workbench === undefined) return;
    await follow('dock workers', 'How to check');
    assert.match(await workbench.waitFor(CARD, { text: 'do the sum again' }), /Labels: named-person/);
    await workbench.screenshot('how-to-check');
    await workbench.press('Escape');
  });
});
