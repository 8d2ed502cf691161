import type { ListedEntity } from '../../../server/src/protocol.js';

type EntityType = ListedEntity['type'];

/** How lists call the types, in the order in which they show them, and the icon (a codicon) beside each. */
export const TYPES: Readonly<Record<EntityType, { readonly one: string; readonly more: string; readonly icon: string }>> = {
  PERSON: { one: 'person', more: 'People', icon: 'person' },
  ORG: { one: 'organisation', more: 'Organisations', icon: 'organization' },
  GPE: { one: 'place', more: 'Places', icon: 'location' },
  LOC: { one: 'region or landform', more: 'Regions and landforms', icon: 'compass' },
  NORP: { one: 'people or group', more: 'Peoples and groups', icon: 'globe' },
  FAC: { one: 'building or facility', more: 'Buildings and facilities', icon: 'home' },
  EVENT: { one: 'event', more: 'Events', icon: 'calendar' },
  LAW: { one: 'law or treaty', more: 'Laws and treaties', icon: 'law' },
  WORK_OF_ART: { one: 'work or prize', more: 'Works and prizes', icon: 'book' },
  PRODUCT: { one: 'product', more: 'Products', icon: 'package' },
  LANGUAGE: { one: 'language', more: 'Languages', icon: 'comment' },
  DATE: { one: 'date', more: 'Dates', icon: 'calendar' },
  TIME: { one: 'time', more: 'Times', icon: 'watch' },
  MONEY: { one: 'amount of money', more: 'Amounts of money', icon: 'credit-card' },
  PERCENT: { one: 'percentage', more: 'Percentages', icon: 'graph' },
  QUANTITY: { one: 'quantity', more: 'Quantities', icon: 'symbol-ruler' },
  ORDINAL: { one: 'rank or order', more: 'Ranks and orders', icon: 'list-ordered' },
  CARDINAL: { one: 'number', more: 'Numbers', icon: 'symbol-numeric' },
};
