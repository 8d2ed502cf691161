import type { Range, TextDocument } from 'vscode';
import type { EntityLine } from '../../../server/src/protocol.js';
import { fromLsp } from '../ranges.js';
import type { Requests } from '../requests.js';
import type { Content } from './content.js';
import { chosenEntities, entityKinds, entityRows, entityTable } from './entityRows.js';
import type { NumberedEntity } from './entityRows.js';
import { mentionRows } from './mentionRows.js';
import { HeldList } from './heldList.js';
import type { Choices, Row } from './row.js';
import { StableIds } from './stableIds.js';

/** The entities of one version, as the view shows them. */
export interface EntityLines {
  readonly version: number;
  readonly entities: readonly EntityLine[];
}

export class EntitiesContent implements Content<EntityLines> {
  readonly name = 'entities';
  readonly orders = { place: 'By first mention', name: 'By name', count: 'By number of mentions' };
  private readonly ids = new StableIds();
  private readonly held = new HeldList<EntityLine>((entity) => entity);
  private numbered: { readonly of: readonly EntityLine[]; readonly entities: readonly NumberedEntity[] } | undefined;
  private drawn: { readonly of: readonly EntityLine[]; readonly choices: Choices; readonly rows: readonly Row[] } | undefined;
  private byLine = new WeakMap<EntityLine, NumberedEntity>();

  constructor(private readonly requests: () => Pick<Requests, 'entities' | 'entityChanges' | 'mentions'> | undefined) {}

  async ask(document: TextDocument): Promise<EntityLines | null> {
    const list = await this.held.follow(document, async (since) => this.requests()?.entityChanges(document, since));
    return list === null ? null : { version: list.version, entities: list.rows };
  }

  reset(): void {
    this.ids.forget();
    this.numbered = undefined;
    this.byLine = new WeakMap();
    this.drawn = undefined;
  }

  rows(result: EntityLines, choices: Choices): readonly Row[] {
    if (this.drawn?.of !== result.entities || this.drawn.choices !== choices) {
      this.drawn = { of: result.entities, choices, rows: entityRows(chosenEntities(this.entitiesOf(result), choices)) };
    }
    return this.drawn.rows;
  }

  summary({ entities }: EntityLines): string {
    return String(entities.length);
  }

  kinds({ entities }: EntityLines): ReturnType<typeof entityKinds> {
    return entityKinds(entities);
  }

  async table(document: TextDocument, result: EntityLines, choices: Choices): Promise<string[][] | undefined> {
    const listed = await this.requests()?.entities(document);
    // The text, or what is read in it, may have changed since.
    if (listed?.version !== result.version || !listed.entities.every(({ id }, i) => id === result.entities[i]?.id)) return undefined;
    const places = new Map(this.entitiesOf(result).map((entity, i) => [entity, listed.entities[i]]));
    return entityTable(chosenEntities(this.entitiesOf(result), choices).flatMap((entity) => places.get(entity) ?? []));
  }

  opens({ kind }: Row): boolean {
    return kind === 'entity';
  }

  async childrenOf(row: Row, document: TextDocument, result: EntityLines): Promise<readonly Row[]> {
    const ranges = await this.mentionsOf(row.id, document, result);
    return mentionRows(row.id, ranges, (line) => (line < document.lineCount ? document.lineAt(line).text : ''));
  }

  async placeOf(row: Row, document: TextDocument, result: EntityLines): Promise<Range | undefined> {
    const [, entity, nth] = /^mention:(.*):(\d+)$/.exec(row.id) ?? [];
    if (entity === undefined) return undefined;
    return (await this.mentionsOf(entity, document, result))[Number(nth)];
  }

  private async mentionsOf(rowId: string, document: TextDocument, result: EntityLines): Promise<Range[]> {
    const entity = this.entitiesOf(result).find(({ row }) => `entity:${row}` === rowId);
    const found = entity === undefined ? null : await this.requests()?.mentions(document, entity.id);
    return (found?.ranges ?? []).map(fromLsp);
  }

  private entitiesOf({ entities }: EntityLines): readonly NumberedEntity[] {
    if (this.numbered?.of === entities) return this.numbered.entities;
    const ids = this.ids.assign(entities.map(({ id }) => id));
    const made = entities.map((entity, i) => {
      const row = String(ids[i]);
      const known = this.byLine.get(entity);
      if (known?.row === row) return known;
      const numbered = { ...entity, row };
      this.byLine.set(entity, numbered);
      return numbered;
    });
    this.numbered = { of: entities, entities: made };
    return made;
  }
}
