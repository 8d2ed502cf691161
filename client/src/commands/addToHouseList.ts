/** A line in the newsroom's own list for the entity at the cursor, or for the selected words. */
import { Selection, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { TextEditor } from 'vscode';
import type { Requests } from '../requests.js';

/** The file is opened at the line, so that a person says what the card is to say. It is saved unless somebody is writing in it. */
export async function addToHouseList(requests: Requests, { document, selection }: TextEditor): Promise<void> {
  const found = await requests.houseLine(document, selection);
  if (found === null || found.outcome === 'refused') {
    void window.showInformationMessage(found?.message ?? 'There is no name here to add to the house list. Select one.');
    return;
  }
  const uri = Uri.parse(found.uri);
  if (found.outcome === 'known') void window.showInformationMessage('This name stands in the house list already.');
  else if (!(await append(uri, found.append ?? '', found.creates === true))) {
    void window.showErrorMessage(`The house list could not be written: ${workspace.asRelativePath(uri)}`);
    return;
  }
  const editor = await window.showTextDocument(uri, { preview: false });
  const end = editor.document.lineAt(Math.min(found.line, editor.document.lineCount - 1)).range.end;
  editor.selection = new Selection(end, end);
  editor.revealRange(editor.selection);
}

async function append(uri: Uri, text: string, creates: boolean): Promise<boolean> {
  const edit = new WorkspaceEdit();
  if (creates) {
    edit.createFile(uri, { contents: new TextEncoder().encode(text), overwrite: false });
    return workspace.applyEdit(edit);
  }
  const file = await workspace.openTextDocument(uri);
  const wasDirty = file.isDirty;
  edit.insert(uri, file.lineAt(file.lineCount - 1).range.end, text);
  return (await workspace.applyEdit(edit)) && (wasDirty || (await file.save()));
}
