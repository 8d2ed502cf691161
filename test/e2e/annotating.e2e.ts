import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { INSIDE, LIST, OUTSIDE, choose, counts, isDecided, lastRows, leaveAndClose, listed, pressUntil, review } from './support/annotating.js';
import { annotated, api, edit, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { closeView, cursorBefore, place, putCursor, select, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';


describe('annotating with keys', () => {
  afterEach(leaveAndClose);
  after(async () => {
    await closeView('articleAnnotator.annotations', 'Annotations');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('takes nothing from the text outside review mode', async () => {
    const editor = await showAnnotated();
    await putCursor(editor, 'Ruth Oduya');
    if (workbench === undefined) return;
    await workbench.type('arpj');
    await eventually(() => assert.ok(editor.document.getText().includes('Rarpjuth Oduya')));
    assert.equal(api().annotations(editor.document.uri)?.counts.accepted ?? 0, 0);
  });

  it('marks what is undecided, and accepts, rejects and corrects with single keys', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const text = editor.document.getText();
    await cursorBefore(editor, 'Stone Bridge');
    await workbench.press('a');
    await counts(editor, { accepted: 1 });
    await workbench.press('r');
    await counts(editor, { accepted: 1, rejected: 1 });
    await putCursor(editor, 'Ruth Oduya');
    await workbench.press('p');
    await isDecided(/^Ruth Oduya \(person · accepted\)$/m);
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.press('o');
    await isDecided(/^Ilmar Tamme \(organisation · accepted/m);
    assert.equal(editor.document.getText(), text, 'a key was typed into the text');
  });

  it('extends and shrinks by a word at either end', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.press(',');
    await isDecided(/^Ilmar \(person/m);
    await workbench.press('.');
    await isDecided(/^Ilmar Tamme,? ?\(person/m);
  });

  it('lets no key through that means nothing, and writes again after Escape', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const text = editor.document.getText();
    for (const key of ['z', 'Shift+Z', 'Shift+A', '9', ';', "'", '/', '-', '=', '[', 'Backspace', 'Shift+Enter', 'Shift+Space']) await workbench.press(key);
    await workbench.press('j');
    await cursorBefore(editor, 'April');
    assert.equal(editor.document.getText(), text);
    await workbench.press('Escape');
    await workbench.waitFor(OUTSIDE, { text: 'Review' });
    await eventually(async () => assert.deepEqual(await api().marked(editor), []));
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.type('az');
    await eventually(() => assert.ok(editor.document.getText().includes('Iazlmar')));
  });

  it('holds back chords that write', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const { document } = editor;
    const text = document.getText();
    await vscode.env.clipboard.writeText('PASTED');
    await select(editor, 'Ilmar Tamme');
    for (const chord of ['Control+v', 'Shift+Insert', 'Control+x', 'Control+Enter', 'Control+Shift+Enter', 'Control+Shift+k', 'Alt+ArrowDown', 'Shift+Alt+ArrowUp', 'Control+Backspace', 'Control+Delete', 'Control+]']) {
      await workbench.press(chord);
    }
    await workbench.waitFor('.statusbar-item', { text: 'Review mode writes nothing' });
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.press('a');
    await isDecided(/^Ilmar Tamme \(person/m);
    assert.equal(document.getText(), text);
  });

  it('takes in text without keys, and pastes, after Escape', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const { document } = editor;
    await vscode.env.clipboard.writeText('PASTED');
    await workbench.press('Escape');
    await workbench.waitFor(OUTSIDE, { text: 'Review' });
    await putCursor(editor, 'Ruth Oduya');
    await workbench.compose(['k', 'か', '可']);
    await workbench.insert('👍');
    await eventually(() => assert.ok(document.getText().includes('Mayor R可👍uth Oduya')));
    await select(editor, 'Ilmar Tamme');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await eventually(() => assert.ok(document.getText().includes('PASTED, who leads')));
  });

  it('tells of what an input method writes, which a read-only editor holds back while the keys go on deciding', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const { document } = editor;
    const text = document.getText();
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.compose(['k', 'か', '可']);
    await eventually(() => assert.ok(document.getText().includes('可')));
    await workbench.waitFor('.statusbar-item', { text: 'The text was written in while review mode is on' });
    await pressUntil('Control+z', () => eventually(() => assert.equal(document.getText(), text), 1_000));
    await vscode.commands.executeCommand('workbench.action.files.setActiveEditorReadonlyInSession');
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.compose(['k', 'か', '可']);
    await workbench.insert('👍');
    await workbench.press('a');
    await isDecided(/^Ilmar Tamme \(person/m);
    assert.equal(document.getText(), text);
    await vscode.commands.executeCommand('workbench.action.files.resetActiveEditorReadonlyInSession');
  });

  it('shows its keys', async () => {
    if (workbench === undefined) return;
    await review();
    await workbench.press('h');
    await workbench.waitFor(LIST, { text: 'Next undecided' });
    await workbench.press('Escape');
    await workbench.waitFor('.quick-input-widget', { state: 'hidden' });
    await workbench.waitFor(INSIDE, { text: 'REVIEW' });
  });

  it('undoes decisions while they are what was done last, and else the text', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await workbench.press('a');
    await workbench.press('a');
    await counts(editor, { accepted: 2 });
    await pressUntil('Control+z', () => counts(editor, { accepted: 1 }, 1_000));
    await pressUntil('Control+y', () => counts(editor, { accepted: 2 }, 1_000));
    await workbench.press('Escape');
    await workbench.waitFor(OUTSIDE, { text: 'Review' });
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.type('x');
    await eventually(() => assert.ok(editor.document.getText().includes('Ixlmar')));
    await workbench.press('Control+z');
    await eventually(() => assert.ok(editor.document.getText().includes('Ilmar')));
    await counts(editor, { accepted: 2 });
    await vscode.commands.executeCommand('articleAnnotator.undoDecision');
    await counts(editor, { accepted: 1 });
    await vscode.commands.executeCommand('articleAnnotator.redoDecision');
    await counts(editor, { accepted: 2 });
  });

  it('annotates every occurrence but those that are unticked', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await select(editor, 'Stone Bridge');
    await workbench.press('Shift+Alt+E');
    await choose('building or facility', 'building');
    await workbench.waitFor('.quick-input-count', { text: '2 Selected' });
    await workbench.press('Enter');
    await counts(editor, { accepted: 2 });
    await isDecided(/^Stone Bridge \(building or facility · accepted\)\nStone Bridge/m);
    await pressUntil('Control+z', () => counts(editor, { accepted: 0 }, 1_000));
  });

  it('adds the selected words, the likeliest type first', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await select(editor, 'BalticHarbourDesk');
    await workbench.press('Alt+a');
    await choose('organisation', 'organisation');
    await counts(editor, { accepted: 1 });
    await isDecided(/^BalticHarbourDesk \(organisation/m);
  });

  it('makes a claim, with likely sources first, and one that is selected in the text', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await select(editor, 'the Stone Bridge would stay closed until April');
    await workbench.press('Shift+Alt+C');
    await workbench.waitFor('.quick-input-widget', { text: 'Who answers for it?' });
    await choose('Select in the text');
    await workbench.waitFor('.quick-input-widget', { text: 'By which words is it said?' });
    await choose('Select in the text', 'Select in the text');
    await workbench.waitFor('.statusbar-item', { text: 'Select the cue' });
    await select(editor, 'said on');
    await workbench.press('Enter');
    await isDecided(/^the Stone Bridge would stay closed.* \(claim, /m);
    assert.ok(editor.document.getText().includes('said on Thursday'), 'Enter was typed into the text');
  });

  it('accepts all that are left by a list, and one undo takes it back', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    void vscode.commands.executeCommand('articleAnnotator.acceptSeveral');
    await choose('All that are left', 'All that are left');
    await workbench.waitFor('.quick-input-count', { text: 'Selected' });
    await workbench.press('Enter');
    await counts(editor, { undecided: 0 });
    await workbench.press('u');
    await counts(editor, { accepted: 0 });
  });

  it('accepts all of one entity, and then all of a type that are sure enough, and each undo takes one of them back', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const several = async (label: string): Promise<void> => {
      void vscode.commands.executeCommand('articleAnnotator.acceptSeveral');
      await choose(label, label);
      await workbench?.waitFor('.quick-input-count', { text: 'Selected' });
      await workbench?.press('Enter');
    };
    const accepted = (): number => api().annotations(editor.document.uri)?.counts.accepted ?? 0;
    await putCursor(editor, 'Ruth Oduya');
    await several('All of “Ruth Oduya”');
    await isDecided(/^Oduya \(person/m);
    await eventually(async () => assert.ok(!(await api().marked(editor)).includes('Ruth Oduya'), 'what is accepted is marked as undecided'));
    const ofOne = accepted();
    const rows = await listed('Decided');
    assert.ok(ofOne > 2 && rows.every((row) => /^(?:Mayor )?(?:Ruth )?Oduya \(person/.test(row)), rows.join('\n'));
    await several('sure or more');
    await eventually(() => assert.ok(accepted() > ofOne));
    await pressUntil('u', () => counts(editor, { accepted: ofOne }, 1_000));
    await pressUntil('u', () => counts(editor, { accepted: 0 }, 1_000));
  });

  it('keeps annotations on their words while the text changes, in the editor and outside', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.press('a');
    await isDecided(/^Ilmar Tamme \(person/m);
    await edit(editor, (builder) => builder.insert(new vscode.Position(0, 0), 'A first line.\n\n'));
    await annotated(editor);
    await isDecided(/^Ilmar Tamme \(person/m);
    await editor.document.save();
    const { uri } = editor.document;
    const text = editor.document.getText();
    await eventually(() => assert.equal(api().annotations(uri)?.saved, true));
    await leaveAndClose();
    const sidecar = uri.with({ path: `${uri.path}.annotations.jsonld` });
    assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecar)), /Ilmar Tamme/);
    await write(uri, text.replace('A first line.', 'Another first line, longer than before, and in three sentences. One. Two.').replace('Advertisement\n', ''));
    const again = await show(uri);
    await annotated(again);
    await counts(again, { accepted: 1, orphaned: 0 });
    await isDecided(/^Ilmar Tamme \(person/m);
    await vscode.commands.executeCommand('articleAnnotator.annotations.focus');
    await workbench.click(await lastRows('Ilmar Tamme, person, accepted'));
    await cursorBefore(again, 'Ilmar Tamme');
  });

  it('decides from the lightbulb', async () => {
    const editor = await showAnnotated();
    const at = place(editor.document, 'Ilmar Tamme').start;
    const actions = await eventually(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', editor.document.uri, new vscode.Range(at, at), 'annotation');
      assert.ok(found.length > 2);
      return found;
    });
    const accept = actions.find(({ title }) => title === 'Accept “Ilmar Tamme” as person');
    assert.ok(accept?.command);
    await vscode.commands.executeCommand(accept.command.command, ...((accept.command.arguments ?? []) as unknown[]));
    await isDecided(/^Ilmar Tamme \(person/m);
  });
});
