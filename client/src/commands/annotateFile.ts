import { Uri, window, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { ARTICLE, PLAIN_TEXT } from '../languages.js';
import type { CommandParts } from './parts.js';

/** Annotates the file whatever it looks like, now and after a restart. */
export async function annotateThisFile({ choices, assigner, openSession }: CommandParts, uri: unknown): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return;
  await choices.set(document.uri, 'always');
  await assigner.assign(document, ARTICLE);
  await (await openSession()).choiceChanged();
}

/** Takes every highlight away from the file, now and after a restart. */
export async function stopAnnotatingThisFile({ choices, assigner, session }: CommandParts, uri: unknown): Promise<void> {
  const document = await documentOf(uri);
  if (document === undefined) return;
  await choices.set(document.uri, 'never');
  if (document.languageId === ARTICLE) await assigner.assign(document, PLAIN_TEXT);
  await session()?.choiceChanged();
}

/** The document that was named (a command may get a URI from a menu), or else the active one. */
async function documentOf(uri: unknown): Promise<TextDocument | undefined> {
  return uri instanceof Uri ? workspace.openTextDocument(uri) : window.activeTextEditor?.document;
}
