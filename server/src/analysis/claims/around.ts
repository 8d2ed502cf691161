/**
 * Who may answer for some words, whether or not a cue is known there: subjects of the verbs beside them, owners and agents of the nouns
 * before them ("NASA's goal is", "at the request of"), who is named after them ("by", "according to"). For a list that a person chooses from.
 */
import type { Span } from '../../base/span.js';
import type { TokenisedBlock, ValueMention } from '../types.js';
import type { Context, TokenRange, TypedName } from './context.js';
import { AUXILIARY, firstTokenAt, has, isNameLike, isNounLike, lower, makeContext, spanOf } from './context.js';
import { Flag } from './lexicon/words.js';
import { nounPhraseAfter } from './nounPhrase.js';
import { isPredicate } from './predicate.js';
import { subjectBefore } from './subject.js';

export interface SourceAround {
  /** Relative to the block. */
  readonly span: Span;
  readonly how: 'subject' | 'owner' | 'agent' | 'after';
  /** The word beside which it stands. */
  readonly word: string;
  /** Tokens between that word and the words. */
  readonly away: number;
}

/** Verbs, owners and agents looked at on each side. */
const EACH = 4;

/** Nearest first, those of the sentence before the words and then those behind them. Work: the block. */
export function sourcesAround(block: TokenisedBlock, names: readonly TypedName[], values: readonly ValueMention[], content: Span): SourceAround[] {
  if (block.tokens.length === 0) return [];
  const context = makeContext(block, names, values);
  const first = firstTokenAt(context, content.start);
  const end = firstTokenAt(context, content.end);
  return [...before(context, first), ...behind(context, end)].filter(({ span }) => !(span.start < content.end && content.start < span.end));
}

function before(context: Context, first: number): SourceAround[] {
  const found: SourceAround[] = [];
  const lo = context.block.sentences[context.sentence[Math.max(0, first - 1)] ?? 0]?.firstToken ?? 0;
  const add = (range: TokenRange | null, how: SourceAround['how'], at: number): void => {
    if (range !== null) found.push({ span: spanOf(context, range.first, withoutComma(context, range)), how, word: lower(context, at), away: first - at });
  };
  let verbs = 0;
  for (let k = first - 1; k >= lo && verbs < EACH; k--) {
    if (isVerb(context, k)) {
      const group = groupStart(context, k, lo);
      add(subjectBefore(context, group, innerStart(context, group, lo)), 'subject', k);
      verbs++;
      k = group;
    } else if (has(context, k, Flag.poss) && !has(context, k, Flag.relative)) add({ first: k, end: k + 1 }, 'owner', k);
    else if (has(context, k, Flag.genitive)) add(ownerBefore(context, k, lo), 'owner', k);
    else if (AGENT.has(lower(context, k))) add(nounPhraseAfter(context, k + 1, first, { apposition: true, modifiers: false }), 'agent', k);
  }
  return found;
}

function behind(context: Context, end: number): SourceAround[] {
  const found: SourceAround[] = [];
  const last = Math.max(0, end - 1);
  const hi = context.block.sentences[context.sentence[last] ?? 0]?.lastToken ?? context.tokens.length;
  let verbs = 0;
  for (let k = end; k < hi && verbs < EACH; k++) {
    if (AGENT_BEHIND.has(lower(context, k))) {
      const range = nounPhraseAfter(context, k + 1, hi, { apposition: true, modifiers: true });
      if (range !== null) found.push({ span: spanOf(context, range.first, withoutComma(context, range)), how: 'after', word: lower(context, k), away: k - end });
    } else if (isVerb(context, k)) {
      const range = subjectBefore(context, groupStart(context, k, end), end);
      if (range !== null) found.push({ span: spanOf(context, range.first, withoutComma(context, range)), how: 'subject', word: lower(context, k), away: k - end });
      verbs++;
    }
  }
  return found;
}

const AGENT = new Set(['of', 'by', 'from', 'to', 'per']);
const AGENT_BEHIND = new Set(['by', 'from', 'to', 'per']);

/** A word that is the predicate of a clause, or may be one: nobody is told that it is, it only orders a list. */
function isVerb(context: Context, k: number): boolean {
  if (has(context, k, AUXILIARY) || isPredicate(context, k)) return true;
  const token = context.tokens[k];
  if (token === undefined || token.shape !== 'lower' || isNameLike(context, k)) return false;
  if (context.info[k]?.verb !== undefined && (has(context, k - 1, Flag.pron | Flag.name | Flag.relative) || isNounLike(context, k - 1))) return true;
  return (context.flags[k] ?? 0) === 0 && /(?:ed|ing)$/.test(token.lower);
}

/** First word of the verb's group. */
function groupStart(context: Context, k: number, lo: number): number {
  let first = k;
  while (first > lo && has(context, first - 1, AUXILIARY | Flag.adv | Flag.neg | Flag.to) && !has(context, first - 1, Flag.det | Flag.pron)) first--;
  return first;
}

/** Inside a quotation its own words only. */
function innerStart(context: Context, k: number, lo: number): number {
  const q = context.quotation[k] ?? -1;
  const inner = q < 0 ? undefined : context.block.quotations[q]?.inner;
  return inner === undefined ? lo : Math.max(lo, firstTokenAt(context, inner.start));
}

/** "[the company]'s plan". */
function ownerBefore(context: Context, genitive: number, lo: number): TokenRange | null {
  let first = genitive;
  while (first > lo && isNounLike(context, first - 1)) first--;
  if (first > lo && has(context, first - 1, Flag.det)) first--;
  return first < genitive ? { first, end: genitive } : null;
}

function withoutComma(context: Context, { first, end }: TokenRange): number {
  return end - 1 > first && has(context, end - 1, Flag.comma) ? end - 1 : end;
}
