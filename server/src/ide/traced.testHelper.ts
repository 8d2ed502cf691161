/**
 * What a card may say: words and figures of its article, the closed list of the cards' own words below, and figures that were reckoned
 * from the article, each with the reckoning.
 */
import type { Article } from '../analysis/article.js';
import type { Card } from './card.js';
import { toPlainText } from './card.js';
import { CERTAINTY_ASIDE, CERTAINTY_WORDS, CHECKS, CLAIM_TYPE_WORDS, CUE_WORDS, KIND_WORDS, NEGATED_STANCE, OPEN_WORDS, QUOTATION_WORDS, STANCE_WORDS, TYPE_WORDS } from './words.js';

const TABLES = [CERTAINTY_ASIDE, CERTAINTY_WORDS, CLAIM_TYPE_WORDS, KIND_WORDS, OPEN_WORDS, QUOTATION_WORDS, STANCE_WORDS, TYPE_WORDS].flatMap((table) => Object.values<string>(table));

/** Templates of the cards; none of them states anything of the world. */
const FRAMES = `the article itself Nobody named nobody is given for it written here as full name not yet happened on a condition Cue in marks word words takes no side takes it as true takes it as false
  Why Said from When and the article's date no date given in the past up to the time of speaking before it was said at still to come when Quantity no number given of About Type Differs in Said again by the
  same source more Says more here other claim claims next first Inside a claim by To check In this article Also written mention mentions spelled out in Stands for the government Says here Said about it them In a
  claim of through 4 days before after article's own day in the header in the text to it does not commit asks or demands denies means promises wants
  the only person called before the nearest earlier source that agrees stands for named after the title described as listed as a given name a capital Article Annotator lists a body of state by its name an
  organisation is a person pronoun is a name GPE short for an acronym stores data describes people with without a description reads names a part of Monday Tuesday Wednesday Thursday Friday Saturday Sunday
  January February March April May June July August September October November December its
  speaks no other source found here in the north in the south may be either or which record under this name offline lists set by hand surname demonym country intergovernmental records fit of them is meant cannot say also names says from
  Denied Rejected Disputed Doubted Confirmed Conceded Not denied Not confirmed Left open Taken up Answers a claim of the first of Passes on negated by and stands for those who govern from it sentence by this account certainly not so`;

const WORD = /[\p{L}\p{M}]+(?:['’][\p{L}]+)*/gu;
const FIGURE = /\p{N}[\p{N},.]*/gu;

function wordsOf(text: string): string[] {
  return [...text.toLowerCase().replaceAll('’', "'").matchAll(WORD)].map(([word]) => word);
}

const OWN_WORDS: ReadonlySet<string> = new Set([...TABLES, ...Object.values(CHECKS).flat(), ...CUE_WORDS.values(), NEGATED_STANCE, FRAMES].flatMap(wordsOf));

/** Words and figures on the card that come from nowhere. */
export function untraced(article: Article, card: Card, reckoned: readonly string[]): string[] {
  const text = withoutCounts(article, card);
  const given = new Set(wordsOf(article.text));
  const words = wordsOf(text).filter((word) => !given.has(word) && !OWN_WORDS.has(word) && !given.has(word.replace(/'s$/, '')) && !reckoned.includes(word));
  const figures = [...text.replace(/¶\d+/g, '').matchAll(FIGURE)].map(([figure]) => figure.replace(/[.,]+$/, '')).filter((figure) => !hasFigure(article.text, figure) && !reckoned.includes(figure));
  return [...words, ...figures];
}

function hasFigure(text: string, figure: string): boolean {
  return [...text.matchAll(FIGURE)].some(([one]) => one.replace(/[.,]+$/, '') === figure);
}

/** Counts are right where they are those of the entity that the card is called by; the card's text without them. */
function withoutCounts(article: Article, card: Card): string {
  const named = article.entities().find(({ canonical }) => canonical === card.title);
  const entity = named === undefined ? undefined : article.entity(named.id);
  const claims = entity === undefined ? 0 : article.claims().filter((claim) => claim.entity === entity.id).length;
  const counts: ReadonlyMap<string, number> = new Map([['mention', entity?.mentions.length ?? 0], ['claim', claims], ['other claim', claims - 1], ['more', claims - 2]]);
  return toPlainText(card).replace(/(\d+) (other claim|claim|mention|more)/g, (whole, count: string, what: string) => (counts.get(what) === Number(count) ? what : whole));
}

/** Quotations on the card that are not the article's words, and paragraphs it does not have. */
export function misquoted(article: Article, card: Card): string[] {
  const flat = folded(article.text);

  const quotations = [card.title, card.aside ?? '', card.subtitle, ...card.sections.flatMap(({ lines, items }) => [...lines, ...items])].flatMap((line) => [...line.matchAll(/“([^“”]*)”/g)].map((match) => match[1] ?? ''));
  const wrong = quotations.filter((quotation) => quotation.split(/ ?\[…\] ?| …$/).some((part) => !flat.includes(folded(part))));
  const last = Math.max(...article.blocks.map(({ paragraph }) => paragraph));
  const places = [...toPlainText(card).matchAll(/¶(\d+)/g)].filter((match) => Number(match[1]) < 1 || Number(match[1]) > last).map(([place]) => place);
  return [...wrong, ...places];
}

/** Marks of quotations turn single inside others. */
function folded(text: string): string {
  return text.replace(/[“”‘’"'«»„]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
