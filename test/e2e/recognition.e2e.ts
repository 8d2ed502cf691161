import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, api, closeAll, drawn, entities, file, ignored, show, showUntitled, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';

const PROSE = [
  'The mayor of Riga said on Monday that the bridge would stay closed until April.',
  '“We need three more weeks,” Ruth Oduya told reporters. She denied that the city had run out of money.',
  'According to a report published last year, nine of the 14 bridges need repairs.',
].join('\n\n');

const ANNOTATE = 'articleAnnotator.annotateThisFile';
const STOP = 'articleAnnotator.stopAnnotatingThisFile';

describe('what is annotated', () => {
  afterEach(closeAll);

  it('is prose that was pasted into a new document', async () => {
    const editor = await showUntitled('');
    await editor.edit((builder) => builder.insert(new vscode.Position(0, 0), PROSE));
    await annotated(editor);
    assert.ok((await entities(editor.document)).includes('Ruth Oduya: entityPerson'));
  });

  it('is not a table', async () => {
    const editor = await show(file('harbour-figures.csv'));
    assert.equal(editor.document.languageId, 'plaintext');
    const { reason, message } = await ignored(editor);
    assert.equal(reason, 'not-prose');
    assert.match(message, /\w/);
    assert.deepEqual(await entities(editor.document), []);
  });

  it('is any file on command, also after it was closed and opened again', async () => {
    const uri = file('harbour-figures.csv');
    await ignored(await show(uri));
    await vscode.commands.executeCommand(ANNOTATE);
    await annotated(await show(uri));
    assert.ok((await entities((await show(uri)).document)).includes('Riga: entityGpe'));

    await reopen(uri);
    const again = await show(uri);
    await eventually(() => assert.equal(again.document.languageId, 'article'));
    await annotated(again);

    await vscode.commands.executeCommand(STOP);
    await eventually(() => assert.equal(again.document.languageId, 'plaintext'));
    await ignored(again);
  });

  it('is no file for which it was stopped, prose or not, also after it was opened again', async () => {
    const uri = file('stopped.txt');
    await write(uri, PROSE);
    const editor = await show(uri);
    await annotated(editor);
    await vscode.commands.executeCommand(STOP);
    assert.equal((await ignored(editor)).reason, 'off');
    assert.deepEqual(await entities(editor.document), []);

    await reopen(uri);
    const again = await show(uri);
    assert.equal((await ignored(again)).reason, 'off');

    await vscode.commands.executeCommand(ANNOTATE);
    await annotated(again);
    assert.ok(drawn(again, 'named').length > 0);
  });

  it('is an article no longer once it was stopped', async () => {
    const uri = file('harbour-land.article.txt');
    await annotated(await show(uri));
    await vscode.commands.executeCommand(STOP);
    await reopen(uri);
    const again = await show(uri);
    await eventually(() => assert.equal(again.document.languageId, 'plaintext'));
    assert.equal((await ignored(again)).reason, 'off');
    await vscode.commands.executeCommand(ANNOTATE);
    await annotated(again);
  });

  it('is left to the person who picks another language', async () => {
    const uri = file('picked.log.txt');
    await write(uri, 'a,b\n1,2\n3,4\n');
    const editor = await show(uri);
    await vscode.commands.executeCommand(ANNOTATE);
    await annotated(editor);
    await vscode.languages.setTextDocumentLanguage(editor.document, 'plaintext');
    await ignored(editor);
    await reopen(uri);
    await ignored(await show(uri));
  });

  it('follows file patterns, as soon as they are set', async () => {
    const uri = file('figures.story');
    await write(uri, 'a,b\n1,2\n3,4\n');
    const editor = await show(uri);
    await ignored(editor);
    const settings = vscode.workspace.getConfiguration('articleAnnotator');
    await settings.update('filePatterns', ['*.story'], vscode.ConfigurationTarget.Workspace);
    try {
      await eventually(() => assert.equal(editor.document.languageId, 'article'));
      await annotated(editor);
    } finally {
      await settings.update('filePatterns', undefined, vscode.ConfigurationTarget.Workspace);
    }
    await eventually(() => assert.equal(editor.document.languageId, 'plaintext'));
    await ignored(editor);
  });
});

/** Closes the document for good; the next time it is shown it is read anew, as after a restart. */
async function reopen(uri: vscode.Uri): Promise<void> {
  await closeAll();
  await eventually(() => assert.equal(api().analysed(uri), undefined));
  await eventually(() => assert.ok(!vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString())));
}
