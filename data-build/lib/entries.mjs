/** From raw entries of all sources to what is written: no form twice for one thing, accents also without, each form marked if it is ambiguous. */
import { withoutAccents } from './forms.mjs';

/** Kinds whose single words were looked at one by one in the lists: only `~` makes them ambiguous. */
const TRUSTED = new Set(['country', 'demonym', 'continent', 'ethnic', 'religion', 'region-people', 'political', 'language', 'intergovernmental', 'armed-group', 'sea', 'agency']);

/** Kinds whose names of several words may be all common words: in a headline with capitals they are no names ("Best Buy", "Question Time"). */
const TITLE_LIKE = new Set(['media', 'company', 'work', 'party', 'meeting', 'software', 'medicine']);

/** @returns entries with `forms: {text, ambiguous}[]`, one for each type and canonical name */
export function finishEntries(raw, words) {
  const byIdentity = new Map();
  for (const entry of raw) {
    if (entry.forms.length === 0) continue;
    const key = `${entry.type}|${entry.forms[0].text}|${entry.country}`;
    const known = byIdentity.get(key);
    if (known === undefined) byIdentity.set(key, { ...entry, forms: [...entry.forms] });
    else known.forms.push(...entry.forms);
  }
  return [...byIdentity.values()].map((entry) => ({ ...entry, forms: finishForms(entry, words) }));
}

function finishForms(entry, words) {
  const out = new Map();
  for (const form of entry.forms) {
    for (const text of [form.text, withoutAccents(form.text)]) {
      if (out.has(text)) continue;
      out.set(text, { text, ambiguous: form.flag === '~' || (form.flag === '' && isAmbiguous(text, entry, words)) });
    }
  }
  return [...out.values()];
}

function isAmbiguous(text, entry, words) {
  if (words.plain.has(text)) return false;
  if (text.startsWith('The ') && words.isUsedAsWord(text.slice(4).toLowerCase())) return true;
  if (text.includes(' ')) return TITLE_LIKE.has(entry.subtype) && text.split(' ').every((word) => words.isCommon(word.toLowerCase()));
  if (words.traps.has(text)) return true;
  if (TRUSTED.has(entry.subtype)) return false;
  // Inner capitals, as in "iPhone" or "BioNTech", are a name's own.
  if (/^\p{Ll}?\p{Lu}\p{Ll}+\p{Lu}/u.test(text) || /^\p{Ll}\p{Lu}/u.test(text)) return false;
  const lower = text.toLowerCase();
  if (/^\p{Lu}{3,}$/u.test(text)) return words.isCommon(lower);
  if (words.isUsedAsWord(lower) || words.givenNames.has(withoutAccents(text))) return true;
  return entry.subtype !== 'capital' && words.surnames.has(withoutAccents(text));
}
