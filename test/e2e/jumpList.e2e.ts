import * as assert from 'node:assert/strict';
import { closeAll } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { cursorBefore, putCursor, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const LIST = '.quick-input-list';
const ACTIVE = '.quick-input-list .monaco-list-row.focused';

describe('the jump list, where the suite has hands', () => {
  afterEach(closeAll);

  it('offers unnamed sources, claims and entities', async () => {
    await showAnnotated();
    if (workbench === undefined) return;
    await workbench.click('#articleAnnotator\\\\.status, [id$="articleAnnotator.status"] a');
    await workbench.waitFor(LIST, { text: 'A senior official' });
    for (const title of ['Unnamed sources (', 'Claims with a source (']) await workbench.waitFor(LIST, { text: title });
    await workbench.press('Escape');
    await workbench.moveMouse(0, 0);
  });

  it('shows each place while one moves, and goes there on Enter', async () => {
    const editor = await showAnnotated();
    if (workbench === undefined) return;
    await workbench.press('Alt+j');
    await workbench.waitFor(LIST, { text: 'A senior official' });
    await workbench.type('tamme');
    await workbench.waitFor(ACTIVE, { text: 'Tamme' });
    await eventually(() => assert.equal(editor.selection.active.line, 13));
    await workbench.press('Enter');
    await workbench.waitFor(LIST, { state: 'hidden' });
    await workbench.type('x');
    await eventually(() => assert.match(editor.document.lineAt(13).text, /x/));
  });

  it('goes back on Escape', async () => {
    const editor = await showAnnotated();
    if (workbench === undefined) return;
    await putCursor(editor, 'Ruth Oduya');
    const before = editor.selection;
    await workbench.press('Alt+j');
    await workbench.waitFor(LIST, { text: 'A senior official' });
    await workbench.press('ArrowDown');
    await workbench.press('ArrowDown');
    await eventually(() => assert.ok(!editor.selection.isEqual(before)));
    await workbench.press('Escape');
    await eventually(() => assert.ok(editor.selection.isEqual(before)));
  });

  it('finds unnamed sources by their kind', async () => {
    const editor = await showAnnotated();
    if (workbench === undefined) return;
    await workbench.press('Alt+j');
    await workbench.waitFor(LIST, { text: 'A senior official' });
    await workbench.type('resign');
    await workbench.waitFor(ACTIVE, { text: 'Two people' });
    await workbench.press('Enter');
    await cursorBefore(editor, 'said Oduya would');
  });
});
