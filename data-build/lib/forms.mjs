/** What is done to every written form: one apostrophe, one kind of space, NFC; and its spelling without accents. */

export function cleanForm(text) {
  return text.normalize('NFC').replace(/[’‘ʻʼ`]/g, "'").replace(/\s+/g, ' ').trim();
}

const LETTERS = { ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ø: 'o', Ø: 'O', ı: 'i', æ: 'ae', Æ: 'Ae', œ: 'oe', Œ: 'Oe', ß: 'ss', ə: 'e', Ə: 'E', ð: 'd', Ð: 'D', þ: 'th', Þ: 'Th' };

/** "São Tomé" → "Sao Tome", "Łódź" → "Lodz". */
export function withoutAccents(text) {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[łŁđĐøØıæÆœŒßəƏðÐþÞ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Plain code-unit order, the same on every machine. */
export function byText(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}
