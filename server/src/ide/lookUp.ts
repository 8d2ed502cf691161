/** What is known of any selected words, whether or not something was recognised in them: in this article first, then in the lists. */
import type { Article, ArticleBlock, Claim, Entity, Mention, NamedEntity } from '../analysis/article.js';
import { blockIndexAt, mentionsWithin, paragraphAt } from '../analysis/article.js';
import { findValues } from '../analysis/entities/values/index.js';
import type { Gazetteer } from '../analysis/gazetteer.js';
import { tokeniseBlock } from '../analysis/structure/index.js';
import type { Span } from '../base/span.js';
import { contains, moved, overlaps, trimmed } from '../base/span.js';
import type { Card, CardSection } from './card.js';
import { lines, list, oneLine, plural, quoted } from './card.js';
import { sourceName } from './sayings.js';
import { excerpt } from './claimPlaces.js';
import { mentionCard } from './entityCard.js';
import type { FactSource } from './factsSection.js';
import { factsOfWords } from './factsSection.js';
import { recordsOf } from './listRecords.js';
import { longForm } from './longForm.js';
import { eachOccurrence } from './occurrences.js';
import { KIND_WORDS, TYPE_WORDS } from './words.js';

export interface LookedUp {
  /** The words that the card is about. */
  readonly span: Span;
  readonly card: Card;
}

/** Selections of more characters are too long to be looked for elsewhere and in lists. */
const LONGEST = 200;
/** Characters of a selection in which numbers and dates are read. */
const LONGEST_READ = 2000;
const MENTIONS_SHOWN = 6;
const CLAIMS_SHOWN = 3;
const PLACES_SHOWN = 8;
/** Who reads a card needs to know that words stand everywhere, not how many hundred times. */
const MOST_COUNTED = 200;

/** `null` for a selection of white space. An empty one stands for the mention or the word that it touches. */
export function lookUp(article: Article, gazetteer: Gazetteer, asked: Span, source?: FactSource): LookedUp | null {
  const span = trimmed(article.written, asked.start === asked.end ? wordAt(article, asked.start) : asked);
  if (span.start >= span.end) return null;
  const mentions = touched(article, span);
  const exact = mentions.find((m) => m.start === span.start && m.end === span.end);
  const known = exact === undefined ? undefined : mentionCard(article, exact, source);
  const words = span.end - span.start <= LONGEST ? oneLine(article.written.slice(span.start, span.end)) : undefined;
  const facts: CardSection[] = [
    ...(known?.sections ?? [mentionsSection(article, span, mentions)]),
    claimsSection(article, span),
    ...(exact !== undefined || words === undefined ? [] : [namesake(article, words)]),
    ...(words === undefined ? [] : [longFormSection(article, words, exact)]),
    ...(exact === undefined ? [readings(article, span, mentions)] : []),
    ...(words === undefined ? [] : recordsSections(article, gazetteer, words, exact === undefined ? source : undefined)),
  ].filter((section) => section.lines.length + section.items.length > 0);
  const title = known?.title ?? quoted(article.written.slice(span.start, Math.min(span.end, span.start + LONGEST)), 90);
  return { span, card: { title, subtitle: known?.subtitle ?? '', sections: [...facts, ...lastSections(article, span, words, facts.length > 0)] } };
}

/** Where else the words stand, and a plain word where there is nothing else to say. */
function lastSections(article: Article, span: Span, words: string | undefined, isKnown: boolean): CardSection[] {
  if (words === undefined) return [lines(`More than ${LONGEST} characters are not looked for elsewhere. Select fewer words.`)];
  const elsewhere = elsewhereLine(article, words, span);
  if (isKnown) return [lines(elsewhere ?? 'Nowhere else in the article')];
  return [lines(nothing(article, span, elsewhere !== undefined)), lines(elsewhere)];
}

function nothing(article: Article, span: Span, standsElsewhere: boolean): string {
  const block = article.blocks[blockIndexAt(article.blocks, span.start)];
  if (block?.zone === 'boilerplate' && contains(block, span)) return 'Boilerplate: nothing is read in what is not part of the story, and no list has these words.';
  return `Nothing is known of these words: they are in no entity and no claim here, no list has them${standsElsewhere ? '.' : ', and they stand nowhere else in the article.'}`;
}

/** Mentions that share a letter with the span. */
function touched(article: Article, span: Span): Mention[] {
  const found: Mention[] = [];
  for (let i = Math.max(0, blockIndexAt(article.blocks, span.start)); i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined || block.start >= span.end) break;
    const inside = moved(span, -block.start);
    for (const mention of block.mentions) if (overlaps(mention, inside)) found.push(moved(mention, block.start));
  }
  return found;
}

function mentionsSection(article: Article, span: Span, mentions: readonly Mention[]): CardSection {
  const shown = mentions.slice(0, MENTIONS_SHOWN).map((m) => `${contains(span, m) ? 'Holds' : 'Part of'} ${described(article, m)}`);
  const rest = mentions.length - shown.length;
  return list(undefined, rest > 0 ? [...shown, `${rest} more`] : shown);
}

/** “Ruusmann”: person, Marta Ruusmann. */
function described(article: Article, mention: Mention): string {
  const entity = article.entity(mention.entity);
  const more = entity === undefined ? mentionCard(article, mention).sections[0]?.lines[0] : entity.canonical === oneLine(mention.text) ? undefined : entity.canonical;
  return `${quoted(mention.text, 80)}: ${TYPE_WORDS[mention.type]}${more === undefined ? '' : `, ${more}`}`;
}

function claimsSection(article: Article, span: Span): CardSection {
  const items: string[] = [];
  let more = 0;
  for (let i = Math.max(0, blockIndexAt(article.blocks, span.start)); (article.blocks[i]?.start ?? Infinity) < span.end; i++) {
    for (const claim of article.claimsOf(i)) {
      const place = placeIn(claim, span);
      if (place === undefined) continue;
      if (items.length < CLAIMS_SHOWN) items.push(`${place} ${sourceName(article, claim)} (${KIND_WORDS[claim.linked.sourceKind]}): ${excerpt(article, claim.content, 110)}`);
      else more++;
    }
  }
  return list(undefined, more > 0 ? [...items, plural(more, 'more claim')] : items);
}

/** How the span stands in the claim, as the words before the source's name. */
function placeIn({ cue, source, content }: Claim, span: Span): string | undefined {
  const meets = (part: readonly Span[]): boolean => part.some((s) => overlaps(s, span));
  if (meets(content)) return meets(cue) || meets(source) ? 'A claim by' : 'In a claim by';
  if (meets(source)) return 'The source of a claim by';
  return meets(cue) ? 'Attributes a claim to' : undefined;
}

/** The entity that these words mean where they were recognised. */
function namesake(article: Article, words: string): CardSection {
  const entity = namedSo(article, words);
  if (entity === undefined) return lines();
  const first = entity.mentions.find((m) => oneLine(m.text) === words) ?? entity.mentions[0];
  return lines(`Elsewhere in this article: ${TYPE_WORDS[entity.type]}, ${quoted(entity.canonical, 80)}${first === undefined ? '' : placeOf(article, first.start)}`);
}

function longFormSection(article: Article, words: string, exact: Mention | undefined): CardSection {
  const entity = exact === undefined ? namedSo(article, words) : article.entity(exact.entity);
  const long = entity === undefined ? undefined : longForm(entity, words);
  return long === undefined ? lines() : lines(`Stands for ${quoted(long.text, 120)} in this article${placeOf(article, long.start)}`);
}

/** Entities by the texts of their mentions: made once for a version, when words are first looked up in it. */
const byText = new WeakMap<Article, ReadonlyMap<string, NamedEntity>>();

function namedSo(article: Article, words: string): Entity | undefined {
  let known = byText.get(article);
  if (known === undefined) {
    const made = new Map<string, NamedEntity>();
    for (const entity of article.entities()) for (const { text } of entity.forms) if (!made.has(text)) made.set(text, entity);
    byText.set(article, made);
    known = made;
  }
  const found = known.get(words);
  return found === undefined ? undefined : article.entity(found.id);
}

/** Numbers and dates in the words taken by themselves, where the analysis of the whole has none. */
function readings(article: Article, span: Span, mentions: readonly Mention[]): CardSection {
  const text = article.written.slice(span.start, Math.min(span.end, span.start + LONGEST_READ));
  const items: string[] = [];
  for (const value of findValues(tokeniseBlock(text, 'body'))) {
    const mention: Mention = { ...moved(value, span.start), entity: '', canonical: value.text, uncertain: false, value };
    if (items.length === MENTIONS_SHOWN || mentions.some((m) => contains(span, m) && overlaps(m, mention))) continue;
    items.push([`${quoted(value.text, 80)} read by itself: ${TYPE_WORDS[value.type]}`, ...mentionCard(article, mention).sections.flatMap((s) => s.lines)].join(' · '));
  }
  return list(undefined, items);
}

/** The packs tell more than the lists by which names are recognised. */
function recordsSections(article: Article, gazetteer: Gazetteer, words: string, source: FactSource | undefined): CardSection[] {
  const facts = source === undefined ? [] : factsOfWords(article, words, source);
  return facts.length > 0 ? facts : [recordsSection(gazetteer, words)];
}

function recordsSection(gazetteer: Gazetteer, words: string): CardSection {
  const records = recordsOf(gazetteer, words);
  if (records.length === 0) return lines();
  return list(records.length === 1 ? '1 record fits:' : `${records.length} records fit; which of them is meant, the lists cannot say:`, records);
}

/** Undefined if the words stand nowhere else. */
function elsewhereLine(article: Article, words: string, span: Span): string | undefined {
  const counts = new Map<string | number, number>();
  const otherZones = new Set<string>();
  let total = 0;
  let otherParagraphs = 0;
  let last = 0;
  eachOccurrence(article, words, (block, start, end) => {
    const place = block.start + start < span.end && block.start + end > span.start ? undefined : whereIs(block);
    if (place === undefined) return true;
    total++;
    if (counts.has(place) || counts.size < PLACES_SHOWN) counts.set(place, (counts.get(place) ?? 0) + 1);
    else if (typeof place === 'string') otherZones.add(place);
    else if (place !== last) {
      otherParagraphs++;
      last = place;
    }
    return total <= MOST_COUNTED;
  });
  const more = otherZones.size + otherParagraphs;
  if (total === 0) return undefined;
  if (total > MOST_COUNTED) return `Over ${MOST_COUNTED} more times in the article, first in ${Array.from(counts.keys(), placeWords).join(', ')}`;
  const places = Array.from(counts, ([place, count]) => `${placeWords(place)}${count === 1 ? '' : ` (${count})`}`);
  return `${plural(total, 'more time')} in the article: ${places.join(', ')}${more > 0 ? ` and in ${plural(more, 'more place')}` : ''}`;
}

const ZONE_WORDS = { headline: 'headline', header: 'header', caption: 'caption', list: 'list' } as const;

function placeWords(place: string | number): string {
  return typeof place === 'number' ? `¶${place}` : place;
}

/** The paragraph's number, or the part of the article; boilerplate is none. */
function whereIs(block: ArticleBlock): string | number | undefined {
  if (block.zone === 'boilerplate') return undefined;
  return block.zone === 'body' ? block.paragraph : ZONE_WORDS[block.zone];
}

function placeOf(article: Article, offset: number): string {
  const paragraph = paragraphAt(article, offset);
  return paragraph === undefined ? '' : ` (¶${paragraph})`;
}

const WORD_END = /^[\p{L}\p{M}\p{N}'’-]+/u;
const WORD_START = /[\p{L}\p{M}\p{N}'’-]+$/u;

function wordAt(article: Article, offset: number): Span {
  const [mention] = mentionsWithin(article, { start: Math.max(0, offset - LONGEST), end: offset + LONGEST }).filter((m) => m.start <= offset && offset <= m.end);
  if (mention !== undefined) return { start: mention.start, end: mention.end };
  const before = WORD_START.exec(article.written.slice(Math.max(0, offset - LONGEST), offset))?.[0] ?? '';
  const after = WORD_END.exec(article.written.slice(offset, offset + LONGEST))?.[0] ?? '';
  return { start: offset - before.length, end: offset + after.length };
}
