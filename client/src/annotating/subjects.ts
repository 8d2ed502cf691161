/** What a command is about: what a row or a code action names, or else what the cursor of the article at hand stands in. */
import { window, workspace } from 'vscode';
import type { TextDocument, TextEditor } from 'vscode';
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import { articleAtHand } from '../articleAtHand.js';
import { readLink } from '../commands/reveal.js';
import type { DocumentStates } from '../documentStates.js';
import type { Session } from '../session.js';
import type { AnnotationLines, AnnotationsContent } from '../views/annotations.js';
import type { CheckLines, ChecksContent } from '../views/checks.js';
import type { ListView } from '../views/listView.js';
import type { ItemStore } from './itemStore.js';
import type { Review } from './review.js';
import { isRow, isTarget, uriOf } from './target.js';
import { itemOn } from './walk.js';

/** An annotation that a command is about, in a document of that version. */
export interface Meant {
  readonly document: TextDocument;
  readonly version: number;
  readonly item: AnnotationItem;
}

interface SubjectParts {
  readonly session: () => Session | undefined;
  readonly states: DocumentStates;
  readonly review: Pick<Review, 'here'>;
  readonly items: Pick<ItemStore, 'at'>;
  readonly annotations: { readonly list: Pick<ListView<AnnotationLines>, 'feed'>; readonly content: AnnotationsContent };
  readonly checks: { readonly list: Pick<ListView<CheckLines>, 'feed'>; readonly content: ChecksContent };
}

export class Subjects {
  constructor(private readonly parts: SubjectParts) {}

  /** What a row or a code action names; else undefined, and the command is about what the cursor stands in. */
  async of(target: unknown): Promise<Meant | undefined> {
    if (isTarget(target)) {
      const document = workspace.textDocuments.find(({ uri }) => uri.toString() === uriOf(target).toString());
      return document === undefined ? undefined : this.byId(document, target.id);
    }
    if (!isRow(target)) return undefined;
    if (target.id.startsWith('check:')) {
      const current = await this.parts.checks.list.feed.upToDate();
      return current === undefined ? undefined : this.byId(current.document, this.parts.checks.content.idOf(target.id, current.result));
    }
    const current = await this.parts.annotations.list.feed.upToDate();
    return current === undefined ? undefined : this.byId(current.document, this.parts.annotations.content.idOf(target.id, current.result));
  }

  /** All rows that are selected, if the row is one of them. */
  async allOf(target: unknown, selected: unknown): Promise<readonly Meant[]> {
    const targets: readonly unknown[] = Array.isArray(selected) && selected.includes(target) ? selected : [target];
    const found = await Promise.all(targets.map(async (one) => this.of(one)));
    return found.filter((one) => one !== undefined);
  }

  /** What a link on a card names; undefined where the text has changed since, and for what is no link of ours. */
  async onCard(given: readonly unknown[]): Promise<Meant | undefined> {
    const link = readLink(given);
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === link?.uri.toString());
    const [range] = link?.ranges ?? [];
    if (document === undefined || range === undefined) return undefined;
    const held = await this.parts.items.at(document, range);
    const item = held === undefined ? undefined : itemOn(held.items, range);
    return held === undefined || item === undefined ? undefined : { document, version: held.version, item };
  }

  private async byId(document: TextDocument, id: string | undefined): Promise<Meant | undefined> {
    const found = id === undefined ? undefined : await this.parts.session()?.annotating.annotation(document, id);
    return found === undefined ? undefined : { document, ...found };
  }

  /** What the cursor stands in, in the article at hand. */
  async here(): Promise<Meant | undefined> {
    let meant: Meant | undefined;
    await this.inArticle(async (editor) => {
      const found = await this.parts.review.here(editor);
      if (found !== undefined) meant = { document: editor.document, version: found.held.version, item: found.item };
    });
    return meant;
  }

  /** The article takes the focus, so that a command which was clicked in a side bar works on it. */
  async inArticle(run: (editor: TextEditor, session: Session) => Promise<void>): Promise<void> {
    const session = this.parts.session();
    const article = articleAtHand(this.parts.states);
    if (session === undefined || article === undefined) {
      void window.showInformationMessage('Open an article first.');
      return;
    }
    const active = window.activeTextEditor;
    if (active?.document === article) return run(active, session);
    const shown = window.visibleTextEditors.find(({ document }) => document === article);
    await run(await window.showTextDocument(article, { viewColumn: shown?.viewColumn, preview: false }), session);
  }
}
