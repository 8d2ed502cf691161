/** What the machine suggests and nobody has decided, and how it is named. */
import type { Article, Claim, Mention } from '../../analysis/article.js';
import { blockIndexAt, confidenceOf } from '../../analysis/article.js';
import type { Span } from '../../base/span.js';
import { hull, overlaps } from '../../base/span.js';
import type { ClaimAttributes } from '../../annotatingProtocol.js';
import type { Role } from './live.js';

export interface Place extends Span {
  readonly role: Role | undefined;
}

export interface Suggestion {
  readonly id: string;
  readonly kind: 'entity' | 'claim';
  /** Entity type, or the kind of the claim's source. */
  readonly type: string;
  readonly places: readonly Place[];
  readonly whole: Span;
  readonly entity: string | null;
  /** 0–1. */
  readonly confidence: number;
  /** Of a claim. */
  readonly attributes: ClaimAttributes;
  /** The second tier may have had a hand in it, where it has read the article; else it comes from rules and lists alone. */
  readonly isModels: boolean;
}

/** Letters of the words in an id: enough to tell that they are still the same. */
const ID_LETTERS = 40;

/** In order of the text, those of the blocks that touch the spans; all without them. Entities alone need no linking of claims. */
export function suggestionsIn(article: Article, within: readonly Span[] | null, kind?: 'entity'): Suggestion[] {
  const found: Suggestion[] = [];
  const first = within === null ? 0 : Math.max(0, blockIndexAt(article.blocks, Math.min(...within.map((s) => s.start))));
  const last = within === null ? Infinity : Math.max(...within.map((s) => s.end));
  for (let i = first; i < article.blocks.length; i++) {
    const block = article.blocks[i];
    if (block === undefined || block.start > last) break;
    if (within !== null && !within.some((s) => s.start <= block.end && block.start <= s.end)) continue;
    collect(found, article, i, kind);
  }
  return found.sort((a, b) => a.whole.start - b.whole.start || b.whole.end - a.whole.end);
}

/** Those of one block, in no order. */
export function suggestionsOf(article: Article, block: number): Suggestion[] {
  const found: Suggestion[] = [];
  collect(found, article, block);
  return found;
}

function collect(found: Suggestion[], article: Article, i: number, kind?: 'entity'): void {
  const block = article.blocks[i];
  if (block === undefined) return;
  for (const mention of block.mentions) {
    if (mention.name?.mark !== undefined || mention.value?.mark !== undefined) continue;
    const place = { start: block.start + mention.start, end: block.start + mention.end };
    found.push({
      id: `entity/${mention.type}/${i}/${mention.start}/${mention.text.slice(0, ID_LETTERS)}`, kind: 'entity', type: mention.type, places: [{ ...place, role: undefined }], whole: place,
      entity: mention.entity === '' ? null : mention.entity, confidence: confidenceOf(article, mention), attributes: {},
      isModels: mention.name?.reasons.some(({ kind: of }) => of === 'model') ?? false,
    });
  }
  if (kind === 'entity') return;
  for (const claim of article.claimsOf(i)) {
    const suggestion = claimSuggestion(article, claim);
    if (suggestion !== null) found.push(suggestion);
  }
}

/** By its id; undefined for one that is no more. */
export function suggestionOf(article: Article, id: string): Suggestion | undefined {
  const block = article.blocks[Number(/^(?:entity|claim)\/[^/]*\/(\d+)\//.exec(id)?.[1] ?? -1)];
  return block === undefined ? undefined : suggestionsIn(article, [{ start: block.start, end: block.start }], id.startsWith('entity/') ? 'entity' : undefined).find((one) => one.id === id);
}

function claimSuggestion(article: Article, claim: Claim): Suggestion | null {
  const { candidate, sourceKind } = claim.linked;
  const block = article.blocks[claim.block];
  const whole = hull([...claim.source, ...claim.cue, ...claim.content]);
  if (candidate.mark !== undefined || block === undefined || whole === undefined) return null;
  const words = claim.content[0] ?? whole;
  const at = (claim.cue[0] ?? words).start - block.start;
  const role = (name: Role, spans: readonly Span[]): Place[] => spans.map((s) => ({ start: s.start, end: s.end, role: name }));
  return {
    id: `claim/${sourceKind}/${claim.block}/${at}/${article.text.slice(words.start, Math.min(words.end, words.start + ID_LETTERS))}`, kind: 'claim', type: sourceKind,
    places: [...role('source', claim.source), ...role('cue', claim.cue), ...role('content', claim.content)], whole, entity: claim.entity ?? null, confidence: candidate.confidence,
    attributes: { stance: candidate.stance, certainty: candidate.negated ? 'certain-not' : 'certain', quotation: candidate.quotation, sourceKind }, isModels: true,
  };
}

/** Entity of the present analysis that stands on the span, and how sure the machine is of it. */
export function entityAt(article: Article, span: Span): { entity: string | null; confidence: number } {
  const mention = mentionOn(article, span);
  return mention === undefined ? { entity: null, confidence: 0 } : { entity: mention.entity === '' ? null : mention.entity, confidence: confidenceOf(article, mention) };
}

/** Its place counts from its block's start. */
export function mentionOn(article: Article, span: Span): Mention | undefined {
  const block = article.blocks[blockIndexAt(article.blocks, span.start)];
  return block?.mentions.find((m) => overlaps({ start: block.start + m.start, end: block.start + m.end }, span));
}
