/**
 * What the lightbulb and, if a person wants it, code lenses offer. Loaded with the first article, and announced when it has been read, so
 * that the first highlights do not wait for an answer to the editor's own question. What they lead to is loaded when it is used.
 */
import { CodeAction, CodeActionKind, CodeLens, Disposable, EventEmitter, Range, languages, workspace } from 'vscode';
import type { CodeActionProvider, CodeLensProvider, Command, TextDocument, Uri } from 'vscode';
import type { AnnotationItem } from '../../../server/src/annotatingProtocol.js';
import { isArticle } from '../articleAtHand.js';
import type { AnnotationStates, DocumentStates } from '../documentStates.js';
import { actionsFor, lensesFor } from './offered.js';
import type { Offer } from './offered.js';
import type { AnnotatingRequests } from './requests.js';

/** No kind that runs on saving or blocks it. */
const KIND = CodeActionKind.Empty.append('annotation');
const LENSES = 'articleAnnotator.annotating.codeLens';

export class Offers implements Disposable {
  private readonly lensesChanged = new EventEmitter<void>();
  private readonly subscriptions: Disposable[];
  private lenses: Disposable | undefined;

  constructor(private readonly requests: AnnotatingRequests, private readonly served: readonly { readonly language: string }[], private readonly states: DocumentStates, annotations: AnnotationStates) {
    const refresh = (): void => this.lensesChanged.fire();
    const first = states.onDidChange((uri) => {
      if (states.get(uri)?.state.kind !== 'article') return;
      first.dispose();
      this.announce();
    });
    this.subscriptions = [first, states.onDidChange(refresh), annotations.onDidChange(refresh), new Disposable(() => this.lensesChanged.dispose())];
  }

  dispose(): void {
    this.lenses?.dispose();
    Disposable.from(...this.subscriptions).dispose();
  }

  private announce(): void {
    this.subscriptions.push(
      languages.registerCodeActionsProvider(this.served, this.actions, { providedCodeActionKinds: [KIND] }),
      workspace.onDidChangeConfiguration((event) => { if (event.affectsConfiguration(LENSES)) this.registerLenses(); }),
    );
    this.registerLenses();
  }

  private readonly actions: CodeActionProvider = {
    provideCodeActions: async (document, range) => {
      if (!isArticle(document, this.states)) return [];
      const items = await this.at(document, range);
      return actionsFor(items, !range.isEmpty).map((offer) => {
        const action = new CodeAction(offer.title, KIND);
        action.command = commandOf(offer, document.uri);
        return action;
      });
    },
  };

  private readonly lensesOfParagraphs: CodeLensProvider = {
    onDidChangeCodeLenses: this.lensesChanged.event,
    provideCodeLenses: async (document) => {
      if (!isArticle(document, this.states) || !wantsLenses(document)) return [];
      const found = await this.requests.annotations(document);
      if (found?.version !== document.version) return [];
      return lensesFor(found.items).flatMap(({ line, offers }) => offers.map((offer) => new CodeLens(new Range(line, 0, line, 0), commandOf(offer, document.uri))));
    },
  };

  private async at(document: TextDocument, range: Range): Promise<readonly AnnotationItem[]> {
    const found = await this.requests.annotations(document, [range]);
    return found?.version === document.version ? found.items : [];
  }

  /** Off unless somebody wants them, anywhere: then nothing is asked. */
  private registerLenses(): void {
    const documents = workspace.textDocuments.some(wantsLenses) || workspace.getConfiguration().get(LENSES) === true;
    if (documents && this.lenses === undefined) this.lenses = languages.registerCodeLensProvider(this.served, this.lensesOfParagraphs);
    if (!documents) {
      this.lenses?.dispose();
      this.lenses = undefined;
    }
  }
}

function wantsLenses(document: TextDocument): boolean {
  return workspace.getConfiguration(undefined, document.uri).get(LENSES) === true;
}

function commandOf({ title, command, id, argument }: Offer, uri: Uri): Command {
  const target = id === undefined ? [] : [{ uri: uri.toString(), id }];
  return { title, command: `articleAnnotator.${command}`, arguments: [...target, ...(argument === undefined ? [] : [argument])] };
}
