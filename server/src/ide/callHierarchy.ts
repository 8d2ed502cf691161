/**
 * A call hierarchy read as "who says what about whom". An entity calls the claims it makes; a claim calls the entities it speaks of,
 * and is called by who makes it and by the claims that repeat it.
 */
import type { Article, Claim, Entity } from '../analysis/article.js';
import { mentionsWithin } from '../analysis/article.js';
import { claimIn, spokenBy } from '../analysis/reading/index.js';
import type { EntityType } from '../analysis/types.js';
import type { Span } from '../base/span.js';
import { shortened } from './card.js';
import { sourceName } from './sayings.js';
import { claimHitsAt, excerpt, jumpOf, placeOf } from './claimPlaces.js';
import { fullestMention, mentionedEntity } from './entityAt.js';
import { repeatsOf } from './repeats.js';
import { roleOf } from './roleOf.js';
import { KIND_WORDS, TYPE_WORDS } from './words.js';

export type Caller = { readonly kind: 'entity'; readonly entity: Entity } | { readonly kind: 'claim'; readonly claim: Claim };

/** How an editor shows a caller, and the key by which it asks for more. */
export interface CallerRow {
  readonly name: string;
  readonly detail: string;
  readonly type: EntityType | 'claim';
  readonly span: Span;
  /** Inside `span`. */
  readonly selection: Span;
  readonly key: CallerKey;
}

export type CallerKey =
  | { readonly entity: string }
  /** `begins`: the first characters of the content, by which the claim is known again after an edit elsewhere. */
  | { readonly claim: number; readonly begins: string };

export interface Call {
  readonly row: CallerRow;
  /** The words that make the call, in order. */
  readonly spans: readonly Span[];
}

const NAME_LENGTH = 80;
const KEY_LENGTH = 32;
/** More calls than a person unfolds; the last one's detail says how many more there are. */
const MOST_CALLS = 40;

/** A call before it is written out. */
interface Found {
  readonly caller: Caller;
  readonly spans: readonly Span[];
}

/** Claims by the entities that they speak of: made once for a version, when calls are first asked for. */
const aboutEntities = new WeakMap<readonly Claim[], ReadonlyMap<string, readonly Found[]>>();

/** The entity whose name is under the caret, else the innermost claim there. */
export function callerAt(article: Article, offset: number): CallerRow | null {
  const entity = mentionedEntity(article, offset)?.entity;
  if (entity !== undefined) return entityRow(entity);
  const claim = claimHitsAt(article, offset)[0]?.claim;
  return claim === undefined ? null : claimRow(article, claim);
}

/** Claims that an entity makes; entities that a claim speaks of. `null` for a key that is stale or not ours. */
export function outgoingCalls(article: Article, key: unknown): Call[] | null {
  const caller = callerOf(article, key);
  if (caller === undefined) return null;
  return shown(article, caller.kind === 'entity' ? claimsMadeBy(article, caller.entity) : spokenOf(article, caller.claim));
}

/** Claims that speak of an entity; who makes a claim, and who repeats it. `null` for a key that is stale or not ours. */
export function incomingCalls(article: Article, key: unknown): Call[] | null {
  const caller = callerOf(article, key);
  if (caller === undefined) return null;
  if (caller.kind === 'entity') return shown(article, claimsAbout(article, caller.entity));
  const makers = makerOf(article, caller.claim);
  // Of hundreds that repeat it only those that are shown are written out.
  const repeats = repeatsOf(article, caller.claim, MOST_CALLS);
  return shown(article, [...makers, ...repeats.first.map((claim) => madeBy(article, claim))], makers.length + repeats.count);
}

/** `count`: of all, where some that are not shown were left out. */
function shown(article: Article, found: readonly Found[], count = found.length): Call[] {
  const more = count - MOST_CALLS;
  return found.slice(0, MOST_CALLS).map(({ caller, spans }, i) => {
    const row = caller.kind === 'entity' ? entityRow(caller.entity) : claimRow(article, caller.claim);
    return { row: more > 0 && i === MOST_CALLS - 1 ? { ...row, detail: `${row.detail} · and ${more.toLocaleString('en-US')} more` } : row, spans };
  });
}

function madeBy(article: Article, claim: Claim): Found {
  return { caller: { kind: 'claim', claim }, spans: claim.cue.length > 0 ? claim.cue : [jumpOf(article, claim)] };
}

function claimsMadeBy(article: Article, entity: Entity): Found[] {
  return spokenBy(article, entity.id).flatMap((place) => claimIn(article, place) ?? []).map((claim) => madeBy(article, claim));
}

function spokenOf(article: Article, claim: Claim): Found[] {
  const found: Found[] = [];
  for (const [id, spans] of mentionsIn(article, claim)) {
    const entity = article.entity(id);
    if (entity !== undefined) found.push({ caller: { kind: 'entity', entity }, spans });
  }
  return found;
}

/** Mentions in the content, by entity. */
function mentionsIn(article: Article, claim: Claim): Map<string, Span[]> {
  const spans = new Map<string, Span[]>();
  for (const part of claim.content) {
    for (const mention of mentionsWithin(article, part)) {
      if (mention.entity === '') continue;
      const list = spans.get(mention.entity);
      if (list === undefined) spans.set(mention.entity, [mention]);
      else list.push(mention);
    }
  }
  return spans;
}

function claimsAbout(article: Article, entity: Entity): readonly Found[] {
  const claims = article.claims();
  let known = aboutEntities.get(claims);
  if (known === undefined) {
    const made = new Map<string, Found[]>();
    for (const claim of claims) {
      for (const [id, spans] of mentionsIn(article, claim)) {
        const list = made.get(id);
        if (list === undefined) made.set(id, [{ caller: { kind: 'claim', claim }, spans }]);
        else list.push({ caller: { kind: 'claim', claim }, spans });
      }
    }
    aboutEntities.set(claims, made);
    known = made;
  }
  return known.get(entity.id) ?? [];
}

function makerOf(article: Article, claim: Claim): Found[] {
  const entity = claim.entity === undefined ? undefined : article.entity(claim.entity);
  return entity === undefined ? [] : [{ caller: { kind: 'entity', entity }, spans: madeBy(article, claim).spans }];
}

function entityRow(entity: Entity): CallerRow {
  const { start, end } = fullestMention(entity) ?? { start: 0, end: 0 };
  const role = roleOf(entity);
  return {
    name: entity.canonical, detail: role === '' ? TYPE_WORDS[entity.type] : shortened(role, NAME_LENGTH), type: entity.type,
    span: { start, end }, selection: { start, end }, key: { entity: entity.id },
  };
}

function claimRow(article: Article, claim: Claim): CallerRow {
  const name = excerpt(article, claim.content, NAME_LENGTH);
  return {
    name: name === '' ? 'Claim' : name, detail: `${sourceName(article, claim)} · ${KIND_WORDS[claim.linked.sourceKind]}`, type: 'claim',
    span: placeOf(article, claim), selection: jumpOf(article, claim), key: { claim: claim.index, begins: beginningOf(article, claim) },
  };
}

function beginningOf(article: Article, { content }: Claim): string {
  const { start, end } = content[0] ?? { start: 0, end: 0 };
  return article.written.slice(start, Math.min(end, start + KEY_LENGTH));
}

function callerOf(article: Article, key: unknown): Caller | undefined {
  if (typeof key !== 'object' || key === null) return undefined;
  if ('entity' in key && typeof key.entity === 'string') {
    const entity = article.entity(key.entity);
    return entity === undefined ? undefined : { kind: 'entity', entity };
  }
  if (!('claim' in key && 'begins' in key) || typeof key.claim !== 'number' || typeof key.begins !== 'string') return undefined;
  const claim = claimOf(article, key.claim, key.begins);
  return claim === undefined ? undefined : { kind: 'claim', claim };
}

/** The claim of this index if it begins so, else the first that does: claims before it may have come or gone. */
function claimOf(article: Article, index: number, begins: string): Claim | undefined {
  const claims = article.claims();
  const own = claims[index];
  if (own !== undefined && beginningOf(article, own) === begins) return own;
  return begins === '' ? undefined : claims.find((claim) => beginningOf(article, claim) === begins);
}
