import * as vscode from 'vscode';
import { ROW } from './support/annotating.js';
import { annotated, api, closeAll, file, show } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { closeView, cursorBefore, putCursor } from './support/keys.js';
import { inTheme, isThere, picture } from './support/pictures.js';
import { workbench } from './support/workbench.js';

/** Review mode in the sample, some of it decided, the annotations beside it. */
async function showReview(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('workbench.action.closePanel');
  const editor = await show(file('ferry-talks.article.txt'));
  await annotated(editor);
  await vscode.commands.executeCommand('articleAnnotator.annotations.focus');
  await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  await vscode.commands.executeCommand('articleAnnotator.toggleReview');
  await eventually(async () => {
    if ((await api().marked(editor)).length < 5) throw new Error('nothing is marked');
  });
  await workbench?.moveMouse(640, 400);
  await putCursor(editor, 'Petra Osei');
  await workbench?.press('a');
  await cursorBefore(editor, 'last week');
  await workbench?.press('a');
  await eventually(async () => {
    const marked = await api().marked(editor);
    if (marked.some((words) => words === 'last week')) throw new Error('what is decided is still marked');
  });
  // The list beside the text is drawn a moment after the marks.
  const left = (): number => api().annotations(editor.document.uri)?.counts.undecided ?? 0;
  await eventually(async () => { await workbench?.waitFor(`${ROW}[aria-label="Undecided, ${left()}"]`, { timeoutMs: 1_000 }); });
  return editor;
}

async function leave(): Promise<void> {
  for (let step = 0; step < 3; step++) await vscode.commands.executeCommand('articleAnnotator.undoDecision');
  await vscode.commands.executeCommand('articleAnnotator.leaveReview');
  await closeAll();
}

describe('what a person who annotates sees, where the suite can look at the window', () => {
  afterEach(leave);
  after(async () => {
    await closeView('articleAnnotator.annotations', 'Annotations');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('is review mode, with the annotations beside it', async () => {
    await showReview();
    await workbench?.screenshot(picture('review'));
  });

  for (const [theme, className] of [['Default Dark Modern', 'vs-dark'], ['Default High Contrast', 'hc-black'], ['Default High Contrast Light', 'hc-light']] as const) {
    it(`is the same in ${theme}`, () => inTheme(theme, async () => {
      await showReview();
      await workbench?.waitFor(`.monaco-workbench.${className}`);
      await workbench?.screenshot(`review-${className}`);
    }));
  }

  it('is the list of keys', async () => {
    await showReview();
    void vscode.commands.executeCommand('articleAnnotator.showReviewKeys');
    await workbench?.waitFor('.quick-input-list', { text: 'Next undecided' });
    await isThere('.quick-input-widget');
    await workbench?.screenshot('review-keys');
    await workbench?.press('Escape');
  });

  it('is code lenses, for who wants them', async () => {
    const settings = vscode.workspace.getConfiguration('articleAnnotator');
    await settings.update('annotating.codeLens', true, vscode.ConfigurationTarget.Global);
    try {
      await showReview();
      await workbench?.waitFor('.codelens-decoration', { text: 'undecided: accept all' });
      await workbench?.screenshot('review-lenses');
    } finally {
      await settings.update('annotating.codeLens', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
