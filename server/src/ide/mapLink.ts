/** Links on the cards of places to maps that a person has turned on. They open when they are clicked, and their address holds the name and nothing else of the article. */
import type { EntityType } from '../analysis/types.js';
import { MAPPED_TYPES } from '../settings.js';
import type { CardLink } from './card.js';
import { webLink } from './webLink.js';

/** An online source that is turned on. */
export interface OnlineSource {
  readonly kind: string;
  /** Of a map with `{name}` in it. */
  readonly address: string;
}

export function mapLinks(type: EntityType, name: string, online: readonly OnlineSource[]): CardLink[] {
  if (!MAPPED_TYPES.includes(type)) return [];
  return online.filter(({ kind, address }) => kind === 'map' && address.includes('{name}')).flatMap(({ address }) => {
    const link = webLink(address.replaceAll('{name}', encodeURIComponent(name)));
    return link === undefined ? [] : [{ ...link, label: `${link.label.replace(/^Open /, 'Show on map of ')}…` }];
  });
}

/** Whether any of them has something to be asked about such an entity. */
export function canAsk(type: EntityType, online: readonly OnlineSource[]): boolean {
  return online.some(({ kind }) => kind !== 'map' || MAPPED_TYPES.includes(type));
}
