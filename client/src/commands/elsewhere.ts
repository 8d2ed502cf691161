/** What the other articles of the workspace say: lists to choose from, and two articles side by side. */
import { TextEditorRevealType, Selection, Uri, commands, window, workspace } from 'vscode';
import type { QuickPickItem, TextEditor } from 'vscode';
import type { SaidOtherwise } from '../../../server/src/protocol.js';
import { fromLsp } from '../ranges.js';
import type { Requests } from '../requests.js';
import type { Spotlight } from '../spotlight.js';
import { nameOf, pairItem, saidItem } from './elsewhereItems.js';

const NO_INDEX = 'The articles of this workspace are not indexed: no folder is open, the index is switched off, or it is being made.';

/** Newest first; the one that is chosen is opened. */
export async function saidElsewhere(requests: Requests, spotlight: Spotlight, { document, selection }: TextEditor): Promise<void> {
  const found = await requests.saidElsewhere(document, selection.active);
  if (found === null) say('There is no source with a name here, or the articles of this workspace are not indexed.');
  else if (found.items.length === 0) say(`No other article has anything that ${found.source} says.`);
  else {
    const items = found.items.map((said) => ({ ...saidItem(said), said }));
    const chosen = await window.showQuickPick<QuickPickItem & (typeof items)[number]>(items, { title: `What ${found.source} says in other articles`, matchOnDescription: true });
    if (chosen !== undefined) await spotlight.goTo(await workspace.openTextDocument(Uri.parse(chosen.said.uri)), fromLsp(chosen.said.range));
  }
}

/** The pair that is chosen, or the only one, is opened side by side, the other article on the left. */
export async function compareElsewhere(requests: Requests, { document, selection }: TextEditor): Promise<void> {
  const found = await requests.saidOtherwise(document, selection.active);
  if (found === null) say(NO_INDEX);
  else if (found.items.length === 0) say('No source of this place says the same, or the same otherwise, in another article.');
  else {
    const items = found.items.map((pair) => ({ ...pairItem(pair), pair }));
    const chosen = items.length === 1 ? items[0] : await window.showQuickPick<QuickPickItem & (typeof items)[number]>(items, { title: 'Repeated or changed in other articles', matchOnDescription: true, matchOnDetail: true });
    if (chosen !== undefined) await showBoth(document.uri, chosen.pair);
  }
}

export async function indexArticles(requests: Requests): Promise<void> {
  const count = await requests.indexAgain();
  say(count === null ? NO_INDEX : `The index is up to date: ${count} ${count === 1 ? 'file is' : 'files are'} known.`);
}

async function showBoth(here: Uri, { here: { range }, there }: SaidOtherwise): Promise<void> {
  const other = Uri.parse(there.uri);
  await commands.executeCommand('vscode.diff', other, here, `${nameOf(there.uri)} ↔ ${nameOf(here.toString())}`, { preview: true });
  for (const { document, editor } of window.visibleTextEditors.map((editor) => ({ editor, document: editor.document.uri.toString() }))) {
    const place = document === other.toString() ? there.range : document === here.toString() && editor === window.activeTextEditor ? range : undefined;
    if (place === undefined) continue;
    const { start, end } = fromLsp(place);
    editor.selection = new Selection(start, start);
    editor.revealRange(fromLsp({ start, end }), TextEditorRevealType.InCenterIfOutsideViewport);
  }
}

function say(message: string): void {
  void window.showInformationMessage(message);
}
