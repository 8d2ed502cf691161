/** One look-up from a word to all of its classes; see `W`. */
import type { Lexeme } from '../../lexeme.js';
import {
  CLOCK_WORDS, DAY_UNITS, DECADE_WORDS, DIGIT_WORDS, FRACTIONS, GEOLOGIC, HOLIDAYS, HOUR_UNITS, MAGNITUDES, MODIFIERS, MONTHS, ORDINALS, PARTS_OF_DAY, RELATIVE_DAYS,
  SEASONS, SHORT_WEEKDAYS, VAGUE, W, WEEKDAYS,
} from './lexicon.js';
import { UNITS } from './units.js';

function build(): ReadonlyMap<string, number> {
  const classes = new Map<string, number>();
  const add = (words: Iterable<string>, bit: number): void => {
    for (const word of words) classes.set(word, (classes.get(word) ?? 0) | bit);
  };
  add(DIGIT_WORDS.keys(), W.digitWord);
  add(MAGNITUDES.keys(), W.magnitude);
  add(ORDINALS.keys(), W.ordinal);
  add(VAGUE, W.vague);
  add(MONTHS.keys(), W.month);
  add(WEEKDAYS.keys(), W.weekday);
  add(SHORT_WEEKDAYS.keys(), W.weekday);
  add(DAY_UNITS.keys(), W.dayUnit);
  add(HOUR_UNITS.keys(), W.hourUnit);
  add(RELATIVE_DAYS.keys(), W.relativeDay);
  add(SEASONS.keys(), W.season);
  add(PARTS_OF_DAY, W.partOfDay);
  add(CLOCK_WORDS, W.clockWord);
  add(MODIFIERS, W.modifier);
  add(['beginning', 'start', 'end', 'middle'], W.modifier);
  add(FRACTIONS.keys(), W.fraction);
  add(DECADE_WORDS.keys(), W.decade);
  add(['teens'], W.decade);
  add(['aged', 'age', 'ages'], W.age);
  add([...HOLIDAYS.keys()].map((name) => (name.split(' ')[0] ?? name).replace(/'s?$/, '')), W.holiday);
  add(['fiscal', 'financial', 'quarter', 'q1', 'q2', 'q3', 'q4', 'day'], W.quarterOrFiscal);
  add(['every', 'each'], W.repeat);
  add(['same', 'that', 'following', 'few', 'several', 'many', 'some', 'couple'], W.pointer);
  add(UNITS.keys(), W.measure);
  add(GEOLOGIC, W.geologic);
  return classes;
}

const CLASSES = build();

/** Bits of `W` for a lower-case word; 0 for a word of no class. */
export function classesOf(lower: string): number {
  return CLASSES.get(lower) ?? 0;
}

export function classesOfLexeme(lexeme: Lexeme): number {
  if (lexeme.valueClasses < 0) lexeme.valueClasses = classesOf(lexeme.lower);
  return lexeme.valueClasses;
}
