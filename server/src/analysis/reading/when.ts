/** Of when a claim is: the days that its words name, what its verb says where they name none, and when it was said (design document, part B5). */
import type { Span } from '../../base/span.js';
import { hull, overlaps } from '../../base/span.js';
import type { Article, Claim, Mention } from '../article.js';
import { datesIn, mentionsWithin, resolvedDate } from '../article.js';
import type { Predicate } from './predicate.js';
import type { Word } from './words.js';
import { firstFrom } from './words.js';

export interface DatedWords {
  readonly mention: Mention;
  /** ISO day, month, year or interval; undefined where the article's date is needed and not known. */
  readonly iso: string | undefined;
}

/** DATE mentions of the content that have a place on the calendar, or would have one with an article date; and seasons, which have two. */
export function datesOf(article: Article, claim: Claim): DatedWords[] {
  const found: DatedWords[] = [];
  for (const mention of claim.content.flatMap((part) => mentionsWithin(article, part))) {
    if (mention.type !== 'DATE') continue;
    const iso = resolvedDate(article, mention);
    if (iso !== undefined || isOpen(article, mention)) found.push({ mention, iso });
  }
  return found;
}

function isOpen(article: Article, mention: Mention): boolean {
  const kind = mention.value?.date?.kind;
  if (kind === 'season') return true;
  return article.date === null && (kind === 'weekday' || kind === 'offset' || kind === 'window' || kind === 'monthDay' || kind === 'months');
}

const ISO_DAY_LENGTH = '2026-03-12'.length;

/** How far from the cue the day of saying may stand. */
const BESIDE = 4;

/** "said on Tuesday": the day beside the cue, in its sentence and in no other part of the claim. */
export function saidOn(article: Article, claim: Claim): DatedWords | undefined {
  const cue = hull(claim.cue);
  const block = article.blocks[claim.block];
  if (cue === undefined || block === undefined) return undefined;
  const parts: readonly Span[] = [...claim.content, ...claim.source];
  const { tokens } = block.analysis.tokenised;
  const afterCue = firstFrom(tokens, cue.end - block.start, (token) => token.start);
  const limit = (tokens[Math.min(tokens.length, afterCue + BESIDE) - 1]?.end ?? 0) + block.start;
  const beforeCue = firstFrom(tokens, cue.start - block.start, (token) => token.start);
  const from = (tokens[Math.max(0, beforeCue - BESIDE)]?.start ?? 0) + block.start;
  const between = article.written.slice(cue.end, limit);
  for (const { mention, iso } of datesIn(article, block)) {
    if (mention.type !== 'DATE' || iso?.length !== ISO_DAY_LENGTH || parts.some((part) => overlaps(part, mention))) continue;
    if (mention.start >= cue.end && mention.end <= limit && !/[.!?;]/.test(between.slice(0, mention.start - cue.end))) return { mention, iso };
    if (mention.start >= from && mention.end <= cue.start && !/[.!?;]/.test(article.written.slice(mention.end, cue.start))) return { mention, iso };
  }
  return undefined;
}

/** Past, present or to come as the verb says it; undefined where it says nothing. `reported`: the words are another's, after a cue in the past. */
export function tenseWords(predicate: Predicate | undefined, reported: boolean): string | undefined {
  switch (predicate?.tense) {
    case 'past': return 'in the past';
    case 'perfect': return 'up to the time of speaking';
    case 'pastPerfect': return reported ? 'before it was said' : 'in the past';
    case 'present': return 'at the time of speaking';
    case 'future': return 'still to come';
    case 'pastFuture': return reported ? 'still to come when it was said' : undefined;
    case 'none':
    case undefined: return undefined;
  }
}

export function predicateSpan(words: readonly Word[], { first, end }: Predicate): Span {
  return { start: words[first]?.start ?? 0, end: words[end - 1]?.end ?? 0 };
}
