import * as assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import * as vscode from 'vscode';
import { annotated, api, closeAll, extension, file, show, write } from './support/annotator.js';
import { eventually } from './support/eventually.js';

/** The suite runs this file first: what is loaded stays so until the extension host ends. */
describe('before an article is open', () => {
  afterEach(closeAll);

  it('neither a client nor a server is there, not with a file that is no article either', async () => {
    assert.deepEqual(loaded(), NOTHING);
    const notes = file('notes.md');
    await write(notes, '# Notes\n\nThe talks were slow, said Marta Ruusmann.\n');
    await show(notes);
    // Markdown activates the extension, so that it may be assigned the language of articles.
    await eventually(() => assert.ok(extension().isActive));
    assert.deepEqual(loaded(), NOTHING);
    const article = file('ferry-talks.article.txt');
    const asked = askOnSight(article);
    const editor = await show(article);
    const { clientThen, tokens } = await asked;
    assert.notEqual(clientThen, 'Running');
    assert.ok(tokens !== undefined, 'What was asked before the client is there is answered when it is.');
    assert.ok(tokens.data.length > 0, 'What was asked before the client is there is answered with highlights.');
    await annotated(editor);
    const { clientState, serverPid } = loaded();
    assert.equal(clientState, 'Running');
    assert.equal(serverProcesses().includes(serverPid ?? NaN), process.platform !== 'win32');
  });
});

/** Asks for highlights in the moment in which the extension learns of the article. */
function askOnSight(uri: vscode.Uri): Promise<{ clientThen: string | undefined; tokens: vscode.SemanticTokens | undefined }> {
  return new Promise((resolve, reject) => {
    const listening = vscode.window.onDidChangeVisibleTextEditors((editors) => {
      if (!editors.some(({ document }) => document.uri.toString() === uri.toString())) return;
      listening.dispose();
      const clientThen = api().clientState();
      vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', uri).then((tokens) => resolve({ clientThen, tokens }), reject);
    });
  });
}

const NOTHING = { clientState: undefined, serverPid: undefined, processes: [] };

function loaded(): { clientState: string | undefined; serverPid: number | undefined; processes: number[] } {
  const { clientState, serverPid } = extension().isActive ? { clientState: api().clientState(), serverPid: api().serverPid() } : NOTHING;
  return { clientState, serverPid, processes: serverProcesses() };
}

/** Our servers among the extension host's children. */
function serverProcesses(): number[] {
  if (process.platform === 'win32') return [];
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .filter((found) => found !== null && Number(found[2]) === process.pid && (found[3] ?? '').includes(`${extension().extensionPath}/dist/server.js`))
    .map((found) => Number(found?.[1]));
}
