/** What the index keeps of one article. */
import type { Article, Claim, Mention } from '../analysis/article.js';
import { blockIndexAt, datesIn, resolvedDate } from '../analysis/article.js';
import { foldedCase } from '../analysis/entityIndex.js';
import { comparableOf } from '../analysis/reading/index.js';
import { hull, overlaps } from '../base/span.js';
import type { Span } from '../base/span.js';
import type { IndexedArticle, IndexedClaim, IndexedName, NameKey, Place } from './articleIndex.js';
import { packFacts } from './packing.js';

export function entryOf(article: Article): IndexedArticle {
  const places = placesIn(article.text);
  const names: IndexedName[] = [];
  const numbers = new Map<string, number>();
  for (const { id, type, canonical } of article.entities()) {
    numbers.set(id, names.length);
    names.push({ ...keyOfEntity({ type, canonical }), canonical, places: (article.entity(id)?.mentions ?? []).map(places) });
  }
  const claims: IndexedClaim[] = [];
  for (const claim of article.claims()) {
    const speaker = claim.entity === undefined ? undefined : numbers.get(claim.entity);
    const span = speaker === undefined ? undefined : placeOf(article, claim);
    if (speaker !== undefined && span !== undefined) claims.push({ speaker, place: places(span), facts: factsOf(article, claim) });
  }
  return { day: article.date?.iso ?? null, names: [...names, ...daysOf(article, places)], claims };
}

/** By what two articles mean the same name: type and fullest form, in small letters. */
export function keyOfEntity({ type, canonical }: { readonly type: NameKey['type']; readonly canonical: string }): NameKey {
  return { type, key: foldedCase(canonical) };
}

/** The same for a mention: a name, or a date that resolves. Undefined for amounts, and for times within a day. */
export function keyOfMention(article: Article, mention: Mention): NameKey | undefined {
  const entity = article.entity(mention.entity);
  if (entity !== undefined) return keyOfEntity(entity);
  const iso = mention.type === 'DATE' ? resolvedDate(article, mention) : undefined;
  return iso === undefined ? undefined : { type: 'DATE', key: iso };
}

/** Mentions of the name in document offsets, in order. */
export function mentionsOfKey(article: Article, { type, key }: NameKey): readonly Span[] {
  if (type === 'DATE') return [...datedMentions(article)].flatMap(({ mention, iso }) => (iso === key ? [mention] : []));
  const named = article.entities().find((entity) => entity.type === type && foldedCase(entity.canonical) === key);
  return named === undefined ? [] : article.entity(named.id)?.mentions ?? [];
}

/** What a claim is compared by; empty for one with too few words. */
export function factsOf(article: Article, claim: Claim): Uint8Array {
  const comparable = comparableOf(article, claim);
  return comparable === undefined ? NOTHING : packFacts(comparable);
}

const NOTHING = new Uint8Array();

function* datedMentions(article: Article): Generator<{ mention: Mention; iso: string }> {
  for (const block of article.blocks) for (const { mention, iso } of datesIn(article, block)) if (iso !== undefined && mention.type === 'DATE') yield { mention, iso };
}

function daysOf(article: Article, places: (span: Span) => Place): IndexedName[] {
  const days = new Map<string, Place[]>();
  for (const { mention, iso } of datedMentions(article)) {
    const known = days.get(iso);
    if (known === undefined) days.set(iso, [places(mention)]);
    else known.push(places(mention));
  }
  return [...days].map(([iso, places]) => ({ type: 'DATE', key: iso, canonical: iso, places }));
}

/** What lies in the block of the claim's cue: later pieces of a continued quotation are left out. */
function placeOf(article: Article, claim: Claim): Span | undefined {
  const block = article.blocks[claim.block];
  return block === undefined ? undefined : hull([...claim.source, ...claim.cue, ...claim.content].filter((piece) => overlaps(piece, block)));
}

/** Lines end as in LSP: by `\n`, `\r\n` or `\r`. */
export function placesIn(text: string): (span: Span) => Place {
  const starts = [{ start: 0, end: 0 }];
  for (const { index, 0: mark } of text.matchAll(/\r\n|\n|\r/g)) starts.push({ start: index + mark.length, end: 0 });
  const lineAt = (offset: number): number => blockIndexAt(starts, offset);
  return ({ start, end }) => {
    const line = lineAt(start);
    const endLine = lineAt(end);
    return { line, character: start - (starts[line]?.start ?? 0), endLine, endCharacter: end - (starts[endLine]?.start ?? 0) };
  };
}
