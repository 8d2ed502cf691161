/** Words of an indexed article, read again from its text. */
import type { Place } from './articleIndex.js';

/** On one line, cut at about `limit` characters; empty where the text has no such place any more. */
export function textAt(text: string, { line, character, endLine, endCharacter }: Place, limit: number): string {
  const from = offsetAt(text, line, character);
  const to = endLine === line ? from + endCharacter - character : offsetAt(text, endLine, endCharacter);
  const words = text.slice(from, Math.min(to, from + 4 * limit)).replace(/\s+/g, ' ').trim();
  if (words.length <= limit) return words;
  const cut = words.lastIndexOf(' ', limit);
  return `${words.slice(0, cut > limit / 2 ? cut : limit)} …`;
}

function offsetAt(text: string, line: number, character: number): number {
  const ends = /\r\n|\n|\r/g;
  for (let i = 0; i < line; i++) if (ends.exec(text) === null) return text.length;
  return Math.min(text.length, ends.lastIndex + character);
}
