/** Files whose changes are taken in: each part of the server names its own, and the connection has one listener. */
import type { Connection, FileEvent, InitializeParams, WatchKind } from 'vscode-languageserver';
import { DidChangeWatchedFilesNotification } from 'vscode-languageserver';

export class WatchedFiles {
  private readonly listeners: ((changes: readonly FileEvent[]) => void)[] = [];
  private canWatch = false;

  constructor(private readonly connection: Connection, private readonly report: (error: unknown) => void) {
    connection.onDidChangeWatchedFiles(({ changes }) => { for (const listener of this.listeners) listener(changes); });
  }

  initialise({ capabilities: { workspace } }: InitializeParams): void {
    this.canWatch = workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
  }

  /** Listeners hear of all watched files, whoever watches them. */
  onChanges(listener: (changes: readonly FileEvent[]) => void): void {
    this.listeners.push(listener);
  }

  /** To be called once the client is there. False if it cannot watch files. */
  watch(globPattern: string, kind?: WatchKind): boolean {
    if (this.canWatch) this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers: [{ globPattern, ...(kind === undefined ? {} : { kind }) }] }).catch(this.report);
    return this.canWatch;
  }
}
