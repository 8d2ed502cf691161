/** The newsroom's own list, in the second folder, whose names concern no other test. */
import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, card, closeAll, entities, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';
import { pressByName, putCursor } from './support/keys.js';
import { workbench } from './support/workbench.js';

const LIST = '.article-annotator/glossary.csv';
const HEADER = 'name,aliases,type,preferred spelling,note,link,valid from,valid to';
const ARTICLE = `date 2026-03-12

Boats Stop

The boats of KF Line stopped on Monday. Helmi Raudsepp said that Keld Ferries had no fuel.
`;

async function showArticle(): Promise<vscode.TextEditor> {
  const editor = await show(file('boats.article', 1));
  await annotated(editor);
  return editor;
}

describe('the newsroom’s own list', () => {
  beforeEach(async () => {
    await write(file('boats.article', 1), ARTICLE);
    await write(file(LIST, 1), `${HEADER}\nKeld Ferries,KF Line,PRODUCT,,never KF Line,https://keld.example/press,,\nBroken,,NO SUCH TYPE,,,,,\n`);
  });
  afterEach(async () => {
    await closeAll();
    await vscode.workspace.fs.delete(file('boats.article', 1));
    await vscode.workspace.fs.delete(file('.article-annotator', 1), { recursive: true });
  });

  it('decides what a name is, says its note on the card, and is read again when it changes', async () => {
    const { document } = await showArticle();
    await eventually(async () => assert.ok((await entities(document)).includes('KF Line: entityProduct')));
    await eventually(async () => assert.match(await card(document, 'KF Line'), /House list, edited .*“Keld Ferries, never KF Line”/));
    await workbench?.hoverCard('KF Line', 'House list');
    await workbench?.screenshot('house-list-card');
    await workbench?.moveMouse(0, 0);
    await write(file(LIST, 1), `${HEADER}\nKeld Ferries,KF Line,ORG,,state-owned since 2019,,,\n`);
    await eventually(async () => assert.ok((await entities(document)).includes('KF Line: entityOrg')));
    await eventually(async () => assert.match(await card(document, 'KF Line'), /state-owned since 2019/));
  });

  it('has its broken lines among the problems, and the others hold', async () => {
    const { document } = await showArticle();
    const problems = (): string[] => vscode.languages.getDiagnostics(file(LIST, 1)).map(({ message, range }) => `${range.start.line + 1}: ${message}`);
    await eventually(() => assert.deepEqual(problems(), ['3: “NO SUCH TYPE” is no type of a name. The line is skipped']));
    await eventually(async () => assert.ok((await entities(document)).includes('KF Line: entityProduct')));
    // As it is written, before it is saved.
    const editor = await show(file(LIST, 1));
    assert.ok(await editor.edit((builder) => { builder.replace(new vscode.Range(2, 8, 2, 20), 'ORG'); }));
    await eventually(() => assert.deepEqual(problems(), []));
  });

  it('completes types and the headings that are missing', async () => {
    await showArticle();
    const editor = await show(file(LIST, 1));
    const at = new vscode.Position(2, 8);
    const labels = await eventually(async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', editor.document.uri, at);
      const found = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      assert.ok(found.includes('ORG'), found.join(', '));
      return found;
    });
    assert.ok(labels.includes('PERSON'));
  });

  it('takes in the name under the cursor by a command, and opens at its line', async () => {
    const article = await showArticle();
    await eventually(async () => assert.match(await card(article.document, 'Helmi Raudsepp'), /· person/));
    await putCursor(article, 'Helmi Raudsepp');
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    await pressByName('Article Annotator: Add to the House List', 'articleAnnotator.addToHouseList');
    const list = await eventually(() => {
      const { activeTextEditor } = vscode.window;
      assert.equal(activeTextEditor?.document.uri.toString(), file(LIST, 1).toString());
      assert.match(activeTextEditor.document.lineAt(activeTextEditor.selection.active.line).text, /^Helmi Raudsepp,.*PERSON/);
      return activeTextEditor;
    });
    assert.equal(list.document.isDirty, false);
    await workbench?.screenshot('house-list-added');
    await eventually(async () => assert.match(await card(article.document, 'Helmi Raudsepp'), /House list, edited/));
  });
});
