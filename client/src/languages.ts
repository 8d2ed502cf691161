/**
 * Which documents the server is asked about. Loaded at activation, so it takes only types from the protocol:
 * the module itself would bring the whole protocol library with it.
 */
import type { TextDocument } from 'vscode';
import type { ARTICLE_LANGUAGE, SERVED_LANGUAGES } from '../../server/src/protocol.js';

export const ARTICLE: typeof ARTICLE_LANGUAGE = 'article';
export const PLAIN_TEXT = 'plaintext';
const SERVED: typeof SERVED_LANGUAGES = [ARTICLE, PLAIN_TEXT];

export function isServed(document: TextDocument): boolean {
  return SERVED.some((language) => language === document.languageId);
}
