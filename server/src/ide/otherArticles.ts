/** Where else in the workspace the entity of a card stands, as one line and a link. */
import type { EntityType } from '../analysis/types.js';
import type { CardLink } from './card.js';
import { plural } from './card.js';

export interface OtherArticles {
  /** At least 1. */
  readonly count: number;
  readonly newest: {
    readonly uri: string;
    /** ISO day of that article; null where it is not known. */
    readonly day: string | null;
    /** Of the first mention there: line and character of its start and its end, as an editor counts. */
    readonly place: readonly [number, number, number, number];
  };
}

/** Asked for the entity of a card. */
export type OthersOf = (entity: { readonly type: EntityType; readonly canonical: string }) => OtherArticles | undefined;

export function othersLine({ count, newest: { day } }: OtherArticles): string {
  if (count === 1) return `Also in 1 other article${day === null ? '' : `, of ${day}`}`;
  return `Also in ${plural(count, 'other article')}${day === null ? '' : `, the newest of ${day}`}`;
}

export function othersLink({ count, newest: { uri, place } }: OtherArticles): CardLink {
  return { label: count === 1 ? 'The other article' : 'The newest of the others', places: [], page: { uri, place } };
}
