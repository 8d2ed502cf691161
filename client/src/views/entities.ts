import type { Range, TextDocument } from 'vscode';
import type { EntitiesResult } from '../../../server/src/protocol.js';
import { fromLsp } from '../ranges.js';
import type { Requests } from '../requests.js';
import type { Content } from './content.js';
import { chosenEntities, entityKinds, entityRows, entityTable } from './entityRows.js';
import type { NumberedEntity } from './entityRows.js';
import { mentionRows } from './mentionRows.js';
import type { Choices, Row } from './row.js';
import { StableIds } from './stableIds.js';

export class EntitiesContent implements Content<EntitiesResult> {
  readonly name = 'entities';
  readonly orders = { place: 'By first mention', name: 'By name', count: 'By number of mentions' };
  private readonly ids = new StableIds();
  private numbered: { readonly of: EntitiesResult; readonly entities: readonly NumberedEntity[] } | undefined;

  constructor(private readonly requests: () => Requests | undefined) {}

  async ask(document: TextDocument): Promise<EntitiesResult | null> {
    return (await this.requests()?.entities(document)) ?? null;
  }

  reset(): void {
    this.ids.forget();
    this.numbered = undefined;
  }

  rows(result: EntitiesResult, choices: Choices): Row[] {
    return entityRows(chosenEntities(this.entitiesOf(result), choices));
  }

  summary({ entities }: EntitiesResult): string {
    return String(entities.length);
  }

  kinds({ entities }: EntitiesResult): ReturnType<typeof entityKinds> {
    return entityKinds(entities);
  }

  table(result: EntitiesResult, choices: Choices): string[][] {
    return entityTable(chosenEntities(this.entitiesOf(result), choices));
  }

  opens({ kind }: Row): boolean {
    return kind === 'entity';
  }

  async childrenOf(row: Row, document: TextDocument, result: EntitiesResult): Promise<readonly Row[]> {
    const ranges = await this.mentionsOf(row.id, document, result);
    return mentionRows(row.id, ranges, (line) => (line < document.lineCount ? document.lineAt(line).text : ''));
  }

  async placeOf(row: Row, document: TextDocument, result: EntitiesResult): Promise<Range | undefined> {
    const [, entity, nth] = /^mention:(.*):(\d+)$/.exec(row.id) ?? [];
    if (entity === undefined) return undefined;
    return (await this.mentionsOf(entity, document, result))[Number(nth)];
  }

  private async mentionsOf(rowId: string, document: TextDocument, result: EntitiesResult): Promise<Range[]> {
    const entity = this.entitiesOf(result).find(({ row }) => `entity:${row}` === rowId);
    const found = entity === undefined ? null : await this.requests()?.mentions(document, entity.id);
    return (found?.ranges ?? []).map(fromLsp);
  }

  private entitiesOf(result: EntitiesResult): readonly NumberedEntity[] {
    if (this.numbered?.of === result) return this.numbered.entities;
    const ids = this.ids.assign(result.entities.map(({ id }) => id));
    const entities = result.entities.map((entity, i) => ({ ...entity, row: String(ids[i]) }));
    this.numbered = { of: result, entities };
    return entities;
  }
}
