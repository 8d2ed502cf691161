import { Disposable, Range, Selection, TextEditorRevealType, ThemeColor, window } from 'vscode';
import type { TextDocument, TextEditor } from 'vscode';

/** Where an editor stood, to go back to. */
export interface Standpoint {
  readonly editor: TextEditor;
  readonly selections: readonly Selection[];
  readonly visible: Range | undefined;
}

/**
 * Takes the cursor to places and marks them until it moves on. The cursor stands before the words, which are not selected:
 * who goes on typing must not overwrite them.
 */
export class Spotlight implements Disposable {
  /** An outline besides, because themes of high contrast have no background for it; a border may be there already. */
  private readonly mark = window.createTextEditorDecorationType({
    backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
    outlineWidth: '2px', outlineStyle: 'solid', outlineColor: new ThemeColor('focusBorder'),
  });
  private lit: { readonly editor: TextEditor; readonly at: Selection } | undefined;
  private readonly watching = window.onDidChangeTextEditorSelection(({ textEditor, selections }) => {
    if (textEditor === this.lit?.editor && selections[0]?.isEqual(this.lit.at) !== true) this.clear();
  });

  async goTo(document: TextDocument, range: Range): Promise<void> {
    const shown = window.visibleTextEditors.find((editor) => editor.document === document);
    const editor = await window.showTextDocument(document, { viewColumn: shown?.viewColumn, preview: false });
    this.move(editor, range);
  }

  /** Shows the place without taking the focus. */
  move(editor: TextEditor, range: Range): void {
    this.clear();
    const at = new Selection(range.start, range.start);
    this.lit = { editor, at };
    editor.selection = at;
    editor.revealRange(range, TextEditorRevealType.InCenterIfOutsideViewport);
    editor.setDecorations(this.mark, [range]);
  }

  standpoint(editor: TextEditor): Standpoint {
    return { editor, selections: editor.selections, visible: editor.visibleRanges[0] };
  }

  goBack({ editor, selections, visible }: Standpoint): void {
    this.clear();
    editor.selections = selections;
    if (visible !== undefined) editor.revealRange(new Range(visible.start, visible.start), TextEditorRevealType.AtTop);
  }

  dispose(): void {
    Disposable.from(this.mark, this.watching).dispose();
  }

  private clear(): void {
    this.lit?.editor.setDecorations(this.mark, []);
    this.lit = undefined;
  }
}
