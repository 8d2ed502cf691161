import { CancellationTokenSource, Disposable, window } from 'vscode';
import type { CancellationToken, Range, TextDocument, TextEditor, TextEditorDecorationType, Uri } from 'vscode';
import type { Range as LspRange } from 'vscode-languageserver-protocol';
import type { DecorationsResult } from '../../../server/src/protocol.js';
import type { DocumentStates } from '../documentStates.js';
import { fromLsp, toLsp, withMargin } from '../ranges.js';
import { LOOKS, layOut } from './layout.js';
import type { Look } from './layout.js';
import { createStyles } from './styles.js';

/** Scrolling asks once it has paused for some frames. */
const SCROLL_DELAY_MS = 50;

/** What an editor shows: the version it was computed for, and the lines that were asked about. */
export interface Shown {
  readonly version: number;
  readonly asked: readonly Range[];
  readonly ranges: Readonly<Record<Look, readonly Range[]>>;
}

/** Null: the document is not annotated. */
export type AskServer = (document: TextDocument, ranges: LspRange[], token: CancellationToken) => Promise<DecorationsResult | null>;

/**
 * Draws claims and boilerplate in the visible editors, and a screen around them. What is drawn stays, moved by the editor
 * with the edits, until the answer for the present version comes: nothing flickers.
 */
export class DecorationController implements Disposable {
  private readonly styles: Readonly<Record<Look, TextEditorDecorationType>> = createStyles();
  private readonly shown = new WeakMap<TextEditor, Shown>();
  private readonly asking = new Map<TextEditor, CancellationTokenSource>();
  private readonly scrolls = new Map<TextEditor, ReturnType<typeof setTimeout>>();
  private readonly subscriptions: Disposable;

  constructor(
    private readonly ask: AskServer,
    private readonly states: DocumentStates,
    private readonly report: (error: unknown) => void,
  ) {
    this.subscriptions = Disposable.from(
      states.onDidChange((uri) => this.analysed(uri)),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.scrolled(textEditor)),
      window.onDidChangeVisibleTextEditors((editors) => this.editorsChanged(editors)),
    );
  }

  shownIn(editor: TextEditor): Shown | undefined {
    return this.shown.get(editor);
  }

  dispose(): void {
    this.subscriptions.dispose();
    for (const timer of this.scrolls.values()) clearTimeout(timer);
    for (const source of this.asking.values()) source.cancel();
    for (const look of LOOKS) this.styles[look].dispose();
  }

  private analysed(uri: Uri): void {
    for (const editor of window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri.toString()) this.refresh(editor);
    }
  }

  private scrolled(editor: TextEditor): void {
    clearTimeout(this.scrolls.get(editor));
    this.scrolls.set(editor, setTimeout(() => {
      this.scrolls.delete(editor);
      const shown = this.shown.get(editor);
      const covered = shown?.version === editor.document.version && editor.visibleRanges.every((range) => shown.asked.some((asked) => asked.contains(range)));
      if (!covered) this.refresh(editor);
    }, SCROLL_DELAY_MS));
  }

  private editorsChanged(visible: readonly TextEditor[]): void {
    for (const editor of visible) if (!this.shown.has(editor)) this.refresh(editor);
    for (const [editor, source] of this.asking) if (!visible.includes(editor)) source.cancel();
  }

  private refresh(editor: TextEditor): void {
    this.asking.get(editor)?.cancel();
    const analysed = this.states.get(editor.document.uri);
    if (analysed?.state.kind !== 'article') {
      this.clear(editor);
      return;
    }
    const source = new CancellationTokenSource();
    this.asking.set(editor, source);
    this.update(editor, source.token).catch(this.report).finally(() => {
      if (this.asking.get(editor) === source) this.asking.delete(editor);
      source.dispose();
    });
  }

  private async update(editor: TextEditor, token: CancellationToken): Promise<void> {
    const asked = editor.visibleRanges.map((range) => withMargin(editor.document, range));
    const result = await this.ask(editor.document, asked.map(toLsp), token);
    if (token.isCancellationRequested) return;
    if (result === null) this.clear(editor);
    // An answer for another version is dropped: when the present one has been analysed we ask again.
    else if (result.version === editor.document.version) this.show(editor, result, asked);
  }

  private show(editor: TextEditor, result: DecorationsResult, asked: readonly Range[]): void {
    const layout = layOut(result);
    const ranges = Object.fromEntries(LOOKS.map((look) => [look, layout[look].map(fromLsp)])) as Record<Look, Range[]>;
    for (const look of LOOKS) editor.setDecorations(this.styles[look], ranges[look]);
    this.shown.set(editor, { version: result.version, asked, ranges });
  }

  private clear(editor: TextEditor): void {
    if (!this.shown.delete(editor)) return;
    for (const look of LOOKS) editor.setDecorations(this.styles[look], []);
  }
}
