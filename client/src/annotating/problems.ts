/** Says once, without getting in the way, that annotations cannot be kept or that somebody else has written them too. */
import { Range, Uri, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import type { SidecarProblem } from '../../../server/src/annotatingProtocol.js';
import type { AnnotationStates } from '../documentStates.js';

const OPEN = 'Open the File';

export class Problems implements Disposable {
  /** The last one told of each document. */
  private readonly told = new Map<string, string>();
  private readonly watching: Disposable;

  constructor(private readonly states: AnnotationStates) {
    this.watching = states.onDidChange((uri) => this.tell(uri));
    for (const { uri } of workspace.textDocuments) this.tell(uri);
  }

  dispose(): void {
    this.watching.dispose();
  }

  private tell(uri: Uri): void {
    const problem = this.states.get(uri)?.problem ?? null;
    const key = uri.toString();
    if (problem === null) this.told.delete(key);
    if (problem === null || this.told.get(key) === problem.message) return;
    this.told.set(key, problem.message);
    void warn(problem);
  }
}

async function warn({ message, uri, line }: SidecarProblem): Promise<void> {
  const chosen = await (uri === null ? window.showWarningMessage(message) : window.showWarningMessage(message, OPEN));
  if (chosen !== OPEN || uri === null) return;
  const at = new Range(line ?? 0, 0, line ?? 0, 0);
  await window.showTextDocument(Uri.parse(uri), { preview: false, selection: at });
}
