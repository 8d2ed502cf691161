/**
 * What the model says of a block becomes evidence for the names in it: points on the candidates that the rules found, and
 * candidates of its own where the rules saw none or saw other bounds. Decides nothing: the article as a whole does that.
 * Pure, linear in names, never throws for any spans.
 */
import type { Span } from '../../../base/span.js';
import { overlaps } from '../../../base/span.js';
import type { OpinedMention, Opinion, WordBelief } from '../../opinion.js';
import type { EntityType, NameCandidate, NameType, TokenisedBlock, ValueMention, ValueType } from '../../types.js';
import type { NameReason, Scores } from './evidence.js';
import { NAME_TYPES, SURE } from './evidence.js';
import { keyOf } from './keys.js';
import type { ModelWeights } from './modelWeights.js';

export interface Heard {
  /** Ordered, disjoint. */
  readonly names: readonly NameCandidate[];
  /** Ordered. */
  readonly values: readonly ValueMention[];
}

export function hearModel(block: TokenisedBlock, names: readonly NameCandidate[], values: readonly ValueMention[], opinion: Opinion, weights: ModelWeights): Heard {
  const said = joined(block.text, opinion.mentions.map((mention) => trimmed(block.text, mention)), names);
  const { kept, added } = regrouped(block, names, values, said, weights);
  const all = [...kept, ...added].sort((a, b) => a.start - b.start).map((name) => withEvidence(name, opinion, weights));
  return { names: all, values: withValues(block.text, values, all, said, weights) };
}

/* ---------- bounds ---------- */

/** The model's names without "the" in front and without a possessive behind, as the rules write them. */
function trimmed(text: string, mention: OpinedMention): OpinedMention {
  const own = text.slice(mention.start, mention.end);
  const front = isNameType(mention.type) ? /^(?:the|The|THE)\s+(?=\S)/.exec(own)?.[0].length ?? 0 : 0;
  const back = /\S(['’]s|['’])$/.exec(own)?.[1]?.length ?? 0;
  const head = isNameType(mention.type) ? lowerHead(own.slice(front, own.length - back)) : 0;
  return front === 0 && back === 0 && head === 0 ? mention : { ...mention, start: mention.start + front, end: mention.end - back - head };
}

/** Length of words in lower case behind a name's last capital: "[Unite the Right] rally", "[Ritz] hotel" (annotation rule C4). */
function lowerHead(name: string): number {
  return /^\p{Lu}/u.test(name) ? /(?:\s+\p{Ll}+)+$/u.exec(name)?.[0].length ?? 0 : 0;
}

/**
 * Two names of one type with nothing but a space between them are one, but for places ("Paris Texas"): in 163 marked articles no two stand so. A word before a name
 * that the rules take for a title, not for its part, stays outside.
 */
function joined(text: string, said: readonly OpinedMention[], names: readonly Span[]): OpinedMention[] {
  const result: OpinedMention[] = [];
  for (const mention of said) {
    const before = result[result.length - 1];
    const adjoins = before !== undefined && before.type === mention.type && isNameType(mention.type) && !PLACES.has(mention.type) && text.slice(before.end, mention.start) === ' ';
    if (!adjoins || isTitleOf(before, mention, names)) result.push(mention);
    else result[result.length - 1] = { ...before, end: mention.end, confidence: Math.min(before.confidence, mention.confidence) };
  }
  return result;
}

function isTitleOf(before: Span, name: OpinedMention, names: readonly Span[]): boolean {
  return name.type === 'PERSON' && names.some(({ start, end }) => start === name.start && end === name.end) && !names.some((other) => overlaps(other, before));
}

interface Regrouped {
  readonly kept: readonly NameCandidate[];
  readonly added: readonly NameCandidate[];
}

/** Where the model draws other bounds than the rules and is sure enough of them, its own stand. */
function regrouped(block: TokenisedBlock, names: readonly NameCandidate[], values: readonly ValueMention[], said: readonly OpinedMention[], weights: ModelWeights): Regrouped {
  const own = said.filter((mention) => isNameType(mention.type) && mention.start < mention.end);
  const dropped = new Set<NameCandidate>();
  const added: NameCandidate[] = [];
  let at = 0;
  for (const mention of own) {
    while (at < names.length && (names[at]?.end ?? 0) <= mention.start) at++;
    const touched: NameCandidate[] = [];
    for (let i = at; i < names.length; i++) {
      const name = names[i];
      if (name === undefined || name.start >= mention.end) break;
      touched.push(name);
    }
    if (touched.length === 1 && touched[0]?.start === mention.start && touched[0].end === mention.end) continue;
    if (mention.confidence < leastFor(mention, touched, weights)) continue;
    if (values.some((value) => overlaps(value, mention) && !touched.some((name) => overlaps(name, value)))) continue;
    for (const name of touched) dropped.add(name);
    added.push(candidateOf(block, mention, touched));
  }
  // A candidate that the model parts in two may still stand where only one of the parts was heard: the parts win.
  return { kept: names.filter((name) => !dropped.has(name)), added: disjoint(added) };
}

function leastFor(mention: OpinedMention, touched: readonly NameCandidate[], weights: ModelWeights): number {
  const [first] = touched;
  const last = touched[touched.length - 1];
  if (first === undefined || last === undefined) return RARE.has(mention.type) ? weights.rareUnseen : weights.unseen;
  if (mention.start <= first.start && mention.end >= last.end) return weights.wider;
  if (touched.length === 1 && mention.start >= first.start && mention.end <= first.end) return weights.narrower;
  return weights.across;
}

function disjoint(spans: readonly NameCandidate[]): NameCandidate[] {
  const result: NameCandidate[] = [];
  for (const span of spans) if (span.start >= (result[result.length - 1]?.end ?? 0)) result.push(span);
  return result;
}

/** With the roles of what it takes the place of: they stand around it all the same. */
function candidateOf(block: TokenisedBlock, { start, end }: Span, touched: readonly NameCandidate[]): NameCandidate {
  const text = block.text.slice(start, end);
  return {
    start, end, text, key: keyOf(text), scores: {}, reasons: [], roles: touched.flatMap((name) => name.roles.filter((role) => role.end <= start || role.start >= end)),
    sentenceStart: touched.some((name) => name.sentenceStart && name.start === start) || block.sentences.some((sentence) => sentence.start === start),
  };
}

/* ---------- evidence ---------- */

/** Probabilities below this are not heard. */
const FAINTEST = 0.05;
/** Types of which 163 marked articles have some dozens. */
const RARE: ReadonlySet<EntityType> = new Set<EntityType>(['FAC', 'PRODUCT', 'EVENT', 'WORK_OF_ART', 'LAW', 'LANGUAGE']);
/** Odds, in nats, beyond which surety counts no more. */
const SUREST = 4;

function withEvidence(name: NameCandidate, opinion: Opinion, weights: ModelWeights): NameCandidate {
  if (name.end > opinion.end) return name;
  const belief = beliefIn(name, opinion.words);
  const scores: Scores = { ...name.scores };
  const listed = listedPlace(name);
  let any = 0;
  for (const [type, p] of belief) any += isNameType(type) ? p : 0;
  for (const type of NAME_TYPES) {
    const p = belief.get(type) ?? 0;
    if (p > FAINTEST && (listed === undefined || listed === type || !PLACES.has(type))) scores[type] = (scores[type] ?? 0) + Math.round(weights.evidence * (RARE.has(type) ? weights.rare : 1) * Math.log(p / FAINTEST));
  }
  const against = Math.round(weights.against * Math.min(SUREST, Math.max(0, Math.log((1 - any + 1e-3) / (any + 1e-3)))));
  if (against > 0) for (const type of NAME_TYPES) if (scores[type] !== undefined) scores[type] -= RARE.has(type) ? Math.round(against * weights.rare) : against;
  return { ...name, scores, reasons: [...name.reasons, ...reasonFor(belief)] };
}

const PLACES: ReadonlySet<NameType> = new Set<NameType>(['GPE', 'LOC', 'FAC']);

/** The kind of place that a list is sure of: whether Europe has a government is no matter of its sentence. */
function listedPlace(name: NameCandidate): NameType | undefined {
  return name.reasons.some(({ kind }) => kind === 'gazetteer') ? NAME_TYPES.find((type) => PLACES.has(type) && (name.scores[type] ?? 0) >= SURE) : undefined;
}

/** Mean over the words of the span. */
function beliefIn(span: Span, words: readonly WordBelief[]): Map<EntityType, number> {
  const belief = new Map<EntityType, number>();
  let covered = 0;
  let at = firstFrom(words, span.start);
  for (let word = words[at]; word !== undefined && word.start < span.end; word = words[++at]) {
    covered += word.end - word.start;
    for (const [type, p] of word.types) belief.set(type, (belief.get(type) ?? 0) + p * (word.end - word.start));
  }
  // Words without any belief count by their letters, so that one sure word does not carry a long name.
  const whole = Math.max(covered, lettersOf(span));
  for (const [type, p] of belief) belief.set(type, p / whole);
  return belief;
}

function lettersOf(span: Span & { readonly text?: string }): number {
  return span.text === undefined ? span.end - span.start : span.text.replace(/[\s\p{P}]/gu, '').length;
}

function firstFrom(words: readonly Span[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The type that the model favours is named with its surety if it is likelier than all others together. */
function reasonFor(belief: ReadonlyMap<EntityType, number>): NameReason[] {
  for (const [type, p] of belief) {
    if (p > 0.5 && isNameType(type)) return [{ kind: 'model', text: `the news model, ${Math.min(0.99, p).toFixed(2)}`, supports: type }];
  }
  return [];
}

const NAMES: ReadonlySet<EntityType> = new Set(NAME_TYPES);

function isNameType(type: EntityType): type is NameType {
  return NAMES.has(type);
}

/* ---------- amounts and times ---------- */

/** "Within hours", "for years": a unit without a number is no amount (annotation rule C1). */
const BARE_UNIT = /^(?:second|minute|hour|day|week|month|year|decade|centur(?:y|ie))s?$/i;

/** The rules' own stand; the model adds what they do not see at all. */
function withValues(text: string, values: readonly ValueMention[], names: readonly Span[], said: readonly OpinedMention[], weights: ModelWeights): readonly ValueMention[] {
  const added: ValueMention[] = [];
  for (const { start, end, type, confidence } of said) {
    if (isNameType(type) || confidence < weights.value || start >= end || BARE_UNIT.test(text.slice(start, end))) continue;
    const span = { start, end };
    if (values.some((value) => overlaps(value, span)) || names.some((name) => overlaps(name, span))) continue;
    added.push({ start, end, type: type satisfies ValueType, text: text.slice(start, end), confidence });
  }
  return added.length === 0 ? values : [...values, ...added].sort((a, b) => a.start - b.start);
}
