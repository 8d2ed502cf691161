/**
 * A hover card as a value, and its two written forms. Everything in a card may come from an article, so the Markdown form
 * escapes all of it: no link, image, command or markup can enter that we did not write.
 */

import type { Mark } from '../analysis/types.js';
import { escapeMarkdown, oneLine } from '../base/markdown.js';
import type { Span } from '../base/span.js';

export { escapeMarkdown, oneLine };

/** Raw text throughout: escaping is the renderer's. */
export interface Card {
  readonly title: string;
  /** Right behind the title: "Interior Minister" of "Petra Osei, Interior Minister". */
  readonly aside?: string;
  /** What follows on the title's line: "named person". */
  readonly subtitle: string;
  /** Paragraphs of one or more lines. */
  readonly sections: readonly CardSection[];
  /** The thin last line: places in the article to go to. Only where the editor can follow them. */
  readonly links?: readonly CardLink[];
}

/** Places behind one link: more make an address longer than the card. */
const MOST_PLACES = 50;

/** A link to the places of things, in order; where there are too many, it says to how many it goes, and asks only for theirs. */
export function linkTo<T>(label: string, things: readonly T[], place: (thing: T) => Span): CardLink {
  const shown = things.slice(0, MOST_PLACES).map(place);
  return { label: things.length > shown.length ? `${label}, the first ${MOST_PLACES}` : label, places: shown };
}

/** Look the name up online; set the claim beside what other articles say; list what its source says there; say how it could be checked; write a note on it; be reminded of it; say of what day the article is. */
export type CardQuestion = 'lookUpOnline' | 'compareElsewhere' | 'saidElsewhere' | 'howToCheck' | 'addNote' | 'remindMe' | 'setArticleDate';

export interface CardLink {
  readonly label: string;
  /** In document offsets, in order. */
  readonly places: readonly Span[];
  /** Asked about what stands there, instead of going there. */
  readonly asks?: CardQuestion;
  /** Instead of places: a page of the web. Made by `webLink` alone, which lets nothing else through. */
  readonly web?: string;
  /** Instead of them: a place in another document, by line and character of its start and its end. */
  readonly page?: { readonly uri: string; readonly place: readonly [number, number, number, number] };
}

/** The address under which the editor goes to the places of a link: a command of ours and nothing that the article could have written. */
export type LinkAddress = (link: CardLink) => string;

/** Last of all links. An annotation is known by its place: an entity's words, a claim's first cue or, without one, its first words. */
export function noteLink({ start, end }: Span): CardLink {
  return { label: 'Add note', places: [{ start, end }], asks: 'addNote' };
}

/** Where a date has no place on the calendar without the article's own. */
export function setDateLink({ start, end }: Span): CardLink {
  return { label: 'Set the article’s date…', places: [{ start, end }], asks: 'setArticleDate' };
}

export interface CardSection {
  readonly lines: readonly string[];
  readonly items: readonly string[];
}

export function lines(...given: readonly (string | undefined)[]): CardSection {
  return { lines: given.filter((line): line is string => line !== undefined && line !== ''), items: [] };
}

export function list(head: string | undefined, items: readonly string[]): CardSection {
  return { lines: head === undefined ? [] : [head], items };
}

/** Who decided on what the card is about, and when. */
export function markedLine(mark: Mark): string {
  return `Marked by ${mark.by}`;
}

/** CommonMark as VS Code and most LSP clients show it. Without `address` it has no links. */
export function toMarkdown(card: Card, address?: LinkAddress): string {
  const head = `**${escapeMarkdown(card.title)}**${asideOf(card, escapeMarkdown)}${card.subtitle === '' ? '' : ` · ${escapeMarkdown(card.subtitle)}`}`;
  const sections = card.sections.filter(isFilled).map((section) => {
    const text = section.lines.map(escapeMarkdown).join('  \n');
    const items = section.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    return [text, items].filter((part) => part !== '').join('\n');
  });
  const links = address === undefined ? [] : (card.links ?? []).map((link) => `[${escapeMarkdown(link.label)}](${address(link)})`);
  return [head, ...sections, ...(links.length === 0 ? [] : [links.join(' · ')])].join('\n\n');
}

function asideOf({ aside }: Card, written: (text: string) => string): string {
  return aside === undefined || aside === '' ? '' : `, ${written(aside)}`;
}

export function toPlainText(card: Card): string {
  const title = `${card.title}${asideOf(card, oneLine)}`;
  const head = card.subtitle === '' ? title : `${title} · ${card.subtitle}`;
  const sections = card.sections.filter(isFilled).map((section) => [...section.lines, ...section.items.map((item) => `- ${item}`)].map(oneLine).join('\n'));
  return [oneLine(head), ...sections].join('\n\n');
}

function isFilled(section: CardSection): boolean {
  return section.lines.length + section.items.length > 0;
}

/** Quoted and, where longer than `limit` characters, cut at a word with an ellipsis that shows the cut. */
export function quoted(text: string, limit = 160): string {
  return `“${shortened(withoutMarks(oneLine(text)), limit)}”`;
}

/** Outer marks go; marks inside become single ones, so that the outer pair stays clear. */
function withoutMarks(text: string): string {
  const inner = /^[“"«„]\s*([^“”"«»„]*?)\s*[”"»]?$/.exec(text)?.[1] ?? /^([^“”"«»„]*?)\s*[”"»]$/.exec(text)?.[1];
  return inner ?? text.replace(/[“„«]/g, '‘').replace(/[”»]/g, '’').replaceAll('"', "'");
}

export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.lastIndexOf(' ', limit);
  const end = cut > limit / 2 ? cut : limit;
  // A cut between two surrogates would show as a broken character.
  const safe = /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
  return `${text.slice(0, safe)} …`;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}
