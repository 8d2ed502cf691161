/** Comments in threads, and the checking log. */
import type { CheckState, Evidence } from '../../annotatingProtocol.js';
import { CHECK_STATES } from '../../annotatingProtocol.js';
import type { Article } from '../../analysis/article.js';
import type { Span } from '../../base/span.js';
import { oneLine } from './oneLine.js';
import type { Item } from './items.js';
import { itemsOf, keyOfPlaces, placesOf, quoteOf, spanOfPlaces, storedQuote } from './items.js';
import type { Live, LiveAnnotations } from './live.js';

export interface Thread {
  readonly on: string;
  readonly quote: string;
  readonly span: Span | null;
  readonly comments: readonly { readonly id: string; readonly text: string; readonly author: string; readonly modified: string }[];
}

/** In order of the text; what is commented on in one place is one thread. */
export function threadsOf(article: Article, state: LiveAnnotations): Thread[] {
  const threads = new Map<string, { on: string; quote: string; span: Span | null; comments: { id: string; text: string; author: string; created: string; modified: string }[] }>();
  let items: Map<string, Item> | null = null;
  for (const live of state.all.values()) {
    const { annotation } = live;
    if (annotation.body.type !== 'comment') continue;
    const target = annotation.about === undefined ? live : state.all.get(annotation.about);
    const places = target === undefined ? [] : placesOf(article.text, target);
    const key = annotation.about ?? keyOfPlaces(places);
    // What it is about may be a suggestion still.
    items ??= new Map(itemsOf(article, state, null).map((item) => [keyOfPlaces(item.places), item]));
    const thread = threads.get(key) ?? {
      on: annotation.about ?? items.get(key)?.id ?? annotation.id, quote: places.length > 0 ? quoteOf(article.text, places) : target === undefined ? '' : storedQuote(article.text, target), span: spanOfPlaces(article, places), comments: [],
    };
    threads.set(key, thread);
    thread.comments.push({ id: annotation.id, text: annotation.body.text, author: annotation.creator?.name ?? '', created: annotation.created, modified: annotation.modified });
  }
  for (const { comments } of threads.values()) comments.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : 0));
  return [...threads.values()].sort((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity) || 0);
}

export interface Check {
  readonly on: string;
  readonly kind: 'entity' | 'claim';
  readonly type: string;
  readonly quote: string;
  readonly source: string;
  readonly state: CheckState;
  readonly evidence: readonly Evidence[];
  readonly by: string;
  readonly when: string;
  readonly span: Span | null;
}

/** Every claim that nobody has rejected, checked or not; names and figures once something was noted about them; last, what is noted of lost places. */
export function checksOf(article: Article, state: LiveAnnotations | null): Check[] {
  const noted = new Map<string, Live>();
  for (const live of state?.all.values() ?? []) if (live.annotation.body.type === 'check') noted.set(live.annotation.about ?? keyOfPlaces(placesOf(article.text, live)), live);
  const lines: Check[] = [];
  const seen = new Set<Live>();
  for (const item of itemsOf(article, state, null)) {
    const live = noted.get(item.id) ?? noted.get(keyOfPlaces(item.places));
    if (live === undefined && (item.kind !== 'claim' || item.review === 'rejected' || item.span === null)) continue;
    if (live !== undefined && seen.has(live)) continue;
    if (live !== undefined) seen.add(live);
    const source = item.places.filter(({ role }) => role === 'source').map((s) => oneLine(article.text.slice(s.start, s.end))).join(' […] ');
    lines.push({ on: item.id, kind: item.kind, type: item.type, quote: item.quote, source, span: item.span, ...statusOf(live) });
  }
  for (const live of noted.values()) {
    if (seen.has(live)) continue;
    const places = placesOf(article.text, live);
    const kind = live.annotation.anchors.some(({ role }) => role !== undefined) || places.some(({ role }) => role !== undefined) ? 'claim' : 'entity';
    lines.push({ on: live.annotation.id, kind, type: '', quote: places.length > 0 ? quoteOf(article.text, places) : storedQuote(article.text, live), source: '', span: spanOfPlaces(article, places), ...statusOf(live) });
  }
  return lines;
}

/** Words of the headline; empty where there is none. */
export function titleOf({ blocks, written }: Article): string {
  const headline = blocks.find(({ zone }) => zone === 'headline');
  return headline === undefined ? '' : oneLine(written.slice(headline.start, headline.end));
}

function statusOf(live: Live | undefined): Pick<Check, 'state' | 'evidence' | 'by' | 'when'> {
  const body = live?.annotation.body;
  if (body?.type !== 'check') return { state: 'unchecked', evidence: [], by: '', when: '' };
  return { state: CHECK_STATES.find((one) => one === body.status) ?? 'unchecked', evidence: body.evidence, by: body.by, when: body.on };
}
