import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { annotated, api, closeAll, drawn, edit, entities, file, show } from './support/annotator.js';
import { eventually } from './support/eventually.js';

describe('the server', () => {
  afterEach(closeAll);

  it('comes back when its process is killed, and the highlights with it', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    await annotated(editor);
    for (let kill = 0; kill < 3; kill++) {
      const killed = runningServer();
      process.kill(killed, 'SIGKILL');
      await eventually(() => {
        assert.equal(api().clientState(), 'Running');
        assert.notEqual(api().serverPid(), killed);
      });
    }
    await edit(editor, (builder) => builder.insert(editor.document.positionAt(editor.document.getText().length), '\n\n“We are here again,” said Agnese Krūmiņa.\n'));
    await eventually(async () => assert.ok((await entities(editor.document)).includes('Agnese Krūmiņa: entityPerson')));
    await annotated(editor);
    assert.ok(drawn(editor, 'named').length > 0);
  });

  it('is another one after the command to restart it', async () => {
    const editor = await show(file('ferry-talks.article.txt'));
    await annotated(editor);
    const before = runningServer();
    await vscode.commands.executeCommand('articleAnnotator.restartServer');
    assert.equal(api().clientState(), 'Running');
    assert.notEqual(api().serverPid(), before);
    await eventually(async () => assert.ok((await entities(editor.document)).includes('Riga: entityGpe')));
  });
});

function runningServer(): number {
  const pid = api().serverPid();
  assert.ok(pid, 'the server has no process');
  return pid;
}
