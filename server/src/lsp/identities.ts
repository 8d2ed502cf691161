/**
 * Confirmed identities of all articles of the workspace: those of open documents as they stand, those of the others from their sidecars,
 * which are read after the first highlights and again when they change. An entity is known again by its type and its fullest name.
 */
import type { InitializeParams } from 'vscode-languageserver';
import { mentionAt } from '../analysis/article.js';
import type { Article } from '../analysis/article.js';
import type { Body } from '../annotations/annotation.js';
import { SUFFIX } from '../annotations/sidecar/sidecar.js';
import { nameOf } from '../annotations/store/files.js';
import type { ConfirmedIdentity, IdentitiesOf } from '../ide/index.js';
import type { Library } from '../index/build.js';
import { keyOfEntity } from '../index/entries.js';
import { sameSpelling } from '../index/uris.js';
import type { Desk } from './desk.js';
import type { WatchedFiles } from './watchedFiles.js';
import type { IndexHost } from './workspaceIndex.js';

type Identity = Extract<Body, { type: 'identity' }>;

interface Kept extends ConfirmedIdentity {
  readonly id: string;
  /** Type and name; undefined where the sidecar says nothing of them. */
  readonly key: string | undefined;
}

interface Own {
  readonly id: string;
  readonly body: Identity;
  readonly by: string;
  readonly start: number | undefined;
}

const CHOICE = { include: [`*${SUFFIX}`], exclude: ['**/node_modules', '**/.git'], largestBytes: 20_000_000, mostFiles: 50_000 };
/** After the first highlights, and after the index of articles has begun. */
const START_AFTER_MS = 1_500;
const MARK = '"aa:Identity"';

export class Identities {
  private folders: readonly string[] = [];
  private library: Library | null = null;
  private readonly files = new Map<string, readonly Kept[]>();
  private work: Promise<void> = Promise.resolve();

  constructor(private readonly desk: Desk, private readonly host: IndexHost | null, watched: WatchedFiles) {
    desk.identitiesFor = (uri) => this.of(uri);
    watched.onChanges((changes) => {
      const sidecars = changes.map(({ uri }) => sameSpelling(uri)).filter((uri) => uri.endsWith(SUFFIX));
      if (sidecars.length > 0 && this.library !== null) this.enqueue(() => this.readAll(sidecars));
    });
  }

  initialise({ workspaceFolders }: InitializeParams): void {
    this.folders = workspaceFolders?.map(({ uri }) => uri) ?? [];
  }

  /** Called once, when the first highlights have gone out. */
  start(): void {
    const { host, folders } = this;
    if (host === null || folders.length === 0) return;
    setTimeout(() => {
      this.enqueue(async () => {
        this.library = host.library(folders, CHOICE, (problem) => { this.desk.log('identities', problem); });
        await this.readAll((await this.library?.list() ?? []).map(({ uri }) => uri));
      });
    }, START_AFTER_MS);
  }

  /** Of the entity, confirmed in this very document: ids of their annotations. */
  ownIds(uri: string, article: Article, entity: Parameters<IdentitiesOf>[1]): string[] {
    return this.ownOf(uri).filter((own) => means(own, article, entity)).map(({ id }) => id);
  }

  private of(uri: string): IdentitiesOf | undefined {
    const own = this.ownOf(uri);
    const others = this.desk.documents.all().filter((open) => open.uri !== uri).flatMap((open) => this.ownOf(open.uri).map((one) => keptOf(one, nameOf(open.uri))));
    const filed = [...this.files.values()].flat();
    if (own.length + others.length + filed.length === 0) return undefined;
    const ownIds = new Set(own.map(({ id }) => id));
    return (article, entity) => {
      const key = keyFor(entity);
      const here = own.filter((one) => means(one, article, entity)).map((one) => keptOf(one, undefined));
      const elsewhere = [...others, ...filed].filter((one) => one.key === key && !ownIds.has(one.id));
      // The same record confirmed in several articles is said once.
      const shown: Kept[] = [];
      for (const one of [...here, ...elsewhere]) if (!shown.some(({ id, iri }) => id === one.id || iri === one.iri)) shown.push(one);
      return shown;
    };
  }

  private ownOf(uri: string): Own[] {
    const live = this.desk.documents.get(uri)?.annotations ?? null;
    if (live === null) return [];
    return live.of('identity').flatMap((one) => {
      const { id, body } = one.annotation;
      return body.type === 'identity' ? [{ id, body, by: live.by(one), start: live.placeOf(one)?.start }] : [];
    });
  }

  private async readAll(uris: readonly string[]): Promise<void> {
    for (const uri of uris) {
      const found = await this.read(uri);
      if (found.length === 0) this.files.delete(uri);
      else this.files.set(uri, found);
    }
  }

  private async read(uri: string): Promise<readonly Kept[]> {
    const text = await this.library?.read(uri) ?? '';
    if (!text.includes(MARK)) return [];
    const { readSidecar } = await import('../annotations/index.js');
    const { article, annotations } = readSidecar(text).value;
    return annotations.flatMap(({ id, body, creator, modified }) => (
      body.type === 'identity' ? [keptOf({ id, body, by: [creator?.name ?? '', modified.slice(0, 10)].filter((part) => part !== '').join(', '), start: undefined }, article)] : []));
  }

  private enqueue(job: () => Promise<void>): void {
    this.work = this.work.then(job).catch((error: unknown) => { this.desk.log('identities', error); });
  }
}

function means({ body, start }: Own, article: Article, entity: Parameters<IdentitiesOf>[1]): boolean {
  return keyOf(body) === keyFor(entity) || (start !== undefined && mentionAt(article, start)?.entity === entity.id);
}

function keptOf({ id, body, by }: Own, article: string | undefined): Kept {
  const { label, iri, service, retrieved } = body;
  return { id, key: keyOf(body), label, iri, service, retrieved, by, article };
}

function keyOf({ name, entityType }: Identity): string | undefined {
  return name === undefined || entityType === undefined ? undefined : keyFor({ canonical: name, type: entityType });
}

function keyFor({ canonical, type }: { readonly canonical: string; readonly type: string }): string {
  return `${type}/${keyOfEntity({ type: 'ORG', canonical }).key}`;
}
