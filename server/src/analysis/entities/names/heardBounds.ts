/** Where the model's mentions begin and end, written as the rules write names. Pure. */
import type { Span } from '../../../base/span.js';
import { overlaps } from '../../../base/span.js';
import type { OpinedMention } from '../../opinion.js';
import type { EntityType, NameCandidate, NameType, TokenisedBlock } from '../../types.js';
import { NAME_TYPES, SURE } from './evidence.js';
import type { ModelWeights } from './modelWeights.js';
import { isOffice } from './noNames.js';

const NAMES: ReadonlySet<EntityType> = new Set(NAME_TYPES);
export const PLACES: ReadonlySet<EntityType> = new Set<EntityType>(['GPE', 'LOC', 'FAC']);

export function isNameType(type: EntityType): type is NameType {
  return NAMES.has(type);
}

/** The model's mentions with the bounds that the rules would give them; those that can be no name are left out. */
export function bounded(block: TokenisedBlock, said: readonly OpinedMention[], names: readonly NameCandidate[], weights: ModelWeights): OpinedMention[] {
  const { text } = block;
  const whole = said.map((mention) => (isNameType(mention.type) ? trimmedName(text, mention, weights) : withoutPossessive(text, mention)));
  return joined(text, whole, names).map((mention) => parted(text, mention, names)).filter((mention) => !isNameType(mention.type) || isWhole(block, mention));
}

function withoutPossessive(text: string, mention: OpinedMention): OpinedMention {
  const back = /\S(['’]s|['’])$/.exec(text.slice(mention.start, mention.end))?.[1]?.length ?? 0;
  return back === 0 ? mention : { ...mention, end: mention.end - back };
}

/** Without "the" in front, with the stop of an abbreviation behind. */
function trimmedName(text: string, given: OpinedMention, weights: ModelWeights): OpinedMention {
  const mention = withoutPossessive(text, given);
  const own = text.slice(mention.start, mention.end);
  const front = /^(?:the|The|THE)\s+(?=\S)/.exec(own)?.[0].length ?? 0;
  const stop = text[mention.end] === '.' && (/(?:\.\p{Lu}|\b(?:Jr|Sr))$/u.test(own) || isAbbreviated(text, mention)) ? 1 : 0;
  const tail = stop === 0 ? courtesy(own) || lowerTail(own.slice(front), mention.confidence >= weights.lowerTail) : 0;
  return front + stop + tail === 0 ? mention : { ...mention, start: mention.start + front, end: mention.end + stop - tail };
}

/** Length of a courtesy behind a person's name ("Umri saheb"), or of a mark that the model took with it. */
function courtesy(name: string): number {
  return /(?:\s+(?:sahe?b|sahab|sahib|Saheb|Sahab|ji)|\/)$/.exec(name)?.[0].length ?? 0;
}

/** "Mississauga, Ont.;" – a stop before a comma or a semicolon ends no sentence. */
function isAbbreviated(text: string, { start, end }: Span): boolean {
  return /^\.[,;]/.test(text.slice(end, end + 2)) && /(?:^|\s)\p{Lu}\p{Ll}{1,4}$/u.test(text.slice(start, end));
}

/** Length of words behind a name's last capital that are no part of it: a head in lower case of which the model is not sure, and words that go on to what follows. */
function lowerTail(name: string, isSure: boolean): number {
  const isCapital = /^\p{Lu}/u.test(name);
  return (isSure || !isCapital ? /(?:\s+(?:and|or|of|for|the|in|at|on|to|from|with|by))+$/u : /(?:\s+\p{Ll}+)+$/u).exec(name)?.[0].length ?? 0;
}

/**
 * Two names of one type with nothing but a space between them are one, but for places ("Paris Texas") and where the rules see the same
 * two ("Syrian Arab"): in 163 marked articles no others stand so. A word before a name that the rules take for a title, not for its part,
 * stays outside.
 */
function joined(text: string, said: readonly OpinedMention[], names: readonly Span[]): OpinedMention[] {
  const result: OpinedMention[] = [];
  for (const mention of said) {
    const before = result[result.length - 1];
    const adjoins = before !== undefined && before.type === mention.type && isNameType(mention.type) && !PLACES.has(mention.type) && text.slice(before.end, mention.start) === ' ';
    if (!adjoins || isTitleOf(before, mention, names) || (isOneOf(names, before) && isOneOf(names, mention))) result.push(mention);
    else result[result.length - 1] = { ...before, end: mention.end, confidence: Math.min(before.confidence, mention.confidence) };
  }
  return result;
}

function isOneOf(names: readonly Span[], span: Span): boolean {
  return names.some(({ start, end }) => start === span.start && end === span.end);
}

function isTitleOf(before: Span, name: OpinedMention, names: readonly Span[]): boolean {
  return name.type === 'PERSON' && isOneOf(names, name) && !names.some((other) => overlaps(other, before));
}

/**
 * A person begins where the rules have seen the end of a title, and takes in no place that the lists are sure of beside a name of
 * several words: "Gen. [Pervez Musharraf]", "[Birmingham] [Ibrahim Savant]"; nor one that says where the place before the comma lies:
 * "mayor of [Savannah], [Georgia] [Van Johnson]".
 */
function parted(text: string, mention: OpinedMention, names: readonly NameCandidate[]): OpinedMention {
  if (mention.type === 'NORP') return withoutNoun(mention, names);
  if (mention.type === 'ORG') return withoutNeighbours(text, mention, names);
  if (mention.type !== 'PERSON') return mention;
  const inside = names.filter((name) => name.start >= mention.start && name.end <= mention.end);
  const titled = inside.find((name) => name.start > mention.start && name.reasons.some(({ kind }) => kind === 'title'));
  if (titled !== undefined) return { ...mention, start: titled.start };
  const person = inside.find((name) => name.text.includes(' ') && listedPlace(name) === undefined);
  if (person === undefined) return mention;
  const [first] = inside;
  const last = inside[inside.length - 1];
  if (first !== undefined && first.end < person.start && (listedPlace(first) !== undefined || isWhereabouts(text, first, names))) return { ...mention, start: person.start };
  return last !== undefined && last.start > person.end && listedPlace(last) !== undefined ? { ...mention, end: person.end } : mention;
}

/** "the Algeria-[Venezuela] [Joint Commission]": two states and their body; "[United Nations] High Commissioner": a body and its office. */
function withoutNeighbours(text: string, mention: OpinedMention, names: readonly NameCandidate[]): OpinedMention {
  const at = names.findIndex((name) => name.start === mention.start);
  const [before, first, second] = [names[at - 1], names[at], names[at + 1]];
  if (first === undefined || first.end >= mention.end) return mention;
  const isPair = before !== undefined && text.slice(before.end, first.start) === '-' && isPlaceOf(before) && listedPlace(first) !== undefined;
  if (isPair && second !== undefined && second.start < mention.end) return { ...mention, start: second.start };
  return (first.scores.ORG ?? 0) >= SURE && isOffice(text.slice(first.end + 1, mention.end)) ? { ...mention, end: first.end } : mention;
}

/** What may be a place, right behind a place and a comma. */
function isWhereabouts(text: string, name: NameCandidate, names: readonly NameCandidate[]): boolean {
  const before = names[names.indexOf(name) - 1];
  return before !== undefined && text.slice(before.end, name.start) === ', ' && isPlaceOf(before) && isPlaceOf(name);
}

/** The likeliest type that the rules give the words by themselves is a place. */
function isPlaceOf({ scores }: NameCandidate): boolean {
  let best: NameType | undefined;
  for (const type of NAME_TYPES) if ((scores[type] ?? 0) > (best === undefined ? 0 : scores[best] ?? 0)) best = type;
  return best !== undefined && PLACES.has(best);
}

/** "ethnic [Chinese]", "[Australian] republicanism": of words in lower case a listed people needs none. */
function withoutNoun(mention: OpinedMention, names: readonly NameCandidate[]): OpinedMention {
  const inside = names.filter((name) => overlaps(name, mention));
  const [only] = inside;
  if (only === undefined || inside.length > 1 || only.start < mention.start || only.end > mention.end || (only.scores.NORP ?? 0) < SURE) return mention;
  return { ...mention, start: only.start, end: only.end };
}

/** The kind of place that a list is sure of: whether Europe has a government is no matter of its sentence. */
export function listedPlace(name: NameCandidate): NameType | undefined {
  return name.reasons.some(({ kind }) => kind === 'gazetteer') ? NAME_TYPES.find((type) => PLACES.has(type) && (name.scores[type] ?? 0) >= SURE) : undefined;
}

/** No bracket or quotation mark without its other half, and no part of an address: the rules' tokens keep those in one. */
function isWhole(block: TokenisedBlock, mention: OpinedMention): boolean {
  const own = block.text.slice(mention.start, mention.end);
  if (count(own, '(') !== count(own, ')') || count(own, '“') !== count(own, '”') || count(own, '"') % 2 === 1) return false;
  return !block.tokens.some((token) => overlaps(token, mention) && /[@/]|\w\.\w{2}/u.test(token.text) && (token.start < mention.start || token.end > mention.end));
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
