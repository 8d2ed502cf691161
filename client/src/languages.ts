/**
 * Which documents the server is asked about. Loaded at activation, so it takes only types from the protocol:
 * the module itself would bring the whole protocol library with it.
 */
import { window } from 'vscode';
import type { TextDocument } from 'vscode';
import type { ARTICLE_LANGUAGE, EDITOR_SCHEMES, SERVED_LANGUAGES } from '../../server/src/protocol.js';

export const ARTICLE: typeof ARTICLE_LANGUAGE = 'article';
export const PLAIN_TEXT = 'plaintext';
export const SERVED: typeof SERVED_LANGUAGES = [ARTICLE, PLAIN_TEXT];

/** Schemes of what the editor itself says in the shape of a document: the server leaves it alone. */
const OF_THE_EDITOR: typeof EDITOR_SCHEMES = ['accessible-view', 'output'];

export function isServed(document: TextDocument): boolean {
  return !OF_THE_EDITOR.some((scheme) => scheme === document.uri.scheme) && SERVED.some((language) => language === document.languageId);
}

/** The document of the editor that has the focus before others; undefined if none in sight is served. */
export function servedInSight(): TextDocument | undefined {
  const active = window.activeTextEditor?.document;
  if (active !== undefined && isServed(active)) return active;
  return window.visibleTextEditors.find(({ document }) => isServed(document))?.document;
}
