/** What a second reader makes of one block, as the analysis wants to see it. `model/` provides it; a test may write one by hand. */
import type { Span } from '../base/span.js';
import type { EntityType } from './types.js';

/** How sure the reader is that the word is part of a mention of each type: probabilities of at least one hundredth, greatest first. */
export interface WordBelief extends Span {
  readonly types: readonly (readonly [EntityType, number])[];
}

export interface OpinedMention extends Span {
  readonly type: EntityType;
  /** 0–1: how sure the reader is of its least sure word. */
  readonly confidence: number;
}

export interface OpinedClaim {
  /** Greatest part that may be one: words beside each other that signal a claim. */
  readonly cue: Span;
  readonly source: readonly Span[];
  readonly content: readonly Span[];
  /** 0–1: how sure the reader is of the cue's first word. */
  readonly confidence: number;
}

/** Spans are relative to the block, ordered, and lie on words. */
export interface Opinion {
  /** Words that some type may claim; all others are plain words. */
  readonly words: readonly WordBelief[];
  /** Disjoint: the likeliest reading of the whole block. */
  readonly mentions: readonly OpinedMention[];
  readonly claims: readonly OpinedClaim[];
  /** How far the reader got: what lies behind it was not read. */
  readonly end: number;
}

/** A block that waits for an opinion. */
export interface Unread extends Span {
  /** Equal for equal text and zone. */
  readonly id: string;
  readonly text: string;
  /** Ends of its sentences, relative to the block. */
  readonly sentenceEnds: readonly number[];
}
