/**
 * Who may answer for some words, and by which cue, likeliest first: what the machine reads there, then what stands nearest in the sentence,
 * then who spoke last before it. Reads the article alone.
 */
import type { Article, Claim, Mention } from '../../analysis/article.js';
import { blockIndexAt, mentionsWithin } from '../../analysis/article.js';
import type { Span } from '../../base/span.js';
import { overlaps } from '../../base/span.js';

export interface Likely {
  readonly spans: readonly Span[];
  readonly reason: string;
}

const SHOWN = 8;
const SPEAKERS = new Set(['PERSON', 'ORG', 'GPE', 'NORP']);
/** Paragraphs before the words in which a speaker is looked for. */
const BEFORE = 3;

export function likelyParts(article: Article, content: Span): { readonly sources: readonly Likely[]; readonly cues: readonly Likely[] } {
  const index = blockIndexAt(article.blocks, content.start);
  const block = article.blocks[index];
  if (block === undefined) return { sources: [], cues: [] };
  const claims = article.claims();
  const ranked = nearest(claims, content, index);
  const sources: Likely[] = [];
  const cues: Likely[] = [];
  for (const { claim, isOn } of ranked) {
    const cue = words(article, claim.cue);
    if (isOn && claim.cue.length > 0) add(cues, claim.cue, 'the cue of these words');
    if (claim.source.length > 0 && isOn) add(sources, claim.source, cue === '' ? 'the source of these words' : `who “${cue}” names`);
  }
  for (const { claim, isOn } of ranked) {
    if (isOn) continue;
    const cue = words(article, claim.cue);
    if (claim.cue.length > 0 && claim.block === index) add(cues, claim.cue, 'the nearest cue in the paragraph');
    if (claim.source.length > 0) add(sources, claim.source, claim.block === index ? `who “${cue}” names in the same paragraph` : 'who speaks before it');
  }
  const names = mentionsWithin(article, { start: article.blocks[Math.max(0, index - BEFORE)]?.start ?? block.start, end: block.end }).filter((m) => SPEAKERS.has(m.type) && !overlaps(m, content));
  for (const mention of byDistance(names, content)) add(sources, [mention], mention.start >= block.start ? 'the nearest name in the paragraph' : 'named before it');
  return { sources: sources.slice(0, SHOWN), cues: cues.slice(0, SHOWN) };
}

function nearest(claims: readonly Claim[], content: Span, index: number): { readonly claim: Claim; readonly isOn: boolean }[] {
  return claims
    .filter((claim) => claim.block <= index + 1 && claim.block >= index - BEFORE || claim.content.some((s) => overlaps(s, content)))
    .map((claim) => ({ claim, isOn: claim.content.some((s) => overlaps(s, content)), shared: share(claim, content), away: Math.min(...[...claim.cue, ...claim.source, ...claim.content].map((s) => gap(s, content))) + Math.abs(claim.block - index) * 1000 }))
    .sort((a, b) => b.shared - a.shared || a.away - b.away);
}

/** How well the claim's words are these: letters in both, of all letters in either. */
function share(claim: Claim, content: Span): number {
  const both = claim.content.reduce((sum, s) => sum + Math.max(0, Math.min(s.end, content.end) - Math.max(s.start, content.start)), 0);
  const own = claim.content.reduce((sum, s) => sum + s.end - s.start, 0);
  return both === 0 ? 0 : both / (own + content.end - content.start - both);
}

function gap(a: Span, b: Span): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

function byDistance(names: readonly Mention[], content: Span): Mention[] {
  return [...names].sort((a, b) => Number(b.type === 'PERSON') - Number(a.type === 'PERSON') || gap(a, content) - gap(b, content));
}

function words(article: Article, spans: readonly Span[]): string {
  return spans.map((s) => article.text.slice(s.start, s.end)).join(' … ').replace(/\s+/g, ' ');
}

function add(list: Likely[], spans: readonly Span[], reason: string): void {
  if (!list.some((one) => one.spans.some((a) => spans.some((b) => a.start === b.start && a.end === b.end)))) list.push({ spans: spans.map(({ start, end }) => ({ start, end })), reason });
}
