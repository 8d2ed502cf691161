/** For who comes new: a sample, the walkthrough, the keys. */
import { Uri, commands, window, workspace } from 'vscode';
import type { Disposable, ExtensionContext } from 'vscode';
import { articleReached } from '../articleReached.js';
import { ARTICLE } from '../languages.js';
import { cheatSheet } from './cheatSheet.js';
import type { Manifest } from './cheatSheet.js';

const SAMPLE = 'ferry-talks.article.txt';
const KEYS_SCHEME = 'article-annotator-keys';
const KEYS = Uri.from({ scheme: KEYS_SCHEME, path: '/Keys of Article Annotator.md' });
const WALKTHROUGH = 'articleAnnotator.start';

/** A copy without a file, so that what one tries with it changes nothing. */
export async function openSample({ extensionUri }: ExtensionContext): Promise<void> {
  const bytes = await workspace.fs.readFile(Uri.joinPath(extensionUri, 'samples', SAMPLE));
  const document = await workspace.openTextDocument({ language: ARTICLE, content: new TextDecoder().decode(bytes) });
  await window.showTextDocument(document, { preview: false });
}

/** With an article in a tab, its first step is done. */
export async function openWalkthrough({ extension }: ExtensionContext, hasArticle: boolean): Promise<void> {
  await commands.executeCommand('workbench.action.openWalkthrough', `${extension.id}#${WALKTHROUGH}`, false);
  if (hasArticle) await articleReached();
}

let keys: Disposable | undefined;

export async function showKeys({ extension, subscriptions }: ExtensionContext): Promise<void> {
  if (keys === undefined) {
    const text = cheatSheet(extension.packageJSON as Manifest);
    keys = workspace.registerTextDocumentContentProvider(KEYS_SCHEME, { provideTextDocumentContent: () => text });
    subscriptions.push(keys);
  }
  await commands.executeCommand('markdown.showPreview', KEYS);
}
