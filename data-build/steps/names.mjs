/** Given names and family names: hand lists, Faker's locale lists, members of the US Congress, and leaders in the CIA World Factbook. */
import { readFileSync } from 'node:fs';
import { allLocales } from '@faker-js/faker';
import { listLines } from '../lib/lists.mjs';
import { byText, cleanForm, withoutAccents } from '../lib/forms.mjs';
import { factbookText } from '../lib/factbook.mjs';

/** Of these locales, which are short or well chosen, every name counts. */
const TAKEN = {
  first_name: ['af_ZA', 'da', 'en_AU', 'en_GH', 'en_IN', 'en_NG', 'es', 'es_MX', 'fi', 'fr_SN', 'hu', 'lv', 'nb_NO', 'nl_BE', 'pl', 'pt_BR', 'pt_PT', 'sv', 'yo_NG', 'zu_ZA'],
  last_name: ['af_ZA', 'da', 'en', 'en_AU', 'en_GH', 'en_IN', 'en_NG', 'es', 'es_MX', 'fi', 'fr_SN', 'hu', 'id_ID', 'lv', 'nb_NO', 'nl', 'pl', 'pt_BR', 'sv', 'tr', 'vi', 'yo_NG', 'zu_ZA'],
};
/** From these, long and full of rare names, a name counts if another language has it too. */
const COMPARED = ['az', 'cs_CZ', 'de', 'de_AT', 'en', 'en_ZA', 'fr', 'fr_BE', 'fr_CH', 'hr', 'id_ID', 'it', 'ku_kmr_latin', 'nl', 'ro', 'ro_MD', 'sk', 'sl_SI', 'sr_RS_latin', 'tr', 'uz_UZ_latin', 'vi'];
const LOCALES = new Set([...TAKEN.first_name, ...TAKEN.last_name, ...COMPARED]);

export function personNames(congressFile, factbook) {
  const congress = congressNames(congressFile);
  const leaders = leaderNames(factbook);
  const given = collect('first_name', [handWords('given-names.txt'), congress.given, leaders.given]);
  const surnames = collect('last_name', [handWords('surnames.txt'), congress.surnames, leaders.surnames]);
  return { given, surnames };
}

export function handWords(name) {
  return listLines(name).flatMap((line) => line.split(/\s+/)).map(cleanForm).filter((word) => word !== '');
}

function collect(field, sure) {
  const out = new Set(sure.flat().filter(isName));
  const seen = new Map();
  for (const locale of Object.keys(allLocales).sort()) {
    if (!LOCALES.has(locale)) continue;
    const language = locale.slice(0, 2);
    for (const word of fakerWords(locale, field)) seen.set(word, (seen.get(word) ?? new Set()).add(language));
  }
  const taken = new Set(TAKEN[field].flatMap((locale) => fakerWords(locale, field)));
  for (const [word, languages] of seen) if (languages.size >= 2 || taken.has(word)) out.add(word);
  const skip = new Set(handWords(field === 'first_name' ? 'given-names-skip.txt' : 'surnames-skip.txt'));
  return [...new Set([...out].map(withoutAccents))].filter((word) => !skip.has(word)).sort(byText);
}

function isName(word) {
  return word.length >= 2 && !/\p{Ll}\p{Lu}/u.test(word.replace(/^(?:Mc|Mac|De|Di|Del|Du|La|Le|Mac|O'|Van|Von|Fitz|Al|El)(?=\p{Lu})/u, '')) && /^\p{Lu}[\p{L}'-]+$/u.test(word) && !/^\p{Lu}{2,}$/u.test(word);
}

function fakerWords(locale, field) {
  const lists = allLocales[locale]?.person?.[field] ?? [];
  const all = Array.isArray(lists) ? lists : Object.values(lists).flat();
  return all.filter((item) => typeof item === 'string').map(cleanForm).filter((word) => word.length >= 3 && isName(word));
}

/** The file is YAML, but of one fixed shape: `first:` and `last:` stand under `name:`, four spaces deep. */
function congressNames(file) {
  const given = new Set();
  const surnames = new Set();
  for (const [, key, value] of readFileSync(file, 'utf8').matchAll(/^ {4}(first|last|nickname): (.+)$/gm)) {
    const name = cleanForm(value.replace(/^['"]|['"]$/g, ''));
    for (const word of name.split(' ')) if (isName(word) && !/\./.test(word)) (key === 'last' ? surnames : given).add(word);
  }
  return { given: [...given], surnames: [...surnames] };
}

/** The Factbook writes family names of leaders in capitals: "Prime Minister Evika SILINA (since …)". */
function leaderNames(factbook) {
  const given = new Set();
  const surnames = new Set();
  for (const country of factbook) {
    const branch = country.Government?.['Executive branch'];
    for (const field of ['chief of state', 'head of government']) {
      for (const [, first, last] of factbookText(branch, field).matchAll(/(\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)?) (\p{Lu}{3,}(?:-\p{Lu}+)*)\b/gu)) {
        if (!TITLES.has(first)) given.add(cleanForm(first));
        surnames.add(last.replace(/\p{L}+/gu, (part) => part[0] + part.slice(1).toLowerCase()));
      }
    }
  }
  return { given: [...given], surnames: [...surnames] };
}

const TITLES = new Set(['President', 'Minister', 'King', 'Queen', 'Emperor', 'Sultan', 'Amir', 'General', 'Governor', 'Chairman', 'Chancellor', 'Premier', 'Sheikh', 'Shaykh', 'Prince', 'Princess', 'Duke', 'Sir', 'Dame', 'Dr', 'Captain', 'Colonel', 'Lieutenant', 'Marshal', 'Pope', 'Chief', 'Lord', 'Ayatollah', 'Mullah', 'Sayyid', 'The', 'And', 'Republic', 'Kingdom', 'Presidency']);
