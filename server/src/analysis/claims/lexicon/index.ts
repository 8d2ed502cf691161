/** One lookup by lower-case word: its closed-class flags and the cues it may be a form of. Pure data, made once. */
import type { Lexeme } from '../../lexeme.js';
import type { Stance } from '../../types.js';
import { STANCES } from '../../types.js';
import { pluralOf, spellings, verbForms } from './inflect.js';
import type { VerbForm } from './inflect.js';
import { NOUNS } from './nouns.js';
import { ADJECTIVES, PHRASAL, VERBS } from './verbs.js';
import { CLOSED_CLASS } from './words.js';

export type { VerbForm } from './inflect.js';

/** What may stand after a cue as content; the letters of `verbs.ts`. */
export const Complement = { q: 1, t: 2, c: 4, n: 8, i: 16, o: 32, r: 64, a: 128, g: 256, s: 512, x: 1024 } as const;

export interface CueSense {
  readonly lemma: string;
  readonly stance: Stance;
  /** Bits of `Complement`. */
  readonly complements: number;
  /** Prepositions that lead to the content. */
  readonly prepositions: ReadonlySet<string>;
}

export interface WordInfo {
  /** Bits of `Flag`. */
  flags: number;
  verb?: { sense: CueSense; form: VerbForm };
  noun?: { sense: CueSense; plural: boolean };
  adjective?: CueSense;
  /** "point" + "out": the second word and what the two mean together. */
  phrasal?: { sense: CueSense; particle: string; form: VerbForm }[];
}

const NO_PREPOSITIONS: ReadonlySet<string> = new Set();

export const WORDS: ReadonlyMap<string, WordInfo> = buildWords();

/** What is known of the word, undefined for nothing. */
export function infoOfLexeme(lexeme: Lexeme): WordInfo | undefined {
  if (lexeme.claimInfo === undefined) lexeme.claimInfo = WORDS.get(lexeme.lower) ?? null;
  return lexeme.claimInfo ?? undefined;
}

function buildWords(): Map<string, WordInfo> {
  const words = new Map<string, WordInfo>();
  for (const [word, flags] of CLOSED_CLASS) infoOf(words, word).flags |= flags;
  for (const stance of STANCES) {
    for (const [lemma, sense] of entries(VERBS[stance], stance, Complement.t | Complement.c | Complement.q)) addVerb(words, lemma, sense);
    for (const [lemma, sense] of phrases(PHRASAL[stance], stance)) addPhrasal(words, lemma, sense);
    for (const [lemma, sense] of entries(NOUNS[stance], stance, 0)) addNoun(words, lemma, sense);
    for (const [lemma, sense] of entries(ADJECTIVES[stance] ?? '', stance, 0)) infoOf(words, lemma).adjective ??= sense;
  }
  return words;
}

function infoOf(words: Map<string, WordInfo>, word: string): WordInfo {
  let info = words.get(word);
  if (info === undefined) {
    info = { flags: 0 };
    words.set(word, info);
  }
  return info;
}

/** A verb that stands under two stances keeps the first and gains the complements of the second. */
function addVerb(words: Map<string, WordInfo>, lemma: string, sense: CueSense): void {
  for (const spelled of spellings(lemma)) {
    for (const [word, form] of verbForms(spelled)) {
      const info = infoOf(words, word);
      if (info.verb === undefined || info.verb.sense.lemma !== lemma) info.verb ??= { sense, form };
      else info.verb = { form: info.verb.form, sense: merged(info.verb.sense, sense) };
    }
  }
}

function merged(a: CueSense, b: CueSense): CueSense {
  return { ...a, complements: a.complements | b.complements, prepositions: new Set([...a.prepositions, ...b.prepositions]) };
}

function addPhrasal(words: Map<string, WordInfo>, phrase: string, sense: CueSense): void {
  const [lemma = '', particle = ''] = phrase.split(' ');
  for (const [word, form] of verbForms(lemma)) (infoOf(words, word).phrasal ??= []).push({ sense, particle, form });
}

function addNoun(words: Map<string, WordInfo>, lemma: string, sense: CueSense): void {
  infoOf(words, lemma).noun ??= { sense, plural: false };
  infoOf(words, pluralOf(lemma)).noun ??= { sense, plural: true };
}

function* entries(list: string, stance: Stance, whenNone: number): Generator<readonly [string, CueSense]> {
  for (const entry of list.split(/\s+/)) if (entry !== '') yield parseEntry(entry, stance, whenNone);
}

function* phrases(list: string, stance: Stance): Generator<readonly [string, CueSense]> {
  for (const match of list.matchAll(/(\w+ \w+)(:\S+)/g)) yield parseEntry(`${match[1] ?? ''}${match[2] ?? ''}`, stance, 0);
}

function parseEntry(entry: string, stance: Stance, whenNone: number): readonly [string, CueSense] {
  const [lemma = '', spec = ''] = entry.split(':');
  const [letters = '', ...prepositions] = spec.split('+');
  let complements = letters === '' && prepositions.length === 0 ? whenNone : 0;
  for (const [letter, bit] of Object.entries(Complement)) if (letters.includes(letter)) complements |= bit;
  return [lemma, { lemma, stance, complements, prepositions: prepositions.length === 0 ? NO_PREPOSITIONS : new Set(prepositions) }];
}
