/** The words of a claim as lists and cards show them: who says it, and what, also where what is said is only "this". */
import type { Article, Claim } from '../analysis/article.js';
import { answered, isAnswer, pointedAt, pointedEnd } from '../analysis/reading/index.js';
import type { Span } from '../base/span.js';
import { moved } from '../base/span.js';
import { oneLine, quoted } from './card.js';
import { NEGATED_STANCE, STANCE_WORDS } from './words.js';

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

/** Where leaving the word out would turn the meaning round. */
export function stanceBefore({ linked: { candidate } }: Claim): string {
  if (candidate.negated) return `${NEGATED_STANCE}: `;
  return candidate.stance === 'denial' || candidate.stance === 'request' || candidate.stance === 'intention' ? `${STANCE_WORDS[candidate.stance]}: ` : '';
}
