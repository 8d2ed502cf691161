import { QuickPickItemKind, window } from 'vscode';
import type { QuickPick, QuickPickItem, Range, TextEditor } from 'vscode';
import type { Requests } from '../requests.js';
import type { Spotlight } from '../spotlight.js';
import { fromLsp } from '../ranges.js';
import { jumpSections } from './jumpItems.js';
import type { JumpSection } from './jumpItems.js';

interface Place extends QuickPickItem {
  readonly range?: Range;
}

/** Everything one can jump to. The article shows each place while one moves through the list; Escape goes back to where one was. */
export async function showJumpList(requests: Requests, spotlight: Spotlight, editor: TextEditor): Promise<void> {
  const [entities, claims] = await Promise.all([requests.entities(editor.document), requests.claims(editor.document)]);
  const sections = jumpSections(entities?.entities ?? [], claims?.claims ?? [], claims?.places ?? []);
  if (sections.length === 0) void window.showInformationMessage('No entity and no claim was found in this document.');
  else await choose(editor, sections, spotlight);
}

function choose(editor: TextEditor, sections: readonly JumpSection[], spotlight: Spotlight): Promise<void> {
  const list = window.createQuickPick<Place>();
  list.title = 'Jump to';
  list.placeholder = 'Type a name, a source, or words of a claim';
  list.matchOnDescription = true;
  list.items = sections.flatMap(itemsOf);
  return run(list, editor, spotlight);
}

function run(list: QuickPick<Place>, editor: TextEditor, spotlight: Spotlight): Promise<void> {
  const start = spotlight.standpoint(editor);
  let chosen: Range | undefined;
  // The list reports its first line as active when it opens, before anybody has moved.
  let hasMoved = false;
  list.onDidChangeValue(() => { hasMoved = true; });
  list.onDidChangeActive(([active]) => {
    if (active?.range !== undefined && (hasMoved || active !== firstOf(list))) {
      hasMoved = true;
      spotlight.move(editor, active.range);
    }
  });
  list.onDidAccept(() => {
    chosen = list.activeItems[0]?.range;
    list.hide();
  });
  return new Promise((resolve, reject) => {
    list.onDidHide(() => {
      list.dispose();
      if (chosen === undefined) spotlight.goBack(start);
      else spotlight.goTo(editor.document, chosen).catch(reject);
      resolve();
    });
    list.show();
  });
}

function firstOf(list: QuickPick<Place>): Place | undefined {
  return list.items.find(({ range }) => range !== undefined);
}

function itemsOf({ title, places }: JumpSection): Place[] {
  return [
    { label: title, kind: QuickPickItemKind.Separator },
    ...places.map(({ icon, label, description, range }) => ({ label: `$(${icon}) ${plain(label)}`, description: plain(description), range: fromLsp(range) })),
  ];
}

/** The editor would draw an icon for what the article happens to write as one. */
function plain(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
