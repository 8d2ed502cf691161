import { Disposable, EventEmitter, window } from 'vscode';
import type { Event, TextDocument, Uri } from 'vscode';
import { articleAtHand, isArticle } from '../articleAtHand.js';
import type { DocumentStates } from '../documentStates.js';

/** What a list was made from. */
export interface Fed<R> {
  readonly document: TextDocument;
  readonly result: R;
}

/**
 * Keeps a list of the article that the user looks at up to date, while somebody looks at the list. One request at a time:
 * results that come faster than they can be fetched are skipped, and the last one is always fetched.
 */
export class Feed<R extends { readonly version: number }> implements Disposable {
  private readonly changed = new EventEmitter<void>();
  private readonly subscriptions: Disposable;
  private document: TextDocument | undefined;
  private fed: Fed<R> | undefined;
  private fetching: Promise<void> | undefined;
  private isStale = false;
  private isWatched = false;
  /** The server has said something of the document since the list was asked for: one version may be read twice. */
  private isBehind = false;

  /** Fires when there is something new, or nothing any more. */
  readonly onDidChange = this.changed.event;

  constructor(
    private readonly ask: (document: TextDocument) => Promise<R | null>,
    private readonly states: DocumentStates,
    private readonly report: (error: unknown) => void,
    /** Fires when the list of a document, or undefined: of any, may be another though its text is the same. */
    also?: Event<Uri | undefined>,
  ) {
    this.subscriptions = Disposable.from(
      this.changed,
      ...(also === undefined ? [] : [also((uri) => (uri === undefined ? this.again() : this.analysed(uri)))]),
      states.onDidChange((uri) => this.analysed(uri)),
      window.onDidChangeActiveTextEditor(() => this.follow()),
      window.onDidChangeVisibleTextEditors(() => this.follow()),
      window.tabGroups.onDidChangeTabs(() => this.follow()),
    );
    this.follow();
  }

  get current(): Fed<R> | undefined {
    return this.fed;
  }

  /** Nothing is asked while nobody watches. */
  watch(isWatched: boolean): void {
    this.isWatched = isWatched;
    if (isWatched && !this.isUpToDate()) this.refresh();
  }

  /** The list, of whatever version: waits only if there is none yet, so that a view does not first look empty. */
  async any(): Promise<Fed<R> | undefined> {
    if (this.fed === undefined) await this.fetching;
    return this.fed ?? this.upToDate();
  }

  /** The list for the text as it is now: for a jump, which must not go where words stood a moment ago. */
  async upToDate(): Promise<Fed<R> | undefined> {
    const { document } = this;
    if (document === undefined || !isArticle(document, this.states)) return undefined;
    if (!this.isUpToDate()) await this.fetch(document);
    return this.fed;
  }

  dispose(): void {
    this.subscriptions.dispose();
  }

  private isUpToDate(): boolean {
    return !this.isBehind && this.fed?.document === this.document && this.fed?.result.version === this.document?.version;
  }

  private follow(): void {
    const next = articleAtHand(this.states, this.document);
    if (next === this.document) return;
    this.document = next;
    this.refresh();
  }

  private analysed(uri: Uri): void {
    const before = this.document;
    this.follow();
    if (this.document === before && uri.toString() === before?.uri.toString()) this.again();
  }

  private again(): void {
    this.isBehind = true;
    this.refresh();
  }

  private refresh(): void {
    if (!this.isWatched) return;
    this.isStale = true;
    this.fetching ??= this.fetchAll().catch(this.report).finally(() => {
      this.fetching = undefined;
      if (this.isStale) this.refresh();
    });
  }

  private async fetchAll(): Promise<void> {
    while (this.isStale) {
      this.isStale = false;
      const { document } = this;
      if (document === undefined || !isArticle(document, this.states)) this.take(undefined);
      else await this.fetch(document);
    }
  }

  private async fetch(document: TextDocument): Promise<void> {
    this.isBehind = false;
    const result = await this.ask(document);
    if (document === this.document) this.take(result === null ? undefined : { document, result });
  }

  private take(fed: Fed<R> | undefined): void {
    if (fed === undefined && this.fed === undefined) return;
    this.fed = fed;
    this.changed.fire();
  }
}
