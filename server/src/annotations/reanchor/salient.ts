/** Words that make another statement of a sentence where they change, however small the difference in letters. */

const WORD = /[\p{L}\p{N}\p{M}']+|[€$£¥%]/gu;
const NEGATIONS = new Set(['not', 'no', 'never', 'cannot', 'nor', 'none', 'nobody', 'nothing', 'without']);
/** Numbers written as words are numbers. */
const NUMBER_WORDS = new Set(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half third quarter first second twice once double'.split(' '),
);

/** `ignoreOutermost`: the context was cut off there, perhaps inside a word. */
export function salient(text: string, ignoreOutermost?: 'first' | 'last'): readonly string[] {
  const words = text.match(WORD) ?? [];
  const from = ignoreOutermost === 'first' ? 1 : 0;
  const to = ignoreOutermost === 'last' ? words.length - 1 : words.length;
  return words.slice(from, to).filter(isSalient);
}

export function sameSalient(a: string, b: string, ignoreOutermost?: 'first' | 'last'): boolean {
  const [one, other] = [salient(a, ignoreOutermost), salient(b, ignoreOutermost)];
  return one.length === other.length && one.every((word, i) => word === other[i]);
}

function isSalient(word: string): boolean {
  return /^'*\p{Lu}/u.test(word) || /[\p{N}€$£¥%]/u.test(word) || NEGATIONS.has(word) || NUMBER_WORDS.has(word) || word.endsWith("n't");
}
