/** Lists for views: whole ones with places, and what has changed in one that is looked at while somebody types. */
import type { Connection } from 'vscode-languageserver';
import { claimList, entityList, entityWords, mentionsOfEntity, placedClaims } from '../ide/index.js';
import type { ClaimWords, EntityWords, PlacedWords } from '../ide/index.js';
import { claimChangesRequest, claimsRequest, entitiesRequest, entityChangesRequest, mentionsRequest } from '../protocol.js';
import type { ClaimLine, ClaimsResult, EntitiesResult, ListChanges, MentionsResult } from '../protocol.js';
import type { Desk, Ready } from './desk.js';
import { ListStore } from './listStore.js';
import { rangeOf } from './translate.js';

export class Lists {
  private readonly entities = new ListStore<EntityWords>({ same: isSameEntity, paragraphOf: () => null });
  private readonly claims = new ListStore<PlacedWords>({ same: (a, b) => isSameClaim(a.words, b.words), paragraphOf: ({ paragraph }) => paragraph });

  constructor(connection: Connection, desk: Desk) {
    connection.onRequest(entitiesRequest, ({ textDocument }, cancel) => desk.answer('entities', textDocument.uri, cancel, entitiesOf));
    connection.onRequest(claimsRequest, ({ textDocument }, cancel) => desk.answer('claims', textDocument.uri, cancel, claimsOf));
    connection.onRequest(mentionsRequest, ({ textDocument, entity }, cancel) =>
      desk.answer<MentionsResult>('mentions', textDocument.uri, cancel, ({ open, article }) => {
        const found = mentionsOfEntity(article, entity);
        return found === null ? null : { version: open.version, ranges: found.map((s) => rangeOf(open.positions, s)) };
      }));
    connection.onRequest(entityChangesRequest, ({ textDocument, since }, cancel) =>
      desk.answer('changes of entities', textDocument.uri, cancel, ({ open, article }) => this.entities.changes(open, entityWords(article), since)));
    connection.onRequest(claimChangesRequest, ({ textDocument, since }, cancel) =>
      desk.answer<ListChanges<ClaimLine>>('changes of claims', textDocument.uri, cancel, ({ open, article }) => {
        const changes = this.claims.changes(open, placedClaims(article), since);
        return { ...changes, rows: changes.rows.map(lineOf) };
      }));
  }

  forget(uri: string): void {
    this.entities.forget(uri);
    this.claims.forget(uri);
  }
}

function entitiesOf({ open, article }: Ready): EntitiesResult {
  return {
    version: open.version,
    entities: entityList(article).map(({ id, type, canonical, role, aliases, count, first }) => ({ id, type, canonical, role, aliases, count, first: rangeOf(open.positions, first) })),
  };
}

function claimsOf({ open, article }: Ready): ClaimsResult {
  return {
    version: open.version,
    // Written out: of thousands of claims, copying by `...` takes several times as long.
    claims: claimList(article).map(({ index, parent, source, name, entity, kind, kindWords, unnamed, cue, content, paragraph, span, selection }) => ({
      index, parent, source, name, entity, kind, kindWords, unnamed, cue, content, paragraph, range: rangeOf(open.positions, span), selection: rangeOf(open.positions, selection),
    })),
  };
}

function lineOf({ words: { source, name, entity, kind, kindWords, unnamed, cue, content }, paragraph }: PlacedWords): ClaimLine {
  return { source, name, entity, kind, kindWords, unnamed, cue, content, paragraph };
}

function isSameEntity(a: EntityWords, b: EntityWords): boolean {
  return a.id === b.id && a.count === b.count && a.canonical === b.canonical && a.role === b.role && a.aliases.length === b.aliases.length && a.aliases.every((alias, i) => alias === b.aliases[i]);
}

function isSameClaim(a: ClaimWords, b: ClaimWords): boolean {
  return a === b || (a.content === b.content && a.source === b.source && a.cue === b.cue && a.kind === b.kind && a.name === b.name && a.entity === b.entity);
}
