import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { card, closeAll, file, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { press, putCursor, showAnnotated } from './support/keys.js';
import { LookUpServer, lookUpSettings, register } from './support/lookUpServer.js';
import { workbench } from './support/workbench.js';

const NAME = 'Ilmar Tamme';
const CARD = '.monaco-editor .monaco-hover:visible';
const LOOK_UP_ONLINE = ['Alt+o', 'articleAnnotator.lookUpOnline'] as const;

describe('a source that is turned on', () => {
  const server = new LookUpServer(register);
  before(async () => {
    await server.start();
    await server.turnOn();
  });
  after(async () => {
    await server.turnOff();
    await server.stop();
    await vscode.commands.executeCommand('articleAnnotator.clearLookUps');
    await vscode.commands.executeCommand('notifications.clearAll');
  });
  afterEach(closeAll);

  it('is asked by a click on a card, gets the name only, and its answer is confirmed, kept, and known in other articles and offline', async () => {
    if (workbench === undefined) return;
    const editor = await showAnnotated();
    await eventually(async () => assert.match(await card(editor.document, NAME), /\[Look up…\]\(command:articleAnnotator\.lookUpOnline\?/));
    await workbench.hoverCard(NAME, 'Look up…');
    await workbench.click(`${CARD} a:has-text("Look up…")`);
    const shown = await workbench.waitFor(CARD, { text: 'looked up online' });
    assert.match(shown, /bridge engineer/);
    assert.match(shown, /!\[x\]\(https:\/\/e\.example\/i\.png\) \[go\]\(command:/);
    assert.equal(await workbench.evaluate<number>(`document.querySelectorAll('.monaco-hover img[src*="e.example"], .monaco-hover a[data-href*="quit"]').length`), 0);
    assert.deepEqual(server.asked.map((line) => decodeURIComponent(line.replaceAll('+', ' '))), ['GET /api ', `POST /api queries={"q0":{"query":"${NAME}","limit":5}}`]);
    await workbench.screenshot('look-up-answer');
    await workbench.click(`${CARD} a:has-text("This is the one")`);
    const confirmed = /Confirmed as “Tamme, Ilmar.*https:\/\/register\.example\/id\/K1 \(Test register, \d{4}-\d\d-\d\d\), by .*\d{4}-\d\d-\d\d/;
    const plain = async (document: vscode.TextDocument): Promise<string> => (await card(document, NAME)).replace(/\\(?=[^\w\s])/g, '');
    await eventually(async () => assert.match(await plain(editor.document), confirmed));
    await workbench.press('Escape');
    await workbench.hoverCard(NAME, 'Confirmed as');
    await workbench.waitFor(`${CARD} a[data-href="https://register.example/id/K1"]`, { text: 'Open register.example' });
    await workbench.screenshot('confirmed-identity');
    const sidecar = editor.document.uri.with({ path: `${editor.document.uri.path}.annotations.jsonld` });
    await eventually(async () => assert.match(new TextDecoder().decode(await vscode.workspace.fs.readFile(sidecar)), /"aa:Identity"/));

    // Offline, and closed and opened again.
    await server.stop();
    const { uri } = editor.document;
    await closeAll();
    await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
    const again = await eventually(() => {
      const { activeTextEditor } = vscode.window;
      assert.equal(activeTextEditor?.document.uri.toString(), uri.toString());
      return activeTextEditor;
    });
    await eventually(async () => assert.match(await plain(again.document), confirmed));
    await putCursor(again, NAME);
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await press(...LOOK_UP_ONLINE);
    assert.match(await workbench.waitFor(CARD, { text: 'looked up online' }), /not reached.*from the cache of \d{4}-\d\d-\d\d.*bridge engineer/s);
    await workbench.press('Escape');

    const other = await showAnnotated();
    await eventually(async () => assert.match(await plain(other.document), new RegExp(`${confirmed.source}, in copy-`)));
    await closeAll();
  });

  it('is not turned on by a folder, nor changed by it', async () => {
    const settings = file('.vscode/settings.json');
    await write(settings, JSON.stringify({ 'articleAnnotator.lookUp.on': ['Wikidata'], 'articleAnnotator.lookUp.sources': [{ name: 'Test register', kind: 'page', address: 'https://evil.example/{name}' }], 'editor.tabSize': 3 }));
    try {
      await eventually(() => assert.equal(vscode.workspace.getConfiguration('editor', file('x')).get('tabSize'), 3));
      const read = vscode.workspace.getConfiguration('articleAnnotator.lookUp', file('x'));
      assert.deepEqual(read.get('on'), ['Test register']);
      assert.deepEqual(read.get('sources'), server.sources);
      await assert.rejects(async () => lookUpSettings().update('on', ['Wikidata'], vscode.ConfigurationTarget.Workspace));
    } finally {
      await vscode.workspace.fs.delete(file('.vscode'), { recursive: true });
    }
  });
});

describe('a map that is turned on', () => {
  afterEach(async () => {
    await lookUpSettings().update('on', undefined, vscode.ConfigurationTarget.Global);
    await closeAll();
  });

  it('is a link on the cards of places that shows where it leads, and nothing is asked of it before it is clicked', async () => {
    const editor = await showAnnotated();
    // The record of the network knows of no source here: it would tell of any request.
    await lookUpSettings().update('on', ['OpenStreetMap'], vscode.ConfigurationTarget.Global);
    await eventually(async () => assert.match(await card(editor.document, 'Riga need'), /\[Show on map of openstreetmap\.org…\]\(https:\/\/www\.openstreetmap\.org\/search\?query=Riga\)/));
    assert.doesNotMatch(await card(editor.document, NAME), /Show on map|Look up…/);
    await workbench?.hoverCard('Riga', 'Show on map of openstreetmap.org');
    await workbench?.waitFor(`${CARD} a[data-href="https://www.openstreetmap.org/search?query=Riga"]`, { text: 'Show on map' });
    await workbench?.press('Escape');
  });
});

describe('while no source is turned on', () => {
  afterEach(closeAll);

  it('cards have no link to look up, and the command asks nobody', async () => {
    const editor = await showAnnotated();
    assert.doesNotMatch(await card(editor.document, NAME), /Look up…/);
    await putCursor(editor, NAME);
    await press(...LOOK_UP_ONLINE);
    // That nobody is asked is what the record of the network is for: no source is turned on here.
    await assert.rejects(async () => workbench?.waitFor(CARD, { text: 'looked up online', timeoutMs: 1_000 }) ?? Promise.reject(new Error('no window')));
    await vscode.commands.executeCommand('notifications.clearAll');
  });
});
