/**
 * The words of the analysis: what is found in a text, and where.
 * Spans inside a block are relative to the block's start, so that an unchanged block keeps its result when it moves.
 */
import type { Span } from '../base/span.js';
import type { Lexeme } from './lexeme.js';

export const ENTITY_TYPES = [
  'PERSON', 'NORP', 'FAC', 'ORG', 'GPE', 'LOC', 'PRODUCT', 'EVENT', 'WORK_OF_ART', 'LAW', 'LANGUAGE',
  'DATE', 'TIME', 'PERCENT', 'MONEY', 'QUANTITY', 'ORDINAL', 'CARDINAL',
] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** The types that are written as names, as against amounts and times. */
export type NameType = Exclude<EntityType, ValueType>;
export type ValueType = 'DATE' | 'TIME' | 'PERCENT' | 'MONEY' | 'QUANTITY' | 'ORDINAL' | 'CARDINAL';

/* ---------- structure ---------- */

export type Zone = 'headline' | 'header' | 'body' | 'caption' | 'list' | 'boilerplate';

/** What a header block holds; `field` is any other labelled line. */
export type HeaderKind = 'date' | 'byline' | 'dateline' | 'url' | 'field';

/** A run of text of one zone: a paragraph, or the part of one that belongs to another zone. Never empty, never touching white space at its edges. */
export interface Block extends Span {
  readonly zone: Zone;
  /** Body paragraphs are counted from 1; 0 for every other zone. */
  readonly paragraph: number;
  readonly header?: HeaderKind;
}

export interface ArticleDate {
  /** ISO day, `2025-03-24`. */
  readonly iso: string;
  /** The words it was read from, in document offsets; absent for a date from the file's name or set by a person. */
  readonly span?: Span;
  readonly from: 'header' | 'dateline' | 'fileName' | 'person';
}

/** Blocks in order, disjoint. What lies between them is white space. */
export interface Structure {
  readonly blocks: readonly Block[];
  readonly articleDate: ArticleDate | null;
}

/* ---------- tokens and sentences, relative to the block ---------- */

export type TokenShape = 'lower' | 'title' | 'caps' | 'mixed' | 'number' | 'punct' | 'symbol' | 'other';

/**
 * One word, number or mark. `'s`, `’s` and a bare possessive apostrophe are tokens of their own; a hyphenated word,
 * an abbreviation with its stop ("U.S.", "Sen.", "a.m."), a decimal, a URL, an e-mail and a handle are one token.
 */
export interface Token extends Span {
  readonly text: string;
  /** Lower case, curly apostrophes made straight. */
  readonly lower: string;
  readonly shape: TokenShape;
  /** White space (or the block's start) stands before it. */
  readonly spaceBefore: boolean;
  /** The word wherever it stands. */
  readonly lexeme: Lexeme;
}

export interface Sentence extends Span {
  /** Half-open range of token indexes. */
  readonly firstToken: number;
  readonly lastToken: number;
}

/** One quotation in the block: the span includes its marks. */
export interface Quotation extends Span {
  /** The text inside the marks. */
  readonly inner: Span;
  /** True if no closing mark was found in the block: the quotation may go on in the next paragraph. */
  readonly open: boolean;
}

/** A block cut into tokens: what every finder below reads. */
export interface TokenisedBlock {
  readonly text: string;
  readonly zone: Zone;
  readonly header?: HeaderKind;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
}

/* ---------- mentions ---------- */

/** Why a span got its type: shown on the card, so each reason is words a reader understands. */
export interface Reason {
  readonly kind: 'title' | 'gazetteer' | 'shape' | 'context' | 'article' | 'acronym' | 'rule' | 'model' | 'person';
  /** A short clause for the card: `after the title “Sen.”`, `listed as a country (GeoNames, 2026-01)`. */
  readonly text: string;
}

/** That a person has decided on what was found, or has added it: the decision stands whatever rules and model say. */
export interface Mark {
  /** Id of the annotation. */
  readonly id: string;
  /** Who and when, for the card: "M. Kask, 2026-11-29". */
  readonly by: string;
  /** The type decided on; of a claim, the kind of its source. */
  readonly type: string;
  /** Parts of the claim lie outside the block. */
  readonly wide?: boolean;
}

/** A role phrase as the article writes it: "Ukrainian Defense Minister", "director of policy planning". */
export interface Role extends Span {
  readonly text: string;
  /** "Within" a clause about the person: "leads the federation". */
  readonly place: 'before' | 'after' | 'within';
}

/** A run of words that may be a name, with what speaks for each type here. Scores are in tenths of a nat or so: only their order and sums matter. */
export interface NameCandidate extends Span {
  readonly text: string;
  /** Comparison form: no "the", no possessive, single spaces, straight apostrophes, NFC; capitals as written. */
  readonly key: string;
  readonly scores: Readonly<Partial<Record<NameType, number>>>;
  readonly reasons: readonly Reason[];
  readonly roles: readonly Role[];
  /** "Federal Security Service (FSB)": the key of the name that this candidate abbreviates, or that abbreviates it. */
  readonly expansion?: string;
  /** Name of the place a lower-case part-of-speech test cannot decide: the candidate stands at the start of a sentence. */
  readonly sentenceStart: boolean;
  /** The model has read the words, and its points are among the scores. */
  readonly heard?: true;
  readonly mark?: Mark;
}

/** An amount, a time or a rank, complete in itself: no other block can change it. */
export interface ValueMention extends Span {
  readonly type: ValueType;
  readonly text: string;
  readonly confidence: number;
  /** For DATE (and TIME with a day): how to resolve it once the article's date is known. */
  readonly date?: DateExpression;
  /** For amounts: the number or interval, and the unit or currency (ISO 4217 where known). */
  readonly amount?: Amount;
  readonly mark?: Mark;
}

export interface Amount {
  readonly low: number;
  readonly high: number;
  readonly unit?: string;
  readonly hedge?: string;
}

/** Tense of the verb beside a date: it tells Monday past from Monday to come. */
export type Tense = 'past' | 'future' | 'unknown';

export type CalendarUnit = 'day' | 'week' | 'weekend' | 'month' | 'year' | 'decade' | 'century';

/** "early", "mid" and "late" (or the beginning and middle of) and the end of a month, a year, a decade or a century. */
export type DatePart = 'early' | 'mid' | 'late' | 'end';

/**
 * A date as written, before the article's date is known. `absolute` carries its ISO value or interval;
 * the others are rules that `resolveDate` applies.
 */
export type DateExpression =
  | { readonly kind: 'absolute'; readonly iso: string }
  /** A complete calendar date in any spelling, read only when it is asked for: "March 24, 2025", "24/3/2025". */
  | { readonly kind: 'written'; readonly text: string }
  /** Sunday is 0. */
  | { readonly kind: 'weekday'; readonly weekday: number; readonly which: 'plain' | 'last' | 'next' | 'this'; readonly tense: Tense }
  /** The whole calendar unit so many units from the article's ("last week"), or from a day that the text tells ("two days later"). */
  | { readonly kind: 'offset'; readonly unit: CalendarUnit; readonly amount: number; readonly from: 'article' | 'context'; readonly part?: DatePart }
  /** So many units that end (negative) or begin (positive) on the article's day: "the past three weeks". */
  | { readonly kind: 'window'; readonly unit: CalendarUnit; readonly amount: number }
  /** `day` and `lastDay` in the month; `yearOffset` where the text gives the year by "this" or "last". */
  | {
    readonly kind: 'monthDay'; readonly month: number; readonly day?: number; readonly lastDay?: number; readonly tense: Tense; readonly which: 'plain' | 'last' | 'next' | 'this';
    readonly part?: DatePart; readonly yearOffset?: number;
  }
  /** The first of the one month to the last of the other: a quarter or a half-year whose year is the article's to tell. */
  | { readonly kind: 'months'; readonly from: number; readonly to: number; readonly tense: Tense; readonly yearOffset?: number }
  /** Has no months without the hemisphere. */
  | { readonly kind: 'season'; readonly season: 'spring' | 'summer' | 'autumn' | 'winter'; readonly year?: number; readonly which: 'plain' | 'last' | 'next' | 'this' }
  | { readonly kind: 'range'; readonly from: DateExpression; readonly to: DateExpression }
  | { readonly kind: 'span'; /** Of "in three weeks", which is a day where the verb looks ahead. */ readonly ahead?: { readonly unit: CalendarUnit; readonly amount: number } /* a duration, an age, a repeated or a movable day: no place on the calendar */ };

/* ---------- claims, relative to the block ---------- */

export const SOURCE_KINDS = [
  'named-person', 'named-organisation', 'official-body', 'unnamed-described', 'unnamed-bare', 'document', 'author', 'article',
] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

export type QuotationKind = 'direct' | 'indirect' | 'mixed';

export const STANCES = [
  'report', 'assertion', 'concession', 'denial', 'distance', 'belief', 'intention', 'emotion', 'request', 'factive', 'decision', 'judgement',
] as const;
export type Stance = (typeof STANCES)[number];

/** A claim found in one block. Spans are relative to the block. */
export interface ClaimCandidate {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly stance: Stance;
  readonly negated: boolean;
  readonly quotation: QuotationKind;
  /** By the head of the source alone; a pronoun or a definite role ("the mayor") may be raised to `named-person` when its antecedent is found. */
  readonly sourceKind: SourceKind;
  /** Why this kind: the head word and the test that it met, for the card. */
  readonly kindReason: string;
  /** Head of the source, relative to the block. */
  readonly head?: Span;
  /** The head is a pronoun that must be resolved to an earlier source. */
  readonly pronoun?: 'he' | 'she' | 'they' | 'it' | 'first';
  /** "Police and witnesses": each of several sources with its own kind; absent for one. */
  readonly joint?: readonly JointCandidate[];
  /** Index, in the block's list, of the claim around this nested one. */
  readonly parent: number | null;
  /** 0–1. */
  readonly confidence: number;
  readonly mark?: Mark;
}

/** One of several sources in one phrase. */
export interface JointCandidate {
  readonly span: Span;
  readonly head?: Span;
  readonly sourceKind: SourceKind;
  readonly kindReason: string;
}

/** What the block hands to the next one when quotations run over paragraphs. */
export interface BlockClaims {
  readonly claims: readonly ClaimCandidate[];
  /** Index of the claim whose quotation is still open at the block's end, or null. */
  readonly openAtEnd: number | null;
  /** Set if the block is (or starts with) a quotation without any cue of its own: it continues an open one. */
  readonly continues: Span | null;
  /** Parts of a claim that a person marked in another block lie here. */
  readonly reached?: true;
}
