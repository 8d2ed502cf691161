/** What can be done with a list: find, filter by kind, sort, copy. */
import { QuickPickItemKind, env, window } from 'vscode';
import type { ListView } from './listView.js';
import { NO_FILTER, ORDERS, plural } from './row.js';
import { toTable } from './table.js';

type AnyList = Pick<ListView<{ readonly version: number }>, 'choices' | 'choose' | 'feed' | 'content'>;

/** The list follows every letter; Escape brings back what it showed before. */
export function searchList(list: AnyList): Promise<void> {
  const before = list.choices.text;
  const input = window.createInputBox();
  input.title = `Find in ${list.content.name}`;
  input.placeholder = 'Words that an entry must hold';
  input.value = before;
  let isKept = false;
  input.onDidChangeValue((text) => { list.choose({ text }); });
  input.onDidAccept(() => {
    isKept = true;
    input.hide();
  });
  return new Promise((resolve) => {
    input.onDidHide(() => {
      if (!isKept) list.choose({ text: before });
      input.dispose();
      resolve();
    });
    input.show();
  });
}

export async function filterList(list: AnyList): Promise<void> {
  const current = await list.feed.upToDate();
  if (current === undefined) return;
  const offered = list.content.kinds(current.result);
  const { kinds } = list.choices;
  const items = offered.map(({ kind, label, count }) => ({ label, description: String(count), kindOf: kind, picked: kinds?.has(kind) ?? true }));
  const picked = await window.showQuickPick(items, { canPickMany: true, title: `Show which ${list.content.name}?`, placeHolder: 'Kinds to show' });
  if (picked === undefined) return;
  list.choose({ kinds: picked.length === offered.length || picked.length === 0 ? undefined : new Set(picked.map(({ kindOf }) => kindOf)) });
}

export function clearFilter(list: AnyList): void {
  list.choose(NO_FILTER);
}

export async function sortList(list: AnyList): Promise<void> {
  const { order: present } = list.choices;
  const items = ORDERS.map((order) => ({ label: list.content.orders[order], description: order === present ? 'as now' : '', order, kind: QuickPickItemKind.Default }));
  const picked = await window.showQuickPick(items, { title: `Sort ${list.content.name}` });
  if (picked !== undefined) list.choose({ order: picked.order });
}

/** What the list shows, in its order, for a spreadsheet. */
export async function copyList(list: AnyList): Promise<void> {
  const current = await list.feed.upToDate();
  if (current === undefined) return;
  const table = await list.content.table(current.document, current.result, list.choices);
  if (table === undefined) return;
  await env.clipboard.writeText(toTable(table));
  void window.showInformationMessage(`Copied ${plural(table.length - 1, 'row')} as a table.`);
}
