/**
 * Confirmed identities of all articles of the workspace: those of open documents as they stand, those of the others from their sidecars.
 * An entity is known again by its type and its fullest name.
 */
import { mentionAt } from '../analysis/article.js';
import type { Article } from '../analysis/article.js';
import type { Body } from '../annotations/annotation.js';
import { nameOf } from '../annotations/store/files.js';
import type { ConfirmedIdentity, IdentitiesOf } from '../ide/index.js';
import { keyOfEntity } from '../index/entries.js';
import type { Desk } from './desk.js';
import type { WorkspaceSidecars } from './workspaceSidecars.js';

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

const MARK = '"aa:Identity"';

export class Identities {
  private readonly files = new Map<string, readonly Kept[]>();

  constructor(private readonly desk: Desk, sidecars: WorkspaceSidecars) {
    desk.identitiesFor = (uri) => this.of(uri);
    sidecars.onRead(async (uri, text) => {
      const found = await identitiesIn(text);
      if (found.length === 0) this.files.delete(uri);
      else this.files.set(uri, found);
    });
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
}

async function identitiesIn(text: string): Promise<readonly Kept[]> {
  if (!text.includes(MARK)) return [];
  const { readSidecar } = await import('../annotations/index.js');
  const { article, annotations } = readSidecar(text).value;
  return annotations.flatMap(({ id, body, creator, modified }) => (
    body.type === 'identity' ? [keptOf({ id, body, by: [creator?.name ?? '', modified.slice(0, 10)].filter((part) => part !== '').join(', '), start: undefined }, article)] : []));
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
