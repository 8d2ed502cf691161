/**
 * Answers the editor when it asks for highlights before the language client can. The editor asks for them when it shows a document,
 * and, of a provider that comes later, only after a pause; meanwhile it has much else to draw. So a provider stands in from the moment
 * at which the extension is loaded, and what it was asked is answered by the client's own as soon as that is there.
 */
import { commands, Disposable, languages, SemanticTokensLegend } from 'vscode';
import type { CancellationToken, DocumentRangeSemanticTokensProvider, DocumentSemanticTokensProvider, ProviderResult, Range, SemanticTokens, TextDocument } from 'vscode';
import { TOKEN_MODIFIERS, TOKEN_TYPES } from '../../server/src/highlightsProtocol.js';
import { SERVED } from './languages.js';

/** What the language client has registered for a document. */
export interface HighlightProviders {
  readonly full: DocumentSemanticTokensProvider;
  readonly range: DocumentRangeSemanticTokensProvider;
}

export type ProvidersOf = (document: TextDocument) => HighlightProviders | undefined;

export class HighlightsAhead {
  private readonly registered: Disposable;
  private readonly providersOf: Promise<ProvidersOf>;
  private resolve: (providersOf: ProvidersOf) => void = () => undefined;

  constructor() {
    this.providersOf = new Promise((resolve) => {
      this.resolve = resolve;
    });
    const legend = new SemanticTokensLegend([...TOKEN_TYPES], [...TOKEN_MODIFIERS]);
    const selector = SERVED.map((language) => ({ language }));
    this.registered = Disposable.from(
      languages.registerDocumentSemanticTokensProvider(selector, {
        provideDocumentSemanticTokens: (document, cancel) => this.answer(document, cancel, ({ full }) => full.provideDocumentSemanticTokens(document, cancel)),
      }, legend),
      languages.registerDocumentRangeSemanticTokensProvider(selector, {
        provideDocumentRangeSemanticTokens: (document, range: Range, cancel) => this.answer(document, cancel, (own) => own.range.provideDocumentRangeSemanticTokens(document, range, cancel)),
      }, legend),
    );
  }

  /**
   * The client has providers of its own now, or never will: then the editor gets no highlights. A question that is already on its way
   * to this provider would find nobody, and its answer be nothing; so it stays until the window has done something small that it is
   * asked for: what it asks after that it asks the client's own.
   */
  giveWay(providersOf: ProvidersOf = () => undefined): void {
    this.resolve(providersOf);
    const leave = (): void => { this.registered.dispose(); };
    commands.executeCommand('setContext', 'articleAnnotator.clientIsThere', true).then(leave, leave);
  }

  private async answer(document: TextDocument, cancel: CancellationToken, ask: (own: HighlightProviders) => ProviderResult<SemanticTokens>): Promise<SemanticTokens | null> {
    const own = (await this.providersOf)(document);
    return own === undefined || cancel.isCancellationRequested ? null : (await ask(own)) ?? null;
  }
}
