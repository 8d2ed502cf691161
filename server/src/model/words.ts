/**
 * A text cut into words as BERT's pre-tokeniser cuts it, with the offsets that the tokeniser library does not give:
 * runs of anything but white space and punctuation, every punctuation mark and every Chinese character by itself.
 */
import type { Span } from '../base/span.js';

export interface Word extends Span {
  readonly text: string;
  readonly shape: Shape;
}

/** Numbers as the model was trained with; 0 stands for special pieces. */
export const SHAPES = { special: 0, lower: 1, title: 2, capitals: 3, mixed: 4, digits: 5, other: 6, singleCapital: 7 } as const;
export type Shape = (typeof SHAPES)[keyof typeof SHAPES];

/** Words of `[from, to)`, in order. Never throws for any text; lone surrogates and control characters are part of no word. */
export function wordsIn(text: string, from = 0, to = text.length): Word[] {
  const words: Word[] = [];
  let start = -1;
  let end = -1;
  const close = (): void => {
    if (start >= 0) words.push(wordOf(text, start, end));
    start = -1;
  };
  for (let at = from; at < to;) {
    const code = text.codePointAt(at) ?? 0;
    const next = at + (code > 0xffff ? 2 : 1);
    const kind = kindOf(code);
    if (kind === Kind.space) close();
    else if (kind === Kind.alone) {
      close();
      words.push(wordOf(text, at, next));
    } else if (kind === Kind.letter) {
      if (start < 0) start = at;
      end = next;
    }
    at = next;
  }
  close();
  return words;
}

function wordOf(text: string, start: number, end: number): Word {
  const own = text.slice(start, end);
  return { start, end, text: own, shape: shapeOf(own) };
}

const enum Kind {
  space,
  /** Punctuation and Chinese characters. */
  alone,
  letter,
  /** Control characters, which the normaliser drops: they part no word. */
  dropped,
}

function kindOf(code: number): Kind {
  if (code < 128) return ASCII[code] ?? Kind.letter;
  if (code === 0xfffd || (code >= 0xd800 && code <= 0xdfff)) return Kind.dropped;
  const character = String.fromCodePoint(code);
  if (isChinese(code) || PUNCTUATION.test(character)) return Kind.alone;
  if (SPACE.test(character)) return Kind.space;
  return CONTROL.test(character) ? Kind.dropped : Kind.letter;
}

const PUNCTUATION = /^\p{P}$/u;
const SPACE = /^[\p{White_Space}\p{Z}]$/u;
const CONTROL = /^\p{C}$/u;

const ASCII = Array.from({ length: 128 }, (_, code): Kind => {
  if (code === 9 || code === 10 || code === 13 || code === 32) return Kind.space;
  if (code < 32 || code === 127) return Kind.dropped;
  return /[A-Za-z0-9]/.test(String.fromCharCode(code)) ? Kind.letter : Kind.alone;
});

/** Blocks of CJK ideographs, as BERT's normaliser counts them. */
function isChinese(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x20000 && code <= 0x2a6df) || (code >= 0x2a700 && code <= 0x2b73f)
    || (code >= 0x2b740 && code <= 0x2b81f) || (code >= 0x2b820 && code <= 0x2ceaf) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x2f800 && code <= 0x2fa1f);
}

const PLAIN_LOWER = /^[a-z]+$/;

/** Shape of a word as it is written, before it is made lower case for the vocabulary. */
export function shapeOf(word: string): Shape {
  if (PLAIN_LOWER.test(word)) return SHAPES.lower;
  let letters = 0;
  let upper = 0;
  let firstUpper = false;
  let digits = 0;
  for (const character of word) {
    if (isLetter(character)) {
      letters++;
      if (isUpper(character)) {
        upper++;
        if (letters === 1) firstUpper = true;
      }
    } else if (isDigit(character)) digits++;
  }
  if (letters === 0) return digits > 0 ? SHAPES.digits : SHAPES.other;
  if (digits > 0) return SHAPES.mixed;
  if (upper === 0) return SHAPES.lower;
  if (letters === 1) return SHAPES.singleCapital;
  if (upper === letters) return SHAPES.capitals;
  return firstUpper && upper === 1 ? SHAPES.title : SHAPES.mixed;
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character);
}

function isUpper(character: string): boolean {
  return /^[\p{Lu}\p{Lt}]$/u.test(character);
}

function isDigit(character: string): boolean {
  return /^\p{Nd}$/u.test(character);
}
