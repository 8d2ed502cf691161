import { workspace } from 'vscode';
import type { ExtensionContext, Memento, Uri } from 'vscode';

/** What a person decided about one file: to annotate it whatever it looks like, or not at all. */
export type FileChoice = 'always' | 'never';

const PREFIX = 'fileChoice:';

/**
 * Choices by file, kept over restarts: in the workspace's own store for its files, in the common one for others,
 * one key a file, so that two windows do not overwrite each other's. A document without a file is forgotten with the window.
 */
export class FileChoices {
  private readonly untitled = new Map<string, FileChoice>();

  constructor(private readonly context: Pick<ExtensionContext, 'workspaceState' | 'globalState'>) {}

  get(uri: Uri): FileChoice | undefined {
    if (uri.scheme === 'untitled') return this.untitled.get(uri.toString());
    const stored: unknown = this.storeOf(uri).get(PREFIX + uri.toString());
    return stored === 'always' || stored === 'never' ? stored : undefined;
  }

  async set(uri: Uri, choice: FileChoice | undefined): Promise<void> {
    if (uri.scheme !== 'untitled') {
      await this.storeOf(uri).update(PREFIX + uri.toString(), choice);
    } else if (choice === undefined) {
      this.untitled.delete(uri.toString());
    } else {
      this.untitled.set(uri.toString(), choice);
    }
  }

  /** The choice goes with a file that gets another name. */
  async move(from: Uri, to: Uri): Promise<void> {
    const choice = this.get(from);
    if (choice === undefined) return;
    await this.set(to, choice);
    await this.set(from, undefined);
  }

  private storeOf(uri: Uri): Memento {
    return workspace.getWorkspaceFolder(uri) === undefined ? this.context.globalState : this.context.workspaceState;
  }
}
