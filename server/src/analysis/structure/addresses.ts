/** URLs, e-mail addresses, handles and tags inside a text. */
import type { Token } from '../types.js';
import { Kind, isSpaceCode, isWordKind, kindOf } from './characters.js';

const PREFIXES = ['http://', 'https://', 'www.', 'ftp://'];

const DOMAINS: ReadonlySet<string> = new Set((
  'com org net gov edu int mil info news io co uk ua ru de fr eu tv me us ca au nz ie in cn jp br za ng ke gh it es pt nl be ch at pl cz se no fi dk gr tr il app dev ai'
).split(' '));

/** True for the last part of common host names. Those that are words are left out where "end.in" would be likelier a slip. */
export function isTopLevelDomain(lower: string): boolean {
  return DOMAINS.has(lower) && lower !== 'in' && lower !== 'it' && lower !== 'no' && lower !== 'me' && lower !== 'us' && lower !== 'at' && lower !== 'be' && lower !== 'is';
}

/** End of the URL that starts here, or `start` if none does. Marks at its end belong to the sentence. */
export function addressEnd(text: string, start: number): number {
  const head = text.slice(start, start + 8).toLowerCase();
  const prefix = PREFIXES.find((p) => head.startsWith(p));
  if (prefix === undefined) return start;
  let end = start + prefix.length;
  while (end < text.length && isAddressCode(text.charCodeAt(end))) end++;
  while (end > start + prefix.length && '.,;:!?\'")]*'.includes(text.charAt(end - 1))) end--;
  return end > start + prefix.length ? end : start;
}

function isAddressCode(code: number): boolean {
  return !isSpaceCode(code) && code > 32 && code !== 0x22 && code !== 0x3c && code !== 0x3e
    && code !== 0x201c && code !== 0x201d && code !== 0x2018 && code !== 0x2019 && code !== 0xab && code !== 0xbb;
}

/** End of the handle or tag whose mark is at `start`, or `start`. A tag needs a letter, so that "#1" is a number. */
export function handleEnd(text: string, start: number): number {
  if (start + 1 >= text.length) return start;
  const first = kindOf(text.charCodeAt(start + 1));
  if (!isWordKind(first) || first === Kind.Mark || first === Kind.Digit) return start;
  let end = start + 1;
  while (end < text.length && (isWordKind(kindOf(text.charCodeAt(end))) || text.charCodeAt(end) === 0x5f)) end++;
  return end;
}

/** End of the e-mail domain that starts here, or 0. It has a dot inside. */
export function emailDomainEnd(text: string, start: number): number {
  let end = start;
  let dot = false;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (isAsciiWord(code)) continue;
    if ((code !== 0x2e && code !== 0x2d) || !isAsciiWord(text.charCodeAt(end + 1)) || end === start) break;
    if (code === 0x2e) dot = true;
  }
  return dot ? end : 0;
}

function isAsciiWord(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** Takes the tokens of an e-mail's local part off the end of the list: those that stand together before the "@". */
export function joinLocalPart(tokens: Token[]): { start: number; spaceBefore: boolean } | null {
  let taken: Token | null = null;
  let next = tokens[tokens.length - 1];
  while (next !== undefined && (taken === null || !taken.spaceBefore) && isLocalPart(next.text)) {
    taken = next;
    tokens.pop();
    next = tokens[tokens.length - 1];
  }
  return taken;
}

function isLocalPart(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (!isAsciiWord(code) && code !== 0x2e && code !== 0x2d && code !== 0x2b && code !== 0x5f && code !== 0x25) return false;
  }
  return true;
}
