/** Decides on many at once: a list shows what will change, and one undo takes all of it back. */
import { window } from 'vscode';
import type { TextEditor } from 'vscode';
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import { say } from '../telling.js';
import { plain } from './adding.js';
import type { Deciding } from './deciding.js';
import type { ItemStore } from './itemStore.js';
import { typeWords } from './keys.js';
import { scopes } from './several.js';
import { itemAt } from './walk.js';

export async function decideOnSeveral(items: ItemStore, deciding: Deciding, editor: TextEditor, review: 'accept' | 'reject'): Promise<boolean> {
  const held = await items.of(editor.document);
  const offered = held === undefined ? [] : scopes(held.items, itemAt(held.items, editor.selection.active));
  const verb = review === 'accept' ? 'Accept' : 'Reject';
  if (held === undefined || offered.length === 0) {
    say('Nothing is left to decide.');
    return false;
  }
  const scope = await window.showQuickPick(offered.map(({ label, items: of }) => ({ label: plain(label), description: String(of.length), of })), { title: `${verb} which?`, placeHolder: 'The next list shows what will change' });
  if (scope === undefined) return false;
  const picked = await window.showQuickPick(scope.of.map(lineOf), { canPickMany: true, title: `${verb} these?`, placeHolder: 'Untick what is to be left as it is', matchOnDescription: true });
  if (picked === undefined || picked.length === 0) return false;
  const ids = await deciding.decide(editor.document, held.version, [{ do: review, ids: picked.map(({ id }) => id) }]);
  if (ids === undefined) return false;
  say(`${verb}ed ${picked.length}`);
  return true;
}

function lineOf({ id, kind, type, quote, range, confidence }: AnnotationItem): { label: string; description: string; picked: boolean; id: string } {
  const sure = confidence === null ? '' : ` · ${Math.round(confidence * 100)} %`;
  return { label: plain(quote), description: `${typeWords(kind, type)} · line ${(range?.start.line ?? 0) + 1}${sure}`, picked: true, id };
}
