/** The card of a claim (design document, part B8): who says it, what they do with the words, how certain, of when and how much, and where else. No verdict. */
import type { Article, Claim, Entity } from '../analysis/article.js';
import { mentionsWithin, paragraphAt, placeOfWords } from '../analysis/article.js';
import { firstDay } from '../analysis/entities/values/index.js';
import { claimIn, datesOf, headPredicate, isAnswer, isContentWord, predicateSpan, quantitiesIn, saidOn, tenseWords } from '../analysis/reading/index.js';
import type { Certainty, DatedWords, Quantity } from '../analysis/reading/index.js';
import type { Stance } from '../analysis/types.js';
import { capitalised } from '../base/capitalised.js';
import type { Span } from '../base/span.js';
import { overlaps } from '../base/span.js';
import type { Card, CardLink, CardSection } from './card.js';
import { lines, linkTo, list, markedLine, noteLink, oneLine, plural, quoted, setDateLink, shortened } from './card.js';
import { jumpOf } from './claimPlaces.js';
import type { Reading } from './claimReading.js';
import { read } from './claimReading.js';
import type { Item } from './claimRelations.js';
import { againItem, answerItems, answeredItem, elsewhereItems, isAlone, otherwiseItem, sameSourceItem } from './claimRelations.js';
import { fullestMention } from './entityAt.js';
import { inWords } from './isoDates.js';
import { numberText } from './numbers.js';
import type { ClaimElsewhere } from './otherArticles.js';
import { roleOf } from './roleOf.js';
import { contentText, saidText, sourceName, sourceText, stanceBefore, stanceText, textOf } from './sayings.js';
import { seasonInWords } from './seasons.js';
import { isSpokesperson, speaksFor } from './speaksFor.js';
import { CERTAINTY_ASIDE, CERTAINTY_WORDS, CHECKS, CLAIM_TYPE_WORDS, KIND_WORDS, NEGATED_STANCE, OPEN_WORDS, QUOTATION_WORDS, STANCE_WORDS } from './words.js';

/** Items on the first screen: with its title, its links and the lines between, the card has 14 lines. */
const MOST_ITEMS = 6;
const DATES_SHOWN = 2;
const QUANTITIES_SHOWN = 2;
const ENTITIES_SHOWN = 4;

export function claimCard(article: Article, claim: Claim, known?: ClaimElsewhere): Card {
  const reading = read(article, claim, known);
  const { linked } = claim;
  const entity = claim.entity === undefined ? undefined : article.entity(claim.entity);
  const mark = linked.candidate.mark === undefined ? [] : [lines(markedLine(linked.candidate.mark))];
  const written = writtenAs(article, claim, entity);
  return {
    title: titleOf(article, claim),
    ...(entity === undefined || linked.joint !== undefined ? {} : { aside: shortened(roleOf(entity), 60) }),
    subtitle: [linked.sourceKind === 'article' ? 'nobody is given for it' : kindsText(article, claim), ...(written === undefined ? [] : [written])].join(' · '),
    sections: [lines(stanceLine(reading)), itemsOf(reading, mark.length === 0 ? MOST_ITEMS : MOST_ITEMS - 2), lines(checkLine(reading)), ...mark],
    links: linksOf(reading, entity),
  };
}

/** The claim in one line, for the card of an entity that stands in it. */
export function claimLine(article: Article, claim: Claim): string {
  const content = `${stanceBefore(article, claim)}${shortened(contentText(article, claim), 110)}`;
  if (claim.linked.sourceKind === 'article') return `In a claim of the article itself: ${content}`;
  return `In a claim by ${sourceName(article, claim)} (${KIND_WORDS[claim.linked.sourceKind]}): ${content}`;
}

/* ---------- line 1: who ---------- */

function titleOf(article: Article, claim: Claim): string {
  if (claim.linked.sourceKind === 'article') return 'The article itself';
  const source = sourceText(article, claim);
  if (claim.linked.joint !== undefined) return quoted(source, 90);
  return claim.name ?? (source === '' ? 'Nobody named' : quoted(source, 90));
}

/** Of several sources each kind, with those that are of it. */
function kindsText(article: Article, { linked }: Claim): string {
  const { joint, sourceKind } = linked;
  if (joint === undefined) return KIND_WORDS[sourceKind];
  const byKind = new Map<string, string[]>();
  for (const { span, sourceKind: kind, name } of joint) {
    const place = placeOfWords(article, { block: linked.block, span });
    const text = place === undefined ? '' : textOf(article, [place]);
    byKind.set(KIND_WORDS[kind], [...byKind.get(KIND_WORDS[kind]) ?? [], name === undefined || text.includes(name) ? quoted(text, 40) : `${quoted(text, 40)}, ${name}`]);
  }
  return [...byKind].map(([kind, sources]) => `${kind} (${sources.join('; ')})`).join(' and ');
}

/** As the article writes the source here, and what shows who it is; undefined where it is written as it is called. */
function writtenAs(article: Article, claim: Claim, entity: Entity | undefined): string | undefined {
  const source = sourceText(article, claim);
  const { antecedent } = claim.linked;
  const before = antecedent === undefined ? undefined : placeOfWords(article, antecedent);
  if (source === '') return undefined;
  if (antecedent !== undefined && before !== undefined) return `written here as ${quoted(source, 60)}${placed(article, before.start, antecedent.why)}`;
  const owned = ownedText(article, claim);
  if (owned !== undefined) return owned;
  const either = eitherOf(article, claim);
  if (either.length > 0) return `written here as ${quoted(source, 60)}, which may be either ${either.join(' or ')}`;
  if (entity === undefined || source.includes(entity.canonical)) return undefined;
  const full = fullestMention(entity);
  return `written here as ${quoted(source, 60)}${full === undefined || full.text === source ? '' : placed(article, full.start, 'full name')}`;
}

/** "Sources of Suspilne" for "its sources". */
function ownedText(article: Article, claim: Claim): string | undefined {
  const { owner } = claim.linked;
  const place = owner === undefined ? undefined : placeOfWords(article, owner);
  const what = /^\p{L}+\s+([^,]+)/u.exec(sourceText(article, claim))?.[1];
  // “Sources in the ministry of Suspilne” would be another thing.
  const isLong = what !== undefined && / |['’]s/.test(what);
  return owner === undefined || place === undefined || what === undefined ? undefined : `${isLong ? `${owner.name}’s ${what}` : `${what} of ${owner.name}`}${placed(article, place.start, owner.why)}`;
}

/** Full names that the source's may be short for; empty where it is one person's. */
function eitherOf(article: Article, claim: Claim): readonly string[] {
  const mention = claim.source.flatMap((span) => mentionsWithin(article, span)).find(({ entity }) => entity === claim.entity);
  const names = mention === undefined ? [] : article.decision(mention)?.ambiguousWith ?? [];
  return names.length < 2 ? [] : names;
}

function placed(article: Article, offset: number, why: string): string {
  const number = paragraphAt(article, offset);
  return ` (${why}${number === undefined ? '' : `, ¶${number}`})`;
}

/* ---------- line 2: what they do with the words ---------- */

/** Stances that say by themselves that nothing is asserted: no second word for it. */
const WITHOUT_CERTAINTY: ReadonlySet<Stance> = new Set<Stance>(['denial', 'intention', 'request', 'decision', 'judgement']);
/** Stances whose words lead on to "it is possible". */
const SAYING: ReadonlySet<Stance> = new Set<Stance>(['report', 'assertion', 'concession', 'belief']);

function stanceLine(reading: Reading): string {
  const { article, claim, certainty } = reading;
  const { candidate } = claim.linked;
  const content = shortened(saidText(article, claim), 200);
  if (candidate.negated) return `${NEGATED_STANCE}: ${content}`;
  const condition = certainty.condition === undefined ? '' : `, on a condition: ${quoted(textOf(article, [certainty.condition]), 70)}`;
  const value = certaintyWords(reading);
  // What the content's own words decide is shown by these words; what the cue decides, by the content.
  // What is said carries its own “not” or “no”; that word alone would not show it.
  if (certainty.decidedBy === 'content' && certainty.value === 'CT-' && value !== '') return `${stanceText(article, claim)}, as certain${notYet(certainty)}: ${content} · negated by ${decidedWords(article, certainty)}${condition}`;
  // Nor would “whether” show what is asked.
  if (certainty.decidedBy === 'content' && value !== '' && certainty.openBy !== 'question') return `${stanceText(article, claim)}${value}${notYet(certainty)}: ${decidedWords(article, certainty)}${condition}`;
  const by = certainty.decidedBy === 'cue' && value !== '' ? ` (${decidedWords(article, certainty)})` : '';
  return `${stanceText(article, claim)}${value}${by}${value === '' ? '' : notYet(certainty)}: ${content}${certainty.openBy === 'condition' ? condition.replace(', on a condition', '') : condition}`;
}

function certaintyWords({ claim, certainty: { value, openBy } }: Reading): string {
  const { candidate, sourceKind } = claim.linked;
  const stance = sourceKind === 'article' ? 'report' : candidate.stance;
  if (WITHOUT_CERTAINTY.has(stance)) return '';
  if (value === 'Uu') return OPEN_WORDS[openBy ?? 'cue'];
  return SAYING.has(stance) ? CERTAINTY_WORDS[value] : CERTAINTY_ASIDE[value];
}

/** Reported, but still to come. */
function notYet(certainty: Certainty): string {
  return certainty.notYet && certainty.value.startsWith('CT') ? ', not yet happened' : '';
}

function decidedWords(article: Article, { decided }: Certainty): string {
  return decided.slice(0, 2).map((span) => quoted(textOf(article, [span]), 60)).join(', ');
}

/* ---------- the list ---------- */

function itemsOf(reading: Reading, most: number): CardSection {
  const { article, claim } = reading;
  const inside = claim.parent === null ? undefined : article.claimsOf(claim.block).find(({ index }) => index === claim.parent);
  const items: (Item | undefined)[] = [
    ...(claim.linked.sourceKind === 'article' ? [] : [{ text: cueItem(reading), rank: 1 }]),
    kindItem(reading),
    optional(saidItem(reading), 6),
    optional(whenItem(reading), 2),
    optional(quantityItem(reading), 2),
    optional(aboutItem(reading), 3),
    optional(answeredItem(reading), 1),
    ...answerItems(reading),
    optional(otherwiseItem(reading), 1),
    optional(againItem(reading), 2),
    optional(sameSourceItem(reading), 5),
    optional(inside === undefined ? undefined : `Inside a claim by ${sourceName(article, inside)}`, 4),
    optional(passesOnItem(article, claim), 4),
  ];
  const here = items.filter((item): item is Item => item !== undefined);
  const there = [...here, ...elsewhereItems(reading, most - here.length)];
  const kept = new Set([...there].sort((a, b) => a.rank - b.rank).slice(0, most));
  return list(undefined, there.filter((item) => kept.has(item)).map(({ text }) => text));
}

/** "Reuters reported, citing a police officer": whose words it is that are passed on. */
function passesOnItem(article: Article, claim: Claim): string | undefined {
  const inner = article.claimsOf(claim.block).find(({ parent, content }) => parent === claim.index && content.length === claim.content.length && content.every(({ start, end }, i) => start === claim.content[i]?.start && end === claim.content[i].end));
  return inner === undefined || inner.linked.sourceKind === 'article' ? undefined : `Passes on a claim of ${sourceName(article, inner)}, ${KIND_WORDS[inner.linked.sourceKind]}`;
}

function optional(text: string | undefined, rank: number): Item | undefined {
  return text === undefined ? undefined : { text, rank };
}

function cueItem(reading: Reading): string {
  const { article, claim, certainty } = reading;
  const { quotation, stance, negated } = claim.linked.candidate;
  const cue = textOf(article, claim.cue);
  const parts = [cue === '' ? undefined : `Cue: ${quoted(cue, 60)}`, quotationWords(reading, quotation)];
  if (stance === 'denial' && !negated) parts.push(...(certainty.value === 'CT-' && stanceText(article, claim) === STANCE_WORDS.denial ? ['by this account certainly not so'] : []), 'the article itself takes no side');
  else if (certainty.author !== undefined) parts.push(`the article ${certainty.author}`);
  const text = parts.filter((part) => part !== undefined).join(' · ');
  return capitalised(text);
}

function quotationWords({ article, claim, words }: Reading, kind: keyof typeof QUOTATION_WORDS): string {
  if (kind !== 'mixed') return QUOTATION_WORDS[kind];
  const quotations = claim.content.flatMap((piece) => quotedSpans(article, piece));
  const count = words.filter((word) => !word.isMark && quotations.some((span) => overlaps(span, word))).length;
  return count === 0 ? QUOTATION_WORDS[kind] : `${QUOTATION_WORDS[kind]}, ${plural(count, 'word')} in marks`;
}

function quotedSpans(article: Article, piece: Span): Span[] {
  return article.blocks.filter((block) => overlaps(block, piece)).flatMap((block) =>
    block.analysis.tokenised.quotations.map(({ start, end }) => ({ start: start + block.start, end: end + block.start })).filter((span) => overlaps(span, piece)));
}

/** Why the source is of this kind. Of a name, and of what the first line has traced to one, it says nothing new. */
function kindItem({ article, claim }: Reading): Item | undefined {
  const { linked } = claim;
  const source = sourceText(article, claim);
  const body = speaksFor(source) ?? (isSpokesperson(source) ? linked.owner?.name : undefined);
  const mouth = body === undefined ? undefined : `speaks for ${body === linked.owner?.name ? body : quoted(body, 60)}`;
  if (linked.kindReason === '' || linked.sourceKind === 'article' || linked.joint !== undefined) return mouth === undefined ? undefined : { text: capitalised(mouth), rank: 4 };
  const isName = / is (?:a person|an organisation)$/.test(linked.kindReason);
  if (isName || linked.antecedent !== undefined) return mouth === undefined ? undefined : { text: capitalised(mouth), rank: 4 };
  return { text: `Why ${KIND_WORDS[linked.sourceKind]}: ${shortened(linked.kindReason, 140)}${mouth === undefined ? '' : ` · ${mouth}`}`, rank: 4 };
}

function saidItem({ article, claim }: Reading): string | undefined {
  const said = saidOn(article, claim);
  return said?.iso === undefined ? undefined : `Said: ${inWords(said.iso)}, from ${quoted(said.mention.text, 40)}`;
}

function whenItem({ article, claim, words }: Reading): string | undefined {
  const dates = datesOf(article, claim).slice(0, DATES_SHOWN);
  if (dates.length === 0 && isAnswer(article, claim)) return undefined;
  if (dates.length > 0) return `When: ${dates.map((date) => dateText(article, date)).join('; ')}`;
  const predicate = headPredicate(words);
  const tense = tenseWords(predicate, claim.linked.sourceKind !== 'article');
  return predicate === undefined || tense === undefined ? undefined : `When: ${tense} (${quoted(textOf(article, [predicateSpan(words, predicate)]), 40)}); no date given`;
}

function dateText(article: Article, { mention, iso }: DatedWords): string {
  const season = iso === undefined ? seasonInWords(mention.value?.date) : undefined;
  if (season !== undefined) return `${quoted(mention.text, 40)}, ${season}`;
  if (iso === undefined) return `${quoted(mention.text, 40)}: this article's date is not known`;
  const since = sinceText(article, mention, iso);
  if (since !== undefined) return since;
  const words = inWords(iso);
  return oneLine(words) === oneLine(mention.text) ? words : `${words}, from ${quoted(mention.text, 40)}${needsArticleDate(mention.value?.date?.kind) && article.date !== null ? " and the article's date" : ''}`;
}

/** "Since January": from its first day to the article's. */
function sinceText(article: Article, { start, end }: DatedWords['mention'], iso: string): string | undefined {
  const before = /\b(since\s+(?:early |late |mid-|at least )?)$/i.exec(article.written.slice(Math.max(0, start - SINCE_LETTERS), start))?.[1];
  const first = firstDay(iso);
  if (before === undefined || article.date === null || first >= article.date.iso) return undefined;
  return `${inWords(first)} to ${inWords(article.date.iso)}, from ${quoted(article.written.slice(start - before.length, end), 40)} and the article's date`;
}

const SINCE_LETTERS = 16;

function needsArticleDate(kind: string | undefined): boolean {
  return kind === 'weekday' || kind === 'window' || kind === 'offset' || kind === 'monthDay';
}

function quantityItem({ article, words }: Reading): string | undefined {
  const quantities = quantitiesIn(words).slice(0, QUANTITIES_SHOWN);
  return quantities.length === 0 ? undefined : `Quantity: ${quantities.map((quantity) => quantityText(article, quantity)).join('; ')}`;
}

function quantityText(article: Article, { span, counted, low, high, hedge }: Quantity): string {
  const number = oneLine(article.written.slice(span.start, span.end));
  const what = counted === undefined ? '' : textOf(article, [counted]);
  if (low === undefined || high === undefined) return `${number}${what === '' ? '' : ` of ${quoted(what, 50)}`} (no number given)`;
  const written = quoted(what === '' ? number : article.written.slice(span.start, counted?.end ?? span.end), 60);
  return hedge === undefined ? written : `${written}, ${quoted(hedge)}: ${numberText(low)} to ${numberText(high)}`;
}

function aboutItem(reading: Reading): string | undefined {
  const { article, claim, types } = reading;
  const names = [...new Set(claim.content.flatMap((part) => mentionsWithin(article, part)).filter(({ entity }) => entity !== '').map(({ canonical }) => canonical))];
  const subject = names.length > 0 ? undefined : subjectText(reading);
  const shown = names.slice(0, ENTITIES_SHOWN).join(', ') + (names.length > ENTITIES_SHOWN ? ` and ${names.length - ENTITIES_SHOWN} more` : '');
  const type = types.slice(0, 2).map((one) => CLAIM_TYPE_WORDS[one.type]).join(', ');
  const about = [names.length > 0 ? `About: ${shown}` : subject === undefined ? undefined : `About: ${subject}`, type === '' ? undefined : names.length === 0 && subject === undefined ? `Type: ${type}` : type];
  const text = about.filter((part) => part !== undefined).join(' · ');
  return text === '' ? undefined : `${text}${isAlone(reading) ? ' · no other source found for it here' : ''}`;
}

/** What the sentence is about, where it names nothing: the words before its predicate, if they are a few and no mere pronoun. */
function subjectText({ article, words }: Reading): string | undefined {
  const first = headPredicate(words)?.first ?? 0;
  const subject = words.slice(0, first).filter(({ lower }, i) => i > 0 || !JOINING.has(lower));
  const [from, to] = [subject[0], subject.at(-1)];
  if (from === undefined || to === undefined || subject.length > SUBJECT_WORDS || !subject.some(isContentWord) || subject.some(({ isMark, info, mention }) => isMark || info?.verb !== undefined || mention?.value !== undefined)) return undefined;
  return quoted(article.written.slice(from.start, to.end), 60);
}

const SUBJECT_WORDS = 5;
const JOINING = new Set(['that', 'whether', 'if', 'how', 'why', 'when', 'where']);

/* ---------- what would settle it ---------- */

function checkLine({ types }: Reading): string | undefined {
  const [main] = types;
  return main === undefined ? undefined : `To check: ${CHECKS[main.type].slice(0, 2).join(' · ')}`;
}

/** The fullest mention of the person who is called so. */
function mentionOf(article: Article, name: string): readonly Span[] {
  const named = article.entities().find(({ canonical, type }) => canonical === name && type === 'PERSON');
  const entity = named === undefined ? undefined : article.entity(named.id);
  const mention = entity === undefined ? undefined : fullestMention(entity);
  return mention === undefined ? [] : [mention];
}

function linksOf({ article, claim, again, otherwise, answered: meant, answers, sameSource, types, elsewhere: known }: Reading, entity: Entity | undefined): CardLink[] {
  const links: CardLink[] = [];
  const { antecedent, owner } = claim.linked;
  const before = antecedent === undefined ? undefined : placeOfWords(article, antecedent);
  if (before !== undefined) links.push({ label: 'Source', places: [before] });
  else if (entity !== undefined) {
    const full = fullestMention(entity);
    if (full !== undefined && !claim.source.some((span) => overlaps(span, full))) links.push({ label: 'Source', places: [{ start: full.start, end: full.end }] });
  }
  const ofOwner = owner === undefined ? undefined : placeOfWords(article, owner);
  if (owner !== undefined && ofOwner !== undefined) links.push({ label: `To ${shortened(owner.name, 40)}`, places: [ofOwner] });
  const either = eitherOf(article, claim).flatMap((name) => mentionOf(article, name));
  if (either.length > 1) links.push(linkTo('Both of them', either, ({ start, end }) => ({ start, end })));
  const jump = (one: Claim): Span => jumpOf(article, one);
  if (meant.length > 0) links.push(linkTo('What it answers', meant, jump));
  if (answers.length > 0) links.push(linkTo(answers.length === 1 ? 'The answer' : 'The answers', answers, ({ span }) => span));
  if (sameSource.length > 1) links.push(linkTo(`All ${sameSource.length} claims of this source`, sameSource, (one) => jump(claimIn(article, one) ?? claim)));
  const wordings = [...otherwise.map((one) => one.claim), ...again];
  if (wordings.length > 0) links.push(linkTo(otherwise.length > 0 ? 'Both wordings' : 'Where it is said again', [claim, ...wordings].sort((a, b) => jump(a).start - jump(b).start), jump));
  const places = [jump(claim)];
  if (types.length > 0) links.push({ label: 'How to check', places, asks: 'howToCheck' });
  if (known !== undefined) {
    if (known.wordings.length > 0) links.push({ label: 'Compare with other articles', places, asks: 'compareElsewhere' });
    links.push({ label: 'What this source says there', places, asks: 'saidElsewhere' });
  }
  const open = article.date === null ? datesOf(article, claim).slice(0, DATES_SHOWN).find(({ iso, mention }) => iso === undefined && mention.value?.date?.kind !== 'season') : undefined;
  if (open !== undefined) links.push(setDateLink(open.mention));
  // What the article itself states is no annotation that a note could be on.
  if (claim.index >= 0 && types.some(({ type }) => type === 'prediction')) links.push({ label: 'Remind me…', places, asks: 'remindMe' });
  const annotated = claim.index < 0 ? undefined : claim.cue[0] ?? claim.content[0];
  if (annotated !== undefined) links.push(noteLink(annotated));
  return links;
}
