/** Looking a name up online, when somebody asks for it. A bundle of its own, loaded with the first look-up. */
import { FileSystemError, Hover, MarkdownString, ProgressLocation, Uri, commands, window, workspace } from 'vscode';
import type { ExtensionContext, TextEditor } from 'vscode';
import { SECTION, readSettings } from '../../server/src/settings.js';
import type { LookUpSource } from '../../server/src/settings.js';
import { answerCard } from './lookup/answerCard.js';
import { lookUpName } from './lookup/lookUp.js';
import type { Outcome, Store } from './lookup/lookUp.js';
import type { Session } from './session.js';

export async function lookUpOnline({ globalStorageUri }: ExtensionContext, { requests, cards }: Session, editor: TextEditor, report: (error: unknown) => void): Promise<void> {
  const sources = turnedOn();
  if (sources.length === 0) return offerSettings();
  const name = await requests.name(editor.document, editor.selection);
  if (name === null) {
    void window.showInformationMessage('There is no name here to look up. Select one.');
    return;
  }
  const outcomes = await withProgress(sources, name, storeIn(Uri.joinPath(globalStorageUri, 'look-ups')), report);
  if (outcomes === undefined) return;
  const contents = new MarkdownString(answerCard(name, outcomes));
  contents.isTrusted = false;
  contents.supportHtml = false;
  await cards.show(editor, new Hover(contents));
}

/** Application-scoped settings: what a folder says of them is not heard by the editor. */
function turnedOn(): LookUpSource[] {
  const { lookUp } = readSettings({ lookUp: workspace.getConfiguration(SECTION).get('lookUp') }).value;
  return lookUp.sources.filter(({ name }) => lookUp.on.includes(name));
}

async function offerSettings(): Promise<void> {
  const open = 'Open Settings';
  if ((await window.showInformationMessage('No online source is turned on, so nothing is asked.', open)) === open) await commands.executeCommand('workbench.action.openSettings', `${SECTION}.lookUp`);
}

/** Undefined if the person takes it back. */
function withProgress(sources: readonly LookUpSource[], name: string, store: Store, report: (error: unknown) => void): Thenable<Outcome[] | undefined> {
  const title = `Asking ${sources.map((source) => source.name).join(', ')} about “${name}”`;
  return window.withProgress({ location: ProgressLocation.Notification, title, cancellable: true }, async (_progress, token) => {
    const abort = new AbortController();
    token.onCancellationRequested(() => { abort.abort(); });
    try {
      return await lookUpName(sources, name, { store, signal: abort.signal, today: new Date().toISOString().slice(0, 10), report });
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      throw error;
    }
  });
}

function storeIn(folder: Uri): Store {
  const file = (key: string): Uri => Uri.joinPath(folder, `${key}.json`);
  return {
    async read(key) {
      try {
        return new TextDecoder().decode(await workspace.fs.readFile(file(key)));
      } catch (error) {
        if (error instanceof FileSystemError && error.code === 'FileNotFound') return undefined;
        throw error;
      }
    },
    async write(key, text) {
      await workspace.fs.createDirectory(folder);
      await workspace.fs.writeFile(file(key), new TextEncoder().encode(text));
    },
  };
}
