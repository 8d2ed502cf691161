/** Tells the client of each analysed version, once typing pauses: what the editor shows meanwhile moves with the text. */
import type { Connection } from 'vscode-languageserver';
import { summarise } from '../ide/index.js';
import { analysedNotification } from '../protocol.js';
import type { DocumentState } from '../protocol.js';
import type { Article } from '../analysis/article.js';
import type { Desk } from './desk.js';
import type { Ignored } from './openDocument.js';
import type { SecondTier } from './secondTier.js';

/** A pause in typing, well under what a person notices as one. */
const PAUSE_MS = 40;
/** After a decision its answer and its tokens go first: what is told of the article as a whole comes half a frame later. */
const AFTER_ANSWERS_MS = 8;

export class Reports {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  private reported: (uri: string) => void = () => undefined;

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly secondTier: SecondTier) {}

  /** What is to happen when a version of an article has been reported. */
  onReported(reported: (uri: string) => void): void {
    this.reported = reported;
  }

  /** A document just opened is reported at once. */
  changed(uri: string): void {
    const typing = this.waiting.has(uri) || this.desk.documents.get(uri)?.wasChanged === true;
    this.schedule(uri, typing ? PAUSE_MS : 0);
  }

  /** The same version has other highlights: the model has read some of it. */
  again(uri: string): void {
    if (!this.waiting.has(uri)) this.schedule(uri, AFTER_ANSWERS_MS);
  }

  all(): void {
    for (const open of this.desk.documents.all()) this.schedule(open.uri, 0);
  }

  forget(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
  }

  private schedule(uri: string, delay: number): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.set(uri, setTimeout(() => {
      this.waiting.delete(uri);
      this.report(uri).catch((error: unknown) => { this.desk.log('report', error); });
    }, delay));
  }

  private async report(uri: string): Promise<void> {
    const read = await this.desk.read(uri);
    if (read === undefined) return;
    await this.connection.sendNotification(analysedNotification, { uri, version: read.open.version, state: await this.stateOf(uri, read.result) });
    if ('kind' in read.result) return;
    this.secondTier.analysed(uri);
    this.reported(uri);
  }

  private async stateOf(uri: string, result: Article | Ignored): Promise<DocumentState> {
    if ('kind' in result) return result;
    const problem = this.secondTier.problem(await this.desk.settingsOf(uri));
    return { kind: 'article', ...summarise(result), ...(problem === undefined ? {} : { problem }) };
  }
}
