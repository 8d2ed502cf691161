/** Readers of the word lists: names, common words, nicknames. Names are kept without accents, and asked for without them. */

/** "José" → "Jose", "Paweł" → "Pawel". Plain ASCII, which most words are, comes back at once. */
export function withoutAccents(word: string): string {
  if (/^[ -~]*$/.test(word)) return word;
  return word.normalize('NFD').replace(/\p{M}/gu, '').replace(/[’‘ʻʼ]/g, "'").replace(/[łŁđĐøØıæÆœŒßəƏðÐþÞ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** The letters that Unicode does not take apart. data-build/lib/forms.mjs has the same table. */
const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ø: 'o', Ø: 'O', ı: 'i', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ß: 'ss', ə: 'e', Ə: 'E', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th',
};

/** Words separated by white space. */
export function parseWords(data: string): ReadonlySet<string> {
  return new Set(data.trim().split(/\s+/));
}

/** The same, with `~` before the ambiguous ones. */
export function parseNames(data: string): { readonly all: ReadonlySet<string>; readonly ambiguous: ReadonlySet<string> } {
  const all = new Set<string>();
  const ambiguous = new Set<string>();
  for (const word of data.trim().split(/\s+/)) {
    const marked = word.startsWith('~');
    const name = marked ? word.slice(1) : word;
    all.add(name);
    if (marked) ambiguous.add(name);
  }
  return { all, ambiguous };
}

/** `William: Bill Will` lines, read both ways, in lower case: bill → william, william → bill and will. */
export function parseNicknames(data: string): ReadonlyMap<string, readonly string[]> {
  const table = new Map<string, string[]>();
  const link = (from: string, to: string): void => {
    const known = table.get(from);
    if (known === undefined) table.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  };
  for (const line of data.trim().split('\n')) {
    const [full = '', short = ''] = withoutAccents(line.toLowerCase()).split(':');
    for (const nickname of short.trim().split(/\s+/)) {
      link(full, nickname);
      link(nickname, full);
    }
  }
  return table;
}
