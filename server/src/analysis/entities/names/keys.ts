/** Comparison forms of names. */

/** Most names: nothing in them is written in more ways than one. */
const PLAIN = /^[\w.-]+(?: [\w.-]+)*$/;

/** No "the", no possessive, single spaces, straight apostrophes, NFC; capitals as written. */
export function keyOf(text: string): string {
  let key = PLAIN.test(text) ? text : text.normalize('NFC').replaceAll('’', "'").replaceAll('‘', "'").replace(/\s+/g, ' ').trim();
  if (/^the /i.test(key) && key.length > 4) key = key.slice(4);
  if (key.endsWith("'s") && key.length > 2) key = key.slice(0, -2);
  return key;
}

const LETTERS: Readonly<Record<string, string>> = { ø: 'o', ł: 'l', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ʻ: '', 'ʼ': '' };

/** Lower case without accents, stops and apostrophes: "Erdoğan" and "Erdogan" fold to one. */
export function fold(text: string): string {
  let folded = text.toLowerCase();
  // eslint-disable-next-line no-control-regex
  if (/[^\x00-\x7f]/.test(folded)) folded = folded.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[øłđıßæœðþʻʼ]/g, (c) => LETTERS[c] ?? c);
  return folded.replace(/[.'’“”"]/g, '');
}

const ARTICLES = new Set(['al', 'el', 'ul', 'ur', 'bin', 'ibn', 'bint', 'van', 'von', 'de', 'der', 'den', 'da', 'di', 'dos', 'del', 'la', 'le', 'du', 'ter', 'abu', 'ben', 'y', 'e']);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv']);

/** Folded words of a person's name; an Arabic article before a hyphen is dropped, a suffix is kept apart. */
export function nameWords(key: string): { words: string[]; suffix: string } {
  const words: string[] = [];
  let suffix = '';
  for (const raw of fold(key).split(/[ ,]+/)) {
    if (raw === '') continue;
    if (SUFFIXES.has(raw)) suffix = raw;
    else words.push(raw.replace(/^(?:al|el|ul|ur|as|ash|ad|ar|an|at|az)-(?=.{2})/, ''));
  }
  return { words, suffix };
}

export function isParticle(folded: string): boolean {
  return ARTICLES.has(folded);
}

/** First letters of the words that count: "Federal Security Service" → "FSS". With `all`, small words too. */
export function initials(key: string, all = false): string {
  let letters = '';
  for (const word of key.split(/[\s\-–]+/)) {
    const char = word.charAt(0);
    if (char === '') continue;
    if (char !== char.toLowerCase()) letters += char;
    else if (all) letters += char.toUpperCase();
  }
  return letters;
}

/** The letters of an abbreviation in the singular: "PPP" for "PPP" and for "PPPs"; undefined for any other word. */
export function singular(key: string): string | undefined {
  return /^(\p{Lu}+)s?$/u.exec(key)?.[1];
}

/** Whether the acronym can stand for the name: its initials, with or without small words, or a subsequence that begins with the first letter. */
export function abbreviates(acronym: string, name: string): boolean {
  const plain = acronym.replace(/[^\p{L}]/gu, '').toUpperCase();
  if (plain.length < 2 || plain.length > 12 || !name.includes(' ')) return false;
  return plain === initials(name) || plain === initials(name, true) || plain === initials(name.replace(/^.*? of /, ''));
}
