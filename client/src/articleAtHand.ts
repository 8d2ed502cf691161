import { TabInputText, TabInputTextDiff, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import type { DocumentStates } from './documentStates.js';

export function isArticle(document: TextDocument, states: DocumentStates): boolean {
  return states.get(document.uri)?.state.kind === 'article';
}

/**
 * The article that commands and views are about: the active one, else one in sight. While a page that is no text is active, such as
 * the walkthrough, it is the one that was used last, else any that has a tab. What has no tab is no article of the user's: the editor
 * keeps documents of its own, such as what its accessible view says.
 */
export function articleAtHand(states: DocumentStates, last?: TextDocument): TextDocument | undefined {
  const tabs = documentsInTabs();
  const articles = tabs.filter((document) => isArticle(document, states));
  const active = tabs.find((document) => document === window.activeTextEditor?.document);
  if (active !== undefined && articles.includes(active)) return active;
  const inSight = articles.filter((document) => window.visibleTextEditors.some((editor) => editor.document === document));
  const candidates = active === undefined ? [...inSight, ...articles] : inSight;
  return last !== undefined && candidates.includes(last) ? last : candidates[0];
}

function documentsInTabs(): TextDocument[] {
  const uris = window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ input }) => (input instanceof TabInputText ? input.uri : input instanceof TabInputTextDiff ? input.modified : undefined)?.toString()));
  return workspace.textDocuments.filter(({ uri }) => uris.includes(uri.toString()));
}
