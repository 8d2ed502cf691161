/** All word lists that are asked about every word, folded into one look-up: a bit for each list. */
import type { Lexeme } from '../../../lexeme.js';
import {
  EVENT_HEADS, FAC_HEADS, GPE_HEADS, LAW_HEADS, LOC_HEADS, ORG_HEADS, PRODUCT_HEADS, SHIP_PREFIXES, WEAK_EVENT_HEADS, WEAK_FAC_HEADS, WEAK_LAW_HEADS, WEAK_ORG_HEADS, WORK_HEADS,
} from './heads.js';
import { PERSONAL_VERBS, PLACE_PREPOSITIONS, SPEECH_VERBS, WEAK_PLACE_PREPOSITIONS } from './cues.js';
import { CALENDAR, DEFINITE_BODIES, FUNCTION_WORDS, GENERIC_CAPITALS, NEVER_NAMES } from './function.js';
import { HONORIFICS, NAME_SUFFIXES, OFFICES, PARTICLES, ROLE_MODIFIERS, TITLE_TOPICS } from './titles.js';

const LISTS = [
  HONORIFICS, OFFICES, ROLE_MODIFIERS, NAME_SUFFIXES, PARTICLES, TITLE_TOPICS,
  ORG_HEADS, WEAK_ORG_HEADS, FAC_HEADS, WEAK_FAC_HEADS, LOC_HEADS, GPE_HEADS, EVENT_HEADS, WEAK_EVENT_HEADS, LAW_HEADS, WEAK_LAW_HEADS, WORK_HEADS, PRODUCT_HEADS, SHIP_PREFIXES,
  FUNCTION_WORDS, CALENDAR, NEVER_NAMES, GENERIC_CAPITALS, DEFINITE_BODIES,
  SPEECH_VERBS, PERSONAL_VERBS, PLACE_PREPOSITIONS, WEAK_PLACE_PREPOSITIONS,
] as const;

export const HONORIFIC = 1 << 0;
export const OFFICE = 1 << 1;
export const ROLE_MODIFIER = 1 << 2;
export const SUFFIX = 1 << 3;
export const PARTICLE = 1 << 4;
export const TITLE_TOPIC = 1 << 5;
export const ORG_HEAD = 1 << 6;
export const WEAK_ORG = 1 << 7;
export const FAC_HEAD = 1 << 8;
export const WEAK_FAC = 1 << 9;
export const LOC_HEAD = 1 << 10;
export const GPE_HEAD = 1 << 11;
export const EVENT_HEAD = 1 << 12;
export const WEAK_EVENT = 1 << 13;
export const LAW_HEAD = 1 << 14;
export const WEAK_LAW = 1 << 15;
export const WORK_HEAD = 1 << 16;
export const PRODUCT_HEAD = 1 << 17;
export const SHIP_PREFIX = 1 << 18;
export const FUNCTION = 1 << 19;
export const CALENDAR_WORD = 1 << 20;
export const NEVER = 1 << 21;
export const GENERIC = 1 << 22;
export const BODY = 1 << 23;
export const SPEECH_VERB = 1 << 24;
export const PERSONAL_VERB = 1 << 25;
export const PLACE_PREPOSITION = 1 << 26;
export const WEAK_PLACE = 1 << 27;

/** Any word that gives a name its type by standing last. */
export const ANY_HEAD = ORG_HEAD | WEAK_ORG | FAC_HEAD | WEAK_FAC | LOC_HEAD | GPE_HEAD | EVENT_HEAD | WEAK_EVENT | LAW_HEAD | WEAK_LAW | WORK_HEAD;
export const TITLE = HONORIFIC | OFFICE;

const FLAGS: ReadonlyMap<string, number> = collect();

function collect(): Map<string, number> {
  const flags = new Map<string, number>();
  LISTS.forEach((list, bit) => {
    for (const word of list) flags.set(word, (flags.get(word) ?? 0) | (1 << bit));
  });
  return flags;
}

/** The lists that hold the word; an abbreviation is found with or without its stop. */
export function flagsOf(lower: string): number {
  const whole = FLAGS.get(lower) ?? 0;
  if (lower.length < 2 || lower.charCodeAt(lower.length - 1) !== 46) return whole;
  return whole | (FLAGS.get(lower.slice(0, -1)) ?? 0);
}

export function flagsOfLexeme(lexeme: Lexeme): number {
  if (lexeme.nameFlags < 0) lexeme.nameFlags = flagsOf(lexeme.lower);
  return lexeme.nameFlags;
}
