import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, closeAll, drawn, entities, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';

const { Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;

/** Sets it while the body runs; takes it away again whatever happens. */
async function withSetting(name: string, value: unknown, target: vscode.ConfigurationTarget, scope: vscode.Uri, body: () => Promise<void>): Promise<void> {
  const section = vscode.workspace.getConfiguration('articleAnnotator', scope);
  await section.update(name, value, target);
  try {
    await body();
  } finally {
    await section.update(name, undefined, target);
  }
}

describe('settings', () => {
  afterEach(closeAll);

  it('switch claims, boilerplate and entities off and on without a reload', async () => {
    const uri = file('ferry-talks.article.txt');
    const editor = await show(uri);
    await annotated(editor);
    await withSetting('claims.enabled', false, Workspace, uri, () => eventually(() => {
      assert.deepEqual(drawn(editor, 'named'), []);
      assert.ok(drawn(editor, 'boilerplate').length > 0);
    }));
    await eventually(() => assert.ok(drawn(editor, 'named').length > 0));
    await withSetting('boilerplate.dim', false, Workspace, uri, () => eventually(() => assert.deepEqual(drawn(editor, 'boilerplate'), [])));
    await withSetting('entities.types', ['PERSON'], Workspace, uri, () => eventually(async () => {
      const types = new Set((await entities(editor.document)).map((token) => token.replace(/.*: /, '')));
      assert.deepEqual([...types], ['entityPerson']);
    }));
    await eventually(async () => assert.ok((await entities(editor.document)).includes('Riga: entityGpe')));
  });

  it('that make no sense are taken for their defaults', async () => {
    const uri = file('ferry-talks.article.txt');
    const editor = await show(uri);
    await annotated(editor);
    await withSetting('claims.enabled', false, Workspace, uri, async () => {
      await eventually(() => assert.deepEqual(drawn(editor, 'named'), []));
      await vscode.workspace.getConfiguration('articleAnnotator', uri).update('claims.enabled', 'perhaps', Workspace);
      await eventually(() => assert.ok(drawn(editor, 'named').length > 0));
    });
  });

  it('hold for their own workspace folder only', async () => {
    const here = file('ferry-talks.article.txt', 0);
    const there = file('ferry-talks.article.txt', 1);
    await write(there, new TextDecoder().decode(await vscode.workspace.fs.readFile(here)));
    await withSetting('claims.enabled', false, WorkspaceFolder, there, async () => {
      const second = await show(there);
      await eventually(() => assert.deepEqual(drawn(second, 'named'), []));
      const first = await show(here);
      await annotated(first);
      assert.ok(drawn(first, 'named').length > 0);
    });
    const second = await show(there);
    await eventually(() => assert.ok(drawn(second, 'named').length > 0));
  });
});
