/**
 * The open documents and the way every request is answered: look the document up, call a feature, and let no exception out.
 * What handlers get instead of the connection.
 */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { LSPErrorCodes, ResponseError, TextDocuments } from 'vscode-languageserver';
import type { Article } from '../analysis/article.js';
import type { Change } from '../analysis/edits.js';
import type { Ahead } from '../analysis/engine.js';
import type { Gazetteer } from '../analysis/gazetteer.js';
import type { FactSource, IdentitiesOf } from '../ide/index.js';
import type { Settings } from '../settings.js';
import type { FactsShelf } from './factsShelf.js';
import type { Glossaries } from './glossaries.js';
import { OpenDocument } from './openDocument.js';
import type { Ignored } from './openDocument.js';
import { ReadAhead } from './readAhead.js';
import type { SettingsReader } from './settingsReader.js';

/** A document that is annotated, at the moment of the request. */
export interface Ready {
  readonly open: OpenDocument;
  readonly article: Article;
  readonly settings: Settings;
}

export class Desk {
  readonly ahead = new ReadAhead();
  readonly documents = new TextDocuments<OpenDocument>({ create: (...document) => this.ahead.open(...document), update: (...change) => OpenDocument.update(...change) });
  /** What people have confirmed, for the cards of a document; undefined where there is nothing of it. */
  identitiesFor: (uri: string) => IdentitiesOf | undefined = () => undefined;
  private readonly logged = new Set<string>();

  constructor(private readonly connection: Connection, private readonly settings: SettingsReader, readonly gazetteer: () => Gazetteer, private readonly shelf: FactsShelf, private readonly glossaries: Glossaries) {}

  /** What cards of a document may tell beside the article's own words; undefined while nothing of it is read. */
  factsFor(uri: string): FactSource | undefined {
    return this.shelf.sourceWith(this.glossaries.houseOf(uri), this.identitiesFor(uri));
  }

  /** The lists by which names of a document are recognised. */
  gazetteerFor(uri: string): Gazetteer {
    return this.glossaries.gazetteerFor(uri, this.gazetteer());
  }

  /**
   * What the feature says of the document; `null` if it is not open, not annotated, or the feature failed.
   * A cancelled request ends with LSP's own error.
   */
  answer<T>(name: string, uri: string, cancel: CancellationToken, feature: (ready: Ready) => T | null): Promise<T | null> {
    return this.answerWith(name, uri, cancel, (open, settings) => {
      const article = this.readNow(open, settings);
      return article === null ? null : feature({ open, article, settings });
    });
  }

  /** The same from the article as it was before the letters that have just been typed, so that the answer does not wait until they are read. */
  answerAtOnce<T>(name: string, uri: string, cancel: CancellationToken, feature: (ready: Ready, typed: Change | undefined) => T | null): Promise<T | null> {
    return this.answerWith(name, uri, cancel, (open, settings) => {
      const before = open.readBefore();
      const article = before?.article ?? this.readNow(open, settings);
      return article === null ? null : feature({ open, article, settings }, before?.typed);
    });
  }

  private readNow(open: OpenDocument, settings: Settings): Article | null {
    const article = open.read(settings, () => this.gazetteerFor(open.uri));
    return 'kind' in article ? null : article;
  }

  private async answerWith<T>(name: string, uri: string, cancel: CancellationToken, feature: (open: OpenDocument, settings: Settings) => T | null): Promise<T | null> {
    try {
      const settings = await this.settings.of(uri);
      // Read after the wait: the document may have changed or closed in it.
      const open = this.documents.get(uri);
      if (open === undefined) return null;
      if (cancel.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
      return feature(open, settings);
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.log(name, error);
      return null;
    }
  }

  settingsOf(uri: string): Promise<Settings> {
    return this.settings.of(uri);
  }

  /** The document's article, or why there is none; undefined if it is not open. */
  async read(uri: string, ahead?: Ahead): Promise<{ open: OpenDocument; result: Article | Ignored } | undefined> {
    const settings = await this.settings.of(uri);
    const open = this.documents.get(uri);
    return open === undefined ? undefined : { open, result: open.read(settings, () => this.gazetteerFor(uri), ahead) };
  }

  /** Once for each different failure, so that a bad document does not flood the log. */
  log(name: string, error: unknown): void {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    const key = `${name}: ${text}`;
    if (this.logged.has(key)) return;
    this.logged.add(key);
    this.connection.console.error(`Article Annotator, ${key}`);
  }
}
