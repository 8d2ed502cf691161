/** The card of an entity or an amount: the article's own words first, then why we read it so. */
import type { Article, Entity, Mention } from '../analysis/article.js';
import { claimsBy, contextDay, paragraphAt, resolvedDate } from '../analysis/article.js';
import type { Role } from '../analysis/types.js';
import type { Card, CardSection } from './card.js';
import { lines, list, markedLine, oneLine, plural, quoted, shortened } from './card.js';
import { contentText } from './claimCard.js';
import { distance, inWords } from './isoDates.js';
import { TYPE_WORDS } from './words.js';

const ROLES_SHOWN = 3;
const ALIASES_SHOWN = 5;
const CLAIMS_SHOWN = 2;

export function mentionCard(article: Article, mention: Mention): Card {
  const entity = article.entity(mention.entity);
  const card = entity === undefined ? valueCard(article, mention) : entityCard(article, mention, entity);
  const mark = mention.name?.mark ?? mention.value?.mark;
  return mark === undefined ? card : { ...card, sections: [...card.sections, lines(markedLine(mark))] };
}

function entityCard(article: Article, mention: Mention, entity: Entity): Card {
  return {
    title: entity.canonical,
    subtitle: mention.type === entity.type ? TYPE_WORDS[entity.type] : TYPE_WORDS[mention.type],
    sections: [lines(roleLine(article, entity), aliasLine(article, entity), eitherLine(article, mention)), saysSection(article, entity), whyLine(article, mention)],
  };
}

function roleLine(article: Article, entity: Entity): string | undefined {
  const seen = new Map<string, string>();
  for (const mention of entity.mentions) {
    for (const role of mention.name?.roles ?? []) {
      const text = roleText(role);
      if (!seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), `${quoted(text, 80)}${place(article, mention.start)}`);
    }
  }
  if (seen.size === 0) return undefined;
  const shown = [...seen.values()].slice(0, ROLES_SHOWN);
  return `In this article: ${shown.join(', ')}${more(seen.size - shown.length)}`;
}

function roleText(role: Role): string {
  return oneLine(role.text);
}

function aliasLine(article: Article, entity: Entity): string {
  const counts = new Map<string, number>();
  for (const mention of entity.mentions) counts.set(oneLine(mention.text), (counts.get(oneLine(mention.text)) ?? 0) + 1);
  counts.delete(entity.canonical);
  const others = [...counts.keys()];
  const shown = others.slice(0, ALIASES_SHOWN).map((text) => quoted(text, 60));
  const written = others.length === 0 ? '' : `Also written: ${shown.join(', ')}${more(others.length - shown.length)} · `;
  const first = entity.mentions[0];
  const where = first === undefined ? undefined : paragraphAt(article, first.start);
  return `${written}${plural(entity.mentions.length, 'mention')}${where === undefined ? '' : `, first in ¶${where}`}`;
}

function eitherLine(article: Article, mention: Mention): string | undefined {
  const names = article.decision(mention)?.ambiguousWith ?? [];
  return names.length < 2 ? undefined : `Either ${names.join(' or ')}: the article does not say here`;
}

function saysSection(article: Article, entity: Entity): CardSection {
  const claims = claimsBy(article, entity.id);
  if (claims.length === 0) return lines();
  const shown = claims.slice(0, CLAIMS_SHOWN).map((claim) => `${shortened(contentText(article, claim), 110)}${place(article, claim.cue[0]?.start ?? claim.content[0]?.start)}`);
  const rest = claims.length - shown.length;
  return list(`Says here, ${plural(claims.length, 'claim')}:`, rest > 0 ? [...shown, `${rest} more`] : shown);
}

function whyLine(article: Article, mention: Mention): CardSection {
  const decision = article.decision(mention);
  if (decision === undefined) return lines();
  const reasons = [...new Set(decision.reasons.map((reason) => reason.text))].slice(0, 2);
  const sure = mention.uncertain ? ' · not certain' : '';
  return reasons.length === 0 ? lines() : lines(`Why ${TYPE_WORDS[mention.type]}: ${reasons.join('; ')}${sure}`);
}

function valueCard(article: Article, mention: Mention): Card {
  return { title: mention.text, subtitle: TYPE_WORDS[mention.type], sections: [lines(...dateLines(article, mention), ...amountLines(mention))] };
}

function dateLines(article: Article, mention: Mention): string[] {
  const iso = resolvedDate(article, mention);
  const { date } = article;
  if (iso === undefined) {
    const open = mention.value?.date;
    const needsDate = open !== undefined && open.kind !== 'span' && open.kind !== 'season' && !isWholeDate(mention) && date === null;
    return needsDate ? ["Not resolved: this article's date is not known"] : [];
  }
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
  if (span !== undefined) return ` (${quoted(article.text.slice(span.start, span.end))} in the header)`;
  return article.date?.from === 'fileName' ? " (from the file's name)" : '';
}

function amountLines(mention: Mention): string[] {
  const amount = mention.value?.amount;
  if (amount === undefined || mention.type === 'DATE' || mention.type === 'TIME') return [];
  const unit = amount.unit === undefined ? '' : ` ${amount.unit}`;
  if (amount.hedge !== undefined) return [`${quoted(amount.hedge)} in the text: ${number(amount.low)} to ${number(amount.high)}${unit}`];
  const value = amount.low === amount.high ? number(amount.low) : `${number(amount.low)} to ${number(amount.high)}`;
  const written = `${value}${unit}`;
  return written === oneLine(mention.text) ? [] : [written];
}

/** Made once: a formatter costs more than a card. */
const NUMBERS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 6 });

function number(value: number): string {
  return NUMBERS.format(value);
}

function place(article: Article, offset: number | undefined): string {
  const paragraph = offset === undefined ? undefined : paragraphAt(article, offset);
  return paragraph === undefined ? '' : ` (¶${paragraph})`;
}

function more(count: number): string {
  return count > 0 ? ` and ${count} more` : '';
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
