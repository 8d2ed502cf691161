/**
 * What the model says of a block becomes evidence for the names in it: points on the candidates that the rules found, and
 * candidates of its own where the rules saw none or saw other bounds. Decides nothing: the article as a whole does that.
 * Pure, linear in names, never throws for any spans.
 */
import type { Span } from '../../../base/span.js';
import { overlaps } from '../../../base/span.js';
import type { OpinedMention, Opinion, WordBelief } from '../../opinion.js';
import type { Gazetteer } from '../../gazetteer.js';
import type { EntityType, NameCandidate, NameType, TokenisedBlock, ValueMention, ValueType } from '../../types.js';
import type { NameReason, Scores } from './evidence.js';
import { MEDIUM, NAME_TYPES, SURE } from './evidence.js';
import { PLACES, bounded, isNameType, listedPlace } from './heardBounds.js';
import { keyOf } from './keys.js';
import { GROUP_NOUNS } from './lexicons/cues.js';
import type { ModelWeights } from './modelWeights.js';
import { isOffice, namesNothing } from './noNames.js';

export interface Heard {
  /** Ordered, disjoint. */
  readonly names: readonly NameCandidate[];
  /** Ordered. */
  readonly values: readonly ValueMention[];
}

export function hearModel(block: TokenisedBlock, names: readonly NameCandidate[], values: readonly ValueMention[], opinion: Opinion, gazetteer: Gazetteer, weights: ModelWeights): Heard {
  const said = bounded(block, opinion.mentions, names, weights);
  const { kept, added } = regrouped(block, names, values, said, gazetteer, weights);
  const all = [...kept, ...added].sort((a, b) => a.start - b.start).map((name) => withEvidence(block, name, opinion, said, gazetteer, weights));
  return { names: all, values: withValues(block.text, values, all, said, weights) };
}

/* ---------- bounds ---------- */

interface Regrouped {
  readonly kept: readonly NameCandidate[];
  readonly added: readonly NameCandidate[];
}

/** Where the model draws other bounds than the rules and is sure enough of them, its own stand. */
function regrouped(block: TokenisedBlock, names: readonly NameCandidate[], values: readonly ValueMention[], said: readonly OpinedMention[], gazetteer: Gazetteer, weights: ModelWeights): Regrouped {
  const own = said.filter((mention) => isNameType(mention.type) && mention.start < mention.end && !isNothing(block.text, mention, gazetteer));
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
    if (mention.confidence < leastFor(block.text, mention, touched, own, gazetteer, weights)) continue;
    if (values.some((value) => overlaps(value, mention) && !touched.some((name) => overlaps(name, value)))) continue;
    for (const name of touched) dropped.add(name);
    added.push(candidateOf(block, mention, touched));
  }
  // A candidate that the model parts in two may still stand where only one of the parts was heard: the parts win.
  return { kept: names.filter((name) => !dropped.has(name)), added: disjoint(added) };
}

function isNothing(text: string, mention: OpinedMention, gazetteer: Gazetteer): boolean {
  return namesNothing(text, mention, gazetteer) || (mention.type !== 'PERSON' && isOffice(text.slice(mention.start, mention.end)));
}

function leastFor(text: string, mention: OpinedMention, touched: readonly NameCandidate[], said: readonly OpinedMention[], gazetteer: Gazetteer, weights: ModelWeights): number {
  const [first] = touched;
  const last = touched[touched.length - 1];
  if (first === undefined || last === undefined) return RARE.has(mention.type) ? weights.rareUnseen : weights.unseen;
  // What the rules take for a storm or a bridge is neither cut short nor swallowed.
  if (!RARE.has(mention.type) && touched.some((name) => rareByRule(name) !== undefined)) return NEVER;
  if (mention.start <= first.start && mention.end >= last.end) return weights.wider;
  if (touched.length === 1 && mention.start >= first.start && mention.end <= first.end) {
    if (isWholeByRule(first, mention) || isPersonInTwo(text, first, said, gazetteer)) return NEVER;
    return said.some((other) => other !== mention && overlaps(other, first)) ? weights.parting : weights.narrower;
  }
  return weights.across;
}

/** The model takes a given name that it does not know for a place or a body beside the person: "Shareef Abdelhaleen" is one. */
function isPersonInTwo(text: string, name: NameCandidate, said: readonly OpinedMention[], gazetteer: Gazetteer): boolean {
  const inside = said.filter((mention) => overlaps(mention, name));
  const [first, second] = inside;
  if (inside.length !== 2 || first === undefined || second === undefined || first.start !== name.start || second.end !== name.end) return false;
  return bestByRule(name, MEDIUM) === 'PERSON' && first.type !== 'PERSON' && second.type === 'PERSON' && text.slice(first.end, second.start) === ' ' && gazetteer.lookup(text.slice(first.start, first.end)).length === 0;
}

/** A name that a list has as it stands, and what the rules join by "of" ("State of Virginia"), are not cut short. */
function isWholeByRule(name: NameCandidate, mention: OpinedMention): boolean {
  const isListed = listedType(name) !== undefined;
  const before = name.text.slice(0, mention.start - name.start);
  return (isListed && !before.endsWith('-')) || WHOLE.test(name.text) || /^(?:Md\.? |(?:\p{Lu} )+)$/u.test(before) || /\sof\s(?:the\s)?$/.test(before);
}

/** What no model parts: the wing of a party ("JD(S)"), a nickname in quotation marks, a generation, an epithet, a body of others ("Magistrate's Court"). */
const WHOLE = /\p{Lu}\(\p{Lu}+\)$|\p{L} [“"‘']\p{Lu}[^”"’']*[”"’'] \p{Lu}|, (?:Jn?r|Sn?r)\.?$|\p{L} the \p{Lu}\p{L}+$|\p{Ll}(?:['’]s|s['’]) Court$/u;

/** The type for which a list is sure of the words; people are never listed so. */
function listedType(name: NameCandidate): NameType | undefined {
  const type = bestByRule(name, SURE);
  const isListed = type !== undefined && type !== 'PERSON' && (name.reasons as readonly NameReason[]).some(({ kind, supports }) => kind === 'gazetteer' && supports === type);
  return isListed ? type : undefined;
}

/** More than any confidence. */
const NEVER = 1.01;

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

function withEvidence(block: TokenisedBlock, name: NameCandidate, opinion: Opinion, said: readonly OpinedMention[], gazetteer: Gazetteer, weights: ModelWeights): NameCandidate {
  if (name.end > opinion.end) return name;
  const belief = beliefIn(name, opinion.words);
  const listed = listedPlace(name);
  // "the Canaanite city": a people by the lists, whatever stands behind it.
  const isListedPeople = listedType(name) === 'NORP';
  const isPeople = mayBePeople(block.text, name, gazetteer);
  // "Samura Jana Balavega (SJB)": a body that the text abbreviates is no person, however foreign its words.
  const isBody = name.expansion !== undefined && bestByRule(name, MEDIUM) === 'ORG';
  const ruled = rareByRule(name);
  const own = said.find((mention) => mention.start === name.start && mention.end === name.end)?.type;
  const scores: Scores = { ...name.scores };
  let any = 0;
  for (const [type, p] of belief) any += isNameType(type) ? p : 0;
  if ((belief.get('PERSON') ?? 0) >= SURE_OF_PERSON && isNamesake(name.text, gazetteer)) scores.PERSON = (scores.PERSON ?? 0) + OVER_LIST;
  for (const type of NAME_TYPES) {
    const p = belief.get(type) ?? 0;
    if (p <= FAINTEST || (type === 'PERSON' && isBody) || (type === 'NORP' && !isPeople) || (PLACES.has(type) && (isListedPeople || (listed !== undefined && listed !== type)))) continue;
    const share = shareOf(type, own, weights) * (ruled === undefined || ruled === type ? 1 : weights.againstRare);
    scores[type] = (scores[type] ?? 0) + Math.round(weights.evidence * share * Math.log(p / FAINTEST));
  }
  const odds = Math.min(SUREST, Math.max(0, Math.log((1 - any + 1e-3) / (any + 1e-3))));
  const against = Math.round(weights.against * odds * (ruled === undefined ? 1 : weights.againstRare));
  if (against > 0) for (const type of NAME_TYPES) if (scores[type] !== undefined) scores[type] -= RARE.has(type) ? Math.round(against * weights.rare) : against;
  return { ...name, scores, reasons: [...name.reasons, ...reasonFor(belief)], heard: true };
}

/** Belief in a person from which on the model is heard against a list that has a town or a company of the same name (“Barrie enrolled”). */
const SURE_OF_PERSON = 0.9;
const OVER_LIST = 10;

/** One word that a list has for a town or a company, which many people are called after, and for no state. */
function isNamesake(text: string, gazetteer: Gazetteer): boolean {
  const entries = gazetteer.lookup(text);
  return !text.includes(' ') && entries.length > 0 && entries.every(({ type, subtype }) => type === 'ORG' || (type === 'GPE' && subtype === 'city'));
}

const GROUP_SHAPE = /(?:ans?|ese|ish|ists?|istas?|ites?|is?|ics?|ers?|s|men|women)$/i;

/**
 * One word that no list has for a people, a creed or a party, that is not formed like one and stands as no group does, is none:
 * "the Allawi government". Of those that the model took for one in training texts hardly any was.
 */
function mayBePeople(text: string, { end, text: own, scores }: NameCandidate, gazetteer: Gazetteer): boolean {
  const lower = own.toLowerCase();
  const isCommon = gazetteer.isCommonWord(lower) || gazetteer.isCommonWord(lower.replace(/s$/, ''));
  if ((scores.NORP ?? 0) > 0 || /\s/.test(own) || (GROUP_SHAPE.test(own) && !isCommon) || gazetteer.lookupCaps(own.toUpperCase()).some(({ type }) => type === 'NORP')) return true;
  const noun = /^[\s-]+(\p{L}+)/u.exec(text.slice(end, end + 30))?.[1];
  return noun !== undefined && GROUP_NOUNS.has(noun.toLowerCase());
}

/** The rare type that the rules give the words by themselves: there they seldom err, and the model often does. Letters with digits alone are no reason. */
function rareByRule(name: NameCandidate): NameType | undefined {
  const best = bestByRule(name, MEDIUM);
  if (best === undefined || !RARE.has(best)) return undefined;
  const isMore = (name.scores[best] ?? 0) > MEDIUM || (name.reasons as readonly NameReason[]).some(({ kind, supports }) => supports === best && kind !== 'shape');
  return isMore ? best : undefined;
}

/** The type for which the rules have most points, if that many. */
function bestByRule(name: NameCandidate, least: number): NameType | undefined {
  let best: NameType | undefined;
  for (const type of NAME_TYPES) if ((name.scores[type] ?? 0) > (best === undefined ? least - 1 : name.scores[best] ?? 0)) best = type;
  return best;
}

/**
 * What the model says of just these words counts whole. What it only thinks possible, or says of a longer or shorter name, counts
 * for a part: "Fast and Furious" is an event, "Furious" alone is none. Rare types it seldom says even where it sees a name: there
 * that it thinks of one counts whole.
 */
function shareOf(type: NameType, own: EntityType | undefined, weights: ModelWeights): number {
  if (RARE.has(type) && own !== undefined && isNameType(own)) return type === own ? weights.rare : 1;
  return type === own ? 1 : weights.unsaid;
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
