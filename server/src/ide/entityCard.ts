/** The card of an entity or an amount (design document, part B9): the article's own words first, then why we read it so. */
import type { Article, Claim, Entity, Mention } from '../analysis/article.js';
import { contextDay, paragraphAt, resolvedDate } from '../analysis/article.js';
import { claimIn, spokenBy } from '../analysis/reading/index.js';
import type { ClaimPlace } from '../analysis/reading/index.js';
import type { Role } from '../analysis/types.js';
import { capitalised } from '../base/capitalised.js';
import type { Span } from '../base/span.js';
import { overlaps } from '../base/span.js';
import type { Card, CardLink, CardSection } from './card.js';
import { lines, linkTo, list, markedLine, oneLine, plural, quoted, setDateLink, shortened } from './card.js';
import { claimHitsAt, jumpOf, placeOf } from './claimPlaces.js';
import { conversionsOf } from './conversions.js';
import type { FactSource } from './factsSection.js';
import { factsAbout, mayHaveRecord } from './factsAbout.js';
import { factsLinks, factsSections, placeWords } from './factsSection.js';
import { distance, inWords } from './isoDates.js';
import { longForm } from './longForm.js';
import { numberText } from './numbers.js';
import type { OtherArticles, OthersOf } from './otherArticles.js';
import { othersLine, othersLink } from './otherArticles.js';
import { fitsRole, isAddress } from './roleOf.js';
import { saidText, sourceName, stanceBefore, textOf } from './sayings.js';
import { seasonInWords } from './seasons.js';
import { TYPE_WORDS } from './words.js';

const ROLES_SHOWN = 3;
const PLACES_SHOWN = 3;
const ALIASES_SHOWN = 5;
const CLAIMS_SHOWN = 2;
/** Claims whose sources are looked at for phrases that stand for the entity. */
const CLAIMS_READ = 40;
/** Mentions at which what others say is looked for: those of a page or two. */
const MENTIONS_READ = 40;

/** Facts stand on it where they are at hand. */
export function mentionCard(article: Article, mention: Mention, facts?: FactSource, others?: OthersOf): Card {
  const entity = article.entity(mention.entity);
  const card = entity === undefined ? valueCard(article, mention) : entityCard(article, mention, entity, facts, others?.(entity));
  const mark = mention.name?.mark ?? mention.value?.mark;
  return mark === undefined ? card : { ...card, sections: [...card.sections, lines(markedLine(mark))] };
}

function entityCard(article: Article, mention: Mention, entity: Entity, facts: FactSource | undefined, elsewhere: OtherArticles | undefined): Card {
  const spoken = spokenBy(article, entity.id);
  const claims = spoken.slice(0, CLAIMS_READ).flatMap((one) => claimIn(article, one) ?? []);
  const head = lines(roleLine(article, entity, claims), aliasLine(article, entity), eitherLine(article, mention), standsForLine(article, entity, claims), elsewhere === undefined ? undefined : othersLine(elsewhere));
  const says = saysSection(article, entity, claims, spoken.length);
  const fitting = facts === undefined ? [] : factsAbout(article, entity, facts.facts);
  const known = facts === undefined ? [] : factsSections(article, entity, facts, fitting);
  const others = [saidAboutLine(article, entity, mention), whyLine(article, mention), noRecordLine(entity, known, facts)].filter((line) => line !== undefined);
  const kind = placeWords(entity.type, fitting);
  return {
    title: entity.canonical,
    subtitle: `${mention.type === entity.type ? TYPE_WORDS[entity.type] : TYPE_WORDS[mention.type]}${kind === undefined ? '' : `, ${kind}`}`,
    sections: [head, says, ...known, lines(...others.slice(0, roomFor(others.length, [head, says, ...known])))],
    links: [...linksOf(entity, mention), ...claimsLink(article, spoken, claims), ...(elsewhere === undefined ? [] : [othersLink(elsewhere)]), ...(facts === undefined ? [] : factsLinks(article, entity, facts))],
  };
}

/** Lines of a card that fits on one screen, and those of them that are kept for the title, the claim around the name, and the links. */
const MOST_LINES = 14;
const KEPT_LINES = 5;

/** Of the last lines as many as there is room for, the one between included. */
function roomFor(count: number, sections: readonly CardSection[]): number {
  const taken = sections.reduce((sum, { lines: text, items }) => sum + text.length + items.length + (text.length + items.length > 0 ? 1 : 0), KEPT_LINES);
  return Math.max(0, Math.min(count, MOST_LINES - taken - 1));
}

function linksOf({ mentions }: Entity, here: Mention): CardLink[] {
  const [first] = mentions;
  if (first === undefined || mentions.length < 2) return [];
  return [...(first.start === here.start ? [] : [linkTo('First mention', [first], spanOf)]), linkTo(`All ${mentions.length} mentions`, mentions, spanOf)];
}

/** To what it says here, where the card has not room for all of it. */
function claimsLink(article: Article, spoken: readonly ClaimPlace[], [first]: readonly Claim[]): CardLink[] {
  if (first === undefined || spoken.length <= CLAIMS_SHOWN) return [];
  return [linkTo(`All ${spoken.length} claims`, spoken, (one) => jumpOf(article, claimIn(article, one) ?? first))];
}

function spanOf({ start, end }: Mention): Span {
  return { start, end };
}

/** What the article calls the entity: roles beside its name, and phrases that stand for it where it speaks. Each once, with its places. */
function roleLine(article: Article, entity: Entity, claims: readonly Claim[]): string | undefined {
  const seen = new Map<string, { text: string; places: Set<number> }>();
  const add = (text: string, offset: number): void => {
    const known = seen.get(text.toLowerCase()) ?? { text, places: new Set<number>() };
    const paragraph = paragraphAt(article, offset);
    if (paragraph !== undefined) known.places.add(paragraph);
    seen.set(text.toLowerCase(), known);
  };
  for (const mention of entity.mentions) for (const role of mention.name?.roles ?? []) if (fitsRole(entity.type, role.text)) add(roleText(role), mention.start);
  for (const { source, linked } of claims) {
    const [phrase] = source;
    if (phrase !== undefined && source.length === 1 && linked.antecedent !== undefined && linked.candidate.pronoun === undefined && !entity.mentions.some((m) => overlaps(m, phrase))) add(textOf(article, [phrase]), phrase.start);
  }
  if (seen.size === 0) return undefined;
  const roles = [...seen.values()].sort((a, b) => Number(isAddress(a.text)) - Number(isAddress(b.text)));
  const shown = roles.slice(0, ROLES_SHOWN).map(({ text, places }) => `${quoted(text, 80)}${placesText([...places])}`);
  return `In this article: ${shown.join(', ')}${more(seen.size - shown.length)}`;
}

function placesText(paragraphs: readonly number[]): string {
  if (paragraphs.length === 0) return '';
  const shown = paragraphs.slice(0, PLACES_SHOWN).map((paragraph) => `¶${paragraph}`).join(', ');
  return ` (${shown}${paragraphs.length > PLACES_SHOWN ? ' …' : ''})`;
}

function roleText(role: Role): string {
  return oneLine(role.text);
}

function aliasLine(article: Article, entity: Entity): string {
  const others = new Map<string, Mention>();
  for (const mention of entity.mentions) {
    const text = oneLine(mention.text);
    if (text !== entity.canonical && !others.has(text)) others.set(text, mention);
  }
  const shown = [...others.keys()].slice(0, ALIASES_SHOWN).map((text) => `${quoted(text, 60)}${spelledOut(article, entity, text)}`);
  const written = others.size === 0 ? '' : `Also written: ${shown.join(', ')}${more(others.size - shown.length)} · `;
  const first = entity.mentions[0];
  const where = first === undefined ? undefined : paragraphAt(article, first.start);
  return `${written}${plural(entity.mentions.length, 'mention')}${where === undefined ? '' : `, first in ¶${where}`}`;
}

/** Of an acronym: where the article gives its long form. */
function spelledOut(article: Article, entity: Entity, text: string): string {
  const long = longForm(entity, text);
  const paragraph = long === undefined ? undefined : paragraphAt(article, long.start);
  if (long === undefined) return '';
  return oneLine(long.text) === entity.canonical ? (paragraph === undefined ? '' : ` (spelled out in ¶${paragraph})`) : ` (${quoted(long.text, 60)}${paragraph === undefined ? '' : ` in ¶${paragraph}`})`;
}

function eitherLine(article: Article, mention: Mention): string | undefined {
  const names = article.decision(mention)?.ambiguousWith ?? [];
  return names.length < 2 ? undefined : `Either ${names.join(' or ')}: the article does not say here`;
}

/** A place that speaks is its government. */
function standsForLine(article: Article, entity: Entity, claims: readonly Claim[]): string | undefined {
  const [first] = claims;
  if (entity.type !== 'GPE' || first === undefined) return undefined;
  const { start, end } = placeOf(article, first);
  return `Stands for the government${place(article, jumpOf(article, first).start)}: ${quoted(article.written.slice(start, end), 80)}`;
}

function saysSection(article: Article, entity: Entity, claims: readonly Claim[], count: number): CardSection {
  if (claims.length === 0) return lines();
  const shown = claims.slice(0, CLAIMS_SHOWN).map((claim) => `${stanceBefore(article, claim)}${shortened(saidText(article, claim), 110)}${place(article, jumpOf(article, claim).start)}${through(article, entity, claim)}`);
  const rest = count - shown.length;
  const last = shown.length - 1;
  return list(`Says here, ${plural(count, 'claim')}:`, shown.map((item, i) => (i === last && rest > 0 ? `${item} · ${rest} more` : item)));
}

/** “a spokesman” of the company: somebody else's mouth. */
function through(article: Article, entity: Entity, claim: Claim): string {
  const [source] = claim.source;
  if (source === undefined || entity.type === 'PERSON' || !/\bspokes(?:man|woman|person|people)\b/i.test(textOf(article, [source]))) return '';
  return `, through ${quoted(textOf(article, [source]), 60)}`;
}

/** The first thing that others say of it, beside the claim that is around the name here: that has a line of its own under the card. */
function saidAboutLine(article: Article, entity: Entity, here: Mention): string | undefined {
  const around = claimHitsAt(article, here.start)[0]?.claim;
  for (const mention of entity.mentions.slice(0, MENTIONS_READ)) {
    const hit = claimHitsAt(article, mention.start).find(({ claim, part }) => part === 'content' && claim.entity !== entity.id && claim.index !== around?.index);
    if (hit !== undefined) return `Said about ${entity.type === 'PERSON' ? 'them' : 'it'}: ${stanceBefore(article, hit.claim)}${shortened(saidText(article, hit.claim), 110)}${place(article, mention.start)}, ${sourceName(article, hit.claim)}`;
  }
  return undefined;
}

/** That nothing is known is worth a line: the reader need not wonder whether it was looked for. */
function noRecordLine({ type, canonical }: Entity, known: readonly CardSection[], facts: FactSource | undefined): string | undefined {
  const isFilled = known.some(({ lines: text, items }) => text.length + items.length > 0);
  return facts === undefined || isFilled || !mayHaveRecord(type, canonical) ? undefined : 'No record under this name in the offline lists';
}

function whyLine(article: Article, mention: Mention): string | undefined {
  const decision = article.decision(mention);
  if (decision === undefined) return undefined;
  const reasons = [...new Set(decision.reasons.map((reason) => reason.text))].slice(0, 2);
  const sure = mention.uncertain ? ' · not certain' : '';
  return reasons.length === 0 ? undefined : `Why ${TYPE_WORDS[mention.type]}: ${reasons.join('; ')}${sure}`;
}

/* ---------- dates and amounts ---------- */

function valueCard(article: Article, mention: Mention): Card {
  const links = needsArticleDate(article, mention) ? [setDateLink(mention)] : [];
  return { title: mention.text, subtitle: TYPE_WORDS[mention.type], sections: [lines(...dateLines(article, mention), ...amountLines(mention))], links };
}

/** It has a place on the calendar, which only the article's own date would tell. */
function needsArticleDate(article: Article, mention: Mention): boolean {
  const open = mention.value?.date;
  return open !== undefined && article.date === null && open.kind !== 'span' && open.kind !== 'season' && !isWholeDate(mention) && resolvedDate(article, mention) === undefined;
}

function dateLines(article: Article, mention: Mention): string[] {
  const iso = resolvedDate(article, mention);
  const { date } = article;
  const season = iso === undefined ? seasonInWords(mention.value?.date) : undefined;
  if (season !== undefined) return [capitalised(season)];
  if (iso === undefined) return needsArticleDate(article, mention) ? ["Not resolved: this article's date is not known"] : [];
  const words = inWords(iso);
  const result = oneLine(words) === oneLine(mention.text) ? [] : [words];
  const context = contextDay(article, mention)?.mention;
  if (context !== undefined) result.push(`From ${quoted(mention.text)} and ${quoted(context.text)} before it`);
  if (date !== null) {
    const away = distance(iso, date.iso);
    const basis = context !== undefined || isWholeDate(mention) ? undefined : `From ${quoted(mention.text)} and the article's date, ${inWords(date.iso)}${dateBasis(article)}`;
    if (away !== undefined) result.push(capitalised(away));
    if (basis !== undefined) result.push(basis);
  }
  return result;
}

/** A date that says all of itself needs no other. */
function isWholeDate(mention: Mention): boolean {
  const kind = mention.value?.date?.kind;
  return kind === 'absolute' || kind === 'written' || kind === 'range';
}

function dateBasis(article: Article): string {
  const span = article.date?.span;
  if (span !== undefined) return ` (${quoted(article.written.slice(span.start, span.end))} in the header)`;
  if (article.date?.from === 'person') return ' (set by hand)';
  return article.date?.from === 'fileName' ? " (from the file's name)" : '';
}

/** The number written out, what a hedge makes of it, and the same in the other usual unit. */
function amountLines(mention: Mention): string[] {
  const amount = mention.value?.amount;
  if (amount === undefined || mention.type === 'DATE' || mention.type === 'TIME') return [];
  const { unit, hedge } = amount;
  const [low, high] = isRange(mention.text) ? [amount.low, amount.high] : [middle(amount.low, amount.high), middle(amount.low, amount.high)];
  const behind = unit === undefined ? '' : unit === '%' ? '%' : ` ${unit}`;
  const written = `${interval(low, high)}${behind}`;
  return [
    ...(hedge === undefined && !mention.text.includes(interval(low, high)) && !isHalfOrThird(low, unit) ? [written] : []),
    ...(hedge === undefined ? [] : [`${quoted(hedge)} in the text: ${interval(amount.low, amount.high)}${behind}`]),
    ...(unit === undefined ? [] : conversionsOf(low, high, unit)),
  ];
}

/** Two numbers with what joins them. */
function isRange(text: string): boolean {
  return /\p{N}[^\p{N}]*(?:\bto\b|\band\b|\bor\b|[–—-])\s*\D{0,3}\p{N}/u.test(text) || /\b(?:to|and)\b/.test(text);
}

/** A share of something: as a decimal it says less than its word. */
function isHalfOrThird(value: number, unit: string | undefined): boolean {
  return unit === undefined && value > 0 && value < 1;
}

/** Of the interval that a written number stands for the number itself, without what adding fractions leaves behind. */
function middle(low: number, high: number): number {
  return Number(((low + high) / 2).toPrecision(12));
}

function interval(low: number, high: number): string {
  return low === high ? numberText(low) : `${numberText(low)} to ${numberText(high)}`;
}

function place(article: Article, offset: number | undefined): string {
  const paragraph = offset === undefined ? undefined : paragraphAt(article, offset);
  return paragraph === undefined ? '' : ` (¶${paragraph})`;
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}
