/** What the glossary file of a newsroom holds: its columns, and how its types are written. */
import type { EntityType } from '../../analysis/types.js';

/** Inside the workspace folder. */
export const GLOSSARY_PATH = '.article-annotator/glossary.csv';

export function isGlossary(uri: string): boolean {
  return uri.endsWith(`/${GLOSSARY_PATH}`);
}

export const COLUMNS = ['name', 'aliases', 'type', 'preferred spelling', 'note', 'link', 'valid from', 'valid to'] as const;
export type Column = (typeof COLUMNS)[number];

/** Types that a name can have, with the words that a person may write for them. The first is offered. */
export const TYPE_NAMES = [
  ['PERSON', ['person']],
  ['ORG', ['organisation', 'organization', 'company', 'institution', 'party']],
  ['GPE', ['place', 'country', 'city', 'town', 'state']],
  ['LOC', ['region', 'landform', 'sea', 'river', 'mountain']],
  ['FAC', ['building', 'facility', 'road', 'bridge']],
  ['NORP', ['people', 'group', 'nationality', 'religion']],
  ['PRODUCT', ['product', 'ship', 'vehicle']],
  ['EVENT', ['event']],
  ['WORK_OF_ART', ['work', 'book', 'film', 'prize']],
  ['LAW', ['law', 'treaty']],
  ['LANGUAGE', ['language']],
] as const satisfies readonly (readonly [EntityType, readonly string[]])[];

export type GlossaryType = (typeof TYPE_NAMES)[number][0];

/** As its code or in words, in any capitals; undefined for what is none. */
export function typeOf(written: string): GlossaryType | undefined {
  const wanted = written.trim().toLowerCase();
  return TYPE_NAMES.find(([type, words]) => type.toLowerCase() === wanted || words.some((word) => word === wanted))?.[0];
}

/** Undefined for a heading of something else, which is left alone. */
export function columnOf(heading: string): Column | undefined {
  const wanted = heading.trim().toLowerCase().replace(/[\s_-]+/g, ' ');
  return COLUMNS.find((column) => column === wanted);
}
