import * as vscode from 'vscode';
import { annotated, closeAll, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { focusRows, place, putCursor, select } from './support/keys.js';
import { inTheme, isThere, picture } from './support/pictures.js';
import { workbench } from './support/workbench.js';

const ROW = '.pane .monaco-list-row';
const FILES = '.pane-header:has-text("suite")';

async function showArticle(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closePanel');
  const editor = await show(file('ferry-talks.article.txt'));
  await annotated(editor);
  return editor;
}

/** The article with both views beside it, one person's mentions open. */
async function showViews(): Promise<void> {
  const editor = await showArticle();
  await vscode.commands.executeCommand('articleAnnotator.claims.focus');
  await vscode.commands.executeCommand('articleAnnotator.entities.focus');
  await workbench?.waitFor(ROW, { text: 'Ilmar Tamme' });
  await workbench?.waitFor(ROW, { text: 'Two people familiar' });
  await eventually(async () => {
    await focusRows('articleAnnotator.entities');
    for (const key of ['Home', 'ArrowDown', 'ArrowRight']) await workbench?.press(key);
    await workbench?.waitFor(`${ROW}[aria-level="3"]`, { timeoutMs: 1000 });
  });
  await putCursor(editor, 'Ilmar Tamme');
}

describe('what a reader who moves about sees, where the suite can look at the window', () => {
  afterEach(closeAll);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('is a list of entities and one of claims', async () => {
    await showViews();
    await workbench?.screenshot(picture('views'));
  });

  for (const [theme, className] of [['Default Dark Modern', 'vs-dark'], ['Default High Contrast', 'hc-black'], ['Default High Contrast Light', 'hc-light']] as const) {
    it(`is the same lists in ${theme}`, () => inTheme(theme, async () => {
      await showViews();
      await workbench?.waitFor(`.monaco-workbench.${className}`);
      await workbench?.screenshot(`views-${className}`);
    }));
  }

  it('is the outline', async () => {
    const editor = await showArticle();
    await putCursor(editor, 'came here to sign');
    await vscode.commands.executeCommand('outline.focus');
    // Room for the outline: the list of files is closed as long.
    await workbench?.click(FILES);
    await workbench?.waitFor('.explorer-folders-view', { state: 'hidden' });
    await workbench?.waitFor('.outline-pane .monaco-list-row', { text: 'Ilmar Tamme' });
    await workbench?.screenshot(picture('outline'));
    await workbench?.click(FILES);
  });

  it('is the headline and the crosshead over what is scrolled to', async () => {
    const settings = vscode.workspace.getConfiguration('editor.stickyScroll');
    await settings.update('enabled', true, vscode.ConfigurationTarget.Global);
    try {
      const paragraph = (nth: number): string => `Harbour master Ilmar Tamme said on Monday that berth ${nth} would stay closed until the crane was repaired. The port wants it open again before the ice comes.`;
      const part = (title: string, from: number): string => [title, ...Array.from({ length: 12 }, (_, i) => paragraph(from + i))].join('\n\n');
      const long = file('long.article');
      await write(long, ['Berths stay closed', paragraph(1), part('What the crews say', 2), part('What comes next', 14)].join('\n\n'));
      const editor = await show(long);
      await annotated(editor);
      editor.revealRange(place(editor.document, 'berth 20 '), vscode.TextEditorRevealType.AtTop);
      await workbench?.waitFor('.sticky-widget', { text: 'Berths stay closed' });
      await workbench?.waitFor('.sticky-widget', { text: 'What comes next' });
      await workbench?.screenshot('sticky-scroll');
    } finally {
      await settings.update('enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('is the jump list', async () => {
    await showArticle();
    void vscode.commands.executeCommand('articleAnnotator.showJumpList');
    await workbench?.waitFor('.quick-input-list', { text: 'Unnamed sources' });
    await workbench?.press('ArrowDown');
    await isThere('.quick-input-widget');
    await workbench?.screenshot(picture('jump-list'));
    await workbench?.press('Escape');
  });

  it('is a card on selected words', async () => {
    const editor = await showArticle();
    await select(editor, 'overtime it owes');
    await vscode.commands.executeCommand('articleAnnotator.lookUp');
    await workbench?.waitFor('.monaco-editor .monaco-hover:visible', { text: 'overtime' });
    await isThere('.monaco-editor .monaco-hover');
    await workbench?.screenshot('look-up');
    await workbench?.press('Escape');
  });

  it('is a claim marked after a jump', async () => {
    const editor = await showArticle();
    await putCursor(editor, 'Follow our');
    await vscode.commands.executeCommand('articleAnnotator.nextUnnamedSource');
    await workbench?.screenshot('jump');
  });

  it('is who says what', async () => {
    const editor = await showArticle();
    await putCursor(editor, 'Ilmar Tamme');
    await vscode.commands.executeCommand('articleAnnotator.whoSaysWhat');
    await workbench?.waitFor('.peekview-widget', { text: 'came here to sign' });
    await workbench?.screenshot('who-says-what');
  });

  it('is the context menu', async () => {
    const editor = await showArticle();
    await putCursor(editor, 'Ilmar Tamme');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await workbench?.press('Shift+F10');
    await workbench?.waitFor('.monaco-menu', { text: 'Look Up Selection' });
    await workbench?.screenshot('context-menu');
    await workbench?.press('Escape');
  });

  for (const [theme, name] of [['Default Light Modern', picture('walkthrough')], ['Default Dark Modern', 'walkthrough-dark'], ['Default High Contrast', 'walkthrough-high-contrast']] as const) {
    it(`is the walkthrough in ${theme}`, () => inTheme(theme, async () => {
      await vscode.commands.executeCommand('workbench.action.closeSidebar');
      await vscode.commands.executeCommand('articleAnnotator.openWalkthrough');
      await workbench?.waitFor('.gettingStartedContainer', { text: 'Find the unnamed sources' });
      await workbench?.click('.gettingStartedContainer .step-title:has-text("unnamed")');
      await workbench?.waitInWebview('A senior official in Tallinn');
      await workbench?.screenshot(name);
    }));
  }

  it('is the cheat sheet', async () => {
    await vscode.commands.executeCommand('articleAnnotator.showKeys');
    await workbench?.waitInWebview('Go to Next Unnamed Source');
    await workbench?.waitFor('.webview.ready');
    await workbench?.screenshot('cheat-sheet');
  });
});
