/**
 * Who may answer for some words, and by which cue, likeliest first: what the machine reads there, the subjects of the verbs beside the words,
 * who stands nearest in the sentence, then who spoke last before it. The order is that of how often each was right in marked articles
 * (`npm run bench -- parts`). Reads the article alone.
 */
import type { Article, ArticleBlock, Claim, Mention } from '../../analysis/article.js';
import { blockIndexAt, mentionsWithin } from '../../analysis/article.js';
import type { SourceAround } from '../../analysis/claims/index.js';
import { sourcesAround } from '../../analysis/claims/index.js';
import type { NameType } from '../../analysis/types.js';
import type { Span } from '../../base/span.js';
import { lengthOf, moved, overlaps } from '../../base/span.js';

export interface Likely {
  /** Empty: nobody answers for it. */
  readonly spans: readonly Span[];
  readonly reason: string;
}

const SHOWN = 8;
const SPEAKERS = new Set(['PERSON', 'ORG', 'GPE', 'NORP']);
/** Paragraphs before the words in which a speaker is looked for. */
const BEFORE = 3;
/** A claim of which the words are the content, for the most part. */
const SAME = 0.5;
/** Two that share so many of their letters are one choice, not two. */
const ALIKE = 0.5;
/** "No source" is never further down: one claim in eight has none. */
const NO_SOURCE_AT = 2;

interface Near {
  readonly claim: Claim;
  readonly isOn: boolean;
  /** Letters in both, of all letters in either. */
  readonly shared: number;
}

export function likelyParts(article: Article, content: Span): { readonly sources: readonly Likely[]; readonly cues: readonly Likely[] } {
  const index = blockIndexAt(article.blocks, content.start);
  const block = article.blocks[index];
  if (block === undefined) return { sources: [], cues: [] };
  const near = nearest(article.claims(), content, index);
  return { sources: sourcesOf(article, content, block, index, near), cues: cuesOf(article, index, near) };
}

function sourcesOf(article: Article, content: Span, block: ArticleBlock, index: number, near: readonly Near[]): Likely[] {
  const { text } = article;
  const list: Likely[] = [];
  const [best] = near;
  if (best?.isOn === true && best.shared > SAME && best.claim.source.length === 0) list.push({ spans: [], reason: 'these words have a cue, and nobody beside it' });
  for (const { claim, isOn, shared } of near) {
    if (isOn && shared > SAME) add(text, list, claim.source, sourceReason(article, claim, 'these words'));
  }
  const around = sourcesAround(block.analysis.tokenised, namesIn(block), block.mentions.flatMap(({ value }) => (value === undefined ? [] : [value])), moved(content, -block.start));
  const words = ({ span, how, word }: SourceAround): Likely => ({ spans: [moved(span, block.start)], reason: REASONS[how](word) });
  const isBefore = ({ span }: SourceAround): boolean => block.start + span.start < content.start;
  const subjects = around.filter((one) => one.how === 'subject' && isBefore(one)).map(words);
  const rest = around.filter((one) => one.how !== 'subject' || !isBefore(one));
  addAll(text, list, subjects.slice(0, 1));
  for (const { claim, isOn } of near) if (isOn) add(text, list, claim.source, sourceReason(article, claim, 'words around these'));
  const others = (how: SourceAround['how'], most: number): Likely[] => rest.filter((one) => one.how === how).slice(0, most).map(words);
  addAll(text, list, [...others('after', 2), ...subjects.slice(1, 2), ...others('subject', 1), ...others('owner', 2), ...others('agent', 2)]);
  for (const { claim, isOn } of near) {
    if (!isOn && claim.block === index) add(text, list, claim.source, sourceReason(article, claim, 'the same paragraph'));
  }
  const names = mentionsWithin(article, { start: article.blocks[Math.max(0, index - BEFORE)]?.start ?? block.start, end: block.end }).filter((m) => SPEAKERS.has(m.type) && !overlaps(m, content));
  for (const mention of byDistance(names, content)) if (mention.start >= block.start) add(text, list, [mention], 'the nearest name in the paragraph');
  for (const { claim, isOn } of near) if (!isOn && claim.block !== index) add(text, list, claim.source, claim.block < index ? 'who speaks before it' : 'who speaks after it');
  for (const mention of byDistance(names, content)) add(text, list, [mention], 'named before it');
  if (!list.some(({ spans }) => spans.length === 0)) list.splice(NO_SOURCE_AT, 0, { spans: [], reason: 'nobody is named for it' });
  return list.slice(0, SHOWN);
}

const REASONS: Readonly<Record<SourceAround['how'], (word: string) => string>> = {
  subject: (word) => `subject of “${word}”`,
  owner: () => 'whose it is',
  agent: (word) => `named after “${word}”`,
  after: (word) => `named after “${word}”`,
};

function cuesOf(article: Article, index: number, near: readonly Near[]): Likely[] {
  const cues: Likely[] = [];
  for (const { claim, isOn } of near) if (isOn) add(article.text, cues, claim.cue, 'the cue of these words');
  for (const { claim, isOn } of near) if (!isOn && claim.block === index) add(article.text, cues, claim.cue, 'the nearest cue in the paragraph');
  return cues.slice(0, SHOWN);
}

function sourceReason(article: Article, claim: Claim, where: string): string {
  const cue = claim.cue.map((s) => article.text.slice(s.start, s.end)).join(' … ').replace(/\s+/g, ' ');
  return cue === '' ? `the source of ${where}` : `who “${cue}” names for ${where}`;
}

function namesIn(block: ArticleBlock): { start: number; end: number; type: NameType; key: string }[] {
  return block.mentions.flatMap(({ start, end, type, name }) => (name === undefined ? [] : [{ start, end, type: type as NameType, key: name.key, roles: name.roles }]));
}

/** Those on the words first, by how much they share with them; then the nearest. */
function nearest(claims: readonly Claim[], content: Span, index: number): Near[] {
  return claims
    .filter((claim) => claim.block <= index + 1 && claim.block >= index - BEFORE || claim.content.some((s) => overlaps(s, content)))
    .map((claim) => ({ claim, isOn: claim.content.some((s) => overlaps(s, content)), shared: share(claim, content), away: Math.min(...[...claim.cue, ...claim.source, ...claim.content].map((s) => gap(s, content))) + Math.abs(claim.block - index) * 1000 }))
    .sort((a, b) => b.shared - a.shared || a.away - b.away);
}

function share(claim: Claim, content: Span): number {
  const both = inBoth(claim.content, [content]);
  return both === 0 ? 0 : both / (letters(claim.content) + lengthOf(content) - both);
}

/** Letters that stand in both. */
function inBoth(some: readonly Span[], others: readonly Span[]): number {
  let both = 0;
  for (const a of some) for (const b of others) both += Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
  return both;
}

function letters(spans: readonly Span[]): number {
  return spans.reduce((sum, s) => sum + lengthOf(s), 0);
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** Persons before all others. */
function byDistance(names: readonly Mention[], content: Span): Mention[] {
  return [...names].sort((a, b) => Number(b.type === 'PERSON') - Number(a.type === 'PERSON') || gap(a, content) - gap(b, content));
}

function addAll(text: string, list: Likely[], some: readonly Likely[]): void {
  for (const { spans, reason } of some) add(text, list, spans, reason);
}

/** Unless nearly the same, or the same words nearer by, are in the list. */
function add(text: string, list: Likely[], spans: readonly Span[], reason: string): void {
  if (spans.length === 0) return;
  const words = wordsOf(text, spans);
  if (list.some((one) => 2 * inBoth(one.spans, spans) >= ALIKE * (letters(one.spans) + letters(spans)) || wordsOf(text, one.spans) === words)) return;
  list.push({ spans: spans.map(({ start, end }) => ({ start, end })), reason });
}

function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map((s) => text.slice(s.start, s.end)).join(' ').toLowerCase();
}
