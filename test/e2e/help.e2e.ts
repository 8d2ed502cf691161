import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, closeAll, extension } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

interface Binding {
  readonly key: string;
  readonly command: string;
  readonly when?: string;
}

/** Contexts in which an article has not got the focus, or not as an article. */
const ELSEWHERE = /terminal|inQuickInput|accessib|notebook|inChat|chatEdit|multiDiff|isInDiffEditor|testing|activeEditorHasCommentingRange|suggestWidget|debug|listFocus|webview|findWidget/i;

/** Keys that mean something else only while the user is in a mode or a view of ours, or a decision is what was done last. */
const OF_A_MODE = /articleAnnotator\.(?:reviewing|picking|draftingNote|undoIsDecision|redoIsDecision)|focusedView == articleAnnotator\./;

describe('help for who comes new', () => {
  afterEach(closeAll);

  it('is a walkthrough, of which the first step is done where an article was open before', async () => {
    await showAnnotated();
    await vscode.commands.executeCommand('articleAnnotator.openWalkthrough');
    for (const step of ['Open an article', 'See who says what', 'Find the unnamed sources', 'Look up any words']) {
      await workbench?.waitFor('.gettingStartedContainer', { text: step });
    }
    await workbench?.waitFor('.gettingStartedContainer [data-done-step-id*="start.open"].complete');
    assert.equal(await workbench?.evaluate<number>('document.querySelectorAll(".gettingStartedContainer .getting-started-step").length') ?? 4, 4);
  });

  it('is a walkthrough whose buttons work on the article in another tab', async () => {
    await vscode.commands.executeCommand('articleAnnotator.openSample');
    const editor = await eventually(() => {
      assert.ok(vscode.window.activeTextEditor);
      return vscode.window.activeTextEditor;
    });
    await annotated(editor);
    await vscode.commands.executeCommand('articleAnnotator.openWalkthrough');
    await eventually(() => assert.equal(vscode.window.activeTextEditor, undefined));
    await vscode.commands.executeCommand('articleAnnotator.claims.focus');
    await workbench?.waitFor('.pane .monaco-list-row', { text: 'Two people familiar' });
    await vscode.commands.executeCommand('articleAnnotator.nextClaim');
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document, editor.document));
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('is a sample that may be changed without harm', async () => {
    await vscode.commands.executeCommand('articleAnnotator.openSample');
    const editor = await eventually(() => {
      assert.equal(vscode.window.activeTextEditor?.document.languageId, 'article');
      return vscode.window.activeTextEditor;
    });
    assert.ok(editor.document.isUntitled);
    await annotated(editor);
  });

  it('is a cheat sheet of all keys', async () => {
    await vscode.commands.executeCommand('articleAnnotator.showKeys');
    await eventually(() => assert.match(vscode.window.tabGroups.activeTabGroup.activeTab?.label ?? '', /Keys of Article Annotator/));
    await workbench?.waitInWebview('Go to Next Unnamed Source');
  });

  it('is right about keys: none of ours is one that the editor uses in a text', async () => {
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse('vscode://defaultsettings/keybindings.json'));
    const bindings = JSON.parse(document.getText().replace(/^\s*\/\/.*$/gm, '').replace(/\][^\]]*$/, ']')) as Binding[];
    assert.ok(bindings.length > 500);
    const { keybindings } = (extension().packageJSON as { contributes: { keybindings: readonly Binding[] } }).contributes;
    const taken = bindings.filter(({ key, command, when = '' }) => !command.startsWith('articleAnnotator.') && !ELSEWHERE.test(when) && keybindings.some((ours) => ours.key === key && !OF_A_MODE.test(ours.when ?? '')));
    assert.deepEqual(taken, []);
  });
});
