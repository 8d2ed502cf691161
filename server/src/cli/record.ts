/** An article as one record of the command line contract. Stable: releases are measured by it. */
import type { Article, ArticleBlock } from '../analysis/article.js';
import { confidenceOf, datesIn } from '../analysis/article.js';
import { allOwnClaims } from '../analysis/reading/index.js';
import type { EntityType, QuotationKind, SourceKind } from '../analysis/types.js';
import { moved } from '../base/span.js';
import type { Span } from '../base/span.js';

/** `[start, end)` in UTF-16 code units of the text as it came. */
export type Pair = readonly [number, number];

export interface EntityRecord {
  readonly start: number;
  readonly end: number;
  readonly type: EntityType;
  readonly text: string;
  /** Canonical name in this article. */
  readonly name: string;
  readonly confidence: number;
  /** ISO date, month, year or inclusive `A/B`. */
  readonly resolved?: string;
}

export interface ClaimRecord {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly content: readonly Pair[];
  readonly sourceKind: SourceKind;
  readonly quotation: QuotationKind;
  /** Index of the claim around a nested one. */
  readonly parent: number | null;
}

export interface FindingRecord {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

export interface ArticleRecord {
  readonly id: string;
  readonly articleDate: string | null;
  readonly boilerplate: readonly Pair[];
  readonly entities: readonly EntityRecord[];
  readonly claims: readonly ClaimRecord[];
  readonly findings: readonly FindingRecord[];
}

/** The record of a text that is left alone: another language, or not readable. */
export function emptyRecord(id: string): ArticleRecord {
  return { id, articleDate: null, boilerplate: [], entities: [], claims: [], findings: [] };
}

/** With `ownClaims` the article's own claims come after those with a source: kind `article`, neither source nor cue. */
export function recordOf(id: string, article: Article, ownClaims = false): ArticleRecord {
  return {
    id,
    articleDate: article.date?.iso ?? null,
    boilerplate: article.blocks.filter((block) => block.zone === 'boilerplate').map(pair),
    entities: article.blocks.flatMap((block) => entitiesOf(article, block)),
    claims: [...article.claims(), ...(ownClaims ? allOwnClaims(article) : [])].map((claim) => ({
      source: claim.source.map(pair), cue: claim.cue.map(pair), content: claim.content.map(pair),
      sourceKind: claim.linked.sourceKind, quotation: claim.linked.candidate.quotation, parent: claim.parent,
    })),
    findings: [],
  };
}

function entitiesOf(article: Article, block: ArticleBlock): EntityRecord[] {
  const dates = new Map([...datesIn(article, block)].map(({ mention, iso }) => [mention.start, iso]));
  return block.mentions.map((relative) => {
    const mention = moved(relative, block.start);
    const resolved = dates.get(mention.start);
    return {
      start: mention.start, end: mention.end, type: mention.type, text: mention.text, name: mention.canonical,
      confidence: Math.round(confidenceOf(article, mention) * 1000) / 1000, ...(resolved === undefined ? {} : { resolved }),
    };
  });
}

function pair(s: Span): Pair {
  return [s.start, s.end];
}
