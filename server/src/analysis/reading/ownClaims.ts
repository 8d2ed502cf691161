/**
 * The article's own claims: sentences in its own voice, with nobody given for them, that state something which somebody else could
 * look up. Strict on purpose: a page where every sentence is marked says nothing, so scenes and the day's events are left alone.
 */
import type { Span } from '../../base/span.js';
import { overlaps, touches } from '../../base/span.js';
import type { Article, ArticleBlock, Claim } from '../article.js';
import { blockIndexAt } from '../article.js';
import type { BlockClaims, Sentence } from '../types.js';
import { causeIn, comparisonIn, figureIn, opinionIn, recordIn, ruleIn } from './claimType.js';
import { headPredicate } from './predicate.js';
import type { Word } from './words.js';
import { firstFrom, wordsIn } from './words.js';

/** By what was found in the block, which stays the same object while nothing in the block changes. Relative to the block. */
const made = new WeakMap<BlockClaims, { readonly year: number | undefined; readonly spans: readonly Span[] }>();

/** In document offsets, in order. Work: the block, once for each of its texts. */
export function ownClaimsOf(article: Article, index: number): Span[] {
  const block = article.blocks[index];
  if (block === undefined || block.zone !== 'body') return [];
  const year = yearOf(article);
  let known = made.get(block.claims);
  if (known === undefined || known.year !== year) {
    const others = othersWords(block);
    known = { year, spans: block.analysis.tokenised.sentences.filter((sentence) => isOwnClaim(block, others, sentence, year)).map((sentence) => contentOf(block, sentence)) };
    made.set(block.claims, known);
  }
  return known.spans.map(({ start, end }) => ({ start: start + block.start, end: end + block.start }));
}

export function yearOf(article: Article): number | undefined {
  return article.date === null ? undefined : Number(article.date.iso.slice(0, 4));
}

/** As a claim of the article itself: content, and neither source nor cue. */
export function ownClaimAt(article: Article, offset: number): Claim | undefined {
  const index = blockIndexAt(article.blocks, offset);
  const span = ownClaimsOf(article, index).find((one) => touches(one, offset));
  return span === undefined ? undefined : asClaim(article, index, span);
}

/** Every one of them, in order. */
export function allOwnClaims(article: Article): Claim[] {
  return article.blocks.flatMap((_, index) => ownClaimsOf(article, index).map((span) => asClaim(article, index, span)));
}

function asClaim(article: Article, block: number, span: Span): Claim {
  const start = article.blocks[block]?.start ?? 0;
  const candidate = {
    source: [], cue: [], content: [{ start: span.start - start, end: span.end - start }], stance: 'report' as const, negated: false, quotation: 'indirect' as const,
    sourceKind: 'article' as const, kindReason: 'nobody is given for it', parent: null, confidence: 0.7,
  };
  const linked = { block, candidate, extraContent: [], sourceKind: candidate.sourceKind, kindReason: candidate.kindReason };
  return { index: -1, block, source: [], cue: [], content: [span], linked, parent: null, entity: undefined, name: undefined };
}

/** Without its final stop. */
function contentOf({ analysis }: ArticleBlock, { start, end }: Sentence): Span {
  return { start, end: analysis.tokenised.text.charAt(end - 1) === '.' ? end - 1 : end };
}

const FEWEST_WORDS = 5;
/** Longer sentences than any that people write are left alone. */
const MOST_CHARACTERS = 600;
/** Quotations of fewer letters than this coin a term. */
const SHORT_QUOTATION = 25;

function isOwnClaim(block: ArticleBlock, others: readonly Span[], sentence: Sentence, year: number | undefined): boolean {
  const { tokenised } = block.analysis;
  if (sentence.end - sentence.start > MOST_CHARACTERS || sentence.lastToken - sentence.firstToken < FEWEST_WORDS || tokenised.text.charAt(sentence.end - 1) !== '.') return false;
  const next = others[firstFrom(others, sentence.start + 1, (span) => span.end)];
  if (next !== undefined && overlaps(next, sentence)) return false;
  const words = wordsIn(block, sentence);
  if (isPersonal(words)) return false;
  const predicate = headPredicate(words);
  if (predicate === undefined || isGuess(words) || opinionIn(words, predicate, undefined) !== undefined) return false;
  return [figureIn(words), comparisonIn(words), causeIn(words), ruleIn(words, predicate), recordIn(words, predicate, year)].some((by) => by !== undefined);
}

/** Words that others answer for: parts of claims, and quotations that do more than coin a term. In order, so that a sentence is looked up. */
function othersWords({ claims, analysis }: ArticleBlock): Span[] {
  const spans = claims.claims.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
  if (claims.continues !== null) spans.push(claims.continues);
  for (const quotation of analysis.tokenised.quotations) if (quotation.end - quotation.start > SHORT_QUOTATION) spans.push(quotation);
  spans.sort((a, b) => a.start - b.start);
  const merged: { start: number; end: number }[] = [];
  for (const { start, end } of spans) {
    const last = merged[merged.length - 1];
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

const PERSONS = new Set("i we my our me us you your i'm i've i'd i'll we're we've we'll you're mine ours yours myself ourselves".split(' '));

function isPersonal(words: readonly Word[]): boolean {
  return words.some((word) => PERSONS.has(word.lower) && word.text !== 'US');
}

const GUESSES = new Set('perhaps maybe probably possibly seemingly apparently reportedly allegedly might could would'.split(' '));

/** What may be, and what is only wished, nobody can look up. "may only" is a rule. */
function isGuess(words: readonly Word[]): boolean {
  return words.some((word, i) => GUESSES.has(word.lower) || (word.text === 'may' && !words.slice(Math.max(0, i - 14), i + 4).some(({ lower }) => lower === 'only' || lower === 'not')));
}
