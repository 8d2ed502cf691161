/** The commands that decide: on what a row, a code action or the cursor means, on many at once, on words that are selected, and on what was decided before. */
import { commands, window, workspace } from 'vscode';
import type { TextDocument, TextEditor } from 'vscode';
import { fromLsp, toLsp } from '../ranges.js';
import type { Session } from '../session.js';
import type { Spotlight } from '../spotlight.js';
import type { AnnotationLines, AnnotationsContent } from '../views/annotations.js';
import type { ListView } from '../views/listView.js';
import { say } from '../telling.js';
import { addEntity, askType } from './adding.js';
import type { AddingParts } from './adding.js';
import type { Deciding } from './deciding.js';
import type { ItemStore } from './itemStore.js';
import { typeOfLetter } from './keys.js';
import type { PickInText } from './pickInText.js';
import type { Review } from './review.js';
import { decideOnSeveral } from './severalAtOnce.js';
import type { Meant, Subjects } from './subjects.js';
import { isRow, isTarget, uriOf } from './target.js';

interface DecisionParts {
  readonly session: () => Session | undefined;
  readonly subjects: Subjects;
  readonly review: Review;
  readonly items: ItemStore;
  readonly deciding: Deciding;
  readonly picking: PickInText;
  readonly spotlight: Spotlight;
  readonly annotations: { readonly list: Pick<ListView<AnnotationLines>, 'feed'>; readonly content: AnnotationsContent };
}

export class Decisions {
  constructor(private readonly parts: DecisionParts) {}

  async judge(review: 'accept' | 'reject', target: unknown, selected: unknown): Promise<void> {
    if (target === undefined) return this.parts.subjects.inArticle((editor) => this.parts.review.judge(editor, review));
    const meant = await this.parts.subjects.allOf(target, selected);
    const [first] = meant;
    if (first === undefined) return;
    const isChanged = ({ item }: Meant): boolean => review === 'accept' && item.review === 'accepted';
    const ids = (some: readonly Meant[]): string[] => some.map(({ item }) => item.id);
    const [changed, others] = [meant.filter(isChanged), meant.filter((one) => !isChanged(one))];
    await this.decide(first.document, first.version, [
      ...(changed.length === 0 ? [] : [{ do: 'confirm' as const, ids: ids(changed) }]),
      ...(others.length === 0 ? [] : [{ do: review, ids: ids(others) }]),
    ]);
  }

  async reopen(target: unknown, selected: unknown): Promise<void> {
    const meant = await this.parts.subjects.allOf(target, selected);
    const [first] = meant;
    if (first !== undefined) await this.decide(first.document, first.version, [{ do: 'reopen', ids: meant.map(({ item }) => item.id) }]);
    else if (target === undefined) await this.parts.subjects.inArticle((editor) => this.parts.review.reopen(editor));
  }

  async changeType(target: unknown): Promise<void> {
    if (target === undefined) {
      return this.parts.subjects.inArticle(async (editor) => {
        const found = await this.parts.review.here(editor);
        const type = found === undefined ? undefined : await askType(`Change the type of “${found.item.quote}”`, found.item.kind, found.item.type);
        if (found !== undefined && type !== undefined) await this.parts.review.retype(editor, found.held, found.item, type);
      });
    }
    const meant = await this.parts.subjects.of(target);
    if (meant === undefined) return;
    const type = await askType(`Change the type of “${meant.item.quote}”`, meant.item.kind, meant.item.type);
    if (type !== undefined) await this.decide(meant.document, meant.version, [{ do: 'retype', ids: [meant.item.id], type }]);
  }

  /** With words selected, the letter adds them; else it says what the suggestion is. */
  reviewType(letter: string): Promise<void> {
    return this.parts.subjects.inArticle(async (editor) => {
      if (editor.selection.isEmpty) return this.parts.review.retypeByLetter(editor, letter);
      const type = typeOfLetter('entity', letter);
      const parts = this.addingParts();
      if (type === undefined || parts === undefined) return;
      await addEntity(parts, editor, type);
      this.parts.review.changed(editor.document);
    });
  }

  decideOnSeveral(review: 'accept' | 'reject'): Promise<void> {
    return this.parts.subjects.inArticle(async (editor) => {
      if (await decideOnSeveral(this.parts.items, this.parts.deciding, editor, review)) this.parts.review.changed(editor.document);
    });
  }

  async decideParagraph(target: unknown, review: 'accept' | 'reject'): Promise<void> {
    if (!isTarget(target)) return;
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === uriOf(target).toString());
    const held = document === undefined ? undefined : await this.parts.items.of(document);
    if (document === undefined || held === undefined) return;
    const line = Number(target.id);
    const ids = held.items.filter((item) => item.review === 'undecided' && item.range?.start.line === line).map(({ id }) => id);
    if (ids.length > 0) await this.decide(document, held.version, [{ do: review, ids }]);
  }

  /** @param byKey the editor's own key for it, which means the text's history as soon as the text is what was changed last */
  moveInHistory(direction: 'undo' | 'redo', byKey: boolean): Promise<void> {
    return this.parts.subjects.inArticle(async (editor, session) => {
      const { document } = editor;
      if (byKey && !session.undoKeys.meansDecision(document, direction)) {
        await commands.executeCommand(direction);
        return;
      }
      const { version } = document;
      const { selection } = editor;
      const done = await session.annotating.history(document, direction);
      if (done?.done !== true) {
        say(direction === 'undo' ? 'There is no decision to undo.' : 'There is no decision to redo.');
        return;
      }
      session.undoKeys.moved(document, direction);
      say(`${direction === 'undo' ? 'Undone' : 'Done again'}: ${done.label}`);
      // Who has gone on typing or moving is not taken away from there.
      const isThere = document.version === version && editor.selection.isEqual(selection);
      if (done.range !== null && isThere) this.parts.spotlight.move(editor, fromLsp(done.range));
      this.parts.review.changed(document);
    });
  }

  adding(run: (parts: AddingParts, editor: TextEditor) => Promise<void>): Promise<void> {
    return this.parts.subjects.inArticle(async (editor) => {
      const parts = this.addingParts();
      if (parts === undefined) return;
      await run(parts, editor);
      this.parts.review.changed(editor.document);
    });
  }

  private addingParts(): AddingParts | undefined {
    const session = this.parts.session();
    return session === undefined ? undefined : { requests: session.annotating, deciding: this.parts.deciding, picking: this.parts.picking, suspend: (isSuspended) => this.parts.review.suspend(isSuspended) };
  }

  /** An orphan goes to one of its likely places, or to the words that are selected. */
  async placeHere(target: unknown): Promise<void> {
    if (!isRow(target)) {
      say('Choose an orphan in the Annotations view.');
      return;
    }
    const current = await this.parts.annotations.list.feed.upToDate();
    if (current === undefined) return;
    const { document, result } = current;
    const { version } = document;
    const proposal = await this.parts.annotations.content.proposalOf(target.id, document, result);
    const item = proposal?.item ?? (await this.parts.annotations.content.itemOf(target.id, document, result));
    const selected = window.visibleTextEditors.find((editor) => editor.document === document)?.selection;
    const range = proposal?.range ?? (selected === undefined || selected.isEmpty ? undefined : toLsp(selected));
    if (item === undefined || range === undefined) {
      say('Select the words in the text to which it belongs.');
      return;
    }
    await this.decide(document, version, [{ do: 'place', id: item.id, range }]);
  }

  async updateAnchors(editor: TextEditor): Promise<void> {
    const result = await this.parts.session()?.annotating.updateAnchors(editor.document);
    say(result?.outcome === 'done' ? 'All places are written anew on the present text.' : (result?.message ?? 'Nothing was written.'));
  }

  private async decide(document: TextDocument, version: number, decisions: Parameters<Deciding['decide']>[2]): Promise<void> {
    if ((await this.parts.deciding.decide(document, version, decisions)) !== undefined) this.parts.review.changed(document);
  }
}
