/** What belongs to the words under the caret: the parts of the claim on its cue, all mentions on an entity, else the parts of the claim around. */
import type { Article, Claim } from '../analysis/article.js';
import type { Span } from '../base/span.js';
import type { ClaimPart } from './claimPlaces.js';
import { claimHitsAt } from './claimPlaces.js';
import { mentionedEntity } from './entityAt.js';

export interface Highlight extends Span {
  readonly kind: 'mention' | ClaimPart;
}

export function documentHighlights(article: Article, offset: number): readonly Highlight[] | null {
  const claims = claimHitsAt(article, offset);
  const cued = claims.find((hit) => hit.part === 'cue');
  if (cued !== undefined) return partsOf(cued.claim);
  const mentioned = mentionedEntity(article, offset);
  if (mentioned !== undefined) return mentioned.entity.mentions.map(({ start, end }) => ({ start, end, kind: 'mention' }));
  const [around] = claims;
  return around === undefined ? null : partsOf(around.claim);
}

function partsOf(claim: Claim): Highlight[] {
  const marked = (spans: readonly Span[], kind: ClaimPart): Highlight[] => spans.map(({ start, end }) => ({ start, end, kind }));
  return [...marked(claim.source, 'source'), ...marked(claim.cue, 'cue'), ...marked(claim.content, 'content')].sort((a, b) => a.start - b.start);
}
