/** What people have confirmed of an entity: the record of a source that is this very one, with who said so, when, and where the record comes from. */
import type { Article } from '../analysis/article.js';
import type { EntityType } from '../analysis/types.js';
import type { CardSection } from './card.js';
import { lines, shortened } from './card.js';

export interface ConfirmedIdentity {
  readonly label: string;
  readonly iri: string;
  readonly service: string;
  /** ISO day of the answer; empty where that is not known. */
  readonly retrieved: string;
  /** Who confirmed it, and on which day: "M. Kask, 2026-11-29". */
  readonly by: string;
  /** Name of the article in which it was confirmed; undefined for this one. */
  readonly article: string | undefined;
}

/** Asked for the entity of a card. */
export type IdentitiesOf = (article: Article, entity: { readonly id: string; readonly type: EntityType; readonly canonical: string }) => readonly ConfirmedIdentity[];

const LABEL_LETTERS = 80;
const IRI_LETTERS = 160;
/** More than one means that people do not agree. */
const SHOWN = 3;

/** Addresses of the records that the section names. */
export function identityPages(confirmed: readonly ConfirmedIdentity[]): string[] {
  return confirmed.slice(0, SHOWN).map(({ iri }) => iri);
}

export function identitySection(confirmed: readonly ConfirmedIdentity[]): CardSection {
  return lines(...confirmed.slice(0, SHOWN).map(({ label, iri, service, retrieved, by, article }) => (
    `Confirmed as “${shortened(label, LABEL_LETTERS)}”, ${shortened(iri, IRI_LETTERS)} (${[service, retrieved].filter((part) => part !== '').join(', ')}), by ${by}${article === undefined ? '' : `, in ${article}`}`
  )));
}
