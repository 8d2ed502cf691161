/** The card of a claim: who says it, of what kind they are and why, with which word, directly or not. No verdict. */
import type { Article, Claim } from '../analysis/article.js';
import { mentionsWithin, paragraphAt, resolvedDate } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import type { Card } from './card.js';
import { lines, list, markedLine, oneLine, quoted, shortened } from './card.js';
import { inWords } from './isoDates.js';
import { KIND_WORDS, NEGATED_STANCE, QUOTATION_WORDS, STANCE_WORDS } from './words.js';

const DATES_SHOWN = 3;

export function claimCard(article: Article, claim: Claim): Card {
  const { linked } = claim;
  const source = sourceText(article, claim);
  const named = claim.name;
  const inside = claim.parent === null ? undefined : article.claimsOf(claim.block).find(({ index }) => index === claim.parent);
  return {
    title: named ?? (source === '' ? 'Nobody named' : quoted(source, 90)),
    subtitle: KIND_WORDS[linked.sourceKind],
    sections: [
      lines(writtenAs(article, claim, named, source)),
      lines(`${stance(claim)}: ${shortened(contentText(article, claim), 240)}`),
      list(undefined, [
        cueItem(article, claim),
        ...(linked.kindReason === '' ? [] : [`Why ${KIND_WORDS[linked.sourceKind]}: ${linked.kindReason}`]),
        ...dateItems(article, claim),
        ...(inside === undefined ? [] : [`Inside a claim by ${sourceName(article, inside)}`]),
      ]),
      lines(linked.candidate.mark === undefined ? undefined : markedLine(linked.candidate.mark)),
    ],
  };
}

/** The claim in one line, for the card of an entity that stands in it. */
export function claimLine(article: Article, claim: Claim): string {
  return `In a claim by ${sourceName(article, claim)} (${KIND_WORDS[claim.linked.sourceKind]}): ${shortened(contentText(article, claim), 110)}`;
}

/** Content pieces in order, white space folded, joined by an ellipsis in brackets as in exports. */
export function contentText(article: Article, claim: Claim): string {
  return textOf(article, claim.content);
}

function textOf(article: Article, spans: readonly Span[]): string {
  return [...spans].sort((a, b) => a.start - b.start).map((s) => oneLine(article.text.slice(s.start, s.end))).join(' […] ');
}

function sourceText(article: Article, claim: Claim): string {
  return textOf(article, claim.source);
}

export function sourceName(article: Article, claim: Claim): string {
  const source = sourceText(article, claim);
  return claim.name ?? (source === '' ? 'nobody named' : quoted(source, 60));
}

function writtenAs(article: Article, claim: Claim, named: string | undefined, source: string): string | undefined {
  if (named === undefined || source === named || source === '') return undefined;
  const { antecedent } = claim.linked;
  const block = antecedent === undefined ? undefined : article.blocks[antecedent.block];
  const proof = antecedent === undefined || block === undefined ? '' : `: ${antecedent.why}${paragraph(article, antecedent.span.start + block.start)}`;
  return `Written here as ${quoted(source, 120)}${proof}`;
}

function paragraph(article: Article, offset: number): string {
  const number = paragraphAt(article, offset);
  return number === undefined ? '' : ` (¶${number})`;
}

function stance(claim: Claim): string {
  const { candidate } = claim.linked;
  return candidate.negated ? NEGATED_STANCE : STANCE_WORDS[candidate.stance];
}

function cueItem(article: Article, claim: Claim): string {
  const kind = QUOTATION_WORDS[claim.linked.candidate.quotation];
  const cue = textOf(article, claim.cue);
  return cue === '' ? capital(kind) : `Cue: ${quoted(cue, 60)} · ${kind}`;
}

function dateItems(article: Article, claim: Claim): string[] {
  const items: string[] = [];
  for (const mention of claim.content.flatMap((part) => mentionsWithin(article, part))) {
    const iso = mention.type === 'DATE' ? resolvedDate(article, mention) : undefined;
    const words = iso === undefined ? undefined : inWords(iso);
    if (words !== undefined && items.length < DATES_SHOWN) items.push(`When: ${words}, from ${quoted(mention.text, 40)}`);
  }
  return items;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
