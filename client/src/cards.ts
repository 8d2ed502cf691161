/**
 * Cards that a person asks for: by a command, or by resting on words they have selected. Both come as hovers, because an editor lets
 * them be reached by key and, when they have the focus, has a screen reader speak them and offers them in its accessible view.
 * A status bar message would not be spoken (VS Code marks the bar `aria-live: off`), and a notification stays until it is closed.
 */
import { DocumentHighlight, Hover, MarkdownString, Range, commands, window, workspace } from 'vscode';
import type { Position, Selection, TextDocument, TextEditor } from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import type { LookUpResult } from '../../server/src/protocol.js';
import { isArticle } from './articleAtHand.js';
import type { DocumentStates } from './documentStates.js';
import { hideCard } from './hideCard.js';
import { fromLsp } from './ranges.js';
import type { Requests } from './requests.js';

/** A hover that a command has prepared, for one state of one editor. */
interface Asked {
  readonly document: TextDocument;
  readonly version: number;
  readonly selection: Selection;
  readonly hover: Hover;
}

const NOTHING_HERE = 'No entity and no claim here.';
const NO_CLAIM = 'No claim here.';
const NOTHING_SELECTED = 'There are no words here to look up.';

export class Cards {
  private asked: Asked | undefined;

  constructor(private readonly requests: () => Requests, private readonly states: DocumentStates) {}

  readonly middleware: Pick<Middleware, 'provideHover' | 'provideDocumentHighlights'> = {
    provideHover: async (document, position, token, next) => {
      const asked = this.takeAsked(document, position);
      if (asked !== undefined) return asked;
      const selected = selectionAround(document, position);
      const found = selected === undefined || !wantsHovers(document) ? null : await this.requests().lookUp(document, selected, token);
      return found === null ? next(document, position, token) : cardOf(found);
    },
    // Without an answer the editor highlights every place where the same word stands, which in prose is "the" and "of".
    provideDocumentHighlights: async (document, position, token, next) => {
      const found = await next(document, position, token);
      return !isArticle(document, this.states) || (found?.length ?? 0) > 0 ? found : [new DocumentHighlight(new Range(position, position))];
    },
  };

  /** Shows what is known of the selected words; of the name or word at the cursor if none are selected. */
  async lookUp(editor: TextEditor): Promise<void> {
    const found = await this.requests().lookUp(editor.document, editor.selection);
    await this.show(editor, found === null ? new Hover(NOTHING_SELECTED) : cardOf(found));
  }

  /** Shows the steps by which the claim at the cursor could be checked. */
  async howToCheck(editor: TextEditor): Promise<void> {
    const found = await this.requests().howToCheck(editor.document, editor.selection.active);
    await this.show(editor, found === null ? new Hover(NO_CLAIM) : cardOf(found));
  }

  /** Shows, and so has a screen reader speak, the claim or entity at the cursor as one sentence. */
  async describe(editor: TextEditor): Promise<void> {
    await this.show(editor, new Hover(new MarkdownString().appendText(await this.sentenceAt(editor))));
  }

  /** The claim or entity at the cursor as one sentence. */
  async sentenceAt({ document, selection }: TextEditor): Promise<string> {
    return await this.requests().describe(document, selection.active) ?? NOTHING_HERE;
  }

  /** Over the cursor. A card that is there already would only get the focus. */
  async show(editor: TextEditor, hover: Hover): Promise<void> {
    await hideCard();
    this.asked = { document: editor.document, version: editor.document.version, selection: editor.selection, hover };
    await commands.executeCommand('editor.action.showHover', { focus: 'autoFocusImmediately' });
  }

  private takeAsked(document: TextDocument, position: Position): Hover | undefined {
    const { asked } = this;
    if (asked === undefined || asked.document !== document || !asked.selection.active.isEqual(position)) return undefined;
    this.asked = undefined;
    const isStale = asked.version !== document.version || window.activeTextEditor?.selection.isEqual(asked.selection) !== true;
    return isStale ? undefined : asked.hover;
  }
}

function selectionAround(document: TextDocument, position: Position): Selection | undefined {
  const editor = window.activeTextEditor;
  if (editor?.document !== document) return undefined;
  return editor.selections.find((selection) => !selection.isEmpty && selection.contains(position));
}

function wantsHovers(document: TextDocument): boolean {
  return workspace.getConfiguration('articleAnnotator', document).get('hover.enabled') !== false;
}

function cardOf({ markdown, range }: LookUpResult): Hover {
  const contents = new MarkdownString(markdown);
  contents.isTrusted = false;
  contents.supportHtml = false;
  return new Hover(contents, fromLsp(range));
}
