/** The editor in its screen reader mode: what an extension shows there is spoken if it stands in the editor's live region. */
import * as vscode from 'vscode';
import { closeAll } from './support/annotator.js';
import { press, putCursor, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const MODE = 'editor.action.toggleScreenReaderAccessibilityMode';

async function spoken(text: string): Promise<void> {
  await workbench?.waitFor('.monaco-aria-container .monaco-alert', { text });
}

describe('who hears the editor', () => {
  before(async () => vscode.commands.executeCommand(MODE));
  after(async () => vscode.commands.executeCommand(MODE));
  afterEach(closeAll);

  it('is told where a key has taken the cursor', async () => {
    const editor = await showAnnotated();
    await press('Alt+u', 'articleAnnotator.nextUnnamedSource');
    await spoken('1 of 2. Claim by a senior official');
    await putCursor(editor, 'RIGA');
    await press('Alt+m', 'articleAnnotator.nextEntity');
    await spoken('Ruth Oduya, person');
  });

  it('is told what waits in review mode, and what was done', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Ruth Oduya');
    await press('Alt+d', 'articleAnnotator.toggleReview');
    await spoken('Review mode. A accepts');
    await spoken('Person: Ruth Oduya');
    await press('a', 'articleAnnotator.accept');
    await spoken('Accepted. ');
    await press('u', 'articleAnnotator.undoDecision');
    await spoken('Undone: ');
    await press('Escape', 'articleAnnotator.leaveReview');
    await spoken('Review mode is off.');
  });
});
