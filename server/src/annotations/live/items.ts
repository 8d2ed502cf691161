/** What is decided and what is left to decide, as a list shows it; places are spans. */
import type { AnnotationItem, CheckState } from '../../annotatingProtocol.js';
import { CHECK_STATES } from '../../annotatingProtocol.js';
import type { Article } from '../../analysis/article.js';
import { blockIndexAt } from '../../analysis/article.js';
import type { Span } from '../../base/span.js';
import { hull, overlaps, trimmed } from '../../base/span.js';
import type { Annotation } from '../annotation.js';
import type { Live, LiveAnnotations, Role } from './live.js';
import type { Place, Suggestion } from './suggestions.js';
import { entityAt, suggestionsIn, suggestionsOf } from './suggestions.js';
import { isDecidable } from './tally.js';

export interface Item extends Omit<AnnotationItem, 'range' | 'parts' | 'proposals' | 'quote'> {
  readonly places: readonly Place[];
  /** From its first word to its last in one paragraph; null where orphaned. */
  readonly span: Span | null;
  readonly proposals: readonly Span[];
  /** White space folded, cut. */
  readonly quote: string;
}

const QUOTE_LENGTH = 200;

/** In order of the text, orphans last. `within` leaves orphans out. */
export function itemsOf(article: Article, state: LiveAnnotations | null, within: readonly Span[] | null): Item[] {
  const notes = notesOf(state);
  const items = suggestionsIn(article, within).filter((one) => within === null || within.some((s) => touchesOrHolds(s, one.whole))).map((one) => ofSuggestion(article, one, notes));
  if (state !== null) for (const live of livesIn(state, within)) if (isDecidable(live)) items.push(itemOfLive(article, state, live, notes));
  return items.sort(inListOrder);
}

/** What waits for a decision in some parts of the text, and where it is to be marked. In no order. */
export function waitingIn(article: Article, state: LiveAnnotations | null, within: readonly Span[]): Waiting[] {
  const waiting = suggestionsIn(article, within).filter(({ whole }) => within.some((s) => touchesOrHolds(s, whole))).map(({ id, places }): Waiting => ({ id, isChanged: false, spans: markedOf(article, places) }));
  if (state === null) return waiting;
  for (const live of livesIn(state, within)) {
    const anchoring = live.annotation.review === 'accepted' && isDecidable(live) ? state.anchoringOf(live) : 'anchored';
    if (anchoring === 'edited' || anchoring === 'incomplete') waiting.push({ id: live.annotation.id, isChanged: true, spans: markedOf(article, placesOf(article.text, live)) });
  }
  return waiting;
}

export interface Waiting {
  readonly id: string;
  readonly isChanged: boolean;
  readonly spans: readonly Span[];
}

/** A claim is marked where its content stands: source and cue keep their own marks. */
function markedOf(article: Article, places: readonly Place[]): readonly Span[] {
  // Of an entity.
  if (places.length === 1) return places;
  const content = places.filter(({ role }) => role === 'content');
  if (content.length > 0) return content;
  const span = spanOfPlaces(article, places);
  return span === null ? [] : [span];
}

/** The suggestions of one block. */
export function itemsOfBlock(article: Article, block: number, notes: Notes): Item[] {
  return suggestionsOf(article, block).map((one) => ofSuggestion(article, one, notes));
}

/** By place, orphans last. */
export function inListOrder(a: Pick<Item, 'id' | 'span'>, b: Pick<Item, 'id' | 'span'>): number {
  if (a.span === null || b.span === null) return Number(a.span === null) - Number(b.span === null);
  return a.span.start - b.span.start || b.span.end - a.span.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Those that people have decided on, in order of the text, orphans last: of a file that is only looked at. */
export function keptItemsOf(article: Article, state: LiveAnnotations): Item[] {
  const notes = notesOf(state);
  return [...state.all.values()].filter(isDecidable).map((live) => itemOfLive(article, state, live, notes)).sort((a, b) => (a.span?.start ?? Infinity) - (b.span?.start ?? Infinity) || 0);
}

function livesIn(state: LiveAnnotations, within: readonly Span[] | null): Iterable<Live> {
  if (within === null) return state.all.values();
  const found = new Set<Live>();
  for (const span of within) for (const { holder, isEmpty } of state.track.within(span.end > span.start ? span : { start: span.start - 1, end: span.end + 1 })) if (holder !== null && !isEmpty) found.add(holder);
  return found;
}

function touchesOrHolds(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}

/* ---------- what is noted about others ---------- */

export interface Notes {
  readonly comments: ReadonlyMap<string, number>;
  readonly checks: ReadonlyMap<string, CheckState>;
}

const NO_NOTES: Notes = { comments: new Map(), checks: new Map() };

/** Comments and checks by what they are about: an id, or a place. */
export function notesOf(state: LiveAnnotations | null): Notes {
  if (state === null) return NO_NOTES;
  const comments = new Map<string, number>();
  const checks = new Map<string, CheckState>();
  for (const { annotation: { body, about }, parts } of [...state.of('comment'), ...state.of('check')]) {
    if (body.type !== 'comment' && body.type !== 'check') continue;
    const key = about ?? keyOfPlaces(parts.filter((p) => !p.span.isEmpty).map(({ role, span }) => ({ role, start: span.start, end: span.end })));
    if (body.type === 'comment') comments.set(key, (comments.get(key) ?? 0) + 1);
    else checks.set(key, CHECK_STATES.find((one) => one === body.status) ?? 'unchecked');
  }
  return { comments, checks };
}

/** Equal for what stands on the same words: an entity's span, the first cue (or the first words) of a claim. */
export function keyOfPlaces(places: readonly Place[]): string {
  for (const role of ['cue', 'content'] as const) {
    const first = places.filter((p) => p.role === role).sort((a, b) => a.start - b.start)[0];
    if (first !== undefined) return `claim ${first.start}`;
  }
  const [entity] = places;
  return entity === undefined ? '' : `entity ${entity.start} ${entity.end}`;
}

/* ---------- items ---------- */

function ofSuggestion(article: Article, { id, kind, type, places, entity, confidence }: Suggestion, notes: Notes): Item {
  const key = keyOfPlaces(places);
  const span = spanOfPlaces(article, places);
  return {
    id, kind, review: 'undecided', anchoring: 'anchored', origin: 'machine', type, quote: quoteOf(article.text, places), entity, confidence, places, span, proposals: [],
    check: notes.checks.get(key) ?? null, comments: notes.comments.get(key) ?? 0,
  };
}

export function itemOfLive(article: Article, state: LiveAnnotations, live: Live, notes: Notes): Item {
  const { annotation } = live;
  const { body } = annotation;
  const places = placesOf(article.text, live);
  const anchoring = state.anchoringOf(live);
  const span = anchoring === 'orphaned' ? null : spanOfPlaces(article, places);
  const isMachine = annotation.creator?.type === 'Software';
  const reading = span === null || body.type !== 'entity' ? null : entityAt(article, span);
  const key = keyOfPlaces(places);
  return {
    id: annotation.id, kind: body.type === 'claim' ? 'claim' : 'entity', review: annotation.review === 'rejected' ? 'rejected' : 'accepted', anchoring, origin: isMachine ? 'machine' : 'person',
    type: body.type === 'entity' ? body.entityType : body.type === 'claim' ? body.attributes.sourceKind ?? 'article' : '',
    quote: span === null ? storedQuote(article.text, live) : quoteOf(article.text, places), entity: reading?.entity ?? null, confidence: isMachine ? reading?.confidence ?? 1 : null, places: span === null ? [] : places, span,
    proposals: proposalsOf(live), check: notes.checks.get(annotation.id) ?? notes.checks.get(key) ?? null,
    comments: (notes.comments.get(annotation.id) ?? 0) + (key === '' ? 0 : notes.comments.get(key) ?? 0),
  };
}

/** Where an orphan may belong: three places at most. */
function proposalsOf({ proposals, parts }: Live): Span[] {
  const all = [...proposals, ...parts.flatMap(({ span }) => (span.isEmpty ? span.proposals : []))];
  return all.filter(({ isEmpty }) => !isEmpty).slice(0, 3).map(({ start, end }) => ({ start, end }));
}

/** Where its parts stand now, without those whose words are gone. */
export function placesOf(text: string, live: Live): Place[] {
  const places: Place[] = [];
  for (const { role, span } of live.parts) {
    if (span.isEmpty) continue;
    const place = trimmed(text, span);
    if (place.end > place.start) places.push({ ...place, role });
  }
  return places;
}

/** The words of what has lost its place, as they were when all of them were last seen. */
export function storedQuote(text: string, live: Live): string {
  const now = live.parts.filter(({ role }) => isSaid(role)).map(({ span }) => span.wordsIn(text)).filter((words) => words.trim() !== '');
  return now.length > 0 ? cut(now.join(' […] ')) : wordsOf(live.annotation.anchors);
}

/** The words that are kept in a sidecar. */
export function wordsOf(anchors: Annotation['anchors']): string {
  return cut(anchors.filter(({ role }) => isSaid(role)).map(({ exact }) => exact).join(' […] '));
}

function isSaid(role: Role | undefined): boolean {
  return role === undefined || role === 'content';
}

export function quoteOf(text: string, places: readonly Place[]): string {
  const said = places.filter((p) => p.role === 'content');
  const shown = (said.length > 0 ? said : places).slice(0, QUOTE_LENGTH);
  return cut([...shown].sort((a, b) => a.start - b.start).map((s) => text.slice(s.start, Math.min(s.end, s.start + 2 * QUOTE_LENGTH))).join(' […] '));
}

function cut(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  return line.length <= QUOTE_LENGTH ? line : `${line.slice(0, QUOTE_LENGTH - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What lies in the paragraph of its cue, or of its first words. */
export function spanOfPlaces(article: Article, places: readonly Place[]): Span | null {
  const role = (name: Role | undefined): Place | undefined => places.filter((p) => p.role === name).sort((a, b) => a.start - b.start)[0];
  const home = role('cue') ?? role('content') ?? places[0];
  if (home === undefined) return null;
  const block = article.blocks[blockIndexAt(article.blocks, home.start)];
  return hull(places.filter((p) => p === home || (block !== undefined && overlaps(p, block)))) ?? null;
}
