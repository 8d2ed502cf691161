/** What an edit changes of a text, when a client sends more than was changed: the whole document, or whole lines. */
import type { Text } from '../../base/text.js';
import type { Edit } from './track.js';

/** Letters that a person types, pastes or takes out without rewriting: above, in and out, an edit may be a reload, a revert, or a move. */
export const LARGE = 40;

/** As small as it is where it is small; else without the lines at its ends that are the same before and after. The same for the way back. */
export function refined(edit: Edit, before: Text, after: Text): Edit {
  const { start, oldEnd, newEnd } = edit;
  if (start > 0 || oldEnd < before.length) {
    if (oldEnd - start <= LARGE || newEnd - start <= LARGE) return { ...edit, isLarge: newEnd - start > LARGE };
  }
  const shorter = Math.min(oldEnd, newEnd) - start;
  let front = 0;
  while (front < shorter && before.charCodeAt(start + front) === after.charCodeAt(start + front)) front++;
  let back = 0;
  while (back < shorter - front && before.charCodeAt(oldEnd - back - 1) === after.charCodeAt(newEnd - back - 1)) back++;
  // Neither between the halves of a character nor in a line end of two.
  if (front > 0 && !isBorder(before, start + front, after)) front--;
  if (back > 0 && !(isBorder(before, oldEnd - back, before) && isBorder(after, newEnd - back, after))) back--;
  const small: Edit = { start: start + front, oldEnd: oldEnd - back, newEnd: newEnd - back };
  if (small.oldEnd - small.start <= LARGE && small.newEnd - small.start <= LARGE) return small;
  const from = Math.max(start, before.lastIndexOf('\n', small.start - 1) + 1);
  const opensLine = before.charAt(small.oldEnd - 1) === '\n' && after.charAt(small.newEnd - 1) === '\n';
  const next = opensLine ? small.oldEnd : before.indexOf('\n', small.oldEnd) + 1;
  const kept = next === 0 || next > oldEnd ? 0 : oldEnd - next;
  return { start: Math.min(from, small.start), oldEnd: oldEnd - kept, newEnd: newEnd - kept, isLarge: true };
}

function isBorder(text: Text, offset: number, other: Text): boolean {
  return [text, other].every((one) => offset <= 0 || offset >= one.length || !((one.charCodeAt(offset) & 0xfc00) === 0xdc00 || (one.charAt(offset) === '\n' && one.charAt(offset - 1) === '\r')));
}
