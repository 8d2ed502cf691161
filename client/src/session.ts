/** One run of the extension with its server: the part that is loaded only when there is something to annotate. */
import { Disposable, Uri } from 'vscode';
import type { ExtensionContext, LogOutputChannel, TextDocument } from 'vscode';
import { DidChangeConfigurationNotification, SemanticTokensRegistrationType, State } from 'vscode-languageclient';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { annotationsChangedNotification, copyFoundNotification, fileRequest, remindersElsewhereNotification } from '../../server/src/annotatingProtocol.js';
import { SERVED_LANGUAGES, analysedNotification, decorationsRequest } from '../../server/src/protocol.js';
import { answerFile } from './annotating/files.js';
import { Offers } from './annotating/offers.js';
import { AnnotatingRequests } from './annotating/requests.js';
import { ReviewBar } from './annotating/reviewBar.js';
import { UndoKeys } from './annotating/undoKeys.js';
import { Calls } from './calls.js';
import { Cards } from './cards.js';
import { clientOptions } from './client.js';
import { DecorationController } from './decorations/controller.js';
import type { AnnotationStates, CopyStates, DocumentStates } from './documentStates.js';
import type { FileChoices } from './fileChoices.js';
import type { HighlightProviders, HighlightsAhead } from './highlightsAhead.js';
import { Requests } from './requests.js';
import { RestartPolicy } from './restartPolicy.js';
import { StatusBar } from './statusBar.js';

/** Makes the client for the place we run in; `serverPid` is undefined where the server is no process. */
export type Launch = (options: LanguageClientOptions) => { readonly client: BaseLanguageClient; serverPid(): number | undefined };

export interface SessionParts {
  readonly context: ExtensionContext;
  readonly log: LogOutputChannel;
  readonly choices: FileChoices;
  readonly states: DocumentStates;
  readonly annotations: AnnotationStates;
  readonly copies: CopyStates;
}

export class Session implements Disposable {
  readonly states: DocumentStates;
  readonly decorations: DecorationController;
  readonly cards: Cards;
  readonly calls = new Calls();
  readonly requests: Requests;
  readonly annotating: AnnotatingRequests;
  readonly undoKeys: UndoKeys;
  readonly reviewBar: ReviewBar;
  private readonly restarts = new RestartPolicy();
  private readonly launched: ReturnType<Launch>;
  private readonly subscriptions: Disposable;

  constructor({ log, choices, states, annotations, copies }: SessionParts, private readonly highlights: HighlightsAhead, launch: Launch) {
    this.states = states;
    this.cards = new Cards(() => this.requests, states);
    this.launched = launch(clientOptions({ log, choices, restarts: this.restarts, cards: this.cards, calls: this.calls }));
    const { client } = this.launched;
    this.requests = new Requests(client);
    this.annotating = new AnnotatingRequests(client);
    this.undoKeys = new UndoKeys(annotations);
    this.reviewBar = new ReviewBar(states, annotations);
    this.decorations = new DecorationController(
      async (document, ranges, token) => {
        if (!client.isRunning()) return null;
        return client.sendRequest(decorationsRequest, { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document), ranges }, token);
      },
      this.states,
      (error) => this.unlessStopped(error, log),
    );
    this.subscriptions = Disposable.from(
      client.onNotification(analysedNotification, (analysed) => this.states.set(Uri.parse(analysed.uri), analysed)),
      client.onNotification(annotationsChangedNotification, (changed) => annotations.set(Uri.parse(changed.uri), changed)),
      client.onNotification(remindersElsewhereNotification, () => annotations.changedElsewhere()),
      client.onNotification(copyFoundNotification, (found) => copies.set(Uri.parse(found.uri), found)),
      client.onRequest(fileRequest, answerFile),
      new StatusBar(this.states, choices),
      this.undoKeys,
      this.reviewBar,
      new Offers(this.annotating, SERVED_LANGUAGES.map((language) => ({ language })), states, annotations),
      this.decorations,
      this.calls,
    );
  }

  get clientState(): keyof typeof State {
    return State[this.launched.client.state] as keyof typeof State;
  }

  get serverPid(): number | undefined {
    return this.launched.serverPid();
  }

  async start(): Promise<void> {
    try {
      await this.launched.client.start();
    } finally {
      this.highlights.giveWay((document) => this.highlightsOf(document));
    }
  }

  async restart(): Promise<void> {
    // A server that has just crashed waits for its turn: that is the restart.
    if (this.restarts.hurry()) return;
    const { client } = this.launched;
    if (client.isRunning()) await client.stop();
    await client.start();
  }

  /** A person's choice for a file stands in the settings that the server asks for: it must ask again. */
  async choiceChanged(): Promise<void> {
    const { client } = this.launched;
    if (client.isRunning()) await client.sendNotification(DidChangeConfigurationNotification.type, { settings: null });
  }

  dispose(): void {
    this.restarts.dispose();
    this.subscriptions.dispose();
  }

  async stop(): Promise<void> {
    this.dispose();
    const { client } = this.launched;
    if (client.isRunning()) await client.stop();
  }

  private highlightsOf(document: TextDocument): HighlightProviders | undefined {
    const { full, range } = this.launched.client.getFeature(SemanticTokensRegistrationType.method).getProvider(document) ?? {};
    return full === undefined || range === undefined ? undefined : { full, range };
  }

  /** A request that was under way when the server ended has nobody to answer it; the next analysis asks again. */
  private unlessStopped(error: unknown, log: LogOutputChannel): void {
    if (this.launched.client.isRunning()) log.error('Decorations', error);
    else log.debug('Decorations', error);
  }
}
