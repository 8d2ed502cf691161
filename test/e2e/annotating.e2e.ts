import * as assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import * as vscode from 'vscode';
import type { Counts } from './support/annotating.js';
import { INSIDE, LIST, OUTSIDE, choose, counts, isDecided, leaveAndClose, listed, pressUntil, review } from './support/annotating.js';
import { annotated, api, edit, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { atCursor, closeView, cursorBefore, focusRows, message, place, pressByName, putCursor, select, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const ROW = '.pane .monaco-list-row';
/** The editor tells the extension of a selection, and draws a list anew, within this time. */
const STAYS_MS = 300;

/** Gives the focus to the first row under the first heading. */
async function firstRow(label: string): Promise<void> {
  await eventually(async () => {
    await focusRows('articleAnnotator.annotations');
    await workbench?.press('Home');
    await workbench?.press('ArrowDown');
    await workbench?.waitFor(`${ROW}.focused[aria-label^="${label}"]`, { timeoutMs: 1_000 });
  });
}

/** Waits until the view shows what was decided: a key that comes while the editor draws a list anew is lost, or meets two rows with the focus. */
async function drawnAnew(editor: vscode.TextEditor, expected: Partial<Counts>): Promise<void> {
  await counts(editor, expected);
  const left = (await listed('Undecided')).length;
  await workbench?.waitFor(`${ROW}[aria-label="Undecided, ${left}"]`);
}

/** Selects so many rows from the one that has the focus, until they stay so: a list that is drawn anew for what came before may take it back. */
async function selectRows(count: number): Promise<void> {
  const selected = async (): Promise<number> => (await workbench?.evaluate<number>(`document.querySelectorAll('${ROW}.selected').length`)) ?? count;
  await eventually(async () => {
    if ((await selected()) < count) await workbench?.press('Shift+ArrowDown');
    assert.equal(await selected(), count);
    await pause(STAYS_MS);
    assert.equal(await selected(), count);
  });
}

/** Scrolls down to what is decided, and waits for the row. */
async function lastRows(label: string): Promise<string> {
  const row = `${ROW}[aria-label^="${label}"]`;
  await eventually(async () => {
    await focusRows('articleAnnotator.annotations');
    await workbench?.press('End');
    await workbench?.waitFor(row, { timeoutMs: 1_000 });
  });
  return row;
}

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

describe('the annotations in the side bar', () => {
  afterEach(leaveAndClose);
  after(async () => {
    await closeView('articleAnnotator.annotations', 'Annotations');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('are accepted and rejected by their buttons', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    // Of two lists in which the name stands, this is the one that says what is decided.
    const row = `${ROW}[aria-label^="Ilmar Tamme, person"]`;
    await eventually(async () => {
      await focusRows('articleAnnotator.annotations');
      await workbench?.type('Ilmar');
      await workbench?.waitFor(row, { timeoutMs: 1_000 });
      // From under the heading, which stays at the top. A list that is drawn anew meanwhile may have gone back to its beginning.
      await workbench?.press('ArrowUp');
      await workbench?.waitFor(row, { timeoutMs: 1_000 });
    });
    await workbench.click(row);
    await cursorBefore(editor, 'Ilmar Tamme');
    await workbench.click(`${row} .action-label[aria-label^="Accept"]`);
    await counts(editor, { accepted: 1 });
    await isDecided(/^Ilmar Tamme \(person · accepted\)$/m);
    // It stands among the decided ones now, further down.
    const decided = await lastRows('Ilmar Tamme, person, accepted');
    await workbench.click(decided);
    await workbench.click(`${decided} .action-label[aria-label^="Reject"]`);
    await counts(editor, { accepted: 0, rejected: 1 });
  });

  it('are decided on by keys, one after the other, while the text goes along', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await firstRow('Stone Bridge');
    await workbench.press('Alt+a');
    await drawnAnew(editor, { accepted: 1 });
    await workbench.waitFor(`${ROW}.focused[aria-label^="April"]`);
    await eventually(() => assert.equal(atCursor(editor, 5), 'April'));
    await workbench.press('Delete');
    await drawnAnew(editor, { accepted: 1, rejected: 1 });
    await workbench.waitFor(`${ROW}.focused[aria-label^="RIGA"]`);
    await workbench.press('ArrowDown');
    await workbench.waitFor(`${ROW}.focused[aria-label^="March 12"]`);
    await workbench.press('Alt+r');
    await drawnAnew(editor, { accepted: 1, rejected: 2 });
    await isDecided(/^March 12, 2026 \(date · rejected\)$/m);
    await workbench.press('Control+z');
    await drawnAnew(editor, { accepted: 1, rejected: 1 });
    await selectRows(3);
    await workbench.press('Alt+a');
    await drawnAnew(editor, { accepted: 4, rejected: 1 });
    await workbench.press('Control+z');
    await drawnAnew(editor, { accepted: 1, rejected: 1 });
    await workbench.press('Alt+t');
    await choose('event', 'event');
    await isDecided(/ \(event · accepted\)$/m);
    assert.ok(await workbench.evaluate<boolean>(`document.activeElement?.closest('.pane .monaco-list') !== null`), 'the view has lost the focus');
  });

  it('keep what is selected while decisions are made in the text', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await focusRows('articleAnnotator.annotations');
    const row = `${ROW}[aria-label^="RIGA, place"]`;
    // In a list that was scrolled before, its heading stands in front of the row.
    await workbench.press('Home');
    await workbench.click(row);
    await cursorBefore(editor, 'RIGA');
    await vscode.commands.executeCommand('articleAnnotator.toggleReview');
    await workbench.waitFor(INSIDE, { text: 'REVIEW' });
    await putCursor(editor, 'Stone Bridge');
    await workbench.press('a');
    await counts(editor, { accepted: 1 });
    await putCursor(editor, 'Port Workers');
    await workbench.press('r');
    await counts(editor, { accepted: 1, rejected: 1 });
    await isDecided(/^Port Workers’ Federation \(organisation · rejected\)$/m);
    await workbench.waitFor(`${row}.selected`);
    assert.equal(await workbench.evaluate<number>(`document.querySelectorAll('${ROW}.selected').length`), 1);
  });
});

describe('annotations of a text that was changed outside', () => {
  afterEach(leaveAndClose);
  after(async () => {
    await closeView('articleAnnotator.annotations', 'Annotations');
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  /** An article whose accepted name was taken out of the text while it was closed. */
  async function orphaned(): Promise<vscode.TextEditor> {
    const editor = await review();
    const { uri } = editor.document;
    await putCursor(editor, 'Ilmar Tamme');
    await workbench?.press('a');
    await counts(editor, { accepted: 1 });
    await eventually(() => assert.equal(api().annotations(uri)?.saved, true));
    const text = editor.document.getText();
    await leaveAndClose();
    await write(uri, text.replace(/Ilmar Tamme[^\n]*/, 'Nobody answered.'));
    const again = await show(uri);
    await annotated(again);
    await counts(again, { orphaned: 1 });
    return again;
  }

  it('are listed as orphans, and put where a person says by a key', async () => {
    if (workbench === undefined) return;
    const editor = await orphaned();
    assert.match((await listed('Orphaned')).join(), /^Ilmar Tamme/);
    await select(editor, 'Nobody');
    await workbench.click(await lastRows('Ilmar Tamme, person'));
    await workbench.press('Alt+p');
    await counts(editor, { accepted: 1, orphaned: 0 });
    await isDecided(/^Nobody \(person/m);
  });

  it('are discarded by a key, which one undo takes back', async () => {
    if (workbench === undefined) return;
    const editor = await orphaned();
    await workbench.click(await lastRows('Ilmar Tamme, person'));
    await workbench.press('Delete');
    await counts(editor, { orphaned: 0 });
    await vscode.commands.executeCommand('articleAnnotator.undoDecision');
    await counts(editor, { orphaned: 1 });
  });

  it('are told of when their file is broken, and it stays as it is', async () => {
    if (workbench === undefined) return;
    const name = `broken-${Date.now()}.article.txt`;
    await vscode.workspace.fs.copy(file('bridge.article.txt'), file(name));
    const broken = '{ "@context": "http://www.w3.org/ns/anno.jsonld",\n<<<<<<< HEAD\n';
    await write(file(`${name}.annotations.jsonld`), broken);
    const editor = await show(file(name));
    await annotated(editor);
    await eventually(() => assert.ok(api().annotations(editor.document.uri)?.problem?.message.includes(`${name}.annotations.jsonld`)));
    await workbench.waitFor(`${OUTSIDE} .codicon-warning`);
    // Said once, and leads to the place.
    await workbench.click(`${await message(`${name}.annotations.jsonld, line 2`)} .monaco-button:has-text("Open the File")`);
    await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.uri.path.endsWith('.annotations.jsonld'), true));
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, 1);
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file(`${name}.annotations.jsonld`))), broken);
  });

  it('go along when their article is renamed', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    const { uri } = editor.document;
    await putCursor(editor, 'Ilmar Tamme');
    await workbench.press('a');
    await eventually(() => assert.equal(api().annotations(uri)?.saved, true));
    const renamed = file(`renamed-${Date.now()}.article.txt`);
    const change = new vscode.WorkspaceEdit();
    change.renameFile(uri, renamed);
    assert.ok(await vscode.workspace.applyEdit(change));
    const kept = renamed.with({ path: `${renamed.path}.annotations.jsonld` });
    await eventually(async () => assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(kept)), /Ilmar Tamme/));
    await counts(await show(renamed), { accepted: 1, orphaned: 0 });
  });
});

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

describe('the checking log', () => {
  afterEach(leaveAndClose);
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  const rows = async (): Promise<string> => (await api().rows('checks')).join('\n');

  /** What is written where the dialog offers to. A key that comes while it still lists the folder is lost. */
  async function exported(target: vscode.Uri): Promise<string> {
    await workbench?.waitFor('.quick-input-title', { text: 'Export the checking log' });
    await eventually(async () => {
      await workbench?.press('Enter');
      await workbench?.waitFor('.quick-input-widget', { state: 'hidden', timeoutMs: 1_000 });
    });
    return eventually(async () => new TextDecoder().decode(await vscode.workspace.fs.readFile(target)));
  }

  it('has every claim, and what a person has noted', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await eventually(async () => assert.match(await rows(), /^Unchecked \(\d+\)\n {2}/));
    await putCursor(editor, 'city had run out');
    await workbench.press('2');
    await eventually(async () => assert.match(await rows(), /^Asked \(1\)\n {2}the city had run out of money \(/m));
    await workbench.press('s');
    await choose('Cannot tell', 'Checked');
    await choose('Add a link', 'Add a link');
    await workbench.waitFor('.quick-input-widget', { text: 'Link' });
    await workbench.type('https://example.org/budget');
    await workbench.press('Enter');
    await choose('Take out: https://example.org/budget', 'Done');
    await eventually(async () => assert.match(await rows(), /^Checked \(1\)\n {2}the city had run out of money \(.*1 piece of evidence/m));
  });

  it('shows only what is unchecked, and writes just that as CSV, with keys', async () => {
    if (workbench === undefined) return;
    const editor = await review();
    await eventually(async () => assert.match(await rows(), /^Unchecked \(\d+\)\n {2}/));
    const all = Number(/^Unchecked \((\d+)\)/.exec(await rows())?.[1]);
    await putCursor(editor, 'city had run out');
    await workbench.press('2');
    await eventually(async () => assert.match(await rows(), /^Asked \(1\)$/m));
    await pressByName('Filter the Checking Log by State', 'articleAnnotator.filterChecks');
    await workbench.waitFor('.quick-input-widget', { text: 'Show which checks?' });
    await workbench.type('Asked');
    await workbench.waitFor(`${LIST} .monaco-list-row`, { text: 'Asked' });
    await workbench.press('ArrowDown');
    await workbench.waitFor(`${LIST} .monaco-list-row.focused`, { text: 'Asked' });
    // The editor has this on no key by itself.
    await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
    await workbench.waitFor('.quick-input-count', { text: '1 Selected' });
    await workbench.press('Enter');
    await eventually(async () => assert.match(await rows(), new RegExp(`^Unchecked \\(${all - 1}\\)\n(?: {2}.*\n?)+$`)));
    const target = file(`${editor.document.uri.path.split('/').pop() ?? ''}.checks.csv`);
    await pressByName('Export the Checking Log as CSV', 'articleAnnotator.exportChecks');
    const text = await exported(target);
    assert.match(text, /^state,kind,type,words,source,evidence,by,when,line,file\r\n(?:Unchecked,claim,[^]*)$/);
    assert.equal(text.split('\r\n').filter((line) => line.startsWith('Unchecked,')).length, all - 1);
    assert.ok(!text.includes('run out of money'));
    await pressByName('Clear the Filter of the Checking Log', 'articleAnnotator.clearChecksFilter');
    await eventually(async () => assert.match(await rows(), /^Asked \(1\)$/m));
  });

  it('is written as CSV', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await eventually(async () => assert.match(await rows(), /^Unchecked \(\d+\)\n {2}/));
    const target = file(`${editor.document.uri.path.split('/').pop() ?? ''}.checks.csv`);
    void vscode.commands.executeCommand('articleAnnotator.exportChecks');
    const text = await exported(target);
    assert.match(text, /^state,kind,type,words,source,evidence,by,when,line,file\r\nUnchecked,claim,/);
  });
});
