import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, api, closeAll, edit, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { cursorBefore, focusRows, place, pressByName, showAnnotated } from './support/keys.js';
import { workbench } from './support/workbench.js';

const ENTITIES = 'articleAnnotator.entities';
const CLAIMS = 'articleAnnotator.claims';
const ROW = '.pane .monaco-list-row';
const FOCUSED_BUTTON = '.welcome-view .monaco-button:focus';
const SELECTED = `${ROW}.selected`;

async function rows(view: 'entities' | 'claims', holds: RegExp): Promise<string> {
  return eventually(async () => {
    const text = (await api().rows(view)).join('\n');
    assert.match(text, holds);
    return text;
  });
}

/** Gives the focus to a view that has no rows, and then to the button under what it says. */
async function focusButton(name: string, view: string, says: string, button: string): Promise<void> {
  // A frame shows that the view has the focus; its buttons come next. While it is drawn, for the first time or with other words, the editor takes the focus from it.
  await eventually(async () => {
    await pressByName(`Focus on ${name} View`, `${view}.focus`);
    await workbench?.waitFor('.pane :focus', { text: says, timeoutMs: 2_000 });
    await workbench?.press('Tab');
    await workbench?.waitFor(FOCUSED_BUTTON, { text: button, timeoutMs: 2_000 });
  });
}

/** The article with both views beside it. */
async function showBoth(): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand(`${CLAIMS}.focus`);
  await vscode.commands.executeCommand(`${ENTITIES}.focus`);
  // Rows of the article before look the same, but are others.
  await workbench?.waitFor(ROW, { state: 'hidden' });
  const editor = await showAnnotated();
  await workbench?.waitFor(ROW, { text: 'Ruth Oduya' });
  return editor;
}

describe('the side bar', () => {
  afterEach(async () => {
    await vscode.commands.executeCommand('articleAnnotator.clearEntitiesFilter');
    await vscode.commands.executeCommand('articleAnnotator.clearClaimsFilter');
    await closeAll();
  });
  after(() => vscode.commands.executeCommand('workbench.view.explorer'));

  it('says what to do while there is no article', async () => {
    await closeAll();
    await vscode.commands.executeCommand(`${ENTITIES}.focus`);
    await workbench?.waitFor('.welcome-view', { text: 'Open a Sample Article' });
    assert.deepEqual(await api().rows('entities'), []);
  });

  for (const [name, view] of [['Entities', 'entities'], ['Claims', 'claims']] as const) {
    it(`leads from an empty view of ${view} to an article, with keys`, async () => {
      await closeAll();
      await vscode.commands.executeCommand('workbench.view.explorer');
      if (workbench === undefined) return;
      await focusButton(name, `articleAnnotator.${view}`, 'Open a Sample Article', 'Open a Sample Article');
      await workbench.press('Enter');
      await eventually(() => assert.equal(vscode.window.activeTextEditor?.document.languageId, 'article'));
      await workbench.waitFor(ROW, { text: 'Ilmar Tamme' });
    });
  }

  it('says what to do where there is nothing in an article', async () => {
    await vscode.commands.executeCommand(`${CLAIMS}.focus`);
    const bare = file('bare.article');
    await write(bare, 'Rain stays away\n\nIt was dry again. The fields are yellow, and the wells hold little water, as they did before.\n\nThe rain will come.');
    const editor = await show(bare);
    await annotated(editor);
    if (workbench === undefined) return;
    await focusButton('Claims', CLAIMS, 'Nobody is reported to say anything', 'Make a Claim of the Selected Words');
    await workbench.screenshot('views-empty');
  });

  it('lists entities by type, with roles and mentions', async () => {
    await showBoth();
    const text = await rows('entities', /^People \(2\)/);
    assert.match(text, /^ {2}Ruth Oduya \(4 · .*also Oduya\)\n {4}.*Mayor Ruth Oduya said on Thursday.* \(line 3\)$/m);
    assert.match(text, /^Places \(1\)\n {2}Riga \(2/m);
    await workbench?.waitFor(ROW, { text: 'Ruth Oduya' });
  });

  it('lists claims by source, those without a name first', async () => {
    await showBoth();
    const text = await rows('claims', /^A senior official/);
    assert.match(text, /^A senior official.* \(\d · unnamed, described\)\n {2}the city had run out of money \(said · ¶3\)$/m);
    const sources = text.split('\n').filter((line) => !line.startsWith(' '));
    const named = sources.findIndex((line) => !line.includes('unnamed'));
    assert.deepEqual(sources.slice(named).filter((line) => line.includes('unnamed')), []);
    assert.match(text, /^Ruth Oduya \(\d · named person\)$/m);
  });

  it('goes from a line to its place', async () => {
    const editor = await showBoth();
    await rows('claims', /resign in June/);
    if (workbench === undefined) return;
    await focusRows(CLAIMS);
    await workbench.waitFor(ROW, { text: 'Two people' });
    await workbench.press('Home');
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    await cursorBefore(editor, 'said the city had');
    await workbench.waitFor('.monaco-editor.focused');
    await workbench.type('x');
    await eventually(() => assert.ok(editor.document.getText().includes('xsaid the city'), 'the editor has not got the focus'));
  });

  it('keeps its selection and what is open while one types', async () => {
    const editor = await showBoth();
    await rows('entities', /Ilmar Tamme/);
    if (workbench === undefined) return;
    await focusRows(ENTITIES);
    await workbench.press('Home');
    await workbench.press('ArrowDown');
    await workbench.press('ArrowRight');
    await workbench.waitFor(ROW, { text: 'Mayor Ruth Oduya said' });
    await workbench.press('ArrowDown');
    await workbench.press('Enter');
    await cursorBefore(editor, 'Ruth Oduya said');
    await workbench.waitFor(SELECTED, { text: 'Mayor Ruth Oduya said' });
    await edit(editor, (builder) => builder.insert(place(editor.document, 'Advertisement').start, 'Agnese Krūmiņa said in Tallinn that Oduya was right.\n\n'));
    await annotated(editor);
    await workbench.waitFor(ROW, { text: 'Agnese Krūmiņa' });
    await workbench.waitFor(ROW, { text: 'that Oduya was right' });
    await workbench.waitFor(SELECTED, { text: 'Mayor Ruth Oduya said' });
    await edit(editor, (builder) => { for (let nth = 0; nth < 5; nth++) builder.replace(place(editor.document, 'Oduya', nth), 'Odumo'); });
    await workbench.waitFor(ROW, { text: 'Ruth Odumo' });
    await workbench.waitFor(SELECTED, { text: 'Mayor Ruth Odumo said' });
  });

  it('finds, and shows again what it showed before on Escape', async () => {
    await showBoth();
    await rows('entities', /Riga/);
    if (workbench === undefined) return;
    await pressByName('Find in the Entities View', 'articleAnnotator.searchEntities');
    await workbench.waitFor('.quick-input-widget', { text: 'Find in entities' });
    await workbench.type('tamme');
    await eventually(async () => assert.doesNotMatch((await api().rows('entities')).join('\n'), /Riga/));
    await workbench.press('Escape');
    await rows('entities', /Riga/);
    await workbench.waitFor('.quick-input-widget', { text: 'Find in entities', state: 'hidden' });
    await pressByName('Find in the Entities View', 'articleAnnotator.searchEntities');
    await workbench.waitFor('.quick-input-widget', { text: 'Find in entities' });
    await workbench.type('tamme');
    // The rows follow what is typed: a slow editor must have heard all of it before Enter.
    await eventually(async () => assert.doesNotMatch((await api().rows('entities')).join('\n'), /Riga/));
    await workbench.press('Enter');
    await workbench.waitFor('.pane .message', { text: 'Filter: “tamme”' });
    await pressByName('Clear the Filter of the Entities View', 'articleAnnotator.clearEntitiesFilter');
    await rows('entities', /Riga/);
  });

  it('shows only some kinds of source', async () => {
    await showBoth();
    await rows('claims', /Ruth Oduya/);
    if (workbench === undefined) return;
    await pressByName('Filter Claims by Kind of Source', 'articleAnnotator.filterClaims');
    await workbench.waitFor('.quick-input-list', { text: 'Named person' });
    for (let down = 0; down < 2; down++) await workbench.press('ArrowDown');
    await workbench.waitFor('.quick-input-list .monaco-list-row.focused', { text: 'Named person' });
    await workbench.press('Space');
    await workbench.waitFor('.quick-input-count', { text: '2 Selected' });
    await workbench.press('Enter');
    await eventually(async () => assert.doesNotMatch((await api().rows('claims')).join('\n'), /named person/));
  });

  it('sorts by name, by count and by place', async () => {
    await showBoth();
    const people = async (): Promise<string[]> => (await api().rows('entities')).filter((line) => /^ {2}(Ilmar|Ruth)/.test(line)).map((line) => line.trim().slice(0, 5));
    await rows('entities', /Ilmar/);
    assert.deepEqual(await people(), ['Ruth ', 'Ilmar']);
    if (workbench === undefined) return;
    for (const [order, expected] of [['By name', ['Ilmar', 'Ruth ']], ['By number', ['Ruth ', 'Ilmar']], ['By first', ['Ruth ', 'Ilmar']]] as const) {
      await pressByName('Sort Entities', 'articleAnnotator.sortEntities');
      await workbench.waitFor('.quick-input-list', { text: 'By name' });
      await workbench.waitFor('.quick-input-widget input:focus');
      await workbench.type(order);
      await workbench.waitFor('.quick-input-list .monaco-list-row.focused', { text: order });
      await workbench.press('Enter');
      // What is typed into a list that is still closing is lost.
      await workbench.waitFor('.quick-input-widget', { state: 'hidden' });
      await eventually(async () => assert.deepEqual(await people(), expected));
    }
  });

  it('copies itself as a table', async () => {
    await showBoth();
    await rows('claims', /Ruth Oduya/);
    await pressByName('Copy Claims as a Table', 'articleAnnotator.copyClaims');
    const lines = (await eventually(async () => {
      const text = await vscode.env.clipboard.readText();
      assert.match(text, /^Source\t/);
      return text;
    })).trimEnd().split('\n').map((line) => line.split('\t'));
    assert.deepEqual(lines[0]?.slice(0, 3), ['Source', 'Kind of source', 'Named']);
    assert.deepEqual(lines[1]?.slice(1, 3), ['Unnamed, described', 'no']);
    assert.ok(lines.every((line) => line.length === lines[0]?.length));
    await pressByName('Copy Entities as a Table', 'articleAnnotator.copyEntities');
    await eventually(async () => assert.match(await vscode.env.clipboard.readText(), /^Type\tName\tRole.*\nperson\tRuth Oduya\t/));
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
