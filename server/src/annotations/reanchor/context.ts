/** How well what stood beside the words stands beside a place. */

export interface Fit {
  /** 1 − least edit distance / length: 1 where it stands there to the letter. */
  readonly value: number;
  /** What stands there, to the border of its outermost word. */
  readonly found: string;
}

/** Against every text that ends exactly at the place, up to one and a half times as long. Nothing stored: the place must be the text's start. */
export function fitBefore(stored: string, text: string, place: number): Fit {
  if (stored === '') return { value: place === 0 ? 1 : 0, found: '' };
  if (text.startsWith(stored, place - stored.length)) return { value: 1, found: stored };
  const length = Math.min(place, Math.floor(1.5 * stored.length));
  const { distance, taken } = leastDistance(stored.length, length, (i) => stored.charCodeAt(stored.length - 1 - i), (j) => text.charCodeAt(place - 1 - j));
  return { value: 1 - distance / stored.length, found: text.slice(wordStart(text, place - taken), place) };
}

export function fitAfter(stored: string, text: string, place: number): Fit {
  if (stored === '') return { value: place === text.length ? 1 : 0, found: '' };
  if (text.startsWith(stored, place)) return { value: 1, found: stored };
  const length = Math.min(text.length - place, Math.floor(1.5 * stored.length));
  const { distance, taken } = leastDistance(stored.length, length, (i) => stored.charCodeAt(i), (j) => text.charCodeAt(place + j));
  return { value: 1 - distance / stored.length, found: text.slice(place, wordEnd(text, place + taken)) };
}

/** Between the whole of one text and any beginning of the other; of several equally near, the one nearest in length. */
function leastDistance(m: number, n: number, a: (i: number) => number, b: (j: number) => number): { distance: number; taken: number } {
  let row = new Int32Array(m + 1);
  let next = new Int32Array(m + 1);
  for (let i = 0; i <= m; i++) row[i] = i;
  let distance = m;
  let taken = 0;
  for (let j = 1; j <= n; j++) {
    const code = b(j - 1);
    next[0] = j;
    for (let i = 1; i <= m; i++) {
      const replaced = (row[i - 1] ?? 0) + (a(i - 1) === code ? 0 : 1);
      const inserted = Math.min(row[i] ?? 0, next[i - 1] ?? 0) + 1;
      next[i] = replaced < inserted ? replaced : inserted;
    }
    [row, next] = [next, row];
    const here = row[m] ?? m;
    if (here < distance || (here === distance && Math.abs(j - m) < Math.abs(taken - m))) {
      distance = here;
      taken = j;
    }
  }
  return { distance, taken };
}

const IN_WORD = /[\p{L}\p{N}\p{M}']/u;

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && IN_WORD.test(text.charAt(start - 1)) && IN_WORD.test(text.charAt(start))) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && IN_WORD.test(text.charAt(end - 1)) && IN_WORD.test(text.charAt(end))) end++;
  return end;
}
