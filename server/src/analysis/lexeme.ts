/**
 * Words as they are written, each kept once with what the lists say of it. A text has few different words for its many places
 * ("the", "said"), so that each list is asked once for a word and not at each of its places, and equal words share their letters.
 */
import type { WordInfo } from './claims/lexicon/index.js';

export class Lexeme {
  /** Begins with a capital letter, or has one after a lower-case beginning ("eBay", "al-Assad"). */
  readonly capital: boolean;
  /** Two letters or more, all of them capitals. */
  readonly caps: boolean;
  /** Bits of `W` in entities/values/lexicon.ts; -1 until someone asks. */
  valueClasses = -1;
  /** Bits of entities/names/lexicons/flags.ts; -1 until someone asks. */
  nameFlags = -1;
  /** What claims/lexicon knows of it, null for nothing; undefined until someone asks. */
  claimInfo: WordInfo | null | undefined = undefined;
  /** What reading/elsewhere.ts compares it by, null for a word that any two sentences share; undefined until someone asks. */
  lemma: string | null | undefined = undefined;

  constructor(readonly written: string, readonly lower: string) {
    this.capital = hasCapital(written);
    this.caps = isCaps(written);
  }
}

const known = new Map<string, Lexeme>();

/** A newspaper's year has more; whoever reads that much may look the words up again. */
const MOST = 20_000;

/** V8 keeps a longer part of a text as a view that holds the whole text in memory. */
const LONGEST_KEPT = 12;

/** The word in lower case is without curly apostrophes. */
export function lexemeOf(written: string): Lexeme {
  const found = known.get(written);
  if (found !== undefined) return found;
  const lexeme = new Lexeme(written, straight(written.toLowerCase()));
  if (written.length > LONGEST_KEPT) return lexeme;
  if (known.size >= MOST) known.clear();
  known.set(written, lexeme);
  return lexeme;
}

function straight(lower: string): string {
  return lower.includes('’') ? lower.replaceAll('’', "'") : lower;
}

/** True if the letter is a capital: it has another, lower-case form. */
export function isUpperAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return code >= 65 && code <= 90;
  const char = text.charAt(index);
  return char !== char.toLowerCase();
}

/** Looks at the first five letters: a capital further back makes no name. */
export function hasCapital(text: string): boolean {
  const limit = Math.min(text.length, 5);
  for (let i = 0; i < limit; i++) if (isUpperAt(text, i)) return true;
  return false;
}

export function isCaps(text: string): boolean {
  let letters = 0;
  for (let i = 0; i < text.length && i < 40; i++) {
    if (isUpperAt(text, i)) letters++;
    else if (isLower(text, i)) return false;
  }
  return letters >= 2;
}

function isLower(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  if (code < 128) return code >= 97 && code <= 122;
  const char = text.charAt(index);
  return char !== char.toUpperCase();
}
