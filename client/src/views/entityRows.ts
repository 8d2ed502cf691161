/** The view of entities: by type, with counts. Pure. */
import type { EntityLine, ListedEntity } from '../../../server/src/protocol.js';
import { TYPES } from './entityTypes.js';
import { inOrder, keptRows, matchesText, plural, shortened } from './row.js';
import type { Choices, Row } from './row.js';

/** Characters of a name, after which there is room for its count. */
const NAME_LENGTH = 40;

export interface NumberedEntity extends EntityLine {
  /** Id of the row: stays while the name is being changed. */
  readonly row: string;
}

const entityRow = keptRows(newRow);

/** Entities that the filter lets through, by type in our order of types, in each as the user wants them. */
export function chosenEntities(entities: readonly NumberedEntity[], { text, kinds, order }: Choices): NumberedEntity[] {
  const seen = entities.filter((entity) => (kinds?.has(entity.type) ?? true) && matchesText(text, () => [entity.canonical, entity.role, ...entity.aliases]));
  const sorted = inOrder(seen, order, ({ canonical }) => canonical, ({ count }) => count);
  return typesIn(sorted).flatMap((type) => sorted.filter((entity) => entity.type === type));
}

export function entityRows(chosen: readonly NumberedEntity[]): Row[] {
  return typesIn(chosen).map((type) => {
    const rows = chosen.filter((entity) => entity.type === type).map(entityRow);
    const { more } = TYPES[type];
    return { id: `type:${type}`, kind: 'group', label: more, description: String(rows.length), tooltip: `${more}: ${rows.length}`, spoken: `${more}, ${rows.length}`, rows };
  });
}

/** Types of which there is one, with how many, in our order. */
export function entityKinds(entities: readonly EntityLine[]): { kind: string; label: string; count: number }[] {
  return typesIn(entities).map((type) => ({ kind: type, label: TYPES[type].more, count: entities.filter((entity) => entity.type === type).length }));
}

export function entityTable(chosen: readonly ListedEntity[]): string[][] {
  return [
    ['Type', 'Name', 'Role', 'Also written', 'Mentions', 'First on line'],
    ...chosen.map(({ type, canonical, role, aliases, count, first }) => [TYPES[type].one, canonical, role, aliases.join('; '), String(count), String(first.start.line + 1)]),
  ];
}

function newRow({ row, type, canonical, role, aliases, count }: NumberedEntity): Row {
  const also = aliases.length === 0 ? '' : `also ${aliases.join(', ')}`;
  const known = [role, also, plural(count, 'mention')].filter((part) => part !== '');
  return {
    id: `entity:${row}`, kind: 'entity', label: shortened(canonical, NAME_LENGTH), icon: TYPES[type].icon, rows: [],
    description: [String(count), role, also].filter((part) => part !== '').join(' · '),
    tooltip: [`${canonical}: ${TYPES[type].one}`, ...known].join('\n'), spoken: [canonical, ...known].join(', '),
  };
}

function typesIn(entities: readonly EntityLine[]): EntityLine['type'][] {
  const present = new Set(entities.map(({ type }) => type));
  return (Object.keys(TYPES) as EntityLine['type'][]).filter((type) => present.has(type));
}
