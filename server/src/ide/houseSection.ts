/** What the newsroom's own list says of a name, as sections of a card, with the day on which the list was edited. */
import type { Article } from '../analysis/article.js';
import type { GlossaryEntry, HouseList } from '../knowledge/index.js';
import { isValidOn } from '../knowledge/index.js';
import type { CardSection } from './card.js';
import { lines, shortened } from './card.js';
import { TYPE_WORDS } from './words.js';

const NOTE_LETTERS = 300;
const LINK_LETTERS = 120;
const ENTRIES_SHOWN = 3;

/** Entries that hold at the time of the article come first; others are told as such. */
export function houseSections(article: Article, names: readonly string[], { house, today }: { readonly house?: HouseList | undefined; readonly today: string }): CardSection[] {
  if (house === undefined) return [];
  const day = dayOf(article, today);
  return shownOf(names, house, day).map((entry) => lines(
    `House list${house.edited === '' ? '' : `, edited ${house.edited}`}: ${said(entry)}${time(entry, day, article.date !== null)}`,
    entry.link === '' ? undefined : shortened(entry.link, LINK_LETTERS),
  ));
}

/** Pages that the list gives for the names. */
export function housePages(article: Article, names: readonly string[], { house, today }: { readonly house?: HouseList | undefined; readonly today: string }): string[] {
  return house === undefined ? [] : shownOf(names, house, dayOf(article, today)).map(({ link }) => link).filter((link) => link !== '');
}

function shownOf(names: readonly string[], house: HouseList, day: string): GlossaryEntry[] {
  const entries = [...new Set(names.flatMap((name) => house.of(name)))];
  const valid = entries.filter((entry) => isValidOn(entry, day));
  return (valid.length > 0 ? valid : entries).slice(0, ENTRIES_SHOWN);
}

function dayOf(article: Article, today: string): string {
  return article.date?.iso ?? today;
}

/** “Keld Ferries, never KF Line”. */
function said({ name, preferred, note, type }: GlossaryEntry): string {
  const spelling = preferred === '' ? name : preferred;
  if (note !== '') return `“${spelling}, ${shortened(note, NOTE_LETTERS)}”`;
  return type === undefined || preferred !== '' ? `“${spelling}”` : `“${spelling}”, ${TYPE_WORDS[type]}`;
}

function time(entry: GlossaryEntry, day: string, isArticles: boolean): string {
  const { from, to } = entry;
  if (from === '' && to === '') return '';
  const period = from === '' ? `until ${to}` : to === '' ? `from ${from}` : `from ${from} to ${to}`;
  return isValidOn(entry, day) ? ` (valid ${period})` : ` (valid ${period}: not on ${day}, ${isArticles ? 'the article’s date' : 'today'})`;
}
