/** Lists for views: whole ones with places, and what has changed in one that is looked at while somebody types. */
import type { Connection } from 'vscode-languageserver';
import { claimJumps, entityList, entityWords, mentionsOfEntity, placedClaims } from '../ide/index.js';
import type { ClaimWords, EntityWords, PlacedWords } from '../ide/index.js';
import type { NamedEntity } from '../analysis/article.js';
import { claimChangesRequest, claimPlacesRequest, claimsRequest, entitiesRequest, entityChangesRequest, mentionsRequest } from '../protocol.js';
import type { ClaimLine, ClaimPlaces, ClaimPlacesParams, ClaimPlacesResult, ClaimsResult, EntitiesResult, EntityLine, ListChanges, MentionsResult } from '../protocol.js';
import type { Desk, Ready } from './desk.js';
import type { Span } from '../base/span.js';
import { ListStore } from './listStore.js';
import { rangeOf } from './translate.js';

export class Lists {
  private readonly entities = new ListStore<NamedEntity>({ same: (a, b) => isSameEntity(entityWords(a), entityWords(b)), paragraphOf: () => null });
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
      desk.answer<ListChanges<EntityLine>>('changes of entities', textDocument.uri, cancel, ({ open, article }) => {
        const changes = this.entities.changes(open, article.entities(), since);
        return { ...changes, rows: changes.rows.map(entityWords) };
      }));
    connection.onRequest(claimChangesRequest, ({ textDocument, since }, cancel) =>
      desk.answer<ListChanges<ClaimLine>>('changes of claims', textDocument.uri, cancel, ({ open, article }) => {
        const changes = this.claims.changes(open, placedClaims(article), since);
        return { ...changes, rows: changes.rows.map(lineOf) };
      }));
    connection.onRequest(claimPlacesRequest, (params, cancel) =>
      desk.answer('places of claims', params.textDocument.uri, cancel, (ready) => this.placesIn(ready, params)));
  }

  private placesIn({ open, article }: Ready, { list, rows }: ClaimPlacesParams): ClaimPlacesResult | null {
    return this.claims.holds(open, placedClaims(article), list) ? { version: open.version, places: placesOf(open, claimJumps(article, rows)) } : null;
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
    claims: placedClaims(article).map(lineOf),
    places: placesOf(open, claimJumps(article, null)),
  };
}

/** A row that there is not has an empty place at the beginning. */
function placesOf({ positions }: Ready['open'], spans: readonly (Span | undefined)[]): ClaimPlaces {
  const places: number[] = [];
  for (const span of spans) {
    const { start, end } = rangeOf(positions, span ?? { start: 0, end: 0 });
    places.push(start.line, start.character, end.line, end.character);
  }
  return places;
}

function lineOf({ words: { source, name, entity, kind, unnamed, cue, content, quotation }, paragraph }: PlacedWords): ClaimLine {
  return { source, name, entity, kind, unnamed, cue, content, quotation, paragraph };
}

function isSameEntity(a: EntityWords, b: EntityWords): boolean {
  return a === b || (a.id === b.id && a.count === b.count && a.canonical === b.canonical && a.role === b.role && a.aliases.length === b.aliases.length && a.aliases.every((alias, i) => alias === b.aliases[i]));
}

function isSameClaim(a: ClaimWords, b: ClaimWords): boolean {
  return a === b || (a.content === b.content && a.source === b.source && a.cue === b.cue && a.quotation === b.quotation && a.kind === b.kind && a.name === b.name && a.entity === b.entity);
}
