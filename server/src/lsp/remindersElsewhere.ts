/**
 * Reminders in the other articles of the workspace that are due: those of open documents as they stand, those of the others from their
 * sidecars, of which no text is kept but the words that a person wants to look at again. An article that is gone reminds of nothing.
 */
import type { Connection, FileEvent, Range } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { DueElsewhere, ReminderElsewhere } from '../annotatingProtocol.js';
import { reminderPlaceRequest, remindersElsewhereNotification, remindersElsewhereRequest } from '../annotatingProtocol.js';
import type { Article } from '../analysis/article.js';
import { remindersOf } from '../annotations/live/reminders.js';
import { wordsOf } from '../annotations/live/items.js';
import { nameOf } from '../annotations/store/files.js';
import { sameSpelling } from '../index/uris.js';
import type { Desk } from './desk.js';
import type { OpenDocument } from './openDocument.js';
import type { Sidecars } from './sidecars.js';
import { PACE } from './sidecars.js';
import { rangeOf } from './translate.js';
import type { WatchedFiles } from './watchedFiles.js';
import type { WorkspaceSidecars } from './workspaceSidecars.js';

type Kept = Omit<ReminderElsewhere, 'uri' | 'article'>;

/** What a sidecar reminds of. */
interface Filed {
  /** Null where this sidecar is not the one in which the person's decisions on the article are kept. */
  readonly uri: string | null;
  readonly isThere: boolean;
  readonly reminders: readonly Kept[];
}

interface Annotated {
  readonly uri: string;
  readonly open: OpenDocument;
  readonly article: Article;
  readonly annotations: NonNullable<OpenDocument['annotations']>;
}

const MARK = '"aa:Reminder"';
/** Of so many that are due the last ones are told: who has more has stopped looking. */
const MOST_SHOWN = 200;
/** Sidecars that are read together are told of together. */
const GATHER_MS = 200;

export class RemindersElsewhere {
  /** By their sidecars. */
  private readonly files = new Map<string, Filed>();
  private telling: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly connection: Connection, private readonly desk: Desk, private readonly sidecars: Sidecars, workspace: WorkspaceSidecars, watched: WatchedFiles) {
    workspace.onRead(async (uri, text) => { this.keep(uri, await this.filedIn(uri, text)); });
    watched.onChanges((changes) => { this.look(changes).catch((error: unknown) => { desk.log('reminders', error); }); });
    connection.onRequest(remindersElsewhereRequest, ({ textDocument, day }) => this.orNull(() => this.due(textDocument.uri, day)));
    connection.onRequest(reminderPlaceRequest, ({ textDocument, id }) => this.orNull(() => this.placeOf(textDocument.uri, id)));
  }

  stop(): void {
    clearTimeout(this.telling);
  }

  private async due(own: string, day: string): Promise<DueElsewhere> {
    const open = await this.annotated();
    const opened = new Set([own, ...open.map(({ uri }) => uri)].map(sameSpelling));
    const all = [
      ...open.filter(({ uri }) => uri !== own).flatMap(({ uri, article, annotations }) => remindersOf(article, annotations).map(({ id, date, note, quote, by }) => ({ id, date, note, quote, by, uri, article: nameOf(uri) }))),
      ...[...this.files.values()].flatMap(({ uri, isThere, reminders }) => (uri === null || !isThere || opened.has(sameSpelling(uri)) ? [] : reminders.map((one) => ({ ...one, uri, article: nameOf(uri) })))),
    ].filter(({ date }) => date <= day).sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1));
    return { count: all.length, reminders: all.slice(-MOST_SHOWN) };
  }

  /** In the document as it stands, else in its file. */
  private async placeOf(uri: string, id: string): Promise<Range | null> {
    const open = (await this.annotated()).find((one) => sameSpelling(one.uri) === sameSpelling(uri));
    if (open !== undefined) {
      const span = remindersOf(open.article, open.annotations).find((one) => one.id === id)?.span ?? null;
      return span === null ? null : rangeOf(open.open.positions, span);
    }
    const [sidecar] = [...this.files].find(([, filed]) => filed.uri !== null && sameSpelling(filed.uri) === sameSpelling(uri) && filed.reminders.some((one) => one.id === id)) ?? [];
    const [kept, text] = sidecar === undefined ? [null, null] : [await this.sidecars.textOf(sidecar), await this.sidecars.textOf(uri)];
    if (kept === null || text === null) return null;
    const { CanonicalText, readSidecar, reanchorInSlices } = await import('../annotations/index.js');
    const { annotations, textSha256 } = readSidecar(kept).value;
    const placements = await reanchorInSlices(new CanonicalText(text), annotations, textSha256, PACE);
    const placement = placements?.[annotations.findIndex((one) => one.id === id)];
    const [first] = placement === undefined || placement.anchoring === 'orphaned' ? [] : placement.anchors.flatMap(({ span }) => span ?? []).sort((a, b) => a.start - b.start);
    return first === undefined ? null : rangeOf(TextDocument.create(uri, '', 0, text), first);
  }

  /** Open articles with decisions. */
  private async annotated(): Promise<Annotated[]> {
    const all = await Promise.all(this.desk.documents.all().map(({ uri }) => this.desk.read(uri)));
    return all.flatMap((read) => {
      if (read === undefined || 'kind' in read.result || read.open.annotations === null) return [];
      return [{ uri: read.open.uri, open: read.open, article: read.result, annotations: read.open.annotations }];
    });
  }

  private async filedIn(sidecar: string, text: string): Promise<Filed | undefined> {
    if (!text.includes(MARK)) return undefined;
    const { readSidecar } = await import('../annotations/index.js');
    const { article, annotations } = readSidecar(text).value;
    const reminders = annotations.flatMap(({ id, body, anchors, creator }): Kept[] => (
      body.type === 'reminder' ? [{ id, date: body.date, note: body.note, quote: wordsOf(anchors), by: creator?.name ?? '' }] : []));
    if (reminders.length === 0) return undefined;
    const uri = await this.sidecars.articleOf(sidecar, article);
    return { uri, isThere: uri !== null && await this.sidecars.isThere(uri), reminders };
  }

  private keep(sidecar: string, filed: Filed | undefined): void {
    const before = this.files.get(sidecar);
    if (JSON.stringify(before) === JSON.stringify(filed)) return;
    if (filed === undefined) this.files.delete(sidecar);
    else this.files.set(sidecar, filed);
    this.tellSoon();
  }

  /** Articles come and go without their sidecars. */
  private async look(changes: readonly FileEvent[]): Promise<void> {
    const changed = changes.map(({ uri }) => sameSpelling(uri));
    for (const [sidecar, filed] of [...this.files]) {
      const uri = filed.uri === null ? '' : sameSpelling(filed.uri);
      if (filed.uri === null || !changed.some((one) => one === uri || uri.startsWith(`${one}/`))) continue;
      const isThere = await this.sidecars.isThere(filed.uri);
      const now = this.files.get(sidecar);
      if (now?.uri === filed.uri) this.keep(sidecar, { ...now, isThere });
    }
  }

  private tellSoon(): void {
    this.telling ??= setTimeout(() => {
      this.telling = undefined;
      this.connection.sendNotification(remindersElsewhereNotification).catch((error: unknown) => { this.desk.log('reminders', error); });
    }, GATHER_MS);
  }

  private async orNull<T>(work: () => Promise<T>): Promise<T | null> {
    try {
      return await work();
    } catch (error) {
      this.desk.log('reminders of other articles', error);
      return null;
    }
  }
}
