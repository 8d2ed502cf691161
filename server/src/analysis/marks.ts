/**
 * What people have decided, laid over what the rules and the model find in one block: an accepted or added mention stands whatever
 * the machine says, a rejected one is gone. Pure; the engine asks for the marks of a block only when the block or its marks change.
 */
import type { Span } from '../base/span.js';
import { contains, hull, overlaps } from '../base/span.js';
import type { NameReason } from './entities/names/index.js';
import { keyOf } from './entities/names/index.js';
import type { BlockClaims, ClaimCandidate, EntityType, Mark, NameCandidate, NameType, QuotationKind, SourceKind, Stance, TokenisedBlock, ValueMention, ValueType } from './types.js';
import { ENTITY_TYPES, SOURCE_KINDS, STANCES } from './types.js';

export type MarkReview = 'accepted' | 'rejected';

/** Relative to the block, inside it. */
export interface EntityMark extends Span {
  readonly id: string;
  readonly type: string;
  readonly review: MarkReview;
  /** Who and when, for the card: "M. Kask, 2026-11-29". */
  readonly by: string;
}

/** Relative to the block; parts may lie outside of it. */
export interface ClaimMark {
  readonly id: string;
  readonly review: MarkReview;
  readonly by: string;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly stance?: string;
  readonly certainty?: string;
  readonly quotation?: string;
  readonly sourceKind?: string;
}

/** The marks of one block. An immutable value. */
export interface BlockMarks {
  /** Equal for equal marks. */
  readonly signature: string;
  readonly entities: readonly EntityMark[];
  /** Those whose home the block is. */
  readonly claims: readonly ClaimMark[];
  /** A part of some claim lies outside the block: to be asked for again after each edit. */
  readonly wide: boolean;
  /** Part of a claim lies here whose home is another block. */
  readonly reached: boolean;
}

/** Where the engine asks for the marks of a block; null for a block without any. */
export interface Marks {
  in(block: Span): BlockMarks | null;
}

export interface NamesAndValues {
  readonly names: readonly NameCandidate[];
  readonly values: readonly ValueMention[];
}

/** Points of a name that a person has marked: they outweigh all that rules and model may say of the same name elsewhere. */
const MARKED = 150;
const VALUE_TYPES: ReadonlySet<string> = new Set<ValueType>(['DATE', 'TIME', 'PERCENT', 'MONEY', 'QUANTITY', 'ORDINAL', 'CARDINAL']);
const TYPES: ReadonlySet<string> = new Set(ENTITY_TYPES);

/** Candidates with what people marked: accepted ones are there with their type, what they overlap is gone. */
export function markEntities(block: TokenisedBlock, found: NamesAndValues, marks: BlockMarks | null): NamesAndValues {
  if (marks === null || marks.entities.length === 0) return found;
  const accepted = outermost(marks.entities.filter((mark) => mark.review === 'accepted' && isEntityType(mark.type)));
  const rejected = marks.entities.filter((mark) => mark.review === 'rejected');
  const names: NameCandidate[] = found.names.filter((name) => !accepted.some((mark) => overlaps(mark, name)));
  const values: ValueMention[] = found.values.filter((value) => !accepted.some((mark) => overlaps(mark, value)) && !rejected.some((mark) => isSame(mark, value) && mark.type === value.type));
  for (const mark of accepted) {
    const known = VALUE_TYPES.has(mark.type) ? undefined : found.names.find((name) => isSame(name, mark));
    const value = found.values.find((one) => isSame(one, mark) && one.type === mark.type);
    if (isValueType(mark.type)) values.push(markedValue(block, mark, mark.type, value));
    else if (isNameType(mark.type)) names.push(markedName(block, mark, mark.type, known));
  }
  return { names: names.sort(byStart), values: values.sort(byStart) };
}

/** True if a person has said that this is not one of that type. */
export function isRejected(marks: BlockMarks | null, span: Span, type: EntityType): boolean {
  return marks?.entities.some((mark) => mark.review === 'rejected' && mark.type === type && isSame(mark, span)) ?? false;
}

function markedName(block: TokenisedBlock, mark: EntityMark, type: NameType, known: NameCandidate | undefined): NameCandidate {
  const { start, end } = mark;
  const text = block.text.slice(start, end);
  const reason: NameReason = { kind: 'person', text: `marked by ${mark.by}`, supports: type };
  const own = known ?? { start, end, text, key: keyOf(text), scores: {}, reasons: [], roles: [], sentenceStart: false };
  return { ...own, scores: { ...own.scores, [type]: (own.scores[type] ?? 0) + MARKED }, reasons: [reason, ...own.reasons], mark: { id: mark.id, by: mark.by, type } };
}

function markedValue(block: TokenisedBlock, { start, end, id, by }: EntityMark, type: ValueType, known: ValueMention | undefined): ValueMention {
  return known === undefined ? { start, end, type, text: block.text.slice(start, end), confidence: 1, mark: { id, by, type } } : { ...known, confidence: 1, mark: { id, by, type } };
}

/** Mentions are disjoint: of two that overlap the one shows that holds the other, or starts first. */
function outermost(marks: readonly EntityMark[]): EntityMark[] {
  const shown: EntityMark[] = [];
  for (const mark of [...marks].sort((a, b) => a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : 1))) {
    if (mark.end > mark.start && mark.start >= (shown[shown.length - 1]?.end ?? 0)) shown.push(mark);
  }
  return shown;
}

/** Claims with what people marked. A claim of the machine gives way to the person's that has the same cue, or, without a cue, the same words. */
export function markClaims(found: BlockClaims, marks: BlockMarks | null, mentions: readonly (Span & { readonly type: EntityType })[], block: TokenisedBlock): BlockClaims {
  if (marks === null || (marks.claims.length === 0 && !marks.reached)) return found;
  const accepted = marks.claims.filter((mark) => mark.review === 'accepted');
  const kept = found.claims.map((claim) => !marks.claims.some((mark) => isSameClaim(mark, claim)));
  const made = accepted.map((mark) => markedClaim(mark, found.claims.find((claim) => isSameClaim(mark, claim)), mentions, block));
  const all = [...found.claims.flatMap((claim, old) => (kept[old] === true ? [{ claim, old }] : [])), ...made.map((claim) => ({ claim, old: -1 }))];
  all.sort((a, b) => startOf(a.claim) - startOf(b.claim) || endOf(b.claim) - endOf(a.claim) || a.old - b.old);
  const indexOf = new Map(all.map(({ old }, index) => [old, index]));
  const surviving = (old: number | null): number | null => {
    for (let at = old, steps = 0; at !== null && steps <= found.claims.length; at = found.claims[at]?.parent ?? null, steps++) if (kept[at] === true) return indexOf.get(at) ?? null;
    return null;
  };
  const claims = all.map(({ claim, old }) => (old < 0 ? claim : { ...claim, parent: surviving(claim.parent) }));
  const placed = claims.map((claim, index) => (claim.mark === undefined ? claim : { ...claim, parent: parentOf(claim, index, claims) }));
  const open = found.openAtEnd;
  const { continues } = found;
  return {
    claims: placed, openAtEnd: open === null || kept[open] !== true ? null : indexOf.get(open) ?? null,
    continues: continues === null || marks.reached || accepted.some((mark) => mark.content.some((part) => overlaps(part, continues))) ? null : continues,
    ...(marks.reached ? { reached: true } : {}),
  };
}

export function isSameClaim(a: ClaimPlaces, b: ClaimPlaces): boolean {
  if (a.cue.length > 0 && b.cue.length > 0) return anyOverlap(a.cue, b.cue) && (anyOverlap(a.content, b.content) || a.content.length === 0 || b.content.length === 0);
  return a.cue.length === b.cue.length && anyOverlap(a.content, b.content);
}

export interface ClaimPlaces {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

function anyOverlap(a: readonly Span[], b: readonly Span[]): boolean {
  return a.some((one) => b.some((other) => overlaps(one, other)));
}

function markedClaim(mark: ClaimMark, known: ClaimCandidate | undefined, mentions: readonly (Span & { readonly type: EntityType })[], block: TokenisedBlock): ClaimCandidate {
  const { source, cue, content, id, by } = mark;
  const text = attributesFromText(mark, mentions, block.text);
  const sourceKind = isSourceKind(mark.sourceKind) ? mark.sourceKind : known?.sourceKind ?? text.sourceKind;
  const inside = { start: 0, end: block.text.length };
  const wide = [source, cue, content].some((part) => part.some((s) => !contains(inside, s)));
  return {
    source, cue, content, stance: isStance(mark.stance) ? mark.stance : known?.stance ?? 'report',
    negated: mark.certainty === undefined ? known?.negated ?? false : mark.certainty.endsWith('-not'), quotation: isQuotation(mark.quotation) ? mark.quotation : known?.quotation ?? text.quotation,
    sourceKind, kindReason: known?.sourceKind === sourceKind ? known.kindReason : '', ...(known?.head === undefined ? {} : { head: known.head }),
    ...(known?.pronoun === undefined ? {} : { pronoun: known.pronoun }), parent: null, confidence: 1, mark: { id, by, type: sourceKind, ...(wide ? { wide } : {}) },
  };
}

/** What the words themselves say of a claim that no rule has read. */
export function attributesFromText(places: ClaimPlaces, mentions: readonly (Span & { readonly type: EntityType })[], text: string): { sourceKind: SourceKind; quotation: QuotationKind } {
  const inSource = (type: EntityType): boolean => mentions.some((mention) => mention.type === type && places.source.some((s) => overlaps(s, mention)));
  const first = places.content[0];
  const words = first === undefined ? '' : text.slice(Math.max(0, first.start), Math.max(0, first.end));
  const opens = /^["“„«'‘]/.test(words);
  return {
    sourceKind: places.source.length === 0 ? (places.cue.length === 0 ? 'article' : 'unnamed-bare') : inSource('PERSON') ? 'named-person' : inSource('ORG') ? 'named-organisation' : 'unnamed-described',
    quotation: opens && /["”»'’]\W*$/.test(words) ? 'direct' : /["“„«]/.test(words) ? 'mixed' : 'indirect',
  };
}

/** The smallest claim whose content holds all of it. Of two equal ones the first is the parent, so that no two hold each other. */
function parentOf(claim: ClaimCandidate, index: number, claims: readonly ClaimCandidate[]): number | null {
  const whole = hull([...claim.source, ...claim.cue, ...claim.content]);
  if (whole === undefined) return null;
  let best: number | null = null;
  let size = Infinity;
  claims.forEach((other, k) => {
    if (k >= index) return;
    const around = other.content.find((part) => contains(part, whole));
    if (around === undefined || around.end - around.start >= size) return;
    best = k;
    size = around.end - around.start;
  });
  return best;
}

function startOf(claim: ClaimPlaces): number {
  return hull([...claim.source, ...claim.cue, ...claim.content])?.start ?? 0;
}

function endOf(claim: ClaimPlaces): number {
  return hull([...claim.source, ...claim.cue, ...claim.content])?.end ?? 0;
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

export function isEntityType(type: string): type is EntityType {
  return TYPES.has(type);
}

function isValueType(type: string): type is ValueType {
  return VALUE_TYPES.has(type);
}

function isNameType(type: string): type is NameType {
  return isEntityType(type) && !isValueType(type);
}

function isStance(value: string | undefined): value is Stance {
  return STANCES.some((stance) => stance === value);
}

function isSourceKind(value: string | undefined): value is SourceKind {
  return SOURCE_KINDS.some((kind) => kind === value);
}

function isQuotation(value: string | undefined): value is QuotationKind {
  return value === 'direct' || value === 'indirect' || value === 'mixed';
}

/** For a mention that a person typed otherwise than the article would: its place among the entities. */
export function markedEntity(mark: Mark, key: string): { entity: string; canonical: string } {
  return { entity: `${mark.type}/${key}`, canonical: key };
}
