/** What kind of character a code point is, as the tokeniser sees it. Looked up once per character, then remembered. */

export const enum Kind {
  Unknown = 0,
  Space,
  Upper,
  Lower,
  /** A letter of a script without case. */
  Letter,
  Digit,
  /** Combining marks, joiners and the soft hyphen: never apart from what they follow. */
  Mark,
  Punct,
  Symbol,
}

/** By code unit, so that no character's properties are asked for twice. */
const KINDS: Kind[] = new Array<Kind>(0x10000).fill(Kind.Unknown);

/** Kind of the code point. Lone surrogates and control characters are symbols. */
export function kindOf(codePoint: number): Kind {
  if (codePoint > 0xffff) return compute(codePoint);
  const known = KINDS[codePoint] ?? Kind.Unknown;
  if (known !== Kind.Unknown) return known;
  const kind = compute(codePoint);
  KINDS[codePoint] = kind;
  return kind;
}

function compute(codePoint: number): Kind {
  const c = String.fromCodePoint(codePoint);
  if (/\s/.test(c)) return Kind.Space;
  if (codePoint === 0x200c || codePoint === 0x200d || codePoint === 0xad) return Kind.Mark;
  if (/\p{Ll}/u.test(c)) return Kind.Lower;
  if (/\p{Lu}|\p{Lt}/u.test(c)) return Kind.Upper;
  if (/\p{L}/u.test(c)) return Kind.Letter;
  if (/\p{Nd}/u.test(c)) return Kind.Digit;
  if (/\p{M}/u.test(c)) return Kind.Mark;
  // Format characters such as direction marks stand alone, so that the word beside them keeps its form.
  if (/\p{P}|\p{Cf}/u.test(c)) return Kind.Punct;
  return Kind.Symbol;
}

export function isSpaceCode(code: number): boolean {
  return code <= 32 ? code === 32 || (code >= 9 && code <= 13) : code >= 0xa0 && kindOf(code) === Kind.Space;
}

export function isLetterKind(kind: Kind): boolean {
  return kind === Kind.Lower || kind === Kind.Upper || kind === Kind.Letter;
}

/** Letters, digits and marks: what the inside of a word is made of. */
export function isWordKind(kind: Kind): boolean {
  return kind >= Kind.Upper && kind <= Kind.Mark;
}

export function isApostrophe(code: number): boolean {
  return code === 0x27 || code === 0x2019;
}

/** Hyphens that join words; dashes do not. */
export function isHyphen(code: number): boolean {
  return code === 0x2d || code === 0x2010 || code === 0x2011;
}
