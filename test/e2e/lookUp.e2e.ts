import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { card, closeAll } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { press, pressByName, putCursor, select, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const LOOK_UP = ['Alt+i', 'articleAnnotator.lookUp'] as const;
const DESCRIBE = ['Alt+y', 'articleAnnotator.describe'] as const;
/** Beside it there are hovers of the workbench. */
const CARD = '.monaco-editor .monaco-hover:visible';

/** What a screen reader says when the focus comes to the card. */
const FOCUSED = `document.activeElement?.closest('.monaco-hover') !== null`;

describe('words of an article', () => {
  afterEach(closeAll);

  it('that nobody recognised can be looked up', async () => {
    const editor = await showAnnotated();
    await select(editor, 'the city council');
    await press(...LOOK_UP);
    await workbench?.waitFor(CARD, { text: 'the city council' });
    await eventually(async () => assert.ok((await workbench?.evaluate<boolean>(FOCUSED)) ?? true, 'the card has not got the focus'));
    await workbench?.press('Escape');
    await workbench?.waitFor(CARD, { state: 'hidden' });
  });

  it('are looked up by resting on them while they are selected', async () => {
    const editor = await showAnnotated();
    assert.doesNotMatch(await card(editor.document, 'city council'), /^\**the city council/);
    await select(editor, 'the city council');
    assert.match(await card(editor.document, 'city council'), /^[*]*“the city council”/);
  });

  it('are read as one sentence', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Ilmar Tamme');
    await press(...DESCRIBE);
    await workbench?.waitFor(CARD, { text: 'Ilmar Tamme, person' });
    await eventually(async () => assert.ok((await workbench?.evaluate<boolean>(FOCUSED)) ?? true, 'the card has not got the focus'));
    await workbench?.press('Escape');
    await workbench?.waitFor(CARD, { state: 'hidden' });
    await putCursor(editor, 'reporters');
    await press(...DESCRIBE);
    await workbench?.waitFor(CARD);
    await workbench?.press('Escape');
  });

  it('are looked up though a card is shown already', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Ilmar Tamme');
    await press(...DESCRIBE);
    await workbench?.waitFor(CARD, { text: 'Ilmar Tamme, person' });
    await pressByName('Look Up Selection', 'articleAnnotator.lookUp');
    await workbench?.waitFor(CARD, { text: 'in the article' });
    await workbench?.press('Escape');
  });

  it('show in the accessible view what the card says', async () => {
    const editor = await showAnnotated();
    await select(editor, 'the city council');
    await press(...LOOK_UP);
    if (workbench === undefined) return;
    await workbench.waitFor(CARD, { text: 'the city council' });
    await workbench.press('Alt+F2');
    await workbench.waitFor('.accessible-view', { text: 'council' });
    await workbench.press('Escape');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
  });
});
