import * as assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { eventually } from './support/eventually.js';
import { workbench } from './support/workbench.js';

const PNG_SIGNATURE = '89504e470d0a1a0a';

describe('the editor that the suite runs in', () => {
  it('opens a document and shows it', async () => {
    const document = await vscode.workspace.openTextDocument({ content: 'KYIV — The minister spoke on Monday.', language: 'plaintext' });
    const editor = await vscode.window.showTextDocument(document);
    assert.equal(editor.document.getText(), 'KYIV — The minister spoke on Monday.');
    await workbench?.waitFor('.monaco-editor .view-line', { text: 'The' });
  });

  it('has a workspace folder that tests may write to', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    assert.ok(folder);
    const file = vscode.Uri.joinPath(folder.uri, 'written-by-a-test.txt');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode('written'));
    assert.equal(new TextDecoder().decode(await vscode.workspace.fs.readFile(file)), 'written');
    await vscode.workspace.fs.delete(file);
  });

  it('can be looked at, where it runs in a browser', async () => {
    const picture = await workbench?.screenshot('host');
    if (picture !== undefined) assert.equal(readFileSync(picture).subarray(0, 8).toString('hex'), PNG_SIGNATURE);
  });

  it('takes the mouse and the keyboard, where it runs in a browser', async () => {
    if (!workbench) return;
    await workbench.clickText('minister');
    await workbench.press('End');
    await workbench.type(' It rained.');
    await eventually(() => assert.match(vscode.window.activeTextEditor?.document.getText() ?? '', /Monday\. It rained\.$/));
  });

  it('shows what a hover provider says under the mouse, where it runs in a browser', async () => {
    if (!workbench) return;
    const provider = vscode.languages.registerHoverProvider('plaintext', {
      provideHover: (document, position) => new vscode.Hover(`This word is ${document.getText(document.getWordRangeAtPosition(position))}.`),
    });
    try {
      assert.match(await workbench.hoverCard('minister', 'This word'), /This word is minister\./);
    } finally {
      provider.dispose();
      await workbench.moveMouse(0, 0);
    }
  });
});
