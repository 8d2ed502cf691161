/** Marks of what waits for a decision, in the editors in sight, while review mode is on. Told apart by their border, not by colour alone. */
import { DecorationRangeBehavior, Disposable, ThemeColor, window } from 'vscode';
import type { Range, TextDocument, TextEditor } from 'vscode';
import type { WaitingMark } from '../../../server/src/annotatingProtocol.js';
import { fromLsp, withMargin } from '../ranges.js';
import type { AnnotatingRequests } from './requests.js';

const SCROLL_DELAY_MS = 50;

export class Marks implements Disposable {
  /** A dashed box round the words: a suggestion. */
  private readonly undecided = create('dashed', '1px');
  /** A double box: an annotation whose words were changed. */
  private readonly changed = create('double', '3px');
  private readonly drawn = new Map<TextEditor, readonly WaitingMark[]>();
  private readonly asked = new WeakMap<TextEditor, number>();
  private readonly subscriptions: Disposable;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOn = false;

  constructor(private readonly requests: () => AnnotatingRequests | undefined, private readonly isArticle: (document: TextDocument) => boolean, private readonly report: (error: unknown) => void) {
    this.subscriptions = Disposable.from(
      this.undecided, this.changed,
      window.onDidChangeTextEditorVisibleRanges(() => this.refreshSoon()),
      window.onDidChangeVisibleTextEditors(() => this.refresh()),
    );
  }

  show(isOn: boolean): void {
    this.isOn = isOn;
    if (isOn) this.refresh();
    else for (const editor of this.drawn.keys()) this.draw(editor, []);
  }

  /** Words that are marked, for tests. */
  markedIn(editor: TextEditor): string[] {
    return rangesOf(this.drawn.get(editor) ?? []).map((range) => editor.document.getText(range));
  }

  /** Takes marks away before the server is asked again: a decision is seen at once. */
  forget(ids: readonly string[]): void {
    for (const [editor, marks] of this.drawn) this.draw(editor, marks.filter(({ id }) => !ids.includes(id)));
  }

  refresh(document?: TextDocument): void {
    if (!this.isOn) return;
    for (const editor of window.visibleTextEditors) {
      if (document === undefined || editor.document === document) this.fetch(editor).catch(this.report);
    }
  }

  dispose(): void {
    clearTimeout(this.timer);
    this.subscriptions.dispose();
  }

  private refreshSoon(): void {
    if (!this.isOn) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refresh(), SCROLL_DELAY_MS);
  }

  /** An answer that another has overtaken, or that is for another version of the text, is dropped. */
  private async fetch(editor: TextEditor): Promise<void> {
    if (!this.isArticle(editor.document)) return;
    const turn = (this.asked.get(editor) ?? 0) + 1;
    this.asked.set(editor, turn);
    const found = await this.requests()?.waiting(editor.document, editor.visibleRanges.map((range) => withMargin(editor.document, range)));
    if (!this.isOn || this.asked.get(editor) !== turn || found?.version !== editor.document.version) return;
    this.draw(editor, found.marks);
  }

  private draw(editor: TextEditor, marks: readonly WaitingMark[]): void {
    editor.setDecorations(this.undecided, rangesOf(marks.filter(({ isChanged }) => !isChanged)));
    editor.setDecorations(this.changed, rangesOf(marks.filter(({ isChanged }) => isChanged)));
    if (marks.length === 0) this.drawn.delete(editor);
    else this.drawn.set(editor, marks);
  }
}

function rangesOf(marks: readonly WaitingMark[]): Range[] {
  return marks.flatMap(({ ranges }) => ranges.map(fromLsp));
}

function create(borderStyle: string, borderWidth: string): ReturnType<typeof window.createTextEditorDecorationType> {
  return window.createTextEditorDecorationType({
    rangeBehavior: DecorationRangeBehavior.ClosedClosed, borderStyle, borderWidth, borderRadius: '3px', borderColor: new ThemeColor('articleAnnotator.undecidedBorder'),
  });
}
