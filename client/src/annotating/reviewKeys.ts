/** The keys of review mode as a list that can be searched; choosing one closes it. */
import { QuickPickItemKind, window } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { keySections } from './keys.js';

export async function showReviewKeys(): Promise<void> {
  const items: QuickPickItem[] = keySections().flatMap(({ title, keys }) => [
    { label: title, kind: QuickPickItemKind.Separator },
    ...keys.map(([key, words]) => ({ label: key, description: words })),
  ]);
  await window.showQuickPick(items, { title: 'Keys of review mode', placeHolder: 'Escape closes the list', matchOnDescription: true });
}
