/** Words that make another statement of a sentence where they change, however small the difference in letters. */

const WORD = /[\p{L}\p{N}\p{M}']+|[€$£¥%]/gu;
const NEGATIONS = new Set(['not', 'no', 'never', 'cannot', 'nor', 'none', 'nobody', 'nothing', 'without']);
/** Numbers written as words are numbers. */
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter first second twice once double'.split(' '),
);

export function sameSalient(a: string, b: string): boolean {
  return sameWords(wordsOf(a).filter(isSalient), wordsOf(b).filter(isSalient));
}

/**
 * The same for what stood beside the words, and what stands there. What was stored was cut off after so many letters, perhaps inside a
 * word: of that word, what is left must agree if either is a word that matters.
 */
export function sameSalientBeside(stored: string, found: string, outermost: 'first' | 'last'): boolean {
  const [a, b] = [wordsOf(stored), wordsOf(found)];
  const [cut, whole] = outermost === 'first' ? [a.shift(), b.shift()] : [a.pop(), b.pop()];
  if (cut !== undefined && whole !== undefined && (isSalient(cut) || isSalient(whole)) && !(outermost === 'first' ? whole.endsWith(cut) : whole.startsWith(cut))) return false;
  return sameWords(a.filter(isSalient), b.filter(isSalient));
}

function wordsOf(text: string): string[] {
  return text.match(WORD) ?? [];
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, i) => word === b[i]);
}

function isSalient(word: string): boolean {
  return /^'*\p{Lu}/u.test(word) || /[\p{N}€$£¥%]/u.test(word) || NEGATIONS.has(word) || NUMBER_WORDS.has(word) || word.endsWith("n't");
}
