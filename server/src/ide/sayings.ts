/** The words of a claim as lists and cards show them: who says it, and what, also where what is said is only "this". */
import type { Article, Claim } from '../analysis/article.js';
import { answered, isAnswer, pointedAt, pointedEnd, wordsOf } from '../analysis/reading/index.js';
import type { Stance } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { moved } from '../base/span.js';
import { oneLine, quoted } from './card.js';
import { CUE_WORDS, NEGATED_STANCE, STANCE_WORDS } from './words.js';

/** Content pieces in order, white space folded, joined by an ellipsis in brackets as in exports. A lone "this" is followed by what it points to. */
export function contentText(article: Article, claim: Claim): string {
  const [first, ...more] = answered(article, claim);
  if (first === undefined) return `${textOf(article, claim.content)}${pointedText(article, claim, (spans) => textOf(article, spans))}`;
  return withMeant(article, claim, ` (${textOf(article, first.content)}${more.length === 0 ? '' : ` and ${more.length} more`})`);
}

/** "The report (that prices rose) ‘a lie’": what "the allegations" are, also where they stand in the paragraph before. */
function withMeant(article: Article, claim: Claim, meant: string): string {
  const [only] = claim.content;
  const end = only === undefined ? undefined : only.start + (pointedEnd(article, claim) ?? only.end - only.start);
  if (only === undefined || end === undefined || end >= only.end) return `${textOf(article, claim.content)}${meant}`;
  const rest = oneLine(article.written.slice(end, only.end));
  return `${oneLine(article.written.slice(only.start, end))}${meant}${/^[\p{L}“"‘(]/u.test(rest) ? ' ' : ''}${rest}`;
}

/** The same without the "that" which only hangs it on its cue. */
export function saidText(article: Article, claim: Claim): string {
  const text = contentText(article, claim);
  // “That account” is no clause.
  return isAnswer(article, claim) && !/^that (?:the|this|these|it|his|her|their|its) /i.test(text) ? text : text.replace(/^that (?=[^\s(])/, '');
}

/** “ (the sentence before)”, or “: what the claim before it says”; empty for content that says itself what it says. */
export function pointedText(article: Article, claim: Claim, written: (spans: readonly Span[]) => string): string {
  const block = article.blocks[claim.block];
  const pointed = block === undefined ? undefined : pointedAt(block, claim.linked.candidate);
  if (block === undefined || pointed === undefined) return '';
  if (pointed.content === undefined) return ` (${pointed.where})`;
  return ` (${written(pointed.content.map((span) => moved(span, block.start)))})`;
}

export function textOf(article: Article, spans: readonly Span[]): string {
  return [...spans].sort((a, b) => a.start - b.start).map((s) => oneLine(article.written.slice(s.start, s.end))).join(' […] ');
}

export function sourceText(article: Article, claim: Claim): string {
  return textOf(article, claim.source);
}

export function sourceName(article: Article, claim: Claim): string {
  const source = sourceText(article, claim);
  if (claim.linked.sourceKind === 'article') return 'the article itself';
  return claim.linked.joint === undefined && claim.name !== undefined ? claim.name : source === '' ? 'nobody named' : quoted(source, 60);
}

/** What the source does with the words, by the cue's own word where that says more than its stance. */
export function stanceText(article: Article, { cue, linked: { candidate, sourceKind } }: Claim): string {
  if (sourceKind === 'article') return 'says';
  if (candidate.stance === 'denial' || candidate.stance === 'distance') {
    for (const { info } of wordsOf(article, cue)) {
      const own = CUE_WORDS.get(info?.verb?.sense.lemma ?? info?.phrasal?.[0]?.sense.lemma.split(' ')[0] ?? '');
      if (own !== undefined) return own;
    }
  }
  return STANCE_WORDS[candidate.stance];
}

/** Stances of those who say what they say, and no more. */
const PLAIN: ReadonlySet<Stance> = new Set<Stance>(['report', 'assertion', 'concession', 'factive', 'belief']);

/** Where leaving the word out would turn the meaning round, or leave none. */
export function stanceBefore(article: Article, claim: Claim): string {
  const { negated, stance } = claim.linked.candidate;
  if (negated) return `${NEGATED_STANCE}: `;
  return PLAIN.has(stance) ? '' : `${stanceText(article, claim)}: `;
}
