/** Every place where the same words stand as whole words, outside boilerplate. */
import type { Article } from '../../analysis/article.js';
import { blockIndexAt } from '../../analysis/article.js';
import type { Span } from '../../base/span.js';
import { moved, trimmed } from '../../base/span.js';
import type { LiveAnnotations } from './live.js';

export interface Found extends Span {
  readonly before: string;
  readonly after: string;
  readonly acceptedAs: string | null;
}

const CONTEXT = 32;

export function occurrencesOf(article: Article, state: LiveAnnotations | null, asked: Span): { readonly suggestedType: string | null; readonly found: readonly Found[] } {
  const { text, blocks } = article;
  const words = text.slice(trimmed(text, asked).start, trimmed(text, asked).end);
  const found: Found[] = [];
  if (words === '') return { suggestedType: null, found };
  for (const block of blocks) {
    if (block.zone === 'boilerplate') continue;
    for (let at = text.indexOf(words, block.start); at >= 0 && at + words.length <= block.end; at = text.indexOf(words, at + words.length)) {
      const span = { start: at, end: at + words.length };
      if (isWhole(text, span)) found.push({ ...span, before: text.slice(Math.max(block.start, at - CONTEXT), at), after: text.slice(span.end, Math.min(block.end, span.end + CONTEXT)), acceptedAs: acceptedAs(state, span) });
    }
  }
  return { suggestedType: found.map((span) => span.acceptedAs).find((type) => type !== null) ?? typeOf(article, found), found };
}

function isWhole(text: string, { start, end }: Span): boolean {
  const joins = (a: string, b: string): boolean => /[\p{L}\p{N}\p{M}]$/u.test(a) && /^[\p{L}\p{N}\p{M}]/u.test(b);
  return !joins(text.slice(Math.max(0, start - 2), start), text.slice(start, start + 2)) && !joins(text.slice(Math.max(0, end - 2), end), text.slice(end, end + 2));
}

function acceptedAs(state: LiveAnnotations | null, span: Span): string | null {
  for (const tracked of state?.track.within(span) ?? []) {
    const annotation = tracked.holder?.annotation;
    if (annotation?.body.type === 'entity' && annotation.review === 'accepted' && tracked.start === span.start && tracked.end === span.end) return annotation.body.entityType;
  }
  return null;
}

/** What the machine makes of most of them. */
function typeOf({ blocks }: Article, found: readonly Span[]): string | null {
  const counts = new Map<string, number>();
  for (const span of found) {
    const block = blocks[blockIndexAt(blocks, span.start)];
    const mention = block?.mentions.map((m) => moved(m, block.start)).find((m) => m.start === span.start && m.end === span.end);
    if (mention !== undefined) counts.set(mention.type, (counts.get(mention.type) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
