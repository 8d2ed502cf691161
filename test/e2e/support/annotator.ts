import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Look } from '../../../client/src/decorations/layout.js';
import type { TestApi } from '../../../client/src/testApi.js';
import { eventually } from './eventually.js';

const EXTENSION = 'article-annotator.article-annotator';
/** The first answer may wait for the server's process to start and for its word lists to be read. */
const FIRST_ANSWER_MS = 30_000;

export function extension(): vscode.Extension<TestApi> {
  const found = vscode.extensions.getExtension<TestApi>(EXTENSION);
  assert.ok(found, `${EXTENSION} is not installed`);
  return found;
}

export function api(): TestApi {
  const { isActive, exports } = extension();
  assert.ok(isActive, 'the extension is not active');
  return exports;
}

/** A file of one of the workspace's folders. */
export function file(name: string, folder = 0): vscode.Uri {
  const opened = vscode.workspace.workspaceFolders?.[folder];
  assert.ok(opened, `there is no workspace folder ${String(folder)}`);
  return vscode.Uri.joinPath(opened.uri, name);
}

export async function write(uri: vscode.Uri, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
}

/** By the editor's own command: what an extension opens itself is kept for minutes after its last editor was closed. */
export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  await vscode.commands.executeCommand('vscode.open', uri, { preview: false });
  return eventually(() => {
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    return editor;
  });
}

export async function showUntitled(content: string, language = 'plaintext'): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ content, language }), { preview: false });
}

/** Closes every editor without asking whether to save. */
export async function closeAll(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
}

/** Waits until the editor's present version has been analysed as an article and drawn. */
export async function annotated(editor: vscode.TextEditor): Promise<void> {
  await eventually(() => {
    const analysed = api().analysed(editor.document.uri);
    assert.equal(analysed?.state.kind, 'article', JSON.stringify(analysed));
    assert.equal(api().decorations(editor)?.version, editor.document.version);
  }, FIRST_ANSWER_MS);
}

/** Waits until the server has said that the present version is left alone, and returns its words. */
export async function ignored(editor: vscode.TextEditor): Promise<{ reason: string; message: string }> {
  return eventually(() => {
    const analysed = api().analysed(editor.document.uri);
    assert.equal(analysed?.version, editor.document.version);
    assert.ok(analysed.state.kind === 'ignored', JSON.stringify(analysed));
    assert.equal(api().decorations(editor), undefined);
    return analysed.state;
  }, FIRST_ANSWER_MS);
}

/** The words of a look that are drawn in the editor. */
export function drawn(editor: vscode.TextEditor, look: Look): string[] {
  const shown = api().decorations(editor);
  assert.equal(shown?.version, editor.document.version, 'what is drawn is for an earlier version');
  return shown.ranges[look].map((range) => editor.document.getText(range));
}

/** Entities as VS Code gets them: "Petra Osei: entityPerson". */
export async function entities(document: vscode.TextDocument): Promise<string[]> {
  const legend = await vscode.commands.executeCommand<vscode.SemanticTokensLegend | undefined>('vscode.provideDocumentSemanticTokensLegend', document.uri);
  const tokens = await vscode.commands.executeCommand<vscode.SemanticTokens | undefined>('vscode.provideDocumentSemanticTokens', document.uri);
  if (legend === undefined || tokens === undefined) return [];
  const found: string[] = [];
  let line = 0;
  let character = 0;
  for (let at = 0; at + 5 <= tokens.data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = tokens.data.slice(at, at + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const text = document.getText(new vscode.Range(line, character, line, character + length));
    found.push(`${text}: ${legend.tokenTypes[type] ?? '?'}`);
  }
  return found;
}

/** What the card over the first place of a text says, in Markdown. */
export async function card(document: vscode.TextDocument, text: string): Promise<string> {
  const at = document.getText().indexOf(text);
  assert.ok(at >= 0, `“${text}” is not in the document`);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(at + 1));
  return hovers.flatMap(({ contents }) => contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : JSON.stringify(content)))).join('\n\n');
}

export async function edit(editor: vscode.TextEditor, change: (builder: vscode.TextEditorEdit) => void): Promise<void> {
  assert.ok(await editor.edit(change), 'the edit was refused');
}
