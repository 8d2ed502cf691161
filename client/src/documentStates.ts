import { EventEmitter, workspace } from 'vscode';
import type { Disposable, Uri } from 'vscode';
import type { AnalysedParams } from '../../server/src/protocol.js';

/** What the server last said of each open document. */
export class DocumentStates implements Disposable {
  private readonly states = new Map<string, AnalysedParams>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly closing = workspace.onDidCloseTextDocument((document) => this.forget(document.uri));

  /** Fires when a version has been analysed, and when a document is gone. */
  readonly onDidChange = this.changed.event;

  get(uri: Uri): AnalysedParams | undefined {
    return this.states.get(uri.toString());
  }

  set(uri: Uri, analysed: AnalysedParams): void {
    this.states.set(uri.toString(), analysed);
    this.changed.fire(uri);
  }

  dispose(): void {
    this.closing.dispose();
    this.changed.dispose();
  }

  private forget(uri: Uri): void {
    if (this.states.delete(uri.toString())) this.changed.fire(uri);
  }
}
