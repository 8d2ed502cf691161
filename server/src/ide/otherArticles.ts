/** Where else in the workspace the entity of a card stands, and where else its claim is made, as lines and links. */
import type { Article, Claim } from '../analysis/article.js';
import type { Differing } from '../analysis/reading/index.js';
import type { EntityType } from '../analysis/types.js';
import type { CardLink } from './card.js';
import { plural, quoted } from './card.js';
import { DIFFERENCES } from './words.js';

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

/** A claim of the same source in another article, which says the same or says it otherwise. */
export interface WordingElsewhere {
  readonly by: Differing['by'] | 'again';
  /** Name of that article's file. */
  readonly name: string;
  /** ISO day of that article; null where it is not known. */
  readonly day: string | null;
  /** Its words on one line; undefined while they have not been read. */
  readonly text: string | undefined;
}

export interface ClaimElsewhere {
  /** Those that say it otherwise first, each kind newest first. */
  readonly wordings: readonly WordingElsewhere[];
  /** The source has more claims elsewhere than were compared. */
  readonly isCut: boolean;
}

/** Asked for the claim of a card; undefined where its source says nothing in another article. */
export type WordingsOf = (article: Article, claim: Claim) => ClaimElsewhere | undefined;

export function wordingLine({ by, name, day, text }: WordingElsewhere): string {
  const where = `in ${name}${day === null ? '' : `, ${day}`}`;
  const words = text === undefined || text === '' ? '' : quoted(text, 80);
  if (by === 'again') return `Said again ${where}${words === '' ? '' : `: ${words}`}`;
  return `Differs ${where}: ${DIFFERENCES[by]}${words === '' ? '' : `, ${words}`}`;
}
