import { EventEmitter, workspace } from 'vscode';
import type { Disposable, Uri } from 'vscode';
import type { AnnotationsChangedParams, CopyFoundParams } from '../../server/src/annotatingProtocol.js';
import type { AnalysedParams } from '../../server/src/protocol.js';

/** What the server last said of each open document. */
class SaidOf<T extends { readonly uri: string }> implements Disposable {
  private readonly states = new Map<string, T>();
  private readonly changed = new EventEmitter<Uri>();
  private readonly closing = workspace.onDidCloseTextDocument((document) => this.forget(document.uri));

  /** Fires when the server has said something new, and when a document is gone. */
  readonly onDidChange = this.changed.event;

  get(uri: Uri): T | undefined {
    return this.states.get(uri.toString());
  }

  set(uri: Uri, state: T): void {
    this.states.set(uri.toString(), state);
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

/** What each version was found to be. */
export class DocumentStates extends SaidOf<AnalysedParams> {}

/** What is decided of each document, and whether it is kept. */
export class AnnotationStates extends SaidOf<AnnotationsChangedParams> {
  private readonly elsewhere = new EventEmitter<void>();

  /** Fires when what is decided of articles that are not open may be another. */
  readonly onDidChangeElsewhere = this.elsewhere.event;

  changedElsewhere(): void {
    this.elsewhere.fire();
  }

  override dispose(): void {
    super.dispose();
    this.elsewhere.dispose();
  }
}

/** Annotated articles that have the same text, for those that have no annotations themselves. */
export class CopyStates extends SaidOf<CopyFoundParams> {}
