/** Marks that are longer than one character: ellipses, dashes of hyphens, typewriter quotes, emoji. */
import { Kind, kindOf } from './characters.js';

const STOP = 0x2e;
const HYPHEN = 0x2d;
const GRAVE = 0x60;
const APOSTROPHE = 0x27;
const JOINER = 0x200d;

/** End of the mark at `start`, with everything that is written onto it. */
export function symbolEnd(text: string, start: number): number {
  const code = text.codePointAt(start) ?? 0;
  if (code === STOP || code === HYPHEN) return runEnd(text, start, code, Infinity);
  if (code === GRAVE || code === APOSTROPHE) return runEnd(text, start, code, 2);
  let end = start + (code > 0xffff ? 2 : 1);
  if (isRegional(code) && isRegional(text.codePointAt(end) ?? 0)) end += 2;
  return attachedEnd(text, end, kindOf(code) === Kind.Symbol);
}

function runEnd(text: string, start: number, code: number, most: number): number {
  let end = start;
  while (end - start < most && text.charCodeAt(end) === code) end++;
  return end;
}

/** Marks, skin tones and whatever a joiner ties on: a family of four is one emoji. */
function attachedEnd(text: string, start: number, emoji: boolean): number {
  let end = start;
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    const isMark = kindOf(code) === Kind.Mark;
    if (!isMark && !(emoji && isSkinTone(code))) return end;
    end += code > 0xffff ? 2 : 1;
    if (code !== JOINER || !emoji) continue;
    const next = text.codePointAt(end) ?? 0;
    if (kindOf(next) === Kind.Symbol) end += next > 0xffff ? 2 : 1;
  }
  return end;
}

function isRegional(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

function isSkinTone(code: number): boolean {
  return code >= 0x1f3fb && code <= 0x1f3ff;
}
